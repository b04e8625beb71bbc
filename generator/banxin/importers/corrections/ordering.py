"""In which order the stories of a page are numbered."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from banxin.importers.corrections.drafts import Draft, Drafts, live
from banxin.importers.planning import PlannedArticle


def ranks(planned: Mapping[int, PlannedArticle]) -> dict[int, int]:
    """The place of each story among those of its page, from 1; by the keys of the stories."""
    made: dict[int, int] = {}
    counts: dict[str, int] = {}
    for key, one in sorted(planned.items(), key=lambda pair: pair[1].number):
        counts[one.page] = made[key] = counts.get(one.page, 0) + 1
    return made


def ordered(
    drafts: Drafts, planned: Mapping[int, PlannedArticle], typed: Mapping[int, int]
) -> Drafts:
    """With each story of ``typed`` at that place of its page; the others keep their order, and
    those that came from another page are the last. A page whose order was set is numbered by that
    alone: no name of a file asks for a number there any more."""
    for page in dict.fromkeys(_page(one, planned) for one in live(drafts) if one.key in typed):
        at = [n for n, one in enumerate(drafts) if not one.dropped and _page(one, planned) == page]
        own = _set([drafts[n] for n in at], page, planned, typed)
        made = list(drafts)
        for n, one in zip(at, own, strict=True):
            made[n] = replace(one, wanted=replace(one.wanted, place=0))
        drafts = tuple(made)
    return drafts


def _page(one: Draft, planned: Mapping[int, PlannedArticle]) -> str:
    return one.wanted.page or planned[one.key].page if one.key in planned else one.wanted.page


def _set(
    own: list[Draft], page: str, planned: Mapping[int, PlannedArticle], typed: Mapping[int, int]
) -> list[Draft]:
    def shown(one: Draft) -> tuple[bool, int]:
        there = planned.get(one.key)
        stays = there is not None and there.page == page
        return not stays, there.number if stays and there else 0

    made = sorted((one for one in own if one.key not in typed), key=shown)
    for one in sorted((one for one in own if one.key in typed), key=lambda d: typed[d.key]):
        made.insert(typed[one.key] - 1, one)
    return made
