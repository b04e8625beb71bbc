"""署名: who wrote, photographed, edited; read from the one line that newspapers print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from banxin.content.fields.record import Field, Kind, Spot, shape
from banxin.content.fields.value_types import TEXT, one, text_of
from banxin.content.frontmatter import List, Map, Node, Text
from banxin.model import Credit

_DOTS = re.compile(r"\s*[·•・‧∙]\s*")
_SEPARATORS = re.compile(r"[\s、，,；;]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
# before the names: 记者 洪纲, 本报通讯员 …, 责任编辑 …
_TITLE = re.compile(
    r"\S*(?:记者|通讯员|通讯员组|评论员|撰稿人|特约撰稿|编辑|编译|翻译|校对|审核|监制|策划|统筹|实习生|执笔|作者)"
)
_GLUED = re.compile(r"(?P<title>\S*?(?:记者|通讯员|评论员|实习生))(?P<name>[\u3400-\u9fff·]{2,})")
# on either side of the names: 林楠/摄, 文/图 林楠, 林楠 摄
_DEED = (
    "(?:摄影报道|图文报道|撰文|文字|摄影|图片|绘图|制图|绘画|漫画|供图|供稿|报道|书法|篆刻"
    "|作|摄|文|图|绘)"
)
_WORK = re.compile(f"{_DEED}(?:[/／]?{_DEED})*")


def credits(text: str) -> tuple[Credit, ...]:
    """One Credit for each name, in order; a role without a name stands as a name.

    记者 刘威 通讯员 李钱乾 · 林楠 徐家和/摄 · 文/图 林楠 · 张三/文 李四/图 · 记者 林楠 摄
    """
    reader = _Reader()
    for word in _words(text):
        reader.take(word)
    return reader.end()


def _words(text: str) -> Iterator[str]:
    """Names and roles. A name set wide (洪 纲) or in Latin letters (John Smith) is one word."""
    bare = _DOTS.sub("·", text.strip().strip("()（）").replace("／", "/").replace("：", " "))
    bare = re.sub(r"\s*/\s*", "/", bare.replace(":", " "))
    held = ""
    for part in re.split(r"([\s、，,；;]+)", bare):
        if _SEPARATORS.fullmatch(part):
            if part.strip():  # 、 parts names even where a space would join them
                yield from [held] if held else []
                held = ""
        elif held and _joins(held, part):
            held = held + part if _HAN.match(part) else f"{held} {part}"
        else:
            yield from [held] if held else []
            held = part
    yield from [held] if held else []


def _joins(held: str, part: str) -> bool:
    if _WORK.fullmatch(held) or _WORK.fullmatch(part.lstrip("/")):
        return False
    name = part.split("/")[0]
    if len(held) == 1 and len(name) == 1:
        return bool(_HAN.match(held) and _HAN.match(name))
    return held.isascii() and name.isascii() and held[-1].isalpha() and "/" not in held


@dataclass(slots=True)
class _Reader:
    """Holds back the names that a word behind them may still give a role to."""

    title: str = ""  # 记者: of all names up to the next title
    deed: str = ""  # 摄, where it stands before its names
    names: list[str] = field(default_factory=list)
    done: list[Credit] = field(default_factory=list)

    def take(self, word: str) -> None:
        if _WORK.fullmatch(word):
            self.work(word)
        elif _TITLE.fullmatch(word):
            if self.names or self.title:  # but 文/图 本报记者 张三 is one role
                self.close()
            self.title = word
        elif "/" in word:
            self.slash(word)
        elif glued := _GLUED.fullmatch(word):
            self.close()
            self.title, self.names = glued["title"], [glued["name"]]
        else:
            self.names.append(word)

    def work(self, word: str) -> None:
        """文 or 摄 by itself: of the names before it, else of those behind it."""
        if self.names and not self.deed:
            self.close(word)
        else:
            self.close()
            self.deed = word

    def slash(self, word: str) -> None:
        left, _, right = word.partition("/")
        if _WORK.fullmatch(right) and left:
            self.names.append(left)
            self.close(right)
        elif _WORK.fullmatch(left) and right:
            self.close()
            self.deed = left
            self.names = [right]
        else:
            self.names += [name for name in (left, *right.split("/")) if name]

    def close(self, deed: str = "") -> None:
        """Give the held names their role. A title without names is a name: 本报评论员."""
        deed = deed or self.deed
        role = f"{self.title}/{deed}" if self.title and deed else self.title or deed
        if role and not self.names:
            self.done.append(Credit("", role))
        self.done += [Credit(role, name) for name in self.names]
        self.names = []
        self.title = self.deed = ""

    def end(self) -> tuple[Credit, ...]:
        if self.names or self.title or self.deed:
            self.close()
        return tuple(self.done)


class CreditKeys:
    ROLE = Field("role", ("身份", "职责"), TEXT, "记者", "姓名之前", "before the name")
    NAME = Field("name", ("姓名", "名称"), TEXT, "洪纲", "署名处", "in the byline")


CREDIT = shape("credit", CreditKeys)
_ONE = one(CREDIT)


def _credits(node: Node, spot: Spot) -> tuple[Credit, ...] | None:
    if isinstance(node, Text):
        return credits(node.value)
    items = node.items if isinstance(node, List) else (node,)
    return tuple(credit for item in items for credit in _item(item, spot, whole=False))


def _item(item: Node, spot: Spot, *, whole: bool) -> tuple[Credit, ...]:
    """One item of a list: {role, name} as it stands, or a text. ``whole``: never cut a text."""
    if isinstance(item, Text):
        return (Credit("", item.value.strip()),) if whole else credits(item.value)
    found = _ONE.read(item, spot)
    name = found.get(CreditKeys.NAME) if found else None
    if found is None or not name:
        if found is not None and found.is_empty(CreditKeys.NAME):
            spot.error(item, "credit-without-name")
        return ()
    return (Credit(found.get(CreditKeys.ROLE) or "", name),)


def _staff(node: Node, spot: Spot) -> tuple[Credit, ...] | None:
    """责任编辑: 张三 李四 — role: names; or a list like a byline's."""
    if not isinstance(node, Map) or _is_credit(node):
        return _credits(node, spot)
    return tuple(c for pair in node.pairs for c in _of_role(pair.key.value, pair.value, spot))


