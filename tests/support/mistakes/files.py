"""In the files beside the texts: pictures, attachments, names."""

from __future__ import annotations

import io

from PIL import Image

from tests.support.content_folder import ARTICLE, FOLDER, article, picture
from tests.support.mistakes.making import Mistake, as_picture, in_body, in_field, in_issue


def _moving() -> bytes:
    file = io.BytesIO()
    frames = [Image.new("RGB", (400, 300), color) for color in ("red", "blue")]
    frames[0].save(file, "PNG", save_all=True, append_images=frames[1:])
    return file.getvalue()


def _huge() -> bytes:
    file = io.BytesIO()
    Image.new("1", (20_000, 6_000)).save(file, "PNG")
    return file.getvalue()


_CUT = picture(size=(200, 200))[:2000]

FILES = (
    in_field("not-beside", "photos: [{file: ../road.jpg}]", 17),
    in_field("picture-missing", "photos: [{file: rode.jpg}]", 17),
    in_field("picture-with-words", "photos: road.jpg 春耕", 9),
    as_picture("picture-not-one", b"not a picture at all"),
    as_picture(
        "picture-lfs", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n"
    ),
    as_picture("picture-empty", b""),
    as_picture("picture-damaged", _CUT),
    as_picture("picture-animated", _moving()),
    as_picture("picture-small", picture(size=(200, 133))),
    as_picture("picture-kind", picture("BMP")),
    as_picture("picture-too-large", _huge()),
    as_picture("picture-unreadable", b"", "road.jpg/x"),
    in_body("picture-elsewhere", "![图](https://example.org/a.jpg)", 6),
    in_issue("pdf-missing", "pages: [{name: 要闻, pdf: 01.pdf}]", 25),
    Mistake(
        "attachment-kind",
        ARTICLE,
        article(body="见[此](日历.html)"),
        "01-01-meeting.md:5:6",
        ((f"{FOLDER}/日历.html", "<script>alert(1)</script>"),),
    ),
    in_issue("pdf-not-one", "pages: [{name: 要闻, pdf: road.jpg}]", 25),
    in_body("link-empty", "[空]()", 1),
    in_body("link-refused", "见[此](javascript:alert(1))", 6),
    in_body("link-absolute", "见[此](/2022-04-01/)", 6),
    in_body("link-outside", "见[此](../../../../README.md)", 6),
    in_body("link-missing", "见[此](表.xlsx)", 6),
    in_body("link-not-meant", "江政发[2026](3)号", 11),
    in_body("link-character", "见[此](http：//example.org)", 6),
    in_body("footnote-unused", "[^1]: 没有人提到", 1),
    in_body("footnote-missing", "正文[^2]。", 3),
)
