"""The colours of a picture file as a screen shows them: eight bits of sRGB, with alpha or without.

Browsers take pixels that carry no profile for sRGB (CSS Color 4, “The sRGB color space”). So a
picture is converted by the profile that it carries, and published without one.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

_DEEP = ("I", "I;16", "I;16L", "I;16B", "I;16N")  # grey of 16 bits, as Pillow opens it
# Which of Pillow's modes pixels must be in, by the colour space that a profile is of (ICC.1:2022,
# table 19); a profile of another kind than its pixels is a mistake of whoever wrote it.
_MODES = {"RGB ": ("RGB", "RGBA"), "CMYK": ("CMYK",), "GRAY": ("L",), "Lab ": ("LAB",)}


def has_alpha(image: Image.Image) -> bool:
    return image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info


def with_eight_bits(image: Image.Image) -> Image.Image:
    """Grey of 16 bits brought to the range of eight; Pillow alone would cut off all above 255."""
    if image.mode not in _DEEP:
        return image
    return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """``image`` in RGB or RGBA. ``profile``: the ICC profile that its file carries.

    Pixels whose profile is missing, damaged or of another kind are taken for sRGB; CMYK then is
    converted by the plain formula.
    """
    converted = _by_profile(image, profile)
    return converted.convert("RGBA" if has_alpha(image) else "RGB")


def _by_profile(image: Image.Image, profile: bytes | None) -> Image.Image:
    if not profile:
        return image
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if image.mode not in _MODES.get(source.profile.xcolor_space, ()):
            return image
        target = ImageCms.createProfile("sRGB")
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
        flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
        found = ImageCms.profileToProfile(
            image, source, target, intent, outputMode=mode, flags=flags
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image
    return found or image
