"""Bare addresses of the web and of mail: where one begins and ends, and what is in it.

One ends where a Chinese character stands, for between Chinese characters nobody types a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from banxin.model.characters import HAN

_BARE = re.compile(
    r"(?<![A-Za-z0-9@/._-])"
    r"(?:(?P<web>https?://(?=[A-Za-z0-9\[])[!#-;=?-\[\]^_a-~]{1,1000})"
    r"|(?P<www>www\.[A-Za-z0-9-]+\.[!#-;=?-\[\]^_a-~]{1,1000})"
    r"|(?P<mail>[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+))",
    re.IGNORECASE,
)
_CITED = re.compile(r"\[(?:[A-Z]{1,2}(?:/[A-Z]{2})?|[0-9-]+)\].*$")  # http://a.cn/b[EB/OL].
_TRAILING = ".,:;?!'*~"  # of the sentence, not of the address
# An asterisk before one of these goes on with the address; before others it may be a mark.
_GOES_ON = re.compile(r"[A-Za-z0-9/_=&#%?-]")

# Chinese with which an address goes on: /中文路径/文章.html, ?a=甲&b=乙.
_CHINESE_PART = re.compile(rf"[{HAN}]{{1,30}}(?:[/?&=#_]|\.[A-Za-z])")
_CHINESE = re.compile(f"[{HAN}]")
_DEEP = re.compile(r"(?:https?://|(?=www\.))[^/?#]+/[^?#]*[^/?#]/", re.IGNORECASE)  # a.org/item/
_OPENED = re.compile(r"(?:\][(（][ \u3000]*|<)\Z")  # of a link that ends where its bracket closes


def asterisks_within(text: str, runs: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those asterisks of ``runs`` (from, to) that are an address's own: ?a=*b*#c, and not
    **见https://a.cn/b/**A座, where one alone ends what was opened before the address."""
    found: set[tuple[int, int]] = set()
    for address in _BARE.finditer(text) if _may_have(text) else ():
        start, end = address.start(), address.start() + len(_trimmed(address[0]))
        own = [run for run in runs if start < run[0] and run[1] < end]
        own = [run for run in own if _GOES_ON.match(text, run[1])]
        if len(own) % 2 == 0:
            found.update(own)
    return found


def cut_short(text: str) -> Iterator[tuple[int, str]]:
    """Where a bare address ends within what was likely meant: before its Chinese characters."""
    for found in _BARE.finditer(text) if _may_have(text) else ():
        address, end = found[0], found.end()
        if found["mail"] or not _CHINESE.match(text, end):
            continue
        goes_on = address.endswith("=") or _DEEP.fullmatch(address) is not None
        goes_on = goes_on or (address[-1] in "/_&?#-" and bool(_CHINESE_PART.match(text, end)))
        if goes_on and not _OPENED.search(text, max(0, found.start() - 5), found.start()):
            yield found.start(), address


def with_addresses(children: list[Token]) -> list[Token]:
    """``children`` with a link around each bare address that isn't in one already."""
    found: list[Token] = []
    within = False
    for child in children:
        if child.type in ("link_open", "link_close"):
            within = child.type == "link_open"
        if child.type != "text" or within or not _may_have(child.content):
            found.append(child)
        else:
            found += _linked(child)
    return found


def _may_have(text: str) -> bool:
    return "://" in text or "@" in text or "www." in text or "WWW." in text


def _linked(child: Token) -> Iterator[Token]:
    done, text = 0, child.content
    for found in _BARE.finditer(text):
        end = found.end() if found["mail"] else found.start() + len(_trimmed(found[0]))
        yield _text(text[done : found.start()])
        shown = text[found.start() : end]
        opened = Token("link_open", "a", 1)
        scheme = "mailto:" if found["mail"] else "http://" if found["www"] else ""
        opened.attrs = {"href": scheme + shown}
        yield from (opened, _text(shown), Token("link_close", "a", -1))
        done = end
    yield _text(text[done:])


def _trimmed(address: str) -> str:
    """Without the punctuation of the sentence, and a bracket that was opened before it."""
    cut = _CITED.sub("", address).rstrip(_TRAILING)
    for opening, closing in ("()", "[]"):
        excess = cut.count(closing) - cut.count(opening)
        for _ in range(min(excess, len(cut) - len(cut.rstrip(closing)))):
            cut = cut[:-1]
    return cut if cut == address else _trimmed(cut)


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
