"""A PaperView and one of each page's values, from fictional texts: to draw themes without a site.

``python -m tests.sample_views FOLDER`` draws the default theme with them, to be looked at.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from markupsafe import Markup
from msgspec.structs import replace

from banxin.layout import arrange
from banxin.model import Credit
from banxin.rendering.jinja import environment
from banxin.rendering.theme import BUILT_IN
from banxin.site import views
from tests.support.metrics import BROADSHEET
from tests.support.paths import ROOT
from tests.support.sample_articles import body, front_items, image

THEME = ROOT / "themes" / "broadsheet"


def paper(**changes: object) -> views.PaperView:
    made = views.PaperView(
        name="江城晨报",
        latin_name="JIANGCHENG MORNING POST",
        language="zh-CN",
        nameplate=None,
        slogans=(),
        sponsors=(Credit("主管", "江城传媒集团"), Credit("主办", "江城晨报社")),
        place="江城",
        licence_number="准印证号 00-0000",
        postal_code="000000",
        phone="000-0000000",
        icp="",
        police="",
        copyright="演示数据，人物事件均属虚构",
        base_path="/",
        base_url="https://example.org/",
        home_url="/",
        archive_url="/archive/",
        search_url="/search/",
        feed_url="/feed.xml",
        assets_url="/assets/",
        sections=(views.Link("/section/yaowen/", "要闻"), views.Link("/section/wenhua/", "文化")),
        standing=(views.Link("/about/", "关于本报"),),
        parameters=(
            ("accent", "red"),
            ("face", "song"),
            ("masthead", "left"),
            ("reading", "true"),
            ("qr", "true"),
        ),
    )
    return replace(made, **changes)


def masthead() -> views.Masthead:
    return views.Masthead(
        date_iso="2026-11-24",
        date="2026年11月24日",
        weekday="星期二",
        lunar="农历丙午年十月十六",
        number="总第12866期",
        page_count="今日4版",
        edition="",
        weather="晴转多云　4℃～13℃　北风3级",
        slogans=("富强", "民主", "文明", "和谐", "自由", "平等", "公正", "法治"),
        issue=views.Link("/2026-11-24/", "2026年11月24日"),
    )


def head(title: str) -> views.PageHead:
    return views.PageHead(
        title=title,
        canonical="https://example.org/2026-11-24/",
        description="江城铁路大桥今日通车",
        jsonld=Markup('{"@context":"https://schema.org"}'),
        meta=(("citation_title", title), ("citation_firstpage", "1")),
    )


def pages(current: str = "") -> tuple[views.PageLink, ...]:
    titles = tuple(views.Link(i.url, i.title.text) for i in front_items()[:8])
    made = (
        views.PageLink("1", "要闻", "/2026-11-24/01/", True, titles=titles, pdf="/p01.pdf"),
        views.PageLink("2", "民生", "/2026-11-24/02/", True, titles=titles[2:6]),
        views.PageLink("3", "", "/2026-11-24/03/", False),
        views.PageLink("4", "", "/2026-11-24/04/", False),
    )
    return tuple(
        replace(page, current=page.number == current, label=f"第{page.number}版") for page in made
    )


def issue() -> views.IssueView:
    items = front_items()
    return views.IssueView(
        head=head("2026年11月24日"),
        masthead=masthead(),
        note="演示：人物事件均属虚构",
        introduction=Markup(""),
        front=pages()[0],
        layout="front",
        items=items,
        credits=(Credit("责任编辑", "陈牧"), Credit("版式", "苏白")),
        pages=pages(),
        previous=views.Link("/2026-11-23/", "2026年11月23日"),
        next=None,
        rows=arrange(items, "front", BROADSHEET),
    )


def page(number: str = "2", *, plate: bool = False, recorded: bool = True) -> views.PageView:
    items = front_items()[1:9] if recorded else ()
    return views.PageView(
        head=head(f"第{number}版"),
        masthead=masthead(),
        note="",
        number=number,
        label=f"第{number}版",
        name="民生" if recorded else "",
        layout="inside",
        recorded=recorded,
        items=items,
        credits=(Credit("责任编辑", "陈牧"),),
        plate=image(1500, 2100, "plate") if plate else None,
        pdf="",
        pages=pages(number),
        previous=views.Link("/2026-11-24/01/", "第1版：要闻"),
        next=views.Link("/2026-11-24/03/", "第3版"),
        previous_issue=views.Link("/2026-11-23/", "2026年11月23日"),
        next_issue=None,
        rows=arrange(items, "inside", BROADSHEET),
    )


def article() -> views.ArticleView:
    told = front_items()[0]
    table = (
        "<table><thead><tr><th>鄞州区</th><th>衢江区</th></tr></thead><tbody>"
        "<tr><td>钟公庙中心初级中学</td><td>横路初中</td></tr></tbody></table>"
    )
    told = replace(told, body=told.body + Markup(f"<p>这里<em>务必注意</em>。</p>{table}"))
    return views.ArticleView(
        head=head(told.title.text),
        masthead=masthead(),
        item=replace(told, source=views.Link("", "江城电视台")),
        section=views.Link("/section/yaowen/", "要闻"),
        people=(views.Link("/people/ding/", "丁秀兰"), views.Link("", "阿不都·卡里木")),
        topics=(views.Link("/topic/daqiao/", "江城铁路大桥"),),
        event_date="2026年11月24日",
        corrections=(views.Notice(("“46列”原误作“64列”。",), "2026年11月25日", "2026-11-25"),),
        note="",
        issue_note="演示：人物事件均属虚构",
        issue=views.Link("/2026-11-24/", "2026年11月24日"),
        page=pages("1")[0],
        plate=image(1500, 2100, "plate"),
        siblings=tuple(views.Link(i.url, i.title.text) for i in front_items()[1:6]),
        previous=None,
        next=views.Link("/2026-11-24/01/02/", "全市“冬修水利”十日完成七成"),
        citation="江城铁路大桥今日通车[N]. 江城晨报, 2026年11月24日（总第12866期）第1版.",
    )


def withdrawn() -> views.ArticleView:
    told = article()
    return replace(told, item=replace(told.item, withdrawn=True, body=Markup("")))


def month(number: int) -> views.MonthCalendar:
    days = [views.CalendarDay(0)] * 5 + [
        views.CalendarDay(
            n, (views.Link(f"/2026-{number:02}-{n:02}/", f"{number}月{n}日"),) if n % 7 else ()
        )
        for n in range(1, 31)
    ]
    weeks = tuple(tuple(days[n : n + 7]) for n in range(0, 35, 7))
    return views.MonthCalendar(
        views.Link(f"/archive/2026/{number:02}/", f"{number}月"), number, weeks, 26
    )


def entries() -> tuple[views.ListEntry, ...]:
    return tuple(
        views.ListEntry(i.url, i.title.text, "2026年11月24日", "2026-11-24", "第1版", ("吴迪",))
        for i in front_items()[:8]
    )


def archive_years() -> tuple[views.ArchiveYear, ...]:
    months = tuple(
        views.Count(f"/archive/2026/{n:02}/" if n > 6 else "", f"{n}月", 26 if n > 6 else 0)
        for n in range(1, 13)
    )
    return (views.ArchiveYear("/archive/2026/", "2026年", 156, months),)


def all_views() -> tuple[tuple[str, str, object], ...]:
    """(template, name of a file to draw into, value)."""
    up = views.Link("/archive/", "往期")
    listing = views.ListView(
        head("要闻"), "section", "要闻", 2026, entries(), views.Link("/section/yaowen/", "各年"), up
    )
    counts = tuple(views.Count(f"/archive/{y}/", f"{y}年", y % 300) for y in range(2026, 2018, -1))
    year = views.YearView(
        head("2026年"), 2026, tuple(month(n) for n in range(1, 13)), 312, up, None, up
    )
    days = tuple(
        views.IssueEntry(
            "/2026-11-24/", "2026年11月24日", "星期二", "总第12866期", pages()[0].titles
        )
        for _ in range(3)
    )
    monthly = views.MonthView(head("2026年11月"), month(11), 2026, days, up, up, None)
    message = views.MessageView(head("这一页不在"))
    return (
        ("home.html", "index", issue()),
        ("issue.html", "issue", issue()),
        ("page.html", "page", page()),
        ("page.html", "plate", page(plate=True)),
        ("page.html", "unrecorded", page("3", recorded=False)),
        ("article.html", "article", article()),
        ("article.html", "withdrawn", withdrawn()),
        ("list.html", "list", listing),
        ("index.html", "counts", views.IndexView(head("版块"), "section", "版块", counts, None)),
        ("archive.html", "archive", views.ArchiveView(head("往期"), archive_years())),
        ("year.html", "year", year),
        ("month.html", "month", monthly),
        (
            "standing.html",
            "standing",
            views.StandingView(head("关于本报"), "关于本报", body(500)),
        ),
        ("404.html", "404", message),
        ("empty.html", "empty", message),
    )


def draw(template: str, value: object, shown: views.PaperView | None = None) -> str:
    found = environment((THEME, BUILT_IN), None).get_template(template)
    return found.render(paper=shown or paper(), page=value)


def main(folder: Path) -> None:
    shutil.copytree(THEME / "static", folder / "assets", dirs_exist_ok=True)
    for template, name, value in all_views():
        (folder / f"{name}.html").write_text(draw(template, value), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
