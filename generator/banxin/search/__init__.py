"""Full-text search without a server: exact for Chinese, by way of Pagefind.

``records`` says what of an issue can be found; ``update`` keeps the index in the output folder.
The browser's half is in client/: it must fold a query exactly as
index/tokenizer.py folds a text. May import model and problems; never knows what a page looks like.
"""

from __future__ import annotations

from banxin.search.index.records import SearchRecord, records
from banxin.search.index.updating import (
    FOLDER,
    IndexMonth,
    SearchReport,
    index_size,
    inspect,
    update,
)

__all__ = [
    "FOLDER",
    "IndexMonth",
    "SearchRecord",
    "SearchReport",
    "index_size",
    "inspect",
    "records",
    "update",
]
