"""Made-up stories of a made-up county, with the fields that an import should find."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

PLACES = ("江城县", "云岭镇", "白沙镇", "渡口街道", "松坪乡", "枫桥村", "石门村", "南溪社区")
OFFICES = ("县水利局", "县教育局", "县农业农村局", "县文化馆", "县医院", "县供电公司", "县图书馆")
SURNAMES = "沈周吴郑何顾温柯钟卞尹江苏陆程范"
GIVEN = (
    "微",
    "南",
    "荻",
    "好",
    "田",
    "城西",
    "如玉",
    "一诺",
    "小舟",
    "平",
    "明远",
    "子衿",
    "晓棠",
    "立冬",
)
TOPICS = (
    "春耕备耕",
    "防汛演练",
    "图书漂流",
    "渡轮停航",
    "果园修剪",
    "旧街改造",
    "冬泳",
    "戏曲下乡",
    "校车调线",
    "水质监测",
)
ACTS = (
    "有序推进",
    "正式启动",
    "全面完成",
    "取得进展",
    "受到欢迎",
    "再添新路",
    "迎来高峰",
    "告一段落",
)
COUPLETS = ("早谋划 快行动", "晴天修路 雨天固堤", "书香进村 灯火到户", "船靠老码头 人归新渡口")
SUBTITLES = (
    "——首批物资已送到各村",
    "——十二个村同时参加 三百余人到场",
    "全县共设四十六个点 每周六开放",
    "投入资金二百三十万元 受益群众一千余户",
)
SENTENCES = (
    "记者在现场看到，工作人员正在清点物资，几位村民自发赶来帮忙。",
    "据介绍，这项工作从去年十月开始准备，前后走访了四十多户人家。",
    "“以前来回要走两个小时，现在二十分钟就到了。”村民们高兴地说。",
    "接下来，有关部门还将继续完善配套设施，方便群众使用。",
    "截至目前，已有1260人次参加，比上年同期增长8.5%。",
    "会议指出，要把群众满意作为出发点，一件一件抓好落实。",
    "河边的柳树刚刚发芽，孩子们在岸上追着风筝跑。",
    "为了赶在雨季之前完工，施工队分成三班，昼夜轮换。",
    "《渡口旧事》《山路》等作品在现场展出，引来不少人驻足。",
    "当天的气温只有3℃，但到场的人比预计多出一倍。",
)
SUBHEADS = ("把路修到家门口", "从“等人来”到“找上门”", "一张清单管到底", "老渡口的新日子")
SOURCES = ("江城融媒体中心", "县教育局", "南江日报")
COLUMNS = ("一线见闻", "民生实事", "古镇记忆")


@dataclass(slots=True)
class Truth:
    """One story as its author meant it. ``byline_at``: lead, head, end, tail; "" for none."""

    kind: str
    title: str
    kicker: list[str] = field(default_factory=list)
    subtitle: list[str] = field(default_factory=list)
    column: str = ""
    byline: str = ""
    byline_at: str = ""
    dateline: str = ""
    body: list[tuple[str, bool]] = field(default_factory=list)  # text, is a subhead
    caption: str = ""
    credit: str = ""
    source: str = ""
    source_at: str = ""  # head, or else below the text
    signoff: list[str] = field(default_factory=list)
    date: str = ""
    date_typed: str = ""


def name(random_: random.Random) -> str:
    return random_.choice(SURNAMES) + random_.choice(GIVEN)


def title(random_: random.Random) -> str:
    return f"{random_.choice(PLACES)}{random_.choice(TOPICS)}{random_.choice(ACTS)}"


def paragraphs(random_: random.Random, least: int = 2, most: int = 6) -> list[str]:
    return [
        "".join(random_.sample(SENTENCES, random_.randint(2, 4)))
        for _ in range(random_.randint(least, most))
    ]


def news(random_: random.Random) -> Truth:
    made = Truth("news", title(random_), dateline="本报讯")
    if random_.random() < 0.15:
        made.dateline = random_.choice(("本报云岭3月2日电", "本报综合消息"))
    if random_.random() < 0.4:
        made.kicker = [random_.choice(COUPLETS)]
    if random_.random() < 0.4:
        made.subtitle = [random_.choice(SUBTITLES)]
    _sign(made, random_, ("lead", "lead", "head", "tail", ""))
    texts = paragraphs(random_)
    day = f"{random_.randint(1, 12)}月{random_.randint(1, 28)}日"
    texts[0] = f"{day}，{random_.choice(PLACES)}举行{random_.choice(TOPICS)}现场会。{texts[0]}"
    made.body = [(text, False) for text in texts]
    _picture(made, random_, 0.3)
    if random_.random() < 0.1:
        made.source = random_.choice(SOURCES)
    return made


def feature(random_: random.Random) -> Truth:
    made = Truth("feature", f"{random_.choice(TOPICS)}：{random_.choice(SUBHEADS)}")
    made.subtitle = [f"——{random_.choice(PLACES)}{random_.choice(TOPICS)}见闻"]
    if random_.random() < 0.4:
        made.column = random_.choice(COLUMNS)
    _sign(made, random_, ("head", "head", "end"))
    for head in random_.sample(SUBHEADS, 2):
        made.body += [(text, False) for text in paragraphs(random_, 1, 3)]
        made.body.append((head, True))
    made.body += [(text, False) for text in paragraphs(random_, 1, 3)]
    _picture(made, random_, 0.5)
    return made


def essay(random_: random.Random) -> Truth:
    made = Truth(
        "essay", random_.choice(("江边的夜", "母亲的菜园", "雪落渡口", "一把旧伞", "山路弯弯"))
    )
    made.byline, made.byline_at = name(random_), "head"
    made.body = [(text, False) for text in paragraphs(random_, 3, 6)]
    return made


def notice(random_: random.Random) -> Truth:
    topic = random_.choice(TOPICS)
    made = Truth("notice", f"关于{topic}期间交通管制的通告")
    made.body = [(f"因{topic}需要，现将有关事项通告如下：", False)]
    points = ("请过往车辆提前绕行。", "请沿线单位做好配合。", "违反本通告的，依法处理。")
    for n, text in enumerate(random_.sample(points, 3)):
        made.body.append((f"{'一二三'[n]}、{text}", False))
    made.body.append(("特此通告。", False))
    made.signoff = random_.sample(OFFICES, random_.choice((1, 1, 2)))
    day = (random_.randint(1, 9), random_.randint(1, 28))
    made.date = f"2026-{day[0]:02}-{day[1]:02}"
    made.date_typed = f"2026年{day[0]}月{day[1]}日"
    return made


def photo(random_: random.Random) -> Truth:
    made = Truth("photo", title(random_))
    made.body = [(f"近日，{text}", False) for text in paragraphs(random_, 1, 1)]
    _picture(made, random_, 1)
    who = name(random_)
    made.byline, made.byline_at = f"{who} 摄影报道", "tail"
    made.credit = ""
    return made


def _sign(made: Truth, random_: random.Random, places: tuple[str, ...]) -> None:
    made.byline_at = random_.choice(places)
    if made.byline_at:
        made.byline = random_.choice(("记者 {a}", "记者 {a} {b}", "记者 {a} 通讯员 {b}")).format(
            a=name(random_), b=name(random_)
        )


def _picture(made: Truth, random_: random.Random, chance: float) -> None:
    if random_.random() < chance:
        made.caption = f"图为{random_.choice(PLACES)}{random_.choice(TOPICS)}现场。"
        made.credit = random_.choice(
            (f"{name(random_)}/摄", f"{name(random_)} 摄", f"记者 {name(random_)} 摄")
        )


KINDS = (news, news, news, feature, essay, notice, photo)


def story(random_: random.Random) -> Truth:
    return random_.choice(KINDS)(random_)
