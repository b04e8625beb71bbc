"""Which files a picture is published as, and what a template shows of them."""

from __future__ import annotations

from banxin.model import Picture, PictureSettings
from banxin.site import picture_files
from banxin.site.routes import Base

STEM = "2022-04-01/media/0123456789abcdef"


def picture(
    width: int = 2000, height: int = 1000, form: str = "JPEG", *, moves: bool = False
) -> Picture:
    return Picture("content/a", "0123456789abcdef" * 2, form, width, height, moves)


def test_a_wide_photo_comes_in_three_widths_of_a_format_that_every_browser_reads() -> None:
    found = picture_files.variants(picture(), "2022-04-01", "/x")
    assert [o.path for o in found] == [f"{STEM}-{width}.webp" for width in (480, 960, 1600)]
    assert [(o.width, o.height) for o in found] == [(480, 240), (960, 480), (1600, 800)]


def test_the_image_of_a_page_has_the_same_addresses_and_takes_less_room() -> None:
    photo, page = (
        make(picture(form="PNG"), "k", "/x")
        for make in (picture_files.variants, picture_files.page_variants)
    )
    assert [o.path for o in page] == [o.path for o in photo]
    assert {o.quality for o in page} == {65}


def test_no_picture_is_made_wider_than_it_is() -> None:
    view = picture_files.view(picture(width=700, height=350), "k", Base())
    assert [v.width for v in view.variants] == [480, 700]
    assert (view.width, view.height) == (700, 350)


def test_every_address_that_is_shown_is_written() -> None:
    for form, width in (("JPEG", 2000), ("PNG", 300), ("WEBP", 960), ("GIF", 50)):
        one = picture(width, 100, form, moves=form == "GIF")
        shown = picture_files.view(one, "k", Base("/paper/"))
        urls = {shown.url, *(v.url for v in shown.variants)}
        assert urls == {f"/paper/{o.path}" for o in picture_files.variants(one, "k", "/x")}


def test_a_gif_that_moves_stays_one_and_one_that_stands_still_does_not() -> None:
    (moving,) = picture_files.variants(picture(form="GIF", moves=True), "2022-04-01", "/x/a.gif")
    assert (moving.path, moving.format, moving.width) == (f"{STEM}.gif", "GIF", 2000)
    still = picture_files.variants(picture(form="GIF"), "2022-04-01", "/x/a.gif")
    assert {o.format for o in still} == {"WEBP"}


def test_the_paper_says_which_widths_and_how_sharp() -> None:
    settings = PictureSettings((320, 1200), 70)
    found = picture_files.variants(picture(), "k", "/x", settings)
    assert [(o.width, o.quality) for o in found] == [(320, 70), (1200, 70)]


def test_messengers_get_one_jpeg_where_the_only_one_was() -> None:
    found = picture_files.shared(picture(), "2022-04-01", "/x")
    assert (found.path, found.format) == (f"{STEM}-1600.jpg", "JPEG")
    assert (found.width, found.height) == (1200, 600)
    upright = picture_files.shared(picture(700, 7000), "k", "/x")
    assert (upright.path, upright.height) == ("k/media/0123456789abcdef-700.jpg", 1800)


def test_a_strip_that_no_format_takes_as_it_is_keeps_within_what_they_take() -> None:
    for width, height in ((1080, 20_000), (1, 20_000)):
        strip = picture(width, height)
        found = picture_files.variants(strip, "k", "/x")
        assert all(o.width >= 1 and o.height <= 16_383 for o in found)
        view = picture_files.view(strip, "k", Base())
        assert (view.width, view.height) == (found[-1].width, found[-1].height)
