"""How often Python looks for circular garbage."""

from __future__ import annotations

import gc


def collect_seldom() -> None:
    """Look for circles seldom: this program's values have none, and looking takes time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
