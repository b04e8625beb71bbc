"""What stands on a made-up evening's page: by seed, so that what went wrong can be made again."""

from __future__ import annotations

import random

import msgspec

from tests.evenings import phrases

SIZES = ((900, 600), (900, 675), (960, 540), (600, 900), (640, 800), (700, 700), (1200, 500))
_BODIES: tuple[str, ...] = (
    "news",
    "news",
    "news",
    "news",
    "news",
    "table",
    "poem",
    "names",
    "letter",
    "list",
)
_BODIES += ("obituary", "advertisement", "qa", "statement")
_RANKS = ("normal", "normal", "normal", "normal", "box", "notice", "photo", "brief", "brief")


class Text(msgspec.Struct, frozen=True):
    """A story: fields of its front matter, its body, and the sizes of its pictures."""

    fields: dict[str, object]
    body: str
    pictures: tuple[tuple[int, int], ...] = ()


def evening(seed: int) -> tuple[Text, ...]:
    """The stories of one page: four to thirty, with up to twelve pictures in all."""
    rng = random.Random(f"evening {seed}")
    count = rng.choice((4, 5, 7, 9, 12, 15, 20, 30))
    left = rng.choice((0, 1, 3, 6, 12))
    stories = []
    for n in range(count):
        pictures = min(left, _pictures(rng, left, count - n))
        left -= pictures
        stories.append(_story(rng, _rank(rng, n, count), pictures))
    return tuple(stories)


def _pictures(rng: random.Random, left: int, stories: int) -> int:
    if left and rng.random() < left / stories:
        return rng.choice((1, 1, 1, 2, 3, 3, 5, 7))
    return 0


def _rank(rng: random.Random, n: int, count: int) -> str:
    if n == 0:
        return rng.choice(("lead", "lead", "normal"))
    if n == 1:
        return rng.choice(("second", "normal"))
    return "bottom" if n == count - 1 and rng.random() < 0.4 else rng.choice(_RANKS)


def _story(rng: random.Random, rank: str, pictures: int) -> Text:
    fields: dict[str, object] = {"section": "要闻", "rank": rank}
    fields["title"] = phrases.title(rng, rng.choice((4, 8, 12, 14, 20, 28, 40, 60)))
    if rank in ("lead", "second") or rng.random() < 0.15:  # in three levels
        fields["kicker"] = phrases.title(rng, rng.choice((8, 16, 30))).replace("|", "")
        fields["subtitle"] = [
            phrases.title(rng, 18).replace("|", "") for _ in range(rng.choice((1, 2)))
        ]
    if rng.random() < 0.6:
        fields["byline"] = "记者 " + " ".join(phrases.name(rng) for _ in range(rng.choice((1, 2))))
    if rank == "normal" and rng.random() < 0.1:
        fields["vertical"] = True
    sizes = tuple(rng.choice(SIZES) for _ in range(pictures))
    return Text(fields, _body(rng, rank, fields), sizes)


def _body(  # noqa: C901 - a case for each kind of text
    rng: random.Random, rank: str, fields: dict[str, object]
) -> str:
    if rank == "brief":
        return phrases.prose(rng, rng.choice((30, 60, 110)))
    if rank == "photo":
        return phrases.prose(rng, rng.choice((40, 80, 140)))
    if rank == "lead":
        return phrases.prose(rng, rng.choice((250, 700, 1500, 3700)))
    match rng.choice(_BODIES):
        case "table":
            return _lead_in(rng) + table(rng)
        case "poem":
            fields["kind"] = "poem"
            return _poem(rng)
        case "names":
            fields["kind"] = "names"
            return _lead_in(rng) + "　".join(
                phrases.name(rng) for _ in range(rng.choice((12, 40, 90)))
            )
        case "obituary" | "advertisement" | "statement" as kind:
            fields["kind"] = kind
            del fields["rank"]  # a kind's own counts
            return phrases.prose(rng, rng.choice((60, 140, 300)))
        case "qa":
            fields["kind"] = "qa"
            pairs = (
                f"问：{phrases.title(rng, 14)}？\n\n答：{phrases.sentence(rng)}" for _ in "一二三"
            )
            return "\n\n".join(pairs)
        case "letter":
            fields["kind"] = "letter"
            fields["signoff"] = {"by": [phrases.name(rng)], "date": "2026-11-20"}
            return f"编辑同志：\n\n{phrases.prose(rng, 260)}\n\n此致\n\n敬礼！"
        case "list":
            return _lead_in(rng) + "".join(f"{n}. {phrases.sentence(rng)}\n" for n in range(1, 7))
    if rank in ("box", "notice"):
        fields["signoff"] = {"by": ["县公安局交通警察大队"], "date": "2026-11-27"}
    return phrases.prose(rng, rng.choice((60, 140, 260, 450, 700, 1100)))


def _lead_in(rng: random.Random) -> str:
    return phrases.sentence(rng) + "\n\n" if rng.random() < 0.7 else ""


def table(rng: random.Random) -> str:
    """From two columns by three rows to twelve by sixty."""
    columns, rows = rng.choice(
        ((2, 3), (3, 8), (4, 12), (5, 20), (6, 10), (8, 16), (12, 6), (12, 60))
    )
    heads = [
        "名次",
        *rng.sample(("姓名", "单位", "成绩", "编号", "时间", "比例", "合计", "金额"), k=7),
    ] * 2
    lines = [heads[:columns], ["---"] * columns]
    lines += [
        [str(n), *(phrases.code(rng) for _ in range(columns - 1))] for n in range(1, rows + 1)
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _poem(rng: random.Random) -> str:
    stanzas = rng.choice((1, 2, 3))
    return "\n\n".join(
        "  \n".join(phrases.title(rng, 7).replace("|", "") + "，" for _ in range(4))
        for _ in range(stanzas)
    )
