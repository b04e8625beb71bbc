"""What is served: given as functions, asked anew each time."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

Part = Callable[[], tuple[bytes, str]]  # the bytes of a picture and their type
Form = Mapping[str, str]  # of several fields of one name the last


class Answer(msgspec.Struct, frozen=True):
    """To a form: the page anew, at ``anchor``; or ``page``, where all is over."""

    anchor: str = ""
    page: str = ""


class Site(msgspec.Struct, frozen=True):
    """``part``: what lies beside the page as 0, 1, 2 …; None where there is nothing. ``take``: a
    form, one at a time. ``refused``: what to say of a form that is too long."""

    page: Callable[[], str]
    part: Callable[[int], Part | None]
    take: Callable[[Form], Answer]
    refused: str = ""
