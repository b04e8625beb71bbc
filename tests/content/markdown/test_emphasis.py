"""What asterisks do between Chinese characters: bold, italics, or characters as typed."""

from __future__ import annotations

import random
import re
from html import escape

import pytest

from tests.content.markdown.fuzz import read


def html(source: str) -> str:
    return read(source)[0].html.strip()


def told(source: str) -> list[str]:
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in read(source)[1]]


def bold(source: str) -> list[str]:
    return re.findall("<strong>(.*?)</strong>", html(source))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("**对。**是，**错。**否", ["对。", "错。"]),
        ("**一、****二、**三", ["一、", "二、"]),
        ("**张三****李四**", ["张三", "李四"]),
        ("** 空格加粗 **后，**前 **后", [" 空格加粗 ", "前 "]),
        ("李**诉王**离婚。经办人**张三**电话。", ["张三"]),
        ("**李**：您好", ["李"]),
        ("**电话：138****1234**", ["电话：138****1234"]),
        ("**江州公司**和**海州公司**签约", ["江州公司", "海州公司"]),
        ("投入**300**万元", ["300"]),
        ("主缆钢丝 **23114** 根", ["23114"]),
        ("患者赵*，男；患者钱**，女；**密切接触者**3人", ["密切接触者"]),
        ("**居民电话138**1234**", ["居民电话138**1234"]),
        ("1.**甲**2.**乙**", ["甲", "乙"]),
        ("**注*：甲**", ["注*：甲"]),
        ("工程**质量**提升", ["质量"]),
        ("**一、受理。**原告**建材有限公司起诉。", ["一、受理。"]),
        ("**问：**\n**第一，**", ["问：", "第一，"]),
        ("★★**推荐**", ["推荐"]),
        ("全县高**质量**发展，全市严**禁**", ["质量", "禁"]),
        ("云溪县陈**遗失**重要**证件", ["重要"]),
    ],
)
def test_the_words_that_were_meant_are_bold(source: str, expected: list[str]) -> None:
    assert bold(source) == expected
    assert told(source) == []


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/?a=b&g=*h*#top",
        "https://example.com/a**b**c",
        "www.example.com/x*y*z/**k**=1",
        "https://example.com/a*b",
    ],
)
def test_asterisks_of_an_address_are_its_own(address: str) -> None:
    for source in (f"见{address}。", f"**重点**：{address} 详见", f"**{address}**，*甲*"):
        assert f'<a href="{escape(address.replace("www", "http://www"))}"' in html(source)
        assert f">{escape(address)}</a>" in html(source)
        assert told(source) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("**见https://example.com/b/**A座", ["见"]),
        ("**https://example.com/b**, **甲**", [""]),
        ("网址**www.example.com/b**和**甲**", ["", "甲"]),
    ],
)
def test_a_mark_after_an_address_ends_what_it_began(source: str, expected: list[str]) -> None:
    texts = [re.sub("<a.*</a>", "", one) for one in bold(source)]
    assert texts[: len(expected)] == expected
    assert "*" not in html(source)


@pytest.mark.parametrize(
    "source",
    [
        *("张*、*李四*、王五", "*王某*、李*、*赵某*", "*82*66*", "*^_^*", "*李四*、*王五*"),
        *("尾号**34**、**56**", "**建材有限公司", "***、***、***三人", "**21*138#", "“**”案"),
        *("原告**建材有限公司诉被告**物流有限公司", "诸葛**、欧阳**等人", "被告人司马**"),
        *(
            "编号：**-2022-**",
            "ISBN 978-7-***-*****-1",
            "读者：**",
            "被告人***犯罪",
            "江州县**建材部",
        ),
        *("我是***小学三（2）班***同学的妈妈", "△**建材经营部", "（600***）", "江州县**建材部"),
        *("*** 热线 ***", "账号：6222 **** **** 1234", "**** 优惠 ****"),
        *("男子王**与女子李**", "司机刘**撞伤业主高**", "法院认定王**和孙**有责"),
        "云溪县陈**遗失居民身份证，号码3308**********1234，声明作废。",
        "下塘村赵**遗失道路运输证，证号浙交运管许可云字3308**00123号，特此声明。",
        "白石镇王**、下塘村李*、男子刘**等12人举报某施工队“以次充好”，**某已被立案。",
        *("江州市高**，男，45岁。", "3号楼许**在家", "白石镇王**遗失证件，钱**遗失证件。"),
    ],
)
def test_what_hides_a_name_or_number_is_printed_without_a_word(source: str) -> None:
    assert html(source) == f"<p>{source}</p>"
    assert told(source) == []


