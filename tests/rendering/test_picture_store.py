"""Pictures that were made are kept, proved, and made again where the proof fails."""

from __future__ import annotations

import errno
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PIL import Image

from banxin.rendering.picture_encoder import encoded
from banxin.rendering.picture_store import ChangedPicture, PictureStore
from banxin.site.outputs import Scaled
from tests.support.content_folder import picture
from tests.support.scaled_pictures import scaled


@pytest.fixture
def output(tmp_path: Path) -> Scaled:
    (tmp_path / "a.jpg").write_bytes(picture(size=(60, 30)))
    return scaled(tmp_path / "a.jpg", 30, "WEBP")


@pytest.fixture
def store(tmp_path: Path) -> PictureStore:
    return PictureStore(tmp_path / "cache")


def kept(store: PictureStore) -> list[Path]:
    return [file for file in store.folder.rglob("*") if file.is_file()]


def test_a_picture_is_made_once_and_then_kept(output: Scaled, store: PictureStore) -> None:
    made = store.scaled(output)
    Path(output.file).unlink()
    assert PictureStore(store.folder).scaled(output) == made


def test_each_size_and_quality_is_kept_for_itself(tmp_path: Path, store: PictureStore) -> None:
    (tmp_path / "a.jpg").write_bytes(picture(size=(60, 30)))
    wanted = [scaled(tmp_path / "a.jpg", *one) for one in ((30, "WEBP", 80), (30, "WEBP", 40))]
    wanted += [scaled(tmp_path / "a.jpg", 20, "WEBP"), scaled(tmp_path / "a.jpg", 30, "JPEG")]
    made = store.make(wanted)
    assert len(kept(store)) == len(set(made.values())) == 4
    assert [PictureStore(store.folder).kept(one) for one in wanted] == [made[o] for o in wanted]


def test_no_damage_of_what_is_kept_is_ever_published(output: Scaled, store: PictureStore) -> None:
    made = store.scaled(output)
    (file,) = kept(store)
    whole, seed = file.read_bytes(), random.randrange(1 << 30)
    rng = random.Random(seed)
    for _ in range(200):
        damaged = bytearray(whole)
        match rng.randrange(4):
            case 0:
                damaged[rng.randrange(len(damaged))] ^= 1 << rng.randrange(8)
            case 1:
                del damaged[rng.randrange(len(damaged)) :]
            case 2:
                damaged += rng.randbytes(5)
            case 3:
                damaged = bytearray(rng.randbytes(rng.randrange(200)))
        file.write_bytes(damaged)
        assert PictureStore(store.folder).scaled(output) == made, seed


def test_one_picture_is_never_taken_for_another(
    tmp_path: Path, output: Scaled, store: PictureStore
) -> None:
    made = store.scaled(output)
    (file,) = kept(store)
    Image.new("RGB", (60, 30), "blue").save(tmp_path / "b.jpg")
    store.scaled(scaled(tmp_path / "b.jpg", 30, "WEBP"))
    (other,) = (one for one in kept(store) if one != file)
    file.write_bytes(other.read_bytes())
    assert PictureStore(store.folder).scaled(output) == made


def test_whoever_trusts_nothing_makes_all_again_but_once(
    output: Scaled, store: PictureStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.scaled(output)
    runs: list[bytes] = []

    def noted(data: bytes, outputs: Sequence[Scaled]) -> Iterator[tuple[Scaled, bytes]]:
        runs.append(data)
        yield from encoded(data, outputs)

    monkeypatch.setattr("banxin.rendering.picture_store.encoded", noted)
    doubting = PictureStore(store.folder, trusts=False)
    assert doubting.scaled(output) == doubting.scaled(output)
    assert len(runs) == 1


def test_a_picture_that_was_replaced_is_not_kept_under_the_old_ones_name(
    output: Scaled, store: PictureStore
) -> None:
    Path(output.file).write_bytes(picture(size=(80, 30)))
    with pytest.raises(ChangedPicture):
        store.scaled(output)
    assert kept(store) == []


def test_a_disk_too_full_to_keep_a_picture_is_no_reason_not_to_have_it(
    output: Scaled, store: PictureStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: Path, data: bytes) -> int:
        with file.open("wb") as opened:
            opened.write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device", str(file))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        made = store.scaled(output)
    assert kept(store) == []
    assert store.scaled(output) == made
