"""Standing pages (content/about.md) and the files that they link to."""

from __future__ import annotations

from pathlib import Path

from banxin.content import reading
from banxin.content.scan import is_temporary
from banxin.model import Paper, Standing
from banxin.model.fingerprint import digest
from banxin.problems import Problems
from banxin.problems.file_names import is_utf8


def standing_pages(root: Path, paper: Paper, problems: Problems) -> tuple[Standing, ...]:
    """The standing pages of the content folder, in their order; what is wrong is reported."""
    found = (p.name for p in (root / "content").glob("*.md") if not is_temporary(p.name))
    files = sorted(name for name in found if is_utf8(name))  # the others: see scan_issues
    pages = (reading.read_standing(root, f"content/{name}", paper, problems) for name in files)
    return tuple(sorted((p for p in pages if p), key=lambda p: (p.order, p.key)))


def attachments(root: Path, standing: tuple[Standing, ...]) -> tuple[tuple[str, str], ...]:
    """The files that standing pages link to, each with the digest of its bytes."""
    refs = (ref for page in standing for ref in page.body.refs)
    files = sorted({ref.target for ref in refs if ref.kind == "file"})
    return tuple((file, digest((root / file).read_bytes())) for file in files)
