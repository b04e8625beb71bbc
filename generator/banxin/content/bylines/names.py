"""What has the form of a name, and whether it is surely somebody's."""

from __future__ import annotations

import re
from typing import Literal

from banxin.content.bylines.surnames import has_compound_surname, has_surname, plain
from banxin.content.bylines.vocabulary import (
    has_role_word,
    is_no_name,
    is_organisation,
    is_phrase,
    may_be_organisation,
)
from banxin.model.characters import HAN, VARIATION_SELECTORS

Named = Literal["", "title", "work"]  # by which kind of role, if by any

DOTS = "·•・‧∙"
_DOT = re.compile(rf"\s*[{DOTS}]\s*")
_MAY_END_SO = re.compile("..+[译绘编著撰]")  # 张三译 may be his name, and what he did
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010fffd"  # rare characters, as old fonts had them
_LETTER = re.compile(f"[{HAN}{_PRIVATE}]")
_LETTERS = f"(?:[{HAN}{_PRIVATE}][{VARIATION_SELECTORS}]?)"
_HAN_NAME = re.compile(f"{_LETTERS}{{2,4}}|(?=.{{3,24}}$){_LETTERS}+(?:·{_LETTERS}+)+")
_NO_LETTERS = re.compile(f"['’.{VARIATION_SELECTORS}-]")
_BETWEEN = re.compile(rf"[\s{DOTS}]+")
_PARTICLES = re.compile(
    "de|da|del|della|der|den|di|van|von|bin|ibn|la|le|el|al|y|zu|ter", re.IGNORECASE
)
_LATIN_OFFICES = re.compile(
    "news|agency|times|daily|post|press|journal|reuters|xinhua|tv|radio|university|college|institute"
    "|company|inc|ltd|group|studio|office|bureau|getty|images|association",
    re.IGNORECASE,
)


def canonical(name: str) -> str:
    """A name as it is printed and found: one dot of one form, single spaces."""
    return name if name.isalnum() else " ".join(_DOT.sub("·", name).split())


def is_letter(char: str) -> bool:
    """Whether names may hold it as their own character: an ideograph, or one of a private font."""
    return _LETTER.match(char) is not None


def is_han_name(text: str) -> bool:
    """2 to 4 ideographs, or several runs of them with dots between."""
    return _HAN_NAME.fullmatch(canonical(text)) is not None


def is_latin(text: str) -> bool:
    """Words of letters that aren't ideographs: John, Jean-Luc, O’Neil."""
    if _LETTER.search(text):
        return False
    words = (_NO_LETTERS.sub("", word) for word in _BETWEEN.split(text))
    return all(word.isalpha() for word in words)


def is_name(text: str) -> bool:
    return is_han_name(text) or is_latin(text)


def is_person(text: str, named: Named, *, doubtful: bool) -> bool:
    """Whether ``text`` is surely a person's name.

    ``named``: the kind of role that was typed with it. ``doubtful``: something else of the line
    wasn't understood, so that a name must prove itself by more than its place.
    """
    name = canonical(text)
    if not is_name(name) or has_role_word(name) or re.search("[某等]", name):
        return False
    if is_latin(name):
        return _is_latin_person(name, named, doubtful)
    parts = [plain(part) for part in name.split("·")]
    if any(is_no_name(part) or is_organisation(part) for part in parts) or is_phrase(name):
        return False
    if len(parts) > 1:
        return bool(named) or (not doubtful and sum(map(len, parts)) > 4)
    return _is_han_person(parts[0], named, doubtful)


def _is_han_person(name: str, named: Named, doubtful: bool) -> bool:
    surname = has_surname(name)
    if has_compound_surname(name) and len(name) < 3:
        return False
    if len(name) > 3 and not has_compound_surname(name):
        # 买买提江, but not 张三李四, and not 人民视觉/图
        return named == "title" and not doubtful and not has_surname(name[2:])
    if may_be_organisation(name):
        return bool(named) and surname and not doubtful
    if named:
        return surname or not doubtful
    return surname and not doubtful and not _MAY_END_SO.fullmatch(name)


def _is_latin_person(name: str, named: Named, doubtful: bool) -> bool:
    words = _BETWEEN.split(name)
    proper = [word for word in words if word and not _PARTICLES.fullmatch(word)]
    if any(_LATIN_OFFICES.fullmatch(word) for word in words) or not 1 <= len(proper) <= 3:
        return False
    if any(word[0].islower() for word in proper):
        return False
    if all(word.isupper() and len(word) > 1 for word in proper):
        return False  # BBC
    return len(proper) > 1 or (bool(named) and not doubtful)


def is_somebody(name: str) -> bool:
    """Whether an entry {role, name}, which says that it is a name, is one of a person."""
    text = plain(canonical(name))
    if not any(char.isalpha() or is_letter(char) for char in text) or re.search(
        r"[()（）:：/\d]", text
    ):
        return False
    if is_latin(text):
        return _is_latin_person(text, "title", doubtful=False)
    parts = text.split("·")
    return not any(is_organisation(p) or is_phrase(p) or has_role_word(p) for p in parts)
