"""What a character is, where a range of code points would be too short."""

from __future__ import annotations

import re

# For a class in a regular expression. Unicode 17, Blocks.txt: planes 2 and 3 hold nothing but
# ideographs, those of days to come included (UAX 38), so that a Python whose tables are older
# doesn't tell 𲎰 apart from 𠮷.
HAN = "々-〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
VARIATION_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"

_HAN = re.compile(f"[{HAN}]")


def is_han(char: str) -> bool:
    """Whether one character is a Chinese ideograph of any extension, or 々 〆 〇."""
    return _HAN.match(char) is not None
