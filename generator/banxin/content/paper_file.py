"""content/paper.yml and content/people.yml to the newspaper as a value."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from banxin.content.fields import VOCABULARY
from banxin.content.fields.ignored import silence
from banxin.content.fields.paper import PAPER, PaperKeys
from banxin.content.fields.people import PERSON, PersonKeys
from banxin.content.fields.pictures import PictureKeys
from banxin.content.fields.record import Field, Record, record
from banxin.content.frontmatter import List, Map, Node, Pair, Text, parse, read_text
from banxin.content.scan import leads_out
from banxin.model import DeployTarget, Paper, Person, PictureSettings, Term
from banxin.problems import Place, Problems
from banxin.problems.silencing import EVERYTHING

PAPER_FILE = "content/paper.yml"
PEOPLE_FILE = "content/people.yml"
_DEFAULT = Paper(name="")


def paper_files(root: Path) -> tuple[Path, ...]:
    """The files that ``read_paper`` reads, as far as they exist."""
    files = (root / PAPER_FILE, root / PEOPLE_FILE)
    return tuple(file for file in files if file.exists())


def read_paper(root: Path, problems: Problems) -> Paper | None:
    """The newspaper; None, after reporting, only if paper.yml can't be read as YAML.

    A field that was reported has its default value. The nameplate isn't opened.
    """
    if not (root / PAPER_FILE).exists():
        problems.add(Place(PAPER_FILE), "paper-missing")
        return None
    node = _yaml(root, PAPER_FILE, problems)
    if isinstance(node, Map):
        return _paper(record(PAPER_FILE, node, PAPER, problems), _people(root, problems))
    if node is not None:
        problems.add(Place(PAPER_FILE, node.line), "no-fields")
    return None


def field_place(root: Path, field: Field[Any]) -> Place:
    """Where paper.yml has ``field``, for whoever finds later that what it names is wrong."""
    unsaid = Problems()
    node = _yaml(root, PAPER_FILE, unsaid) if (root / PAPER_FILE).exists() else None
    found = record(PAPER_FILE, node, PAPER, unsaid) if isinstance(node, Map) else None
    return found.place(field) if found and found.has(field) else Place(PAPER_FILE)


def read_deploy_targets(root: Path, problems: Problems) -> tuple[DeployTarget, ...]:
    """The hosts that paper.yml names, in its order; what is wrong with them is reported."""
    node = _yaml(root, PAPER_FILE, problems) if (root / PAPER_FILE).exists() else None
    if not isinstance(node, Map):
        return ()
    return record(PAPER_FILE, node, PAPER, problems).get(PaperKeys.DEPLOY) or ()


def _yaml(root: Path, file: str, problems: Problems) -> Node | None:
    if leads_out(root, file):
        problems.add(Place(file), "symlink-outside")
        return None
    text = read_text(root, file, problems)
    return None if text is None else parse(file, text, problems, vocabulary=VOCABULARY)


def _paper(given: Record, people: tuple[Person, ...]) -> Paper:
    keys = PaperKeys
    nameplate = given.get(keys.NAMEPLATE)
    sections = given.get(keys.SECTIONS) or ()
    columns = given.get(keys.COLUMNS) or ()
    topics = given.get(keys.TOPICS) or ()
    silence(given, keys.IGNORE, EVERYTHING)
    given.get(keys.DEPLOY)  # only complained of: where the site goes is no part of a page
    _check_terms(given, keys.SECTIONS, sections)
    _check_terms(given, keys.COLUMNS, columns)
    _check_terms(given, keys.TOPICS, topics)
    return Paper(
        name=_name(given),
        latin_name=given.get(keys.LATIN_NAME) or "",
        nameplate=f"content/{nameplate.name}" if nameplate else "",
        slogans=given.get(keys.SLOGANS) or (),
        sponsors=given.get(keys.SPONSORS) or (),
        place=given.get(keys.PLACE) or "",
        timezone=given.get(keys.TIMEZONE) or _DEFAULT.timezone,
        language=given.get(keys.LANGUAGE) or _DEFAULT.language,
        base_url=given.get(keys.BASE_URL) or "",
        media_base=given.get(keys.MEDIA_BASE) or "",
        excerpts_until=given.get(keys.EXCERPTS_UNTIL) or 0,
        pictures=_picture_settings(given.get(keys.PICTURES)),
        joins_lines=given.get(keys.LINE_BREAKS) == "join",
        theme=given.get(keys.THEME) or _DEFAULT.theme,
        parameters=given.get(keys.PARAMETERS) or (),
        sections=sections,
        columns=columns,
        topics=topics,
        people=people,
        extra=given.get(keys.EXTRA) or (),
        **_outputs(given),
        licence_number=given.get(keys.LICENCE) or "",
        postal_code=given.get(keys.POSTAL_CODE) or "",
        phone=given.get(keys.PHONE) or "",
        icp=given.get(keys.ICP) or "",
        police=given.get(keys.POLICE) or "",
        copyright=given.get(keys.COPYRIGHT) or "",
    )


def _name(given: Record) -> str:
    name = given.get(PaperKeys.NAME)
    if given.is_empty(PaperKeys.NAME):  # else something was complained of
        place = given.place(PaperKeys.NAME) if given.has(PaperKeys.NAME) else Place(given.file, 1)
        given.problems.add(place, "paper-without-name")
    return name or ""


def _outputs(given: Record) -> dict[str, Any]:
    """What is made beside the pages, by the names of the paper's attributes."""
    keys = PaperKeys
    return {
        "feeds": _asked(given, keys.FEEDS, _DEFAULT.feeds),
        "lists": _asked(given, keys.LISTS, _DEFAULT.lists),
        "hub": given.get(keys.HUB) or "",
        "mourning": given.get(keys.MOURNING) or (),
        "redirects": given.get(keys.REDIRECTS) or (),
        "gone": given.get(keys.GONE) or (),
    }


