"""A page is arranged with the sizes that its theme gives, every one of them, whatever they are."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from markupsafe import Markup
from msgspec import inspect
from msgspec.structs import replace

from banxin.layout import arrange
from banxin.layout.metrics import Metrics
from banxin.layout.rows import Placed, Row
from banxin.site.views import Item, Link, Notice
from tests.support.made_pages import TITLES, made
from tests.support.metrics import BROADSHEET
from tests.support.sample_articles import body, front_items, headline, image, item

FACTORS = (1.5, 2, 3, 0.6, 0.3, 10, 0.01)
NAMES = Metrics.__struct_fields__
TABLE = f"<table>{'<tr><td>鄞州区横路初中</td><td>衢江区</td></tr>' * 12}</table>"
VERSE = "<p>雪落在江上，<br>灯亮在桥头。</p>\n" * 5
LIST = f"<ul>{'<li>清淤沟渠八百三十公里，加固堤防十二处</li>' * 9}</ul><h3>小标题</h3>"


def with_body(made: Item, html: str) -> Item:
    return replace(made, body=made.body + Markup(html))


def pages() -> tuple[tuple[Item, ...], ...]:
    """Pages with everything that has a size of its own."""
    upright = item(1, "老街七十二家|铺面重张", 500, vertical=True, kicker="城南旧事")
    short = item(2, "浅滩巡护", 140)
    sourced = replace(item(3, "桥通之后", 300), source=Link("", "江城电视台"))
    signed = replace(
        item(4, "公　告", 150, rank="notice"), signoff=Notice(("江城自来水公司",), "2026年11月23日")
    )
    return (
        front_items(),
        (short,),
        (item(1, "大桥通车", 600, rank="lead"), upright, item(3, "夜校一座难求", 300)),
        (upright, short),
        (replace(upright, body=body(260), length=260),),
        (replace(upright, title=headline("老街七十二家铺面重张开门迎客")), sourced, signed),
        (with_body(item(1, "中考分数线公布", 400), TABLE), short, sourced),
        (with_body(item(1, "冬修水利", 200), LIST), signed, sourced, item(5, "夜校", 900)),
        (with_body(item(1, "划片", 60), TABLE), with_body(item(2, "名单", 60), LIST)),
        tuple(item(n, "市夜校冬季班今起报名", 40 + n * 9, rank="brief") for n in range(1, 8)),
        (item(1, "图", 200, photos=(image(800, 1500), image(900, 900))), sourced, upright),
        (item(1, "竖图", 900, photos=(image(800, 1300),)), short, signed),
        (item(1, "宽图", 900, photos=(image(1600, 1000), image())), item(2, "又", 700), short),
    )


def more_pages() -> tuple[tuple[Item, ...], ...]:
    """Pages of many articles, and of lengths that only just fit or don't."""
    short = item(2, "浅滩巡护", 140)
    sourced = replace(item(3, "桥通之后", 300), source=Link("", "江城电视台"))
    return (
        tuple(item(n, f"第{n}篇", 330 * n, photos=(image(),) * (n % 2)) for n in range(1, 9)),
        tuple(item(n, "江城", 90, rank="box") for n in range(1, 7)),
        tuple(item(n, "老街铺面", 2600, rank="normal") for n in range(1, 6)),
        tuple(item(n, TITLES[0], length) for n, length in enumerate((30, 1500, 100, 30, 60))),
        tuple(item(n, TITLES[0], length) for n, length in enumerate((100, 100, 20, 60, 1200))),
        made(12, "mixed", pictures=True),
        tuple(item(n, TITLES[0], length) for n, length in enumerate((1200, 40, 20, 60, 80))),
        tuple(item(n, TITLES[0], length) for n, length in enumerate((200, 120, 450))),
        made(8, "mixed", pictures=True),
        made(3, "short", pictures=True),
        made(7, "one long", pictures=True),
        made(10, "mixed", pictures=True),
        made(8, "mixed", pictures=False),
        made(10, "mixed", pictures=False),
        made(16, "short", pictures=True),
        made(11, "mixed", pictures=True),
        made(21, "short", pictures=True),
        made(14, "mixed", pictures=True),
        made(8, "short", pictures=False),
        tuple(item(n, TITLES[0], length) for n, length in enumerate((30, 150, 150, 120, 2000))),
        (with_body(item(1, "冬夜", 0, rank="lead"), VERSE), short, sourced),
    )


PAGES = (*pages(), *more_pages())


def arranged(metrics: Metrics) -> list[tuple[Row, ...]]:
    return [arrange(items, "", metrics) for items in PAGES]


def sizes() -> Iterator[tuple[str, int | None]]:
    """Every number there is: a field, and its place where the field is a list."""
    for name in NAMES:
        value = getattr(BROADSHEET, name)
        yield from ((name, n) for n in (range(len(value)) if isinstance(value, tuple) else [None]))


def changed(name: str, place: int | None, factor: float) -> Metrics:
    value = getattr(BROADSHEET, name)
    if place is None:
        return replace(BROADSHEET, **{name: value * factor})
    other = tuple(one * factor if n == place else one for n, one in enumerate(value))
    return replace(BROADSHEET, **{name: other})


@pytest.mark.parametrize(("name", "place"), tuple(sizes()))
def test_every_size_makes_a_difference(name: str, place: int | None) -> None:
    usual = arranged(BROADSHEET)
    assert any(arranged(changed(name, place, factor)) != usual for factor in FACTORS)


def every_placed(metrics: Metrics) -> Iterator[Placed]:
    for rows in arranged(metrics):
        yield from (placed for row in rows for block in row.blocks for placed in block.items)


def test_a_theme_with_one_size_of_text_sets_no_text_larger() -> None:
    assert any(placed.scale for placed in every_placed(BROADSHEET))
    assert not any(p.scale for p in every_placed(replace(BROADSHEET, text=(17.0,))))


def test_a_theme_with_one_leading_sets_no_lines_wider() -> None:
    assert any(placed.leading for placed in every_placed(BROADSHEET))
    assert not any(p.leading for p in every_placed(replace(BROADSHEET, leading=(1.75,))))


def test_blocks_and_gaps_fill_the_page_whatever_its_width() -> None:
    narrow = replace(BROADSHEET, page_width=900.0, gap=20.0)
    for metrics in (BROADSHEET, narrow):
        assert metrics.width(12) == metrics.page_width
        assert metrics.width(8) + metrics.gap + metrics.width(4) == pytest.approx(metrics.width(12))


def bounds(name: str) -> tuple[float, float]:
    types = {field.name: field.type for field in msgspec.structs.fields(Metrics)}
    kind = inspect.type_info(types[name])
    number = kind.item_type if isinstance(kind, inspect.VarTupleType) else kind
    assert isinstance(number, inspect.FloatType)
    assert number.ge is not None
    assert number.le is not None
    return float(number.ge), float(number.le)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_arranged_with_the_least_and_the_most_that_a_size_may_be(name: str) -> None:
    for value in bounds(name):
        known = getattr(BROADSHEET, name)
        most = (value,) * len(known) if isinstance(known, tuple) else value
        metrics = replace(BROADSHEET, **{name: most})
        if metrics.too_narrow:
            continue
        for items, rows in zip(PAGES, arranged(metrics), strict=True):
            found = [p.index for row in rows for block in row.blocks for p in block.items]
            assert sorted(found) == list(range(len(items)))
