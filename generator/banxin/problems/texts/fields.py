"""Texts of problems with keys and the kinds of their values."""

from __future__ import annotations

from banxin.problems.texts.entry import Entry, Text

_KEYS: dict[str, Entry] = {
    "misspelt-key": Entry(
        Text(
            "没有“{key}”这个字段。", "是不是想写“{meant}”？", "改成 {meant}:。可用的字段：{known}"
        ),
        Text(
            "There is no field “{key}”.",
            "Did you mean “{meant}”?",
            "Write {meant}:. The known fields are {known}",
        ),
    ),
    "unknown-key": Entry(
        Text(
            "没有“{key}”这个字段。",
            "不认识的字段不会显示在任何地方。",
            "删去它，或换成可用的字段：{known}",
        ),
        Text(
            "There is no field “{key}”.",
            "It would be shown nowhere.",
            "Remove it, or use one of the known fields: {known}",
        ),
    ),
    "repeated-alias": Entry(
        Text(
            "“{key}”和第 {first} 行的“{other}”是同一个字段。",
            "一个字段可以用英文或中文写，但只能写一次。",
            "删去其中一个。",
        ),
        Text(
            "“{key}” and “{other}” on line {first} are the same field.",
            "A field may be typed in English or in Chinese, but once.",
            "Remove one of them.",
        ),
    ),
    "title-missing": Entry(
        Text("没有标题。", "每篇稿件、每个页面都要有标题。", "加一行：title: 标题"),
        Text("There is no title.", "Every article and page needs one.", "Add a line: title: …"),
    ),
    "credit-without-name": Entry(
        Text("署名里缺少姓名。", "每一项都要有 name。", "写成 {{role: 记者, name: 洪纲}}。"),
        Text(
            "A credit has no name.",
            "Each item needs a name.",
            "Write {{role: reporter, name: Hong Gang}}.",
        ),
    ),
    "photo-without-file": Entry(
        Text("这张图片没有写文件名。", "不知道要放哪一张图。", "加一行：file: 图片文件名"),
        Text("This photo names no file.", "It can't be shown.", "Add a line: file: name.jpg"),
    ),
    "source-without-name": Entry(
        Text("稿源没有名称。", "", "写成 source: {{name: 鄞州新闻网}}。"),
        Text("The source has no name.", "", "Write source: {{name: …}}."),
    ),
    "signoff-without-by": Entry(
        Text("落款没有写单位。", "", "写成 signoff: {{by: [单位名称], date: 2022-03-29}}。"),
        Text("The sign-off names nobody.", "", "Write signoff: {{by: [name], date: 2022-03-29}}."),
    ),
    "jump-without-target": Entry(
        Text("下转没有写转到哪里。", "", "写成 jump: {{to: 2022-04-01/03/05}}。"),
        Text("The jump has no target.", "", "Write jump: {{to: 2022-04-01/03/05}}."),
    ),
    "correction-incomplete": Entry(
        Text(
            "更正缺少日期或说明。",
            "读者要知道什么时候改了什么。",
            "写成 {{date: 2022-04-02, note: 说明}}。",
        ),
        Text(
            "A correction lacks its date or its note.",
            "Readers should learn what was changed, and when.",
            "Write {{date: 2022-04-02, note: …}}.",
        ),
    ),
}

