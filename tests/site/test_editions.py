"""An extra has its own name, is announced, and takes neither home nor feed from the day's paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from banxin.model.naming import IssueNaming
from banxin.pipeline.build import build
from banxin.pipeline.project import Options, Project
from banxin.site.wording import issue_title, serial

DAY = date(2026, 11, 28)


class Dailies:
    def __init__(self, root: Path, theme: str = "broadsheet") -> None:
        self.root = root
        self.write("paper.yml", f"name: 江城晨报\nbase_url: https://example.org/\ntheme: {theme}\n")

    def write(self, path: str, text: str) -> None:
        file = self.root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def issue(self, key: str, fields: str, *titles: str) -> None:
        folder = f"issues/{key[:4]}/{key}"
        self.write(f"{folder}/issue.md", f"---\n{fields}\npages: [{{name: 要闻}}]\n---\n")
        for n, title in enumerate(titles, 1):
            self.write(f"{folder}/01-{n:02}-a.md", f"---\ntitle: {title}\n---\n{title}的正文。\n")

    def site(self) -> Path:
        options = Options(self.root / "output", search=False, addresses="free")
        self.warnings = [p.code for p in build(Project(self.root), options).warnings]
        return self.root / "output"


@pytest.fixture(params=["broadsheet", "tabloid"])
def paper(request: pytest.FixtureRequest, tmp_path: Path) -> Dailies:
    found = Dailies(tmp_path, request.param)
    found.issue("2026-11-27", "number: 1199", "昨日要闻")
    found.issue("2026-11-28", "number: 1200", "今日头条", "今日二条")
    return found


def test_the_day_s_paper_keeps_home_and_the_extra_is_announced_there(paper: Dailies) -> None:
    paper.issue("2026-11-28-2", "edition_name: 号外", "大桥通车")
    home = (paper.site() / "index.html").read_text("utf-8")
    assert "今日头条" in home
    assert 'href="/2026-11-28-2/">2026年11月28日（号外）</a>' in home
    assert "大桥通车" not in home


def test_an_extra_on_a_day_without_a_paper_is_announced_too(paper: Dailies) -> None:
    paper.issue("2026-11-29-2", "edition_name: 号外", "夜里的消息")
    home = (paper.site() / "index.html").read_text("utf-8")
    assert "今日头条" in home
    assert "2026年11月29日（号外）" in home


def test_feeds_keep_the_day_s_stories_first_and_announce_the_extra(paper: Dailies) -> None:
    paper.issue("2026-11-28-2", "edition_name: 号外", "大桥通车")
    site = paper.site()
    for name in ("feed.xml", "feed/page-01.xml"):
        feed = (site / name).read_text("utf-8")
        order = ["今日头条", "今日二条", "2026年11月28日（号外）", "昨日要闻"]
        places = [feed.index(f"<title>{title}</title>") for title in order]
        assert places == sorted(places)
        assert "<title>大桥通车</title>" not in feed
        assert "https://example.org/2026-11-28-2/01/01/" in feed


def test_an_extra_is_called_by_its_name_everywhere(paper: Dailies) -> None:
    paper.issue("2026-11-28-2", "期名: 特刊", "大桥通车")
    site = paper.site()
    for page in ("2026-11-28-2/", "2026-11-28-2/01/", "2026-11-28-2/01/01/", "archive/2026/11/"):
        html = (site / page / "index.html").read_text("utf-8")
        assert "特刊" in html, page
        assert "增刊" not in html, page
    assert ">特<" in (site / "archive/2026/index.html").read_text("utf-8")


def test_the_usual_paper_may_have_a_name_too(paper: Dailies) -> None:
    paper.issue("2026-11-28", "number: 1200\nedition_name: 周末版", "今日头条")
    assert "2026年11月28日（周末版）" in (paper.site() / "2026-11-28/index.html").read_text("utf-8")


def test_an_extra_without_a_name_is_counted() -> None:
    assert issue_title(DAY, 2) == "2026年11月28日（增刊一）"
    assert issue_title(DAY, 2, "号外") == "2026年11月28日（号外）"


@pytest.mark.parametrize(
    ("number", "naming", "words"),
    [
        (1200, IssueNaming(), "总第1200期"),
        (0, IssueNaming(yearly=12), "2026年第12期"),
        (1200, IssueNaming(yearly=12), "2026年第12期　总第1200期"),
        (
            1200,
            IssueNaming(last=1201, yearly=12, yearly_last=13),
            "2026年第12–13期　总第1200–1201期",
        ),
        (0, IssueNaming(), ""),
    ],
)
def test_numbers_are_told_as_papers_tell_them(number: int, naming: IssueNaming, words: str) -> None:
    assert serial(DAY, number, naming) == words


def test_a_double_number_leads_to_its_issue_by_either_and_the_next_follows(paper: Dailies) -> None:
    paper.issue("2026-11-28", "number: 1200-1201\nyear_number: 第12-13期", "今日头条")
    paper.issue("2026-11-29", "number: 1202\nyear_number: 14", "次日")
    site = paper.site()
    assert paper.warnings == []
    assert all((site / f"n/{n}/index.html").exists() for n in (1200, 1201, 1202))
    html = (site / "2026-11-28/01/01/index.html").read_text("utf-8")
    assert "2026年第12–13期，总第1200–1201期" in html


def test_numbers_that_begin_anew_are_no_mistake_and_take_no_address(paper: Dailies) -> None:
    paper.issue("2026-11-29", "number: 1199\nnumber_restarts: true", "改版")
    site = paper.site()
    assert paper.warnings == []
    assert "2026-11-27" in (site / "n/1199/index.html").read_text("utf-8")


def test_a_year_s_numbers_go_up_by_one_and_begin_with_one(paper: Dailies) -> None:
    paper.issue("2026-11-28", "number: 1200\nyear_number: 12", "今日头条")
    paper.issue("2026-11-29", "number: 1201\nyear_number: 15", "次日")
    paper.issue("2027-01-01", "number: 1202\nyear_number: 1", "新年")
    paper.site()
    assert "year-number-odd" in paper.warnings
    assert paper.warnings.count("year-number-odd") == 1
