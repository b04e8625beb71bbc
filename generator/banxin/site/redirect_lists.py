"""Old addresses once more, in the forms of hosts that read them: a true redirect, with its code.

The pages of redirects.py work anywhere; these are quicker for readers, are understood by every
program, and can tell addresses apart that differ only behind a question mark.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote, unquote

import msgspec

from banxin.model.archive import Archive, published
from banxin.site import routes
from banxin.site.routes import Base

_SAFE = "/%:@!$&'()*+,;=~-._"


class Moved(msgspec.Struct, frozen=True):
    """``old``: from the host's root, as a browser asks for it; ``query`` without its mark."""

    old: str
    query: str
    new: str


def redirect_lists(archive: Archive, base: Base) -> Iterator[tuple[str, str]]:
    """Path and text of each file that paper.yml asks for; none while nothing has moved."""
    moved = tuple(_moved(archive, base))
    if not moved:
        return
    asked = archive.paper.redirects
    for path, hosts, form in _FILES:
        if any(host in hosts for host in asked):
            yield path, form(moved, asked)


def _moved(archive: Archive, base: Base) -> Iterator[Moved]:
    for row in published(archive, drafts=False).rows:
        for article in row.articles:
            new = routes.article(row.key, article.key)
            for alias in () if article.draft else article.aliases:
                path, _, query = alias.partition("?")
                if routes.old(path) != new:
                    old = quote(base.url(path.lstrip("/")), safe=_SAFE)
                    asked = query if routes.is_query(alias) else ""
                    yield Moved(old, asked, base.url(new))


def _netlify(moved: tuple[Moved, ...], asked: tuple[str, ...]) -> str:
    """Netlify has a column for queries, Cloudflare hasn't.

    Where a page lies Netlify shows that, unless a redirect is forced by a mark that Cloudflare
    doesn't know: it redirects always.
    """
    code = "301" if "cloudflare" in asked else "301!"
    lines = []
    for one in moved:
        if not one.query:
            lines.append(f"{one.old} {one.new} {code}")
        elif "netlify" in asked:
            lines.append(f"{one.old} {one.query.replace('&', ' ')} {one.new} {code}")
    return "\n".join(dict.fromkeys(lines)) + "\n"


def _nginx(moved: tuple[Moved, ...], _: tuple[str, ...]) -> str:
    """``$uri`` is what was asked for once it is decoded, ``$request_uri`` before."""
    paths = {_quoted(unquote(m.old)): m.new for m in moved if not m.query}
    queries = {_quoted(f"{m.old}?{m.query}"): m.new for m in moved if m.query}
    longest = max(len(key.encode()) for key in (*paths, *queries))
    bucket = 1 << max(9, (longest + _OVERHEAD).bit_length())
    size = f"map_hash_max_size {max(2048, 4 * len(moved))};\nmap_hash_bucket_size {bucket};\n"
    asked = f"# http {{ include …; }}  server {{ if ($banxin_moved) {{ {_RETURN} }} }}\n"
    by_path = _map("map $uri $banxin_moved_path", '""', paths, ";")
    return asked + size + by_path + _map("map $request_uri $banxin_moved", _BY_PATH, queries, ";")


_OVERHEAD = 64  # bytes that nginx needs beside a key in its bucket, at most
_RETURN = "return 301 $banxin_moved;"
_BY_PATH = "$banxin_moved_path"


def _caddy(moved: tuple[Moved, ...], _: tuple[str, ...]) -> str:
    paths = {_quoted(unquote(m.old)): m.new for m in moved if not m.query}
    queries = {_quoted(f"{m.old}?{m.query}"): m.new for m in moved if m.query}
    text = _map("map {path} {banxin_path}", '""', paths, "")
    text += _map("map {uri} {banxin_moved}", "{banxin_path}", queries, "")
    return text + _CADDY_END


_CADDY_END = """\
@banxin_moved expression `{banxin_moved} != ""`
redir @banxin_moved {banxin_moved} 301
"""


def _map(head: str, default: str, lines: Mapping[str, str], end: str) -> str:
    rows = "".join(f"\t{old} {new}{end}\n" for old, new in lines.items())
    return f"{head} {{\n\tdefault {default}{end}\n{rows}}}\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


_Form = Callable[[tuple[Moved, ...], tuple[str, ...]], str]
_FILES: tuple[tuple[str, tuple[str, ...], _Form], ...] = (
    ("_redirects", ("netlify", "cloudflare"), _netlify),
    (f"{routes.ADDRESSES}nginx.conf", ("nginx",), _nginx),
    (f"{routes.ADDRESSES}caddy.conf", ("caddy",), _caddy),
)
ANSWERING = ("netlify", "nginx", "caddy")  # those that can tell queries apart
