"""A QR code as SVG, drawn when the page is: no script, no service that learns who reads what."""

from __future__ import annotations

from io import BytesIO

import segno
from markupsafe import Markup

QUIET_ZONE = 4  # modules, as ISO/IEC 18004 asks for
# Any mask can be read; trying all eight for the prettiest takes five times as long.
MASK = 3


def qr(text: str) -> Markup:
    """An ``<svg>`` of dark modules on nothing: the page must put it on white.

    Raises segno.DataOverflowError (a ValueError) for a text beyond 2,331 bytes.
    """
    code = segno.make_qr(text, error="m", mask=MASK, boost_error=False)
    target = BytesIO()
    code.save(
        target,
        kind="svg",
        border=QUIET_ZONE,
        xmldecl=False,
        svgns=False,
        nl=False,
        omitsize=True,
        svgclass="qr",
        lineclass=None,
    )
    label = Markup(' role="img" aria-label="二维码：{}"').format(text)
    return Markup(target.getvalue().decode().replace(' class="qr"', f' class="qr"{label}', 1))
