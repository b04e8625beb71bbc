"""Bodies made up by chance: the dialect's own grammar, and what is pasted into it.

Words are Chinese or from ``LATIN``; what is typed as a link's target, a picture's text or an
entity is ASCII. So a Chinese character that is missing from a page was swallowed.
"""

from __future__ import annotations

import random
from collections.abc import Callable

WORDS = [
    "防汛",
    "演练。",
    "“好”",
    "５Ｇ",
    "3月31日",
    "·",
    "——",
    "①",
    "𠮷",
    "王𫖯",
    "张",
    "先生",
    "、",
    "王",
]
LATIN = ["A", "GDP", "B2B", "1", "2022", "5%", "5℃", "http://a.cn", "www.b.com/c_d", "a@b.cn"]
SIGNS = [*"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t", *"0179", "1.", "12)", "  ", "\u3000", "\u00a0"]
SIGNS += ["1. ", "12) ", "- ", "+ ", "# ", "> ", "`a`", "*a*", "**", "**好**", "**A**", "***"]
SIGNS += ["---", "***", "```", "&amp;", "<b>", "[^1]", "http://a.cn", "\u200b", "\ufeff", "~~~"]
SIGNS += [
    "| --- |",
    "|",
    "\n",
    "\n\n",
    "  \n",
    "\\\n",
    "](",
    "![",
    "<!--",
    "-->",
    "&#12;",
    "[^1]: ",
]
SIGNS += ["](a.md)", "]（a.pdf）", "![[a.png]]", "<http://a.cn>", "<script>", "javascript:alert(1)"]
SIGNS += ["\n    ", "\n  ", "\n> ", "\n- ", "\n1. ", "\n| a | b |\n|---|---|\n|", "\t", "\n\t"]
TAILS = ["。", "；", "", "？", "！"]

Random = random.Random


def signs(rng: Random) -> str:
    """Lines of words with now and then a sign between them, at the beginning or at the end."""
    lines = []
    for _ in range(rng.randint(1, 6)):
        parts = _words(rng, 1, 4)
        while rng.random() < 0.4:
            parts.insert(rng.choice((0, len(parts), rng.randint(0, len(parts)))), rng.choice(SIGNS))
        lines.append("".join(parts))
        lines += [""] * rng.choice((0, 1, 1, 1, 2))
    return "\n".join(lines)


def dialect(rng: Random) -> str:
    """Every block and mark of the dialect, now and then one inside another."""
    count = rng.randint(1, 6)
    return rng.choice(("\n\n", "\n")).join(rng.choice(BLOCKS)(rng) for _ in range(count)) + "\n"


def word(rng: Random) -> str:
    """As Word and WPS paste: numbers before paragraphs, tabs, odd spaces, quotation marks."""
    heads = (
        "",
        "　　",
        "一、",
        "（一）",
        "1．",
        "1. ",
        "2.",
        "⍽".replace("⍽", "\u00a0"),
        "●",
        "§ ",
        "-　",
        "问：",
    )
    rows = []
    for _ in range(rng.randint(2, 8)):
        if rng.random() < 0.2:
            cells = rng.choice((2, 2, 3))
            rows += ["\t".join(_text(rng, 1, 2) for _ in range(cells)) for _ in range(3)]
        rows.append(rng.choice(heads) + _text(rng, 1, 6) + rng.choice(("", " ", "\t", "\u00a0")))
    return "\n".join(rows)


def wechat(rng: Random) -> str:
    """As WeChat's editor pastes: tags, entities, hashtags, addresses, emoji."""
    tags = (
        '<p style="margin:0">',
        "</p>",
        "<span>",
        "</span>",
        "<o:p></o:p>",
        "&nbsp;",
        "<br>",
        "<br/>",
    )
    extra = (
        "😀",
        "#话题#",
        "👉",
        "▼",
        "\u200b",
        "http://mp.a.cn/s?b=1&c=2",
        "<!-- 勿发 -->",
        "“",
        "”",
        "【",
        "】",
    )
    parts = []
    for _ in range(rng.randint(2, 10)):
        parts += [rng.choice(tags) if rng.random() < 0.4 else "", _text(rng, 1, 4)]
        parts += [rng.choice(extra), rng.choice(("", "\n", "\n\n"))]
    return "".join(parts)


def ocr(rng: Random) -> str:
    """As recognised from a page: lines wrapped where the column ended, spaces in odd places."""
    lines = []
    for _ in range(rng.randint(2, 12)):
        line = "".join(_text(rng, 1, 3) for _ in range(rng.randint(2, 5)))[:24]
        lines.append(" ".join(line) if rng.random() < 0.1 else line)
        if rng.random() < 0.2:
            lines.append(rng.choice(("", "—— —", "* * *", "=====", "-----", "|", "......", "~~~~")))
    return "\n".join(lines)


def misread(rng: Random) -> str:
    """The same with characters read wrongly: any of Unicode's, signs above all."""
    text = list(ocr(rng))
    for _ in range(rng.randint(1, 15)):
        at = rng.randrange(len(text) + 1)
        point = rng.choice(
            (rng.randint(0x21, 0x7E), rng.randint(0x21, 0x2FFF), rng.randint(0xA0, 0x323AF))
        )
        strange = (
            rng.choice(SIGNS) if 0xD800 <= point <= 0xDFFF or rng.random() < 0.5 else chr(point)
        )
        text.insert(at, strange)
    return "".join(
        c for c in text if not "\x7f" <= c <= "\x9f" and c not in "\u2028\u2029\ufffe\uffff"
    )


