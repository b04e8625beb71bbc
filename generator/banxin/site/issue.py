"""One issue: its own page, its pages (版), its articles, its pictures."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from banxin.layout import arrange
from banxin.model import Article, Page
from banxin.model.kinds import kind_of
from banxin.model.listing import POINTERS, listed
from banxin.site import feed_links, page_head, page_kinds, routes
from banxin.site.article_item import ItemBuilder, correction
from banxin.site.cards import card
from banxin.site.context import SiteContext
from banxin.site.excerpts import excerpt
from banxin.site.files import files_of
from banxin.site.inputs import IssueInput, Neighbour
from banxin.site.machine_files import OF_ISSUE
from banxin.site.outputs import Copied, Drawn, Output
from banxin.site.selections import today
from banxin.site.views import (
    ArticleView,
    Image,
    IssueView,
    Item,
    Lead,
    Link,
    PageHead,
    PageLink,
    PageView,
    Row,
)
from banxin.site.visibility import visible
from banxin.site.wording import citation, long_date, masthead, page_title

PROMINENCE = {"lead": 0, "second": 1, "photo": 2}


def plan_issue(site: SiteContext, inputs: IssueInput) -> tuple[Output, ...]:
    issue = visible(inputs.issue, site.drafts)
    return _Plan(site, replace(inputs, issue=issue)).outputs()


def plan_home(site: SiteContext, inputs: IssueInput, extras: tuple[Neighbour, ...] = ()) -> Drawn:
    """The newest issue once more, at the site's root; its own address stays the canonical one."""
    plan = _Plan(site, replace(inputs, issue=visible(inputs.issue, site.drafts)))
    view = plan.issue_view()
    canonical = site.base.absolute(routes.issue(inputs.issue.key))
    head = replace(view.head, title="", canonical=canonical, feeds=feed_links.of_home(site))
    others = tuple(site.link(routes.issue(one.key), one.title) for one in extras)
    return page_kinds.HOME.at(routes.HOME, replace(view, head=head, extras=others))


