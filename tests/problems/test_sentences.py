"""What is said: found by its key, alike in both languages, none missing and none left over."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import banxin
from banxin.problems.texts import Words, is_known, say
from banxin.problems.texts.sentences import Plural, Sentence, areas, sentences

SOURCE = Path(banxin.__file__).parent
ALL = [(f"{area}.{name}", one) for area in areas() for name, one in sentences(area).items()]
HAN = re.compile("[一-鿿]")
KEY = re.compile(rf"({'|'.join(areas())})\.[a-z][a-z.-]*[a-z]")
# texts that are found by a name put together at run time
BY_NAME = re.compile(
    r"help\..*|fields\..*|build\.phase\..*|explain\..*|usage\.errno\..*|usage\.missing-.*"
    r"|terminal\.(errors|warnings)|(preview|regions)\.4\d\d|preview\.(changed|errors|warnings).*"
    r"|(preview|report)\.(error|warning)|deploy\.would-(send|remove)|importing\.(ask|doubt|refused|field|proposed)\..*"
    r"|correcting\.(field|role|wrong)\..*"
)


def test_a_text_is_found_by_its_key_and_its_gaps_are_filled() -> None:
    assert say("regions.saved", "zh", file="a.md") == "已写进 a.md"
    assert say("regions.saved", "en", file="a.md") == "Wrote a.md"
    assert Words("en")("regions.saved", file="a.md") == "Wrote a.md"


def test_a_title_within_book_marks_has_single_ones() -> None:
    said = say("copy.written", "zh", title="读《红楼梦》有感", file="《a》.html")
    assert said == "《读〈红楼梦〉有感》的正文写进了 《a》.html。"


def test_english_knows_one_from_many() -> None:
    words = Words("en")
    said = [words("terminal.errors", n=n) for n in (0, 1, 2, 1200)]
    assert said == ["0 errors", "1 error", "2 errors", "1,200 errors"]
    assert Words("zh")("terminal.errors", n=1) == "1 处错误"


@pytest.mark.parametrize("key", ["regions.nothing", "nothing.saved", "regions", ""])
def test_an_unknown_key_is_an_error_of_the_program(key: str) -> None:
    assert not is_known(key)
    with pytest.raises(KeyError):
        say(key, "zh")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_gap_left_open_is_an_error_of_the_program(language: str) -> None:
    words = Words("en" if language == "en" else "zh")
    for key, gaps in (("regions.saved", {"other": 1}), ("terminal.errors", {"count": 1})):
        with pytest.raises(KeyError):
            words(key, **gaps)


@pytest.mark.parametrize(("key", "sentence"), ALL, ids=[key for key, _ in ALL])
def test_both_languages_have_the_same_gaps(key: str, sentence: Sentence) -> None:
    for english in _english(sentence):
        assert _gaps(english) == _gaps(sentence.zh)


def test_a_text_without_gaps_is_said_as_it_is_written() -> None:
    """Only gaps make ``{{`` a brace."""
    texts = [(key, text) for key, one in ALL for text in (one.zh, *_english(one))]
    assert [key for key, text in texts if "{{" in text and not _gaps(text)] == []
    assert 'oss: {to: "oss:bucket' in say("deploy.none", "zh")


@pytest.mark.parametrize(("key", "sentence"), ALL, ids=[key for key, _ in ALL])
def test_each_text_is_in_its_own_language(key: str, sentence: Sentence) -> None:
    assert sentence.zh
    assert all(_english(sentence))
    if key.endswith("examples"):  # commands, in which a paper may have a Chinese name
        return
    assert not any(HAN.search(re.sub("“.*?”", "", english)) for english in _english(sentence))


def test_every_key_in_the_program_has_a_text() -> None:
    asked = {key for file in _modules() for key in _asked(file)}
    assert len(asked) > 60
    assert {key for key in asked if not is_known(key)} == set()


def test_every_text_is_asked_for_somewhere() -> None:
    written = {text for file in _modules() for text in _strings(file)}
    assert [key for key, _ in ALL if key not in written and not BY_NAME.fullmatch(key)] == []


def _modules() -> Iterator[ast.Module]:
    return (ast.parse(file.read_text(encoding="utf-8")) for file in SOURCE.rglob("*.py"))


def _asked(module: ast.Module) -> Iterator[str]:
    """Keys written in full where a text is asked for."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in ("words", "say"):
            yield from (key for key in _strings(node.args[0]) if KEY.fullmatch(key))


def _strings(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _english(sentence: Sentence) -> tuple[str, ...]:
    text = sentence.en
    return (text.one, text.other) if isinstance(text, Plural) else (text,)


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
