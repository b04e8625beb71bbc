"""A source that can't be read: one sentence says why, and what to do."""

from __future__ import annotations


class Refused(Exception):
    """``key`` is one of ``importing.refused.…``, ``gaps`` fill its text. ``convertible``: whether
    LibreOffice, where it is installed, can make a .docx of it."""

    def __init__(self, key: str, *, convertible: bool = False, **gaps: object) -> None:
        super().__init__(key)
        self.key = key
        self.gaps = gaps
        self.convertible = convertible
