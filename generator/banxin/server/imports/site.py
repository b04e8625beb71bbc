"""What is served: given as functions, asked anew each time."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

Part = Callable[[], tuple[bytes, str]]  # the bytes of a picture and their type
Form = Mapping[str, str]  # of several fields of one name the last


class Answer(msgspec.Struct, frozen=True):
    """To a form: the page as it is now, at ``anchor``; or ``page``, where all is over."""

    anchor: str = ""
    page: str = ""


class Site(msgspec.Struct, frozen=True):
    """``state``: the number of what is shown now; ``page`` of a state, so that a browser that goes
    back finds what stood there, and None where there is none such. ``part``: what lies beside it,
    by digits and hyphens. ``take``: a form, one at a time. ``refused``: what to say of a form that
    is too long."""

    state: Callable[[], int]
    page: Callable[[int], str | None]
    part: Callable[[str], Part | None]
    take: Callable[[Form], Answer]
    refused: str = ""
