"""Where a body's links and pictures lead: settled token by token, or reported by their place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

import msgspec
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token
from msgspec.structs import replace

from banxin.content.attachments import may_be_attached
from banxin.content.links import Beside, LinkKind, classify, complain
from banxin.content.markdown.addresses import with_addresses
from banxin.model import ArticleKind, Ref
from banxin.problems import Place, Problems

MARK = "\x1a"
# Tags that are nothing else, and those that may be a grade or a model's name: <A>, <I>型号.
_SURE = re.compile(
    r"</?(?:o:p|st1:\w+|[vw]:\w+|mp-\w+|br|center|div|font|img|input|script|section|span|strong|style"
    r"|svg|table|tbody|thead|video)(?=[\s/>]|$)|<\?xml\b|<!\[(?:if|endif)\b",
    re.IGNORECASE,
)
_PERHAPS = re.compile(
    r"<(?P<end>/?)(?P<name>a|b|big|code|del|em|h[1-6]|hr|i|ins|label|li|ol|p|pre|s|small|strike|sub"
    r"|sup|td|th|tr|u|ul)(?=[\s/>]|$)(?P<attribute>\s+[a-z-]+=)?",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"</([a-z][a-z0-9]*)\s*>", re.IGNORECASE)
_FRAGMENT = re.compile(r"\.[A-Za-z]{3,4}#")


class Origin(msgspec.Struct, frozen=True):
    """Where a body comes from: its file, the line it begins on, and what lies beside it.

    ``ident`` keeps footnotes apart where several articles stand on one page. ``joins_lines``: the
    paper's lines are wrapped by hand. ``verse``: each line is a line, an empty one ends a stanza.
    """

    file: str
    line: int
    ident: str
    beside: Beside
    joins_lines: bool = False
    verse: bool = False

    def of_kind(self, kind: ArticleKind) -> Origin:
        """As a body of that kind is to be read."""
        if kind.lines == "as the paper":
            return self
        return replace(self, joins_lines=False, verse=kind.lines == "verse")


@dataclass(slots=True)
class Reader:
    """Goes over the tokens of a body's part once: settles links and pictures, shifts headings.

    ``once``: the places of what is said once a body, by its code.
    """

    origin: Origin
    source: str
    problems: Problems
    refs: list[Ref]  # of the whole body so far
    once: dict[str, list[Place]]
    closed: frozenset[str] | None = None  # names of the tags that the source closes
    starts: list[int] = field(default_factory=list)  # of the source's lines

    def read(self, tokens: list[Token]) -> None:
        for n, token in enumerate(tokens):
            if token.type == "inline":
                self.inline(token)
                if _is_lone_picture(tokens, n):
                    tokens[n - 1].tag = tokens[n + 1].tag = "figure"
            elif token.tag in ("h1", "h2", "h3", "h4", "h5"):
                token.tag = f"h{max(3, int(token.tag[1]) + 1)}"

    def inline(self, token: Token) -> None:
        token.children = with_addresses(token.children or [])
        for child, after in zip_longest(token.children, token.children[1:]):
            if child.type == "link_open":
                if _is_blank(after) and child.attrs["href"]:
                    self.problems.warn(self.place(token, child.meta["at"]), "link-without-text")
                self.link(child, token)
            elif child.type == "image":
                self.picture(child, token)
            elif child.type == "text" and "<" in child.content:
                self.note_html(child.content, token)

    def link(self, child: Token, block: Token) -> None:
        href = str(child.attrs["href"])
        kind, target, fragment = classify(href, self.origin.file)
        if kind == "web":
            child.attrs["href"] = normalizeLink(href)
            if href[:4].lower() == "http":
                child.attrs["rel"] = "noopener"
            return
        place = self.place(block, child.meta.get("at", 0))
        if kind == "file":
            kind, target = _attached(target, self.origin.beside)
        if kind in ("link", "file"):
            child.attrs["href"] = self.refer(Ref(kind, target, fragment, place.line, place.column))
        else:
            del child.attrs["href"]  # whoever shows the body all the same shows no such link
            complain(kind, href, target, place, self.origin.beside, self.problems)

    def picture(self, child: Token, block: Token) -> None:
        src = str(child.attrs["src"])
        # a # before the ending belongs to the name
        whole = src if _FRAGMENT.search(src) else src.replace("#", "%23")
        kind, target, _ = classify(whole, self.origin.file)
        place = self.place(block, child.meta.get("at", 0))
        if kind == "web":
            self.problems.add(place, "picture-elsewhere", href=src)
        elif kind != "file":
            complain(kind, src, target, place, self.origin.beside, self.problems)
        elif found := self.origin.beside.picture(target, place):
            ref = Ref("picture", found.file, "", place.line, place.column, found)
            child.meta["mark"] = self.refer(ref)

    def refer(self, ref: Ref) -> str:
        self.refs.append(ref)
        return f"{MARK}{len(self.refs) - 1}{MARK}"

    def note_html(self, text: str, block: Token) -> None:
        found = _SURE.search(text) or next(filter(self._is_tag, _PERHAPS.finditer(text)), None)
        if found:
            self.note("html-in-body", self.place(block, max(0, block.content.find(found[0]))))

    def _is_tag(self, found: re.Match[str]) -> bool:
        if found["end"] or found["attribute"]:
            return True
        if self.closed is None:
            self.closed = frozenset(name.lower() for name in _CLOSED.findall(self.source))
        return found["name"].lower() in self.closed

    def note(self, code: str, place: Place) -> None:
        self.once.setdefault(code, []).append(place)

    def place(self, block: Token, at: int) -> Place:
        """Line and column of the character ``at`` of the block's text."""
        starts: Sequence[tuple[int, int]] = block.meta["starts"]
        within, start = starts[bisect_right(starts, at, key=lambda s: s[0]) - 1]
        return self.position(start + at - within)

    def position(self, at: int) -> Place:
        """Line and column of the character ``at`` of the source."""
        if not self.starts:
            self.starts = [0, *(n.end() for n in re.finditer("\n", self.source))]
        line = bisect_right(self.starts, at) - 1
        column = at - self.starts[line] + 1
        return Place(self.origin.file, self.origin.line + line, column)

    def find(self, text: str) -> Place:
        """Where ``text`` first stands in the source."""
        return self.position(max(0, self.source.find(text)))


def _is_blank(token: Token) -> bool:
    """Whether nothing, or nothing but space, stands between a link's brackets."""
    return token.type == "link_close" or (token.type == "text" and token.content.isspace())


def _attached(target: str, beside: Beside) -> tuple[LinkKind, str]:
    """A file beside the article, if it is there and may be published."""
    found = beside.found(target)
    if not found:
        return "missing", target
    return ("file" if may_be_attached(found) else "runs"), found


def _is_lone_picture(tokens: Sequence[Token], n: int) -> bool:
    """Whether the n-th token is a paragraph's text and is nothing but a picture."""
    children = tokens[n].children or ()
    above, below = tokens[n - 1], tokens[n + 1]
    return (
        len(children) == 1
        and children[0].type == "image"
        and above.type == "paragraph_open"
        and below.type == "paragraph_close"
        and not above.hidden
    )
