"""A theme: templates that see one page and nothing else, and a digest of all each one uses."""

from __future__ import annotations

import os
import re
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import jinja2
from jinja2 import meta

from banxin.layout.typography import tied
from banxin.model.fingerprint import digest, fingerprint
from banxin.problems import Place, Problems
from banxin.problems.file_names import is_utf8, readable
from banxin.rendering.jinja import environment, read_sealed, write_sealed
from banxin.rendering.theme_settings import Settings, read_settings
from banxin.site.outputs import Drawn
from banxin.site.views import PaperView

STYLES = "parameters.css"
_ROWS = re.compile(r"\bpage\.rows\b")

BUILT_IN = Path(__file__).parent / "templates"
_PACKAGED = Path(__file__).parent / "themes"  # in a wheel
BUNDLED = _PACKAGED if _PACKAGED.is_dir() else Path(__file__).parents[3] / "themes"


def bundled_themes() -> tuple[str, ...]:
    return tuple(sorted(p.parent.name for p in BUNDLED.glob("*/theme.toml")))


class Theme:
    """Templates of the site's own folder first, then of the bundled theme, then built in.

    ``settings`` is what theme.toml says. Everything wrong with the theme becomes a problem.
    ``cache``: a folder for what this release of the program compiled templates to. Each is
    checked against its source.
    """

    def __init__(
        self, themes: Path, name: str, problems: Problems, cache: Path | None = None
    ) -> None:
        own, bundled = themes / name, BUNDLED / name
        folders = [f for f in dict.fromkeys((own, bundled)) if os.path.isdir(f)]  # noqa: PTH112 any name
        if not folders or not _is_plain(name):
            known = ", ".join((*bundled_themes(), *_own_themes(themes)))
            problems.add(Place("content/paper.yml"), "theme-unknown", theme=name, known=known)
        _check_names(themes, own, problems)
        self.folders = (*folders, BUILT_IN)
        self.settings = read_settings(self.folders, problems) if folders else Settings(known=False)
        self._env = environment(self.folders, cache)
        self._cache = cache
        self._sound: dict[str, bool] = {}
        self._failed: set[tuple[Place, str]] = set()

    def static(self) -> Iterator[tuple[str, Path]]:
        """(name, file) of every static file; one in a folder searched earlier wins."""
        found: dict[str, Path] = {}
        for folder in self.folders:
            for file in sorted((folder / "static").rglob("*")):
                if file.is_file() and not file.name.startswith(".") and is_utf8(str(file)):
                    found.setdefault(file.relative_to(folder / "static").as_posix(), file)
        yield from sorted(found.items())

    def styles(self) -> str:
        """The template of a style sheet made from the parameters, "" if the theme has none."""
        own = self.folders[:-1]
        return STYLES if any((folder / STYLES).is_file() for folder in own) else ""

    def digest(self) -> str:
        """Of all templates: a unit is looked at again when any of them changed."""
        files = [
            (file.relative_to(folder).as_posix(), digest(file.read_bytes()))
            for folder in self.folders
            for file in sorted(folder.rglob("*"))
            if file.is_file() and not file.is_relative_to(folder / "static")
        ]
        return fingerprint(tuple(files))

    def is_sound(self, template: str, problems: Problems) -> bool:
        """Whether ``template`` and all it extends, includes and imports can be read, and is named
        in quotes; said once if not."""
        if template not in self._sound:
            faults = Problems()
            self._collect(template, set(), faults)
            problems.extend(faults)
            self._sound[template] = not faults
        return self._sound[template]

    def draw(self, output: Drawn, paper: PaperView, problems: Problems) -> bytes | None:
        """The page as bytes, or None after reporting which line of which template failed.

        A line that fails is reported with the first page that it fails for.
        """
        if not self.is_sound(output.template, problems):
            return None
        try:
            template = self._env.get_template(output.template)
            text = template.render(page=output.page, paper=paper)
        except RecursionError:
            problems.add(self._shown(self._file(output.template)), "template-too-deep")
            return None
        except Exception as error:  # a template can raise anything; all of it is its author's
            place = self._place(error, output.template)
            why = str(error) or type(error).__name__
            if (place, why) not in self._failed:
                self._failed.add((place, why))
                problems.add(place, "template-failed", page=output.path, why=why)
            return None
        return tied(text).encode()

    def _collect(self, name: str, seen: set[str], problems: Problems) -> None:
        if name in seen:
            return
        seen.add(name)
        try:
            source, file, _ = self._loader.get_source(self._env, name)
            others = _referenced(source, self._cache)
        except jinja2.TemplateNotFound:
            problems.add(self._shown(self.folders[0] / name), "template-missing", template=name)
            return
        except jinja2.TemplateSyntaxError as error:
            place = self._shown(self._file(name), error.lineno)
            problems.add(place, "template-syntax", why=error.message or "")
            return
        except UnicodeDecodeError:
            problems.add(self._shown(self._file(name)), "template-not-utf8")
            return
        except RecursionError:
            problems.add(self._shown(self._file(name)), "template-too-deep")
            return
        except ValueError as error:  # a number that Python won't read, a NUL in a name
            problems.add(self._shown(self._file(name)), "template-syntax", why=error)
            return
        shown = Path(file or name)
        if self.settings.metrics is None and (rows := _ROWS.search(source)):
            line = source.count("\n", 0, rows.start()) + 1
            problems.add(self._shown(shown, line), "template-rows")
        for other in others:
            if other is None:
                problems.add(self._shown(shown), "template-by-expression")
            else:
                self._collect(other, seen, problems)

    @property
    def _loader(self) -> jinja2.BaseLoader:
        return cast("jinja2.BaseLoader", self._env.loader)  # environment() gave it one

    def _file(self, name: str) -> Path:
        found = (folder / name for folder in self.folders)
        return next((f for f in found if f.is_file()), self.folders[0] / name)

    def _place(self, error: Exception, template: str) -> Place:
        """The innermost template frame of the traceback, which Jinja has rewritten for us."""
        if isinstance(error, jinja2.TemplateSyntaxError) and error.name:
            return self._shown(self._file(error.name), error.lineno)
        frames = traceback.extract_tb(error.__traceback__)
        roots = tuple(f"{folder}{os.sep}" for folder in self.folders)
        inside = [f for f in frames if f.filename.startswith(roots)]
        if not inside:
            return self._shown(self._file(template))
        return self._shown(Path(inside[-1].filename), inside[-1].lineno or 0)

    def _shown(self, file: Path, line: int = 0) -> Place:
        """A template's place as its author knows it: themes/broadsheet/page.html."""
        folder = next(folder for folder in self.folders if file.is_relative_to(folder))
        return Place(f"themes/{folder.name}/{file.relative_to(folder).as_posix()}", line)


