"""Text as tokens: nothing is lost, and every letter is a token of its own."""

from __future__ import annotations

import re

import pytest

from generator.search import text
from generator.search.records import HEADS_END, TITLE_ENDS, Record, content
from generator.search.versions import HERE

CLIENT = HERE / "client"


@pytest.mark.parametrize(
    ("written", "tokens"),
    [
        ("疫情防控", ["疫", "情", "防", "控"]),
        ("“疫情”，防控！", ["疫", "情", "防", "控"]),
        ("Wi-Fi 5G", ["W", "i", "F", "i", "5", "G"]),
        ("１２０", ["1", "2", "0"]),
        ("㎡", ["m", "2"]),
        ("後來", ["后", "来"]),
        ("乾隆", ["乾", "隆"]),
        ("caf\u0065\u0301", ["c", "a", "f", "ŧe9z"]),
        ("\U00020bb7野家", ["ŧ20bb7z", "野", "家"]),
        ("……——！", []),
    ],
)
def test_each_letter_is_a_token(written: str, tokens: list[str]) -> None:
    spelled = text.encode(written).split(" ")
    words = [re.split(r"[!-/:-@\[-`{-~]", token)[0] for token in spelled]
    assert [word for word in words if word] == tokens


def test_everything_but_tokens_is_ascii_punctuation() -> None:
    """Any other mark would become a word of the index, with the letter it hangs on."""
    spelled = text.encode("《见“闻”》——２月—— 🎉 5%，甲.\n乙\t丙\u3000㎡")
    for token in spelled.split():
        assert re.fullmatch(r"[0-9A-Za-z㐀-鿿ŧ]*[!-/:-@\[-^`{-~]*", token), token


def test_a_title_has_its_own_positions_and_heads_have_theirs() -> None:
    record = Record("/a/", "2022-04-01", 1, "要闻", "题目", "引题", "副题", body="正文")
    tokens = content(record).split()[1:]  # after the weight
    assert tokens[:3] == ["题", "目", "`"]
    assert tokens[TITLE_ENDS : TITLE_ENDS + 2] == ["引", "题"]
    assert tokens[HEADS_END:][:4] == ["`", "正", "文", "`"]


def test_a_very_long_title_loses_nothing() -> None:
    record = Record("/a/", "2022-04-01", 1, "要闻", "长" * 200, body="正文")
    assert content(record).count(" 长") == 200


def test_the_browser_spells_as_the_index_does() -> None:
    code = (CLIENT / "text.js").read_text("utf-8")
    marked = re.search(r'const MARKED = "(.*)";', code)
    marks = re.search(r'const MARKS = "(.*)";', code)
    digits = re.search(r'const DIGITS = "(.*)";', code)
    assert marked
    assert marks
    assert digits
    assert marked[1].replace("\\n", "\n") == "".join(text.MARKS)
    assert marks[1] == "".join(text.MARKS.values())
    assert digits[1] == text.DIGITS


def test_the_browser_knows_the_same_positions() -> None:
    code = (CLIENT / "paper.js").read_text("utf-8")
    assert f"const TITLE_ENDS = {TITLE_ENDS};" in code
    assert f"const HEADS_END = {HEADS_END};" in code