def starred(rng: Random) -> str:
    """Bold words, hidden names and numbers, backslashes, backticks, codes and names of files."""
    forms = (
        *("**{}**", "*{}*", "***{}***", "** {} **", "王**", "李*", "**{}", "{}**", "138****1234"),
        *("尾号**34", "****", "*", "{}", "{}", "{}", "{}，", "。", "`{}`", "`a`", "``"),
        *("\\{}", "\\(x\\)", "\\*", "\\[{}]", "&copy;", "&nbsp;", "<A>", "<b>{}</b>", "\n"),
        *(
            "\n02. ",
            "\n1. ",
            "\n0. 5",
            "\n# ",
            "\n# 5号",
            "图：a.jpg",
            "！［{}］（a.jpg）",
            "[图片]",
            "\\\n",
        ),
    )
    return "".join(
        rng.choice(forms).replace("{}", _text(rng, 1, 2)) for _ in range(rng.randint(1, 9))
    )


KINDS: tuple[Callable[[Random], str], ...] = (signs, dialect, word, wechat, ocr, misread, starred)


def body(rng: Random) -> str:
    return rng.choice(KINDS)(rng)


def _words(rng: Random, least: int, most: int) -> list[str]:
    return [
        rng.choice(LATIN if rng.random() < 0.15 else WORDS) for _ in range(rng.randint(least, most))
    ]


def _text(rng: Random, least: int, most: int) -> str:
    return "".join(_words(rng, least, most))


def _inline(rng: Random) -> str:
    text = _text(rng, 1, 4)
    forms = (
        "{}", "{}", "**{}**", "*{}*", "***{}***", "** {}**", "`{}`", "{}_{}", "王**、{}", "8*8{}",
        "138****1234{}", "[{}](a.md)", "[{}]（b.pdf）", "[**{}**](a.md)", "**[{}](b.pdf)**", "[{}]",
        "![a](a 1.jpg)", "![[a.jpg]]", "{}[^1]", "{}[^2]", "{}\\*", "&lt;{}", "<http://a.cn>{}",
        "{}<!-- 勿发 -->{}",
    )  # fmt: skip
    return "".join(rng.choice(forms).replace("{}", text) for _ in range(rng.randint(1, 3)))


def _paragraph(rng: Random) -> str:
    ends = ("\n", "\n\n", "  \n", "\\\n", "\n　　")
    return rng.choice(ends).join(_inline(rng) for _ in range(rng.randint(1, 3)))


def _heading(rng: Random) -> str:
    return rng.choice(("# ", "## ", "##", "##　", "#", "### ", "####### ")) + _inline(rng)


def _list(rng: Random) -> str:
    marks = rng.choice(
        (("- ", "-　"), ("* ",), ("+ ",), ("1. ", "2. ", "7. ", "1949. "), ("1) ", "2) "))
    )
    lines = []
    for _ in range(rng.randint(1, 4)):
        lines.append(rng.choice(marks) + _inline(rng))
        if rng.random() < 0.4:
            inner = (
                rng.choice((_list, _quotation, _paragraph, _table, _code))(rng)
                if rng.random() < 0.7
                else ""
            )
            lines += [" " * rng.choice((2, 3, 4)) + line for line in inner.split("\n")]
    return "\n".join(lines)


def _quotation(rng: Random) -> str:
    inner = rng.choice(BLOCKS)(rng) if rng.random() < 0.5 else _paragraph(rng)
    return "\n".join(rng.choice(("> ", "> ", ">")) + line for line in inner.split("\n"))


def _table(rng: Random) -> str:
    columns = rng.randint(1, 4)
    head = [
        "| " + " | ".join(_text(rng, 1, 2) for _ in range(columns)) + " |",
        "|" + " --- |" * columns,
    ]
    rows = []
    for _ in range(rng.randint(0, 4)):
        cells = columns if rng.random() < 0.8 else rng.randint(1, 5)
        rows.append(
            rng.choice(("| ", ""))
            + " | ".join(_inline(rng) for _ in range(cells))
            + rng.choice((" |", ""))
        )
    return "\n".join(head + rows)


def _tabs(rng: Random) -> str:
    return "\n".join(f"{_inline(rng)}\t{_inline(rng)}" for _ in range(rng.randint(1, 4)))


def _code(rng: Random) -> str:
    return f"```\n{_paragraph(rng)}\n" + rng.choice(("```", "", "````"))


def _rule(rng: Random) -> str:
    return rng.choice(("---", "***", "- - -", "___", "====="))


def _note(rng: Random) -> str:
    return rng.choice(("[^1]: ", "[^1]：", "[^2]: ", "[甲]: ")) + _inline(rng)


def _comment(rng: Random) -> str:
    return f"<!-- {_text(rng, 1, 3)}\n{_text(rng, 1, 3)} -->"


BLOCKS: tuple[Callable[[Random], str], ...] = (
    _paragraph, _paragraph, _heading, _list, _quotation, _table, _tabs, _code, _rule, _note,
    _comment,
)  # fmt: skip
