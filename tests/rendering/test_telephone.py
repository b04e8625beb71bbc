"""A page on a telephone offers the whole text of what it has cut, and of nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from banxin.layout.typography import prose
from banxin.model import Headline
from banxin.site.views import Lead
from tests.support import sample_views as sample
from tests.support.sample_articles import image, item
from tests.support.sample_views import draw
from tests.support.shown_page import shown

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SENTENCE = "市水务局昨日通报，入冬以来全市水利集中修缮已完成土石方126万立方米。"
ROW = "<tr><td>王秀英</td><td>江边街道办事处</td><td>12.26秒</td></tr>"
HEAD = "<tr><th>姓名</th><th>单位</th><th>成绩</th></tr>"


def table(rows: int) -> str:
    whole = f"<table><thead>{HEAD}</thead><tbody>{ROW * rows}</tbody></table>"
    return str(prose(f'<div class="table" tabindex="0" role="region">\n{whole}\n</div>\n'))


NAMES = f'<p class="names">{" ".join(["<span>王秀英</span>"] * 99)}</p>\n'
BODIES = {
    "一句话": f'<p>{SENTENCE}</p>\n<p class="signed">县水务局</p>',
    "三句话": f"<p>{SENTENCE * 3}</p>",
    "长文": f"<p>{SENTENCE * 3}</p>\n" * 8,
    "没有句号": f"<p>{'水利修缮土石方' * 90}</p>",
    "短表": table(3),
    "长表": table(30),
    "一句话和长表": f"<p>{SENTENCE}</p>\n{table(30)}",
    "长文和表": f"<p>{SENTENCE * 3}</p>\n" * 8 + table(9),
    "名单": "<p>名单如下。</p>\n" + NAMES,
    "长表和一句话": f"{table(30)}<p>{SENTENCE}</p>\n",
    "一问一答": "<p>问：几点？</p>\n<p>答：六点。</p>\n" * 30,
}
CUT = {"名单", "长表和一句话", "长文", "没有句号", "长表", "一句话和长表", "长文和表", "一问一答"}
STORIES = """() => Object.fromEntries([...document.querySelectorAll('.story')].map((story) => {
  const text = story.querySelector('.txt'), foot = text.getBoundingClientRect().bottom;
  const pieces = [...text.querySelectorAll('p, tr')];
  const gone = (piece) => !piece.checkVisibility() || piece.getBoundingClientRect().top >= foot;
  return [story.querySelector('h2').innerText, {
    cut: text.scrollHeight > text.clientHeight + 1 || pieces.some(gone)
      || [...text.querySelectorAll('.rest')].some((rest) => rest.textContent && gone(rest)),
    half: [...text.querySelectorAll('tr, .names span')].some((piece) => !gone(piece)
      && piece.getBoundingClientRect().bottom > foot + 1),
    more: !!text.querySelector('.rest')
      && pieces.slice(pieces.findLastIndex((piece) => piece.querySelector('.rest')
        || piece.matches('.rest')) + 1).some((piece) => !gone(piece)),
    offered: story.querySelector('.all')?.checkVisibility() ?? false,
  }];
}))"""


LINES = """(element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()].map((line) => Math.round(line.left));
}"""


OVER = """(paragraph) => {
  const range = document.createRange(), over = [];
  range.selectNodeContents(paragraph);
  for (let width = 120; width < 360; width++) {
    paragraph.style.inlineSize = `${width}px`;
    const edge = paragraph.getBoundingClientRect().right + 1;
    if ([...range.getClientRects()].some((line) => line.right > edge)) over.push(width);
  }
  return over;
}"""


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page with a story of each of BODIES."""
    items = tuple(
        replace(item(n, title), body=Markup(body), length=len(SENTENCE) * 3, dateline="")
        for n, (title, body) in enumerate(BODIES.items(), 1)
    )
    with shown(browser, tmp_path, items) as page:
        yield page


