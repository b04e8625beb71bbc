"""Where an article is that the browser knows by its number in a bundle.

Pagefind keeps a file for each article, with all of its text. The site has that text in the
article's page, where it is read for a result; so only addresses are kept, in small files, the more
of them the more articles a bundle has. client/year.js reads them.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from banxin.model.page_label import in_words
from banxin.search.index.records import SearchRecord, folded

FOLDER = "articles/"
EACH = 32  # articles in a file, as in client/year.js
MANY = "*"  # instead of more than MOST characters: the browser loads a table of all
MOST = 24
# Address, page in words (号外 第1版), characters that have another form (in pairs), day unless the
# address tells it
IndexedArticle = tuple[str | int, ...]


def addresses(records: Sequence[SearchRecord]) -> dict[str, bytes]:
    """The files, by path."""
    return {
        f"{FOLDER}{start // EACH}.json": msgspec.json.encode(
            [_row(record) for record in records[start : start + EACH]]
        )
        for start in range(0, len(records), EACH)
    }


def _row(record: SearchRecord) -> IndexedArticle:
    fold = folded(record)
    page = f"{record.edition} {in_words(str(record.page))}".strip()
    place = (record.url, page, fold if len(fold) <= MOST else MANY)
    return place if record.url[1:11] == record.day else (*place, record.day)
