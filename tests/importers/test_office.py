"""LibreOffice is asked once for all files, and nothing that it does, or doesn't, stops an import.

A small program stands in for it: it copies a .docx that lies ready, or does what the file's text
says.
"""

from __future__ import annotations

import base64
import io
import os
import quopri
import stat
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from banxin.importers import office
from banxin.importers.manuscript import Comment
from banxin.importers.web_archive import page_of
from tests.support.importing_paper import FOLDER, importing_paper, manuscript, read
from tests.support.manuscripts.by_hand import docx, drawing, paragraph
from tests.support.terminal import Terminal

PROGRAM = """#!{python}
import pathlib, shutil, subprocess, sys, time
out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
files = [pathlib.Path(one) for one in sys.argv[sys.argv.index("--outdir") + 2 :]]
out.mkdir(exist_ok=True)
with open({log!r}, "a") as log:
    print(*[one.name for one in files], *[a for a in sys.argv if "infilter" in a], file=log)
for one in files:
    said = one.read_bytes()
    if b"BREAK" in said:
        sys.exit(1)
    if b"HANG" in said:
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        pathlib.Path({log!r} + ".pid").write_text(str(child.pid))
        time.sleep(60)
    if b"NOTHING" not in said:
        shutil.copyfile({ready!r}, out / (one.stem + ".docx"))
"""
RTF = b"{\\rtf1 %s}"


@pytest.fixture
def paper(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Terminal:
    made = importing_paper(tmp_path, capsys)
    ready = manuscript(made, "ready/a.docx")
    program = tmp_path / "bin/soffice"
    program.parent.mkdir()
    log = str(tmp_path / "log")
    program.write_text(PROGRAM.format(python=sys.executable, log=log, ready=str(ready)))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(program.parent), prepend=os.pathsep)
    return made


def sent(paper: Terminal, **texts: bytes) -> Path:
    folder = paper.folder.parent / "稿件 (终)"
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name} 稿.rtf").write_bytes(RTF % text)
    return folder


def starts(paper: Terminal) -> list[str]:
    return (paper.folder.parent / "log").read_text().splitlines()


def test_all_files_are_converted_in_one_start(paper: Terminal) -> None:
    said = paper("import", str(sent(paper, 春耕=b"x", 防汛=b"x")), "--yes")
    assert said.code == 0
    assert said.out.startswith("LibreOffice 正在转换 2 个文件")
    assert "由 LibreOffice 转成 .docx" in said.out
    assert "春耕 稿.rtf" in said.out
    assert len(starts(paper)) == 1
    assert "现场会" in read(paper, f"{FOLDER}/01-02.md")


def test_a_file_that_ends_the_program_takes_no_other_with_it(paper: Terminal) -> None:
    said = paper("import", str(sent(paper, a=b"x", b=b"BREAK", c=b"x")), "--yes")
    assert said.code == 1
    assert "b 稿.rtf：LibreOffice 没有转换成" in said.err
    assert (paper.folder / FOLDER / "01-02.md").exists()


def test_a_program_that_hangs_is_ended_with_all_that_it_started(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "_START", 1.5)
    monkeypatch.setattr(office, "_EACH", 0.0)
    said = paper("import", str(sent(paper, a=b"HANG")), "--yes")
    assert "LibreOffice 没有转换成" in said.err
    child = int((paper.folder.parent / "log.pid").read_text())
    with pytest.raises(ProcessLookupError):
        _wait_for_end(child)


def _wait_for_end(child: int) -> None:
    """A killed child of a child is taken away by the system, if not at once."""
    for _ in range(200):
        state = Path(f"/proc/{child}/stat")
        if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
            raise ProcessLookupError
        os.kill(child, 0)
        time.sleep(0.05)


def test_a_web_page_is_read_as_a_document(paper: Terminal) -> None:
    page = paper.folder.parent / "页.html"
    page.write_text("<html><body>x</body></html>")
    paper("import", str(page), "--yes")
    assert "infilter=HTML (StarWriter)" in starts(paper)[0]


def test_what_a_page_hides_is_told(paper: Terminal) -> None:
    page = paper.folder.parent / "页.html"
    page.write_text('<html><p>会议听取了各乡镇的汇报。<p style="display:none">看不见', "utf-8")
    assert "原稿里看不见的 1 处没有导入：看不见\n" in paper("import", str(page)).out


def test_signs_at_random_are_no_story(paper: Terminal) -> None:
    """What LibreOffice makes of a damaged file."""
    noise = "".join(chr(0x1100 + n * 37 % 0x3000) for n in range(400))
    (paper.folder.parent / "ready/a.docx").write_bytes(docx(paragraph(noise)))
    said = paper("import", str(sent(paper, a=b"x")), "--yes")
    assert "文件坏了" in said.err
    assert not (paper.folder / FOLDER / "01-01.md").exists()


