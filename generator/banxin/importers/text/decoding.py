"""Which encoding a text is in: the one that gives Chinese."""

from __future__ import annotations

import re

from banxin.importers.refusal import Refused

_USUAL = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffefA-Za-z0-9\\s，。]")
# what GB18030 shows of bytes that are UTF-8, and the other way round
_ODD = re.compile("[\ue000-\uf8ff\x80-\x9f\ufffd]")
_MARKED = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decoded(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. Raises Refused for what is no text."""
    for mark, name in _MARKED:
        if data.startswith(mark):
            try:
                return data.decode(name), "UTF-8" if name == "utf-8-sig" else "UTF-16"
            except UnicodeDecodeError as error:
                raise Refused("not-text") from error
    if b"\0" in data:
        return _wide(data)
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        pass
    found = [
        (worth(text), text, name) for name in ("GB18030", "Big5") if (text := _try(data, name))
    ]
    if not found or max(found)[0] < 0.6:
        raise Refused("not-text")
    _, text, name = max(found, key=lambda one: one[0])
    return text, name


def _wide(data: bytes) -> tuple[str, str]:
    """UTF-16 without its mark: the zero bytes of its digits and line ends tell."""
    text, _ = _best(data, ("UTF-16-LE", "UTF-16-BE"), 0.8)
    return text, "UTF-16"


def _best(data: bytes, names: tuple[str, ...], enough: float) -> tuple[str, str]:
    """The likeliest of some encodings, the first where two are. Raises Refused."""
    found = [(text, name) for name in names if (text := _try(data, name))]
    text, name = max(found, key=lambda one: worth(one[0]), default=("", ""))
    if worth(text) < enough:
        raise Refused("not-text")
    return text, name


def _try(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return ""


def worth(text: str) -> float:
    """How much of it is what Chinese texts have, from 0 to 1."""
    sample = text[:20_000]
    usual = len(_USUAL.findall(sample)) - 5 * len(_ODD.findall(sample))
    return usual / max(1, len(sample))
