"""One output to bytes: pure but for the files it copies or scales."""

from __future__ import annotations

from pathlib import Path

import msgspec

from banxin.problems import Place, Problems
from banxin.rendering import cards
from banxin.rendering.picture_encoder import PictureFailed
from banxin.rendering.picture_store import ChangedPicture, PictureStore
from banxin.rendering.theme import Theme
from banxin.site.outputs import Card, Copied, Drawn, Made, Output, Scaled
from banxin.site.views import PaperView


class Renderer(msgspec.Struct, frozen=True):
    """Everything it takes to turn any output into bytes.

    ``defers``: pictures that aren't made yet may wait until somebody asks for them.
    """

    theme: Theme
    paper: PaperView
    pictures: PictureStore
    root: str = ""  # of the project, to name a file as its editor knows it
    defers: bool = False

    def may_wait(self, output: Scaled) -> bool:
        return self.defers and self.pictures.kept(output) is None

    def render(self, output: Output, problems: Problems) -> bytes | None:
        """None after a problem was reported."""
        place = Place(_source(output).removeprefix(f"{self.root}/"))
        try:
            match output:
                case Drawn():
                    return self.theme.draw(output, self.paper, problems)
                case Made():
                    return output.data
                case Copied():
                    return Path(output.file).read_bytes()
                case Card():
                    return cards.drawn(output)
            return self.pictures.scaled(output)
        except ChangedPicture:
            problems.add(place, "changed-while-read")
        except PictureFailed as error:
            name = place.file
            problems.add(place, "picture-damaged", file=name, reason=error)
        except OSError as error:
            problems.add(place, "output-failed", why=error.strerror or error)
        return None


def _source(output: Output) -> str:
    """The file that an editor can mend, as far as there is one."""
    if isinstance(output, Card):
        return output.nameplate or output.font
    return output.path if isinstance(output, Drawn | Made) else output.file
