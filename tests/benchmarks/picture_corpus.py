"""Made-up pictures that cost what real ones cost: photos, and images of printed pages.

A photo's spectrum falls as a natural scene's does: noise of octaves, each half as strong as the
one twice as coarse, a few edges among them, and the grain of a sensor over it. A page is one of our
own, as a browser prints it; where there is no browser, bars of the size of characters stand in for
its text.
"""

from __future__ import annotations

import random
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from PIL import Image, ImageChops, ImageDraw

PHOTO = (4000, 3000)  # pixels: what a telephone's camera takes
PAGE = (3300, 4650)  # a page of a broadsheet at 200 dpi or so
COARSEST = 8  # octaves between the coarsest noise and a pixel
GRAIN = 5  # levels of a sensor's noise


def photo(seed: int, size: tuple[int, int] = PHOTO) -> Image.Image:
    """The same for the same ``seed``, in RGB."""
    rng = random.Random(f"photo-{seed}")
    image = _noise(rng, tuple(max(2, side >> COARSEST) for side in size), 110, (128, 128, 128))
    for octave in range(COARSEST - 1, -1, -1):
        across, down = (max(2, side >> octave) for side in size)
        image = image.resize((across, down), Image.Resampling.BICUBIC)
        if octave in (6, 4):
            _edges(image, rng)
        image = _with(image, rng, 110 * 2 ** (octave - COARSEST))
    return _with(image, rng, GRAIN)


def _with(image: Image.Image, rng: random.Random, strength: float) -> Image.Image:
    noise = _noise(rng, image.size, strength, (0, 0, 0))
    return ImageChops.add(image, noise, 1, -round(strength))


def _noise(
    rng: random.Random, size: tuple[int, ...], strength: float, around: tuple[int, int, int]
) -> Image.Image:
    """Levels up to ``strength`` around a colour; around black they begin at it."""
    across, down = size
    grey = Image.frombytes("L", (across, down), rng.randbytes(across * down))
    tint = Image.frombytes("RGB", (across, down), rng.randbytes(3 * across * down))
    noise = Image.blend(Image.merge("RGB", (grey,) * 3), tint, 0.25)
    low = around[0] - strength if around[0] else 0
    return noise.point(lambda level: low + level * strength / 127.5)


def _edges(image: Image.Image, rng: random.Random) -> None:
    draw, (across, down) = ImageDraw.Draw(image), image.size
    for _ in range(7):
        x, y = rng.randrange(across), rng.randrange(down)
        reach = rng.uniform(0.05, 0.3) * across
        corners = [(x + rng.uniform(-reach, reach), y + rng.uniform(-reach, reach)) for _ in "1234"]
        draw.polygon(corners, fill=tuple(rng.randrange(30, 226) for _ in "rgb"))


def text_like(seed: int, size: tuple[int, int] = PAGE) -> Image.Image:
    """Columns of black bars, a headline and a photo: a page where no browser can print one."""
    rng, (across, down) = random.Random(f"page-{seed}"), size
    image = Image.new("RGB", size, "white")
    draw, glyph = ImageDraw.Draw(image), across // 130
    image.paste(photo(seed, (across // 2, across // 3)), (glyph * 3, down // 8))
    for top in range(down // 8 + across // 3 + glyph, down - 2 * glyph, round(glyph * 1.7)):
        for left in range(3 * glyph, across - 3 * glyph, glyph):
            if left // glyph % 25 and rng.random() < 0.93:
                _glyph(draw, rng, left, top, glyph)
    for left in range(glyph * 4, across - 12 * glyph, 7 * glyph):
        _glyph(draw, rng, left, down // 30, 6 * glyph)
    return image


def _glyph(draw: ImageDraw.ImageDraw, rng: random.Random, left: int, top: int, size: int) -> None:
    """Some strokes in a square."""
    stroke = max(1, size // 12)
    for _ in range(5):
        at = rng.randrange(size - stroke)
        start, end = sorted((rng.randrange(size), rng.randrange(size)))
        lying = rng.random() < 0.6
        box = (start, at, end, at + stroke) if lying else (at, start, at + stroke, end)
        shift = (left, top, left, top)
        draw.rectangle([a + b for a, b in zip(box, shift, strict=True)], fill=(20, 20, 20))


def printed(browser: str, site: Path, address: str, file: Path) -> None:
    """The page at ``address`` of the built ``site`` as an image of PAGE pixels."""
    with _served(site) as origin:
        width, height = (side // 3 for side in PAGE)
        subprocess.run(
            (
                browser,
                "--headless",
                "--no-sandbox",
                "--hide-scrollbars",
                "--force-device-scale-factor=3",
                f"--window-size={width},{height}",
                f"--screenshot={file}",
                f"{origin}/{address}",
            ),
            check=True,
            capture_output=True,
            timeout=120,
        )


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
