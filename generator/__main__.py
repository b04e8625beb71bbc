"""``python -m generator`` is ``banxin``."""

from __future__ import annotations

from .cli import run

run()
