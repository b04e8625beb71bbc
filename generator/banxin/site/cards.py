"""What messengers show of an issue where an article has no photo: one card, in the issue's name.

Of an issue with the image of its first page it is the top of that: masthead, date and headline as
they were printed. Else it is drawn: the nameplate and the date, and the words if the paper gives a
typeface, for none with Chinese characters can be taken for granted where a site is built.
"""

from __future__ import annotations

from banxin.model import Issue, Picture
from banxin.model.kinds import kind_of
from banxin.site import picture_files, routes
from banxin.site.context import SiteContext
from banxin.site.outputs import Card, Output
from banxin.site.wording import long_date

_FIRST = ("lead", "second", "photo")  # ranks, the most prominent first
NAME = "card.jpg"


def card_path(site: SiteContext, issue: Issue) -> str:
    """Its address, "" where there is none: nobody would know its whole address, or nothing could
    be shown on it."""
    if not site.base.origin:
        return ""
    if plate := _front(issue):
        return picture_files.front_path(plate, issue.key)
    return routes.media(issue.key, NAME) if site.nameplate or site.card_font else ""


def card(site: SiteContext, issue: Issue) -> Output | None:
    path = card_path(site, issue)
    plate = _front(issue)
    if plate and path:
        return picture_files.front(plate, issue.key, f"{site.root}/{plate.file}")
    if not path:
        return None
    nameplate, font = site.nameplate, site.paper.pictures.card_font
    return Card(
        path=path,
        name=site.paper.name,
        date=long_date(issue.day),
        day=issue.day.isoformat(),
        headline=_headline(issue),
        nameplate=f"{site.root}/{nameplate.file}" if nameplate else "",
        font=f"{site.root}/{font}" if font else "",
        digests=(nameplate.digest if nameplate else "", site.card_font),
    )


def _front(issue: Issue) -> Picture | None:
    image = issue.pages[0].image if issue.pages else None
    return image if image and not image.moves else None


def _headline(issue: Issue) -> str:
    shown = [a for a in issue.articles if a.status != "withdrawn" and kind_of(a.kind).represents]
    ranked = sorted(shown, key=lambda a: _FIRST.index(a.rank) if a.rank in _FIRST else len(_FIRST))
    return ranked[0].title.text if ranked else ""
