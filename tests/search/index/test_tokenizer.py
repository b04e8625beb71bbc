"""Text as tokens: every letter is one of its own, and the browser cuts a query likewise."""

from __future__ import annotations

import pytest

from banxin.search.index import tokenizer
from banxin.search.index.pinyin import Readings
from banxin.search.index.records import HEADS_END, TITLE_ENDS, SearchRecord, content, sounds
from banxin.search.index.versions import HERE

CLIENT = HERE / "client"


@pytest.mark.parametrize(
    ("written", "tokens"),
    [
        ("疫情防控", ["疫", "情", "防", "控"]),
        ("“疫情”，防控！", ["疫", "情", "防", "控"]),
        ("Wi-Fi 5G", ["w", "i", "f", "i", "5", "g"]),
        ("１２０", ["1", "2", "0"]),
        ("㎡", ["m", "2"]),
        ("後來", ["后", "来"]),
        ("乾隆", ["干", "隆"]),
        ("瞭解、反覆、藉口、復甦", list("了解反复借口复苏")),
        ("衞生、枱燈、土著", list("卫生台灯土着")),
        ("李昇、陞任", ["李", "昇", "陞", "任"]),
        ("鋐𬭎", ["鋐", "鋐"]),
        ("二○◯八", ["二", "〇", "〇", "八"]),
        ("ﾃﾞｰﾀ", ["ŧ30c7z", "ŧ30fcz", "ŧ30bfz"]),
        ("caf\u0065\u0301", ["c", "a", "f", "ŧe9z"]),
        ("\U00020bb7野家", ["ŧ20bb7z", "野", "家"]),
        ("……——！", []),
    ],
)
def test_each_letter_is_a_token(written: str, tokens: list[str]) -> None:
    assert tokenizer.encode(written).split() == tokens


def test_a_title_has_its_own_positions_and_heads_have_theirs() -> None:
    record = SearchRecord("/a/", "2022-04-01", 1, "要闻", "题目", "引题", "副题", body="正文")
    tokens = content(record, sounds(record, Readings())).split()[1:]  # after the weight
    assert tokens[:3] == ["题", "目", "`"]
    assert tokens[TITLE_ENDS : TITLE_ENDS + 2] == ["引", "题"]
    assert tokens[HEADS_END:][:4] == ["`", "正", "文", "`"]


def test_a_very_long_title_loses_nothing() -> None:
    record = SearchRecord("/a/", "2022-04-01", 1, "要闻", "长" * 200, body="正文")
    assert content(record, sounds(record, Readings())).count(" 长") == 200


@pytest.mark.parametrize("kept", ["", "chan", "shan yu fei fei"])
def test_a_name_that_was_kept_wrongly_is_read_anew(kept: str) -> None:
    readings = Readings(names={"单于飞": kept})
    assert readings.name("单于飞") == (("单", "shan"), ("于", "yu"), ("飞", "fei"))
    assert readings == Readings(names={"单于飞": "shan yu fei"})


def test_the_browser_knows_the_same_positions() -> None:
    code = (CLIENT / "relevance.js").read_text("utf-8")
    assert f"const TITLE_ENDS = {TITLE_ENDS};" in code
    assert f"const HEADS_END = {HEADS_END};" in code
