"""What kind of character one is, by Unicode's properties: a name of Extension H is a name.

The two planes that Unicode keeps for ideographs count as ideographs as a whole, those that this
Python's tables don't know yet included.
"""

from __future__ import annotations

import unicodedata

# Script=Han with 〆, first and last of each run. (Unicode 17, Scripts.txt; planes 2 and 3 hold
# nothing but ideographs, those of days to come included: UAX 38.)
HAN_RUNS = (
    (0x2E80, 0x2E99),
    (0x2E9B, 0x2EF3),
    (0x2F00, 0x2FD5),
    (0x3005, 0x3007),  # 々 〆 〇
    (0x3021, 0x3029),
    (0x3038, 0x303B),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFA6D),
    (0xFA70, 0xFAD9),
    (0x16FE2, 0x16FE3),
    (0x16FF0, 0x16FF6),
    (0x20000, 0x3FFFD),
)
# For use inside the brackets of a regular expression.
HAN = "".join(f"{chr(first)}-{chr(last)}" for first, last in HAN_RUNS)
VARIATION_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
# Private use: no two fonts show the same there.
PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"


def is_han(character: str) -> bool:
    """Whether it is a Chinese ideograph of any extension, or 々 〆 〇."""
    point = ord(character)
    return any(first <= point <= last for first, last in HAN_RUNS)


def is_wide(character: str) -> bool:
    """Whether it fills a square of its own, so that no space belongs between it and the next."""
    wide = unicodedata.east_asian_width(character) in ("W", "F")
    return wide or character in "“”‘’—…·" or is_han(character)


def is_letter(character: str) -> bool:
    """A letter, digit or ideograph of any script, or a mark upon one (a variation selector)."""
    return unicodedata.category(character)[0] in "LNM" or is_han(character)
