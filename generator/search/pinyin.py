"""Chinese characters to syllables without tones, as people type them: 衢州 is qu zhou."""

from __future__ import annotations

from functools import cache

from .text import is_han

# Read another way in a name than elsewhere (《现代汉语词典》); the others pypinyin knows.
_CHARACTERS = "单曾仇解查任区朴盖乐缪翟冼召员覃折种逄宓尹晁黑郇"
_READ = (
    "shan zeng qiu xie zha ren ou piao ge yue miao zhai "
    "xian shao yun qin she chong pang mi yin chao he xun"
)
SURNAMES = dict(zip(_CHARACTERS, _READ.split(), strict=True))


def syllables(text: str) -> tuple[tuple[str, str], ...]:
    """The Chinese characters of ``text``, all else left out, each with its syllable; ü is v."""
    from pypinyin import lazy_pinyin  # slow to load, and not needed when nothing changed

    chars = [c for c in text if is_han(c)]
    return tuple(zip(chars, lazy_pinyin("".join(chars)), strict=True))


@cache
def syllables_of_name(name: str) -> tuple[tuple[str, str], ...]:
    """Like ``syllables``, for a person's name."""
    read = syllables(name)
    return ((read[0][0], SURNAMES.get(read[0][0], read[0][1])), *read[1:]) if read else ()
