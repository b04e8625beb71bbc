"""The page of an import in a real browser: by mouse, by keyboard, for tired eyes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from banxin.cli.imports.desk import Desk
from banxin.cli.imports.issue import paper_of
from banxin.cli.imports.page import site_of
from banxin.cli.imports.plans import Plans
from banxin.cli.imports.sources import gather
from banxin.pipeline.project import Project
from banxin.problems.texts import Words
from banxin.server.imports import Answer, shown
from tests.gates.axe import violations
from tests.support.importing_paper import FOLDER, NEWS, importing_paper, manuscript
from tests.support.manuscripts.laid_out import Typed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PICTURED = (*NEWS, Typed("picture"), Typed("caption", "图为现场。"))


@pytest.fixture
def page(browser: Browser, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Page]:
    """With three stories, the last of which says no page."""
    paper = importing_paper(tmp_path, capsys)
    files = [manuscript(paper, name, PICTURED) for name in ("01-01.docx", "01-02.docx", "x.docx")]
    with ExitStack() as stack:
        found = gather(files, frozenset(), stack)
        project, words = Project(paper.folder), Words("zh")
        key = FOLDER.rpartition("/")[2]
        plans = Plans(project, key, paper_of(project), found.sources, words)
        desk = Desk(plans, plans.made(found.wanted), words)
        site = site_of(desk, lambda form: Answer(f"s{desk.take(form).at}"))
        address = stack.enter_context(shown(site, open_browser=False))
        context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
        stack.callback(context.close)
        page = context.new_page()
        page.goto(address)
        yield page


def test_it_can_be_set_right_with_the_keyboard_alone(page: Page) -> None:
    title = page.locator("#s2").get_by_label("主题", exact=True)
    title.fill("春耕有序")
    page.keyboard.press("Shift+Tab")  # where the words of the title may go
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")  # behind the title: of the byline
    page.keyboard.press("Tab")
    page.keyboard.type(" 江禾")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#s2$"))
    assert page.locator("#s2").get_by_label("主题", exact=True).input_value() == "春耕有序"
    assert "江禾" in page.locator("#s2").get_by_label("署名", exact=True).input_value()
    assert page.locator("#s2 .said").inner_text() == "存好了。"


def test_who_goes_back_finds_what_stood_there(page: Page) -> None:
    choice = re.compile("第 1 段“3月31日")
    for story, said in (("#s2", "不登"), ("#s3", "小标题")):
        page.locator(story).get_by_label(choice).select_option(label=said)
        page.get_by_role("button", name="保存", exact=True).click()
        page.wait_for_url(re.compile(f"{story}$"))
    assert page.locator("#s2").get_by_label(choice).count() == 0
    page.go_back()
    page.go_back()
    assert page.locator("#s2").get_by_label(choice).count() == 1
    page.get_by_role("button", name="保存", exact=True).click()
    assert page.get_by_text("您是从较早的一页存的").is_visible()


def test_the_story_it_goes_on_at_stands_below_the_bar(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.locator("#s3").get_by_label(re.compile("第 1 段“")).select_option(label="小标题")
    page.get_by_role("button", name="保存", exact=True).click()
    page.wait_for_url(re.compile("#s3$"))
    bar, story = (page.locator(one).bounding_box() for one in (".bar", "#s3"))
    assert bar
    assert story
    assert bar["y"] + bar["height"] <= story["y"] < 300
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_axe_finds_no_violation(page: Page, front_end_tools: Path) -> None:
    story = page.locator("#s2")
    page.locator("#i2").get_by_label(re.compile("版次")).fill("9")
    story.get_by_label(re.compile("第 1 段“")).select_option(label="不登")
    page.get_by_role("button", name="保存", exact=True).click()
    page.locator("#s1").get_by_role("button", name="不写这一篇").click()
    page.locator("#s3 summary").first.click()
    page.locator("#s3 .words summary").first.click()
    assert page.get_by_text("没有 9 版").is_visible()
    found: dict[str, list[str]] = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            found[f"{scheme} {width}"] = violations(page, front_end_tools)
    assert [one for one in found.items() if one[1]] == []
