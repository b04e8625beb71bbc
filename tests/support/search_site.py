"""A made-up newspaper for tests of the search: its texts, a site with their index, its truth.

Nothing in the texts is true, and nobody in them exists. Equal seeds give equal texts.
"""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from datetime import date, timedelta
from functools import cache, partial
from html import escape
from itertools import accumulate
from pathlib import Path

from banxin.problems import Problems
from banxin.search import IndexMonth, SearchRecord, SearchReport, update
from banxin.search.index import forms

BASE = "/paper/"
HAN = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种"
    "面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本"
    "去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比"
    "或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总"
    "次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做"
)
SURNAMES = "虞蔺褚暨缑佴贲郗濮厍"
GIVEN = "澜岑霁芃珩砚汀蘅翊朗溪稷"
PLACES = ("鹿鸣桥", "青石镇", "望潮街道", "北坞村", "云栖渡", "白鹭湾")
LATIN = ("Lumen", "GPS", "e-River", "OpenDay", "Wi-Fi", "NBA", "Ｋ1", "café", "Ωmega", "App")
NUMBERS = ("2022年4月1日", "3.5%", "１２０", "5G", "1+N", "第17届", "0570-8820", "30000", "㎡", "Ⅳ")
SECTIONS = ("要闻", "民生", "副刊", "农村")
FULL_STOPS = "。。。！？；……"


@cache
def _words() -> list[str]:
    """All that is ever written of."""
    source = random.Random("words")
    return ["".join(source.choices(HAN, k=source.choice((1, 2, 2, 2, 3)))) for _ in range(900)]


@cache
def _frequencies() -> list[float]:
    """How often the words up to each one are written: the first ones most often."""
    return list(accumulate(1 / (n + 8) for n in range(len(_words()))))


class Writer:
    """Sentences from a seed, some with names, Latin words and numbers unless they are plain."""

    def __init__(self, seed: object, *, plain: bool = False) -> None:
        self.plain = plain
        self.random = random.Random(f"search {seed}")
        self.words = _words()

    def name(self) -> str:
        return self.random.choice(SURNAMES) + "".join(self.random.choices(GIVEN, k=2))

    def phrase(self, shortest: int, longest: int) -> str:
        count = self.random.randint(shortest, longest)
        return "".join(self.random.choices(self.words, cum_weights=_frequencies(), k=count))

    def sentence(self) -> str:
        parts = [self.phrase(2, 6) for _ in range(self.random.randint(1, 3))]
        extra = self.random.choice
        if not self.plain and self.random.random() < 0.35:
            foreign = extra((extra(LATIN), extra(NUMBERS), extra(PLACES), self.name()))
            parts.insert(self.random.randint(0, len(parts)), foreign)
        text = extra(("，", "、", "", " ")).join(parts)
        return (f"“{text}”" if self.random.random() < 0.1 else text) + extra(FULL_STOPS)

    def paragraphs(self, count: int) -> str:
        few = partial(self.random.randint, 2, 5)
        return "\n".join("".join(self.sentence() for _ in range(few())) for _ in range(count))


def article(number: int, day: date) -> SearchRecord:
    """The article of this number, the same whenever it is asked for."""
    write = Writer(number)
    authors = tuple(dict.fromkeys(write.name() for _ in range(write.random.randint(0, 2))))
    maybe = partial(lambda make, chance: make() if write.random.random() < chance else "")
    return SearchRecord(
        url=f"/{day}/{number % 4 + 1:02}/{number:04}/",
        day=day.isoformat(),
        page=number % 4 + 1,
        section=write.random.choice(SECTIONS),
        title=write.phrase(2, 6) + maybe(lambda: write.random.choice(LATIN + PLACES), 0.3),
        kicker=maybe(lambda: write.phrase(2, 4), 0.3),
        subtitle=maybe(lambda: f"——{write.phrase(2, 5)}\n{write.phrase(2, 3)}", 0.3),
        byline=f"记者 {' '.join(authors)}" if authors else "",
        body=f"本报讯\n{write.paragraphs(write.random.randint(2, 4))}",
        signoff=maybe(lambda: f"{write.random.choice(PLACES)}办公室\n{day.year}年", 0.2),
        captions=tuple(write.phrase(2, 5) for _ in range(write.random.choice((0, 0, 1, 2)))),
        authors=authors,
    )


