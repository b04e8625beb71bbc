"""Whether two texts are the same story, told from short hashes of them that reveal neither.

A story is known by two such hashes, of its headline and of how its text begins. Each is a MinHash
(Broder 1997) by one permutation: the shingles, runs of letters, fall into a few bins by their
checksums, and each bin keeps the least. A bin differs only where the shingle that it kept went or
a lesser one came, so a corrected word changes few of them and another story all.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from zlib import crc32

BINS = 8  # of each of the two hashes, a byte each
_TITLE_RUN, _TEXT_RUN = 2, 3  # letters of a shingle
_READ = 256  # letters of a text: where it begins tells it from others
_TELLING = 5  # letters: 简讯 and 图片新闻 are titles of many stories
_ALIKE = 0.5  # of the bins
_EMPTY = 255
_NONE = 1 << 32  # more than any checksum


def signature(title: str, text: str) -> str:
    """22 characters (base64) for a headline and a text; what is empty is like anything."""
    name, body = _letters(title), _letters(text[: 2 * _READ])[:_READ]
    known = name if len(name) >= _TELLING else ""
    data = _hashed(known, _TITLE_RUN) + _hashed(body, _TEXT_RUN)
    return urlsafe_b64encode(data).decode().rstrip("=")


def is_another(old: str, new: str) -> bool:
    """Whether two signatures are of two stories: neither the headline nor the text is alike.

    Not if they are nothing to go by: damaged, of empty texts, of texts on one side alone.
    """
    if old == new:  # as nearly all are
        return False
    shares = _shares(old, new)
    return bool(shares) and max(shares) < _ALIKE


def is_same(old: str, new: str) -> bool:
    """Whether they are surely of one story."""
    shares = _shares(old, new)
    return bool(shares) and max(shares) >= _ALIKE


def _shares(old: str, new: str) -> list[float]:
    """How much of the headlines and of the texts is alike, where both sides have any."""
    one, other = _bytes(old), _bytes(new)
    if one is None or other is None:
        return []
    pairs = ((one[:BINS], other[:BINS]), (one[BINS:], other[BINS:]))
    return [_share(a, b) for a, b in pairs if _says_something(a) and _says_something(b)]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _hashed(text: str, run: int) -> bytes:
    """The last byte of each bin's least checksum: its first ones are alike in all long texts."""
    least = [_NONE] * BINS
    for n in range(len(text) - run + 1):
        checksum = crc32(text[n : n + run].encode("utf-8", "surrogatepass"))
        place, value = checksum % BINS, checksum // BINS
        if value < least[place]:
            least[place] = value
    return bytes(_EMPTY if value == _NONE else value % _EMPTY for value in least)


def _bytes(text: str) -> bytes | None:
    try:
        data = urlsafe_b64decode(f"{text}==")
    except (NotBase64, ValueError):
        return None
    return data if len(data) == 2 * BINS else None


def _says_something(half: bytes) -> bool:
    return any(value != _EMPTY for value in half)


def _share(one: bytes, other: bytes) -> float:
    pairs = [pair for pair in zip(one, other, strict=True) if pair != (_EMPTY, _EMPTY)]
    return sum(a == b for a, b in pairs) / len(pairs)
