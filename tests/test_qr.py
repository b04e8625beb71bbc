from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from generator.qr import QUIET_ZONE, qr

URL = "https://example.org/paper/2022-04-01/01/02/"
FINDER = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]


def modules(svg: str) -> list[str]:
    """The dark (1) and light (0) modules, read back from the drawing, quiet zone included."""
    size = int(re.search(r'viewBox="0 0 (\d+) \1"', svg)[1])
    rows = [["0"] * size for _ in range(size)]
    x = y = 0.0
    for command, first, second in re.findall(r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?", svg):
        if command == "M":
            x, y = float(first), float(second)
        elif command == "m":
            x, y = x + float(first), y + float(second)
        else:
            rows[int(y)][int(x) : int(x) + int(first)] = "1" * int(first)
            x += float(first)
    return ["".join(row) for row in rows]


def test_a_code_is_whole_and_has_its_three_finders_and_its_quiet_zone():
    rows = modules(qr(URL))
    inner = [row[QUIET_ZONE:-QUIET_ZONE] for row in rows[QUIET_ZONE:-QUIET_ZONE]]
    assert not any("1" in row for row in rows[:QUIET_ZONE] + rows[-QUIET_ZONE:])
    assert [row[:7] for row in inner[:7]] == FINDER
    assert [row[-7:] for row in inner[:7]] == FINDER
    assert [row[:7] for row in inner[-7:]] == FINDER


def test_the_same_address_gives_the_same_code_and_another_gives_another():
    assert qr(URL) == qr(URL)
    assert modules(qr(URL)) != modules(qr(URL.replace("02", "03")))


def test_it_carries_no_style_that_a_strict_page_would_refuse_and_says_what_it_is():
    svg = ElementTree.fromstring(qr(URL))
    assert svg.attrib["aria-label"] == f"二维码：{URL}"
    assert "style" not in qr(URL)


def test_a_quote_in_the_text_stays_text():
    svg = ElementTree.fromstring(qr('https://example.org/?a="b"&c=<d>'))
    assert svg.attrib["aria-label"].endswith('"b"&c=<d>')


def test_what_fits_into_no_code_is_refused():
    with pytest.raises(ValueError, match="too large"):
        qr("长" * 3000)
