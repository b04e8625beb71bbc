"""A wide table on a telephone: it scrolls in a frame of its own, and its rows keep their names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support import themed_paper
from tests.support.search_server import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

THEMES = ("broadsheet", "tabloid")
HEADS = tuple("序号 姓名 性别 民族 出生年月 籍贯 学历 政治面貌 现任职务 拟任职务".split())  # noqa: SIM905
POST = "县农业农村局党组成员、副局长"
ROW = ("王秀英", "女", "汉族", "1983.04", "浙江江城", "研究生", "中共党员", POST, "继续任职")
WORDY = "年满16周岁的城乡居民，非国家机关和事业单位工作人员"
STORIES = {
    "candidates": (HEADS, [[str(n), *ROW] for n in range(1, 4)]),
    "months": (["项目", *[f"{n}月" for n in range(1, 21)]], [["客运量", *["12,345"] * 20]] * 2),
    "prices": (["票种", "价格", "人数"], [["普通成人", "三十元整", "每日八百"]] * 2),
    "services": (["事项", "条件", "材料", "地点"], [["参保登记", WORDY, WORDY, WORDY]] * 2),
}
Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The addresses of a paper of tables in each theme."""
    with ExitStack() as stack:
        roots = {theme: tmp_path_factory.mktemp(theme) for theme in THEMES}
        yield {name: stack.enter_context(served(built(root, name))) for name, root in roots.items()}


def built(root: Path, theme: str) -> Path:
    stories = {}
    for n, (name, (head, rows)) in enumerate(STORIES.items(), 1):
        lines = "\n".join("\t".join(row) for row in (head, *rows))
        stories[f"01-{n:02}-{name}.md"] = f"---\ntitle: {name}\n---\n{lines}\n"
    return themed_paper.built(root, theme, stories)


@pytest.fixture
def story(browser: Browser, sites: dict[str, str]) -> Iterator[Open]:
    """A story's own page in a theme, ``width`` pixels wide."""
    pages = []

    def opened(theme: str, name: str, width: int = 320, size: int = 16) -> Page:
        page = browser.new_page(viewport={"width": width, "height": 800})
        pages.append(page)
        number = [*STORIES].index(name) + 1
        page.goto(f"{sites[theme]}2026-11-28/01/{number:02}/")
        if size != 16:
            enlarge(page, size)
        return page

    yield opened
    for page in pages:
        page.close()


def enlarge(page: Page, size: int) -> None:
    """Type as large as a reader's own setting makes it, in pixels of a usual text."""
    page.evaluate(f"document.documentElement.style.fontSize = '{size}px'")


def overflow(page: Page) -> int:
    """Pixels by which the page itself would have to be moved sideways."""
    found: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return found


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("theme", THEMES)
def test_a_page_with_a_table_never_moves_sideways(theme: str, name: str, story: Open) -> None:
    page = story(theme, name)
    for width, size in ((320, 16), (320, 24), (320, 32), (390, 32)):
        page.set_viewport_size({"width": width, "height": 800})
        enlarge(page, size)
        assert overflow(page) <= 0, (width, size)


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("theme", THEMES)
def test_no_head_of_a_column_is_broken(theme: str, name: str, story: Open) -> None:
    page = story(theme, name)
    lines = page.locator(".table th").evaluate_all(
        "all => all.map(th => { const r = document.createRange(); r.selectNodeContents(th);"
        " return new Set([...r.getClientRects()].map(box => box.top)).size; })"
    )
    assert set(lines) == {1}


@pytest.mark.parametrize("theme", THEMES)
def test_a_long_cell_of_a_table_that_is_moved_anyway_is_no_narrow_strip(
    theme: str, story: Open
) -> None:
    page = story(theme, "services")
    ems = page.locator("td.words").evaluate_all(
        "all => all.map(td => td.clientWidth / parseFloat(getComputedStyle(td).fontSize))"
    )
    assert min(ems) >= 10
    assert max(ems) < 15  # a telephone shows all of one


@pytest.mark.parametrize("theme", THEMES)
def test_a_wide_table_is_reached_by_a_key_and_moved_by_arrows(theme: str, story: Open) -> None:
    page = story(theme, "candidates")
    frame = page.get_by_role("region", name="表格：序号、姓名、性别")
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.evaluate(
        "() => new Promise(moved => { const look = () => document.querySelector('.table')"
        ".scrollLeft > 0 ? moved() : requestAnimationFrame(look); look(); })"
    )


@pytest.mark.parametrize(("name", "column"), [("candidates", 2), ("months", 1), ("services", 1)])
@pytest.mark.parametrize("theme", THEMES)
def test_who_or_what_a_row_is_of_stays_in_sight(
    theme: str, name: str, column: int, story: Open
) -> None:
    """It isn't the number of a row that is asked for."""
    page = story(theme, name)
    page.locator(".table").evaluate("frame => { frame.scrollLeft = 150; }")
    key = page.locator(f".table tr:nth-child(2) > :nth-child({column})").bounding_box()
    frame = page.locator(".table").bounding_box()
    assert key
    assert frame
    assert abs(key["x"] - frame["x"]) < 1


@pytest.mark.parametrize("theme", THEMES)
def test_no_column_takes_most_of_a_screen_for_itself(theme: str, story: Open) -> None:
    """Where type is so large, whatever else the table has would find no room beside it."""
    page = story(theme, "months", 320, 40)
    page.locator(".table").evaluate("frame => { frame.scrollLeft = 150; }")
    key = page.locator(".table td").first.bounding_box()
    assert key
    assert key["x"] < 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("theme", THEMES)
def test_an_edge_shows_that_a_table_goes_on(theme: str, scheme: str, story: Open) -> None:
    page = story(theme, "months")
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    assert contrast_at_the_edge(page) > 20
    page.locator(".table").evaluate("frame => { frame.scrollLeft = 9999; }")
    assert contrast_at_the_edge(page) < 8


def contrast_at_the_edge(page: Page) -> int:
    """Between the frame's right edge and 40 pixels further in, in its last row's foot: of 255."""
    from io import BytesIO

    from PIL import Image

    shot = Image.open(BytesIO(page.locator(".table").screenshot())).convert("L")
    width, height = shot.size
    rows = range(height - 6, height - 2)
    edge = [int(shot.getpixel((width - 2, y))) for y in rows]  # type: ignore[arg-type]
    within = [int(shot.getpixel((width - 40, y))) for y in rows]  # type: ignore[arg-type]
    return max(abs(a - b) for a, b in zip(edge, within, strict=True))


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("theme", THEMES)
def test_a_table_is_printed_whole(theme: str, name: str, story: Open) -> None:
    page = story(theme, name, 657)  # A4 without its margins
    page.emulate_media(media="print")
    hidden, over = page.locator(".table").evaluate(
        "frame => [getComputedStyle(frame).overflowX, frame.scrollWidth - frame.clientWidth]"
    )
    assert (hidden, over) == ("visible", 0)


def test_a_card_tells_what_a_table_is_of_and_no_cells(
    browser: Browser, sites: dict[str, str]
) -> None:
    page = browser.new_page()
    page.goto(f"{sites['tabloid']}2026-11-28/01/")
    assert page.locator(".card > p").all_inner_texts() == [
        "表：序号、姓名、性别、民族、出生年月、籍贯等（3行）",
        "表：项目、1月、2月、3月、4月、5月等（2行）",
        "表：票种、价格、人数（2行）",
        "表：事项、条件、材料、地点（2行）",
    ]
    page.close()
