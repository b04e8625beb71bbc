"""Pages of made-up articles, as editors might fill them."""

from __future__ import annotations

import random

from banxin.model import Rank
from banxin.site.views import Item
from tests.support.sample_articles import image, item

TITLES = (
    "江城铁路大桥今日通车",
    "全市“冬修水利”|十日完成七成",
    "桥通之后，更要心通",
    "衢江区安全生产（森林防灭火）|暨疫情防控工作推进会召开",
    "老街七十二家|铺面重张",
    "图书馆“通宵自习”试行两月",
)
LENGTHS = {"mixed": (120, 250, 400, 600, 900), "short": (60, 100, 140), "one long": (200, 350, 500)}
SIZES = ((1200, 800), (1200, 900), (1600, 900), (800, 1000))  # the last only among others


def made(count: int, kind: str, pictures: bool) -> tuple[Item, ...]:
    """A page as an editor might fill it: the same for the same arguments."""
    rng = random.Random(f"{count} {kind} {pictures}")
    return tuple(_item(rng, n, count, kind, pictures) for n in range(count))


def _item(rng: random.Random, n: int, count: int, kind: str, pictures: bool) -> Item:
    length = 4200 if kind == "one long" and n == 0 else rng.choice(LENGTHS[kind])
    rank = _rank(rng, n, count, pictures)
    photos = (
        (image(*rng.choice(SIZES[: 3 if count == 1 else 4])),)
        if pictures and (rank == "photo" or n % 3 == 0)
        else ()
    )
    if rank in ("brief", "notice", "photo"):
        length = min(length, 120)
    return item(
        n + 1,
        rng.choice(TITLES),
        length,
        rank=rank,
        photos=photos,
        subtitle="历时26个月修缮 修旧如旧能留尽留" if rng.random() < 0.4 else "",
        vertical=rank == "normal" and rng.random() < 0.2,
    )


def _rank(rng: random.Random, n: int, count: int, pictures: bool) -> Rank:
    if n == 0:
        return "lead"
    if n == 1 and count > 2:
        return "second"
    if count < 6:
        return "normal"
    if n == count - 1:
        return "bottom"
    others: tuple[Rank, ...] = ("normal", "normal", "normal", "box", "brief", "notice")
    return rng.choice((*others, "photo") if pictures else others)
