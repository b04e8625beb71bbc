"""A story for WeChat's editor: all that a reader reads, and nothing that the editor drops."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from banxin.pipeline.project import Options, Project
from banxin.pipeline.story_form import story
from banxin.problems import BuildFailed
from banxin.site.formats import FORMS, WECHAT
from banxin.site.formats.inline_html import inlined
from tests.support.content_folder import picture

PAPER = "name: 江城晨报\nbase_url: https://paper.test/bao/\nsections: {yaowen: 要闻}\n"
BODY = """会议在[区政府](https://gov.test/a?b=1&c=2)召开，见[前文](01-02-other.md)[^1]。

### 小标题

> 引文 **要紧**

- 一
- 二

| 甲 | 乙 |
|---|--:|
| 1 | 2 |

![现场](in.jpg)

[^1]: 注文，见 <https://gov.test/>。
"""
STORY = f"""---
title: 春耕会议
kicker: 不误农时
subtitle: 全区动员
byline: 记者 林一 周二 摄
dateline: 本报讯
photos:
  - {{file: a.jpg, caption: 会议现场, credit: 徐三/摄}}
  - {{file: b.jpg, alt: 田里}}
source: {{name: 县融媒体中心, url: https://media.test/}}
corrections: [{{date: 2022-04-02, note: 人名有误}}]
---
{BODY}"""
ISSUE = "content/issues/2022/2022-04-01"


@pytest.fixture(name="root")
def small_paper(tmp_path: Path) -> Path:
    folder = tmp_path / ISSUE
    folder.mkdir(parents=True)
    (tmp_path / "content/paper.yml").write_text(PAPER, "utf-8")
    (folder / "issue.md").write_text("---\npages: [{name: 要闻}]\n---\n", "utf-8")
    (folder / "01-01-spring.md").write_text(STORY, "utf-8")
    (folder / "01-02-other.md").write_text("---\ntitle: 另一篇\n---\n文。\n", "utf-8")
    for name in ("a", "b", "in"):
        (folder / f"{name}.jpg").write_bytes(picture(size=(60, 40)))
    return tmp_path


def copied(root: Path, base_url: str | None = None) -> str:
    options = Options(root / "output", search=False, base_url=base_url)
    return story(Project(root), options, "2022-04-01/01/01/", WECHAT).text


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def attributes(self) -> Iterator[str]:
        for _, given in self.tags:
            yield from given


def test_nothing_is_handed_over_that_the_editor_drops(root: Path) -> None:
    found = Tags(copied(root))
    assert set(found.attributes()) <= {"style", "src", "alt", "colspan", "rowspan", "start"}
    forbidden = {"a", "script", "style", "link", "figure", "picture", "svg", "iframe", "form"}
    assert {tag for tag, _ in found.tags} & forbidden == set()
    styles = " ".join(given.get("style") or "" for _, given in found.tags)
    assert not re.search("background|position|float|url|var\\(|class", styles)
    blocks = {"p", "h3", "li", "td", "th", "table", "ul", "img", "blockquote"}
    assert [tag for tag, given in found.tags if tag in blocks and not given.get("style")] == []


def test_every_picture_has_an_address_that_others_can_fetch(root: Path) -> None:
    sources = [given.get("src") or "" for tag, given in Tags(copied(root)).tags if tag == "img"]
    assert len(sources) == 3
    assert all(s.startswith("https://paper.test/bao/2022-04-01/media/") for s in sources)
    assert sources[0].endswith(".jpg")  # it is published for messengers anyway


def test_pictures_of_another_host_keep_their_address(root: Path) -> None:
    (root / "content/paper.yml").write_text(f"{PAPER}media_base: https://img.test/p/\n", "utf-8")
    sources = [given.get("src") or "" for tag, given in Tags(copied(root)).tags if tag == "img"]
    assert len(sources) == 3
    assert all(source.startswith("https://img.test/p/") for source in sources)


def test_captions_credits_source_and_corrections_come_along(root: Path) -> None:
    text = re.sub("<[^>]+>", "", copied(root))
    for words in (
        *("不误农时", "全区动员", "记者 林一 周二 摄", "会议现场 徐三 摄", "本报讯　会议在"),
        *("来源：县融媒体中心", "更正　2022年4月2日　人名有误", "要紧", "注文"),
        "原载《江城晨报》2022年4月1日第1版",
    ):
        assert words in text, words
    assert "春耕会议" not in text  # the editor has a field of its own for it


def test_a_link_leaves_its_text_and_where_it_leads_out_of_the_paper(root: Path) -> None:
    html = copied(root)
    assert "区政府（https://gov.test/a?b=1&amp;c=2）召开，见前文" in html
    assert html.count("https://gov.test/") == 2  # one whose text is the address says it once
    assert "↩" not in html


def test_a_withdrawn_story_and_one_that_is_not_there_are_given_to_nobody(root: Path) -> None:
    file = root / ISSUE / "01-01-spring.md"
    file.write_text(STORY.replace("kicker:", "status: withdrawn\nkicker:"), "utf-8")
    with pytest.raises(BuildFailed) as withdrawn:
        copied(root)
    assert [p.code for p in withdrawn.value.problems] == ["story-withdrawn"]
    file.unlink()
    with pytest.raises(BuildFailed) as missing:
        copied(root)
    assert [p.code for p in missing.value.problems] == ["story-unknown"]


@pytest.mark.parametrize("base", ["", "/bao/", "https://example.org/"])
def test_pictures_without_a_host_of_their_own_are_complained_of(root: Path, base: str) -> None:
    with pytest.raises(BuildFailed) as failed:
        copied(root, base_url=base)
    assert [p.code for p in failed.value.problems] == ["story-without-host"]


def test_what_is_wrong_with_another_story_holds_nothing_up(root: Path) -> None:
    (root / ISSUE / "01-02-other.md").write_text("---\ntitel: 错\n---\n文。\n", "utf-8")
    assert "会议在" in copied(root)
    (root / ISSUE / "01-01-spring.md").write_text("---\ntitel: 错\n---\n文。\n", "utf-8")
    with pytest.raises(BuildFailed) as failed:
        copied(root)
    assert {p.place.file for p in failed.value.problems} == {f"{ISSUE}/01-01-spring.md"}


def test_a_kind_keeps_its_shape_and_an_advertisement_its_word(root: Path) -> None:
    file = root / ISSUE / "01-01-spring.md"
    letter = "编辑同志：\n\n路修好了。\n\n此致\n\n敬礼\n\n读者 王五\n"
    file.write_text(f"---\ntitle: 信\nkind: letter\n---\n{letter}", "utf-8")
    assert re.search('<p style="[^"]*text-align:right">读者 王五</p>', copied(root))
    file.write_text("---\ntitle: 好酒\nkind: advertisement\n---\n买。\n", "utf-8")
    assert copied(root).startswith("<p style=")
    assert re.sub("<[^>]+>", "", copied(root)).startswith("广告\n")


def test_text_that_looks_like_markup_stays_text() -> None:
    html = "<p>3 &lt; 4 &amp; <em>x</em></p>"
    assert re.sub(' style="[^"]*"', "", inlined(html, str)) == html


def test_every_form_has_a_key_of_its_own() -> None:
    assert len({form.key for form in FORMS}) == len(FORMS) >= 1


def test_numbers_of_a_table_stand_at_the_side_where_the_editor_put_them(root: Path) -> None:
    cells = [given["style"] or "" for tag, given in Tags(copied(root)).tags if tag in ("th", "td")]
    assert [cell.endswith(";text-align:right") for cell in cells] == [False, True] * 2


def test_all_that_stands_around_a_text_comes_along_in_its_place(root: Path) -> None:
    (root / "content/paper.yml").write_text(f"{PAPER}extra: {{tel: {{name: 热线}}}}\n", "utf-8")
    fields = (
        "abstract: 三句话说清楚\nsignoff: {by: 衢江区人民政府, date: 2022-04-01}\n"
        "note: 本文有删节\ntel: '96811'\ndateline: 本报讯\n"
    )
    text = f"---\ntitle: 通告\n{fields}---\n- 一\n- 二\n"
    (root / ISSUE / "01-01-spring.md").write_text(text, "utf-8")
    html = copied(root)
    lines = [line for line in re.sub("<[^>]+>", "\n", html).split("\n") if line.strip()]
    assert lines == [
        *("三句话说清楚", "本报讯", "一", "二", "衢江区人民政府", "2022年4月1日"),
        *("热线：96811", "本文有删节", "原载《江城晨报》2022年4月1日第1版"),
    ]
    assert re.search('text-align:right">衢江区人民政府</p>', html)


def test_names_are_handed_over_as_they_were_typed(root: Path) -> None:
    said = "扎西·顿珠，12～18℃"
    text = f"---\ntitle: 通告\nabstract: {said}\nnote: {said}\n---\n{said}\n"
    (root / ISSUE / "01-01-spring.md").write_text(text, "utf-8")
    assert copied(root).count(said) == 3
