"""What the command line says, in Chinese and in English.

Each module holds ``TEXTS``: a key to its pair (Chinese, English). Gaps are written ``{name}``.
"""

from __future__ import annotations

import msgspec

from banxin.cli.texts import help, messages
from banxin.problems.texts import Language

TEXTS: dict[str, tuple[str, str]] = {**help.TEXTS, **messages.TEXTS}


class Words(msgspec.Struct, frozen=True):
    """The texts of one language."""

    language: Language

    def __call__(self, key: str, /, **gaps: object) -> str:
        """The text ``key`` with its gaps filled. Raises KeyError for an unknown key or gap."""
        text = TEXTS[key][self.language == "en"]
        return text.format(**gaps) if gaps else text

    def count(self, key: str, number: int) -> str:
        """``number`` of something: 3 个错误, 3 errors, 1 error."""
        text = self(key, n=f"{number:,}")
        if self.language == "zh":
            return text
        one, many = text.split("|")
        return one if number == 1 else many
