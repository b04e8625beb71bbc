from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from banxin.problems import Problems
from banxin.rendering.picture_store import PictureStore
from banxin.rendering.renderer import Renderer
from banxin.rendering.theme import Theme
from banxin.site.outputs import Card, Copied, Drawn, Output, Scaled
from banxin.site.views import MessageView, PageHead
from tests.support.content_folder import picture
from tests.support.planned import site
from tests.support.present import present
from tests.support.scaled_pictures import scaled as scaled_to

VIEW = site().view
PAGE = Drawn("404.html", "404.html", MessageView(PageHead("没有这一页")))


@pytest.fixture
def renderer(tmp_path: Path) -> Renderer:
    folder = tmp_path / "themes/mine"
    folder.mkdir(parents=True)
    (folder / "theme.toml").write_text("")
    (folder / "404.html").write_text("{{ paper.name }}：{{ page.head.title }}")
    theme = Theme(tmp_path / "themes", "mine", Problems())
    return Renderer(theme, VIEW, PictureStore(tmp_path / "cache"), tmp_path.as_posix())


def rendered(renderer: Renderer, output: Output) -> tuple[bytes | None, list[str]]:
    problems = Problems()
    data = renderer.render(output, problems)
    return data, [f"{p.place}: {p.code}" for p in problems]


def scaled(tmp_path: Path) -> tuple[Path, Scaled]:
    file = tmp_path / "content/a.jpg"
    file.parent.mkdir()
    file.write_bytes(picture())
    return file, scaled_to(file.as_posix(), 30, "WEBP")


def test_a_page_sees_the_paper_and_itself(renderer: Renderer) -> None:
    assert rendered(renderer, PAGE) == ("江城晨报：没有这一页".encode(), [])


def test_a_file_is_copied_as_it_is(renderer: Renderer, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    copied = Copied("a.pdf", (tmp_path / "a.pdf").as_posix())
    assert rendered(renderer, copied) == (b"%PDF", [])


def test_a_file_that_is_gone_is_said_once_by_the_place_an_editor_knows(
    renderer: Renderer, tmp_path: Path
) -> None:
    copied = Copied("x/a.pdf", f"{tmp_path.as_posix()}/content/issues/a.pdf")
    assert rendered(renderer, copied) == (None, ["content/issues/a.pdf: output-failed"])


def test_a_picture_is_scaled_once_and_kept(renderer: Renderer, tmp_path: Path) -> None:
    file, output = scaled(tmp_path)
    data, problems = rendered(renderer, output)
    assert problems == []
    assert present(data).startswith(b"RIFF")
    file.unlink()
    assert rendered(renderer, output) == (data, [])


def test_a_picture_that_was_replaced_meanwhile_is_not_kept_under_the_old_ones_name(
    renderer: Renderer, tmp_path: Path
) -> None:
    file, output = scaled(tmp_path)
    file.write_bytes(picture())
    assert rendered(renderer, output) == (None, ["content/a.jpg: changed-while-read"])
    assert not list((tmp_path / "cache").rglob("*.*"))


def test_a_card_that_can_not_be_drawn_names_what_it_is_made_of(
    renderer: Renderer, tmp_path: Path
) -> None:
    plate = f"{tmp_path.as_posix()}/content/name.png"
    card = Card("2024-01-02/media/card.jpg", "江城晨报", "", "", "", plate, "", ("", ""))
    assert rendered(renderer, card) == (None, ["content/name.png: output-failed"])


def test_a_template_with_a_fault_is_said_without_its_consequences(
    renderer: Renderer, tmp_path: Path
) -> None:
    file = tmp_path / "themes/mine/404.html"
    for text, code in (
        (b"{% if %}", ":1: template-syntax"),
        ("中".encode("gb18030"), ": template-not-utf8"),
        (b"{% include page.head.title %}", ": template-by-expression"),
    ):
        file.write_bytes(text)
        theme = Theme(tmp_path / "themes", "mine", Problems())
        found = rendered(replace(renderer, theme=theme), PAGE)
        assert found == (None, [f"themes/mine/404.html{code}"])


def test_a_line_that_fails_is_said_with_the_first_page_that_it_fails_for(
    renderer: Renderer, tmp_path: Path
) -> None:
    (tmp_path / "themes/mine/404.html").write_text("{{ page.nothing }}")
    theme = Theme(tmp_path / "themes", "mine", Problems())
    problems = Problems()
    broken = replace(renderer, theme=theme)
    assert broken.render(PAGE, problems) is None
    assert broken.render(replace(PAGE, path="other.html"), problems) is None
    assert [dict(p.details)["page"] for p in problems] == ["404.html"]
