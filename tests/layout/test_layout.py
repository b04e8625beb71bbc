"""Every article stands once, where its rank belongs, and the page is full."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from banxin.layout import LAYOUTS, text_measure
from banxin.layout import arrange as arrange_with
from banxin.model import Rank
from banxin.site.views import Block, Item, PageView, Placed, Row
from tests.support import sample_views
from tests.support.fill import UNFILLED
from tests.support.made_pages import LENGTHS, TITLES, made
from tests.support.metrics import BROADSHEET
from tests.support.sample_articles import body, item
from tests.support.sample_views import THEME

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route


def arrange(items: tuple[Item, ...], layout: str) -> tuple[Row, ...]:
    return arrange_with(items, layout, BROADSHEET)


def placed(rows: tuple[Row, ...]) -> list[int]:
    return [p.index for row in rows for block in row.blocks for p in block.items]


@pytest.mark.parametrize("layout", [*LAYOUTS, "", "unheard-of"])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 6, 9, 14])
def test_every_article_stands_exactly_once(count: int, layout: str) -> None:
    for kind in LENGTHS:
        rows = arrange(made(count, kind, pictures=True), layout)
        assert sorted(placed(rows)) == list(range(count))


def test_a_row_is_as_wide_as_the_page() -> None:
    for kind in LENGTHS:
        for row in arrange(made(14, kind, pictures=True), "front"):
            assert row.kind == "ear" or sum(block.span for block in row.blocks) == 12


def test_the_lead_opens_the_page_in_its_widest_block_wherever_it_was_written() -> None:
    items = made(9, "mixed", pictures=False)
    rows = arrange((*items[1:], items[0]), "front")
    first = rows[0].blocks[0]
    assert first.items[0].index == 8
    assert first.span == max(block.span for block in rows[0].blocks)


def test_on_a_front_page_without_a_lead_the_first_story_becomes_it() -> None:
    items = tuple(item(n, TITLES[n], 400) for n in range(4))
    assert arrange(items, "front")[0].blocks[0].items[0].size == 1
    assert arrange(items, "inside")[0].blocks[0].items[0].size > 1


def test_an_obituary_is_never_made_the_lead_nor_set_in_larger_type() -> None:
    obituary = replace(item(1, "讣　告", 260, rank="normal"), enlarged=False)
    others = tuple(item(n, TITLES[n], 400) for n in range(1, 4))
    blocks = [b for row in arrange((obituary, *others), "front") for b in row.blocks]
    first = next(p for b in blocks for p in b.items if p.index == 0)
    assert (first.size > 1, first.scale) == (True, 0)
    assert any(p.size == 1 for b in blocks for p in b.items if p.index)
    assert arrange((obituary,), "inside")[0].blocks[0].items[0].scale == 0


def test_names_in_a_grid_take_the_room_of_their_cells() -> None:
    def high(names: str) -> int:
        grid = Markup(f'<p class="names">{names}</p>')
        return arrange((replace(item(1, "名单", 300), body=grid),), "inside")[0].height

    narrow = high(" ".join(["<span>王</span>"] * 120))
    assert narrow == high(" ".join(["<span>李小明</span>"] * 120))
    wide = high(" ".join(['<span class="wide">欧阳文清</span>'] * 120))
    assert narrow < wide
    assert wide < high(" ".join(['<span class="wide">阿不都热西提·<wbr>买买提</span>'] * 120))


def test_what_closes_the_page_stands_at_its_foot() -> None:
    items = (item(1, TITLES[0], 500, rank="bottom"), *made(9, "mixed", pictures=False)[:6])
    assert 0 in [p.index for block in arrange(items, "front")[-1].blocks for p in block.items]


def test_teasers_and_ears_stand_beside_the_masthead() -> None:
    items = (item(1, "气象", 20, rank="ear"), item(2, "导读", 0, rank="teaser"), item(3, "甲", 300))
    rows = arrange(items, "front")
    assert [(row.kind, [b.kind for b in row.blocks]) for row in rows] == [
        ("ear", ["story", "teasers"]),
        ("row", ["story"]),
    ]


def test_briefs_stand_together() -> None:
    ranks: tuple[Rank, ...] = ("lead", "brief", "normal", "brief", "brief")
    rows = arrange(tuple(item(n, TITLES[n], 90, rank=r) for n, r in enumerate(ranks)), "front")
    blocks = [[p.index for p in block.items] for row in rows for block in row.blocks]
    assert any("134" in "".join(map(str, block)) for block in blocks)


def test_a_headline_stands_upright_only_where_the_editor_wants_it_and_there_is_room() -> None:
    upright = item(2, "老街七十二家|铺面重张", 300, vertical=True)
    others = (item(1, TITLES[0], 500, rank="lead"), item(3, TITLES[2], 400))
    found = [
        p
        for row in arrange((others[0], upright, others[1]), "front")
        for block in row.blocks
        for p in block.items
        if p.upright
    ]
    assert [p.index for p in found] == [1]
    short = replace(upright, body=body(8), length=8)
    assert not any(
        p.upright
        for row in arrange((others[0], short, others[1]), "front")
        for block in row.blocks
        for p in block.items
    )


@pytest.mark.parametrize(("length", "stands"), [(450, True), (900, False), (2500, False)])
def test_across_a_page_a_headline_stands_beside_a_text_of_its_own_height(
    length: int, stands: bool
) -> None:
    """As docs/editors.md says of vertical: true."""
    upright = item(1, "春天里的江城小巷", length, vertical=True)
    others = made(3, "mixed", pictures=False)[1:]
    for items in ((upright,), (replace(upright, wide=True), *others)):
        rows = arrange(items, "inside")
        found = {p.index: p for row in rows for block in row.blocks for p in block.items}
        assert bool(found[0].upright) == stands


def test_lines_stand_wider_apart_where_a_row_is_higher_than_its_text() -> None:
    rows = arrange(made(14, "mixed", pictures=False), "front")
    leadings = {p.leading for row in rows for block in row.blocks for p in block.items}
    assert leadings <= set(range(len(BROADSHEET.leading)))
    assert len(leadings) > 1
    alone = arrange(made(1, "mixed", pictures=False), "front")
    assert alone[0].blocks[0].items[0].leading == 0


def test_a_table_stays_whole_in_one_of_the_columns() -> None:
    table = "<table>" + "<tr><td>甲</td></tr>" * 10 + "</table>"
    text = text_measure.measured(f"<p>{'字' * 38}</p>{table}<p>{'字' * 18}</p>", BROADSHEET)
    em = BROADSHEET.em
    whole = text_measure.lines(text, 20, em, BROADSHEET)
    highest = text_measure.highest_column(text, 20, 2, em, BROADSHEET)
    assert text_measure.highest_column(text, 20, 1, em, BROADSHEET) == ceil(whole)
    (measured,) = text.tables
    assert highest >= ceil(text_measure.table_lines(measured, 20, em, BROADSHEET)) > ceil(whole / 2)


@pytest.mark.parametrize("opening", [0.0, 4.5])
def test_a_text_of_nothing_but_paragraphs_measures_what_it_does_beside_others(
    opening: float,
) -> None:
    html = "<p>今天12点，<strong>“5G”</strong>开通。</p>\n<p>二</p>\n<p>A &amp; B</p>\n"
    alone = text_measure.measured(html, BROADSHEET, opening)
    beside = text_measure.measured(f"{html}<h3>题</h3>", BROADSHEET, opening)
    assert [kind for kind, _ in alone.blocks] == ["p"] * 3
    assert alone.paragraphs == pytest.approx(beside.paragraphs)
    cut = text_measure.measured("<p>一</p>\n<p>二<br>三</p>\n", BROADSHEET)
    assert cut.blocks[1][0] == "br"


def test_the_same_page_is_laid_out_the_same_way() -> None:
    items = made(14, "mixed", pictures=True)
    assert arrange(items, "front") == arrange(items, "front")


@pytest.fixture(scope="module")
def sheet(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.route("**/*", _answer)
    yield context.new_page()
    context.close()


def _answer(route: Route) -> None:
    """Styles from the theme, drawings of the size in their name, and nothing from anywhere."""
    name = route.request.url.rsplit("/", 1)[1]
    if name.startswith("bridge-"):
        wide, high = name.removeprefix("bridge-").removesuffix(".png").split("x")
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}"/>'
        route.fulfill(body=drawing, content_type="image/svg+xml")
    elif (Path(THEME) / "static" / name).is_file():
        route.fulfill(path=Path(THEME) / "static" / name)
    else:
        route.fulfill(body=route.request.headers.get("x-page", ""), content_type="text/html")


def unfilled(sheet: Page, items: tuple[Item, ...]) -> float:
    """The share of the page that stays empty, once it is laid out and drawn."""
    return empty(sheet, replace(sample_views.page(), items=items, rows=arrange(items, "")))


def empty(sheet: Page, view: PageView) -> float:
    """The share of this page that stays empty, once it is drawn."""
    html = sample_views.draw("page.html", view)
    sheet.route("**/the-page", lambda route: route.fulfill(body=html, content_type="text/html"))
    sheet.goto("http://paper.test/the-page")
    sheet.unroute("**/the-page")
    return float(sheet.evaluate(UNFILLED)["unfilled"])


@pytest.mark.parametrize("pictures", [False, True], ids=["text", "pictures"])
@pytest.mark.parametrize("kind", LENGTHS)
@pytest.mark.parametrize("count", [1, 3, 6, 9, 14])
def test_the_page_is_full(sheet: Page, count: int, kind: str, pictures: bool) -> None:
    assert unfilled(sheet, made(count, kind, pictures)) <= 0.06


@pytest.mark.parametrize(
    ("line", "own"), [("江水流过城关镇，柑橘红了半面山，渡口的灯一盏盏", True), ("江水流过", False)]
)
def test_white_beside_verse_is_its_own_as_far_as_it_is_no_wider(
    sheet: Page, line: str, own: bool
) -> None:
    verse = Markup(f"<p>{'<br>'.join([line] * 8)}</p>")
    poem = replace(item(1, "江边", 60), kind="poem", body=verse, dateline="", byline=())
    view = replace(sample_views.page(), items=(poem,))
    rows = (Row("row", (Block("story", 12, (Placed(0),)),), 0),)
    assert (empty(sheet, replace(view, rows=rows)) < 0.06) is own


def test_a_hole_would_be_seen(sheet: Page) -> None:
    view = replace(sample_views.page(), items=(made(3, "mixed", pictures=False)), rows=())
    two = (view.items[0], view.items[1])
    wide = arrange(two[:1], "")[0].blocks[0]
    tall = arrange((replace(two[1], rank="normal"),), "")[0].blocks[0]
    rows = (Row("row", (replace(wide, span=6), replace(tall, span=3, items=tall.items)), 0),)
    assert empty(sheet, replace(view, items=two, rows=rows)) > 0.15


def test_text_outside_of_any_block_counts_as_a_paragraph() -> None:
    loose = text_measure.measured("<h2>题</h2>\n春耕备耕。", BROADSHEET)
    assert loose == text_measure.measured("<h2>题</h2>\n<p>春耕备耕。</p>\n", BROADSHEET)


def test_what_is_left_over_goes_into_frames_and_between_paragraphs_of_a_single_column() -> None:
    items = made(14, "short", pictures=False)
    rows = arrange(items, "front")
    loose = [p for row in rows for block in row.blocks for p in block.items if p.loose]
    assert loose
    assert all(p.columns == 1 or items[p.index].rank in ("box", "notice") for p in loose)
