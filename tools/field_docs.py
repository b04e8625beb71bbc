"""The tables of fields, docs/fields.md and docs/fields.en.md: python -m tools.field_docs.

They are made from the rows in banxin/content/fields; a test fails while they are older.
"""

from __future__ import annotations

from pathlib import Path

from banxin.cli.commands.fields import markdown
from banxin.problems.texts import Language, Words
from banxin.site.visibility import ADDRESS, KEPT

DOCS = Path(__file__).parent.parent / "docs"
FILES: dict[Language, str] = {"zh": "fields.md", "en": "fields.en.md"}
NOTICE = "<!-- made by: python -m tools.field_docs -->"
INTRODUCTION: dict[Language, str] = {
    "zh": """# 字段

[English](fields.en.md)

文件开头两行 `---` 之间能写的全部字段，`banxin fields` 打印的就是这些表。英文字段和中文别名都能用；
不认识的字段会报错，并猜你想写的是哪个。一份报纸还可以自定字段，见[编辑手册](editors.md#自定字段)。
`备注`不是字段：给读者看的写`编者注`，编辑部内部的话写成 `#` 开头的注释，
见[字段怎么写](front-matter.md#不是字段的词)。

撤了的稿（`status: withdrawn`）只留下这些：{kept}；别的字段和正文不再发表。""",
    "en": """# Fields

[中文](fields.md)

All that may stand between the two lines of `---` at the head of a file, as `banxin fields` prints
it. English keys and Chinese aliases do the same; a key that nobody knows is an error, which guesses
the one that was meant. A paper may have fields of its own: see `extra` below.
`备注` (remark) is no field: for readers write `note`, for the newsroom a comment behind `#`.

Of a withdrawn article (`status: withdrawn`) stay {kept}; its other fields and its text are
published no more.""",
}


def text(language: Language) -> str:
    kept = [f"`{name}`" for name in KEPT if name not in ADDRESS]
    introduction = INTRODUCTION[language].format(
        kept=("、" if language == "zh" else ", ").join(kept)
    )
    return f"{introduction}\n\n{NOTICE}\n\n{markdown(Words(language))}\n"


def main() -> None:
    for language, name in FILES.items():
        (DOCS / name).write_text(text(language), encoding="utf-8")


if __name__ == "__main__":
    main()
