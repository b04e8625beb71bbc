"""Makes ``banxin.docx``, the template that ``banxin init`` lays beside a new paper.

``python -m tools.word_template`` from the repository's root. The same bytes each time.
"""

from __future__ import annotations

import io
import zipfile
from html import escape
from pathlib import Path

PLACE = Path("generator/banxin/scaffold/files/banxin.docx")
_EPOCH = (2026, 1, 1, 0, 0, 0)
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# name, size in half points, bold, alignment, indent of the first line in characters, what it is for
STYLES = (
    ("栏目", 24, False, "left", 0, "一线见闻"),
    ("引题", 28, False, "center", 0, "引题：主题上面的一行，没有就删去"),
    ("主题", 44, True, "center", 0, "主题：稿件的标题"),
    ("副题", 28, False, "center", 0, "——副题：主题下面的一行，可以有几行"),
    ("署名", 24, False, "center", 0, "记者 张三 通讯员 李四"),
    ("电头", 24, False, "left", 0, "本报讯"),
    ("正文", 24, False, "both", 2, "正文：一段一段地写，段首不用打空格。图片插在两段之间。"),
    ("小标题", 24, True, "left", 2, "小标题"),
    ("图说", 21, False, "center", 0, "图说：写在图片下面的一行。王五/摄"),
    ("稿源", 24, False, "right", 0, "来源：县教育局"),
    ("落款", 24, False, "right", 0, "落款：单位一行、日期一行"),
)


def template() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in _parts().items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_STORED  # zlib's bytes differ between its versions
            archive.writestr(info, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)
    return made.getvalue()


def _parts() -> dict[str, str]:
    relation = f"{_PACKAGE}/relationships"
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{relation}"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{relation}"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
        ),
        "word/document.xml": _document(),
        "word/styles.xml": _styles(),
    }


def _document() -> str:
    rows = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{_identity(n)}"/></w:pPr>'
        f"<w:r><w:t>{escape(said)}</w:t></w:r></w:p>"
        for n, (*_, said) in enumerate(STYLES)
    )
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    return f'<w:document xmlns:w="{_MAIN}"><w:body>{rows}{page}</w:body></w:document>'


def _styles() -> str:
    fonts = '<w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        '<w:sz w:val="24"/><w:lang w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    named = "".join(_style(n) for n in range(len(STYLES)))
    return f'<w:styles xmlns:w="{_MAIN}">{defaults}{named}</w:styles>'


def _style(n: int) -> str:
    name, size, bold, align, indent, _ = STYLES[n]
    first = f'<w:ind w:firstLineChars="{indent * 100}" w:firstLine="{indent * size * 10}"/>'
    # a Chinese Word shows its own Normal as 正文, and lets no other style have that name
    named = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a">'
        '<w:name w:val="Normal"/><w:aliases w:val="正文"/><w:qFormat/>'
        if name == "正文"
        else f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{_identity(n)}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="a"/><w:qFormat/>'
    )
    return (
        f"{named}"
        f'<w:pPr>{first if indent else ""}<w:jc w:val="{align}"/></w:pPr>'
        f'<w:rPr>{"<w:b/>" if bold else ""}<w:sz w:val="{size}"/></w:rPr></w:style>'
    )


def _identity(n: int) -> str:
    return "a" if STYLES[n][0] == "正文" else f"bx{n + 1}"


if __name__ == "__main__":
    PLACE.write_bytes(template())
