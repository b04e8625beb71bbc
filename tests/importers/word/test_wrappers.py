"""What stands around a text is taken off, and what can't be read is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.manuscript import Manuscript, Paragraph
from tests.support.manuscripts.by_hand import docx, paragraph, run_of
from tests.support.manuscripts.reading import manuscript


def read(folder: Path, content: str) -> Manuscript:
    return manuscript(folder, docx(f"<w:p>{content}</w:p>{paragraph('后文。')}"))


def told(found: Manuscript) -> dict[str, str]:
    return {one.key: dict(one.gaps).get("n", "") for one in found.doubts}


def first(found: Manuscript) -> Paragraph:
    block = found.blocks[0]
    assert isinstance(block, Paragraph)
    return block


def math(*parts: str) -> str:
    return f"<m:oMath>{''.join(parts)}</m:oMath>"


def m(text: str, name: str = "") -> str:
    run = f"<m:r><m:t>{text}</m:t></m:r>"
    return f"<m:{name}>{run}</m:{name}>" if name else run


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        (math(f"<m:rad>{m('2', 'e')}</m:rad>"), "√2"),
        (math(f"<m:sSup>{m('x', 'e')}{m('2', 'sup')}</m:sSup>", m("+1")), "x2+1"),
        (math(f"<m:sSub>{m('H', 'e')}{m('2', 'sub')}</m:sSub>", m("O")), "H2O"),
        (math(f"<m:f>{m('1', 'num')}</m:f>"), "1/"),
    ],
)
def test_a_formula_is_read_from_left_to_right_and_told(
    tmp_path: Path, formula: str, said: str
) -> None:
    found = read(tmp_path, formula)
    assert first(found).text == said
    assert told(found) == {"formula": "1"}


def test_what_is_raised_or_lowered_in_a_formula_stays_so(tmp_path: Path) -> None:
    found = read(tmp_path, math(f"<m:sSup>{m('x', 'e')}{m('2', 'sup')}</m:sSup>"))
    assert [(s.text, s.script) for s in first(found).spans] == [("x", ""), ("2", "super")]


def test_a_reading_without_its_word_and_a_word_without_its_reading_are_read(tmp_path: Path) -> None:
    alone = f"<w:r><w:ruby><w:rt>{run_of('bǎn')}</w:rt></w:ruby></w:r>"
    silent = f"<w:r><w:ruby><w:rubyBase>{run_of('心')}</w:rubyBase></w:ruby></w:r>"
    assert first(read(tmp_path, alone + silent)).text == "（bǎn）心"


def test_a_sign_is_read_by_its_number(tmp_path: Path) -> None:
    sign = '<w:r><w:sym w:font="宋体" w:char="2103"/></w:r>'
    found = read(tmp_path, run_of("25") + sign)
    assert (first(found).text, told(found)) == ("25℃", {})


@pytest.mark.parametrize(
    "sign",
    ['w:char="x"', "", 'w:font="县里的字体" w:char="F0FE"', 'w:font="宋体" w:char="D800"'],
)
def test_a_sign_that_only_its_typeface_has_is_told(tmp_path: Path, sign: str) -> None:
    found = read(tmp_path, run_of("前") + f"<w:r><w:sym {sign}/></w:r>" + run_of("后"))
    assert (first(found).text, told(found)) == ("前后", {"symbol": "1"})


def test_a_chart_and_a_document_within_the_document_are_told(tmp_path: Path) -> None:
    chart = (
        '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart xmlns:c="urn:c"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    body = f"<w:p>{run_of('正文')}{chart}</w:p>" + '<w:altChunk r:id="rId1"/>'
    found = manuscript(tmp_path, docx(body))
    assert (first(found).text, told(found)) == ("正文", {"chart": "1", "chunk": "1"})


def test_a_struck_text_is_kept_and_told(tmp_path: Path) -> None:
    found = read(tmp_path, run_of("请") + run_of("务必", "<w:strike/>") + run_of("参加"))
    assert (first(found).text, told(found)) == ("请务必参加", {"struck": "1"})
