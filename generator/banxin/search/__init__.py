"""Full-text search without a server: exact for Chinese, by way of Pagefind.

``records`` says what of an issue can be found; ``prepare`` makes the index beside the
one in the output folder, in whose place it is put once all else is known to be good.
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
    StagedIndex,
    discard,
    index_size,
    inspect,
    prepare,
    remove_index,
    update,
)

__all__ = [
    "FOLDER",
    "MANIFEST",
    "IndexMonth",
    "SearchRecord",
    "SearchReport",
    "StagedIndex",
    "discard",
    "index_size",
    "inspect",
    "prepare",
    "records",
    "remove_index",
    "update",
]
