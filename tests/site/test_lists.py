"""Lists that readers use: who wrote what, of whom, on which topic, on this day."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.content.reading import term_key
from banxin.pipeline.context import open_context
from banxin.pipeline.planning import plan_site
from banxin.pipeline.project import Project
from banxin.site.views import ArticleView, IndexView, IssueView, ListView, View
from tests.support.content_folder import picture
from tests.support.paper import Paper, folder
from tests.support.planned import drawn, view_at
from tests.support.present import present

PEOPLE = "- {name: 王慧杰, title: 区委书记, key: wang}\n- {name: 林一, title: 记者, key: linyi}\n"


@pytest.fixture(name="paper")
def empty_paper(tmp_path: Path) -> Paper:
    made = Paper(tmp_path)
    made.write("people.yml", PEOPLE)
    return made


def story(paper: Paper, day: str, number: int = 1, /, **fields: str) -> None:
    paper.write(f"{folder(day)}/issue.md", "---\npages: [{name: 要闻}]\n---\n")
    paper.article(day, number, "文。", **fields)


def pages(paper: Paper) -> dict[str, View]:
    """Every page of the site, as its template gets it."""
    with open_context(Project(paper.root), paper.options()) as context:
        plan = plan_site(context)
        outputs = (out for job in plan.jobs.values() for out in plan.planner.plan(job))
        return drawn(tuple(outputs))


def more(paper: Paper, lines: str) -> None:
    file = paper.root / "content/paper.yml"
    file.write_text(f"{file.read_text('utf-8')}{lines}\n", "utf-8")


def titles(view: ListView) -> list[str]:
    return [entry.title for entry in view.entries]


# 署名


def test_a_name_has_a_list_that_says_what_was_done(paper: Paper) -> None:
    paper.write(f"{folder('2024-01-01')}/a.jpg", "")
    (paper.root / "content" / folder("2024-01-01") / "a.jpg").write_bytes(picture())
    shot = "[{file: a.jpg, caption: 卡口, credit: 周二/摄}]"
    story(paper, "2024-01-01", 1, title="一", byline="本报记者 林一 文/摄", photos=shot)
    story(paper, "2024-01-01", 2, title="二", byline="记者 林一")
    found = pages(paper)
    view = view_at("by/linyi/index.html", found, IndexView)
    assert [(w.text, w.count) for w in view.works] == [("记者", 2), ("摄影", 1), ("文字", 1)]
    assert (view.about, [c.count for c in view.counts]) == ("记者", [2])
    entries = view_at("by/linyi/2024/index.html", found, ListView).entries
    assert [e.works for e in entries] == [("记者", "文字", "摄影"), ("记者",)]
    taken = view_at(f"by/{term_key('周二')}/2024/index.html", found, ListView)
    assert (titles(taken), taken.entries[0].works) == (["一"], ("摄影",))


def test_whoever_sends_a_text_or_is_quoted_is_no_reporter(paper: Paper) -> None:
    story(paper, "2024-01-01", 1, byline="县委宣传部供稿")
    story(paper, "2024-01-01", 2, byline="据新华社")
    story(paper, "2024-01-01", 3, byline="记者 林一 县教育局供稿")
    view = view_at("by/index.html", pages(paper), IndexView)
    assert [(c.text, c.count) for c in view.counts] == [("林一", 1)]


NAMESAKES = "- {name: 王芳, id: 石室, title: 通讯员}\n- {name: 王芳, id: 城关, title: 记者}\n"


def test_two_people_of_one_name_have_lists_of_their_own(paper: Paper) -> None:
    paper.write("people.yml", NAMESAKES)
    story(paper, "2024-01-01", 1, title="石室的", byline="通讯员 王芳#石室")
    story(paper, "2024-01-01", 2, title="城关的", byline="记者 王芳＃城关 王芳#石室 摄")
    story(paper, "2024-01-01", 3, title="写她", byline="记者 李四", people="[王芳#城关]")
    found = pages(paper)
    counts = view_at("by/index.html", found, IndexView).counts
    assert {c.text: c.count for c in counts} == {"王芳（石室）": 2, "王芳（城关）": 1, "李四": 1}
    shishi = view_at(f"by/{term_key('王芳#石室')}/index.html", found, IndexView)
    assert (shishi.about, shishi.also) == ("通讯员", None)
    told = present(view_at(f"by/{term_key('王芳#城关')}/index.html", found, IndexView).also)
    assert told.url == f"/people/{term_key('王芳#城关')}/"
    article = view_at("2024-01-01/01/02/index.html", found, ArticleView)
    assert [group.text for group in article.item.byline] == ["记者 王芳 王芳 摄"]
    links = [name.url for name in article.item.byline[0].names]
    assert links == [f"/by/{term_key(f'王芳#{which}')}/" for which in ("城关", "石室")]
    assert [p.text for p in view_at("2024-01-01/01/03/index.html", found, ArticleView).people] == [
        "王芳"
    ]


def test_a_mark_of_namesakes_is_printed_nowhere(paper: Paper) -> None:
    paper.write("people.yml", NAMESAKES)
    story(paper, "2024-01-01", 1, byline="记者 王芳#石室", people="[王芳#石室]")
    paper.build()
    shown = {path: data for path, data in paper.tree().items() if path.endswith((".html", "xml"))}
    assert [path for path, data in shown.items() if "#石室".encode() in data] == []


# 人物、专题、栏目


def test_people_are_listed_by_rank_with_their_titles(paper: Paper) -> None:
    story(paper, "2023-05-01", 1, title="一", people="[丁一, 王慧杰]")
    story(paper, "2024-05-01", 1, title="二", people="[王慧杰]")
    story(paper, "2024-05-01", 2, title="撤", people="[王慧杰]", status="withdrawn")
    found = pages(paper)
    counts = view_at("people/index.html", found, IndexView).counts
    assert [(c.text, c.count, c.url) for c in counts] == [
        ("王慧杰", 2, "/people/wang/"),
        ("丁一", 1, f"/people/{term_key('丁一')}/"),
    ]
    assert view_at("people/wang/index.html", found, IndexView).about == "区委书记"
    assert titles(view_at("people/wang/2024/index.html", found, ListView)) == ["二"]


def test_a_topic_is_one_page_in_the_order_of_time(paper: Paper) -> None:
    more(paper, "topics: {lianghui: {name: 两会, about: 全部报道}, daqiao: 大桥}")
    story(paper, "2024-03-05", 1, title="后", topics="[两会]")
    story(paper, "2023-03-05", 1, title="先", topics="[两会, 大桥]")
    story(paper, "2024-03-05", 2, title="稿", topics="[两会]", status="draft")
    found = pages(paper)
    view = view_at("topic/lianghui/index.html", found, ListView)
    assert (titles(view), view.about, view.years) == (["先", "后"], "全部报道", None)
    counts = view_at("topic/index.html", found, IndexView).counts
    assert [(c.text, c.count) for c in counts] == [("两会", 2), ("大桥", 1)]
    article = view_at("2023-03-05/01/01/index.html", found, ArticleView)
    assert [link.url for link in article.topics] == ["/topic/lianghui/", "/topic/daqiao/"]


def test_a_topic_needs_no_line_in_paper_yml(paper: Paper) -> None:
    story(paper, "2023-03-05", 1, title="先", topics="抗洪")
    view = view_at(f"topic/{term_key('抗洪')}/index.html", pages(paper), ListView)
    assert (view.name, titles(view)) == ("抗洪", ["先"])


def test_a_column_says_what_it_is(paper: Paper) -> None:
    more(paper, "columns: {pinglun: {name: 时评, 说明: 本报评论}}")
    story(paper, "2023-03-05", column="时评")
    view = view_at("column/pinglun/index.html", pages(paper), IndexView)
    assert (view.name, view.about) == ("时评", "本报评论")


# 本报今日


def test_a_day_shows_its_issues_of_all_years(paper: Paper) -> None:
    for day in ("2022-04-01", "2024-04-01", "2024-04-01-2", "2024-04-02"):
        story(paper, day, title=f"{day}的头条")
    found = pages(paper)
    view = view_at("today/04-01/index.html", found, ListView)
    assert [(e.url, e.title) for e in view.entries if e.page] == [
        ("/2024-04-01/01/01/", "2024-04-01的头条"),
        ("/2024-04-01-2/01/01/", "2024-04-01-2的头条"),
        ("/2022-04-01/01/01/", "2022-04-01的头条"),
    ]
    assert [e.url for e in view.entries if not e.page] == [
        "/2024-04-01/",
        "/2024-04-01-2/",
        "/2022-04-01/",
    ]
    counts = view_at("today/index.html", found, IndexView).counts
    assert [(c.text, c.count) for c in counts] == [("4月1日", 3), ("4月2日", 1)]
    assert present(view_at("2022-04-01/index.html", found, IssueView).today).url == "/today/04-01/"


# what is asked for, and that counts are right


def test_what_is_not_asked_for_is_neither_made_nor_linked(paper: Paper) -> None:
    more(paper, "lists: none")
    story(paper, "2024-03-05", topics="[两会]", people="[王慧杰]")
    paper.issue("2024-03-06", "文。", number=7)
    found = pages(paper)
    lists = ("by/", "people/", "topic/", "today/", "n/", "sitemap-news", "sitemap-today")
    assert [path for path in found if path.startswith(lists)] == []
    article = view_at("2024-03-05/01/01/index.html", found, ArticleView)
    assert [n.url for group in article.item.byline for n in group.names] == [""]
    assert ([p.url for p in article.people], article.topics) == ([""], ())
    assert view_at("2024-03-06/index.html", found, IssueView).today is None


def test_every_count_is_that_of_the_lines_it_leads_to(paper: Paper) -> None:
    for n, day in enumerate(("2022-04-01", "2023-04-01", "2023-04-02", "2024-04-01")):
        for number in range(1, 4):
            byline = ("记者 林一", "记者 林一 周二 摄", "周二/摄")[(n + number) % 3]
            status = "withdrawn" if (n + number) % 5 == 0 else "published"
            topics, people = ("[两会]", "[王慧杰]") if number != 2 else ("[大桥, 大桥]", "[林一]")
            fields = {"byline": byline, "status": status, "topics": topics, "people": people}
            story(paper, day, number, **fields)
    found = pages(paper)
    counted = 0
    for path, view in found.items():
        if not isinstance(view, IndexView) or path.startswith("today/"):
            continue
        for count in view.counts:
            assert count.count == _lines(found, f"{count.url[1:]}index.html"), (path, count)
            counted += 1
    assert counted > 12


def _lines(found: dict[str, View], path: str) -> int:
    """How many articles a list shows, or an index leads to."""
    view = found[path]
    if isinstance(view, ListView):
        return len({entry.url for entry in view.entries})
    assert isinstance(view, IndexView)
    return sum(_lines(found, f"{count.url[1:]}index.html") for count in view.counts)


def test_an_issue_more_draws_its_own_lists_and_no_others(paper: Paper) -> None:
    more(paper, "topics: {lianghui: 两会, daqiao: 大桥}")
    for n in range(1, 28):
        topic = "[大桥]" if n % 2 else "[两会]"
        story(paper, f"2023-01-{n:02}", topics=topic, people="[王慧杰]", byline="记者 周二")
    paper.build()
    story(paper, "2024-01-05", topics="[两会]", people="[丁一]")
    lists = ("people/", "topic/", "today/", "by/")
    ding = term_key("丁一")
    assert {path for path in paper.drawn() if path.startswith(lists)} == {
        "people/index.html",
        f"people/{ding}/index.html",
        f"people/{ding}/2024/index.html",
        "topic/index.html",
        "topic/lianghui/index.html",
        "today/index.html",
        "today/01-05/index.html",
        "by/index.html",
        "by/linyi/index.html",
        "by/linyi/2024/index.html",
    }
