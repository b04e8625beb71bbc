"""Files that are broken, or made to do harm: one sentence, nothing else."""

from __future__ import annotations

import copy
import io
import random
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from banxin.importers import formats
from banxin.importers.body import body_text
from banxin.importers.refusal import Refused
from banxin.importers.stories.reader import stories
from banxin.importers.word import package, prepared, xml_parts
from banxin.problems.texts import is_known
from tests.support.manuscripts import by_hand, by_python_docx
from tests.support.manuscripts.laid_out import typed
from tests.support.manuscripts.stories import story


def refusal(path: Path) -> str:
    """The reason why a file isn't read, "" where it is."""
    try:
        with formats.opened(path) as (manuscript, _):
            for one in stories(manuscript):
                body_text(one)
    except Refused as found:
        return found.key if is_known(f"importing.refused.{found.key}") else "without a text"
    return ""


def archive(**parts: str | bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return made.getvalue()


def refused(tmp_path: Path, data: bytes, name: str = "a.docx") -> str:
    file = tmp_path / name
    file.write_bytes(data)
    return refusal(file)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.doc", formats._OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "doc"),
        ("a.wps", formats._OLE + b"\0" * 600, "wps"),
        ("a.docx", formats._OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.rtf", b"{\\rtf1 x}", "rtf"),
        ("a.docx", b"{\\rtf1 x}", "rtf"),
        ("a.pdf", b"%PDF-1.7", "pdf"),
        ("a.docx", b"\xff\xd8\xff\xe0 jpeg", "picture"),
        ("a.docx", b"<html><body>x</body></html>", "html"),
        ("a.doc", b'<?xml version="1.0"?><w:wordDocument/>', "word-xml"),
        ("a.docx", b"PK\x03\x04 broken", "damaged"),
        ("a.docx", b"", "empty"),
        ("a.docx", b"\0\0\0\0", "empty"),
        ("a.docx", bytes(range(128, 256)) * 9, "not-text"),
        ("a.docx", archive(mimetype="application/vnd.oasis.opendocument.text"), "odt"),
        ("a.pages", archive(Index__Document="x", preview="x"), "pages"),
        ("a.xlsx", archive(xl__workbook_xml="x", b="x"), "sheet"),
        ("a.docx", archive(notes="x"), "archive"),
        ("a.docx", archive(word__other_xml="<a/>"), "no-document"),
        ("a.docx", archive(word__document_xml="<a"), "damaged"),
        ("a.docx", archive(word__document_xml="<a/>"), "no-document"),
        ("a.md", "---\ntitle: 桥\n---\n正文。\n".encode(), "has-fields"),
    ],
)
def test_a_file_of_another_kind_is_told_from_its_content(
    tmp_path: Path, name: str, data: bytes, why: str
) -> None:
    assert refused(tmp_path, data, name) == why


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.docx") == "unreadable"


ENTITY = '<?xml version="1.0"?><!DOCTYPE a [{}]><a>&x;</a>'


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY y "ha"><!ENTITY x "&y;&y;&y;&y;">',
        '<!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;',
    ],
)
@pytest.mark.parametrize("part", ["word__document_xml", "word__styles_xml"])
def test_entities_are_never_opened(tmp_path: Path, declared: str, part: str) -> None:
    parts = {"word__document_xml": f"<w:document {by_hand.SPACES}><w:body/></w:document>"}
    parts[part] = ENTITY.format(declared)
    assert refused(tmp_path, archive(**parts)) == "harmful"


def test_an_archive_that_unfolds_to_gigabytes_is_not_unfolded(tmp_path: Path) -> None:
    many = archive(word__document_xml=b"<a>" + b" " * (package.MOST_XML + 1))
    assert len(many) < 100_000
    assert refused(tmp_path, many) == "too-large"


def test_a_size_that_the_archive_lies_about_is_not_believed(tmp_path: Path) -> None:
    data = bytearray(archive(word__document_xml=b"<a>" + b" " * (package.MOST_XML + 1)))
    real = (package.MOST_XML + 4).to_bytes(4, "little")
    assert data.count(real) == 2
    assert refused(tmp_path, bytes(data).replace(real, (9).to_bytes(4, "little"))) == "damaged"


def test_depth_number_and_entries_have_limits(tmp_path: Path) -> None:
    deep = "<w:smartTag>" * (xml_parts.MOST_DEPTH + 1) + "</w:smartTag>" * (
        xml_parts.MOST_DEPTH + 1
    )
    assert refused(tmp_path, by_hand.docx(deep)) == "too-large"
    assert refused(tmp_path, by_hand.docx("<w:p/>" * (xml_parts.MOST_ELEMENTS + 1))) == "too-large"
    runs = by_hand.run_of("字") + by_hand.run_of("字", "<w:b/>")
    most = prepared.MOST_ELEMENTS // 8 + 1
    assert refused(tmp_path, by_hand.docx(f"<w:p>{runs * most}</w:p>")) == "too-large"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for n in range(package.MOST_ENTRIES + 2):
            file.writestr(f"word/{n}", b"")
        file.writestr("[Content_Types].xml", b"")
    assert refused(tmp_path, made.getvalue()) == "too-large"


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_changed_in_a_file_it_is_read_or_refused(tmp_path: Path, seed: int) -> None:
    """Bytes of the archive, and bytes of its parts in an archive that is whole."""
    random_ = random.Random(seed)
    stories_ = [typed(story(random_), random_) for _ in range(2)]
    makers = (by_hand.by_word, by_hand.by_wps, by_python_docx.styled)
    whole = makers[seed % len(makers)](stories_, random_)
    for n in range(25):
        broken = _bytes_changed(whole, random_) if n % 3 == 0 else _parts_changed(whole, random_)
        assert refused(tmp_path, broken, f"{n}.docx") != "without a text"


def _bytes_changed(data: bytes, random_: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(random_.randint(1, 20)):
        made[random_.randrange(len(made))] = random_.randrange(256)
    return bytes(made[: random_.choice((len(made), len(made) // 2, len(made) - 30))])


def _parts_changed(data: bytes, random_: random.Random) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith((".xml", ".rels")) and random_.random() < 0.6:
                content = _disturbed(content.decode(), random_).encode()
            if random_.random() > 0.05:
                new.writestr(name, content)
    return made.getvalue()


def _disturbed(text: str, random_: random.Random) -> str:
    """Elements taken out, doubled, moved, renamed; attributes of odd values: still a tree."""
    root = ElementTree.fromstring(text)
    for _ in range(random_.randint(1, 6)):
        every = list(root.iter())
        one, other = random_.choice(every), random_.choice(every)
        match random_.randrange(6):
            case 0:
                one[:] = []
            case 1:
                other.append(copy.deepcopy(one))
            case 2:
                one.tag = other.tag
            case 3:
                for name in one.attrib:
                    one.set(name, random_.choice(("", "-1", "x", "99999999999", "1.5", "\u3000")))
            case 4:
                one.attrib.clear()
            case _:
                one[:], other.text = list(reversed(one)), "字"
    return ElementTree.tostring(root, encoding="unicode")
