"""A body's Markdown: HTML, plain text, and what it points at."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.content.links import Beside
from banxin.content.markdown.reader import Origin, render
from banxin.model import Body
from banxin.problems import Problems
from tests.support.content_folder import picture

FOLDER = "content/issues/2022/2022-04-01"


class Writer:
    """Renders bodies of one article that begins on line 10, beside a picture and a PDF."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems = Problems()
        (root / FOLDER).mkdir(parents=True)
        (root / FOLDER / "road.jpg").write_bytes(picture())

    def body(self, source: str, *, joins: bool = False) -> Body:
        self.problems = Problems()
        names = frozenset(("road.jpg", "表 1.pdf"))
        beside = Beside(self.root, FOLDER, names, self.problems)
        origin = Origin(f"{FOLDER}/01-02-x.md", 10, "0102", beside, joins)
        return render(source, origin, self.problems)

    def html(self, source: str, *, joins: bool = False) -> str:
        return self.body(source, joins=joins).html.strip()

    def wrong(self, source: str) -> list[str]:
        self.body(source)
        return [f"{p.code} {p.place.line}:{p.place.column}" for p in self.problems]


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    return Writer(tmp_path)


def test_raw_html_is_shown_as_text(writer: Writer) -> None:
    html = writer.html("<script>alert(1)</script>\n\n<div>\n块\n</div>\n\n甲<b>乙</b>")
    assert "<script" not in html
    assert "<div" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "甲&lt;b&gt;乙&lt;/b&gt;" in html


def test_punctuation_stays_as_typed(writer: Writer) -> None:
    assert writer.html("他说：“好……”——《报》(c) -- ...") == "<p>他说：“好……”——《报》(c) -- ...</p>"


def test_strikethrough_and_underscores_are_text(writer: Writer) -> None:
    assert writer.html("~~甲~~ _乙_ __丙__") == "<p>~~甲~~ _乙_ __丙__</p>"


@pytest.mark.parametrize(
    ("typed", "address", "after"),
    [
        ("http://www.example.org。", "http://www.example.org", "。"),
        ("https://example.org/a?b=1）", "https://example.org/a?b=1", "）"),
        ("https://example.org/a_(b)).", "https://example.org/a_(b)", ")."),
        ("www.example.org，", "http://www.example.org", "，"),
        ("a.b@example.org、", "mailto:a.b@example.org", "、"),
    ],
)
def test_a_bare_address_is_a_link_without_the_sentences_marks(
    writer: Writer, typed: str, address: str, after: str
) -> None:
    html = writer.html(f"见{typed}")
    assert html.startswith(f'<p>见<a href="{address}"')
    assert html.endswith(f"</a>{after}</p>")


def test_a_bare_address_within_a_link_stays_its_text(writer: Writer) -> None:
    shown = '<p><a href="https://example.org" rel="noopener">www.example.org</a></p>'
    assert writer.html("[www.example.org](https://example.org)") == shown


def test_full_width_indents_go_and_each_begins_a_paragraph(writer: Writer) -> None:
    assert writer.html("　　甲。\n　　乙。") == "<p>甲。</p>\n<p>乙。</p>"
    assert writer.html("　　甲。\n丙。\n　　乙。", joins=True) == "<p>甲。丙。</p>\n<p>乙。</p>"


def test_a_paragraph_indented_by_spaces_is_no_program(writer: Writer) -> None:
    assert writer.html("甲。\n\n    乙。") == "<p>甲。</p>\n<p>乙。</p>"


def test_a_line_broken_between_chinese_characters_leaves_no_space(writer: Writer) -> None:
    source = "会议\n召开，\n**并**\nthe end\nhere"
    assert writer.body(source, joins=True).text == "会议召开，并 the end here"
    assert writer.html("会议\n召开", joins=True) == "<p>会议召开</p>"
    assert writer.html("王𫖯\n说话", joins=True) == "<p>王𫖯说话</p>"


