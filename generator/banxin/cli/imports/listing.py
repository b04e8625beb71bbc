"""The plan as a list: story by story, what went into which field, and what is doubtful."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from banxin.cli.cjk_width import pad, width
from banxin.cli.imports.issue import ImportIssue
from banxin.cli.imports.known_texts import counted, quoted
from banxin.cli.imports.known_texts import told as told_of_known
from banxin.content.fields.ranks import RANKS
from banxin.importers.article_head import told
from banxin.importers.known import Known
from banxin.importers.manuscript import Table
from banxin.importers.planning import PlannedArticle
from banxin.importers.proposals import Proposals
from banxin.importers.stories.story import Text
from banxin.model.kinds import kind_of
from banxin.problems.texts import Words

_RANKS = {key: name for name, key in RANKS.items()}
_SHORT = 60
_EDGE = 14


def lines(
    planned: Sequence[PlannedArticle], issue: ImportIssue, known: Mapping[int, Known], words: Words
) -> Iterator[str]:
    """``known``: where a story is already, by its place among ``planned``."""
    for n, article in enumerate(planned):
        yield from _story(n + 1, article, words)
        if n in known:
            yield from told_of_known(known[n], words)
        yield ""
    doubts = sum(sum(d.asks for d in one.doubts) + len(one.guessed) for one in planned)
    pictures = sum(len(one.pictures) for one in planned)
    gaps = {"stories": len(planned), "pictures": pictures, "doubts": doubts}
    yield words("importing.total", folder=issue.target.folder, **gaps)
    lost = sum(any(d.key == "page-unknown" for d in one.doubts) for one in planned)
    if lost:
        yield words("importing.page-unknown.total", n=lost)
    yield from counted(known, words)
    yield from renamed(planned, issue, words)
    if issue.text:
        yield words("importing.issue.new", path=issue.file)
        listed = words("terminal.list")
        names = issue.target.page_names.items()
        pages = (words("importing.issue.page", label=label, name=name) for label, name in names)
        yield words("importing.issue.pages", pages=listed.join(pages))
        if issue.before:
            yield words("importing.issue.relabelled", before=listed.join(issue.before))


def renamed(planned: Sequence[PlannedArticle], issue: ImportIssue, words: Words) -> Iterator[str]:
    """Pages that manuscripts call otherwise than an issue.md that is there already."""
    said = {one.page: one.story.page_name for one in planned if one.story.page_name}
    for label, name in said.items():
        known = issue.target.page_names.get(label, name)
        if known != name and not issue.text:
            key = "importing.page.otherwise" if known else "importing.page.nameless"
            yield words(key, label=label, name=name, known=known, path=issue.file)


def _story(n: int, article: PlannedArticle, words: Words) -> Iterator[str]:
    story = article.story
    yield words("importing.story", n=n, path=article.path.rpartition("/")[2], source=story.source)
    if story.begins and n > 1:
        yield words("importing.story.cut", begins=quoted(story.begins))
    rows = list(fields(article, words))
    room = max(width(name) for _, name, _ in rows) + 2
    for key, name, said in rows:
        mark = words("importing.guess") if key in article.guessed else ""
        yield f"   {pad(name, room)}{said}{mark}"
    for one in article.doubts:
        if one.key == "page-unknown":
            continue  # of most stories: it is told once
        key = "importing.doubted" if one.asks else "importing.noted"
        yield words(key, text=told(one, words))


def fields(article: PlannedArticle, words: Words) -> Iterator[tuple[str, str, str]]:
    """Key, name and words of each field that a story has."""
    story = article.story
    pairs = (
        ("page", article.page),
        ("rank", _RANKS.get(story.rank, "")),
        ("kind", kind_of(story.kind).name if story.kind else ""),
        ("column", story.column),
        ("kicker", " / ".join(story.kicker)),
        ("title", story.title),
        ("subtitle", " / ".join(story.subtitle)),
        ("byline", story.byline),
        ("dateline", story.dateline),
        ("abstract", story.abstract),
        ("source", story.credited),
        ("note", story.note),
        ("signoff", " ".join((*story.signoff, story.signoff_date)).strip()),
    )
    for key, said in pairs:
        if said:
            yield key, words(f"importing.field.{key}"), _short(said)
    for one in article.pictures:
        caption = _short(one.picture.caption) or words("importing.caption.none")
        said = " ".join((one.path.rpartition("/")[2], caption, one.picture.credit)).strip()
        yield "photos", words("importing.field.photos"), said
    yield "body", words("importing.field.body"), _body(article, words)


def _body(article: PlannedArticle, words: Words) -> str:
    texts = [b.paragraph.said for b in article.story.body if isinstance(b, Text)]
    tables = [b for b in article.story.body if isinstance(b, Table)]
    told: list[str] = []
    if texts:
        characters = sum(len("".join(text.split())) for text in texts)
        edges = {"begins": texts[0][:_EDGE], "ends": texts[-1][-_EDGE:]}
        told.append(words("importing.body", paragraphs=len(texts), characters=characters, **edges))
    if tables:
        rows = sum(len(one.rows) for one in tables)
        told.append(words("importing.body.tables", tables=len(tables), rows=rows))
    return words("importing.body.and").join(told) or words("importing.body.none")


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


def proposed(found: Proposals, words: Words) -> Iterator[str]:
    """What could be listed in paper.yml and people.yml."""
    for key, pairs in (
        ("sections", found.sections),
        ("columns", found.columns),
        ("people", found.people),
    ):
        if pairs:
            shown = (words("importing.proposed.one", name=name, n=n) for name, n in pairs)
            names = words("terminal.list").join(shown)
            yield words(f"importing.proposed.{key}", names=names)
