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
    root: str = ""  # of the project, to name a file as its editor knows it

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
                return f"copy {_digest_of(output.file)}"
            case Scaled():
                kind = (output.digest, output.width, output.format, images.ENCODER)
                return f"picture {fingerprint(kind)}"

    def render(self, output: Output, problems: Problems) -> bytes | None:
        """None after a problem was reported."""
        file = output.path if isinstance(output, Drawn) else output.file
        place = Place(file.removeprefix(f"{self.root}/"))
        try:
            match output:
                case Drawn():
                    return self.theme.draw(output, self.paper, problems)
                case Copied():
                    return Path(output.file).read_bytes()
                case Scaled():
                    return images.scaled(output, self.pictures)
        except images.ChangedPicture:
            problems.add(place, "changed-while-read")
        except OSError as error:
            problems.add(place, "output-failed", why=error.strerror or error)
        return None


def _digest_of(file: str) -> str:
    """ "" if the file can't be read, which is reported when it is to be written."""
    try:
        return digest(Path(file).read_bytes())
    except OSError:
        return ""
