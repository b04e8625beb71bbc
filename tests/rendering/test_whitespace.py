"""Templates lose the line breaks that a browser doesn't show, and only those."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from banxin.rendering.jinja import environment
from banxin.rendering.whitespace import strip_line_breaks


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("<ul>\n<li>\n<a>甲</a>\n</li>\n</ul>\n", "<ul><li><a>甲</a></li></ul>"),
        ('<p class="by">\n甲\n</p>\n\n<p>', '<p class="by">甲</p><p>'),
        (
            "<meta charset>\n<link>\n<script src></script>\n",
            "<meta charset><link><script src></script>",
        ),
        ("<li>甲</li>\n<li>乙</li>", "<li>甲</li>\n<li>乙</li>"),
        ("<span>甲</span>\n<span>乙</span>\n<a>", "<span>甲</span>\n<span>乙</span>\n<a>"),
        ("<pre>\n甲\n  乙\n</pre>", "<pre>\n甲\n  乙\n</pre>"),
        ("<p>甲 <b>乙</b></p> <p>", "<p>甲 <b>乙</b></p> <p>"),
        ("甲\n乙 > 丙\n", "甲\n乙 > 丙\n"),
    ],
)
def test_only_breaks_at_the_edge_of_blocks_go(written: str, drawn: str) -> None:
    assert strip_line_breaks(written) == drawn


def test_a_tag_may_hold_values(tmp_path: Path) -> None:
    written = '<ul class="{{ 1 }}{% if 1 %} x{% endif %}">\n<li>\n<b id="{{ 2 }}">\n</b></li></ul>'
    (tmp_path / "a.html").write_text(written)
    drawn = environment((tmp_path,), None).get_template("a.html").render()
    assert drawn == '<ul class="1 x"><li><b id="2">\n</b></li></ul>'


def test_a_fault_is_still_on_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<ul>\n<li>\n</li>\n\n</ul>\n{{ nothing.here }}\n")
    with pytest.raises(jinja2.UndefinedError) as raised:
        environment((tmp_path,), None).get_template("a.html").render()
    assert raised.traceback[-1].lineno + 1 == 6


def test_what_is_no_html_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<title>\n甲\n</title>\n")
    assert (
        environment((tmp_path,), None).get_template("a.xml").render() == "<title>\n甲\n</title>\n"
    )
