"""Fictional articles of any length and rank, as they stand on a page."""

from __future__ import annotations

from markupsafe import Markup
from msgspec.structs import replace

from banxin.model import Headline, Rank
from banxin.site import views

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
        credits=(views.Byline("", (views.Link("", "林楠"), views.Link("", "徐家和")), "摄"),),
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
        draft=False,
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
