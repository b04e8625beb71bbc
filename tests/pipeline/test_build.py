from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from banxin.content import reading
from banxin.model import Issue
from banxin.pipeline.program_digest import Program
from banxin.problems import BuildFailed, Problems
from banxin.rendering.theme import Theme
from banxin.site.outputs import Drawn
from banxin.site.views import PaperView
from tests.support.paper import Paper, folder
from tests.support.present import present
from tests.support.three_issues import codes, three_issues

ANOTHER = Program("another", "another")


def test_nothing_changed_draws_nothing(paper: Paper) -> None:
    paper.build()
    report = paper.build()
    assert report.drawn == ()
    assert report.removed == ()
    assert report.outputs == len([p for p in paper.tree() if not p.startswith(".")])


paper = three_issues
FEEDS = {
    f"{name}.{form}"
    for name in ("feed", "feed/page-01", "section/yaowen/feed")
    for form in ("xml", "json")
}


def test_a_new_issue_draws_only_its_neighbourhood(paper: Paper) -> None:
    paper.build()
    paper.issue("2024-01-03", "一。", "二。", number=4)
    assert paper.drawn() == {
        "2024-01-03/index.html",
        "2024-01-03/01/index.html",
        "2024-01-03/01/01/index.html",
        "2024-01-03/01/02/index.html",
        "n/4/index.html",
        "2024-01-02/index.html",  # its link to the next issue
        "archive/index.html",
        "archive/2024/index.html",
        "archive/2024/01/index.html",
        "section/index.html",
        "section/yaowen/index.html",
        "section/yaowen/2024/index.html",
        *(p for p in paper.tree() if p.startswith("by/") and "2023" not in p),
        "today/index.html",
        "today/01-03/index.html",  # of no other day
        "sitemap-2024.xml",
        "sitemap-today.xml",
        "sitemap-news.xml",
        "addresses/2024.txt",
        "addresses/index.txt",
        *FEEDS,
        "index.html",
    }


def test_a_correction_in_an_old_article_draws_the_article_and_its_pages(paper: Paper) -> None:
    paper.build()
    paper.article("2023-12-31", 1, "改过的第一段。")
    assert paper.drawn() == {
        "2023-12-31/index.html",
        "2023-12-31/01/index.html",
        "2023-12-31/01/01/index.html",
        "addresses/2023.txt",  # by which the story is known: of so short a text, all is another
        "addresses/index.txt",
        *FEEDS,  # of three issues, which are the last three
    }


def test_an_issue_that_goes_takes_its_files_along(paper: Paper) -> None:
    paper.build()
    shutil.rmtree(paper.root / "content" / folder("2024-01-02"))
    report = paper.build()
    assert "2024-01-02/01/01/index.html" in report.removed
    assert not (paper.root / "output/2024-01-02").exists()
    assert not (paper.root / "output/n/3").exists()


def test_a_changed_stylesheet_draws_no_page(paper: Paper) -> None:
    static = paper.theme / "static"
    static.mkdir()
    (static / "style.css").write_text("a{}")
    assert "assets/style.css" in paper.drawn()
    (static / "style.css").write_text("b{}")
    assert paper.drawn() == {"assets/style.css"}


def test_a_changed_macro_draws_the_pages_that_use_it(paper: Paper) -> None:
    paper.build()
    macros = paper.theme / "_macros.html"
    macros.write_text(macros.read_text().replace("<article>", "<article><!-- more -->"))
    drawn = paper.drawn()
    assert "2024-01-01/01/index.html" in drawn
    assert "section/yaowen/2024/index.html" not in drawn


def test_a_new_attachment_of_a_standing_page_takes_the_old_ones_place(paper: Paper) -> None:
    paper.write("about.md", "---\ntitle: 关于\n---\n[章程](rules.pdf)\n")
    paper.write("rules.pdf", "old")
    paper.build()
    paper.write("rules.pdf", "new")
    assert paper.drawn() == {"files/files/rules.pdf"}
    assert paper.tree()["files/files/rules.pdf"] == b"new"


def test_a_page_left_out_of_the_manifest_by_damage_is_drawn_again(paper: Paper) -> None:
    paper.build()
    (paper.root / "output/index.html").write_text("oops")
    (paper.root / "output/archive/index.html").unlink()
    assert paper.drawn() == {"index.html", "archive/index.html"}


def test_a_copy_with_new_times_draws_nothing(paper: Paper) -> None:
    paper.build()
    for file in [*(paper.root / "output").rglob("*"), *(paper.root / "content").rglob("*")]:
        os.utime(file, ns=(10**18, 10**18))
    assert paper.build().drawn == ()
    assert paper.build().drawn == ()


def test_an_edit_within_the_same_clock_tick_is_seen(paper: Paper) -> None:
    file = paper.article("2024-01-02", 1, "一。")
    paper.build()
    stat = file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace("一。", "二。"), encoding="utf-8")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert "2024-01-02/01/01/index.html" in paper.drawn()


