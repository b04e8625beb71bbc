"""``banxin new``: the next issue, another article."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import click
from msgspec.structs import replace

from banxin.cli import issues
from banxin.cli.localized import LocalizedCommand, LocalizedGroup, option
from banxin.cli.parameter_types import IssueDayType, IssueKey, PageName
from banxin.cli.session import Session, WrongUse
from banxin.content.fields.value_types import YEARS
from banxin.model.page_label import filed_under, page_key
from banxin.pipeline.project import Project
from banxin.problems.texts import Words
from banxin.scaffold.article import article_text
from banxin.scaffold.issue import EXTRA_NAME, EXTRA_PAGES, PageForm, issue_text
from banxin.scaffold.moving import Numbering

LAST_ARTICLE = 999  # three digits in a file's name
_NAME = re.compile(r"\w(?:[\w-]*\w)?")


def command(words: Words) -> LocalizedGroup:
    return LocalizedGroup(words, "new", [issue_command(words), article_command(words)])


def issue_command(words: Words) -> LocalizedCommand:
    day = click.Argument(
        ["day"], required=False, metavar=_optional(words), type=IssueDayType(words)
    )
    return LocalizedCommand(words, "new.issue", callback=click.pass_obj(run_issue), params=[day])


def _optional(words: Words) -> str:
    return f"[{words('help.metavar.date')}]"


def article_command(words: Words) -> LocalizedCommand:
    return LocalizedCommand(
        words,
        "new.article",
        callback=click.pass_obj(run_article),
        params=[
            option(
                words,
                "new.article.issue",
                "--issue",
                metavar=words("help.metavar.issue"),
                type=IssueKey(_known),
            ),
            option(
                words,
                "new.article.page",
                "--page",
                required=True,
                metavar=words("help.metavar.number"),
                type=PageName(words),
            ),
            option(
                words,
                "new.article.title",
                "--title",
                metavar=words("help.metavar.text"),
                default="",
            ),
            option(
                words, "new.article.name", "--name", metavar=words("help.metavar.text"), default=""
            ),
        ],
    )


def _known(ctx: click.Context) -> list[str]:
    """Issues for Tab; nothing at all outside of a paper."""
    try:
        return issues.keys(ctx.obj.project()) if isinstance(ctx.obj, Session) else []
    except WrongUse:
        return []


def run_issue(session: Session, *, day: str | None) -> int:
    words, project = session.words, session.project()
    known = issues.keys(project)
    key = day or _next_day(known, session.today(issues.timezone(project))).isoformat()
    if issues.day(key).year not in YEARS:
        raise WrongUse(words("new.year", day=key, first=YEARS[0], last=YEARS[-1]))
    path = f"{issues.folder(key)}/issue.md"
    if (project.root / path).exists():
        raise WrongUse(words("new.exists", path=path))
    form = next_form(project, key, [other for other in known if other != key])
    _write(project, path, text_of(key, form))
    session.say(words("new.made", path=path))
    session.say(words("new.issue.next", key=key))
    return 0


def text_of(key: str, form: issues.IssueTemplate) -> str:
    return issue_text(
        issues.day(key),
        number=form.number,
        yearly=form.yearly,
        edition_name=form.edition_name,
        pages=form.pages,
    )


def next_form(project: Project, key: str, others: list[str]) -> issues.IssueTemplate:
    """What a new issue begins with. An extra of the same day has no number of its own."""
    if issues.edition(key) > 1:
        return issues.IssueTemplate(edition_name=EXTRA_NAME, pages=EXTRA_PAGES)
    model = issues.before(key, others)
    if model is None:
        return issues.IssueTemplate(number=0 if others else 1)
    form = issues.form(project, model)
    since = form.yearly if issues.day(model).year == issues.day(key).year else 0
    yearly = since + 1 if form.yearly else 0
    return replace(form, number=form.number + 1 if form.number else 0, yearly=yearly)


def _next_day(known: list[str], today: date) -> date:
    """Today, unless an issue of today or later is there already: then the day after that."""
    if not known:
        return today
    return max(today, issues.day(known[0]) + timedelta(days=1))


def run_article(session: Session, *, issue: str | None, page: str, title: str, name: str) -> int:
    words, project = session.words, session.project()
    if not title.isprintable():
        raise WrongUse(words("new.text-odd"))
    if name and not _NAME.fullmatch(name):
        raise WrongUse(words("new.name-odd", value=name))
    key = _issue(project, issue, words)
    pages = _pages(project, key, page, words)
    folder = issues.folder(key)
    place = page_key(filed_under(page))
    number = issues.next_number(project, key, place, issues.published(project))
    if number > LAST_ARTICLE:
        raise WrongUse(words("new.no-number-left", page=page))
    start = Numbering(key, place, number).file_name
    path = f"{folder}/{start}{f'-{name}' if name else ''}.md"
    at = issues.place_of(pages, page_key(page))
    named = 0 < at <= len(pages) and pages[at - 1].name
    text = article_text(
        title=title.strip(),
        page=page,
        section="" if named else issues.first_section(project),
        example_day=issues.day(key).isoformat(),
    )
    _write(project, path, text)
    session.say(words("new.made", path=path))
    session.say(words("new.article.next"))
    return 0


def _issue(project: Project, asked: str | None, words: Words) -> str:
    known = issues.keys(project)
    if not known:
        raise WrongUse(words("new.no-issue"))
    if asked is None:
        return issues.latest(known)
    if asked not in known:
        latest = words("terminal.list").join(known[:3])
        raise WrongUse(words("new.unknown-issue", issue=asked, known=latest))
    return asked


def _pages(project: Project, key: str, page: str, words: Words) -> tuple[PageForm, ...]:
    """The issue's pages, ``page`` among them unless it lists none at all. Raises WrongUse."""
    pages = issues.form(project, key).pages
    if pages and not issues.place_of(pages, page_key(page)):
        gaps = {"issue": key, "pages": len(pages), "page": page}
        raise WrongUse(words("new.unknown-page", file=f"{issues.folder(key)}/issue.md", **gaps))
    return pages


def _write(project: Project, path: str, text: str) -> None:
    """Write a new file; one that is there already is never overwritten."""
    file = Path(project.root, path)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
