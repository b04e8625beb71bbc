"""A new paper, whole: every file with its text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable

from banxin import __version__
from banxin.scaffold import scalar
from banxin.scaffold.issue import PageForm, issue_text

# packaging tools and git treat names with a leading dot specially, so they lie here without
DOTTED = {"gitignore": ".gitignore", "gitattributes": ".gitattributes"}
SAMPLES = {
    "sample-lead.md": "01-01-sample.md",
    "sample-notice.md": "01-02-sample.md",
}
PAGES = (PageForm("要闻", "front"), PageForm("综合", "inside"))


def paper_files(name: str, day: date, *, fields: str) -> tuple[tuple[str, bytes], ...]:
    """Path and content of each file of a new paper called ``name`` with an issue of ``day``.

    ``fields``: the table of all fields, in Markdown.
    """
    gaps = {
        "@NAME@": name,
        "@YAML_NAME@": scalar(name),
        "@VERSION@": __version__,
        "@DATE@": day.isoformat(),
        "@YEAR@": f"{day.year}",
        "@FIELDS@": fields.strip(),
    }
    issue = f"content/issues/{day.year}/{day.isoformat()}"
    here = files(__package__)
    found = {_place(path, issue): _filled(file, gaps) for path, file in _walk(here / "files")}
    found[f"{issue}/issue.md"] = issue_text(day, number=1, pages=PAGES).encode()
    workflows = _walk(here / "github")
    found |= {f".github/{path}": _filled(file, gaps) for path, file in workflows}
    return tuple(sorted(found.items()))


def _place(path: str, issue: str) -> str:
    folder, _, name = path.rpartition("/")
    if name in SAMPLES:
        return f"{issue}/{SAMPLES[name]}"
    return f"{folder}/{name}" if folder else DOTTED.get(name, name)


def _filled(file: Traversable, gaps: dict[str, str]) -> bytes:
    data = file.read_bytes().replace(b"\r\n", b"\n")
    for gap, text in gaps.items():
        data = data.replace(gap.encode(), text.encode())
    return data


def _walk(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry
