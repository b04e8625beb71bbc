"""Words of a county paper: phrases to make sentences of, names, numbers, codes, addresses."""

from __future__ import annotations

import random

_WHO: tuple[str, ...] = (
    "县农业农村局",
    "城关镇",
    "市民代表",
    "县第二人民医院",
    "合作社",
    "交警大队",
    "老街居委会",
)
_WHO += ("工程指挥部", "县图书馆", "志愿服务队", "水利站的技术员", "参赛队员", "返乡青年", "气象台")
_WHEN = ("昨日", "近日", "入冬以来", "11月28日上午", "今年前三季度", "当天晚上", "会后", "据介绍")
_DID: tuple[str, ...] = (
    "组织人员逐户走访",
    "完成了渠道清淤",
    "对老旧小区的管网进行改造",
    "开展了消防演练",
)
_DID += ("把柑橘卖到了省外", "召开专题会议研究部署", "为群众代办各类手续", "恢复了双向通行")
_DID += ("在田间地头指导播种", "举行了首场惠民演出", "公布了抽检结果", "向社会公开征求意见")
_THEN: tuple[str, ...] = (
    "预计下月中旬可以完工",
    "受到了群众的欢迎",
    "安全隐患基本排除",
    "比去年同期明显增长",
)
_THEN += (
    "下一步还将扩大范围",
    "有关情况正在进一步核实",
    "请广大市民注意出行安全",
    "工作取得阶段性成效",
)
_FIGURE: tuple[str, ...] = (
    "共投入1,250.6万元",
    "惠及3482户",
    "同比增长12.75%",
    "热线0570-3838114已经开通",
)
_FIGURE += ("执行GB/T20093-2022标准", "车牌尾号为A7K52", "路线全长103.48公里", "编号为QJ-2026-0118")
_LATIN: tuple[str, ...] = (
    "采用了Photovoltaic技术",
    "登录https://www.example.gov.cn/zwgk/2026/11/28/notice_48213.html查询",
)
_LATIN += ("由Semiconductor Manufacturing公司提供", "邮箱为office_public-service@example.com")
_TITLE: tuple[str, ...] = (
    "江城",
    "铁路大桥",
    "今日",
    "通车",
    "冬修水利",
    "十日",
    "完成七成",
    "老旧小区",
    "改造",
    "提速",
)
_TITLE += (
    "全县",
    "人大常委会",
    "举行",
    "第二十三次",
    "会议",
    "柑橘",
    "丰收",
    "“小切口”",
    "惠民生",
    "图书馆",
)
_TITLE += (
    "通宵自习",
    "试行两月",
    "2026年",
    "中小学",
    "运动会",
    "落幕",
    "护航",
    "乡村振兴",
    "邻里",
    "食堂",
)
_SURNAME, _GIVEN = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨",
    "伟芳娜敏静丽强磊军洋艳勇杰娟涛明超霞平刚桂英",
)


def sentence(rng: random.Random) -> str:
    parts = [rng.choice(_WHEN) + "，" + rng.choice(_WHO) + rng.choice(_DID)]
    if rng.random() < 0.35:
        parts.append(rng.choice(_FIGURE))
    if rng.random() < 0.05:
        parts.append(rng.choice(_LATIN))
    if rng.random() < 0.2:
        parts.append(f"“{rng.choice(_THEN)}”，{name(rng)}说")
    parts.append(rng.choice(_THEN))
    return "，".join(parts) + "。"


def prose(rng: random.Random, length: int) -> str:
    """Paragraphs of some ``length`` characters in all."""
    paragraphs, whole = [], 0
    while whole < length:
        text = "".join(sentence(rng) for _ in range(rng.randint(1, 4)))[: max(12, length - whole)]
        paragraphs.append(text)
        whole += len(text)
    return "\n\n".join(paragraphs)


def title(rng: random.Random, length: int) -> str:
    """A title of some ``length`` characters; the longer ones may be cut by the editor."""
    found = ""
    while len(found) < length:
        found += rng.choice(_TITLE) + ("|" if 12 < len(found) < 14 and rng.random() < 0.5 else "")
    return found.rstrip("|")[: length + 2].rstrip("|“")


def name(rng: random.Random) -> str:
    return rng.choice(_SURNAME) + "".join(rng.sample(_GIVEN, rng.choice((1, 2, 2))))


def caption(rng: random.Random) -> str:
    """Nothing, a few words, or as long as agencies write them."""
    return rng.choice(("", "卡口现场", sentence(rng), prose(rng, 150).replace("\n", "")))


def code(rng: random.Random) -> str:
    """What stands in a cell of a results table."""
    figures = (f"{rng.random() * 200:.2f}", f"{rng.randint(1, 99999):,}", f"{rng.random():.1%}")
    others = (f"QJ-{rng.randint(0, 9999):04}", f"13:{rng.randint(10, 59)}:08.45", "—", name(rng))
    return rng.choice((*figures, *others))
