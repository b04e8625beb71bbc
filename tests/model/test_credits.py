"""Credits as they are printed: a role once, before or behind the names that share it."""

from __future__ import annotations

import pytest

from banxin.model import Credit
from banxin.model.credits import line, people


def test_a_role_is_said_once_before_the_names_that_share_it() -> None:
    credits = (
        Credit("记者", "刘威"),
        Credit("记者", "李钱"),
        Credit("通讯员", "王五"),
        Credit("", "赵六"),
    )
    assert line(credits) == "记者 刘威 李钱 通讯员 王五 赵六"
    assert line(()) == ""


def test_what_somebody_did_stands_behind_his_name() -> None:
    assert line((Credit("摄", "林楠"), Credit("摄", "徐三"))) == "林楠 徐三 摄"
    assert line((Credit("记者/文/图", "林楠"),)) == "记者 林楠 文/图"


def test_a_heading_stands_before_the_name_that_has_no_title() -> None:
    assert line((Credit("文字", "张三"), Credit("摄影", "李四"))) == "文字 张三 摄影 李四"
    assert line((Credit("记者/摄影", "李四"),)) == "记者 李四 摄影"


def test_nobody_seems_to_have_done_what_the_next_one_did() -> None:
    assert line((Credit("记者", "张三"), Credit("图", "李四"))) == "记者 张三 图 李四"


@pytest.mark.parametrize(
    ("credit", "printed"),
    [
        (Credit("据", "新华社", "source"), "据新华社"),
        (Credit("供稿", "县委宣传部", "source"), "县委宣传部供稿"),
        (Credit("来源", "江城日报", "source"), "来源：江城日报"),
        (Credit("发自", "北京", "place"), "发自北京"),
    ],
)
def test_sources_and_places_are_printed_as_typed(credit: Credit, printed: str) -> None:
    assert line((credit,)) == printed


def test_people_are_named_once_and_offices_never() -> None:
    credits = (Credit("记者", "张三"), Credit("", "县文联", "printed"), Credit("摄", "张三"))
    assert people(credits) == ("张三",)
