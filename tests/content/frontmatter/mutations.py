"""The ways in which keyboards, Word, WPS, chat programs and merges spoil a front matter."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from tests.support.paths import ROOT

Mutation = Callable[[str, random.Random], str]

_HANDMADE = (
    "title: 会议\nkicker: [一, '二']\nphotos:\n  - {file: a.jpg, caption: 甲}\n  - file: b.jpg\n",
    'title: "甲: 乙"\nabstract: |\n  第一段。\n  第二段。\nstatus: draft        # 草稿\n',
    "标题: 甲\n署名: 记者 张三 李四/摄\n图片:\n  - 文件: a.jpg\n    图说: 雪\n",
    "subtitle:\n  - 一\n  - 二\n副题: x\nnote: '甲''乙'\n",
    "title: 甲\nabstract: 乙\n  丙\nregion: [[2, 18], [64, 18],\n  [64, 66]]\n",
    "pages:               # 按版次排\n  - name: 要闻\n    credits: {校对: 李四}\n  - {}\n",
)


def seeds() -> tuple[str, ...]:
    """The front matters of the shipped papers, and some that use every form of YAML."""
    files = [*(ROOT / "content").rglob("*.md"), *(ROOT / "tests/papers").rglob("*.md")]
    found = (re.match(r"---\n(.*?)\n---\n", f.read_text("utf-8"), re.DOTALL) for f in sorted(files))
    return (*(match[1] + "\n" for match in found if match), *_HANDMADE)


def _swapped(signs: str, others: str) -> Mutation:
    """One of ``signs`` becomes one of ``others``."""

    def mutate(text: str, chance: random.Random) -> str:
        places = [at for at, c in enumerate(text) if c in signs]
        if not places:
            return text
        at = chance.choice(places)
        return text[:at] + chance.choice(others) + text[at + 1 :]

    return mutate


def _inserted(*pieces: str) -> Mutation:
    def mutate(text: str, chance: random.Random) -> str:
        at = chance.randrange(len(text) + 1)
        return text[:at] + chance.choice(pieces) + text[at:]

    return mutate


def _line(change: Callable[[str, random.Random], str]) -> Mutation:
    """One line becomes what ``change`` makes of it."""

    def mutate(text: str, chance: random.Random) -> str:
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        lines[at] = change(lines[at], chance)
        return "\n".join(lines)

    return mutate


def _value(*starts: str) -> Mutation:
    """Something before a value."""

    def change(line: str, chance: random.Random) -> str:
        return re.sub(r"(: |- )(?=\S)", lambda m: m[0] + chance.choice(starts), line, count=1)

    return _line(change)


def _deleted(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    return text[:at] + text[at + chance.randint(1, 3) :]


def _swap_colon(text: str, chance: random.Random) -> str:
    return _line(lambda line, _: line.replace(": ", chance.choice(["：", ":", "： ", " :"]), 1))(
        text, chance
    )


SIGNS = (
    _swapped(":", "：∶﹕;"),
    _swapped(",", "，、；"),
    _swapped("[]", "【】［］{}"),
    _swapped("{}", "｛｝[]"),
    _swapped("'\"", "“”‘’"),
    _swapped("-", "－—–•"),
    _swapped(" ", "\u3000\u00a0\u2003\t"),
    _swapped("#", "＃"),
)
INSERTIONS = (
    _inserted("\u200b", "\ufeff", "\u3000", "\u00a0", "\u00ad", "\u200e"),
    _inserted(" #", " # ", "  # ", "#", "＃", " #话题 "),
    _inserted(
        "：", "，", "、", "“", "”", "【", "】", "[", "]", "{", "}", '"', "'", ":", ": ", ", "
    ),
    _inserted("\n", "\n  ", "\n\n", "\n\t", "\n- ", "\n　　"),
    _inserted("字", "\u4dae", "\U00020bb7", "\u2028"),
)
LINES = (
    _value("&", "*", "!", "@", "%", "`", "|", ">", "- ", "? ", '"', "'", "[", "{", "#", "【", "“"),
    _line(lambda line, chance: chance.choice([" ", "  ", "\t", "\u3000"]) + line),
    _line(lambda line, _: line.lstrip()),
    _line(lambda line, _: f"{line}\n{line}"),
    _line(lambda line, _: ""),
    _line(lambda line, _: f"<<<<<<< HEAD\n{line}\n=======\n{line}\n>>>>>>> x"),
    _line(lambda line, chance: chance.choice(["---", "———", "...", "正文从这里开始。", "# 注"])),
    _swap_colon,
    _deleted,
)
ALL: tuple[Mutation, ...] = (*SIGNS, *INSERTIONS, *LINES)


def mutated(seed: str, chance: random.Random) -> str:
    """``seed`` after one to five mutations."""
    for _ in range(chance.randint(1, 5)):
        seed = chance.choice(ALL)(seed, chance) or seed
    return seed
