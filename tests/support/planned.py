"""A site, issues and articles as values: to plan pages without a file."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from msgspec.structs import replace

from banxin.content.reading import term_key
from banxin.model import Article, Body, Credit, Headline, Issue, Page, Paper, Photo, Picture, Term
from banxin.site.context import SiteContext
from banxin.site.inputs import IssueInput
from banxin.site.outputs import Drawn, Output
from banxin.site.routes import Base
from banxin.site.views import Link, PaperView, View

Kind = TypeVar("Kind", bound=View)
YAOWEN = Term("yaowen", "要闻")
FUKAN = Term("fukan", "副刊")
PINGLUN = Term("pinglun", "时评")
PAPER = Paper(
    "江城晨报",
    latin_name="Jiangcheng Morning Post",
    slogans=("笃行", "求是"),
    sponsors=(Credit("主管", "江城市委"), Credit("主办", "江城日报社")),
    sections=(YAOWEN, FUKAN),
    columns=(PINGLUN,),
    copyright="© 江城晨报",
)
PICTURE = Picture("content/issues/2022/2022-04-01/a.jpg", "0123456789abcdef" * 2, "JPEG", 1200, 800)
PHOTO = Photo(PICTURE, "一辆货车", "卡口现场", (Credit("", "林楠"),))


def site(base_url: str = "https://example.org/paper/", *, drafts: bool = False) -> SiteContext:
    base = Base.of(base_url)
    view = PaperView(
        name=PAPER.name,
        latin_name=PAPER.latin_name,
        language=PAPER.language,
        nameplate=None,
        slogans=PAPER.slogans,
        sponsors=PAPER.sponsors,
        place="",
        licence_number="",
        postal_code="",
        phone="",
        icp="",
        police="",
        copyright=PAPER.copyright,
        base_path=base.path,
        base_url=base.absolute(""),
        home_url=base.url(""),
        archive_url=base.url("archive/"),
        search_url=base.url("search/"),
        feed_url="",
        assets_url=base.url("assets/"),
        sections=(Link(base.url("section/yaowen/"), "要闻"),),
        standing=(),
        parameters=(),
    )
    return SiteContext(PAPER, view, base, "/paper", drafts)


KEYS = {"林一": "linyi"}  # of people.yml


def article(key: str, **fields: object) -> Article:
    page, order = (int(part) for part in key.split("/"))
    made = Article(
        file=f"content/issues/2022/2022-04-01/{key.replace('/', '-')}-a.md",
        key=key,
        page=page,
        order=order,
        title=Headline((f"标题{key}",)),
        section=YAOWEN,
        byline=(Credit("记者", "林一"),),
        body=Body(f"<p>正文{key}。</p>", f"正文{key}。"),
    )
    return replace(made, **fields)


def issue(*articles: Article, day: str = "2022-04-01", pages: int = 0, **fields: object) -> Issue:
    """``articles`` on their pages; ``pages`` of them, or as many as the articles need."""
    count = pages or max((a.page for a in articles), default=0)
    found = tuple(
        Page(n, "要闻" if n == 1 else "", articles=tuple(a for a in articles if a.page == n))
        for n in range(1, count + 1)
    )
    edition = int(day[11:] or 1)
    credited = (credit.who for article in articles for credit in article.byline)
    taken = (c.who for a in articles for photo in a.photos for c in photo.credits)
    names = sorted({*credited, *taken, *(who for a in articles for who in a.people)})
    made = Issue(
        key=day,
        folder=f"content/issues/{day[:4]}/{day}",
        day=date.fromisoformat(day[:10]),
        edition=edition,
        number=3547,
        pages=found,
        person_keys=tuple((name, KEYS.get(name) or term_key(name)) for name in names),
    )
    return replace(made, **fields)


def unit(found: Issue, **fields: object) -> IssueInput:
    return replace(IssueInput(found, None, None, ()), **fields)


def view_at(path: str, views: dict[str, View], kind: type[Kind]) -> Kind:
    """What the template of the page at ``path`` gets, which must be a page of that kind."""
    view = views[path]
    assert isinstance(view, kind), f"{path} is a {type(view).__name__}"
    return view


def drawn(outputs: tuple[Output, ...]) -> dict[str, View]:
    """Path to page value of everything drawn by a template."""
    return {output.path: output.page for output in outputs if isinstance(output, Drawn)}
