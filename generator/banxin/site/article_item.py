"""An article as it stands on a page or alone: every field in the words and links a page shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self
from urllib.parse import quote

from markupsafe import Markup, escape

from banxin.layout import typography
from banxin.model import Article, Body, Correction, Credit, ExtraValue, Issue, NextTo, Photo, Source
from banxin.model.credits import groups, people, plain_name
from banxin.model.kinds import kind_of
from banxin.model.listing import POINTERS, listed
from banxin.model.page_label import in_words, page_label
from banxin.site import kind_bodies, routes
from banxin.site.context import SiteContext
from banxin.site.inputs import IssueInput
from banxin.site.views import Byline, Extra, Image, Item, Link, Notice
from banxin.site.wording import long_date

_MARK = re.compile("\x1a(\\d+)\x1a")


class ItemBuilder:
    """One issue within its site: knows how to write what its articles point at."""

    def __init__(
        self,
        site: SiteContext,
        issue: Issue,
        targets: Mapping[str, str],
        printed: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.site = site
        self.issue = issue
        self._targets = targets  # Markdown file or "2022-04-01/03/05" to an address
        self._printed = printed  # "2022-04-01/03/05" to the label of the page where it stands
        self._keys = dict(issue.person_keys)
        self._listed = listed(issue)
        self._words = site.own_words()
        self._jumps: dict[str, Article] = {}  # by the key of the article that goes on from it
        for article in issue.articles:
            jump = article.jump if article.rank not in POINTERS else None
            if jump and jump.issue == issue.key:
                self._jumps.setdefault(jump.article, article)

    @classmethod
    def of(cls, site: SiteContext, inputs: IssueInput) -> Self:
        return cls(site, inputs.issue, dict(inputs.targets), dict(inputs.printed))

    def address(self, article: Article) -> str:
        return routes.article(self.issue.key, article.key)

    def body(self, body: Body) -> Markup:
        return marks_filled(self.site, body, self._targets, folder=self.issue.key)

    def image(self, photo: Photo) -> Image:
        view = self.site.picture(photo.picture, self.issue.key)
        return Image(
            view.url,
            view.width,
            view.height,
            view.variants,
            photo.alt or photo.caption,
            typography.words(photo.caption) if photo.caption else "",
            unlinked(photo.credits),
        )

    def bylines(self, article: Article) -> tuple[Byline, ...]:
        """With links to lists that the article is in itself: others may not be there."""
        if not self._is_in("bylines", article):
            return unlinked(article.byline)
        return _bylines(article.byline, self._name)

    def _is_in(self, lists: str, article: Article) -> bool:
        return lists in self.site.paper.lists and article.key in self._listed

    def _name(self, credit: Credit) -> Link:
        if credit.kind != "person":
            return Link("", credit.text)
        return self.site.link(routes.term("by", self._keys[credit.who]), credit.name)

    def people(self, article: Article) -> tuple[Link, ...]:
        """Whom it is about, each with the list of what is told of him."""
        if not self._is_in("people", article):
            return tuple(Link("", plain_name(who)) for who in article.people)
        keys = ((routes.term("people", self._keys[who]), who) for who in article.people)
        return tuple(self.site.link(address, plain_name(who)) for address, who in keys)

    def topics(self, article: Article) -> tuple[Link, ...]:
        topics = article.topics if self._is_in("topics", article) else ()
        return tuple(self.site.link(routes.term("topic", t.key), t.name) for t in topics)

    def _column(self, article: Article) -> Link | None:
        """What paper.yml lists has its page from the first day."""
        column, columns = article.column, {term.key for term in self.site.paper.columns}
        if not column or (article.key not in self._listed and column.key not in columns):
            return None
        return self.site.link(routes.term("column", column.key), column.name)

    def item(self, article: Article) -> Item:
        """As a template gets it. What isn't made is as it was written: the article's attribute of
        the same name."""
        made = self._made(article)
        written = {n: getattr(article, n) for n in Item.__struct_fields__ if n not in made}
        return Item(**made, **written)

    def _made(self, article: Article) -> dict[str, Any]:
        return {
            "url": self.site.base.url(self.address(article)),
            "number": article.key.rsplit("/", 1)[1],
            "column": self._column(article),
            "byline": self.bylines(article),
            "photos": tuple(self.image(photo) for photo in article.photos),
            "body": kind_bodies.shaped(_shape(article), self.body(article.body)),
            "length": article.body.length,
            "label": kind_of(article.kind).label,
            "enlarged": kind_of(article.kind).enlarged,
            "source": _source(article.source),
            "signoff": _signoff(article),
            "jump": self._jump(article),
            "below": self._neighbour(article.below),
            "beside": self._neighbour(article.beside),
            "continues": self._continues(article),
            "withdrawn": article.status == "withdrawn",
            "draft": article.status == "draft",
            "words": self._own_words(article),
            "extra": tuple(map(extra, article.extra)),
        }

    def _own_words(self, article: Article) -> tuple[str, ...]:
        """Names in the article's headline that must not be cut."""
        lines = (article.title, *article.kicker, *article.subtitle)
        names = (*map(plain_name, article.people), *people(article.byline), *self._words)
        return typography.own_words("\n".join(line.text for line in lines), names)

    def _jump(self, article: Article) -> Link | None:
        """下转: where the article goes on."""
        if article.jump is None:
            return None
        target = f"{article.jump.issue}/{article.jump.article}"
        page = self._printed.get(target) or page_label(article.jump.article.split("/")[0])
        words = "详见" if article.rank in POINTERS else "下转"
        return self.site.link(self._targets[target], f"{words}{in_words(page)}")

    def _neighbour(self, wanted: NextTo | None) -> str:
        return self.site.base.url(routes.article(self.issue.key, wanted.article)) if wanted else ""

    def _continues(self, article: Article) -> Link | None:
        """上接: the article of this issue that jumps to this one."""
        other = self._jumps.get(article.key)
        if other is None:
            return None
        page = in_words(self.issue.page_called(other.page))
        return self.site.link(self.address(other), f"上接{page}")