class _Plan:
    def __init__(self, site: SiteContext, inputs: IssueInput) -> None:
        self.site = site
        self.inputs = inputs
        self.issue = inputs.issue
        self.place = ItemBuilder.of(site, inputs)
        self.masthead = masthead(site, inputs.issue, routes.issue(inputs.issue.key))
        articles = inputs.issue.articles
        self.items = {a.key: self.place.item(a) for a in articles}
        # what the pages and articles of an issue say of each other is made once
        self._titles = {a.key: site.link(self.place.address(a), a.title.text) for a in articles}
        self._listed = listed(inputs.issue)
        self._order = [a for a in articles if a.key in self._listed]
        self._links = {page.number: self._page_link(page) for page in inputs.issue.pages}
        self._rows: dict[int, tuple[Row, ...]] = {}  # by page; the first is shown twice

    def outputs(self) -> tuple[Output, ...]:
        address = routes.issue(self.issue.key)
        return (
            page_kinds.ISSUE.at(address, self.issue_view()),
            *(self._page(page) for page in self.issue.pages),
            *(self._article(page, a) for page in self.issue.pages for a in page.articles),
            *(file for plan in OF_ISSUE for file in plan(self.site, self.inputs)),
            *self._files(),
        )

    def issue_view(self) -> IssueView:
        issue = self.issue
        front = next((page for page in issue.pages if page.articles), None)
        items = self._laid_out(front)
        layout = front.layout if front else ""
        return IssueView(
            head=page_head.of_issue(self.site, issue),
            masthead=self.masthead,
            note=issue.note,
            introduction=self.place.body(issue.introduction),
            front=self._current(front) if front else None,
            layout=layout,
            items=items,
            rows=self._arranged(front, items) if front else (),
            credits=front.credits if front else (),
            pages=self._overview(),
            previous=self._neighbour(self.inputs.previous),
            next=self._neighbour(self.inputs.next),
            today=today(self.site, issue.day.month, issue.day.day),
        )

    def _laid_out(self, page: Page | None) -> tuple[Item, ...]:
        """The items of a page; a withdrawn article keeps its address but not its place."""
        if page is None:
            return ()
        items = [self.items[a.key] for a in page.articles if a.status != "withdrawn"]
        openings = self.issue.day.year <= self.site.paper.excerpts_until
        return tuple(map(excerpt, items) if openings else items)

    def _arranged(self, page: Page, items: tuple[Item, ...]) -> tuple[Row, ...]:
        """Nothing for a theme that doesn't have its pages arranged."""
        metrics = self.site.metrics
        if metrics is None:
            return ()
        if page.number not in self._rows:
            self._rows[page.number] = arrange(items, page.layout, metrics)
        return self._rows[page.number]

    def _page(self, page: Page) -> Drawn:
        issue, number = self.issue, page.number
        items = self._laid_out(page)
        view = PageView(
            head=self._page_head(page),
            masthead=self.masthead,
            note=issue.note,
            number=page.printed,
            label=page.words,
            name=page.name,
            layout=page.layout,
            recorded=bool(page.articles),
            items=items,
            rows=self._arranged(page, items),
            credits=page.credits,
            plate=self._plate(page),
            pdf=self._pdf(page),
            pages=self._navigation(page),
            previous=self._page_step(number - 1),
            next=self._page_step(number + 1),
            previous_issue=self._neighbour(self.inputs.previous),
            next_issue=self._neighbour(self.inputs.next),
        )
        return page_kinds.PAGE.at(routes.page(issue.key, page.key), view)

    def _page_head(self, page: Page) -> PageHead:
        feeds = feed_links.of_front(self.site) if page.number == 1 else ()
        return replace(page_head.of_page(self.site, self.issue, page), feeds=feeds)

    def _article(self, page: Page, article: Article) -> Drawn:
        issue, site = self.issue, self.site
        before, after = self._around(article)
        view = ArticleView(
            head=self._article_head(page, article),
            masthead=self.masthead,
            item=self.items[article.key],
            section=self._section(article),
            people=self.place.people(article),
            topics=self.place.topics(article),
            event_date=long_date(article.event_date) if article.event_date else "",
            corrections=tuple(correction(c) for c in article.corrections),
            note=article.note,
            issue_note=issue.note,
            issue=self.masthead.issue,
            page=self._current(page),
            plate=self._plate(page) if article.region else None,
            siblings=self._shown(page, without=article.key),
            previous=before,
            next=after,
            citation=citation(site.paper, issue, article.title.text, page),
        )
        return page_kinds.ARTICLE.at(self.place.address(article), view)

    def _article_head(self, page: Page, article: Article) -> PageHead:
        """What no list has is nothing to be found either: it only points at a story, or sells."""
        head = page_head.of_article(self.site, self.issue, page, article)
        return replace(head, index=article.key in self._listed)

    def _section(self, article: Article) -> Link:
        """A section whose only article no list has is in none, unless paper.yml has it."""
        term, sections = article.section, {term.key for term in self.site.paper.sections}
        if article.key not in self._listed and term.key not in sections:
            return Link("", term.name)
        return self.site.link(routes.term("section", term.key), term.name)

    def _around(self, article: Article) -> tuple[Link | None, Link | None]:
        order = self._order
        if article.key not in self._listed:
            order = [a for a in self.issue.articles if a.key in self._listed or a is article]
        at = next(n for n, a in enumerate(order) if a is article)
        before = self._titles[order[at - 1].key] if at else None
        after = self._titles[order[at + 1].key] if at + 1 < len(order) else None
        return before, after

    def _shown(self, page: Page, *, without: str = "") -> tuple[Link, ...]:
        """The titles of a page but for one."""
        shown = (a.key for a in page.articles if a.key in self._listed and a.key != without)
        return tuple(self._titles[key] for key in shown)

    def _navigation(self, current: Page | None) -> tuple[PageLink, ...]:
        pages = self.issue.pages
        return tuple(self._current(p) if p is current else self._links[p.number] for p in pages)

    def _current(self, page: Page) -> PageLink:
        return replace(self._links[page.number], current=True)

    def _overview(self) -> tuple[PageLink, ...]:
        """Every page with what it opens with, and with its image."""
        return tuple(
            replace(self._links[page.number], lead=self._lead(page), plate=self._plate(page))
            for page in self.issue.pages
        )

    def _lead(self, page: Page) -> Lead | None:
        """The article of highest rank, or else the first."""
        shown = [
            a
            for a in page.articles
            if a.status != "withdrawn" and a.rank not in POINTERS and kind_of(a.kind).represents
        ]
        if not shown:
            return None
        article = min(shown, key=lambda a: PROMINENCE.get(a.rank, len(PROMINENCE)))
        item = self.items[article.key]
        photo = item.photos[0] if item.photos else None
        abstract = page_head.first_words(article)
        return Lead(item.url, item.title, item.kicker, abstract, photo, item.words)

    def _page_link(self, page: Page) -> PageLink:
        return PageLink(
            number=page.printed,
            label=page.words,
            name=page.name,
            url=self.site.base.url(routes.page(self.issue.key, page.key)),
            recorded=bool(page.articles),
            titles=self._shown(page),
            pdf=self._pdf(page),
        )

    def _page_step(self, number: int) -> Link | None:
        if not 1 <= number <= len(self.issue.pages):
            return None
        page = self.issue.pages[number - 1]
        return self.site.link(routes.page(self.issue.key, page.key), page_title(page))

    def _neighbour(self, other: Neighbour | None) -> Link | None:
        return self.site.link(routes.issue(other.key), other.title) if other else None

    def _files(self) -> Iterator[Output]:
        issue = self.issue
        bodies = (issue.introduction, *(a.body for a in issue.articles))
        plates = (page.image for page in issue.pages if page.image)
        photos = (photo.picture for a in issue.articles for photo in a.photos)
        first = (a.photos[0].picture for a in issue.articles if a.photos)
        shared = first if self.site.base.origin else ()
        yield from files_of(self.site, issue.key, photos, bodies, plates, shared)
        if found := card(self.site, issue):
            yield replace(found, path=self.site.file_path(found.path))
        for page in issue.pages:
            if page.pdf:
                path = self.site.file_path(routes.pdf(issue.key, page.key))
                yield Copied(path, f"{self.site.root}/{page.pdf}")

    def _plate(self, page: Page) -> Image | None:
        if page.image is None:
            return None
        view = self.site.picture(page.image, self.issue.key)
        return replace(view, alt=page_title(page))

    def _pdf(self, page: Page) -> str:
        if not page.pdf:
            return ""
        return self.site.file_url(routes.pdf(self.issue.key, page.key))
