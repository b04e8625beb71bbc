"""Pictures made once and kept: each is proved by a digest, or made again.

``.banxin/pictures/ENCODER/ab/abcd…/``: a folder for each source, by the digest of its bytes, below
one for the version of the encoder; in it a file for each size and quality. A file begins with the
digest of its own place and content, so that one that was damaged, cut short or put in another's
place is none.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from banxin.model.fingerprint import digest
from banxin.rendering.large_pictures import turn
from banxin.rendering.picture_encoder import ENCODER, encoded
from banxin.site.outputs import Scaled

PICTURES = "pictures"  # the folder's name in the cache
STEM = 16  # digits of a source's digest that the names of published pictures begin with
STAGED = "."  # in the name of a file that is being written, and in no other
_PROOF = 32  # bytes before the picture's own


class ChangedPicture(OSError):
    """The file isn't the one that was looked at: it was replaced during the build."""


@dataclass(slots=True)
class PictureStore:
    """What was made lies in ``folder``. ``trusts``: whether that of earlier runs is taken."""

    folder: Path
    trusts: bool = True
    made: set[str] = field(default_factory=set)  # by this process

    def kept(self, output: Scaled) -> bytes | None:
        """The bytes of ``output`` if they were made before; None if not, or not as proved."""
        place = _place(output)
        if not self.trusts and place not in self.made:
            return None
        try:
            data = (self.folder / place).read_bytes()
        except OSError:
            return None
        content = data[_PROOF:]
        return content if data[:_PROOF] == _proof(place, content) else None

    def scaled(self, output: Scaled) -> bytes:
        """The same, made if need be. Raises what ``make`` raises."""
        kept = self.kept(output)
        return self.make((output,))[output] if kept is None else kept

    def make(self, outputs: Sequence[Scaled]) -> dict[Scaled, bytes]:
        """All these sizes of one file, of which one is decoded for all.

        Raises ChangedPicture, PictureFailed, and OSError where the file can't be read. A disk that
        is too full to keep them is no failure: they are made again when they are asked for.
        """
        file = Path(outputs[0].file)
        with turn(self.folder, outputs[0].pixels):
            data = file.read_bytes()
            if digest(data) != outputs[0].digest:  # what is kept must be of this file
                raise ChangedPicture(str(file))
            made = dict(encoded(data, outputs))
        for output, content in made.items():
            self._keep(_place(output), content)
        return made

    def _keep(self, place: str, content: bytes) -> None:
        target = self.folder / place
        staged = target.with_name(f"{target.name}{STAGED}{os.getpid()}-{threading.get_ident()}")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            staged.write_bytes(_proof(place, content) + content)
            staged.replace(target)
        except OSError:
            with suppress(OSError):
                staged.unlink(missing_ok=True)
            return
        self.made.add(place)


@cache
def encoder_folder() -> str:
    return digest(ENCODER.encode())[:12]


def _place(output: Scaled) -> str:
    settings = (output.width, output.top or output.height, output.format, output.quality)
    source = f"{encoder_folder()}/{output.digest[:2]}/{output.digest}"
    return f"{source}/{'-'.join(map(str, settings)).lower()}"


def _proof(place: str, content: bytes) -> bytes:
    return digest(place.encode() + content).encode()
