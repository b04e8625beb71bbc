"""Where a list in ``[…]`` or a mapping in ``{…}`` ends, and what stands inside."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from banxin.content.frontmatter.characters import COMMAS
from banxin.content.frontmatter.scalars import QUOTED

DEEPEST = 10  # deeper ones are refused by whoever reads the YAML
OPENERS = {"[": "[", "［": "[", "【": "[", "{": "{", "｛": "{"}
_END = {"]": "]", "】": "]", "］": "]", "}": "}", "｝": "}"}
# what stands inside a pair of these belongs together; so far at most, to stay linear
_PAIRED = r"“[^“”\n]{0,200}”|《[^《》\n]{0,200}》|（[^（）\n]{0,200}）|「[^「」\n]{0,200}」"
_TOKEN = re.compile(
    rf"(?P<paired>{_PAIRED}|(?<!^)【[^【】\n]{{0,200}}】)|(?P<mark>[,{COMMAS}])|(?P<open>[\[{{［｛]|^【)|(?P<close>[\]}}】］｝])"
    rf"|(?P<comment>(?:(?<=[ \t][ \t])|(?<=\n)|(?<=,[ ])|(?<=[\[{{][ ]))#(?=[ \t])[^\n]*)"
    r"|(?P<word>[^\s\[\]{}［｛】］｝,，、；﹐﹑“《（「【#]+)|(?P<other>[\s\S])"
)


@dataclass(slots=True)
class Group:
    """Offsets into the text; ``end`` is that of the closing bracket, -1 while there is none.

    ``marks``: its commas of all kinds. ``wholes``: from where to behind where each group and
    each text in quotation marks inside it goes.
    """

    kind: str
    start: int
    end: int = -1
    groups: dict[int, Group] = field(default_factory=dict)
    wholes: dict[int, int] = field(default_factory=dict)
    marks: list[int] = field(default_factory=list)


def bracketed(text: str) -> Group | None:
    """The group that ``text`` begins with; None if it is never closed, without an end if it is
    far too deep."""
    return _Scanner(text).run()


@dataclass(slots=True)
class _Scanner:
    text: str
    at: int = 0
    fresh: bool = True  # at the beginning of a value, where a quotation mark means one
    stack: list[Group] = field(default_factory=list)

    def run(self) -> Group | None:
        while True:
            quoted = self.quoted()
            found = None if quoted else _TOKEN.match(self.text, self.at)
            if quoted is None and found is None:
                return None
            if found is not None:
                self.at = found.end()
                done = self.take(found)
                if done or len(self.stack) > DEEPEST:
                    return done or self.stack[0]

    def quoted(self) -> re.Match[str] | None:
        pattern = QUOTED.get(self.text[self.at : self.at + 1]) if self.fresh else None
        found = pattern.match(self.text, self.at) if pattern else None
        if found:
            self.stack[-1].wholes[found.start()] = found.end()
            self.at, self.fresh = found.end(), False
        elif pattern:
            self.fresh = False  # a mark that is never closed; not looked for again
        return found

    def take(self, found: re.Match[str]) -> Group | None:
        """Go on behind a token; the outermost group, when it ends there."""
        token = found[0]
        match found.lastgroup:
            case "open":
                group = Group(OPENERS[token], found.start())
                if self.stack:
                    self.stack[-1].groups[group.start] = group
                self.stack.append(group)
                self.fresh = True
            case "close":
                return self.close(token, found.start())
            case "mark":
                self.stack[-1].marks.append(found.start())
                self.fresh = True
            case "comment":
                pass
            case _:
                self.fresh = token.endswith((":", "：")) or (self.fresh and token.isspace())
        return None

    def close(self, token: str, at: int) -> Group | None:
        self.fresh = False
        opened = {"]": "[", "}": "{"}[_END[token]]
        if opened != self.stack[-1].kind:
            return None
        group = self.stack.pop()
        group.end = at
        if not self.stack:
            return group
        self.stack[-1].wholes[group.start] = at + 1
        return None
