"""What an import guessed and nobody has looked at yet: comments that begin with 请核对."""

from __future__ import annotations

from collections.abc import Iterator

MARK = "请核对"
_SPACE = " \t"
_LONGEST = 40  # characters of what is said of one


def unchecked(text: str, first: int) -> Iterator[tuple[int, str]]:
    """Line and words of each; ``text`` begins on line ``first``."""
    if MARK not in text:
        return
    for number, line in enumerate(text.split("\n"), first):
        said = _said(line)
        if said is not None:
            yield number, said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"


def _said(line: str) -> str | None:
    """The remark's words, else the field's that it stands behind; None if there is no remark."""
    at = line.find(MARK)
    while at >= 0:
        before = line[:at].rstrip(_SPACE)
        field = before[:-1]
        if before[-1:] in ("#", "＃") and _ends_field(field):
            words = line[at + len(MARK) :].lstrip("：:").strip()
            return words or field.strip() or MARK
        at = line.find(MARK, at + 1)
    return None


def _ends_field(text: str) -> bool:
    """Whether a comment may begin behind ``text``: nothing stands there, or two spaces do."""
    return not text.strip(_SPACE) or text.endswith(("  ", "\t"))
