"""Cards for messengers: nothing on them but what a typeface has."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image, ImageFont

from banxin.rendering import cards
from banxin.rendering.cards import SIZE, drawn
from banxin.site.outputs import Card

CARD = Card("card.jpg", "江城晨报", "2024年1月2日", "2024-01-02", "大桥通车", "", "", ("", ""))


@pytest.fixture
def nameplate(tmp_path: Path) -> str:
    file = tmp_path / "name.png"
    Image.new("RGBA", (600, 200), (0, 0, 250, 255)).save(file)
    return str(file)


@pytest.fixture
def latin(tmp_path: Path) -> str:
    """A typeface without Chinese characters, as a file: the one that Pillow brings."""
    font = ImageFont.load_default(20)
    assert isinstance(font, ImageFont.FreeTypeFont)
    file = tmp_path / "latin.ttf"
    file.write_bytes(font.font_bytes)
    return str(file)


def opened(card: Card) -> Image.Image:
    return Image.open(BytesIO(drawn(card)))


def dark(image: Image.Image, top: int, bottom: int) -> int:
    """Pixels of ink between two heights."""
    part = image.convert("L").crop((0, top, image.width, bottom))
    return sum(part.histogram()[:128])


def test_a_card_has_the_size_that_messengers_cut_to(nameplate: str) -> None:
    image = opened(replace(CARD, nameplate=nameplate))
    assert (image.size, image.format) == (SIZE, "JPEG")
    assert image.convert("RGB").getpixel((600, 150))[2] > 200  # type: ignore[index]


def test_without_a_typeface_of_its_own_the_date_stands_in_digits(nameplate: str) -> None:
    with_date = opened(replace(CARD, nameplate=nameplate))
    assert dark(with_date, 340, 420) > 100
    assert dark(with_date, 430, 630) == 0


def test_characters_that_a_typeface_lacks_are_left_out_not_drawn_as_boxes(
    nameplate: str, latin: str
) -> None:
    plain = opened(replace(CARD, nameplate=nameplate))
    assert drawn(replace(CARD, nameplate=nameplate, font=latin)) == drawn(
        replace(CARD, nameplate=nameplate)
    )
    said = opened(replace(CARD, nameplate=nameplate, font=latin, headline="The bridge is open"))
    assert dark(said, 430, 630) > dark(plain, 430, 630)


def test_a_long_headline_is_cut_after_two_lines(latin: str) -> None:
    font = cards._font(latin, cards.HEADLINE)
    lines = cards._lines(font, "The bridge over the river is open " * 9)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(font.getlength(line) <= SIZE[0] for line in lines)


def test_the_same_card_has_the_same_bytes(nameplate: str) -> None:
    card = replace(CARD, nameplate=nameplate)
    assert drawn(card) == drawn(card)


def test_without_a_nameplate_the_name_is_set_as_large_as_there_is_room(latin: str) -> None:
    short = opened(replace(CARD, font=latin, name="Post"))
    long = opened(replace(CARD, font=latin, name="The Jiangcheng Morning Post and Gazette"))
    assert [dark(part, 0, 400) for part in (edge(short), edge(long))] == [0, 0]
    assert 0 < ink_height(long) < ink_height(short)


def edge(image: Image.Image) -> Image.Image:
    return image.crop((0, 0, cards.MARGIN - 1, image.height))


def ink_height(image: Image.Image) -> int:
    """Of the name, above the rule."""
    rows = [top for top in range(200) if dark(image, top, top + 1)]
    return next((n for n, top in enumerate(rows) if top != rows[0] + n), len(rows))


def test_a_pillow_that_draws_no_letters_is_named(
    nameplate: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFont, "load_default", lambda size: ImageFont.ImageFont())
    with pytest.raises(OSError, match="without FreeType"):
        drawn(replace(CARD, nameplate=nameplate))