def _is_plain(name: str) -> bool:
    return name == Path(name).name and name not in ("", ".", "..")


def _own_themes(themes: Path) -> tuple[str, ...]:
    return tuple(sorted(readable(p.parent.name) for p in themes.glob("*/theme.toml")))


def _check_names(themes: Path, own: Path, problems: Problems) -> None:
    """Complain of names that no address can hold; the bundled themes have none."""
    for file in sorted(own.rglob("*")):
        if not is_utf8(file.name):
            place = Place(f"themes/{readable(file.relative_to(themes).as_posix())}")
            problems.add(place, "name-not-utf8", name=readable(file.name))


def _referenced(source: str, cache: Path | None) -> tuple[str | None, ...]:
    """Names of the templates that ``source`` uses; None for each chosen by an expression.

    Parsing takes longer than drawing, so what is found in a good template is kept in ``cache``.
    """
    kept = cache / f"{digest(source.encode())}.names" if cache else None
    known = read_sealed(kept) if kept else None
    if known is not None:
        return tuple(known.decode().splitlines())
    found = tuple(meta.find_referenced_templates(jinja2.Environment().parse(source)))
    names = [name for name in found if name is not None]
    if kept and len(names) == len(found):
        write_sealed(kept, "".join(f"{name}\n" for name in names).encode())
    return found
