"""What search engines, libraries and messengers read of a page: its ``<head>``."""

from __future__ import annotations

from banxin.model import Article, Issue, Page
from banxin.model.credits import people
from banxin.model.kinds import kind_of
from banxin.model.listing import listed
from banxin.site import routes, structured_data
from banxin.site.cards import card_path
from banxin.site.context import SiteContext
from banxin.site.running_text import begun, running_text
from banxin.site.views import FeedLink, PageHead
from banxin.site.wording import page_title, serial, title_of

DESCRIPTION_LENGTH = 78  # characters: as many as a search engine in Chinese shows
OPENING_LENGTH = 40  # of a text that stands on the page itself: two lines of a message


def plain(
    site: SiteContext,
    title: str,
    address: str,
    *,
    description: str = "",
    feeds: tuple[FeedLink, ...] = (),
) -> PageHead:
    """The head of a page that is neither issue, page nor article."""
    return PageHead(title, site.base.absolute(address), description, feeds=feeds)


def of_issue(site: SiteContext, issue: Issue) -> PageHead:
    number = serial(issue.day, issue.number, issue.naming, " ")
    title = " ".join(part for part in (title_of(issue), number) if part)
    named = listed(issue)
    lead = [a.title.text for a in issue.articles if a.key in named]
    return PageHead(
        title=title,
        canonical=site.base.absolute(routes.issue(issue.key)),
        description=_cut("；".join(lead)),
        image=_image(site, issue, issue.articles),
        jsonld=structured_data.whole_issue(site, issue),
        mourning=issue.mourns(site.paper.mourning),
    )


def of_page(site: SiteContext, issue: Issue, page: Page) -> PageHead:
    named = listed(issue)
    titles = [a.title.text for a in page.articles if a.key in named]
    day = title_of(issue)
    return PageHead(
        title=f"{page_title(page)} {day}",
        canonical=site.base.absolute(routes.page(issue.key, page.key)),
        description=_cut("；".join(titles)),
        image=_image(site, issue, page.articles),
        index=bool(page.articles),
        mourning=issue.mourns(site.paper.mourning),
    )


def of_article(site: SiteContext, issue: Issue, page: Page, article: Article) -> PageHead:
    address = routes.article(issue.key, article.key)
    return PageHead(
        title=article.title.text,
        canonical=site.base.absolute(address),
        description=opening(article),
        image=_image(site, issue, (article,)),
        kind="article",
        jsonld=structured_data.article(site, issue, page, article),
        meta=_citation(site, issue, page, article),
        index=article.key in listed(issue),
        mourning=issue.mourns(site.paper.mourning),
    )


def opening(article: Article) -> str:
    """The abstract, or how the text begins."""
    if article.abstract:
        return _cut(_on_one_line(article.abstract))
    text = _said(article)
    beginning = _on_one_line(text[: 4 * OPENING_LENGTH])
    enough = len(beginning) > OPENING_LENGTH
    return _cut(beginning if enough else _on_one_line(text), OPENING_LENGTH)


def _said(article: Article) -> str:
    """Its text; of a picture alone what stands below it."""
    captions = (photo.caption for photo in article.photos)
    text = running_text(article.body.html) or article.body.text
    return text or next((caption for caption in captions if caption), "")


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def first_words(article: Article) -> str:
    """The same for readers: the abstract, or else from the first paragraph alone."""
    text = article.abstract or _said(article).strip().split("\n")[0]
    return begun(text, DESCRIPTION_LENGTH)


def _citation(
    site: SiteContext, issue: Issue, page: Page, article: Article
) -> tuple[tuple[str, str], ...]:
    """Highwire Press tags, as Zotero and library systems read them; none of what isn't a text of
    the paper's own.

    No COinS beside them: Zotero would prefer it, and it says nothing that these don't. The paper is
    a journal here, for of a newspaper's article Zotero keeps no issue.
    """
    if not kind_of(article.kind).listed:
        return ()
    date = issue.day.strftime("%Y/%m/%d")
    authors = [("citation_author", name) for name in people(article.byline)]
    found = [
        ("citation_title", article.title.text),
        *authors,
        ("citation_journal_title", site.paper.name),
        ("citation_publication_date", date),
        ("citation_issue", structured_data.issue_number(issue)),
        ("citation_firstpage", page.printed),
        ("citation_language", site.paper.language),
    ]
    return tuple((name, content) for name, content in found if content)


def _image(site: SiteContext, issue: Issue, articles: tuple[Article, ...]) -> str:
    """For previews in messengers: the first photo's absolute address, or the issue's card's."""
    one = len(articles) == 1
    for article in articles:
        if not one and not kind_of(article.kind).represents:
            continue
        if article.status != "withdrawn" and article.photos:
            return site.shared(article.photos[0].picture, issue.key)
    card = card_path(site, issue)
    return (site.media or site.base).absolute(card) if card else ""


def _cut(text: str, length: int = DESCRIPTION_LENGTH) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"