def test_what_has_a_password_or_is_no_text_is_not_even_tried(paper: Terminal) -> None:
    folder = sent(paper)
    with zipfile.ZipFile(folder / "密.odt", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    (folder / "名单.doc").write_bytes(compound + "Workbook".encode("utf-16-le"))
    said = paper("import", str(folder), "--yes")
    assert "密.odt：文件加了密码" in said.err
    assert "名单.doc：这是表格" in said.err
    assert not (folder.parent / "log").exists()


def test_a_remark_that_libreoffice_made_itself_is_nobodys() -> None:
    assert office.is_offices_remark(Comment("", 'HTML: <meta name="" content="春耕">', "春耕"))
    assert not office.is_offices_remark(Comment("主任", "HTML: <b>数字再核一下", "春耕"))
    assert not office.is_offices_remark(Comment("", "数字再核一下", "春耕"))


def test_the_page_within_a_single_file_web_page_is_read(paper: Terminal) -> None:
    html = '<meta charset="gb2312"><p>春耕</p>'
    part = quopri.encodestring(html.encode("gb18030")).decode()
    file = paper.folder.parent / "网页.doc"
    file.write_text(
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n'
        "Content-Transfer-Encoding: quoted-printable\n"
        f'Content-Type: text/html; charset="gb2312"\n\n{part}\n--x--\n'
    )
    assert paper("import", str(file), "--yes").code == 0
    assert page_of(file.read_bytes())[0] == '<meta charset="utf-8"><p>春耕</p>'.encode()
    assert page_of(b"MIME-Version: 1.0\n\nx")[0] == b""


def test_the_pictures_of_such_a_page_are_written_out_where_it_names_them() -> None:
    data = (
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n'
        'Content-Type: text/html\n\n<img width=9 src="a.files/图1.jpg"><img src=a.files/2.jpg>\n'
        "--x\nContent-Location: file:///C:/a.files/2.jpg\nContent-Type: image/jpeg\n"
        "Content-Transfer-Encoding: base64\n\nQUJD\n--x--\n"
    )
    assert b"<img src=data:image;base64,QUJD>" in page_of(data.encode())[0]


def test_a_picture_that_libreoffice_left_as_a_link_to_itself_is_read(paper: Terminal) -> None:
    picture = base64.b64encode(png()).decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    relation = (
        f'<Relationship Id="rId1" TargetMode="External" Type="{kind}" '
        f'Target="data:image;base64,{picture}"/>'
    )
    body = paragraph("春耕") + drawing("rId1").replace("r:embed", "r:link") + paragraph("正文。")
    file = paper.folder.parent / "a.docx"
    file.write_bytes(docx(body, relations=relation))
    assert paper("import", str(file), "--page", "1", "--yes").code == 0
    assert (paper.folder / FOLDER / "01-01-1.png").read_bytes() == png()


def png() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (9, 6), (200, 30, 30)).save(made, "PNG")
    return made.getvalue()


def test_a_program_that_cannot_start_stops_nothing(paper: Terminal) -> None:
    (paper.folder.parent / "bin/soffice").write_text("#!/nowhere\n")
    said = paper("import", str(sent(paper, a=b"x")), str(manuscript(paper)), "--yes")
    assert "LibreOffice 没有转换成" in said.err
    assert (paper.folder / FOLDER / "01-01.md").exists()


def test_a_file_that_cannot_be_copied_is_not_converted(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_source: Path, _copy: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copyfile", full)
    said = paper("import", str(sent(paper, a=b"x")), "--yes")
    assert "LibreOffice 没有转换成" in said.err
    assert not (paper.folder.parent / "log").exists()


def test_whoever_stops_an_import_stops_the_program_that_it_started(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    end = office._end

    def ending(running: subprocess.Popen[bytes]) -> None:
        ended.append(running.pid)
        end(running)

    def stopped(_running: subprocess.Popen[bytes], _timeout: float) -> None:
        monkeypatch.undo()
        monkeypatch.setattr(office, "_end", ending)
        raise KeyboardInterrupt

    kinds = {sent(paper, a=b"HANG") / "a 稿.rtf": "rtf"}
    program = str(paper.folder.parent / "bin/soffice")
    monkeypatch.setattr(subprocess.Popen, "wait", stopped)
    with pytest.raises(KeyboardInterrupt), office.converted(kinds, program):
        pass
    (pid,) = ended
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
