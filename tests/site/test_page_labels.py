"""Pages as papers call them: labels in addresses, words and names of files; a plate over two."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from banxin.pipeline.build import build
from banxin.pipeline.project import Options, Project
from banxin.problems import BuildFailed

FOLDER = "content/issues/2026/2026-11-28"
LABELS = (
    "[{label: A1, name: 要闻}, {name: 综合}, {label: B1, name: 周末}, {label: 6-7},"
    " {name: 国际}, {label: 中缝}]"
)
NAMES = (
    "01-01-a.md",
    "A2-01-b.md",
    "B1-02-x.md",
    "b1-100-y.md",
    "07-01-z.md",
    "08-01-w.md",
    "中缝-01-v.md",
)


class PaperFolder:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("content/paper.yml", "name: 江城晨报\nbase_url: https://example.org/\n")
        self.write(f"{FOLDER}/issue.md", f"---\npages: {LABELS}\n---\n")
        for name in NAMES:
            self.story(name)

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def story(self, name: str, fields: str = "") -> None:
        text = f"---\ntitle: 题目{name[:-3]}\nsection: 要闻\n{fields}---\n正文{name}。\n"
        self.write(f"{FOLDER}/{name}", text)

    def build(self) -> Path:
        build(Project(self.root), Options(self.root / "output", search=False))
        return self.root / "output"

    def page(self, address: str) -> str:
        return (self.root / "output" / address / "index.html").read_text("utf-8")


@pytest.fixture
def paper(tmp_path: Path) -> PaperFolder:
    return PaperFolder(tmp_path)


def test_pages_and_stories_lie_at_their_labels(paper: PaperFolder) -> None:
    site = paper.build() / "2026-11-28"
    pages = {path.name for path in site.iterdir() if (path / "index.html").exists()}
    assert pages == {"a1", "a2", "b1", "06-07", "08", "zhongfeng", "01", "07"}
    for address in ("01/01", "a2/01", "b1/02", "b1/100", "07/01", "08/01", "zhongfeng/01"):
        assert (site / address / "index.html").exists(), address


def test_a_story_s_address_cut_short_leads_to_its_page(paper: PaperFolder) -> None:
    paper.build()
    assert 'href="/2026-11-28/06-07/"' in paper.page("2026-11-28/07")
    assert 'href="/2026-11-28/a1/"' in paper.page("2026-11-28/01")


def test_a_word_for_a_page_that_is_gone_stands_at_its_address(paper: PaperFolder) -> None:
    paper.write(f"{FOLDER}/issue.md", f"---\npages: {LABELS}\ngone: {{07: 并入合版}}\n---\n")
    paper.build()
    assert "并入合版" in paper.page("2026-11-28/07")


def test_every_page_says_what_it_is_called(paper: PaperFolder) -> None:
    paper.build()
    for address, words in {
        "b1": "第B1版",
        "06-07": "第6–7版",
        "zhongfeng": "中缝",
        "b1/02": "第B1版",
        "07/01": "第6–7版",
        "01/01": "第A1版",
    }.items():
        assert words in paper.page(f"2026-11-28/{address}"), address


def test_addresses_are_told_and_mapped_by_labels(paper: PaperFolder) -> None:
    site = paper.build()
    told = (site / "addresses/2026.txt").read_text("utf-8")
    assert "\n2026-11-28/b1/\n" in told
    assert "2026-11-28/03/" not in told
    assert "https://example.org/2026-11-28/b1/" in (site / "sitemap-2026.xml").read_text("utf-8")


def test_a_page_whose_label_changes_would_take_its_address_away(paper: PaperFolder) -> None:
    paper.build()
    changed = LABELS.replace("label: 中缝", "label: C1")
    paper.write(f"{FOLDER}/issue.md", f"---\npages: {changed}\n---\n")
    paper.story("中缝-01-v.md", "page: C1\n")
    with pytest.raises(BuildFailed) as failed:
        paper.build()
    (problem,) = (p for p in failed.value.problems if p.code == "address-gone")
    assert dict(problem.details)["address"] == "/2026-11-28/zhongfeng/"


def test_a_moved_story_is_cited_and_jumped_to_where_it_is_printed(paper: PaperFolder) -> None:
    paper.story("A2-01-b.md", "page: B1\n")
    paper.story("01-01-a.md", "jump: {to: 2026-11-28/a2/01}\n")
    paper.build()
    assert "下转第B1版" in paper.page("2026-11-28/01/01")
    moved = paper.page("2026-11-28/a2/01")
    assert "上接第A1版" in moved
    assert "2026年11月28日第B1版." in moved
    assert 'href="/2026-11-28/b1/"' in moved
    assert "第A2版" not in moved.partition('class="siblings"')[0].partition("<main")[2]


def test_a_story_moved_later_changes_what_leads_to_it(paper: PaperFolder) -> None:
    paper.story("01-01-a.md", "jump: {to: 2026-11-28/b1/02}\n")
    paper.build()
    assert "下转第B1版" in paper.page("2026-11-28/01/01")
    paper.story("B1-02-x.md", "page: 8\n")
    paper.build()
    assert "下转第8版" in paper.page("2026-11-28/01/01")


def test_a_page_of_no_label_is_an_error_that_lists_them(paper: PaperFolder) -> None:
    paper.story("01-02-c.md", "page: C1\n")
    with pytest.raises(BuildFailed) as failed:
        paper.build()
    (problem,) = failed.value.problems
    assert (problem.code, dict(problem.details)["known"]) == (
        "page-unknown",
        "A1、A2、B1、6–7、8、中缝",
    )


def test_a_day_s_page_counts_pages_as_the_masthead_does(paper: PaperFolder) -> None:
    for day in ("2025-11-28", "2026-11-28"):
        paper.write(f"content/issues/{day[:4]}/{day}/issue.md", f"---\npages: {LABELS}\n---\n")
    paper.write("content/issues/2025/2025-11-28/01-01-a.md", "---\ntitle: 题\n---\n正文。\n")
    paper.build()
    counted = re.search("今日([0-9]+)版", paper.page("2026-11-28/a1"))
    assert counted
    assert f"全部{counted[1]}版" in paper.page("today/11-28")
