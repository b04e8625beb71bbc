"""How often Python looks for circular garbage."""

from __future__ import annotations

import gc


def calm() -> None:
    """Seldom: this program's values have no circles, and to look for them took 7 % of a build."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
