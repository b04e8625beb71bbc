"""The preview as an editor meets it: save, see; a mistake shown and healed; nothing lost."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from banxin.problems import BuildFailed, Place, Problem
from tests.support.preview import PAGE, CopyingBuild, Preview, previewed, wait


def test_a_save_is_built_and_told_of(preview: Preview) -> None:
    with preview.events() as event:
        before = event()
        preview.write("content/index.html", PAGE.format("新"))
        after = event()
        assert "新" in preview.get("/").text  # by then the new site is whole
    assert after["page"] != before["page"]
    assert after["problems"] == []
    assert any("content/index.html 变了。已生成：画了 1 页，" in line for line in preview.said)


def test_a_page_says_which_site_it_comes_from(preview: Preview) -> None:
    with preview.events() as event:
        marks = event()
    for name in ("page", "style", "base"):
        assert f'data-{name}="{marks[name]}"' in preview.get("/").text


def test_a_page_that_missed_everything_still_learns_that_it_is_old(preview: Preview) -> None:
    old = preview.get("/").text
    preview.write("content/index.html", PAGE.format("新"))
    preview.wait_for_build(1)
    with preview.events() as event:
        assert f'data-page="{event()["page"]}"' not in old


def test_a_new_run_of_the_preview_makes_old_pages_reload(paper: Path) -> None:
    marks = set()
    for _ in range(2):
        with previewed(paper) as preview, preview.events() as event:
            marks.add(event()["page"])
    assert len(marks) == 2


def test_a_style_sheet_alone_leaves_the_pages_as_they_are(preview: Preview) -> None:
    with preview.events() as event:
        before = event()
        preview.write("themes/style.css", "h1 { color: green }")
        after = event()
    assert after["page"] == before["page"]
    assert after["style"] != before["style"]
    assert preview.get("/style.css").text == "h1 { color: green }"


def test_a_save_that_changes_nothing_disturbs_nobody(preview: Preview) -> None:
    with preview.events() as event:
        event()
        preview.write("content/index.html", PAGE.format("旧"))
        preview.wait_for_build(1)
        preview.write("content/index.html", PAGE.format("新"))
        assert event()["page"].endswith(".2")  # 1 was the first site


def test_a_mistake_is_shown_while_the_last_good_site_is_served(preview: Preview) -> None:
    with preview.events() as event:
        good = event()
        preview.write("content/index.html", PAGE.format("新") + "\n@@error")
        bad = event()
        assert "旧" in preview.get("/").text
    assert bad["page"] == good["page"]
    assert bad["failed"] is True
    assert bad["title"].startswith("1 个错误")
    (problem,) = bad["problems"]
    assert problem["where"] == "content/index.html:2:1"
    assert problem["label"] == "错误"
    assert problem["what"]
    assert problem["todo"].startswith("怎么办：")
    assert any(line.startswith("content/index.html:2:1: 错误[") for line in preview.said)
    assert any("未生成：1 个错误" in line for line in preview.said)


def test_a_mistake_taken_back_vanishes_without_a_reload(preview: Preview) -> None:
    with preview.events() as event:
        good = event()
        preview.write("content/index.html", "@@error")
        assert event()["problems"]
        preview.write("content/index.html", PAGE.format("旧"))
        assert event() == good


def test_a_mistake_at_the_start_is_shown_and_heals(paper: Path) -> None:
    (paper / "content/index.html").write_text("@@error")
    with previewed(paper) as preview:
        waiting = preview.get("/2022-04-01/")
        assert waiting.status == 503
        assert "还没有可看的版本" in waiting.text
        assert "/__banxin/live.js" in waiting.text
        with preview.events() as event:
            assert event()["failed"]
            preview.write("content/index.html", PAGE.format("新"))
            assert f'data-page="{event()["page"]}"' not in waiting.text
        assert preview.get("/").status == 200


def test_a_mistake_at_the_start_leaves_the_site_of_the_day_before(paper: Path) -> None:
    with previewed(paper):
        pass
    (paper / "content/index.html").write_text("@@error")
    with previewed(paper) as preview:
        assert "旧" in preview.get("/").text


def test_a_bug_is_told_and_the_preview_goes_on(preview: Preview) -> None:
    with preview.events() as event:
        event()
        preview.write("content/index.html", "@@crash")
        (problem,) = event()["problems"]
        assert "ZeroDivisionError" in problem["what"]
        assert "缺陷" in problem["why"]
        wait(lambda: any("Traceback" in line for line in preview.said))
        preview.write("content/index.html", PAGE.format("新"))
        assert event()["problems"] == []
    assert "新" in preview.get("/").text


def test_warnings_are_shown_but_stop_nothing(preview: Preview) -> None:
    with preview.events() as event:
        event()
        preview.write("content/index.html", PAGE.format("新") + "@@warn")
        state = event()
    assert state["failed"] is False
    assert state["title"] == "1 条提醒"
    assert "新" in preview.get("/").text


def test_the_same_warnings_are_not_printed_at_every_save(preview: Preview) -> None:
    preview.write("content/index.html", PAGE.format("新") + "@@warn")
    preview.wait_for_build(1)
    preview.write("content/other.html", PAGE.format("另"))
    preview.wait_for_build(2)
    assert sum("提醒[" in line for line in preview.said) == 1


def test_many_saves_in_a_burst_make_one_build(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("banxin.server.preview.watch.QUIET", 0.4)
    for n in range(10):
        preview.write(f"content/{n}.html", PAGE.format(n))
    preview.wait_for_build(1)
    time.sleep(0.5)
    assert preview.builder.builds == 2
    assert any("content/0.html 等 10 个文件变了。" in line for line in preview.said)


def test_saves_during_a_build_make_one_more(preview: Preview) -> None:
    preview.builder.go.clear()
    preview.write("content/0.html", PAGE.format(0))
    wait(lambda: preview.builder.builds == 2)
    for n in (1, 2, 3):
        preview.write(f"content/{n}.html", PAGE.format(n))
        time.sleep(0.2)
    preview.builder.go.set()
    wait(lambda: preview.get("/3.html").status == 200)
    time.sleep(0.3)
    assert preview.builder.builds == 3


def test_a_new_base_path_takes_the_site_with_it(preview: Preview) -> None:
    preview.builder.base = "/paper/"
    with preview.events() as event:
        before = event()
        preview.write("content/index.html", PAGE.format("新"))
        after = event()
    assert (before["base"], after["base"]) == ("/", "/paper/")
    assert preview.get("/").headers["Location"] == "/paper/"


def test_a_base_path_that_cannot_be_read_stays_what_it_was(paper: Path) -> None:
    builder = CopyingBuild(base="/paper/")

    def unreadable() -> str:
        if builder.builds > 1:
            raise BuildFailed((Problem(Place("content/paper.yml"), "stray-file"),))
        return builder.base

    with previewed(paper, builder, base_path=unreadable) as preview:
        preview.write("content/index.html", PAGE.format("新"))
        preview.wait_for_build(1)
        assert "新" in preview.get("/paper/").text
