"""``banxin import``: pictures, those of an archive and those that lie beside a manuscript."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.content_folder import picture
from tests.support.importing_paper import FOLDER, NEWS, importing_paper, manuscript, read
from tests.support.manuscripts import by_hand
from tests.support.manuscripts.laid_out import Typed
from tests.support.terminal import Terminal, tree


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return importing_paper(tmp_path, capsys)


def test_pictures_come_along_with_their_words(paper: Terminal) -> None:
    rows = (*NEWS, Typed("picture"), Typed("caption", "图为春耕现场。顾城西/摄"))
    paper("import", str(manuscript(paper, "01-01.docx", rows)), "--yes")
    text = read(paper, f"{FOLDER}/01-01.md")
    name = next(f.name for f in (paper.folder / FOLDER).iterdir() if f.suffix in (".jpg", ".png"))
    assert name.startswith("01-01-1.")
    assert f'photos:\n  - file: "{name}"\n    caption: 图为春耕现场。\n    credit: ' in text
    assert paper("check", "--strict").code == 0


def test_a_picture_beside_the_manuscript_goes_to_the_story_of_its_number(paper: Terminal) -> None:
    folder = paper.folder.parent / "稿件"
    manuscript(paper, "稿件/01-01.docx")
    (folder / "01-01 现场.jpg").write_bytes(picture())
    (folder / "合影.bmp").write_bytes(picture("BMP"))
    said = paper("import", str(folder), "--yes")
    assert "没有用上的图片：合影.bmp" in said.out
    assert (paper.folder / FOLDER / "01-01-1.jpg").read_bytes() == (
        folder / "01-01 现场.jpg"
    ).read_bytes()


def test_a_picture_that_no_browser_shows_is_converted(paper: Terminal) -> None:
    body = by_hand.paragraph("标题", "", '<w:sz w:val="44"/>') + by_hand.paragraph("正文。" * 20)
    data = by_hand.docx(
        body + by_hand.drawing("rId1") + by_hand.drawing("rId2"),
        relations=by_hand.image_relation("rId1", "media/a.bmp")
        + by_hand.image_relation("rId2", "media/b.emf"),
        files={"word/media/a.bmp": picture("BMP"), "word/media/b.emf": b"\x01\0\0\0 EMF"},
    )
    file = paper.folder.parent / "01-01.docx"
    file.write_bytes(data)
    said = paper("import", str(file), "--yes")
    assert "图片 b.emf 网页上显示不出来，没有导入" in said.out
    assert (paper.folder / FOLDER / "01-01-1.jpg").read_bytes().startswith(b"\xff\xd8")
    assert paper("check").code == 0


def test_the_names_within_an_archive_lead_nowhere(paper: Terminal) -> None:
    body = by_hand.paragraph("标题", "", '<w:sz w:val="44"/>') + by_hand.paragraph("正文。" * 20)
    relations = by_hand.image_relation("rId1", "../../../../x.jpg")
    data = by_hand.docx(
        body + by_hand.drawing("rId1"),
        relations=relations,
        files={"../../../../x.jpg": picture(), "x.jpg": picture(), "/tmp/y.jpg": picture()},
    )
    file = paper.folder.parent / "01-01-..%2F..%2Fx.docx"
    file.write_bytes(data)
    before = tree(paper.folder.parent).keys()
    assert paper("import", str(file), "--yes").code == 0
    made = tree(paper.folder.parent).keys() - before
    assert all(path.startswith(f"paper/{FOLDER}/01-01") for path in made)
