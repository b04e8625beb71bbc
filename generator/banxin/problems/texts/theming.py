"""Texts of problems with a theme: its settings, its templates."""

from __future__ import annotations

from banxin.problems.texts.entry import Entry, entry

TEXTS: dict[str, Entry] = {
    "theme-unknown": entry(
        (
            "没有名为 {theme} 的主题。",
            "可用的主题：{known}。",
            "改正 paper.yml 里的 theme。",
        ),
        (
            "There is no theme called {theme}.",
            "There are: {known}.",
            "Correct theme: in paper.yml.",
        ),
    ),
    "theme-parameter-unknown": entry(
        ("主题没有 {name} 这个参数。", "它的参数有：{known}。", "改正或删去这一行。"),
        (
            "The theme has no parameter {name}.",
            "Its parameters: {known}.",
            "Correct or remove that line.",
        ),
    ),
    "theme-parameter-value": entry(
        ("主题参数 {name} 的值 {value} 不合要求。", "", "写成这样：{expected}"),
        ("The theme's parameter {name} can't be {value}.", "", "Write it like this: {expected}"),
    ),
    "theme-settings": entry(
        ("读不懂主题的 theme.toml。", "{why}", "按 TOML 的写法改正这个文件。"),
        ("The theme's theme.toml can't be understood.", "{why}", "Correct it; it is TOML."),
    ),
    "template-missing": entry(
        (
            "主题缺少模板 {template}。",
            "",
            "补上这个模板，或检查 extends、include、import 里的文件名。",
        ),
        (
            "The theme lacks the template {template}.",
            "",
            "Add it, or check the names in extends, include and import.",
        ),
    ),
    "template-syntax": entry(
        ("模板的写法有误。", "{why}", "改正这一行的 Jinja 语法。"),
        ("The template is not valid.", "{why}", "Correct the Jinja syntax of this line."),
    ),
    "template-not-utf8": entry(
        ("模板不是 UTF-8 编码。", "", "用编辑器另存为 UTF-8。"),
        ("The template isn't UTF-8.", "", "Save it as UTF-8."),
    ),
    "template-by-expression": entry(
        (
            "模板用表达式来选择另一个模板。",
            "这样就看不出哪些页面用到了它，改动之后会有页面不更新。",
            "在引号里写出模板的名字，需要时用 if 选择。",
        ),
        (
            "A template chooses another one by an expression.",
            "Then nobody can tell which pages use it, and some would go stale.",
            "Name the template in quotes, and choose with if where needed.",
        ),
    ),
    "template-failed": entry(
        ("画 {page} 时模板出错。", "{why}", "检查这一行用到的名字和值。"),
        (
            "The template failed while drawing {page}.",
            "{why}",
            "Check the names and values on this line.",
        ),
    ),
}