@pytest.mark.parametrize("head", ["一、", "（一）", "①", "3、", "问：", "　"])
def test_where_lines_are_joined_a_number_still_begins_a_paragraph(
    writer: Writer, head: str
) -> None:
    html = writer.html(f"会议\n召开\n{head}乙\n- 丙\n丁", joins=True)
    shown = f"{head.strip()}乙"
    assert html == f"<p>会议召开</p>\n<p>{shown}</p>\n<ul>\n<li>丙</li>\n</ul>\n<p>丁</p>"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("**“三件套”**落地", "<strong>“三件套”</strong>落地"),
        (
            "落实**“三件套”**要求，**再说。**下文",
            "落实<strong>“三件套”</strong>要求，<strong>再说。</strong>下文",
        ),
        ("**甲**：**乙**", "<strong>甲</strong>：<strong>乙</strong>"),
        ("** 空 **", "<strong> 空 </strong>"),
        ("学名*Ginkgo biloba*。", "学名*Ginkgo biloba*。"),
        ("学名（*Ginkgo biloba*）", "学名（<em>Ginkgo biloba</em>）"),
        ("一句：*I have counted them at 3 a.m.*", "一句：<em>I have counted them at 3 a.m.</em>"),
        ("看见江豚，*不追、不喂、不喊*，远远拍。", "看见江豚，<em>不追、不喂、不喊</em>，远远拍。"),
        ("*某、李*、张*", "*某、李*、张*"),
        ("*为必填项：姓名*、电话*", "*为必填项：姓名*、电话*"),
        (r"\(^o^)/ \\server\a \*\*", r"\(^o^)/ \\server\a **"),
        ("***粗斜***", "<em><strong>粗斜</strong></em>"),
        ("𠮷**𫖯**𠮷", "𠮷<strong>𫖯</strong>𠮷"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("3 ** 4 ** 5", "3 ** 4 ** 5"),
        ("居民王**说，患者李**也说", "居民王**说，患者李**也说"),
        ("张**先生和李**女士", "张**先生和李**女士"),
        ("车牌浙A**123和浙B***45", "车牌浙A**123和浙B***45"),
        ("尾号**1234、尾号**5678", "尾号**1234、尾号**5678"),
        ("自**5月1日**起增长**5%**。", "自<strong>5月1日</strong>起增长<strong>5%</strong>。"),
    ],
)
def test_emphasis_needs_no_space_beside_chinese(writer: Writer, typed: str, shown: str) -> None:
    assert writer.html(typed) == f"<p>{shown}</p>"


def test_headings_begin_below_those_of_the_page(writer: Writer) -> None:
    html = writer.html("# 一\n\n## 二\n\n### 三\n\n##### 五\n\n###### 六")
    tags = [line[1:3] for line in html.split("\n")]
    assert tags == ["h3", "h3", "h4", "h6", "h6"]


def test_a_table_can_be_scrolled_by_keyboard(writer: Writer) -> None:
    html = writer.html("| 甲 | 乙 |\n| --- | ---: |\n| 1 | 2 |")
    assert html.startswith(
        '<div class="table" tabindex="0" role="region" aria-label="表格">\n<table>'
    )
    assert html.endswith("</table>\n</div>")
    assert writer.body("| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n\n后").text == "甲 乙\n1 2\n后"


def test_a_columns_alignment_is_a_class_since_pages_refuse_inline_styles(writer: Writer) -> None:
    html = writer.html("| 项目 | 数 |\n| --- | ---: |\n| 车 | 12 |")
    assert "style=" not in html
    assert '<th class="right">数</th>' in html
    assert '<td class="right">12</td>' in html


def test_a_picture_alone_is_a_figure_with_its_title_below(writer: Writer) -> None:
    body = writer.body('![路<口](road.jpg "卡口 <现场>")')
    assert body.html.strip() == (
        '<figure><img \x1a0\x1a alt="路&lt;口">\n'
        "<figcaption>卡口 &lt;现场&gt;</figcaption></figure>"
    )
    (ref,) = body.refs
    assert (ref.kind, ref.target, ref.line) == ("picture", f"{FOLDER}/road.jpg", 10)
    assert ref.picture is not None
    assert (ref.picture.width, ref.picture.height) == (420, 280)


def test_a_picture_within_a_line_stays_there(writer: Writer) -> None:
    assert writer.html("见 ![图](road.jpg) 右") == '<p>见 <img \x1a0\x1a alt="图"> 右</p>'