def test_another_program_parses_and_draws_everything_again(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = paper.build()
    draw = Theme.draw

    def with_a_line_more(
        theme: Theme, output: Drawn, paper: PaperView, problems: Problems
    ) -> bytes:
        return present(draw(theme, output, paper, problems)) + b"\n"

    monkeypatch.setattr(Theme, "draw", with_a_line_more)
    report = paper.build(program=ANOTHER)
    made = {p for p in first.drawn if p.endswith((".html", ".xml", ".txt"))}
    pages = {p for p in made if not p.startswith("addresses/")}  # which no template draws
    assert pages <= set(report.drawn)


def test_what_is_drawn_again_and_comes_out_the_same_is_not_published_again(paper: Paper) -> None:
    paper.build()
    assert paper.build(program=ANOTHER).drawn == ()


def test_a_dead_link_fails_with_its_place_and_leaves_the_output_alone(paper: Paper) -> None:
    paper.build()
    before = paper.tree()
    paper.issue("2024-01-03", "见\n[旧闻](../../2023/2023-12-30/01-01-x.md)。")
    with pytest.raises(BuildFailed) as failed:
        paper.build()
    assert codes(failed) == [
        "content/issues/2024/2024-01-03/01-01-story.md:7:6: link-dead",
    ]
    assert paper.tree() == before


def test_a_link_leads_to_the_article_it_names(paper: Paper) -> None:
    paper.issue("2024-01-03", "见[旧闻](../../2023/2023-12-31/01-02-story.md)。")
    paper.build()
    page = paper.tree()["2024-01-03/01/01/index.html"].decode()
    assert '<a href="/2023-12-31/01/02/">旧闻</a>' in page


def test_all_problems_of_all_files_come_in_one_run(paper: Paper) -> None:
    paper.article("2024-01-01", 1, "一。", titel="错")
    paper.write(f"{folder('2024-01-02')}/01-02-story.md", "---\ntitle: 没有结尾\n")
    with pytest.raises(BuildFailed) as failed:
        paper.build()
    files = {p.place.file.rsplit("/", 2)[1] for p in failed.value.problems}
    assert files == {"2024-01-01", "2024-01-02"}
    assert not (paper.root / "output").exists()


def test_a_failed_build_keeps_what_it_parsed(paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    paper.article("2024-01-01", 1, "一。", titel="错")
    with pytest.raises(BuildFailed):
        paper.build()
    paper.article("2024-01-01", 1, "一。")
    read: list[str] = []
    read_issue = reading.read_issue

    def noted(root: Path, folder: str, *rest: Any) -> Issue | None:
        read.append(folder)
        return read_issue(root, folder, *rest)

    monkeypatch.setattr(reading, "read_issue", noted)
    paper.build()
    assert read == ["content/issues/2024/2024-01-01"]


def test_warnings_stay_on_the_second_run(paper: Paper) -> None:
    paper.issue("2024-01-05", "一。", number=9)
    first, second = paper.build(), paper.build()
    assert [w.code for w in first.warnings] == ["number-gap"]
    assert second.warnings == first.warnings


def test_strict_lets_a_warning_stop_the_build(paper: Paper) -> None:
    paper.issue("2024-01-05", "一。", number=9)
    with pytest.raises(BuildFailed):
        paper.build(strict=True)


def test_a_number_used_twice_is_an_error(paper: Paper) -> None:
    paper.issue("2024-01-05", "一。", number=3)
    with pytest.raises(BuildFailed) as failed:
        paper.build()
    assert codes(failed) == ["content/issues/2024/2024-01-05/issue.md: number-twice"]


def test_two_outputs_for_one_path_are_refused(paper: Paper) -> None:
    paper.build()
    paper.article("2024-01-02", 1, "一。", aliases="[/archive/index.html]")
    with pytest.raises(BuildFailed) as failed:
        paper.build()
    assert {p.code for p in failed.value.problems} == {"path-twice"}


def test_a_template_error_names_the_template_and_its_line(paper: Paper) -> None:
    (paper.theme / "list.html").write_text(
        "{% extends 'base.html' %}\n{% block main %}\n{{ page.titel }}\n{% endblock %}"
    )
    with pytest.raises(BuildFailed) as failed:
        paper.build()
    assert set(codes(failed)) == {"themes/plain/list.html:3: template-failed"}


def test_a_template_chosen_by_an_expression_is_refused(paper: Paper) -> None:
    (paper.theme / "list.html").write_text("{% include page.name %}")
    with pytest.raises(BuildFailed) as failed:
        paper.build()
    assert "themes/plain/list.html: template-by-expression" in codes(failed)


def test_drafts_are_drawn_only_when_asked_for(paper: Paper) -> None:
    paper.article("2024-01-02", 2, "未定稿。", status="draft")
    paper.build()
    assert "2024-01-02/01/02/index.html" not in paper.tree()
    assert "2024-01-02/01/02/index.html" in paper.drawn("drafts") | set(
        paper.build("drafts", drafts=True).drawn
    )


def test_a_withdrawn_article_keeps_its_address_and_leaves_every_list(paper: Paper) -> None:
    paper.article("2024-01-02", 2, "已撤。", status="withdrawn")
    paper.build()
    tree = paper.tree()
    assert "2024-01-02/01/02/index.html" in tree
    others = [p for p, data in tree.items() if b"/2024-01-02/01/02/" in data]
    assert others == ["2024-01-02/01/02/index.html"]


def test_every_link_carries_the_base_path(paper: Paper) -> None:
    paper.build(base_url="https://example.org/paper/")
    for path, data in paper.tree().items():
        text = data.decode()
        assert 'href="/2' not in text, path
    assert b'href="/paper/2024-01-02/01/01/"' in paper.tree()["index.html"]
