"""Which article it is that Pagefind knows by an id; where the browser finds out.

Pagefind keeps a file for each article, with all of its text. The site has that text in the
article's page, where it is read for a result; so of Pagefind's files only the ids are kept, in
small files, the more of them the more articles a bundle has. client/year.js reads them.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from banxin.model.page_label import in_words
from banxin.search.index.pagefind_service import SearchFailed
from banxin.search.index.records import SearchRecord, folded

FRAGMENT = "fragment/"  # Pagefind's files
FOLDER = "articles/"  # ours
EACH = 32  # articles in a file, on average at most
MOST_FILES = 256
_SIGNATURE = b"pagefind_dcd"  # stands before the JSON of a fragment
MANY = "*"  # instead of more than MOST characters: the browser loads a table of all
MOST = 24
# Address, page in words, characters that have another form (in pairs), day unless the address
# tells it
IndexedArticle = tuple[str | int, ...]


class _PagefindFragment(msgspec.Struct):
    url: str


def named(files: Mapping[str, bytes], records: Sequence[SearchRecord]) -> dict[str, bytes]:
    """``files`` of Pagefind, with ours in place of its own for each article.

    Raises SearchFailed if an article of ``records`` isn't among them.
    """
    rows = {record.url: _row(record) for record in records}
    ids = {url: name for name, url in _ids(files)}
    if missing := rows.keys() - ids.keys():
        raise SearchFailed("search-nonsense", said=f"GetFiles: {min(missing)}?")
    found: defaultdict[str, dict[str, IndexedArticle]] = defaultdict(dict)
    count = groups(len(rows))
    for url, row in rows.items():
        found[_file(ids[url], count)][ids[url]] = row
    ours = {path: msgspec.json.encode(group) for path, group in found.items()}
    return {**{p: data for p, data in files.items() if not p.startswith(FRAGMENT)}, **ours}


def groups(articles: int) -> int:
    """How many files there are for so many articles: a power of two, for ids tell the file."""
    return min(MOST_FILES, 1 << max(0, -(-articles // EACH) - 1).bit_length())


def ids(bundle: Path, urls: Iterable[str]) -> tuple[str, ...]:
    """By which ids the browser knows articles of a bundle; in the order of ``urls``."""
    wanted = list(urls)
    found: dict[str, str] = {}
    for file in (bundle / FOLDER).iterdir() if wanted else ():
        group = msgspec.json.decode(file.read_bytes(), type=dict[str, IndexedArticle])
        found |= {str(row[0]): name for name, row in group.items()}
    return tuple(found[url] for url in wanted)


def _ids(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Each id (as und_108210b) and the address of its article."""
    decode = msgspec.json.Decoder(_PagefindFragment).decode
    for path, data in files.items():
        if path.startswith(FRAGMENT):
            text = gzip.decompress(data).removeprefix(_SIGNATURE)
            yield path.removeprefix(FRAGMENT).partition(".")[0], decode(text).url


def _row(record: SearchRecord) -> IndexedArticle:
    fold = folded(record)
    place = (record.url, in_words(str(record.page)), fold if len(fold) <= MOST else MANY)
    return place if record.url[1:11] == record.day else (*place, record.day)


def _file(name: str, count: int) -> str:
    """By the first two digits behind the language."""
    digits = name.partition("_")[2][:2]
    return f"{FOLDER}{int(digits, 16) * count // MOST_FILES}.json"
