"""One output to a fingerprint and to bytes: pure but for the files it copies or scales."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from . import images
from .fingerprint import Memo, digest, fingerprint
from .outputs import Copied, Drawn, Output, Scaled
from .problems import Place, Problems
from .theme import Theme
from .views import PaperView


@dataclass(frozen=True, slots=True)
class Painter:
    """Everything it takes to turn any output into bytes."""

    theme: Theme
    paper: PaperView
    engine: str  # engine_and_paper(paper)
    pictures: Path  # cache of scaled pictures

    def fingerprint(self, output: Output, problems: Problems, memo: Memo | None = None) -> str:
        """Changes exactly when the bytes may; its parts are cut by spaces, for ``--explain``.

        ``memo``: shared by the pages of a unit, which show the same masthead and articles.
        """
        match output:
            case Drawn():
                closure = self.theme.closure(output.template, problems)
                value = fingerprint((output.template, output.page), memo)
                return f"{self.engine[:16]} {closure[:16]} {value}"
            case Copied():
                return f"copy {_digest_of(output.file, problems)}"
            case Scaled():
                kind = (output.digest, output.width, output.format, images.ENCODER)
                return f"picture {fingerprint(kind)}"

    def render(self, output: Output, problems: Problems) -> bytes | None:
        """None after a problem was reported."""
        try:
            match output:
                case Drawn():
                    return self.theme.draw(output, self.paper, problems)
                case Copied():
                    return Path(output.file).read_bytes()
                case Scaled():
                    return images.scaled(output, self.pictures)
        except OSError as error:
            problems.add(Place(output.path), "output-failed", why=error)
            return None


def _digest_of(file: str, problems: Problems) -> str:
    try:
        return digest(Path(file).read_bytes())
    except OSError as error:
        problems.add(Place(Path(file).name), "output-failed", why=error)
        return ""
