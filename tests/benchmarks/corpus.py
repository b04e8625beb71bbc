"""A made-up newspaper archive: the same articles for Banxin and for Hugo, the same every time.

One issue a weekday from 2008-01-01, four pages and twenty articles each, 300 to 1,500 characters
an article. Issue n is seeded by n alone, so that a small archive is the beginning of a large one
and the next issue can be made by itself. Words come from jieba's list by their frequency, 2 % of
them rare ones, with names, numbers and dates between: what is read, drawn and searched has the
spread of a real paper's language, though it makes no sense.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache, partial
from importlib.util import find_spec
from multiprocessing import Pool
from pathlib import Path

from .illustrations import illustrated, write_photo

NAMES = ("晨报数字报", "晨报电子报")  # of the paper; the second for when all pages change
SECTIONS = {
    "要闻": "yaowen",
    "时政": "shizheng",
    "国际": "guoji",
    "经济": "jingji",
    "社会": "shehui",
    "文化": "wenhua",
    "体育": "tiyu",
    "教育": "jiaoyu",
    "科技": "keji",
    "评论": "pinglun",
    "副刊": "fukan",
    "地方": "difang",
}
PAGES = ("要闻", "综合", "民生", "副刊")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志文海燕红梅云龙凤生春晓东晨宇浩然"
    "子轩思远"
)
MONDAY = date(2007, 12, 31)
Random = random.Random


@dataclass(frozen=True, slots=True)
class Story:
    """An article. ``order``: its place on its page, from 1."""

    page: int
    order: int
    title: str
    section: str
    byline: tuple[str, ...]
    kicker: str
    subtitle: str
    body: str


@dataclass(frozen=True, slots=True)
class Issue:
    number: int
    day: date
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Weighted:
    """Words with their running totals of frequency, as ``random.choices`` wants them."""

    words: tuple[str, ...]
    totals: tuple[float, ...]

    @classmethod
    def of(cls, pairs: Iterable[tuple[float, str]]) -> Weighted:
        weights, words = zip(*pairs, strict=True)
        return cls(words, tuple(itertools.accumulate(weights)))

    def draw(self, rng: Random, count: int) -> list[str]:
        return rng.choices(self.words, cum_weights=self.totals, k=count)


@dataclass(frozen=True, slots=True)
class Language:
    common: Weighted
    rare: Weighted
    telling: Weighted  # nouns and verbs, for headlines
    names: Weighted

    def phrase(self, rng: Random, least: int, most: int) -> str:
        return "".join(self.telling.draw(rng, rng.randint(least, most)))

    def sentence(self, rng: Random) -> str:
        clauses = [self._clause(rng) for _ in range(rng.randint(1, 4))]
        return "，".join(clauses) + rng.choice("。。。。。。。；！？")

    def _clause(self, rng: Random) -> str:
        count = rng.randint(3, 9)
        words = self.common.draw(rng, count)
        chance = rng.random()
        if chance < 0.12:
            words[rng.randrange(count)] = self.rare.draw(rng, 1)[0]
        elif chance < 0.20:
            words[0] = self.names.draw(rng, 1)[0]
        elif chance < 0.26:
            words[rng.randrange(count)] = _figure(rng)
        text = "".join(words)
        return f"“{text}”" if chance > 0.97 else text


def _figure(rng: Random) -> str:
    figures = (
        f"{rng.randint(1978, 2021)}年",
        f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日",
        f"{rng.randint(1, 99)}%",
        f"{rng.randint(1, 900)}万元",
        f"第{rng.randint(1, 30)}届",
    )
    return rng.choice(figures)


@lru_cache(maxsize=1)
def language() -> Language:
    """From jieba's word list, which isn't imported: reading the file is enough."""
    found = find_spec("jieba")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("jieba")
    listed = []
    for line in Path(found.origin).with_name("dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, *kinds = line.split()
        if len(word) <= 4 and all("\u4e00" <= c <= "\u9fff" for c in word):
            listed.append((int(count), word, kinds[0] if kinds else "x"))
    listed.sort(key=lambda row: (-row[0], row[1]))
    # a rare single character would make a query that no reader types
    listed = [row for n, row in enumerate(listed) if len(row[1]) > 1 or n < 4500]
    common, rare = listed[:6000], listed[6000:36000]
    telling = [row for row in common if row[2][:1] in "nv" and len(row[1]) > 1]
    return Language(
        common=Weighted.of(row[:2] for row in common),
        rare=Weighted.of(row[:2] for row in rare),
        telling=Weighted.of(row[:2] for row in telling),
        names=Weighted.of((1 / (n + 10), name) for n, name in enumerate(_names())),
    )


def _names() -> list[str]:
    """500 of them; the first write most."""
    rng = Random("names")
    names: dict[str, bool] = {}
    while len(names) < 500:
        name = rng.choice(SURNAMES) + "".join(rng.choices(GIVEN, k=rng.choice((1, 2, 2))))
        names[name] = True
    return list(names)


def issue(number: int, words: Language | None = None) -> Issue:
    """Issue ``number``, from 1: always the same."""
    words = words or language()
    rng = Random(f"issue-{number}")
    day = MONDAY + timedelta(days=7 * (number // 5) + number % 5)
    counts = [5, 5, 5, 5]
    for _ in range(2):
        fewer, more = rng.sample(range(4), 2)
        if counts[fewer] > 3 and counts[more] < 7:
            counts[fewer] -= 1
            counts[more] += 1
    stories: list[Story] = []
    for page, count in enumerate(counts, 1):
        sections = rng.sample(list(SECTIONS), 3)
        stories += (_story(rng, words, page, order, sections) for order in range(1, count + 1))
    return Issue(number, day, tuple(stories))


def _story(rng: Random, words: Language, page: int, order: int, sections: list[str]) -> Story:
    names = words.names.draw(rng, rng.choice((1, 1, 1, 2, 2, 3)))
    return Story(
        page,
        order,
        title=words.phrase(rng, 3, 6),
        section=rng.choice(sections),
        byline=tuple(dict.fromkeys(names)),
        kicker=words.phrase(rng, 2, 5) if rng.random() < 0.3 else "",
        subtitle="——" + words.phrase(rng, 3, 7) if rng.random() < 0.4 else "",
        body=_body(rng, words),
    )


def _body(rng: Random, words: Language) -> str:
    paragraphs = list(_paragraphs(rng, words, rng.randint(300, 1500)))
    if rng.random() < 0.18:
        lines = (f"- {words.phrase(rng, 3, 7)}" for _ in range(rng.randint(3, 6)))
        paragraphs.insert(rng.randint(1, len(paragraphs)), "\n".join(lines))
    if rng.random() < 0.06:
        paragraphs.insert(rng.randint(1, len(paragraphs)), _table(rng, words))
    if rng.random() < 0.15:
        paragraphs.insert(len(paragraphs) // 2, f"## {words.phrase(rng, 2, 4)}")
    return "\n\n".join(paragraphs) + "\n"


def _paragraphs(rng: Random, words: Language, target: int) -> Iterator[str]:
    written = 0
    while written < target:
        want, sentences, length = rng.randint(80, 260), [], 0
        while length < want and written + length < target:
            sentence = words.sentence(rng)
            bold = rng.random() < 0.03
            sentences.append(f"**{sentence[:-1]}**{sentence[-1]}" if bold else sentence)
            length += len(sentence)
        written += length
        yield "".join(sentences)


def _table(rng: Random, words: Language) -> str:
    rows = (
        f"| {words.phrase(rng, 1, 2)} | {rng.randint(1, 9999)} | {words.phrase(rng, 2, 4)} |"
        for _ in range(rng.randint(3, 7))
    )
    return "\n".join(("| 项目 | 数量 | 说明 |", "| --- | ---: | --- |", *rows))


def write_for_banxin(content: Path, issue: Issue, pictures: int = 0) -> None:
    """One issue's folder below ``content``."""
    folder = content / "issues" / f"{issue.day:%Y}" / issue.day.isoformat()
    folder.mkdir(parents=True, exist_ok=True)
    pages = "".join(f"  - name: {name}\n" for name in PAGES)
    _write(folder / "issue.md", f"---\nnumber: {issue.number}\npages:\n{pages}---\n")
    photos = illustrated(issue, pictures)
    for story in issue.stories:
        fields = [f'title: "{story.title}"', f"page: {story.page}", f"section: {story.section}"]
        fields += [f"byline: 记者 {' '.join(story.byline)}", *_headings(story)]
        fields += ["rank: lead"] if story.order == 1 else []
        if file := photos.get((story.page, story.order)):
            write_photo(folder / file, issue, story.page, story.order)
            fields.append(f"photos: [{{file: {file}, caption: {story.title}}}]")
        name = f"{story.page:02}-{story.order:02}-article.md"
        _write(folder / name, "\n".join(("---", *fields, "---", "", story.body)))


