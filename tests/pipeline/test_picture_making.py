"""Several pictures are made at a time, and whoever waits may stop waiting."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image

from banxin.pipeline.picture_making import by_source, make_all
from banxin.rendering.picture_store import PictureStore
from banxin.site.outputs import Scaled
from tests.support.scaled_pictures import scaled


@dataclass(slots=True)
class SlowStore(PictureStore):
    """Notes how many pictures are under way at a time."""

    seconds: float = 0.05
    under_way: int = 0
    most: int = 0
    begun: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def make(self, outputs: Sequence[Scaled]) -> dict[Scaled, bytes]:
        with self.lock:
            self.under_way += 1
            self.begun += 1
            self.most = max(self.most, self.under_way)
        time.sleep(self.seconds)
        with self.lock:
            self.under_way -= 1
        return {}


@pytest.fixture
def outputs(tmp_path: Path) -> list[Scaled]:
    """Two sizes of each of six files."""
    for n in range(6):
        Image.new("RGB", (40 + n, 20)).save(tmp_path / f"{n}.jpg")
    files = [tmp_path / f"{n}.jpg" for n in range(6)]
    return [scaled(file, width, "WEBP") for width in (30, 10) for file in files]


def quiet(done: int, total: int) -> None:
    """Nobody watches."""


def named(outputs: list[Scaled]) -> list[Scaled]:
    """As a plan has them: each with a path of its own."""
    return [
        Scaled(f"{n}.webp", *(getattr(one, name) for name in Scaled.__struct_fields__[1:]))
        for n, one in enumerate(outputs)
    ]


def test_the_sizes_of_a_file_are_one_piece_of_work(outputs: list[Scaled]) -> None:
    pieces = by_source(named([*outputs, *outputs[:3]]))
    assert [len({one.width for one in piece}) for piece in pieces] == [2] * 6


def test_as_many_are_under_way_as_there_are_processors(
    tmp_path: Path, outputs: list[Scaled]
) -> None:
    store = SlowStore(tmp_path / "cache")
    make_all(store, outputs, processes=3, tick=quiet)
    assert (store.most, store.begun) == (3, 6)


def test_one_that_can_not_be_made_keeps_none_of_the_others(
    tmp_path: Path, outputs: list[Scaled]
) -> None:
    Path(outputs[0].file).write_bytes(b"no picture")
    store = PictureStore(tmp_path / "cache")
    make_all(store, named(outputs), processes=2, tick=quiet)
    kept = [store.kept(one) is not None for one in outputs]
    assert kept == [one.file != outputs[0].file for one in outputs]


def test_whoever_waits_may_stop_and_what_has_not_begun_never_does(
    tmp_path: Path, outputs: list[Scaled]
) -> None:
    store = SlowStore(tmp_path / "cache", seconds=0.2)

    def stop(done: int, total: int) -> None:
        raise InterruptedError

    began = time.monotonic()
    with pytest.raises(InterruptedError):
        make_all(store, outputs, processes=2, tick=stop)
    while store.under_way and time.monotonic() < began + 20:
        time.sleep(0.01)
    assert store.begun < 6
