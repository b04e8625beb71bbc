"""Pictures are looked at once, whole, when they are read."""

from __future__ import annotations

import hashlib
import io
import zlib
from pathlib import Path

import pytest
from PIL import Image

from banxin.content.pictures import FORMATS, examine, probe
from banxin.model import Picture
from banxin.problems import Place, Problems
from banxin.problems.reports import report
from tests.support.content_folder import picture

PLACE = Place("content/about.md", 3, 5)


def seen(data: bytes) -> tuple[Picture | None, list[str]]:
    problems = Problems()
    found = examine("content/a.jpg", data, PLACE, problems)
    return found, [p.code for p in problems]


@pytest.mark.parametrize("kind", FORMATS)
def test_the_kinds_a_browser_shows_are_taken_with_size_and_digest(kind: str) -> None:
    data = picture(kind, (60, 40))
    digest = hashlib.blake2b(data, digest_size=16).hexdigest()
    assert seen(data) == (Picture("content/a.jpg", digest, kind, 60, 40), [])


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_photo_taken_upright_has_the_size_it_is_shown_in(turned: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = turned
    found, _ = seen(picture("JPEG", (60, 40), exif=exif.tobytes()))
    assert found is not None
    assert (found.width, found.height) == ((60, 40) if turned < 5 else (40, 60))


@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_cut_short_is_reported(kind: str) -> None:
    data = picture(kind, (300, 200))
    found, codes = seen(data[: len(data) * 2 // 3])
    assert found is None
    assert codes in (["picture-damaged"], ["picture-not-one"])


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (picture("BMP"), "BMP"),
        (picture("TIFF"), "TIFF"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"<?xml version='1.0'?><svg/>", "SVG"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        (b"%PDF-1.7", "PDF"),
    ],
)
def test_a_picture_of_another_kind_is_named(data: bytes, kind: str) -> None:
    problems = Problems()
    assert examine("content/a.jpg", data, PLACE, problems) is None
    assert f"网页上不能用这种图片（{kind}）" in report(problems)


@pytest.mark.parametrize("side", [10_001, 60_000])
def test_a_picture_of_more_points_than_a_page_has_is_refused_before_it_unfolds(side: int) -> None:
    sound = picture("PNG")
    header = b"IHDR" + side.to_bytes(4) * 2 + sound[24:29]
    data = sound[:12] + header + zlib.crc32(header).to_bytes(4) + sound[33:]
    assert seen(data) == (None, ["picture-too-large"])


def test_damaged_metadata_does_not_spoil_a_sound_picture() -> None:
    found, codes = seen(picture("JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff"))
    assert found is not None
    assert codes == []


def test_a_missing_picture_is_reported_where_it_is_named(tmp_path: Path) -> None:
    problems = Problems()
    assert probe(tmp_path, "content/a.jpg", PLACE, problems) is None
    assert report(problems).startswith(
        "content/about.md:3:5: 错误[picture-missing]: 找不到图片：content/a.jpg"
    )


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF"])
def test_a_picture_that_moves_but_would_stand_still_is_reminded_of(kind: str) -> None:
    first, second = Image.new("RGB", (9, 9), "red"), Image.new("RGB", (9, 9), "blue")
    target = io.BytesIO()
    first.save(target, kind, save_all=True, append_images=[second], duration=80)
    found, codes = seen(target.getvalue())
    assert found is not None
    assert codes == ([] if kind == "GIF" else ["picture-animated"])


def test_a_cameras_pair_of_pictures_is_one_photo() -> None:
    target = io.BytesIO()
    pair = Image.new("RGB", (9, 9)), Image.new("RGB", (4, 4))
    pair[0].save(target, "MPO", save_all=True, append_images=pair[1:])
    found, codes = seen(target.getvalue())
    assert found is not None
    assert (found.format, codes) == ("JPEG", [])