def write_for_hugo(content: Path, issue: Issue, pictures: int = 0) -> None:
    """The same as nested sections: year, issue, page, each with its _index.md."""
    year = content / f"{issue.day:%Y}"
    folder = year / f"{issue.day:%m%d}"
    folder.mkdir(parents=True, exist_ok=True)
    _write(year / "_index.md", f'---\ntitle: "{issue.day.year}年"\nlayout: year\n---\n')
    head = f'title: "第{issue.number}期 {issue.day}"\ndate: {issue.day}\nissue: {issue.number}'
    _write(folder / "_index.md", f"---\n{head}\nlayout: issue\n---\n")
    for page in range(1, len(PAGES) + 1):
        (folder / str(page)).mkdir(exist_ok=True)
        head = f'title: "{issue.day} 第{page}版"\ndate: {issue.day}\npageno: {page}\nweight: {page}'
        _write(folder / str(page) / "_index.md", f"---\n{head}\nlayout: ban\n---\n")
    photos = illustrated(issue, pictures)
    for story in issue.stories:
        fields = [f'title: "{story.title}"', f"date: {issue.day}", f"issue: {issue.number}"]
        fields += [f"pageno: {story.page}", f"section: {story.section}", "byline:"]
        fields += [*(f"  - {name}" for name in story.byline), *_headings(story)]
        if name := photos.get((story.page, story.order)):
            write_photo(folder / str(story.page) / name, issue, story.page, story.order)
            fields.append(f"photo: {name}")
        file = folder / str(story.page) / f"{story.order:02}.md"
        _write(file, "\n".join(("---", *fields, f"order: {story.order}", "---", "", story.body)))


def _headings(story: Story) -> list[str]:
    given = (("kicker", story.kicker), ("subtitle", story.subtitle))
    return [f'{name}: "{text}"' for name, text in given if text]


def write_paper(content: Path) -> None:
    """paper.yml, without which Banxin has no paper."""
    content.mkdir(parents=True, exist_ok=True)
    sections = "".join(f"  {key}: {name}\n" for name, key in SECTIONS.items())
    text = f"name: {NAMES[0]}\nbase_url: https://example.org/\nsections:\n{sections}"
    _write(content / "paper.yml", text)


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")


Writer = Callable[[Path, Issue], None]


def make(numbers: range, targets: tuple[tuple[Writer, Path], ...], *, processes: int = 2) -> None:
    """Write the issues ``numbers`` with each writer to its folder."""
    if len(numbers) < 20:
        for number in numbers:
            _make(targets, number)
        return
    with Pool(processes) as pool:
        for _ in pool.imap_unordered(partial(_make, targets), numbers, chunksize=20):
            pass


def _make(targets: tuple[tuple[Writer, Path], ...], number: int) -> None:
    made = issue(number)
    for write, folder in targets:
        write(folder, made)