def articles(count: int, days: Sequence[date]) -> list[SearchRecord]:
    """``count`` articles, spread evenly over ``days``."""
    return [article(n, days[n * len(days) // count]) for n in range(count)]


def weekly(first: date, count: int) -> list[date]:
    return [first + timedelta(weeks=n) for n in range(count)]


def months_of(records: Iterable[SearchRecord]) -> dict[str, IndexMonth]:
    """As the build hands them over; a month's digest tells its records."""
    found: defaultdict[str, list[SearchRecord]] = defaultdict(list)
    for record in records:
        found[record.day[:7]].append(record)
    return {key: _month(sorted(group, key=_newest_first)) for key, group in found.items()}


def _newest_first(record: SearchRecord) -> tuple[int, str, str]:
    page = f"{record.page:>9}"
    return (-date.fromisoformat(record.day).toordinal(), page, record.url)


def _month(records: list[SearchRecord]) -> IndexMonth:
    return IndexMonth(repr(records), len(records), lambda: records)


def cache_of(site: Path) -> Path:
    return site.parent / "cache"


INDEXER = "of one release"


def index(
    records: Iterable[SearchRecord],
    site: Path,
    intact: Container[str] = (),
    indexer: str = INDEXER,
    people: Sequence[str] = (),
) -> SearchReport:
    """Bring the index of the site up to date; every problem is raised."""
    problems = Problems()
    report = update(
        months_of(records),
        output=site,
        cache=cache_of(site),
        problems=problems,
        processes=2,
        indexer_digest=indexer,
        intact=intact,
        people=people,
    )
    problems.raise_errors()
    return report


def write_pages(records: Iterable[SearchRecord], site: Path) -> None:
    """The pages of the articles, as plain as they can be, which a search reads for its results."""
    for record in records:
        folder = site / record.url.strip("/")
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(_page(record), encoding="utf-8")


def _page(record: SearchRecord) -> str:
    paragraphs = [f"<p>{escape(text)}</p>" for text in (record.body, record.signoff) if text]
    figures = [f"<figure>{escape(text)}</figure>" for text in record.captions]
    heads = f"<p>{escape(record.kicker)}</p><h1>{escape(record.title)}</h1>"
    heads += f"<p>{escape(record.subtitle)}</p><p>{escape(record.byline)}</p>"
    people = [{"@type": "Person", "name": name} for name in record.authors]
    facts = json.dumps({"@type": "NewsArticle", "author": people})
    return (
        '<!doctype html><html lang="zh-CN"><title>-</title>'
        f'<script type="application/ld+json">{facts}</script><main><nav>全站</nav><article>'
        f"<header>{heads}</header>{''.join(paragraphs + figures)}"
        "<footer>-</footer></article></main>"
    )


def texts(record: SearchRecord) -> tuple[str, ...]:
    """The texts of an article that can be searched, as they are printed."""
    heads = (record.title, record.kicker, record.subtitle, record.byline)
    return tuple(text for text in (*heads, record.body, record.signoff, *record.captions) if text)


@cache
def fields(record: SearchRecord) -> tuple[str, ...]:
    """The same, folded by rules of this test alone."""
    return tuple(map(fold, texts(record)))


def fold(text: str) -> str:
    """Without punctuation and spaces; width and case as in ASCII; forms of a character are one."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("○", "〇").replace("◯", "〇")
    return forms.fold("".join(c for c in plain if c.isalnum()))


def parts(query: str) -> list[str]:
    """What must occur: cut at spaces, but not between quotation marks."""
    found = re.findall(r'"([^"]*)"|(\S+)', query.replace("“", '"').replace("”", '"'))
    return [part for part in (fold(quoted or word) for quoted, word in found) if part]


def truth(query: str, records: Iterable[SearchRecord]) -> set[str]:
    """Addresses of the articles that contain every part of the query."""
    wanted = parts(query)
    return {
        r.url for r in records if all(any(part in text for text in fields(r)) for part in wanted)
    }
