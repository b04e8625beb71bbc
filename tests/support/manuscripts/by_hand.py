"""Word files put together as XML, with the habits of Word and of WPS."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from tests.support.manuscripts.by_python_docx import picture
from tests.support.manuscripts.laid_out import Typed

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="jpg" ContentType="image/jpeg"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-'
        f'officedocument.wordprocessingml.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("styles", "styles"))
    )
    + "</Types>"
)
_ROOT = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)


def docx(
    body: str,
    *,
    parts: Mapping[str, str] | None = None,
    files: Mapping[str, bytes] | None = None,
    relations: str = "",
) -> bytes:
    """A .docx of this body. ``parts``: further ones below word/, ``files``: pictures and more."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _ROOT)
        document = f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", document)
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}'
            + "".join(
                f'<Relationship Id="rId{n}" Type="{_OFFICE}/{name[:-4]}" Target="{name}"/>'
                for n, name in enumerate(parts or {}, 900)
            )
            + "</Relationships>",
        )
        for name, text in (parts or {}).items():
            archive.writestr(f"word/{name}", text)
        for name, data in (files or {}).items():
            archive.writestr(name, data)
    return made.getvalue()


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run_of(text, run)}</w:p>"


def run_of(text: str, properties: str = "") -> str:
    shown = escape(text, quote=False)
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{shown}</w:t></w:r>'


def drawing(identity: str, words: str = "") -> str:
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="{words}"/>'
        f'<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{identity}"/>'
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def image_relation(identity: str, target: str) -> str:
    return f'<Relationship Id="{identity}" Type="{_OFFICE}/image" Target="{target}"/>'


class Maker:
    """Common to both habits: pictures, and a run cut where Word cuts it."""

    def __init__(self, random_: random.Random) -> None:
        self.random = random_
        self.files: dict[str, bytes] = {}

    def picture(self) -> str:
        number = len(self.files) + 1
        self.files[f"word/media/image{number}.jpg"] = picture(self.random).getvalue()
        return drawing(f"rId{number + 10}")

    def relations(self) -> str:
        return "".join(
            image_relation(f"rId{n + 11}", f"media/image{n + 1}.jpg")
            for n in range(len(self.files))
        )

    def cut(self, text: str, run: str) -> str:
        """A run in pieces, as spelling and revisions leave it."""
        at = self.random.randint(0, len(text))
        extra = '<w:rFonts w:hint="eastAsia" w:eastAsia="宋体"/><w:lang w:eastAsia="zh-CN"/>'
        middle = '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="_GoBack"/>'
        return run_of(text[:at], extra + run) + middle + run_of(text[at:], run)


def by_word(stories: Sequence[Sequence[Typed]], random_: random.Random) -> bytes:
    """Sizes by styles of no name that says anything, runs cut, some of it a tracked insertion."""
    maker = Maker(random_)
    styles = (
        f'<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr>'
        '</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a">'
        '<w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="a3">'
        '<w:name w:val="样式1"/><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr>'
        '<w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style></w:styles>'
    )
    body = "".join(
        part for n, story in enumerate(stories) for part in _of_word(maker, story, n > 0)
    )
    return docx(body, parts={"styles.xml": styles}, files=maker.files, relations=maker.relations())


def _of_word(maker: Maker, story: Sequence[Typed], follows: bool) -> Iterator[str]:
    if follows:
        yield "<w:p/>" * maker.random.choice((1, 2))
        if maker.random.random() < 0.4:
            yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    for one in story:
        if one.role == "picture":
            yield maker.picture()
        elif one.role == "title":
            yield f'<w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr>{maker.cut(one.text, "")}</w:p>'
        elif one.role in ("kicker", "subtitle", "byline", "column"):
            size = "28" if one.role in ("kicker", "subtitle") else "21"
            run = maker.cut(one.text, f'<w:sz w:val="{size}"/>')
            yield f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{run}</w:p>'
        elif one.role in ("signoff", "date", "byline_end"):
            yield paragraph(one.text, '<w:jc w:val="right"/>')
        elif one.role == "subhead":
            yield paragraph(one.text, '<w:ind w:firstLine="420"/>', "<w:b/>")
        elif one.role == "caption":
            yield paragraph(one.text, '<w:jc w:val="center"/>', '<w:sz w:val="18"/>')
        else:
            inserted = maker.random.random() < 0.2
            run = maker.cut(one.text, "")
            wrapped = f'<w:ins w:id="9" w:author="主任">{run}</w:ins>' if inserted else run
            gone = '<w:del w:id="8"><w:r><w:delText>删去的字</w:delText></w:r></w:del>'
            yield f"<w:p><w:pPr/>{gone if inserted else ''}{wrapped}</w:p>"


def by_wps(stories: Sequence[Sequence[Typed]], random_: random.Random) -> bytes:
    """Everything set by hand, in sizes that have a name (二号, 三号), with markup of its own."""
    maker = Maker(random_)
    body = "".join(part for story in stories for part in _of_wps(maker, story))
    tail = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    return docx(body + tail, files=maker.files, relations=maker.relations())


def _of_wps(maker: Maker, story: Sequence[Typed]) -> Iterator[str]:
    own = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpsCustomData"><wpsCustomData:diagonals/>'
        "</mc:Choice></mc:AlternateContent></w:r>"
    )
    sizes = {"title": 44, "kicker": 32, "subtitle": 30}
    for one in story:
        if one.role == "picture":
            yield maker.picture()
            continue
        size = sizes.get(one.role, 28)
        run = f'<w:rFonts w:hint="eastAsia"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        run += "<w:b/><w:bCs/>" if one.role in ("title", "subhead") else ""
        place = "both"
        if one.role in ("title", "kicker", "subtitle", "byline", "column"):
            place = "center"
        elif one.role in ("signoff", "date"):
            place = "right"
        indent = '<w:ind w:firstLine="560" w:firstLineChars="200"/>' if place == "both" else ""
        properties = f'{indent}<w:jc w:val="{place}"/><w:rPr>{run}</w:rPr>'
        yield f"<w:p><w:pPr>{properties}</w:pPr>{own}{run_of(one.text, run)}</w:p>"
    yield "<w:p/>" * maker.random.choice((0, 1, 2))
