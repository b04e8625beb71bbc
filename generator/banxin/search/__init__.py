"""Full-text search without a server: exact for Chinese, by way of Pagefind.

``records`` says what of an issue can be found; ``update`` keeps the index in the output folder.
The browser's half is in client/: it must fold a query exactly as
index/tokenizer.py folds a text. May import model and problems; never knows what a page looks like.
"""

from __future__ import annotations

from banxin.search.index.records import SearchRecord, records
from banxin.search.index.updating import (
    FOLDER,
    MANIFEST,
    IndexMonth,
    SearchReport,
    index_size,
    inspect,
    remove_index,
    update,
)

__all__ = [
    "FOLDER",
    "MANIFEST",
    "IndexMonth",
    "SearchRecord",
    "SearchReport",
    "index_size",
    "inspect",
    "records",
    "remove_index",
    "update",
]