def test_links_between_articles_are_marks_with_their_place(writer: Writer) -> None:
    body = writer.body("第一行\n又见[昨日](../2022-03-31/01-02-x.md#a)、[表](表%201.pdf)")
    assert '<a href="\x1a0\x1a">昨日</a>' in body.html
    article, file = body.refs
    assert (article.kind, article.target, article.fragment) == (
        "link",
        "content/issues/2022/2022-03-31/01-02-x.md",
        "#a",
    )
    assert (article.line, article.column) == (11, 8)
    assert (file.kind, file.target) == ("file", f"{FOLDER}/表 1.pdf")
    assert writer.wrong("[无](x.md)") == []  # whether it exists is known when all is read


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/?a=1&b=2", 'href="https://example.org/?a=1&amp;b=2" rel="noopener"'),
        ("https://例子.cn/路", 'href="https://xn--fsqu00a.cn/%E8%B7%AF" rel="noopener"'),
        ("mailto:a@example.org", 'href="mailto:a@example.org"'),
        ("tel:+86-570-1234567", 'href="tel:+86-570-1234567"'),
        ("#fn-0102-1", 'href="#fn-0102-1"'),
    ],
)
def test_what_leads_out_of_the_site_passes(writer: Writer, address: str, shown: str) -> None:
    assert writer.html(f"[外]({address})") == f"<p><a {shown}>外</a></p>"
    assert writer.wrong(f"[外]({address})") == []


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java&Tab;script:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "http:example.org",
    ],
)
def test_dangerous_links_are_refused(writer: Writer, address: str) -> None:
    assert writer.wrong(f"[x]({address})")[0].startswith("link-refused 10:")


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ("[x](/2022-04-01/)", "link-absolute 10:5"),
        ("[x](//example.org/)", "link-absolute 10:5"),
        ("[x](\\\\server\\a)", "not-beside 10:5"),
        ("[x](../../../../README.md)", "link-outside 10:5"),
        ("[x](%2e%2e/%2e%2e/%2e%2e/%2e%2e/x)", "link-outside 10:5"),
        ("[x](sub/road.jpg)", "not-beside 10:5"),
        ("[x](no.pdf)", "link-missing 10:5"),
        ("[x](www.example.org)", "link-missing 10:5"),
        ("![x](no.jpg)", "picture-missing 10:6"),
        ("![x](https://example.org/a.jpg)", "picture-elsewhere 10:6"),
        ("![x](other.md)", "link-missing 10:6"),
        # wherever it stands
        ("甲\n乙[x](no.pdf)", "link-missing 11:6"),
        ("　　甲[x](no.pdf)", "link-missing 10:8"),
        ("- 甲\n- 乙[x](no.pdf)", "link-missing 11:8"),
        ("> 甲\n> 乙[x](no.pdf)", "link-missing 11:8"),
        ("| a | b |\n| - | - |\n| 1 | [x](no.pdf) |", "link-missing 12:11"),
        ("## 题[x](no.pdf)", "link-missing 10:9"),
        ("**[x](no.pdf)**", "link-missing 10:7"),
        ("[![x](no.jpg)](road.jpg)", "picture-missing 10:7"),
        ("甲[^1]\n\n[^1]: 乙[x](no.pdf)", "link-missing 12:12"),
        ("| x | x |\n| - | - |\n| x | [x](no.pdf) |", "link-missing 12:11"),
        ("甲  \n乙[x](no.pdf)", "link-missing 11:6"),
    ],
)
def test_an_address_that_leads_nowhere_is_reported_where_it_stands(
    writer: Writer, source: str, wrong: str
) -> None:
    assert writer.wrong(source) == [wrong]


def test_two_equal_addresses_in_a_line_are_two_problems(writer: Writer) -> None:
    assert writer.wrong("[a](no.pdf)[b](no.pdf)") == ["link-missing 10:5", "link-missing 10:16"]


def test_footnotes_of_two_articles_on_a_page_stay_apart(writer: Writer) -> None:
    html = writer.html("正文[^1]。\n\n[^1]: 注文。")
    assert 'href="#fn-0102-1"' in html
    assert 'id="fn-0102-1"' in html
    assert writer.body("正文[^1]。\n\n[^1]: 注文。").text == "正文。\n注文。"


def test_notes_that_would_be_lost_are_warned_of(writer: Writer) -> None:
    assert writer.wrong("正文[^2]。\n\n[^1]: 注文。") == [
        "footnote-missing 10:3",
        "footnote-unused 12:1",
    ]


def test_the_plain_text_has_a_line_for_each_block(writer: Writer) -> None:
    source = "# 题\n\n甲 **乙** `c` &amp; <b>  \n丁\n\n- 一\n- 二\n\n```\n码\n```\n"
    assert writer.body(source).text == "题\n甲 乙 c & <b>\n丁\n一\n二\n码"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("甲**乙**。\n\n丙 & <丁>。\n\n- 戊\n- 己", None),
        ("![](road.jpg)", None),
        ("| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |", "甲 乙\n丙 丁"),
    ],
)
def test_text_is_kept_where_html_is_another(writer: Writer, source: str, said: str | None) -> None:
    body = writer.body(source)
    assert body.said == said
    assert body == Body(body.html, said, body.refs)
    assert Body.of(body.html, body.text, body.refs) == body


def test_an_empty_body_is_empty(writer: Writer) -> None:
    assert writer.body("\n\n　\n") == Body()
