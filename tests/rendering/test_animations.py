"""A GIF that moves is copied block by block; see test_picture_encoder.py for what is left out."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from banxin.rendering.animations import pixels_only


def moving() -> bytes:
    target = BytesIO()
    frames = [Image.new("P", (9, 7), n) for n in (1, 2, 3)]
    frames[0].save(target, "GIF", save_all=True, append_images=frames[1:])
    return target.getvalue()


def test_a_block_that_no_gif_has_is_refused() -> None:
    whole = moving()
    assert pixels_only(whole) == whole
    with pytest.raises(ValueError, match="no block of a GIF: 66"):
        pixels_only(whole[:-1] + b"B" + whole[-1:])


@pytest.mark.parametrize("cut", range(6, 40, 5))
def test_one_that_ends_too_early_is_refused(cut: int) -> None:
    with pytest.raises(ValueError, match="too early"):
        pixels_only(moving()[:-cut])
