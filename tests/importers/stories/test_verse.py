"""A poem is imported as one: its lines, its stanzas, its steps; nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.body import body_text
from banxin.importers.manuscript import Paragraph, Span
from banxin.importers.stories.reader import stories
from banxin.importers.stories.story import Story, Text
from banxin.importers.stories.verse import is_verse
from banxin.importers.text.reader import read_text
from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import body_of, story
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

HEAD = "石桥\n沈微\n\n"
POEM = "雨是斜的\n　　斜过石桥\n　　　　斜过外婆的窗\n\n我没有伞\n只有一条河"
MIDDLE, LARGE = '<w:jc w:val="center"/>', '<w:sz w:val="44"/><w:b/>'


def typed(text: str) -> Story:
    (found,) = stories(read_text("a.txt", HEAD + text))
    return found


def test_a_poem_in_a_text_keeps_its_lines_stanzas_and_steps() -> None:
    found = typed(POEM)
    assert (found.title, found.byline, found.kind) == ("石桥", "沈微", "poem")
    assert "kind" in found.guessed
    written = body_text(found)
    assert written.text == f"{POEM}\n"
    assert written.doubts == ()


STANZA_OF_TWO = "把夜里的灯\n一盏一盏点亮\n\n船从雾里回来\n江水不说话\n只把月光送远"
NEXT = (
    "\n\n江边的春天\n本报记者 王大力\n"
    + "江边的柳树绿了，散步的人多了起来，孩子们在草地上放风筝。" * 2
)


@pytest.mark.parametrize("by", ["文/沈微", "作者：沈微", "□ 沈微", "沈微/文"])
@pytest.mark.parametrize("text", [STANZA_OF_TWO, POEM])
@pytest.mark.parametrize("end", ["", "\n\n（2022年3月写于云岭镇）"])
@pytest.mark.parametrize("after", ["", NEXT])
def test_a_poem_begins_below_who_wrote_it_however_that_stands(
    by: str, text: str, end: str, after: str
) -> None:
    found, *others = stories(read_text("a.txt", f"石桥\n{by}\n\n{text}{end}{after}"))
    assert (found.title, found.kind, found.subtitle) == ("石桥", "poem", ())
    assert "沈微" in found.byline
    assert body_text(found).text == f"{text}{end}\n"
    assert [one.title for one in others] == (["江边的春天"] if after else [])


@pytest.mark.parametrize("soft", [False, True])
def test_a_poem_in_a_document_does_too(soft: bool, tmp_path: Path) -> None:
    stanzas = [stanza.split("\n") for stanza in POEM.split("\n\n")]
    lines = [["\n".join(stanza)] for stanza in stanzas] if soft else stanzas
    body = paragraph("").join("".join(map(paragraph, one)) for one in lines)
    head = paragraph("石桥", MIDDLE, LARGE) + paragraph("沈微", MIDDLE)
    found = story(tmp_path, docx((head + body).replace("\n", "</w:t><w:br/><w:t>")))
    assert found.kind == "poem"
    assert body_text(found).text == f"{POEM}\n"


def test_signs_that_would_be_marks_are_printed_in_a_poem_too() -> None:
    found = typed("*星星*落下来\n- 一个人的井\n>我数着它\n像数着你的名字\n谁在岸上\n谁在水里")
    assert found.kind == "poem"
    assert body_text(found).doubts == ()


STANZAS = (
    "老渡口的船还在等着\n等一个人\n江水不说话\n只把月光送远",
    "母亲的灯亮着\n亮在夜里\n我沿着光\n走过了半生",
)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("by", ["= 沈小满\n", ""])
@pytest.mark.parametrize(
    "parts", ["一、渡口 二、灯", "（一） （二）", "其一 其二", "渡口 灯", "1 2", "壹 贰"]
)
@pytest.mark.parametrize("looks", ["= ", "* ", "% ", ""])
def test_what_the_first_part_of_a_poem_is_called_is_no_subtitle(
    tmp_path: Path, way: str, by: str, parts: str, looks: str
) -> None:
    middle = "= " if looks in ("= ", "% ") else ""
    rows = [f"# 江边二题\n{by}".rstrip()]
    for part, stanza in zip(parts.split(), STANZAS, strict=True):
        rows += [f"{looks}{part}", *(f"{middle}{line}" for line in stanza.split("\n"))]
    (found,) = typed_rows(tmp_path, way, "\n".join(rows))
    assert (found.title, found.subtitle, found.kind) == ("江边二题", (), "poem")
    assert found.byline == ("沈小满" if by else "")
    assert body_of(found) == [
        *(parts.split()[0], *STANZAS[0].split("\n")),
        *(parts.split()[1], *STANZAS[1].split("\n")),
    ]


@pytest.mark.parametrize("way", WAYS)
def test_whom_a_poem_is_for_stays_its_subtitle(tmp_path: Path, way: str) -> None:
    lines = "\n".join(f"= {line}" for line in STANZAS[0].split("\n"))
    (found,) = typed_rows(tmp_path, way, f"# 江边\n= ——写给母亲\n= 沈小满\n{lines}")
    assert (found.subtitle, found.byline) == (("——写给母亲",), "沈小满")


@pytest.mark.parametrize(
    "text",
    [
        "王慧 李强 张伟\n赵敏 孙丽 周涛\n吴月 郑爽 王可\n冯雨 陈诺 褚欣",
        "上午9点 报到\n上午10点 开会\n下午2点 参观\n下午5点 散会",
        "昨天下了雨。\n河水涨了。\n我们去看桥。\n桥还在。",
        "地点：县体育馆\n时间：周六上午\n主办：县文联\n协办：县图书馆",
        "县水利局\n县林业局\n县教育局\n县交通局",
    ],
)
def test_lists_and_short_sentences_are_no_poem(text: str) -> None:
    assert not is_verse([Text(Paragraph((Span(line),))) for line in text.split("\n")])


@pytest.mark.parametrize(
    "lines",
    [
        "一水穿城绕碧山，\n千帆影里白云闲。\n桥横古渡留人语，\n塔映斜阳送客还。",
        "打竹板，响连天，\n咱把平安说一番。\n出门在外要看管，\n陌生链接你别点。\n遇到诈骗别慌张，\n96110帮你忙。",
        "春雨润新芽，绿满山洼。\n采茶女子鬓边花。\n十指纤纤云里手，\n摘下朝霞。",
    ],
)
def test_lines_with_stops_are_a_poem_where_they_pause_at_commas(lines: str) -> None:
    assert typed(lines).kind == "poem"


@pytest.mark.parametrize(
    "lines",
    [
        "城关镇，二十人。\n云岭镇，三十人。\n花桥镇，十六人。\n白石乡，九人。",
        "一、勤洗手，\n二、常通风，\n三、少聚集，\n四、早就医。",
        "县教育局：\n贵局来函收悉，\n现答复如下。\n请予支持。",
    ],
)
def test_a_list_with_stops_is_none(lines: str) -> None:
    assert typed(lines).kind != "poem"


@pytest.mark.parametrize("title", ["山中小记（外一首）", "山中小记（组诗）", "山中小记（三首）"])
def test_of_several_poems_under_one_title_each_stays_a_part(tmp_path: Path, title: str) -> None:
    first, second = "雾从谷底漫上来\n漫过石阶和晒场", "钟声响的时候\n山就低下头\n听孩子们念"
    middle = "\n".join(f"= {line}" for line in first.split("\n"))
    rows = f"# {title}\n= □ 沈微\n{middle}\n\n% 乡村小学\n" + second
    (found,) = typed_rows(tmp_path, "word", rows)
    assert (found.title, found.byline, found.kind) == (title, "□ 沈微".strip("□ "), "poem")
    assert body_of(found) == [*first.split("\n"), "乡村小学", *second.split("\n")]


FERRY = (
    "船还没有来\n芦苇先白了头\n\n摆渡人把桨横在膝上\n像横着\n一段没有说完的话\n\n"
    "对岸的灯亮了一盏\n又亮了一盏"
)


@pytest.mark.parametrize("by", ["沈一苇", "□ 沈一苇", "作者：沈一苇"])
def test_no_stanza_below_a_name_is_another_story(by: str) -> None:
    (found,) = stories(read_text("a.txt", f"渡口\n{by}\n{FERRY}\n"))
    assert (found.title, found.byline, found.kind) == ("渡口", "沈一苇", "poem")
    assert body_of(found) == [line for line in FERRY.split("\n") if line]


def test_what_counts_the_poems_heads_no_story() -> None:
    text = "霜落河滩白，风来竹叶黄。\n老翁锄麦罢，负手看斜阳。"
    (found,) = stories(read_text("a.txt", f"立冬三首\n沈微\n其一\n{text}\n\n其二\n{text}\n"))
    assert (found.title, found.byline) == ("立冬三首", "沈微")
    assert body_of(found) == ["其一", *text.split("\n"), "其二", *text.split("\n")]


@pytest.mark.parametrize(
    ("text", "is_poem"),
    [
        ("春风吹绿云岭山，茶女采茶不等闲。\n十指纤纤云里手，一篮新翠满人间。", True),
        ("山中茶正好，岭上雨初晴。\n一叶尝春味，千家话太平。", True),
        ("春风吹绿云岭山，茶女采茶不等闲。\n十指纤纤云里手，新茶满篮。", False),
        ("周一开会学习，周二下乡走访。\n周三整理材料，周四总结讲评。", False),
        ("春风吹绿云岭山，茶女采茶不等闲。", False),
        ("3月1日早八点，全体职工在礼堂。\n3月2日早八点，全体学生在操场。", False),
    ],
)
def test_couplets_of_five_or_seven_letters_are_a_poem_though_they_end_as_prose_does(
    text: str, is_poem: bool
) -> None:
    assert is_verse([Text(Paragraph((Span(row),))) for row in text.split("\n")]) is is_poem


@pytest.mark.parametrize(
    ("gap", "by", "doubted"), [("", "", True), ("\n", "", False), ("", "沈微\n", False)]
)
def test_a_first_line_that_nothing_parts_from_a_poem_may_be_its_own(
    gap: str, by: str, *, doubted: bool
) -> None:
    lines = "风从江上来\n吹过旧船坞\n灯在水里摇\n你在岸上走"
    found, *_ = stories(read_text("a.txt", f"微微风清凉\n{by}{gap}{lines}"))
    assert (found.kind, found.title) == ("poem", "微微风清凉")
    assert ("title" in found.guessed) == doubted
