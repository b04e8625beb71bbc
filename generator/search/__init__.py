"""Full-text search without a server: exact for Chinese, by way of Pagefind.

``records`` says what of an issue can be found; ``update`` keeps the index in the output folder.
The browser's half is in client/: it must fold a query exactly as text.py folds a text.
"""

from __future__ import annotations

from .index import FOLDER, Month, SearchReport, look, update, weigh
from .records import Record, records

__all__ = ["FOLDER", "Month", "Record", "SearchReport", "look", "records", "update", "weigh"]
