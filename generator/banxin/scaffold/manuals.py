"""The manuals that a new paper brings along."""

from __future__ import annotations

from pathlib import Path

_PACKAGED = Path(__file__).parent / "manuals"  # in a wheel
MANUALS = _PACKAGED if _PACKAGED.is_dir() else Path(__file__).parents[3] / "docs"
# each links only to the others: a new paper has no more of them
NAMES = (
    *("editors.md", "publishing.md", "markdown.md", "front-matter.md", "bylines.md"),
    *("import.md", "fields.md", "fields.en.md", "problems.md", "glossary.md"),
)


def manuals() -> tuple[tuple[str, bytes], ...]:
    """Name and text of each."""
    return tuple((name, (MANUALS / name).read_bytes()) for name in NAMES)
