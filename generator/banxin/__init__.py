"""Banxin (版心): publishes each issue of a Chinese newspaper as a static website."""

from __future__ import annotations

__version__ = "0.1.0"