def unlinked(credits: tuple[Credit, ...]) -> tuple[Byline, ...]:
    """As they are printed, without a link to anybody's page."""
    return _bylines(credits, lambda credit: Link("", credit.text))


def _bylines(credits: tuple[Credit, ...], name: Callable[[Credit], Link]) -> tuple[Byline, ...]:
    return tuple(
        Byline(group.before, tuple(name(credit) for credit in group.credits), group.after)
        for group in groups(credits)
    )


def marks_filled(
    site: SiteContext, body: Body, targets: Mapping[str, str], *, folder: str
) -> Markup:
    """The body's HTML with every link and picture it marks written out.

    ``folder``: the address below which its pictures and files are published, no slash at the end.
    """

    def fill(match: re.Match[str]) -> str:
        ref = body.refs[int(match[1])]
        if ref.picture:
            return _attributes(site.picture(ref.picture, folder))
        if ref.kind == "link":
            return site.base.url(targets[ref.target]) + escape(ref.fragment)
        return site.file_url(quote(attached(folder, ref.target)))

    return typography.prose(_MARK.sub(fill, body.html) if body.refs else body.html)


def attached(folder: str, file: str) -> str:
    """The address of a file that an editor put beside an article and linked to."""
    return f"{folder}/files/{Path(file).name}"


def correction(found: Correction) -> Notice:
    return Notice((found.note,), long_date(found.date), found.date.isoformat())


def extra(found: ExtraValue) -> Extra:
    lines = found.value if isinstance(found.value, tuple) else (str(found.value),)
    if found.type == "date":
        lines = tuple(long_date(date.fromisoformat(day)) for day in lines)
    return Extra(found.key, found.name, found.type, "、".join(lines), lines)


def _shape(article: Article) -> str:
    """The kind as which its body is printed: what is ranked as a notice is one."""
    return article.kind or ("notice" if article.rank == "notice" else "")


def _source(source: Source | None) -> Link | None:
    return Link(source.url, source.name) if source else None


def _signoff(article: Article) -> Notice | None:
    signed = article.signoff
    if signed is None:
        return None
    day = signed.date
    return Notice(signed.by, long_date(day) if day else "", day.isoformat() if day else "")


def _attributes(image: Image) -> str:
    """The attributes of an ``<img>`` in running text, all but ``alt``."""
    sizes = ' sizes="(min-width: 40rem) 38rem, 100vw"' if image.variants else ""
    srcset = f' srcset="{escape(image.srcset)}"{sizes}' if image.variants else ""
    size = f'width="{image.width}" height="{image.height}"'
    return f'src="{escape(image.url)}"{srcset} {size} loading="lazy" decoding="async"'
