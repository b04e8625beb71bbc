"""复制到公众号 in the preview: a button of a story's page, and what lies in the clipboard then."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from banxin.pipeline.build import build
from banxin.rendering.theme import bundled_themes
from tests.support.content_folder import picture
from tests.support.preview import Preview, previewed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = "content/issues/2022/2022-04-01"
STORY = """---
title: 春耕会议
byline: 记者 林一
photos: [{file: a.jpg, caption: 会议现场, credit: 徐三/摄}]
---
会议在[区政府](https://gov.test/)召开。
"""
IN_CLIPBOARD = """async () => {
  const [item] = await navigator.clipboard.read();
  const text = async (type) => (await item.getType(type)).text();
  return [await text("text/html"), await text("text/plain")];
}"""


def write_paper(root: Path, theme: str) -> None:
    folder = root / FOLDER
    folder.mkdir(parents=True)
    paper = f"name: 江城晨报\nbase_url: https://paper.test/bao/\ntheme: {theme}\n"
    (root / "content/paper.yml").write_text(f"{paper}sections: {{yaowen: 要闻}}\n", "utf-8")
    (folder / "issue.md").write_text("---\npages: [{name: 要闻}]\n---\n", "utf-8")
    (folder / "01-01-spring.md").write_text(STORY, "utf-8")
    (folder / "a.jpg").write_bytes(picture())


@contextmanager
def running(root: Path) -> Iterator[Preview]:
    with previewed(
        root,
        build=build,
        base_path=lambda: "/bao/",
    ) as preview:
        yield preview


@contextmanager
def opened(browser: Browser, preview: Preview, address: str) -> Iterator[Page]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{preview.port}/bao/{address}")
    yield page
    context.close()


@pytest.mark.parametrize("theme", bundled_themes())
def test_a_click_puts_the_story_into_the_clipboard(
    browser: Browser, tmp_path: Path, theme: str
) -> None:
    write_paper(tmp_path, theme)
    with running(tmp_path) as preview, opened(browser, preview, "2022-04-01/01/01/") as page:
        page.get_by_role("button", name="复制到公众号").click()
        page.get_by_text("正文已复制").wait_for()
        html, text = page.evaluate(IN_CLIPBOARD)
    assert 'src="https://paper.test/bao/2022-04-01/media/' in html
    assert "会议现场 徐三 摄" in text
    assert "区政府（https://gov.test/）" in text
    for dropped in ("<a ", " class=", " id=", "background", "127.0.0.1"):
        assert dropped not in html, dropped
    assert "style=" in html


def test_what_stands_in_the_way_is_said_beside_the_button(browser: Browser, tmp_path: Path) -> None:
    write_paper(tmp_path, "broadsheet")
    file = tmp_path / "content/paper.yml"
    file.write_text(file.read_text("utf-8").replace("paper.test", "example.org"), "utf-8")
    with running(tmp_path) as preview, opened(browser, preview, "2022-04-01/01/01/") as page:
        page.get_by_role("button", name="复制到公众号").click()
        said = page.get_by_role("status").filter(has_text="没有复制成")
        said.wait_for()
        assert "base_url" in said.inner_text()


def test_only_stories_have_the_button(tmp_path: Path) -> None:
    write_paper(tmp_path, "broadsheet")
    with running(tmp_path) as preview:
        assert b"/__banxin/copy.js" in preview.get("/bao/2022-04-01/01/01/").body
        for other in ("", "2022-04-01/", "2022-04-01/01/", "archive/"):
            reply = preview.get(f"/bao/{other}")
            assert reply.status == 200
            assert b"copy.js" not in reply.body
        assert preview.get("/__banxin/story?at=../../etc/passwd").status == 404
        assert preview.get("/__banxin/story?at=2022-04-01/09/09/").status == 409
        here = "/__banxin/story?at=2022-04-01/01/01/"
        assert preview.get(here, host="evil.test").status == 403
        assert preview.get(here).status == 200
    published = (preview.output / "2022-04-01/01/01/index.html").read_text("utf-8")
    assert "copy.js" not in published
