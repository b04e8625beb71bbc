from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PIL import ImageFont

from banxin.model import Paper, Person, PictureSettings, Standing, Term
from banxin.model.archive import Archive
from banxin.model.fingerprint import digest
from banxin.pipeline.project import Options, Project
from banxin.pipeline.site_context import base_of, site_of
from banxin.problems import Problems
from banxin.rendering.theme import Theme
from banxin.site.context import SiteContext
from tests.support.content_folder import picture
from tests.support.present import present

PAPER = Paper(
    "江城晨报",
    base_url="https://example.org/paper/",
    sections=(Term("yaowen", "要闻"),),
    people=(Person("林一", key="linyi"), Person("周二")),
)


def options(tmp_path: Path, **asked: object) -> Options:
    return replace(Options(tmp_path / "output"), **asked)


def site(tmp_path: Path, paper: Paper = PAPER, **asked: Any) -> tuple[SiteContext, list[str]]:
    problems = Problems()
    theme = Theme(tmp_path / "themes", "broadsheet", problems)
    about = Standing("content/about.md", "about", "关于我们")
    archive = Archive(paper, (about,), ())
    made = site_of(Project(tmp_path), archive, theme, options(tmp_path, **asked), problems)
    return made, [p.code for p in problems]


def test_every_address_of_the_chrome_carries_the_base_path(tmp_path: Path) -> None:
    view = site(tmp_path)[0].view
    assert (view.home_url, view.archive_url) == ("/paper/", "/paper/archive/")
    assert view.search_url == "/paper/search/"
    assert view.assets_url == "/paper/assets/"
    assert [link.url for link in view.sections] == ["/paper/section/yaowen/"]
    assert [(link.url, link.text) for link in view.standing] == [
        ("/paper/about/", "关于我们"),
        ("/paper/corrections/", "更正"),
    ]


def test_the_command_line_says_where_the_site_lies_before_paper_yml_does(tmp_path: Path) -> None:
    made, codes = site(tmp_path, base_url="https://a.example/x/y/")
    assert made.view.base_url == "https://a.example/x/y/"
    assert codes == []


@pytest.mark.parametrize("given", ["nonsense", "ftp://example.org/", "https://", "//example.org/"])
def test_what_is_no_address_is_refused(tmp_path: Path, given: str) -> None:
    problems = Problems()
    base_of(PAPER, options(tmp_path, base_url=given), problems)
    assert [p.code for p in problems] == ["base-url"]


def test_a_site_of_unknown_address_is_warned_of_its_lacks(tmp_path: Path) -> None:
    made, codes = site(tmp_path, Paper("江城晨报"))
    assert codes == ["base-url-missing"]
    assert (made.view.base_url, made.view.feed_url) == ("", "")


def test_without_an_issue_there_is_no_feed_to_link_to(tmp_path: Path) -> None:
    assert site(tmp_path)[0].view.feed_url == ""


def test_without_search_there_is_no_link_to_it(tmp_path: Path) -> None:
    assert site(tmp_path, search=False)[0].view.search_url == ""


def test_the_nameplate_is_a_picture_called_like_the_paper(tmp_path: Path) -> None:
    file = tmp_path / "content/nameplate.png"
    file.parent.mkdir()
    file.write_bytes(picture("PNG", (600, 120)))
    made, codes = site(tmp_path, Paper("江城晨报", nameplate="content/nameplate.png"))
    assert codes == ["base-url-missing"]
    shown = present(made.view.nameplate)
    assert (shown.alt, shown.width, shown.height) == ("江城晨报", 600, 120)
    assert made.nameplate is not None


def test_a_nameplate_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/paper.yml").write_text("name: 江城晨报\nnameplate: a.png\n", "utf-8")
    problems = Problems()
    paper = Paper("江城晨报", nameplate="content/a.png")
    theme = Theme(tmp_path / "themes", "broadsheet", problems)
    site_of(Project(tmp_path), Archive(paper, (), ()), theme, options(tmp_path), problems)
    assert "content/paper.yml:2:12 picture-missing" in [f"{p.place} {p.code}" for p in problems]


def complaint(tmp_path: Path, written: str, **asked: object) -> list[str]:
    problems = Problems()
    base_of(replace(PAPER, base_url=written), options(tmp_path, **asked), problems)
    return [f"{p.severity} {p.code}" for p in problems]


@pytest.mark.parametrize("sample", ["https://example.org/", "http://example.com/bao/"])
def test_no_site_is_published_at_a_sample_of_an_address(tmp_path: Path, sample: str) -> None:
    assert complaint(tmp_path, sample) == []
    assert complaint(tmp_path, sample, publishing=True) == ["error base-url-example"]
    assert complaint(tmp_path, "https://a.cn/", base_url=sample, publishing=True) == [
        "error base-url-example"
    ]


def test_the_address_that_counts_is_the_one_that_is_asked_for(tmp_path: Path) -> None:
    sample = "https://example.org/"
    assert complaint(tmp_path, sample, base_url="https://a.cn/", publishing=True) == []
    assert complaint(tmp_path, "https://paper.example.org/", publishing=True) == []


@pytest.mark.parametrize("data", [None, b"no typeface"])
def test_a_typeface_for_cards_that_can_not_be_used_is_a_problem(
    tmp_path: Path, data: bytes | None
) -> None:
    if data is not None:
        (tmp_path / "content").mkdir()
        (tmp_path / "content/song.otf").write_bytes(data)
    settings = PictureSettings(card_font="content/song.otf")
    made, codes = site(tmp_path, replace(PAPER, pictures=settings))
    assert (codes, made.card_font) == (["font-unusable"], "")


def test_a_typeface_for_cards_is_known_by_its_bytes(tmp_path: Path) -> None:
    """Cards are drawn anew when it changes; one that can't be read is told."""
    font = ImageFont.load_default(20)
    assert isinstance(font, ImageFont.FreeTypeFont)
    (tmp_path / "content").mkdir()
    file = tmp_path / "content/song.ttf"
    file.write_bytes(font.font_bytes)
    paper = replace(PAPER, pictures=PictureSettings(card_font="content/song.ttf"))
    made, codes = site(tmp_path, paper)
    assert (made.card_font, codes) == (digest(font.font_bytes), [])
    file.write_bytes(b"no typeface")
    made, codes = site(tmp_path, paper)
    assert (made.card_font, codes) == ("", ["font-unusable"])