@pytest.mark.parametrize("width", [320, 390])
def test_all_of_a_text_is_offered_where_some_of_it_is_cut(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    found = page.evaluate(STORIES)
    assert {title for title, story in found.items() if story["cut"]} == CUT
    assert {title for title, story in found.items() if story["offered"]} == CUT


def test_no_row_is_cut_in_half_and_nothing_stands_below_what_was_cut(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    found = page.evaluate(STORIES)
    assert {title for title, story in found.items() if story["half"] or story["more"]} == set()


def test_a_wide_screen_shows_all_of_each_text(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    hidden = page.evaluate(
        "[...document.querySelectorAll('.txt :not(.rest), .all')]"
        ".filter(e => !e.checkVisibility()).map(e => e.className)"
    )
    assert set(hidden) == {"all"}
    names = page.evaluate(
        "new Set([...document.querySelectorAll('.names span:not(.rest)')]"
        ".map(e => e.getBoundingClientRect().width)).size"
    )
    assert names == 1  # all of them in one grid


def test_what_stands_below_a_picture_alone_is_whole(browser: Browser, tmp_path: Path) -> None:
    """It is all that there is to be read."""
    long = replace(image(), caption=Markup("其中许多人凌晨就从石梁镇赶来。" * 5))
    items = tuple(
        replace(item(n, "通车", rank="photo", photos=(long,)), body=Markup(body), dateline="")
        for n, body in enumerate(("", f"<p>{SENTENCE}</p>"), 1)
    )
    with shown(browser, tmp_path, items) as page:
        cut = page.locator("figcaption").evaluate_all(
            "all => all.map(one => one.scrollHeight > one.clientHeight + 1)"
        )
    assert cut == [False, True]


def test_the_titles_of_a_page_hang_beside_their_marks(page: Page) -> None:
    page.set_viewport_size({"width": 120, "height": 800})
    title = page.locator(".first a", has_text="一句话和长表")
    first, *others = title.evaluate(LINES)
    assert others
    assert set(others) == {first}


def test_a_line_beside_a_table_is_cut_into_no_columns(page: Page) -> None:
    page.set_viewport_size({"width": 860, "height": 800})
    story = page.locator(".story", has_text="长表和一句话")
    text, line = (story.locator(place).bounding_box() for place in (".txt", ".txt > p"))
    assert text
    assert line
    assert line["width"] == text["width"]
    other = page.locator(".story", has_text="三句话").locator(".txt > p").bounding_box()
    assert other
    assert other["width"] < text["width"]  # a text is


def test_large_type_leaves_the_paper_s_name_whole(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.get_by_role("button", name="关怀版").click()
    name = page.locator(".bar li").first.bounding_box()
    frame = page.locator(".bar ul").bounding_box()
    assert name
    assert frame
    assert name["x"] + name["width"] <= frame["x"] + frame["width"]


@pytest.mark.parametrize("width", [320, 390, 860])
def test_no_portrait_of_the_dead_is_cut(width: int, browser: Browser, tmp_path: Path) -> None:
    told = replace(
        item(1, "讣告", rank="box", photos=(image(600, 800),)),
        kind="obituary",
        body=Markup(f"<p>{SENTENCE * 4}</p>"),
    )
    with shown(browser, tmp_path, (told, item(2, "大桥通车", 900)), width) as page:
        fitted = page.locator(".kind-obituary img").evaluate(
            "image => [getComputedStyle(image).objectFit, image.clientHeight > 200]"
        )
    assert fitted == ["contain", True]


@pytest.fixture
def large(chromium_path: str, browser: Browser) -> Iterator[Browser]:
    """A browser whose reader has set type twice as large."""
    args = ["--no-sandbox", "--blink-settings=defaultFontSize=32"]
    with browser.browser_type.launch(executable_path=chromium_path, args=args) as found:
        yield found


def test_a_code_is_cut_where_type_is_so_large_that_it_has_no_room(
    large: Browser, tmp_path: Path
) -> None:
    body = Markup('<p>代码<span class="code">91330803MA2DHXXX1X</span>，声明作废。</p>')
    with shown(large, tmp_path, (replace(item(1, "声明"), body=body),), 320) as page:
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert over <= 0


def test_in_large_type_a_list_leaves_room_for_a_code(large: Browser, tmp_path: Path) -> None:
    body = Markup('<ol><li>执行<span class="code">GB/T20093-2022</span>标准。</li></ol>')
    told = replace(item(1, "通告", rank="notice"), body=body, length=20)
    with shown(large, tmp_path, (told,)) as page:
        rows = page.locator(".code").evaluate(
            "code => code.clientHeight / parseFloat(getComputedStyle(code).lineHeight)"
        )
    assert rows == pytest.approx(1, abs=0.2)


TEN_SCREENS = 8440  # pixels, of 844 each


def test_thirty_stories_with_long_titles_take_ten_screens(browser: Browser, tmp_path: Path) -> None:
    title = "今日第二十三次护航江城举行食堂会议中小学惠民生铁路大桥通宵自习运动会落幕"
    framed = tuple(item(n, f"{title}{n}", 120, rank="notice") for n in range(1, 20))
    items = (*(item(n, f"{title}{n}", 120) for n in range(20, 31)), *framed)
    with shown(browser, tmp_path, items) as page:
        assert page.evaluate("document.documentElement.scrollHeight") <= TEN_SCREENS


def test_thirty_stories_with_poems_among_them_take_ten_screens(
    browser: Browser, tmp_path: Path
) -> None:
    title = "今日第二十三次护航江城举行食堂会议中小学惠民生铁路大桥"
    verse = Markup("<p>今日改造落幕，<br>\n提速江城食堂，<br>\n十日图书馆，<br>\n乡村振兴</p>\n")
    framed = (item(n, f"{title}{n}", 120, rank="notice") for n in range(1, 13))
    plain = tuple(item(n, f"{title}{n}", 120) for n in range(13, 31))
    poems = (replace(one, kind="poem", body=verse * 2, length=40) for one in plain[:7])
    with shown(browser, tmp_path, (*framed, *poems, *plain[7:])) as page:
        assert page.evaluate("document.documentElement.scrollHeight") <= TEN_SCREENS


def test_no_line_that_begins_with_a_quotation_reaches_out_of_its_column(
    browser: Browser, tmp_path: Path
) -> None:
    said = "据介绍，交警大队完成了渠道清淤，“请广大市民注意出行安全”，"
    said += "钱平刚说，预计下月中旬可以完工。"
    items = (replace(item(1, "通车"), body=Markup(f"<p>{said}</p>"), dateline=""),)
    with shown(browser, tmp_path, items) as page:
        over = page.locator(".txt > p").evaluate(OVER)
    assert over == []


def test_who_signed_stands_at_the_right_on_the_narrowest_screens(page: Page) -> None:
    page.set_viewport_size({"width": 250, "height": 800})
    aligned = page.evaluate(
        "[...document.querySelectorAll('.signed')].map(e => getComputedStyle(e).textAlign)"
    )
    assert aligned == ["end"]


def test_no_telephone_number_is_cut_in_what_a_page_opens_with() -> None:
    lead = Lead("/1/", Headline(("通知",)), (), "热线0570-3838114已经开通。", None)
    pages = tuple(replace(page, lead=lead) for page in sample.pages())
    html = draw("issue.html", replace(sample.issue(), pages=pages))
    assert '热线<span class="code">0570-3838114</span>已经开通。' in html
