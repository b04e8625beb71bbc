"""One story in another form, as its file is now: beside a build, and without one."""

from __future__ import annotations

import re

import msgspec

from banxin.content import reading
from banxin.content.paper_file import read_paper
from banxin.content.scan import scan_issues
from banxin.model import Article, Issue, Paper
from banxin.model.archive import Archive
from banxin.pipeline.project import Options, Project
from banxin.pipeline.site_context import is_sample, site_of
from banxin.problems import BuildFailed, Place, Problem, Problems, Severity
from banxin.rendering.theme import Theme
from banxin.site.context import SiteContext
from banxin.site.formats import StoryForm
from banxin.site.visibility import visible

_ADDRESS = re.compile(r"/?(\d{4}-\d\d-\d\d(?:-\d+)?)/(\d\d/\d\d)/?", re.ASCII)


class FormedStory(msgspec.Struct, frozen=True):
    title: str
    text: str


def is_story(address: str) -> bool:
    """Whether an address from the site's root has the form of a story's: 2022-04-01/01/02/."""
    return _ADDRESS.fullmatch(address) is not None


def story(project: Project, options: Options, address: str, form: StoryForm) -> FormedStory:
    """The story at ``address``, drafts too. Raises BuildFailed, of its own problems only."""
    problems = Problems()
    found = _ADDRESS.fullmatch(address)
    paper = read_paper(project.root, problems)
    problems.raise_errors()
    issue = _issue(project, paper, found[1], problems) if found and paper else None
    article = (
        next((a for a in issue.articles if a.key == found[2]), None) if issue and found else None
    )
    if not issue or not article or not paper:
        raise _refused(Place(address), "story-unknown")
    _refuse_errors(problems, issue, article)
    site = _site(project, paper, options)
    place = Place(article.file)
    if article.status == "withdrawn":
        raise _refused(place, "story-withdrawn")
    if _shows_pictures(article) and not _is_reachable(site):
        raise _refused(place, "story-without-host")
    return FormedStory(article.title.text, form.write(site, visible(issue, drafts=True), article))


def _issue(project: Project, paper: Paper, key: str, problems: Problems) -> Issue | None:
    folders = scan_issues(project.root, Problems())
    folder = next((f for f in folders if f.path.rpartition("/")[2] == key), None)
    if folder is None:
        return None
    names = tuple(file.name for file in folder.files)
    return reading.read_issue(project.root, folder.path, names, paper, problems)


def _refuse_errors(problems: Problems, issue: Issue, article: Article) -> None:
    """What is wrong with another story of the issue is no concern of this one's."""
    own = (article.file, f"{issue.folder}/issue.md")
    errors = tuple(p for p in problems if p.severity is Severity.ERROR and p.place.file in own)
    if errors:
        raise BuildFailed(errors)


def _site(project: Project, paper: Paper, options: Options) -> SiteContext:
    problems = Problems()
    theme = Theme(project.themes, paper.theme, problems)
    site = site_of(project, Archive(paper, (), ()), theme, options, problems)
    problems.raise_errors()
    return site


def _shows_pictures(article: Article) -> bool:
    return bool(article.photos) or any(ref.picture for ref in article.body.refs)


def _is_reachable(site: SiteContext) -> bool:
    """Whether others can fetch the pictures by their addresses."""
    base = site.media or site.base
    return bool(base.origin) and not is_sample(base.absolute(""))


def _refused(place: Place, code: str) -> BuildFailed:
    return BuildFailed((Problem(place, code),))