def _of_role(role: str, node: Node, spot: Spot) -> Iterator[Credit]:
    items = node.items if isinstance(node, List) else (node,)
    for item in items:
        if isinstance(item, Text):
            yield from (Credit(role, word) for word in _words(item.value))
        else:
            spot.error(item, "wants-text")


def _sponsors(node: Node, spot: Spot) -> tuple[Credit, ...] | None:
    """A list of {role, name}, or role: name(s). Names of offices may hold spaces."""
    if isinstance(node, Text):
        spot.error(node, "wants-credits")
        return None
    if isinstance(node, List) or _is_credit(node):
        items = node.items if isinstance(node, List) else (node,)
        return tuple(credit for item in items for credit in _item(item, spot, whole=True))
    found: list[Credit] = []
    for pair in node.pairs:
        names = pair.value.items if isinstance(pair.value, List) else (pair.value,)
        texts = (text_of(name, spot) for name in names)
        found += [Credit(pair.key.value, text) for text in texts if text]
    return tuple(found)


def _is_credit(node: Map) -> bool:
    return any(CREDIT.names.get(pair.key.value) is CreditKeys.NAME for pair in node.pairs)


CREDITS = Kind("署名一行，或 {role, name} 的列表", "a byline, or a list of {role, name}", _credits)
STAFF = Kind("“职责: 姓名 姓名”若干行", "lines of role: names", _staff)
SPONSORS = Kind("{role, name} 的列表", "a list of {role, name}", _sponsors)
