"""One output to bytes: pure but for the files it copies or scales."""

from __future__ import annotations

from pathlib import Path

import msgspec

from banxin.problems import Place, Problems
from banxin.rendering import picture_encoder
from banxin.rendering.theme import Theme
from banxin.site.outputs import Copied, Drawn, Made, Output
from banxin.site.views import PaperView


class Renderer(msgspec.Struct, frozen=True):
    """Everything it takes to turn any output into bytes."""

    theme: Theme
    paper: PaperView
    pictures: Path  # cache of scaled pictures
    root: str = ""  # of the project, to name a file as its editor knows it

    def render(self, output: Output, problems: Problems) -> bytes | None:
        """None after a problem was reported."""
        file = output.path if isinstance(output, Drawn | Made) else output.file
        place = Place(file.removeprefix(f"{self.root}/"))
        try:
            match output:
                case Drawn():
                    return self.theme.draw(output, self.paper, problems)
                case Made():
                    return output.data
                case Copied():
                    return Path(output.file).read_bytes()
                case _:  # Scaled
                    return picture_encoder.scaled(output, self.pictures)
        except picture_encoder.ChangedPicture:
            problems.add(place, "changed-while-read")
        except picture_encoder.PictureFailed as error:
            name = place.file
            problems.add(place, "picture-damaged", file=name, reason=error)
        except OSError as error:
            problems.add(place, "output-failed", why=error.strerror or error)
        return None