# key, got and example are gaps that every complaint of a value may use
_VALUES: dict[str, Entry] = {
    "wants-text": Entry(
        Text("“{key}”应当是一行文字，这里是 {got}。", "", "例如 {key}: {example}"),
        Text("“{key}” takes a line of text, not {got}.", "", "For example {key}: {example}"),
    ),
    "wants-lines": Entry(
        Text(
            "“{key}”应当是一行文字，或几行文字的列表，这里是 {got}。", "", "例如 {key}: {example}"
        ),
        Text(
            "“{key}” takes a line of text or a list of lines, not {got}.",
            "",
            "For example {key}: {example}",
        ),
    ),
    "wants-number": Entry(
        Text("“{key}”应当是数字，这里是“{got}”。", "", "例如 {key}: {example}"),
        Text("“{key}” takes a number, not “{got}”.", "", "For example {key}: {example}"),
    ),
    "wants-date": Entry(
        Text(
            "“{key}”应当是日期，这里是“{got}”。",
            "日期写成 年-月-日，并且历法上确有这一天。",
            "例如 {key}: {example}",
        ),
        Text(
            "“{key}” takes a date, not “{got}”.",
            "A date is written as year-month-day, and must exist.",
            "For example {key}: {example}",
        ),
    ),
    "wants-flag": Entry(
        Text(
            "“{key}”只能是 true（是）或 false（否），这里是“{got}”。",
            "",
            "写 {key}: true 或 {key}: false。",
        ),
        Text("“{key}” is true or false, not “{got}”.", "", "Write {key}: true or {key}: false."),
    ),
    "wants-choice": Entry(
        Text("“{key}”不能是“{got}”。", "最接近的写法：{meant}", "从这些里选一个：{known}"),
        Text("“{key}” can't be “{got}”.", "The nearest is: {meant}", "Choose one of: {known}"),
    ),
    "wants-fields": Entry(
        Text(
            "“{key}”应当是一组字段，这里是“{got}”。", "可用的字段：{known}", "例如 {key}: {example}"
        ),
        Text(
            "“{key}” takes a group of fields, not “{got}”.",
            "Its fields are {known}.",
            "For example {key}: {example}",
        ),
    ),
    "wants-pairs": Entry(
        Text("“{key}”应当是“名称: 值”若干行，这里是“{got}”。", "", "例如 {key}: {example}"),
        Text(
            "“{key}” takes lines of name: value, not “{got}”.", "", "For example {key}: {example}"
        ),
    ),
    "wants-credits": Entry(
        Text("“{key}”应当写明各单位的身份和名称，这里是“{got}”。", "", "例如 {key}: {example}"),
        Text("“{key}” takes roles with names, not “{got}”.", "", "For example {key}: {example}"),
    ),
    "wants-url": Entry(
        Text(
            "“{got}”不是网址。",
            "网址以 https:// 或 http:// 开头，中间没有空格。",
            "例如 {key}: {example}",
        ),
        Text(
            "“{got}” is no web address.",
            "It must begin with https:// or http:// and hold no space.",
            "For example {key}: {example}",
        ),
    ),
    "wants-site-path": Entry(
        Text(
            "“{path}”不能作旧地址。",
            "旧地址从站点根目录写起，以 / 开头，不含 ..、?、# 和空格。",
            "例如 {key}: {example}",
        ),
        Text(
            "“{path}” can't be an old address.",
            "It begins with / at the site's root, and holds no “..”, ?, # or space.",
            "For example {key}: {example}",
        ),
    ),
    "wants-article": Entry(
        Text(
            "“{got}”不是一篇稿件的位置。",
            "写成 期/版/稿，版和稿都是两位数字。",
            "例如 {example}",
        ),
        Text(
            "“{got}” is no article's place.",
            "It is written as issue/page/article, with two digits each.",
            "For example {example}",
        ),
    ),
    "wants-region": Entry(
        Text(
            "“{key}”应当是三个以上的点。",
            "每个点是 [横, 纵]，都是 0 到 100 之间的数，表示占版面图宽和高的百分之几。",
            "例如 {key}: {example}",
        ),
        Text(
            "“{key}” takes three or more points.",
            "A point is [x, y], both from 0 to 100: per cent of the page image's width and height.",
            "For example {key}: {example}",
        ),
    ),
    "wants-key": Entry(
        Text(
            "“{key}”只能用小写英文字母、数字和连字符，这里是“{got}”。",
            "",
            "例如 {key}: {example}",
        ),
        Text(
            "“{key}” takes lower-case letters, digits and hyphens, not “{got}”.",
            "",
            "For example {key}: {example}",
        ),
    ),
    "wants-timezone": Entry(
        Text("没有“{got}”这个时区。", "时区写成 洲/城市。", "例如 {key}: {example}"),
        Text(
            "There is no time zone “{got}”.",
            "A time zone is written as Continent/City.",
            "For example {key}: {example}",
        ),
    ),
    "wants-year": Entry(
        Text("“{got}”不是年份。", "年份写四位数字。", "例如 {key}: {example}"),
        Text(
            "“{got}” is no year.",
            "A year is written with four digits.",
            "For example {key}: {example}",
        ),
    ),
    "wants-language": Entry(
        Text("“{got}”不是语言标签。", "简体中文写成 zh-CN。", "例如 {key}: {example}"),
        Text("“{got}” is no language tag.", "English is en.", "For example {key}: {example}"),
    ),
    "wants-theme": Entry(
        Text(
            "“{got}”不能作主题的名字。",
            "主题的名字就是它文件夹的名字：小写英文字母、数字和连字符。",
            "例如 {key}: {example}",
        ),
        Text(
            "“{got}” can't be a theme's name.",
            "It is the name of a folder: lower-case letters, digits and hyphens.",
            "For example {key}: {example}",
        ),
    ),
    "wants-terms": Entry(
        Text(
            "“{key}”应当是“英文键: 名称”若干行，这里是“{got}”。",
            "英文键用在网址里，名称印出来。",
            "例如 {key}: {example}",
        ),
        Text(
            "“{key}” takes lines of key: name, not “{got}”.",
            "The key goes into addresses, the name is printed.",
            "For example {key}: {example}",
        ),
    ),
}

TEXTS: dict[str, Entry] = {**_KEYS, **_VALUES}
