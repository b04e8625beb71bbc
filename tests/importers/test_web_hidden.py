"""What a page of a browser hides from readers is no text: it is left out and told."""

from __future__ import annotations

import pytest

from banxin.importers.web_hidden import without_hidden

SHOWN = "<h1>春耕备耕有序推进</h1><p>会议听取了各乡镇的汇报，研究了下一步的工作。</p>"


@pytest.mark.parametrize(
    "part",
    [
        '<p style="display:none">看不见</p>',
        "<p style='color:red; DISPLAY : none !important'>看不见</p>",
        '<div style="visibility:hidden">看不见</div>',
        "<span style='mso-hide:all'>看不见</span>",
        "<span style='display:none;mso-hide:all'>看<b>不</b>见</span>",
        "<p hidden>看不见</p>",
        '<p hidden="hidden" class="a">看不见</p>',
        "<template><p>看不见</p></template>",
        "<div style='display:none'><div>看</div>不<br>见</div>",
        "<div hidden><p>看<p>不<ul><li>见</ul></div>",
    ],
)
def test_it_is_left_out_and_told(part: str) -> None:
    found, told = without_hidden(f"{SHOWN}{part}<p>会议要求</p>")
    assert found == f"{SHOWN}<p>会议要求</p>"
    assert ["".join(words.split()) for words in told] == ["看不见"]


@pytest.mark.parametrize(
    "part",
    [
        '<p style="display:block">看得见</p>',
        '<p style="display:none;display:block">看得见</p>',
        '<p title="hidden" class="hidden-xs">看得见</p>',
        '<p data-hidden="1">看得见</p>',
        '<script>var a = "<p hidden>";</script><p>看得见</p>',
        "<style>p { display: none }</style><p>看得见</p>",
        "<p>在 CSS 里写 display:none</p>",
    ],
)
def test_all_else_stays(part: str) -> None:
    assert without_hidden(SHOWN + part) == (SHOWN + part, ())


@pytest.mark.parametrize(
    ("page", "left"),
    [
        ("<p hidden>看不见<p>看得见", "<p>看得见"),
        ("<ul><li hidden>看不见<li>看得见</ul>", "<ul><li>看得见</ul>"),
        ("<table><tr><td hidden>看不见<td>看得见</table>", "<table><tr><td>看得见</table>"),
        ("<div><span hidden>看不见</div><p>看得见", "<div></div><p>看得见"),
        ("<div hidden>看不见", ""),
    ],
)
def test_what_was_never_closed_ends_where_a_browser_ends_it(page: str, left: str) -> None:
    assert without_hidden(SHOWN + page) == (SHOWN + left, ("看不见",))


def test_what_a_script_shows_once_it_has_loaded_stays() -> None:
    advertisement = '<div style="display:none">扫一扫</div>'
    page = '<body><h1>题</h1><div id="js_content" style="visibility: hidden">{}</div></body>'
    found, told = without_hidden(page.format(SHOWN + advertisement))
    assert found == page.format(SHOWN)
    assert told == ("扫一扫",)


SHEET = "<style>/* x */ .gone, p.off { display: none } #aside {visibility:hidden}{}</style>"


@pytest.mark.parametrize(
    "part",
    ['<div class="a gone">看不见</div>', "<p class=off>看不见</p>", '<p id="aside">看不见</p>'],
)
def test_so_is_what_the_pages_own_sheet_hides(part: str) -> None:
    sheet = SHEET.replace("{}", "")
    assert without_hidden(sheet + SHOWN + part) == (sheet + SHOWN, ("看不见",))


@pytest.mark.parametrize(
    ("more", "part"),
    [
        ("", '<div class="off">看得见</div>'),
        ("", '<p class="gone" style="display:block">看得见</p>'),
        (" .gone.active { display: block }", '<p class="gone active">看得见</p>'),
        (" @media print { .b { display: none } }", '<p class="b">看得见</p>'),
        (" .menu .b { display: none }", '<p class="b">看得见</p>'),
    ],
)
def test_a_rule_that_says_nothing_of_a_part_hides_none(more: str, part: str) -> None:
    page = SHEET.replace("{}", more) + SHOWN + part
    assert without_hidden(page) == (page, ())


def test_a_hidden_picture_is_told_once() -> None:
    page = '<img src="a.gif" style="display:none"><img hidden src="b.gif">'
    assert without_hidden(SHOWN + page) == (SHOWN, ("图片",))


@pytest.mark.parametrize(
    "part",
    [
        "<b>" * 30_000,
        "</b>" * 30_000,
        "<p hidden>" * 30_000,
        "<" * 90_000,
        "<style>" + "@a{" * 30_000,
        "</style>" + "<style>" * 30_000,
    ],
)
def test_a_page_made_to_take_long_is_read_at_once(part: str) -> None:
    assert SHOWN in without_hidden(SHOWN + part)[0]
