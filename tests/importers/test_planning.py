"""What an article gets that its manuscript doesn't say, and what is asked about it."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from banxin.importers.manuscript import Comment, Paragraph, Span, doubt
from banxin.importers.planning import PlannedArticle, Target, Wanted, plan
from banxin.importers.stories.story import Story, StoryPicture, Text
from tests.support.content_folder import picture

TARGET = Target("content/issues/2022/2022-04-01", date(2022, 4, 1), {"1": "要闻"}, "要闻")
BODY = (Text(Paragraph((Span("正文。"),))),)


def planned(story: Story, *taken: str) -> PlannedArticle:
    wanted = Wanted(story, page="1", pictures=lambda _: picture())
    (found,) = plan([wanted], TARGET, lambda _: 1, taken)
    return found


def test_a_title_alone_leads_elsewhere_and_that_is_asked() -> None:
    found = planned(Story("a", title="停水通知"))
    assert "\nrank: teaser  # 请核对\n" in found.text
    assert "no-text" in {one.key for one in found.doubts}


def test_a_picture_that_is_named_twice_comes_along_once() -> None:
    twice = (StoryPicture("a.jpg"), StoryPicture("a.jpg", caption="现场"))
    found = planned(Story("a", title="题", body=BODY, pictures=twice))
    assert [one.path.rpartition("/")[2] for one in found.pictures] == ["01-01-1.jpg"]


def test_a_pictures_name_that_is_another_files_is_passed_over() -> None:
    story = Story("a", title="题", body=BODY, pictures=(StoryPicture("a.jpg"),))
    found = planned(story, "01-01-1.png", "01-01-2.jpg")
    assert [one.path.rpartition("/")[2] for one in found.pictures] == ["01-01-3.jpg"]


def test_a_date_after_the_issue_stays_a_line_of_the_signature() -> None:
    later = Story("a", title="题", body=BODY, signoff=("县水利局",), signoff_date="2022-04-05")
    assert """signoff: {by: [县水利局, "2022年4月5日"]}\n""" in planned(later).text
    earlier = Story("a", title="题", body=BODY, signoff=("县水利局",), signoff_date="2022-03-31")
    assert 'date: "2022-03-31"' in planned(earlier).text


def two_of_one_number() -> tuple[PlannedArticle, ...]:
    stories = [Story(f"01-09 {name}.docx", title="题", body=BODY) for name in ("乙", "甲")]
    return plan([Wanted(one, page="1", place=9) for one in stories], TARGET, lambda _: 1, [])


def test_who_doesnt_get_the_number_of_its_name_is_told_whose_it_is_and_what_it_got() -> None:
    first, second = two_of_one_number()
    assert "number-given" not in {one.key for one in first.doubts}
    assert (first.number, second.number) == (9, 1)
    assert "\n# 请核对：01-09 已经给了 01-09 乙.docx，这一篇编成 01-01（" in second.text


def test_a_number_that_was_given_out_before_is_told() -> None:
    wanted = Wanted(Story("01-02.docx", title="题", body=BODY), page="1", place=2)
    (found,) = plan([wanted], TARGET, lambda _: 5, [])
    assert "01-02 用过了，这一篇编成 01-05" in found.text


def test_who_asks_for_no_number_is_told_nothing() -> None:
    found = planned(Story("a", title="题", body=BODY))
    assert not {one.key for one in found.doubts} & {"number-given", "number-used"}


def test_a_title_alone_is_a_teaser_whatever_rank_it_was_given() -> None:
    assert "\nrank: teaser  # 请核对\n" in planned(Story("a", title="题", rank="lead")).text
    assert "\nrank: ear\n" in planned(Story("a", title="题", rank="ear")).text


def test_of_what_was_checked_nothing_is_asked_and_what_isnt_imported_is_still_noted() -> None:
    asked = (doubt("placeholder", text="XXX"), doubt("caption", begins="图"), doubt("joined", n=1))
    comment = Comment("主任", "核一下", "正文")
    story = Story("a", title="题", body=BODY, guessed=frozenset({"title"}), doubts=asked)
    wanted = Wanted(replace(story, comments=(comment,)), checked=True)
    (found,) = plan([wanted], TARGET, lambda _: 1, [])
    assert "请核对" not in found.text
    assert [line for line in found.text.split("\n") if line.startswith("#")] == [
        "# 导入时：还没有填，没有导入：“XXX”",
        "# 导入时：接起来的断行有 1 处",
        "# 导入时：批注（主任，“正文”处）：核一下",
    ]
    assert (found.guessed, any(one.asks for one in found.doubts)) == (frozenset(), False)


def test_no_field_says_what_its_reader_takes_for_a_comment() -> None:
    caption = (StoryPicture("a.jpg", caption="<!-- x"),)
    story = Story("a", title="a <!-- b", kicker=("<！-- x",), body=BODY, pictures=caption)
    assert "<" not in planned(story).text


def test_a_date_that_nobody_signs_is_printed_as_a_line() -> None:
    story = Story("a", title="题", body=BODY, signoff_date="2022-03-31")
    assert 'signoff: {by: ["2022年3月31日"]}' in planned(story).text


def test_a_formula_whose_gap_is_told_is_no_lost_picture_too() -> None:
    gap = doubt("picture-gap", near="水的密度是", name="a.wmf")
    story = Story("a", title="题", body=BODY, pictures=(StoryPicture("a.wmf"),), doubts=(gap,))
    (found,) = plan([Wanted(story, page="1", pictures=lambda _: b"x")], TARGET, lambda _: 1, ())
    assert [one.key for one in found.doubts] == ["picture-gap"]
