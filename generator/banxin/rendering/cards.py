"""A card for messengers, drawn: nameplate, date, headline, as far as there is a typeface for them.

What a typeface has no glyph for isn't drawn at all: a box would say less than nothing.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from banxin.site.outputs import Card

if TYPE_CHECKING:
    from PIL import Image, ImageDraw
    from PIL.ImageFont import FreeTypeFont

SIZE = (1200, 630)  # pixels, as messengers cut previews
MARGIN = 70
INK, SOFT, PAPER, RULE = "#1d1a16", "#6b645a", "#ffffff", "#a51d1d"
NAME, HEADLINE, DATE = 128, 66, 40  # pixels of type
MOST_LINES = 2
QUALITY = 80
_NO_CHARACTER = "\uffff"


def drawn(card: Card) -> bytes:
    """A JPEG. Raises OSError for a nameplate or typeface that can't be read."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    font = _font(card.font, NAME) if card.font else None
    top = MARGIN
    if card.nameplate:
        top = _paste(image, card.nameplate, top)
    else:
        top = _write(draw, font or _font("", NAME), card.name, top, INK)
    draw.rectangle((MARGIN, top + 30, SIZE[0] - MARGIN, top + 34), fill=RULE)
    top += 60
    if font:
        dated = _write(draw, _font(card.font, DATE), card.date, top, SOFT)
        top = dated if dated > top else _write(draw, _font("", DATE), card.day, top, SOFT)
        headline = _font(card.font, HEADLINE)
        for line in _lines(headline, card.headline):
            top = _write(draw, headline, line, top + 14, INK)
    else:
        _write(draw, _font("", DATE), card.day, top, SOFT)
    target = BytesIO()
    image.save(target, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return target.getvalue()


def _font(file: str, size: int) -> FreeTypeFont:
    """The one that Pillow brings, of Latin letters and digits, where none is given."""
    from PIL import ImageFont

    found = ImageFont.truetype(file, size) if file else ImageFont.load_default(size)
    if not isinstance(found, ImageFont.FreeTypeFont):
        raise OSError("Pillow was built without FreeType")
    return found


def _paste(image: Image.Image, file: str, top: int) -> int:
    """The nameplate as large as there is room; where it ends."""
    from PIL import Image

    with Image.open(file) as opened:
        plate = opened.convert("RGBA")
    room = (SIZE[0] - 2 * MARGIN, 220)
    scale = min(most / side for most, side in zip(room, plate.size, strict=True))
    plate = plate.resize((max(1, round(plate.width * scale)), max(1, round(plate.height * scale))))
    image.paste(plate, ((SIZE[0] - plate.width) // 2, top), plate)
    return top + plate.height


def _write(draw: ImageDraw.ImageDraw, font: FreeTypeFont, text: str, top: int, color: str) -> int:
    """One line in the middle, smaller where it is too long; where it ends: ``top`` if the typeface
    lacks a character of it."""
    if not text or not _has(font, text):
        return top
    while font.getlength(text) > SIZE[0] - 2 * MARGIN:
        font = font.font_variant(size=round(font.size * 0.9))
    left = (SIZE[0] - font.getlength(text)) / 2
    draw.text((left, top), text, font=font, fill=color)
    return top + round(font.size * 1.25)


def _has(font: FreeTypeFont, text: str) -> bool:
    none = bytes(font.getmask(_NO_CHARACTER))
    return all(bytes(font.getmask(c)) != none for c in text if not c.isspace())


def _lines(font: FreeTypeFont, text: str) -> list[str]:
    """Cut where the line is full; what is more than two lines hold ends in an ellipsis."""
    lines, room = [""], SIZE[0] - 2 * MARGIN
    for character in text:
        if font.getlength(lines[-1] + character) > room:
            lines.append("")
        lines[-1] += character
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], lines[MOST_LINES - 1][:-1] + "…"]
    return lines
