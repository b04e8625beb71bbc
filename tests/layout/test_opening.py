"""A telephone shows whole sentences of a long text."""

from __future__ import annotations

import re

import pytest

from banxin.layout.opening import opening

FIRST = "<p>昨日，大桥通车。</p>\n"
LONG = f"<p>{'桥' * 30}。{'船' * 30}。</p>\n<p>{'车' * 30}。</p>\n"


def shown(html: str) -> str:
    """Without what a stylesheet hides."""
    kept = re.sub(r'<span class="rest">.*', "", str(html), flags=re.DOTALL)
    return re.sub("<[^>]*>", "", kept).strip()


@pytest.mark.parametrize("characters", [30, 45, 60, 80])
def test_an_opening_ends_where_a_sentence_does(characters: int) -> None:
    text = shown(opening(LONG, characters))
    assert text.endswith("。")
    assert characters * 0.5 <= len(text.replace("\n", "")) <= characters * 1.2


def test_a_quotation_s_end_belongs_to_its_sentence() -> None:
    html = f"<p>{'桥' * 20}，他说：“通车了！”{'船' * 60}。</p>\n"
    assert shown(opening(html, 30)).endswith("通车了！”")


def test_nothing_is_lost() -> None:
    marked = str(opening(LONG, 40))
    assert marked.replace('<span class="rest">', "").replace("</span>", "") == LONG


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{'桥' * 300}。</p>\n",  # no sentence ends near
        FIRST,  # nothing is left over
        f"<table><tr><td>{'桥。' * 40}</td></tr></table>\n",
        f"<p><strong>{'桥' * 20}。{'船' * 60}</strong></p>\n",
    ],
)
def test_what_has_no_such_end_is_left_as_it_is(html: str) -> None:
    assert str(opening(html, 30)) == html


def test_an_opening_may_end_with_its_paragraph() -> None:
    html = f"<p>{'桥' * 25}。</p>\n<p>{'船' * 90}。</p>\n"
    assert '。<span class="rest"></span></p>' in str(opening(html, 30))