def _asked(given: Record, key: Field[tuple[str, ...]], usual: tuple[str, ...]) -> tuple[str, ...]:
    """``none`` for nothing of what may be left out."""
    found = given.get(key)
    return usual if found is None else tuple(name for name in found if name != "none")


def _picture_settings(given: Record | None) -> PictureSettings:
    keys, usual = PictureKeys, PictureSettings()
    if given is None:
        return usual
    font = given.get(keys.CARD_FONT)
    return PictureSettings(
        given.get(keys.WIDTHS) or usual.widths,
        given.get(keys.QUALITY) or usual.quality,
        given.get(keys.SMALL_UNTIL) or usual.small_until,
        f"content/{font.name}" if font else "",
    )


def _check_terms(given: Record, key: Field[object], terms: tuple[Term, ...]) -> None:
    """A name that is another's key couldn't be told apart in an article."""
    names = {term.key: term.name for term in terms}
    for term in terms:
        other = names.get(term.name, term.name)
        if other != term.name:
            given.problems.add(given.place(key), "term-ambiguous", name=term.name, other=other)


def _people(root: Path, problems: Problems) -> tuple[Person, ...]:
    """People in order of rank: by ``order`` where it is given, else as listed."""
    file = root / PEOPLE_FILE
    if not file.exists() and not file.is_symlink():
        return ()
    node = _yaml(root, PEOPLE_FILE, problems)
    if node is None or (isinstance(node, Map) and not node.pairs):
        return ()
    if not isinstance(node, List):
        problems.add(Place(PEOPLE_FILE, node.line, node.column), "people-no-list")
        return ()
    ranked: dict[str, tuple[int, int, Person]] = {}
    for n, item in enumerate(node.items, 1):
        given = _person_record(item, problems)
        name = given.get(PersonKeys.NAME) if given else None
        if given is None or not name:
            if given is None or given.is_empty(PersonKeys.NAME):
                problems.add(Place(PEOPLE_FILE, item.line, item.column), "person-without-name")
            continue
        person = _person(name, given)
        if person.who in ranked:
            problems.add(given.place(PersonKeys.NAME), "person-twice", name=person.who)
        else:
            ranked[person.who] = (given.get(PersonKeys.ORDER) or n, n, person)
    return tuple(person for _, _, person in sorted(ranked.values(), key=lambda r: r[:2]))


def _person_record(item: Node, problems: Problems) -> Record | None:
    """A mapping, or a name by itself."""
    if isinstance(item, Text):
        item = Map((Pair(Text("name", item.line, item.column), item),), item.line, item.column)
    return record(PEOPLE_FILE, item, PERSON, problems) if isinstance(item, Map) else None


def _person(name: str, given: Record) -> Person:
    keys = PersonKeys
    more = (given.get(key) or "" for key in (keys.TITLE, keys.KEY, keys.ID))
    return Person(name, *more)
