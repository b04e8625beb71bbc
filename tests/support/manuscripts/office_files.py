"""A few files that LibreOffice and pandoc made, kept with their answers: tests need neither.

    python -m tests.support.manuscripts.office_files

makes them anew, where both programs are installed.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from tests.support.manuscripts.by_office import PROGRAMS, Made, made
from tests.support.manuscripts.stories import Truth

HERE = Path(__file__).parent / "office"
_SEED = 8
_KEPT = {  # by the way that they came about
    "odt with styles": "libreoffice-odt-styles",
    "html with headings": "libreoffice-html-styles",
    "doc with styles": "libreoffice-doc-styles",
    "rtf with styles": "libreoffice-rtf-styles",
    "odt by looks": "libreoffice-odt-looks",
    "html by looks": "libreoffice-html-looks",
    "rtf by looks": "libreoffice-rtf-looks",
    "doc by looks": "libreoffice-doc-looks",
    "docx of WPS's habits": "libreoffice-wps-looks",
    "markdown with styles": "pandoc-styles",
    "markdown with headings": "pandoc-headings-styles",
    "markdown, bold alone": "pandoc-looks",
}


def kept(kind: str) -> Iterator[Made]:
    """``kind``: styles, or looks."""
    for path in sorted(HERE.glob(f"*-{kind}.json")):
        truths = [Truth(**truth) for truth in json.loads(path.read_text("utf-8"))]
        for truth in truths:
            truth.body = [(text, subhead) for text, subhead in truth.body]
        yield Made(path.with_suffix(".docx"), path.stem, truths)


def _remake() -> None:
    HERE.mkdir(exist_ok=True)
    wanted = dict(_KEPT)
    for program, sets in PROGRAMS.items():
        for ways in sets.values():
            with tempfile.TemporaryDirectory() as folder:
                for one in made(ways, len(ways), _SEED, Path(folder), program):
                    if name := wanted.pop(one.way, ""):
                        shutil.copyfile(one.file, HERE / f"{name}.docx")
                        _keep_answers(HERE / f"{name}.json", one.truths)


def _keep_answers(path: Path, truths: list[Truth]) -> None:
    said = [{key: value for key, value in asdict(one).items() if value} for one in truths]
    text = json.dumps(said, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    _remake()
