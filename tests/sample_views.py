"""A PaperView and one of each page's values, from fictional texts: to draw themes without a site.

``python -m tests.sample_views FOLDER`` draws the default theme with them, to be looked at.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator import typography, views
from generator.layout import arrange
from generator.model import Credit, Headline, Rank
from generator.qr import qr

THEME = Path(__file__).parent.parent / "themes" / "broadsheet"

SENTENCES = (
    "记者昨日从市水务局获悉，今冬水利集中修缮开工十天来，全市已完成土石方126万立方米，占计划的71%。",
    "大桥全长6.38公里，主跨808米，为公铁两用双层结构：上层是双向六车道城市快速路，下层铺设四线铁路。",
    "“我们最在意的不是速度，而是安静。”设计负责人阿不都·卡里木说，桥面每隔25米设一处减振支座。",
    "家住江北的退休教师丁秀兰早上五点就来到站台。",
    "据铁路部门消息，开通初期每日安排动车组列车46列，最小行车间隔12分钟；月票、次票与市内公交通用。",
    "各地推行“清单到田、责任到人”，完工一处、验收一处、公示一处——剩余工程将在冬至前全部完成……",
    "负责人说，老街不设统一门头、不搞统一招牌，租金五年不涨。气温3～12℃。",
)


def headline(text: str) -> Headline:
    return Headline(tuple(text.split("|")))


def body(characters: int) -> Markup:
    """About so many characters of fictional news, in paragraphs."""
    paragraphs: list[str] = []
    left, n = characters, 0
    while left > 0:
        text = SENTENCES[n % 7] + (SENTENCES[(n * 3 + 1) % 7] if n % 3 else "")
        paragraphs.append(f"<p>{text[: max(left, 8)]}</p>")
        left -= len(text)
        n += 1
    return Markup("\n".join(paragraphs))


def image(width: int = 1200, height: int = 800, name: str = "bridge") -> views.Image:
    name = f"{name}-{width}x{height}"
    return views.Image(
        url=f"/media/{name}.png",
        width=width,
        height=height,
        variants=(
            views.Variant(f"/media/{name}.png", 480),
            views.Variant(f"/media/{name}.png", width),
        ),
        alt="一座悬索大桥横跨大江，远处是城市和落日",
        caption="昨日清晨，首趟动车驶过江城铁路大桥。示意图",
        credits=(Credit("摄", "林楠"), Credit("摄", "徐家和")),
    )


def item(
    number: int,
    title: str,
    characters: int = 400,
    *,
    rank: Rank = "normal",
    photos: tuple[views.Image, ...] = (),
    kicker: str = "",
    subtitle: str = "",
    vertical: bool = False,
    columns: int = 0,
) -> views.Item:
    return views.Item(
        url=f"/2026-11-24/01/{number:02}/",
        number=f"{number:02}",
        title=headline(title),
        kicker=(headline(kicker),) if kicker else (),
        subtitle=(headline(subtitle),) if subtitle else (),
        abstract="",
        rank=rank,
        columns=columns,
        vertical=vertical,
        genre="消息",
        column=None,
        dateline="" if rank in ("brief", "notice", "teaser", "ear") else "本报讯",
        byline=(views.Byline("记者", (views.Link("/by/wu-di/", "吴迪"), views.Link("", "周南"))),)
        if rank in ("lead", "second", "normal")
        else (),
        photos=photos,
        body=body(characters),
        length=characters,
        source=None,
        signoff=None,
        jump=None,
        continues=None,
        withdrawn=False,
        region=(("2", "18"), ("64", "18"), ("64", "66"), ("2", "66")),
    )


def front_items() -> tuple[views.Item, ...]:
    """Twelve articles of a front page, every rank among them."""
    notice = replace(
        item(7, "公　告", 90, rank="notice"),
        signoff=views.Notice(("江城自来水公司",), "2026年11月23日", "2026-11-23"),
    )
    box = replace(
        item(3, "桥通之后，更要心通", 210, rank="box"), column=views.Link("/column/pl/", "今日评论")
    )
    return (
        item(
            1,
            "江城铁路大桥今日通车",
            820,
            rank="lead",
            photos=(image(1200, 600),),
            kicker="五载建设跨越天堑 两岸往来九分钟",
            subtitle="主跨808米，公铁两用；首日开行动车46列",
        ),
        item(2, "全市“冬修水利”|十日完成七成", 330, rank="second", subtitle="清淤沟渠830公里"),
        box,
        item(4, "浅滩巡护", 120, rank="photo", photos=(image(),)),
        item(
            5,
            "老街七十二家|铺面重张",
            300,
            vertical=True,
            subtitle="历时26个月修缮 修旧如旧能留尽留",
        ),
        notice,
        item(8, "一张课桌，两代人的夜校", 520, rank="bottom", kicker="灯火深处"),
        item(9, "市夜校冬季班今起报名", 40, rank="brief"),
        item(10, "江豚观测点昨记录到12头次", 50, rank="brief"),
        item(11, "9路公交延伸至北站", 36, rank="brief"),
        item(12, "老街修旧如旧|七十二家铺面重开", 0, rank="teaser"),
        item(13, "夜校一座难求|青年重返课堂", 0, rank="teaser"),
    )


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
    return replace(made, **changes)  # type: ignore[arg-type]


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


def head(title: str) -> views.Head:
    return views.Head(
        title=title,
        canonical="https://example.org/2026-11-24/",
        description="江城铁路大桥今日通车",
        jsonld=Markup('{"@context":"https://schema.org"}'),
        meta=(("citation_title", title), ("citation_firstpage", "1")),
    )


def pages(current: str = "") -> tuple[views.PageLink, ...]:
    titles = tuple(views.Link(i.url, i.title.text) for i in front_items()[:8])
    made = (
        views.PageLink("01", "要闻", "/2026-11-24/01/", True, titles=titles, pdf="/p01.pdf"),
        views.PageLink("02", "民生", "/2026-11-24/02/", True, titles=titles[2:6]),
        views.PageLink("03", "", "/2026-11-24/03/", False),
        views.PageLink("04", "", "/2026-11-24/04/", False),
    )
    return tuple(replace(page, current=page.number == current) for page in made)


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
        rows=arrange(items, "front"),
    )


def page(number: str = "02", *, plate: bool = False, recorded: bool = True) -> views.PageView:
    items = front_items()[1:9] if recorded else ()
    return views.PageView(
        head=head(f"第{number}版"),
        masthead=masthead(),
        note="",
        number=number,
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
        rows=arrange(items, "inside"),
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
        people=("丁秀兰", "阿不都·卡里木"),
        event_date="2026年11月24日",
        corrections=(views.Notice(("“46列”原误作“64列”。",), "2026年11月25日", "2026-11-25"),),
        note="",
        issue_note="演示：人物事件均属虚构",
        issue=views.Link("/2026-11-24/", "2026年11月24日"),
        page=pages("01")[0],
        plate=image(1500, 2100, "plate"),
        siblings=tuple(views.Link(i.url, i.title.text) for i in front_items()[1:6]),
        previous=None,
        next=views.Link("/2026-11-24/01/02/", "全市“冬修水利”十日完成七成"),
        citation="江城铁路大桥今日通车[N]. 江城晨报, 2026年11月24日（总第12866期）第1版.",
    )


def withdrawn() -> views.ArticleView:
    told = article()
    return replace(told, item=replace(told.item, withdrawn=True, body=Markup("")))


def month(number: int) -> views.Month:
    days = [views.Day(0)] * 5 + [
        views.Day(
            n, (views.Link(f"/2026-{number:02}-{n:02}/", f"{number}月{n}日"),) if n % 7 else ()
        )
        for n in range(1, 31)
    ]
    weeks = tuple(tuple(days[n : n + 7]) for n in range(0, 35, 7))
    return views.Month(views.Link(f"/archive/2026/{number:02}/", f"{number}月"), number, weeks, 26)


def entries() -> tuple[views.Entry, ...]:
    return tuple(
        views.Entry(i.url, i.title.text, "2026年11月24日", "2026-11-24", "第1版", ("吴迪",))
        for i in front_items()[:8]
    )


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
        ("page.html", "unrecorded", page("03", recorded=False)),
        ("article.html", "article", article()),
        ("article.html", "withdrawn", withdrawn()),
        ("list.html", "list", listing),
        ("index.html", "counts", views.IndexView(head("版块"), "section", "版块", counts, None)),
        ("archive.html", "archive", views.ArchiveView(head("往期"), counts)),
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


def environment() -> Environment:
    """Jinja as the engine sets it up: strict, without any globals."""
    made = Environment(
        loader=FileSystemLoader(THEME),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.clear()
    made.filters["headline"] = typography.headline
    made.filters["vertical"] = typography.vertical
    made.filters["qr"] = qr
    return made


def draw(template: str, value: object, shown: views.PaperView | None = None) -> str:
    return environment().get_template(template).render(paper=shown or paper(), page=value)


def main(folder: Path) -> None:
    shutil.copytree(THEME / "static", folder / "assets", dirs_exist_ok=True)
    for template, name, value in all_views():
        (folder / f"{name}.html").write_text(draw(template, value), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
