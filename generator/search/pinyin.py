"""Chinese characters to syllables without tones, as people type them: 衢州 is qu zhou."""

from __future__ import annotations

from functools import cache

from .text import is_han

# Read another way in a name than elsewhere (《现代汉语词典》); the others pypinyin knows.
SURNAMES = dict(
    pair.split()
    for pair in (
        "单 shan,曾 zeng,仇 qiu,解 xie,查 zha,任 ren,区 ou,朴 piao,盖 ge,乐 yue,缪 miao,翟 zhai,"
        "冼 xian,召 shao,员 yun,覃 qin,折 she,种 chong,逄 pang,宓 mi,尹 yin,晁 chao,黑 he,郇 xun"
    ).split(",")
)


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
