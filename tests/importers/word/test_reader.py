"""Everything that Word prints is read, once, and nothing that it doesn't print."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.manuscript import Comment, Image, Paragraph, Table
from tests.support.manuscripts.by_hand import (
    SPACES,
    docx,
    drawing,
    image_relation,
    paragraph,
    run_of,
)
from tests.support.manuscripts.reading import manuscript, texts


def p(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        # tracked changes as accepted
        (f'<w:ins w:id="1">{run_of("扎实")}</w:ins>{run_of("推进")}', "扎实推进"),
        ('<w:del w:id="2"><w:r><w:delText>认真</w:delText></w:r></w:del>' + run_of("推进"), "推进"),
        (f'<w:moveFrom w:id="3">{run_of("旧")}</w:moveFrom>{run_of("新")}', "新"),
        (f'<w:moveTo w:id="3">{run_of("旧")}</w:moveTo>{run_of("新")}', "旧新"),
        # what stands around a text
        (f'<w:fldSimple w:instr=" TIME ">{run_of("3月")}</w:fldSimple>{run_of("1日")}', "3月1日"),
        (f"<w:smartTag>{run_of('江城')}</w:smartTag>{run_of('县')}", "江城县"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run_of('内容')}</w:sdtContent></w:sdt>", "内容"),
        (f"<w:bdo>{run_of('双向')}</w:bdo>", "双向"),
        (f"<w:somethingNew>{run_of('新东西')}</w:somethingNew>", "新东西"),
        ('<w:r><w:pict><v:shape><v:textpath string="艺术字"/></v:shape></w:pict></w:r>', "艺术字"),
        # signs of their own
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r>", "甲\n乙\n丙"),
        ("<w:r><w:t>姓名</w:t><w:tab/><w:t>成绩</w:t></w:r>", "姓名\t成绩"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "🗹"),
        ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t></w:r>", "A‑B"),
        # a word and how it is read; formulas
        (
            f"<w:r><w:ruby><w:rt>{run_of('bǎn')}</w:rt><w:rubyBase>{run_of('版')}</w:rubyBase>"
            "</w:ruby></w:r>",
            "版（bǎn）",
        ),
        (
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r>"
            "</m:den></m:f></m:oMath>",
            "1/2",
        ),
        # nobody sees it
        (f"{run_of('看得见')}{run_of('看不见', '<w:vanish/>')}", "看得见"),
    ],
)
def test_a_paragraph_is_read_as_it_is_printed(tmp_path: Path, content: str, said: str) -> None:
    assert texts(tmp_path, p(content)) == [said]


def test_a_paragraph_whose_end_was_deleted_runs_on(tmp_path: Path) -> None:
    deleted = '<w:rPr><w:del w:id="1"/></w:rPr>'
    assert texts(tmp_path, p(run_of("前"), deleted) + p(run_of("后"))) == ["前后"]
    assert texts(tmp_path, p(run_of("前")) + p(run_of("末"), deleted)) == ["前", "末"]
    table = f"<w:tbl><w:tr><w:tc>{p(run_of('格'))}</w:tc><w:tc>{p('')}</w:tc></w:tr></w:tbl>"
    assert texts(tmp_path, p(run_of("前"), deleted) + table) == ["前"]


BOX = "<w:txbxContent>{}</w:txbxContent>"
NEW = '<mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>'  # noqa: E501
OLD = "<mc:Fallback><w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict></mc:Fallback>"


@pytest.mark.parametrize(
    "forms",
    [
        NEW + OLD,
        NEW,
        NEW + "<mc:Fallback><w:pict><v:shape/></w:pict></mc:Fallback>",
        OLD,
    ],
)
def test_a_text_box_is_read_once_in_whichever_form_it_is(tmp_path: Path, forms: str) -> None:
    box = forms.replace("{}", BOX.format(p(run_of("导读一")) + p(run_of("导读二"))))
    content = f"<w:r><mc:AlternateContent>{box}</mc:AlternateContent></w:r>{run_of('正文。')}"
    found = manuscript(tmp_path, docx(p(content) + p(run_of("后文。"))))
    paragraphs = [b for b in found.blocks if isinstance(b, Paragraph)]
    assert sorted(b.text for b in paragraphs) == ["后文。", "导读一", "导读二", "正文。"]
    assert {b.text for b in paragraphs if b.boxed} == {"导读一", "导读二"}


def test_markup_of_wps_doesnt_disturb(tmp_path: Path) -> None:
    own = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpsCustomData"><wpsCustomData:diagonals/>'
        "</mc:Choice></mc:AlternateContent></w:r>"
    )
    assert texts(tmp_path, p(own + run_of("正文"))) == ["正文"]


def numbered(form: str, text: str, start: int = 1) -> str:
    return (
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def item(text: str, level: int = 0) -> str:
    return p(run_of(text), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


@pytest.mark.parametrize(
    ("form", "text", "start", "first", "second"),
    [
        ("decimal", "%1.", 1, "1.", "2."),
        ("decimal", "%1、", 3, "3、", "4、"),
        ("chineseCountingThousand", "%1、", 10, "十、", "十一、"),
        ("chineseCounting", "（%1）", 20, "（二十）", "（二十一）"),
        ("chineseCounting", "第%1条", 105, "第一百零五条", "第一百零六条"),
        ("decimalEnclosedCircleChinese", "%1", 1, "①", "②"),
        ("upperLetter", "%1.", 26, "Z.", "AA."),
        ("lowerRoman", "%1)", 4, "iv)", "v)"),
        ("decimalZero", "%1", 9, "09", "10"),
        ("bullet", "\uf06c", 1, "•", "•"),
    ],
)
def test_the_number_that_word_prints_is_read(
    tmp_path: Path, form: str, text: str, start: int, first: str, second: str
) -> None:
    body = item("甲") + item("乙")
    assert texts(tmp_path, body, numbering=numbered(form, text, start)) == [
        f"{first}甲",
        f"{second}乙",
    ]


def test_numbers_of_a_lower_level_begin_anew(tmp_path: Path) -> None:
    body = item("甲") + item("子", 1) + item("丑", 1) + item("乙") + item("寅", 1)
    found = texts(tmp_path, body, numbering=numbered("decimal", "%1."))
    assert found == ["1.甲", "1.1子", "1.2丑", "2.乙", "2.1寅"]


def test_a_table_keeps_its_cells_and_says_that_some_were_merged(tmp_path: Path) -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(run_of(text))}</w:tc>"

    across, down = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
    rows = (
        cell("项目", across) + cell("备注"),
        cell("车辆", down) + cell("2000") + cell("每日"),
        cell("", "<w:vMerge/>") + cell("3000") + cell("每周"),
    )
    body = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    (table,) = manuscript(tmp_path, docx(body)).blocks
    assert table == Table(
        (("项目", "", "备注"), ("车辆", "2000", "每日"), ("", "3000", "每周")), merged=True
    )


def test_a_table_of_one_column_is_read_through(tmp_path: Path) -> None:
    cell = p(run_of("标题")) + p(run_of("正文。"))
    body = f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"
    assert texts(tmp_path, body) == ["标题", "正文。"]


def test_footnotes_and_comments_are_kept_apart_from_the_text(tmp_path: Path) -> None:
    notes = (
        f'<w:footnotes {SPACES}><w:footnote w:id="2">{p(run_of("杭州至衢州。"))}</w:footnote>'
        "</w:footnotes>"
    )
    remarks = (
        f'<w:comments {SPACES}><w:comment w:id="0" w:author="主任">{p(run_of("核实里程"))}'
        "</w:comment></w:comments>"
    )
    content = (
        f'{run_of("高铁通车")}<w:r><w:footnoteReference w:id="2"/></w:r>{run_of("。")}'
        '<w:r><w:commentReference w:id="0"/></w:r>'
    )
    found = manuscript(
        tmp_path, docx(p(content), parts={"footnotes.xml": notes, "comments.xml": remarks})
    )
    (block,) = found.blocks
    assert isinstance(block, Paragraph)
    assert block.text == "高铁通车。"
    assert [span.note for span in block.spans] == ["", "1", ""]
    assert found.notes == (("1", "杭州至衢州。"),)
    assert found.comments == (Comment("主任", "核实里程", "高铁通车。"),)


def test_size_weight_and_place_are_those_of_the_styles(tmp_path: Path) -> None:
    styles = (
        f'<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr>'
        '</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="x">'
        '<w:name w:val="样式"/><w:basedOn w:val="y"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="y"><w:name w:val="下"/><w:basedOn w:val="x"/>'
        '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="44"/></w:rPr></w:style>'
        "</w:styles>"
    )
    body = p(run_of("题"), '<w:pStyle w:val="x"/>') + p(run_of("文"))
    title, text = manuscript(tmp_path, docx(body, parts={"styles.xml": styles})).blocks
    assert isinstance(title, Paragraph)
    assert isinstance(text, Paragraph)
    assert (title.size, title.bold, title.align, title.style) == (22, True, "center", "样式")
    assert (text.size, text.bold, text.align) == (10.5, False, "")


def test_a_line_that_was_pushed_to_the_right_stands_right(tmp_path: Path) -> None:
    body = paragraph("　" * 14 + "县水利局") + paragraph("县水利局", '<w:ind w:left="5200"/>')
    blocks = manuscript(tmp_path, docx(body)).blocks
    assert [b.align for b in blocks if isinstance(b, Paragraph)] == ["right", "right"]


def test_pictures_are_named_wherever_they_stand(tmp_path: Path) -> None:
    relations = image_relation("rId1", "media/a.png") + image_relation("rId2", "/word/media/b.png")
    relations += image_relation("rId3", "../../../etc/passwd")
    elsewhere = image_relation("rId4", "file:///etc/passwd")
    relations += elsewhere.replace("/>", ' TargetMode="External"/>')
    old = '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="rId2"/></v:shape></w:pict></w:r></w:p>'
    body = f"{drawing('rId1', '堤坝')}{old}{drawing('rId3')}{drawing('rId9')}{paragraph('文')}"
    body += drawing("rId4").replace("r:embed", "r:link")
    files = {"word/media/a.png": b"a", "word/media/b.png": b"b", "etc/passwd": b"c"}
    found = manuscript(tmp_path, docx(body, relations=relations, files=files))
    assert [b for b in found.blocks if isinstance(b, Image)][:2] == [
        Image("word/media/a.png", "堤坝"),
        Image("word/media/b.png"),
    ]
    assert dict(found.doubts[0].gaps)["n"] == "1"
    assert {b.name for b in found.blocks if isinstance(b, Image)} <= {*files, ""}


def test_a_new_page_is_noted(tmp_path: Path) -> None:
    broken = '<w:p><w:r><w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t></w:r></w:p>'
    body = broken + paragraph("丙", "<w:pageBreakBefore/>")
    blocks = manuscript(tmp_path, docx(body)).blocks
    found = [(b.text, b.breaks_page) for b in blocks if isinstance(b, Paragraph)]
    assert found == [("甲", False), ("乙", True), ("丙", True)]


HIDDEN = "<w:vanish/>"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (p(run_of("看得见") + run_of("看不", HIDDEN) + run_of("见的", HIDDEN)), "看不见的"),
        (p(run_of("看得见")) + p(run_of("第二段", HIDDEN)), "第二段"),
        (p(run_of("看得见")) + p(run_of("样式", '<w:rStyle w:val="Gone"/>')), "样式"),
        (
            f"{p(run_of('看得见'))}<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>"
            f"<w:tc>{p(run_of('藏起的行'))}</w:tc></w:tr></w:tbl>",
            "藏起的行",
        ),
    ],
)
def test_what_is_hidden_is_left_out_and_told(tmp_path: Path, body: str, words: str) -> None:
    gone = f'<w:style w:type="character" w:styleId="Gone"><w:rPr>{HIDDEN}</w:rPr></w:style>'
    styles = f"<w:styles {SPACES}>{gone}</w:styles>"
    found = manuscript(tmp_path, docx(body, parts={"styles.xml": styles}))
    assert [b.text for b in found.blocks if isinstance(b, Paragraph)] == ["看得见"]
    assert [dict(d.gaps) for d in found.doubts if d.key == "hidden"] == [{"n": "1", "text": words}]


def test_a_hidden_picture_is_told(tmp_path: Path) -> None:
    shape = drawing("rId1").replace("<w:r>", f"<w:r><w:rPr>{HIDDEN}</w:rPr>")
    made = docx(
        p(run_of("看得见")) + shape,
        relations=image_relation("rId1", "media/a.png"),
        files={"word/media/a.png": b"a"},
    )
    found = manuscript(tmp_path, made)
    assert not any(isinstance(block, Image) for block in found.blocks)
    assert [dict(d.gaps)["text"] for d in found.doubts] == ["图片"]
