"""What a body becomes by its kind: a letter's formulas, questions, names in a grid."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from banxin.site.kind_bodies import shaped


def paragraphs(*lines: str) -> Markup:
    return Markup("".join(f"<p>{line}</p>\n" for line in lines))


def classes(html: Markup) -> list[str]:
    return re.findall(r'<p(?: class="([^"]*)")?>', html)


def grid(html: Markup) -> list[tuple[str, str]]:
    return re.findall(r'<span(?: class="([^"]*)")?>([^<]*)</span>', html)


def test_a_letter_has_a_salutation_its_formulas_and_a_sign_off() -> None:
    letter = paragraphs("编辑同志：", "盼设一站。", "此致", "敬礼！", "丁秀兰", "11月26日")
    found = shaped("letter", letter)
    assert classes(found) == ["salutation", "", "greeting", "wish", "signed", "signed"]


def test_a_letter_may_close_with_other_words() -> None:
    assert classes(shaped("letter", paragraphs("正文。", "祝", "编安！", "丁秀兰"))) == [
        *("", "greeting", "wish", "signed"),
    ]


def test_what_goes_on_at_length_below_a_letter_is_no_sign_off() -> None:
    long = "编者按：" + "来信反映的问题，市交通局已答复。" * 4
    assert classes(shaped("letter", paragraphs("正文。", "此致", "敬礼", "丁", long)))[-1] == ""


def test_what_answers_a_letter_is_a_letter_of_its_own() -> None:
    letter = ("编辑同志：", "路灯坏了。", "此致", "敬礼！", "季春生")
    answer = ("【回复】", "季春生同志：", "已修好。", "感谢监督。", "县城管局", "2026年11月25日")
    found = classes(shaped("letter", paragraphs(*letter, *answer)))
    assert found[:5] == ["salutation", "", "greeting", "wish", "signed"]
    assert found[5:] == ["", "salutation", "", "", "signed", "signed"]


def test_a_letter_without_formulas_stays_as_it_is() -> None:
    body = paragraphs("正文。", "祝贺你们取得的成绩，望再接再厉。", "另一段。")
    assert shaped("letter", body) == body


def signed(html: Markup) -> list[str]:
    return re.findall(r'<p class="signed">([^<]*)</p>', html)


@pytest.mark.parametrize("kind", ["obituary", "notice", "correction", "statement", "letter"])
def test_who_signed_stands_with_the_day_at_the_right(kind: str) -> None:
    body = paragraphs("正文。", "特此公告", "县水利局", "县林业局", "2026年11月28日", "电话：12345")
    assert signed(shaped(kind, body)) == ["县水利局", "县林业局", "2026年11月28日"]


def test_an_office_signs_without_a_day() -> None:
    assert signed(shaped("correction", paragraphs("正文，特此更正。", "本报编辑部"))) == [
        "本报编辑部"
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("正文。",),
        ("本报编辑部",),
        ("活动时间如下。", "时间：", "2026年11月28日"),
        ("名单如下：", "张三", "李四", "2026年11月28日"),
        ("正文。", "另一段。"),
        ("正文。", "报名时间", "2026年11月28日", "报名地点", "县体育馆"),
    ],
)
def test_what_only_looks_like_a_sign_off_stays(lines: tuple[str, ...]) -> None:
    assert shaped("notice", paragraphs(*lines)) == paragraphs(*lines)


def test_words_above_a_table_are_no_signatories() -> None:
    table = Markup("<table><tr><td>一</td></tr></table>")
    body = paragraphs("成绩如下。", "男子组") + table + paragraphs("县体育局", "2026年11月28日")
    assert signed(shaped("notice", body)) == ["县体育局", "2026年11月28日"]


def test_a_list_is_signed_by_an_office() -> None:
    body = paragraphs("名单如下：", "张三", "李四", "县教育局", "2026年11月28日")
    assert signed(shaped("notice", body)) == ["县教育局", "2026年11月28日"]


def test_questions_and_answers_are_told_apart() -> None:
    body = paragraphs("问：几点？", "答：六点。", "记者：票价呢？", "王建国：两元。", "另有说明。")
    assert classes(shaped("qa", body)) == ["question", "answer", "question", "answer", ""]


def test_names_of_two_characters_are_marked_and_long_ones_get_room() -> None:
    found = grid(shaped("names", paragraphs("王慧、李小明 欧阳文清　张强（女）")))
    assert found == [("n2", "王慧"), ("", "李小明"), ("wide", "欧阳文清"), ("wide", "张强（女）")]


def test_a_name_that_was_spaced_by_hand_is_one() -> None:
    assert grid(shaped("names", paragraphs("王　慧 李小明 张　强"))) == [
        *(("n2", "王慧"), ("", "李小明"), ("n2", "张强")),
    ]


def test_lines_of_names_are_one_grid_and_a_label_begins_another() -> None:
    body = paragraphs("王慧 李强", "张伟 赵敏", "二等奖：孙丽、周涛")
    assert classes(shaped("names", body)) == ["names", "names-of", "names"]


def test_masked_names_are_names_and_one_alone_stands_as_those_above_it() -> None:
    body = paragraphs("一等奖：张三、李四", "二等奖：王**、李*明、赵某某", "三等奖：买买提·吐尔逊")
    assert classes(shaped("names", body)) == ["names-of", "names"] * 3
    masked = grid(shaped("names", paragraphs("王**、李*、赵某")))
    assert masked == [("", "王**"), ("", "李*"), ("n2", "赵某")]  # no gap before an asterisk


def test_one_who_is_named_for_something_else_stays_text() -> None:
    body = paragraphs("一等奖：张三、李四", "联系人：王五")
    assert classes(shaped("names", body)) == ["names-of", "names", ""]
    alone = paragraphs("一等奖：张三", "二等奖：李四")
    assert shaped("names", alone) == alone


def test_a_long_name_may_end_its_line_behind_a_dot() -> None:
    assert "阿不都热西提·<wbr>买买提" in shaped("names", paragraphs("张三、阿不都热西提·买买提"))


def test_what_isn_t_only_names_stays_text() -> None:
    body = paragraphs("下列同志获奖（按笔画排序）：", "名单公示五天，欢迎监督。", "电话 87654321")
    assert shaped("names", body) == body


def test_news_that_looks_like_a_letter_stays_news() -> None:
    body = paragraphs("编辑同志：", "此致", "敬礼")
    assert shaped("", body) == body


def lines(*verses: str) -> list[tuple[str, str]]:
    """Each line that may hang, with how far in it stands: one stanza."""
    joined = "<br>\n".join(verses)
    body = Markup(f"<p>{joined}</p>\n")
    found = str(shaped("poem", body))
    plain = re.sub(r'<span class="line[^"]*">|</span>', "", found)
    assert plain == str(body)
    return re.findall(r'<span class="line([^"]*)">(.*?)</span>', found)


def test_each_line_of_verse_knows_how_far_in_it_begins() -> None:
    assert lines("你站在桥上", "　　看风景", "　<em>楼上</em>看你") == [
        *(("", "你站在桥上"), (" in2", "　　看风景"), (" in1", "　<em>楼上</em>看你")),
    ]


def test_what_begins_very_far_in_goes_on_where_there_is_room() -> None:
    assert lines("你", "　" * 20 + "我")[1][0] == " in8"


def test_prose_among_verse_and_marks_over_several_lines_stay_as_they_are() -> None:
    assert lines("大江东去，浪淘尽，千古风流人物。" * 3) == []
    assert lines("桥" * 60, "看风景") == []
    assert lines("<em>你站在桥上", "看风景</em>") == []
