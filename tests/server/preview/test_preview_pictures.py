"""A preview shows pages before their pictures are made, and makes the size that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import pytest
from PIL import Image

from banxin.pipeline.build import build
from banxin.server.preview import loop
from tests.support.paper import Paper, folder
from tests.support.preview import Preview, previewed, wait

DAY = "2024-01-02"
HOME = folder(DAY)


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    paper = Paper(tmp_path)
    paper.issue(DAY, "一。")
    paper.article(DAY, 1, "见图。", photos="[{file: photo.jpg, caption: 图}]")
    Image.effect_noise((700, 400), 90).save(paper.root / "content" / HOME / "photo.jpg")
    return paper


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures that wait are left waiting."""
    monkeypatch.setattr(loop, "QUIET", 1000.0)


@pytest.fixture
def preview(paper: Paper) -> Iterator[Preview]:
    with previewed(paper.root, build=build) as preview:
        wait(lambda: preview.get(f"/{DAY}/01/01/").status == 200)
        yield preview


def lying(preview: Preview) -> list[str]:
    return sorted(file.name for file in preview.output.glob("*/media/*"))


def address(preview: Preview) -> str:
    """Of the narrowest size that the article's page names."""
    page = preview.get(f"/{DAY}/01/01/").text
    return next(one for one in page.replace('"', " ").split() if one.endswith("-480.webp"))


@pytest.mark.usefixtures("patient")
def test_a_size_is_made_when_a_browser_asks_for_it(preview: Preview) -> None:
    reply = preview.get(address(preview))
    assert (reply.status, reply.headers["Content-Type"]) == (200, "image/webp")
    assert reply.body[:4] == b"RIFF"
    assert lying(preview) == []
    assert preview.get(address(preview).replace("480", "481")).status == 404


@pytest.mark.usefixtures("patient")
def test_a_picture_that_was_replaced_meanwhile_is_not_found(paper: Paper, preview: Preview) -> None:
    where = address(preview)
    before = preview.built()
    Image.effect_noise((700, 400), 80).save(paper.root / "content" / HOME / "photo.jpg")
    assert preview.get(where).status in (200, 404), "what a browser asks for while it changes"
    preview.wait_for_build(before)
    assert address(preview) != where
    assert preview.get(address(preview)).status == 200


def test_once_it_is_quiet_all_are_made_and_no_page_reloads(
    preview: Preview,
) -> None:
    with preview.events() as state:
        before = state()
        wait(lambda: len(lying(preview)) == 3)  # two widths, and the one for messengers
    built = preview.built()
    with preview.events() as state:
        assert state()["page"] == before["page"]
    assert preview.built() == built
    assert address(preview).rpartition("/")[2] in lying(preview)


def test_a_picture_that_can_not_be_made_is_complained_of_once_it_is_quiet(
    paper: Paper, preview: Preview
) -> None:
    good = paper.root / "content" / HOME / "photo.jpg"
    Image.effect_noise((700, 400), 70).save(paper.root / "photo.png")
    data = bytearray((paper.root / "photo.png").read_bytes())
    at = data.index(b"IDAT")
    length = int.from_bytes(data[at - 4 : at], "big")
    data[at + 4 : at + 4 + length] = bytes(length)  # and its checksum right
    data[at + 4 + length : at + 8 + length] = _crc(bytes(data[at : at + 4 + length]))
    good.write_bytes(data)
    said = wait(lambda: next((s for s in preview.said if "picture-damaged" in s), ""))
    assert f"{HOME}/photo.jpg" in said


def _crc(data: bytes) -> bytes:
    return crc32(data).to_bytes(4, "big")
