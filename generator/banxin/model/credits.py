"""署名: one name with its role, and how a row of them is printed."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Literal

import msgspec

# What somebody is stands before his name: 记者 林楠. What he did stands behind it: 林楠 摄.
WORKS = (
    "摄影并报道|图文并报道|摄影报道|图文报道|采访整理|口述实录|摄影|撰文|文字|图文|图片|图说|绘图|制图|绘画|漫画|插图"
    "|插画|手绘|速写|供图|供稿|配图|配文|拍摄|航拍|视频|剪辑|报道|采写|采访|撰写|执笔|口述|讲述"
    "|自述|整理|记录|编译|翻译|编写|编绘|编|译|书法|篆刻|题字|作词|作曲|作|著|摄|文|图|绘|书|诗|画"
)
_WORK = re.compile(f"(?:{WORKS})(?:/?(?:{WORKS}))*")
# but these read as headings, where the name has no title before it: 文字 张三 摄影 李四
_HEADINGS = re.compile("摄影|撰文|文字|图片|图文|绘图|制图|漫画|插图|视频|剪辑|航拍")
_CLOSE = re.compile(
    "据|发自|摘自|转自|转载自|选自|原载|"
)  # before the name, without a mark: 据新华社

NAMESAKE = "#"  # between a name and what tells it from others: 王芳#石室


def who(name: str, ident: str) -> str:
    """How an editor writes which of several people of one name is meant."""
    return f"{name}{NAMESAKE}{ident}" if ident else name


def listed_name(name: str) -> str:
    """The name as a list shows it beside its namesakes: 王芳（石室）."""
    plain, _, ident = name.partition(NAMESAKE)
    return f"{plain}（{ident}）" if ident else plain


def plain_name(name: str) -> str:
    """The name as it is printed."""
    return name.partition(NAMESAKE)[0]


CreditKind = Literal["person", "printed", "source", "place"]


class Credit(msgspec.Struct, frozen=True, omit_defaults=True):
    """One name with the role it is printed with: 记者 洪纲, 摄 林楠. The role may be empty.

    ``kind``, of what stands in a byline: only a "person" has a page, is an author for machines and
    is found as one; "printed" is text or an office that is shown as typed; a "source" (据 新华社)
    and a "place" (发自 北京) are facts of the article. ``ident``: which of several of that name.
    """

    role: str
    name: str
    kind: CreditKind = "person"
    ident: str = ""

    @property
    def who(self) -> str:
        return who(self.name, self.ident)

    @property
    def title(self) -> str:
        """The part of the role that is printed before the name: 记者 of 记者/摄."""
        return _parted(self.role)[0]

    @property
    def work(self) -> str:
        """The part of the role that is printed after it: 摄 of 记者/摄."""
        return _parted(self.role)[1]

    @property
    def text(self) -> str:
        """The name; of a source or place with its role, as typed: 发自北京, 来源：新华社."""
        if self.kind not in ("source", "place"):
            return self.name
        mark = "" if _CLOSE.fullmatch(self.title) else "："
        return f"{self.title}{mark}{self.name}{self.work}"


class CreditGroup(msgspec.Struct, frozen=True):
    """Credits that share a role, which is printed once: before them, behind them, or on both sides.

    记者 林楠 徐家和 摄
    """

    before: str
    credits: tuple[Credit, ...]
    after: str

    @property
    def words(self) -> tuple[str, ...]:
        found = (self.before, *(credit.text for credit in self.credits), self.after)
        return tuple(word for word in found if word)

    @property
    def is_open(self) -> bool:
        """Whether a role behind the next names would seem to be theirs, too."""
        return not self.after and any(credit.kind == "person" for credit in self.credits)


def is_work(word: str) -> bool:
    """Whether the word says what somebody did: 摄, 文/图, 整理."""
    return _WORK.fullmatch(word) is not None


def groups(credits: tuple[Credit, ...]) -> tuple[CreditGroup, ...]:
    """In the order of the line; neighbours of one role together."""
    found: list[CreditGroup] = []
    for _, row in groupby(credits, key=_role):
        found.append(_group(tuple(row), after_names=bool(found) and found[-1].is_open))
    return tuple(found)


def _role(credit: Credit) -> tuple[str, bool]:
    return credit.role, credit.kind in ("source", "place")


def _group(credits: tuple[Credit, ...], *, after_names: bool) -> CreditGroup:
    title, work = credits[0].title, credits[0].work
    if credits[0].kind in ("source", "place"):
        return CreditGroup("", credits, "")
    if not title and (after_names or _HEADINGS.fullmatch(work)):
        return CreditGroup(work, credits, "")
    return CreditGroup(title, credits, work)


def line(credits: tuple[Credit, ...]) -> str:
    """As it is printed: 记者 刘威 李钱乾 通讯员 王五 林楠 摄."""
    return " ".join(word for group in groups(credits) for word in group.words)


# short words by which what was done is printed, and those by which it is listed
_LISTED_AS = {
    "摄": "摄影", "拍摄": "摄影", "航拍": "摄影", "文": "文字", "撰文": "文字", "图": "图片",
    "绘": "绘图", "译": "翻译", "编译": "翻译", "采写": "采访", "撰写": "采访",
}  # fmt: skip
_OF_THIS_PAPER = re.compile("本(?:报|刊|网|台)(?=.)|(?:全媒体|融媒体|融媒)(?=.)")


def works(role: str, otherwise: str = "") -> tuple[str, ...]:
    """What somebody did or is, as lists count it: 本报记者/摄 is (记者, 摄影). Where the role
    names no work, and somebody's work is known from the place, it is ``otherwise``."""
    title, work = _parted(role)
    found = [_OF_THIS_PAPER.sub("", part) for part in title.split("/")]
    found += [_LISTED_AS.get(part, part) for part in (work or otherwise).split("/")]
    return tuple(dict.fromkeys(part for part in found if part))


def people(credits: tuple[Credit, ...]) -> tuple[str, ...]:
    """The names of those who are surely people, in order, each once."""
    return tuple(dict.fromkeys(credit.name for credit in credits if credit.kind == "person"))


def _parted(role: str) -> tuple[str, str]:
    """(记者, 摄/文) of 记者/摄/文."""
    parts = role.split("/")
    count = next((n for n, part in enumerate(parts) if is_work(part)), len(parts))
    return "/".join(parts[:count]), "/".join(parts[count:])
