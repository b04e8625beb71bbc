"""Every mistake that reading knows: the files that make it, and where it is reported."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image

from tests.support.content_folder import ARTICLE, FOLDER, ISSUE, article, picture

PAPER = "content/paper.yml"
PEOPLE = "content/people.yml"
ABOUT = "content/about.md"


@dataclass(frozen=True, slots=True)
class Mistake:
    """A file written over a sound newspaper, and those that must stand beside it.

    ``place`` is the last part of the problem's: file name, line, column.
    """

    code: str
    file: str
    content: str | bytes | None  # None: the file is taken away
    place: str
    beside: tuple[tuple[str, str | bytes], ...] = ()


def _field(code: str, line: str, column: int) -> Mistake:
    """``column`` 0: the whole line is meant."""
    place = f"01-01-meeting.md:4:{column}" if column else "01-01-meeting.md:4"
    return Mistake(code, ARTICLE, article(f"{line}\n"), place)


def _body(code: str, body: str, column: int) -> Mistake:
    """``column`` 0: the whole line is meant."""
    place = f"01-01-meeting.md:5:{column}" if column else "01-01-meeting.md:5"
    return Mistake(code, ARTICLE, article(body=body), place)


def _paper(code: str, line: str, column: int) -> Mistake:
    return Mistake(
        code,
        PAPER,
        f"name: 今日衢江\nsections: {{yaowen: 要闻}}\n{line}\n",
        f"paper.yml:3:{column}",
    )


def _issue(code: str, fields: str, column: int) -> Mistake:
    return Mistake(code, ISSUE, f"---\n{fields}\n---\n", f"issue.md:2:{column}")


def _picture(code: str, data: bytes, name: str = "road.jpg") -> Mistake:
    shown = article("photos: [{file: road.jpg}]\n")
    return Mistake(code, f"{FOLDER}/{name}", data, "01-01-meeting.md:4:17", ((ARTICLE, shown),))


def _moving() -> bytes:
    file = io.BytesIO()
    frames = [Image.new("RGB", (9, 9), color) for color in ("red", "blue")]
    frames[0].save(file, "PNG", save_all=True, append_images=frames[1:])
    return file.getvalue()


def _huge() -> bytes:
    file = io.BytesIO()
    Image.new("1", (20_000, 6_000)).save(file, "PNG")
    return file.getvalue()


_CUT = picture(size=(200, 200))[:2000]

WRITING = (
    Mistake("file-unreadable", f"{FOLDER}/01-02-road.md/x", "", "01-02-road.md"),
    Mistake("not-utf8", ARTICLE, "---\ntitle: 会议\n---\n".encode("gb18030"), "01-01-meeting.md:2"),
    Mistake("not-text", ARTICLE, b"PK\x03\x04\0\0\xff\xff", "01-01-meeting.md:1"),
    Mistake("not-text", ARTICLE, b"\xff\xd8\xff\xff", "01-01-meeting.md:1"),
    _body("control-character", "正文\x1a。", 3),
    _body("soft-return", "甲\x0b乙", 2),
    Mistake("no-front-matter", ARTICLE, "标题\n\n正文\n", "01-01-meeting.md:1"),
    Mistake("unclosed-front-matter", ARTICLE, "---\ntitle: 标题\n\n正文\n", "01-01-meeting.md:1"),
    Mistake("no-fields", ARTICLE, "---\n- 标题\n---\n", "01-01-meeting.md:2"),
    _field("repeated-key", "title: 又一个", 1),
    Mistake("yaml-tab", ARTICLE, article("kicker:\n\t- 一\n"), "01-01-meeting.md:5:1"),
    _field("unquoted-colon", "kicker: 要闻: 会议", 11),
    _field("fullwidth-colon", "kicker：会议", 7),
    _field("no-space-after-colon", "kicker:会议", 7),
    _field("reserved-character", "kicker: *重要*", 9),
    _field("text-after-quote", 'kicker: "三件套"落地', 14),
    _field("unclosed-quote", 'kicker: "三件套', 9),
    _field("comment-in-field", "kicker: 春耕 <!-- 待核实 -->", 12),
    _field("marks-in-field", "kicker: 一<br>二", 10),
    _field("excess-bracket", "photos: [{file: road.jpg, caption: 春耕}}]", 39),
    _field("unclosed-bracket", "kicker: [一, 二", 9),
    _field("not-a-field", "这一行是正文", 1),
    Mistake("yaml-indent", ARTICLE, article("kicker: 一\n  note: 二\n"), "01-01-meeting.md:5:1"),
    _field("yaml-syntax", "kicker: [一, 二], 三", 15),
    Mistake("several-documents", PAPER, "name: 今日衢江\n---\nplace: 衢州\n", "paper.yml:2:1"),
    _field("too-deep", f"kicker: {'[' * 20}{']' * 20}", 16),
    _field("key-not-text", "[一]: 二", 1),
    Mistake("odd-fence", ARTICLE, article().replace("\n---\n", "\n———\n"), "01-01-meeting.md:4:1"),
    _field("merge-conflict", "<<<<<<< HEAD\nkicker: 一\n=======\n>>>>>>> x", 1),
    _field("field-in-value", "kicker: 一 byline: 二", 17),
    _field("invisible-character", "kic\u200bker: 一", 4),
    _field("private-character", "kicker: 王\ue123", 10),
    _field("garbled-text", "kicker: 王\ufffd", 10),
    _field("odd-space", "kicker:\u3000一", 8),
    _field("unquoted-character", "kicker: [快讯]会议", 9),
    _field("hash-in-text", "kicker: 5 # 号楼", 11),
    _field("fullwidth-hash", "＃ 注释", 1),
    _field("fullwidth-comma", "kicker: [一，二]", 11),
    _field("fullwidth-bracket", "kicker: [一, 二】", 14),
    _field("fullwidth-list", "kicker: 【一，二】", 9),
    _field("fullwidth-key", "ｋｉｃｋｅｒ: 一", 1),
    Mistake("odd-hyphen", ARTICLE, article("kicker:\n  －一\n"), "01-01-meeting.md:5:3"),
    _field("backslash-in-quotes", 'kicker: "一\\二"', 11),
)

FIELDS = (
    _field("misspelt-key", "bylin: 记者 洪纲", 1),
    _field("unknown-key", "xyzzy: 1", 1),
    _field("internal-remark", "备注: 等张主任看过再登", 1),
    _issue("internal-remark", "备注: 内部", 1),
    _field("role-as-key", "摄影: 张三", 1),
    _field("repeated-alias", "主题: 又一个", 1),
    Mistake("title-missing", ARTICLE, "---\nsection: 要闻\n---\n正文。\n", "01-01-meeting.md:1"),
    _field("credit-without-name", "byline: [{role: 记者}]", 10),
    _field("photo-without-file", "photos: [{alt: 图}]", 10),
    _field("source-without-name", "source: {url: https://example.org/}", 9),
    _field("signoff-without-by", "signoff: {date: 2022-03-29}", 10),
    _field("jump-without-target", "jump: {}", 7),
    _field("correction-incomplete", "corrections: [{date: 2022-04-02}]", 15),
    _field("wants-text", "dateline: [本报讯]", 11),
    _field("wants-lines", "kicker: {一: 二}", 9),
    _field("wants-lines", "kicker: [[一]]", 10),
    _field("wants-lines", "ignore: {number-gap: 是}", 9),
    _field("wants-lines", "ignore: [[number-gap]]", 10),
    _field("wants-number", "columns: 三左右", 10),
    _field("wants-date", "event_date: 2022-02-30", 13),
    _field("wants-flag", "vertical: 对", 11),
    _field("wants-choice", "rank: leed", 7),
    _field("wants-choice", "kind: 讣文", 7),
    _field("genre-is-kind", "genre: 广告", 8),
    Mistake("kinds-differ", ARTICLE, article("kind: poem\nrank: 讣告\n"), "01-01-meeting.md:5:7"),
    _field("wants-fields", "corrections: [改正]", 15),
    _issue("wants-fields", "pages: 4", 8),
    _paper("wants-pairs", "parameters: red", 13),
    _paper("wants-credits", "sponsors: 区委主办", 11),
    _field("wants-url", "source: {name: 网, url: www.example.org}", 24),
    _paper("wants-url", "base_url: https://example.org/../../x/", 11),
    _paper("wants-url", "base_url: https://example.org:99999/", 11),
    _paper("wants-url", "base_url: https://example.org/\\u4e2d/", 11),
    _field("wants-site-path", "aliases: [/a.htm, /../b.htm]", 19),
    _issue("wants-gone", "gone: {第三篇: 重复刊登}", 8),
    _issue("wants-gone", "gone: {01/02: }", 8),
    _paper("wants-gone", "gone: {2022-04-01: 试刊}", 8),
    _field("wants-article", "jump: {to: 第三版}", 12),
    _field("wants-region", "region: [[2, 18], [64, 180], [2, 66]]", 19),
    _issue("wants-key", "pages: [{name: 要闻, layout: 头版}]", 28),
    _paper("wants-timezone", "timezone: Beijing", 11),
    _paper("wants-language", "language: 中文", 11),
    _paper("wants-days", "mourning: [清明]", 12),
    _issue("wants-flag", "mourning: maybe", 11),
    _paper("wants-year", "excerpts_until: 二〇一四", 17),
    _paper("wants-widths", "pictures: {widths: [小, 大]}", 20),
    _paper("wants-quality", "pictures: {quality: 高}", 21),
    _paper("wants-theme", "theme: ../x", 8),
    _paper("wants-terms", "columns: [衢江政协]", 10),
    _field("ignore-unknown", "ignore: [page-difers]", 10),
    _field("ignore-error", "ignore: number-gap、title-missing", 20),
    _paper("wants-deploy", "deploy: oss:bucket", 9),
    _paper("wants-deploy-place", "deploy: {oss: {to: bucket}}", 20),
    _paper("deploy-secret", 'deploy: {oss: ":s3,secret_access_key=x:bucket"}', 15),
    _paper("deploy-to-or-git", "deploy: {oss: {url: https://a.cn/}}", 10),
    _paper("wants-extra", "extra: [访谈对象]", 8),
    _paper("extra-key", "extra: {访谈: 访谈对象}", 9),
    _paper("extra-taken", "extra: {who: 署名}", 9),
    _paper("extra-without-choices", "extra: {level: {type: choice}}", 23),
    _paper("extra-choices-unused", "extra: {level: {type: text, choices: [省级]}}", 23),
)

ISSUES = (
    Mistake("paper-missing", PAPER, None, "paper.yml"),
    Mistake("paper-without-name", PAPER, "sections: {yaowen: 要闻}\n", "paper.yml:1"),
    _paper("term-key", "columns: {政协: 衢江政协}", 11),
    _paper("term-without-name", "columns: {zx: }", 11),
    _paper("same-term", "columns: {zx: 衢江政协, zhengxie: 衢江政协}", 31),
    _paper("term-ambiguous", "columns: {zx: 政协, zhengxie: zx}", 10),
    Mistake("people-no-list", PEOPLE, "王慧杰: 区委书记\n", "people.yml:1:1"),
    Mistake("person-without-name", PEOPLE, "- {title: 区委书记}\n", "people.yml:1:3"),
    Mistake("person-twice", PEOPLE, "- 王慧杰\n- {name: 王慧杰}\n", "people.yml:2:10"),
    Mistake("wants-id", PEOPLE, "- {name: 王芳, id: 石室 乡}\n", "people.yml:1:18"),
    _field("person-id-unknown", "byline: 记者 王芳#石室", 9),
    Mistake(
        "person-ambiguous",
        ARTICLE,
        article("byline: 记者 王芳\n"),
        "01-01-meeting.md:4:9",
        ((PEOPLE, "- {name: 王芳, id: 石室}\n- {name: 王芳, id: 城关}\n"),),
    ),
    Mistake(
        "topic-unknown",
        ARTICLE,
        article("topics: [两汇]\n"),
        "01-01-meeting.md:4:9",
        ((PAPER, "name: 今日衢江\nsections: {yaowen: 要闻}\ntopics: {lianghui: 两会}\n"),),
    ),
    Mistake("issue-folder-name", "content/issues/2022/4月1日/issue.md", "---\n---\n", "4月1日"),
    Mistake(
        "issue-folder-year", "content/issues/2021/2022-04-02/issue.md", "---\n---\n", "2022-04-02"
    ),
    Mistake("issue-file-missing", ISSUE, None, "2022-04-01"),
    _issue("edition-differs", "edition: 2", 10),
    Mistake("article-name", f"{FOLDER}/1-2-road.md", article(), "1-2-road.md"),
    _field("placeholder", "kicker: 引题", 9),
    _field("guess-unchecked", "kicker: 春耕  # 请核对", 0),
    Mistake("body-empty", ARTICLE, article(body=""), "01-01-meeting.md:5"),
    Mistake("photo-story-bare", ARTICLE, article("rank: photo\n"), "01-01-meeting.md:6"),
    Mistake("named-as-copy", f"{FOLDER}/01-02-road (1).md", article(), "01-02-road (1).md"),
    Mistake("article-copy", f"{FOLDER}/01-01-road 副本.md", article(), "01-01-road 副本.md"),
    Mistake(
        "issue-file-name",
        "content/issues/2022/2022-04-02/Issue.md",
        "---\n---\n",
        "Issue.md",
    ),
    Mistake("article-ending", f"{FOLDER}/01-02-road.txt", article(), "01-02-road.txt"),
    Mistake("article-manuscript", f"{FOLDER}/01-02-road.docx", b"PK", "01-02-road.docx"),
    Mistake("document-unused", f"{FOLDER}/speech.docx", b"PK", "speech.docx"),
    Mistake("number-taken", f"{FOLDER}/01-01-road.md", article(), "01-01-road.md"),
    _field("page-below-one", "page: 0", 7),
    _field("page-beyond", "page: 9", 7),
    _field("wants-story", "below: 二条", 8),
    _field("place-unknown", "below: 01-09", 8),
    _field("place-circle", "beside: 01-01", 9),
    Mistake(
        "place-twice",
        ARTICLE,
        article("below: 01-02\nbeside: 01-03\n"),
        "01-01-meeting.md:5:9",
        ((f"{FOLDER}/01-02-road.md", article()), (f"{FOLDER}/01-03-river.md", article())),
    ),
    Mistake(
        "place-taken",
        f"{FOLDER}/01-02-road.md",
        article("place: 左上\n"),
        "01-02-road.md:1",
        ((ARTICLE, article("place: top-left\n")),),
    ),
    _field("page-unknown", "page: B1", 7),
    _field("wants-page", "page: 要闻版", 7),
    _issue("wants-page-label", "pages: [{label: 要闻}]", 17),
    _issue("wants-serial", "number: 第一期刊", 9),
    _issue("wants-serial", "year_number: 13-12", 14),
    _issue("wants-edition-name", "edition_name: 2", 15),
    _issue("page-label-twice", "pages: [{label: B1}, {label: b1}]", 30),
    Mistake(
        "section-missing",
        ARTICLE,
        "---\ntitle: 一\n---\n正文。\n",
        "01-01-meeting.md:1",
        ((ISSUE, "---\npages: [{}, {}]\n---\n"),),
    ),
    _field("column-unknown", "column: 区江政协", 9),
    Mistake(
        "section-unknown",
        ARTICLE,
        "---\ntitle: 一\n版块: 要文\n---\n正文。\n",
        "01-01-meeting.md:3:5",
    ),
    _field("event-after-issue", "event_date: 2022-04-02", 13),
    _field("signoff-after-issue", "signoff: {by: 办公室, date: 2022-04-02}", 26),
    Mistake("standing-name", "content/About us.md", "---\ntitle: 关于\n---\n", "About us.md"),
)

BODIES = (
    _body("html-in-body", "甲<span>乙</span>", 2),
    _body("merge-conflict", "<<<<<<< HEAD", 1),
    _body("comment-left-out", "甲<!-- 待核实 -->", 2),
    _body("comment-unclosed", "甲<!-- 待核实", 2),
    _body("half-width-punctuation", "抓春耕,抓防火,抓防汛。", 4),
    Mistake(
        "dateline-twice",
        ARTICLE,
        article("dateline: 本报讯\n", body="本报讯 春耕。"),
        "01-01-meeting.md:6:1",
    ),
    _body("unpaired-mark", "落实《条例。", 3),
    _body("jump-typed", "（下转第3版）", 1),
    _body("private-character", "甲\ue123", 2),
    _body("invisible-in-body", "春耕\u200b备耕", 3),
    _body("garbled-text", "春\ufffd备耕", 2),
    _body("picture-as-text", "![春耕] (road.jpg)", 1),
    _body("link-without-text", "见[](https://example.org/)", 5),
    Mistake(
        "table-cell-broken",
        ARTICLE,
        article(body='品名\t价\n"五花肉\n(带皮)"\t18'),
        "01-01-meeting.md:6",
    ),
    _body("lines-wrapped", f"{'春耕备耕' * 4}\n{'春耕备耕' * 4}\n春耕。", 0),
    Mistake(
        "table-ragged",
        ARTICLE,
        article(body="|甲|乙|\n|--|--|\n|丙|丁|戊|"),
        "01-01-meeting.md:7",
    ),
    _body("table-wide", f"{'甲|' * 11}乙\n{'-|' * 11}-", 0),
    _body("table-too-large", f"{'甲|' * 30}乙\n{'-|' * 30}-", 0),
    _body("table-without-rule", "| 甲 | 乙 |\n| 丙 | 丁 |", 0),
    _body("code-unclosed", "```\n甲", 0),
    _body("entity-refused", "甲&#12;乙", 2),
    _body("body-too-long", "[甲]" * 20_000, 1),
    Mistake("fields-too-long", ARTICLE, article("note2: 甲\n" * 8_000), "01-01-meeting.md:1"),
    _body("body-too-deep", f"{'> ' * 20}甲", 0),
    _body("footnote-twice", "[^1]: 甲\n[^1]: 乙\n\n丙[^1]", 0),
    _body("entity-read", "版权&copy;本报", 3),
    _body("wechat-words", "点击上方蓝字关注我们", 1),
    _body("comment-odd", "<!——责编注：勿发——>", 1),
    _body("word-field", "PAGE \\* MERGEFORMAT 1", 6),
    _body("link-as-text", "详见［名单］（名单.pdf）", 3),
    Mistake(
        "fields-in-body",
        ARTICLE,
        article(body="正文。\n\n---\ntitle: 另一篇\n---\n正文。"),
        "01-01-meeting.md:7:1",
    ),
    _body("single-hash", "# 江州发布", 1),
    _body("backslash-at-end", "把船还给岸\\\n把岸还给草", 6),
    _body("asterisks-printed", "春耕，**备耕", 4),
)

FILES = (
    _field("not-beside", "photos: [{file: ../road.jpg}]", 17),
    _field("picture-missing", "photos: [{file: rode.jpg}]", 17),
    _field("picture-with-words", "photos: road.jpg 春耕", 9),
    _picture("picture-not-one", b"not a picture at all"),
    _picture("picture-lfs", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n"),
    _picture("picture-empty", b""),
    _picture("picture-damaged", _CUT),
    _picture("picture-animated", _moving()),
    _picture("picture-kind", picture("BMP")),
    _picture("picture-too-large", _huge()),
    _picture("picture-unreadable", b"", "road.jpg/x"),
    _body("picture-elsewhere", "![图](https://example.org/a.jpg)", 6),
    _issue("pdf-missing", "pages: [{name: 要闻, pdf: 01.pdf}]", 25),
    Mistake(
        "attachment-kind",
        ARTICLE,
        article(body="见[此](日历.html)"),
        "01-01-meeting.md:5:6",
        ((f"{FOLDER}/日历.html", "<script>alert(1)</script>"),),
    ),
    _issue("pdf-not-one", "pages: [{name: 要闻, pdf: road.jpg}]", 25),
    _body("link-empty", "[空]()", 1),
    _body("link-refused", "见[此](javascript:alert(1))", 6),
    _body("link-absolute", "见[此](/2022-04-01/)", 6),
    _body("link-outside", "见[此](../../../../README.md)", 6),
    _body("link-missing", "见[此](表.xlsx)", 6),
    _body("link-not-meant", "江政发[2026](3)号", 11),
    _body("link-character", "见[此](http：//example.org)", 6),
    _body("footnote-unused", "[^1]: 没有人提到", 1),
    _body("footnote-missing", "正文[^2]。", 3),
)
