"""Which files a picture is published as, and what a template shows of them."""

from __future__ import annotations

import pytest

from banxin.model import Picture
from banxin.site import picture_files
from banxin.site.outputs import Copied
from banxin.site.routes import Base


def picture(width: int = 2000, height: int = 1000, form: str = "JPEG") -> Picture:
    return Picture("content/a", "0123456789abcdef" * 2, form, width, height)


def test_a_wide_photo_comes_in_three_widths_and_one_for_old_browsers() -> None:
    paths = [o.path for o in picture_files.variants(picture(), "2022-04-01", "/x")]
    stem = "2022-04-01/media/0123456789abcdef"
    assert paths == [
        f"{stem}-480.webp",
        f"{stem}-960.webp",
        f"{stem}-1600.webp",
        f"{stem}-1600.jpg",
    ]


def test_the_image_of_a_page_comes_as_avif_as_well() -> None:
    page = picture(form="PNG")
    shown = picture_files.plate_view(page, "k", Base("/paper/"))
    written = [f"/paper/{o.path}" for o in picture_files.plate_variants(page, "k", "/x")]
    assert [v.width for v in shown.avif] == [480, 960, 1600]
    assert [v.url for v in shown.avif] == written
    assert shown.variants == picture_files.view(page, "k", Base("/paper/")).variants


def test_without_an_encoder_of_avif_a_page_has_webp_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_files, "_makes_avif", lambda: False)
    assert picture_files.plate_view(picture(), "k", Base()).avif == ()
    assert picture_files.plate_variants(picture(), "k", "/x") == ()


def test_no_picture_is_made_wider_than_it_is() -> None:
    view = picture_files.view(picture(width=700, height=350), "k", Base())
    assert [v.width for v in view.variants] == [480, 700]
    assert (view.width, view.height) == (700, 350)


def test_every_address_that_is_shown_is_written() -> None:
    for form, width in (("JPEG", 2000), ("PNG", 300), ("WEBP", 960), ("GIF", 50)):
        shown = picture_files.view(picture(width, 100, form), "k", Base("/paper/"))
        urls = {shown.url, *(v.url for v in shown.variants)}
        written = {
            f"/paper/{o.path}" for o in picture_files.variants(picture(width, 100, form), "k", "/x")
        }
        assert urls == written


def test_a_gif_is_copied_so_that_it_still_moves() -> None:
    (output,) = picture_files.variants(picture(form="GIF"), "k", "/x/a.gif")
    assert output == Copied("k/media/0123456789abcdef.gif", "/x/a.gif")
