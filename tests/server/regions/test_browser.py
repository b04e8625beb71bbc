"""Drawing hot areas in a real browser, with a mouse and without one, up to the built page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from banxin.pipeline.build import build
from banxin.pipeline.project import Options, Project
from tests.gates.axe import violations
from tests.gates.server import served
from tests.support.present import present
from tests.support.regions_page import Drawing, copied, drawing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Locator, Page

MESSAGE = "新年献词：愿你所往，皆有桥"


@pytest.fixture
def board(tmp_path: Path) -> Iterator[Drawing]:
    with drawing(copied(tmp_path)) as board:
        yield board


@pytest.fixture
def page(browser: Browser, board: Drawing) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        refused = "409" in message.text or "ERR_FAILED" in message.text  # what a test provokes
        ours = message.location["url"].startswith(board.url)
        if message.type == "error" and ours and not refused:
            complaints.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(board.url)
    page.locator("polygon").nth(6).wait_for()
    yield page
    context.close()
    assert complaints == []


def article(page: Page, number: int) -> Locator:
    return page.locator("#articles button").nth(number - 1)


def at(page: Page, x: float, y: float) -> tuple[float, float]:
    """A place of the image, given in per cent, on the screen."""
    box = present(page.locator("#plate").bounding_box())
    return box["x"] + box["width"] * x / 100, box["y"] + box["height"] * y / 100


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    page.mouse.move(*at(page, *start))
    page.mouse.down()
    page.mouse.move(*at(page, start[0] + 1, start[1] + 1))
    page.mouse.move(*at(page, *end))
    page.mouse.up()


def save(page: Page, told: str) -> None:
    page.locator("#status").evaluate("status => status.textContent = ''")
    page.get_by_role("button", name=re.compile("^保存")).click()
    page.locator("#status").get_by_text(told).wait_for()


def region(board: Drawing, name: str) -> list[list[float]]:
    """The points that the article's file has, by its own line."""
    line = re.search(r"^(?:region|热区): (.*)$", board.file(name).read_text("utf-8"), re.MULTILINE)
    return [] if line is None else [
        [float(n) for n in point.split(",")] for point in re.findall(r"\[([\d., ]+)\]", line[1])
    ]  # fmt: skip


def near(found: list[list[float]], wanted: Sequence[tuple[float, float]]) -> bool:
    """Within a third of a per cent: about two pixels of the image on the screen."""
    return len(found) == len(wanted) and all(
        abs(a - b) < 0.34
        for f, w in zip(found, wanted, strict=True)
        for a, b in zip(f, w, strict=True)
    )


def test_a_rectangle_is_drawn_saved_built_and_leads_to_its_article(
    page: Page, board: Drawing
) -> None:
    article(page, 2).click()
    page.get_by_role("button", name="删除这块热区").click()
    assert "未画" in article(page, 2).inner_text()
    page.get_by_label("画矩形").check()
    drag(page, (70, 20), (95, 60))
    assert page.locator("#article").input_value() == "01/02"
    before = board.file("01-02").read_bytes()
    save(page, "已保存 1 篇")
    wanted = [(70, 20), (95, 20), (95, 60), (70, 60)]
    assert near(region(board, "01-02"), wanted)
    after = board.file("01-02").read_bytes()
    assert re.sub(rb"region: .*", b"", after) == re.sub(rb"region: .*", b"", before)

    output = board.root / "output"
    build(Project(board.root), Options(output, base_url="/", search=False))
    with served(output, "/") as site:
        page.goto(f"{site}2026-01-01/01/")
        area = page.locator(f'svg a[aria-label="{MESSAGE}"] polygon')
        shown = present(area.get_attribute("points")).split()
        assert near([[float(n) for n in point.split(",")] for point in shown], wanted)
        plate = present(page.locator(".plate img").bounding_box())
        page.mouse.click(plate["x"] + plate["width"] * 0.8, plate["y"] + plate["height"] * 0.4)
        page.wait_for_url("**/2026-01-01/01/02/")


