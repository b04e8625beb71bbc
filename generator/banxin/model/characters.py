"""What a character is, where a range of code points would be too short."""

from __future__ import annotations

# Unicode 17, Blocks.txt. Planes 2 and 3 hold nothing but ideographs, those of days to come included
# (UAX 38), so a Python whose tables are older doesn't tell 𮯰 apart from 𠮷.
_RANGES = (
    ("\u3005", "\u3007"),  # 々 〆 〇
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)


def is_han(char: str) -> bool:
    """Whether one character is a Chinese ideograph of any extension, or 々 〆 〇."""
    return any(first <= char <= last for first, last in _RANGES)


def is_variation_selector(char: str) -> bool:
    """Whether it only chooses a form of the character before it (IVS, SVS)."""
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