@pytest.mark.parametrize(
    ("source", "column"),
    [
        ("**甲**乙**丙", 1),
        ("春耕，**备耕", 4),
        ("村民**和**因地界", 3),
        ("2022**年**度", 5),
        ("法院查明王**离婚。电话**不变", 13),
        ("甲**。**乙", 2),
        ("甲***重要***通知", 2),
        ("**刘**和**张**结婚", 1),
        ("**王**、**李**二人", 1),
        ("密**封**线**内**答**题", 2),
        ("坚决**打赢。为此**我们", 3),
        ("全县高**质量发展", 4),
    ],
)
def test_what_cannot_be_told_is_printed_and_reminded_of(source: str, column: int) -> None:
    assert html(source) == f"<p>{source}</p>"
    assert told(source) == [f"1:{column} asterisks-printed"]


WORDS = [
    "春耕",
    "落实",
    "“三件套”",
    "《条例》",
    "第一，",
    "防汛。",
    "（重点）",
    "GDP",
    "要求",
    "：",
    "𠮷",
]
ENDS = "，。；：、"


def _phrase(rng: random.Random) -> str:
    return "".join(rng.choice(WORDS) for _ in range(rng.randint(1, 3)))


def test_bold_words_among_others_are_bold_or_all_are_printed_and_it_is_said() -> None:
    seed = random.SystemRandom().randrange(10**9)
    rng = random.Random(seed)
    understood = 0
    for _ in range(1500):
        parts = [(_phrase(rng), rng.random() < 0.5) for _ in range(rng.randint(1, 6))]
        source = "".join(f"**{text}**" if marked else text for text, marked in parts)
        meant = [text for text, marked in parts if marked]
        found = bold(source)
        assert found == [escape(t, quote=False) for t in meant] or (
            not found and "asterisks-printed" in str(told(source))
        ), f"seed {seed}: {source}"
        understood += bool(found)
    assert understood > 900


def test_hidden_names_among_others_are_never_bold() -> None:
    seed = random.SystemRandom().randrange(10**9)
    rng = random.Random(seed)
    names = ["王**", "李**", "张*", "居民刘**", "男子陈**", "138****1234", "尾号**34", "某**某"]
    names += ["云溪县陈**", "下塘村赵**", "3号楼高**"]
    for _ in range(1500):
        words = ["、", "，", "和", "说，", "与", "；"]
        parts = [rng.choice(names) + rng.choice(words) for _ in range(rng.randint(1, 5))]
        source = "".join(parts)
        assert html(source) == f"<p>{source}</p>", f"seed {seed}"
        assert told(source) == [], f"seed {seed}: {source}"


@pytest.mark.parametrize("source", ["*注*", "*必填*", "*为必填项*"])
def test_the_legend_of_a_form_stays_as_typed(source: str) -> None:
    assert html(source) == f"<p>{source}</p>"


def test_italics_that_cross_a_bold_phrase_are_asterisks() -> None:
    assert html("*甲，**乙*，丙**。") == "<p>*甲，<strong>乙*，丙</strong>。</p>"
    assert html("**甲**，*乙*") == "<p><strong>甲</strong>，<em>乙</em></p>"


@pytest.mark.parametrize(("lines", "tag"), [(3, "<ol"), (20, "<p>3. 15")])
def test_a_number_before_a_number_is_an_item_if_the_next_item_is_near(lines: int, tag: str) -> None:
    """3. 15晚会 may be a date."""
    inner = "\n".join(["   - 细目"] * lines)
    assert html(f"3. 15晚会\n{inner}\n4. 说明").startswith(tag)