def test_a_polygon_is_clicked_point_by_point_and_given_to_an_article(
    page: Page, board: Drawing
) -> None:
    page.get_by_label("画多边形").check()
    corners = [(10, 20), (40, 20), (40, 40), (25, 40), (25, 60), (10, 60)]
    for corner in corners:
        page.mouse.click(*at(page, *corner))
    page.mouse.click(*at(page, *corners[0]))
    assert page.locator("polygon.nobody").count() == 1
    save(page, "还没有指定稿件")
    page.locator("#article").select_option("01/03")
    assert page.locator("polygon.nobody").count() == 1  # the one that the article had before
    page.locator("polygon.nobody").focus()
    page.keyboard.press("Delete")
    save(page, "已保存 1 篇")
    assert near(region(board, "01-03"), corners)
    assert "\n热区: " in board.file("01-03").read_text("utf-8")


def test_an_area_is_moved_reshaped_and_put_back(page: Page, board: Drawing) -> None:
    old = region(board, "01-02")
    drag(page, (80, 40), (70, 45))
    moved = [(58.1, 19.3), (86.9, 19.3), (86.9, 72.5), (58.1, 72.5)]
    save(page, "已保存 1 篇")
    assert near(region(board, "01-02"), moved)
    drag(page, (58.1, 19.3), (60, 25))  # its first corner
    drag(page, (58.9, 48.8), (50, 50))  # the middle of its last side becomes a corner
    save(page, "已保存 1 篇")
    assert near(region(board, "01-02"), [(60, 25), *moved[1:], (50, 50)])
    for _ in range(3):
        page.keyboard.press("Control+z")
    save(page, "已保存 1 篇")
    assert region(board, "01-02") == old


def test_all_of_it_works_without_a_mouse(page: Page, board: Drawing) -> None:
    article(page, 5).focus()
    page.keyboard.press("Enter")
    page.locator("polygon.chosen").focus()
    page.keyboard.press("Delete")
    article(page, 5).focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="添一个矩形").focus()
    page.keyboard.press("Enter")
    for key in ("ArrowLeft", "ArrowLeft", "ArrowUp", "Shift+ArrowUp"):
        page.keyboard.press(key)
    page.locator("#handles .corner").nth(2).focus()
    page.keyboard.press("ArrowRight")
    page.locator("#handles .between").nth(0).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Control+s")
    page.locator("#status").get_by_text("已保存 1 篇").wait_for()
    expected = [[28, 28.9], [48, 29.9], [68, 28.9], [69, 58.9], [28, 58.9]]
    assert region(board, "01-05") == expected


def test_points_can_be_typed_and_nonsense_is_not_taken(page: Page, board: Drawing) -> None:
    article(page, 4).click()
    field = page.get_by_label("各点")
    field.fill("5,5 20,5 二十,30")
    field.blur()
    page.locator("#status").get_by_text("看不懂这些点").wait_for()
    field.fill("[5, 5], [20.04, 5], [20, 30]")
    field.blur()
    save(page, "已保存 1 篇")
    assert region(board, "01-04") == [[5, 5], [20, 5], [20, 30]]


def test_who_comes_second_is_told_and_keeps_what_was_drawn(page: Page, board: Drawing) -> None:
    file = board.file("01-02")
    drag(page, (80, 40), (75, 40))
    file.write_bytes(file.read_bytes() + "别人添的一段。\n".encode())
    save(page, "没有保存")
    assert "被别人改过" in page.locator("#problems").inner_text()
    page.get_by_role("button", name="重新读取").click()
    page.locator("#status").get_by_text("已重新读取").wait_for()
    save(page, "已保存 1 篇")
    assert near(region(board, "01-02")[:1], [(63.1, 14.3)])
    assert file.read_text("utf-8").endswith("别人添的一段。\n")


def test_a_page_whose_program_stopped_says_so(page: Page, board: Drawing) -> None:
    drag(page, (80, 40), (75, 40))
    page.route("**/save", lambda route: route.abort())
    save(page, "连不上程序")
    page.unroute("**/save")
    save(page, "已保存 1 篇")


def test_the_page_is_accessible(browser: Browser, board: Drawing, front_end_tools: Path) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(board.url)
    article(page, 2).click()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert violations(page, front_end_tools) == []
    context.close()
