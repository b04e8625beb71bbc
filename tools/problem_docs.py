"""Writes docs/problems.md, the manual of all problems, from the texts that the program shows.

``python -m tools.problem_docs`` from the repository's root.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from banxin.problems.texts import ProblemText, Wording, problem_ids, problem_text

PAGE = Path("docs/problems.md")
AREAS = {  # in the order of the work
    "sources": "文件怎么写 · How a file is written",
    "fields": "字段 · Fields",
    "issues": "报纸、期和稿件 · Paper, issues and articles",
    "bodies": "正文 · Bodies",
    "files": "图片、附件和链接 · Pictures, attachments and links",
    "building": "出网站 · Building",
    "theming": "主题 · Themes",
    "search": "检索 · Search",
    "deploying": "上传 · Deploying",
    "preview": "预览 · Preview",
    "regions": "热区 · Hot areas",
    "copying": "复制到公众号 · Copying for WeChat",
}
HEAD = """\
# 错误和提醒 · Problems

<!-- Written by python -m tools.problem_docs; the texts: generator/banxin/problems/texts/data. -->

每个错误、每条提醒都有一个代号，写在消息的方括号里，例如 `number-gap`；代号不会改变。
有错误时网站保持原样；提醒不妨碍出网站，但 `--strict` 把提醒也当作错误。

**不再提醒**：确认没有问题的提醒，可以用 `ignore`（中文写 `忽略` 或 `不提醒`）
按代号消除，写在哪里就管到哪里：

- `content/paper.yml`：整份报纸；
- 期的 `issue.md`：这一期和它的稿件；
- 稿件开头的字段：这篇稿。

```yaml
ignore: [number-gap]
```

错误不能消除。`ignore` 里的代号如果没有消除任何提醒，会有提醒 [ignore-unused](#ignore-unused)。

Each error and each warning has an id, which stands in the message's brackets and never changes. An
error leaves the site as it is; a warning doesn't, unless `--strict` is given. To **silence** a
warning that you have looked into, name its id in `ignore`: in `content/paper.yml` for the whole
paper, in `issue.md` for an issue and its articles, in an article's front matter for that article.
Errors can't be silenced, and an id that silences nothing is itself a warning. Below, … stands for
what differs from one case to the next.
"""


def page() -> str:
    """The whole manual."""
    return "\n".join([HEAD, *_contents(), *(part for area in AREAS for part in _area(area))])


def _contents() -> Iterator[str]:
    for area, heading in AREAS.items():
        links = "、".join(f"[{one}](#{one})" for one in _ids(area))
        yield f"- {heading}：{links}"


def _ids(area: str) -> list[str]:
    return [one for one in problem_ids() if problem_text(one).area == area]


def _area(area: str) -> Iterator[str]:
    yield f"\n## {AREAS[area]}"
    for one in _ids(area):
        yield from _problem(one, problem_text(one))


def _problem(identity: str, text: ProblemText) -> Iterator[str]:
    warning, note = text.severity == "warning", text.note
    yield f"\n### {identity}\n"
    yield from _said("提醒" if warning else "错误", text.zh, "原因：", "怎么办：")
    if note:
        yield f"- {note.zh}"
    if warning:
        yield f"- 不再提醒：`ignore: [{identity}]`"
    yield from _example(text)
    yield from _said("Warning" if warning else "Error", text.en, "Why: ", "What to do: ")
    if note:
        yield f"- {note.en}"
    if warning:
        yield f"- To silence it: `ignore: [{identity}]`"


def _said(severity: str, said: Wording, why: str, todo: str) -> Iterator[str]:
    yield f"**{severity}** {_open(said.what)}\n"
    if said.why and _open(said.why) != "…":
        yield f"- {why}{_open(said.why)}"
    yield f"- {todo}{_open(said.todo)}"


def _open(text: str) -> str:
    """A text whose gaps are empty, as Markdown that shows it as it is."""
    return re.sub(r"([*_<\[\]|`#])", r"\\\1", re.sub(r"\{\w+\}", "…", text))


def _example(text: ProblemText) -> Iterator[str]:
    example = text.example
    yield f"\n例子：{example.zh} (Example: {example.en})" if example.zh else "\n例子 · Example:"
    if example.text:
        kind = {"yml": "yaml", "md": "markdown", "toml": "toml"}.get(example.file.split(".")[-1])
        yield f"\n`{example.file}`\n\n```{kind or 'text'}\n{_shown(example.text)}```"
    yield ""


def _shown(text: str) -> str:
    """With pictures in place of control characters: ␚ for U+001A."""
    return re.sub(r"[\x00-\x08\x0b-\x1f]", lambda found: chr(0x2400 + ord(found[0])), text)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
