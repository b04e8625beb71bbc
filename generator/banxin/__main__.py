"""``python -m banxin`` is ``banxin``."""

from __future__ import annotations

from banxin.cli import run

run()
