"""Texts whose lines were broken at a width: joined where that is sure, else left alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import pytest

from banxin.importers.manuscript import Manuscript, Paragraph
from banxin.importers.stories.reader import stories
from banxin.importers.text.reader import read_text

TITLE = "老旧小区换新颜 居民乐享新生活"
TEXT = (
    "本报讯（记者 江一帆）12月2日，记者从县住建局了解到，今年以来，我县持续推进老旧小区改造，"
    "截至目前，已有12个小区、3460户居民受益，累计投入资金4800余万元。",
    "走进城东的桃花源小区，只见道路平整、车位整齐，几位老人正坐在凉亭里聊天。"
    "“以前一下雨就积水，现在好了，路也宽了，灯也亮了。”居民柏阿姨高兴地说。",
    "据了解，我县按照“先民生后提升”的原则，重点解决供水、供电、供气、排水等问题，同时引导居民"
    "参与设计、监督和管理，让改造真正改到群众心坎上。下一步，将争取到2027年6月底前完成其余任务。",
)
INDENTED = tuple(f"\u3000\u3000{one}" for one in TEXT)


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)


def wrapped(paragraph: str, width: int, *, hanging: bool = False) -> list[str]:
    """As an editor does it: ``width`` in columns; a mark may hang out behind the last one."""
    made = [""]
    for sign in paragraph:
        over = columns(made[-1] + sign) > width
        if over and not (hanging and sign in "，。、；：！？”）"):
            made.append("")
        made[-1] += sign
    return made


def said(found: Manuscript) -> list[str]:
    return [block.said for block in found.blocks if isinstance(block, Paragraph)]


def told(found: Manuscript) -> list[str]:
    return [one.key for one in found.doubts]


def rows(paragraphs: Sequence[str], width: int, *, hanging: bool = False) -> list[str]:
    return [row for one in paragraphs for row in wrapped(one, width, hanging=hanging)]


@pytest.mark.parametrize("width", [40, 56, 66, 80])
@pytest.mark.parametrize("hanging", [False, True])
def test_lines_of_one_width_are_paragraphs_again_where_indents_begin_them(
    width: int, hanging: bool
) -> None:
    found = read_text("a.txt", "\n".join([TITLE, "", *rows(INDENTED, width, hanging=hanging)]))
    assert said(found) == [TITLE, *TEXT]
    assert told(found) == ["wrapped"]


@pytest.mark.parametrize("width", [40, 56, 66])
def test_lines_of_one_width_are_paragraphs_again_where_empty_lines_part_them(width: int) -> None:
    blocks = ["\n".join(wrapped(one, width)) for one in (TITLE, *TEXT)]
    assert said(read_text("a.txt", "\n\n".join(blocks))) == [TITLE, *TEXT]


@pytest.mark.parametrize("sign", ["（沈微 摄影报道）", "(记者 沈微)", "（完）"])
def test_a_paragraph_may_end_with_who_wrote_it(sign: str) -> None:
    lines = wrapped(f"\u3000\u3000{TEXT[2]}{sign}", 44)
    assert said(read_text("a.txt", "\n".join([TITLE, "", *lines]))) == [TITLE, TEXT[2] + sign]


def test_a_full_line_with_a_stop_goes_on_where_empty_lines_part_paragraphs() -> None:
    lines = [
        "那天下着很大的雨，父亲撑着一把旧伞站在渡口等我。",
        "他的裤脚全湿了，鞋上沾满了泥巴和水草叶，我没有说",
        "话，只是接过了他手里的那把旧伞，慢慢地往家里走去",
        "，雨还在下着，桥下的水已经涨到了第三级石阶上面，",
        "谁也不知道它什么时候停。",
    ]
    found = read_text("a.txt", "\n".join(["渡口", *["", *lines] * 3]))
    assert said(found) == ["渡口", *["".join(lines)] * 3]
    assert told(found) == ["wrapped"]


@pytest.mark.parametrize("line", ["来源：江城融媒体中心", "责任编辑：沈微"])
def test_where_a_text_is_from_and_who_edited_it_stand_alone(line: str) -> None:
    full = "\u3000\u3000全县各乡镇都要把种子化肥备足备好，确保春耕生产不误农时，做到家家有粮。"
    assert (
        said(read_text("a.txt", "\n".join([TITLE, "", *rows(INDENTED, 72), full, line])))[-1]
        == line
    )


def test_empty_lines_below_every_line_say_nothing() -> None:
    found = read_text("a.txt", "\n\n".join([TITLE, *rows(INDENTED, 40)]))
    assert said(found) == [TITLE, *TEXT]


def test_where_a_paragraph_may_have_ended_somebody_has_to_look() -> None:
    lines = [
        "那天下着很大的雨，父亲撑着一把旧伞站在渡口等",
        "我。他的裤脚全湿了，鞋上沾满了泥巴和水草叶。",
        "我没有说话，只是接过了他手里的那把旧伞，慢慢",
        "地往家里走。",
    ]
    found = read_text("a.txt", "渡口\n\n" + "\n".join(lines))
    assert said(found) == ["渡口", "".join(lines)]
    assert told(found) == ["wrapped", "wrapped-unsure"]
    assert [one.asks for one in found.doubts] == [False, True]


def test_numbers_of_sheets_within_a_text_are_set_aside_and_told() -> None:
    lines = rows(INDENTED, 56)
    paged = [*lines[:2], "", "- 1 -", "", *lines[2:5], "", "- 2 -", "", *lines[5:]]
    found = read_text("a.txt", "\n".join([TITLE, "", *paged]))
    assert said(found) == [TITLE, *TEXT]
    assert [dict(d.gaps)["text"] for d in found.doubts if d.key == "sheets"] == ["- 1 -　- 2 -"]


def test_what_stands_on_every_sheet_goes_with_its_number() -> None:
    head, lines = "花桥简报　第12期", rows(INDENTED, 56)
    paged = [head, TITLE, "", *lines[:4], "- 1 -", head, *lines[4:], "- 2 -"]
    found = read_text("a.txt", "\n".join(paged))
    assert said(found) == [TITLE, *TEXT]
    (gone,) = [dict(d.gaps)["text"] for d in found.doubts if d.key == "sheets"]
    assert gone.split("　- 1 -　")[0] == head


def test_numbers_that_do_not_go_up_as_those_of_sheets_do_stay() -> None:
    lines = rows(INDENTED, 56)
    drawn = ["930", "应变片编号", "710", "950", "应变片编号"]  # the words of a drawing
    found = read_text("a.txt", "\n".join([TITLE, "", *lines[:2], *drawn, *lines[2:]]))
    assert all(any(one in text for text in said(found)) for one in drawn)
    assert "sheets" not in told(found)


def test_of_what_stands_on_every_sheet_each_word_is_told_once() -> None:
    head, lines = "花桥镇人民政府办公室　工作简报　第12期（总第386期）", rows(INDENTED, 56)
    cuts = [lines[n : n + 1] for n in range(len(lines))]
    paged = [line for n, cut in enumerate(cuts, 1) for line in (head, *cut, f"- {n} -")]
    found = read_text("a.txt", "\n".join([TITLE, "", *paged]))
    (gone,) = [dict(d.gaps)["text"] for d in found.doubts if d.key == "sheets"]
    assert (gone.count(head), gone[-1:]) == (1, "-")


def test_english_words_keep_their_space_and_numbers_that_were_cut_have_none() -> None:
    lines = [
        "今年以来，全县共建成高标准农田3.5万亩，完成了",
        "2.8万亩的改造任务，群众满意率达到了全省的98.",
        "6%，居于前列；项目采用EPC模式，由China Farm",
        "Works公司承建。",
    ]
    (one,) = said(read_text("a.txt", "\n".join(lines)))
    assert "全省的98.6%，" in one
    assert "由China Farm Works公司" in one
    assert "完成了2.8万亩" in one


def test_lists_and_who_signs_are_not_joined() -> None:
    notice = [
        *wrapped("为方便群众办事，现将云溪县冬季供暖收费有关事项公告如下，请相互转告：", 48),
        *wrapped("一、收费时间为2026年12月1日至2027年1月31日，逾期将按规定收取滞纳金。", 48),
        *wrapped("二、收费地点为城关镇滨河路8号供热公司营业厅，也可以在网上缴纳费用。", 48),
        "云溪县供热有限责任公司",
        "2026年11月25日",
    ]
    found = read_text("a.txt", "供暖收费公告\n\n" + "\n".join(notice))
    (story,) = stories(found)
    assert [one.paragraph.said[:2] for one in story.body] == ["为方", "一、", "二、"]  # type: ignore[union-attr]
    assert (story.signoff, story.signoff_date) == (("云溪县供热有限责任公司",), "2026-11-25")


POEM = """\
我从石阶上走下来，走过那些青苔的台阶
你在桥头等着一场雨，等着一把没有收起的伞
风从南边来，吹过晒谷场和低矮的屋檐
我们都没有说话，只听见溪水流过石头的声音
后来雨落下来了，落在河面也落在瓦上
后来你转过身，把伞递给了一个过路的孩子"""
HEADLINES = """\
云溪县召开冬春农田水利建设现场推进会议
全县森林防火工作电视电话会议召开了
县委理论学习中心组举行集体学习会议
我县三家企业入选省级专精特新企业名单"""


@pytest.mark.parametrize(
    "text",
    [
        POEM,
        HEADLINES,
        "\n".join(["疏影横斜水清浅，暗香浮动月黄昏。"] * 6),
        "\n".join(["江一帆 柏小雨 秦保国 程春雨 顾城西 孟一川"] * 8),
        "\n".join(["序号\t姓名\t单位", *(f"{n}\t江一帆\t县住房和城乡建设局" for n in range(9))]),
        "\n".join(f"12月{n}日，全县防火工作现场推进会在雾岭乡召开。" for n in range(1, 9)),
        "\n".join(INDENTED),
        "\n".join(TEXT),
    ],
    ids=["poem", "headlines", "verses", "names", "table", "items", "indented", "paragraphs"],
)
def test_lines_that_their_author_ended_stay(text: str) -> None:
    found = read_text("a.txt", text)
    assert len(said(found)) == text.count("\n") + 1
    assert "wrapped" not in told(found)
