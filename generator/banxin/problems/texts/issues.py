"""Texts of problems with the newspaper's own data: paper.yml, folders, pages, articles."""

from __future__ import annotations

from banxin.problems.texts.entry import Entry, Text

TEXTS: dict[str, Entry] = {
    "paper-missing": Entry(
        Text(
            "没有 content/paper.yml。",
            "报名、主办单位、版块都写在这个文件里，没有它就不知道是哪份报纸。",
            "运行 banxin init 新建一份，或新建这个文件，至少写一行 name: 报名。",
        ),
        Text(
            "There is no content/paper.yml.",
            "It holds the newspaper's name, its publishers and sections.",
            "Run banxin init, or make the file with at least one line: name: …",
        ),
    ),
    "paper-without-name": Entry(
        Text("没有报名。", "报头和每一页的页名都要用它。", "在 paper.yml 里加一行：name: 报名"),
        Text(
            "The newspaper has no name.",
            "The masthead and every page's title need it.",
            "Add a line to paper.yml: name: …",
        ),
    ),
    "term-key": Entry(
        Text(
            "“{got}”不能作“{name}”的键。",
            "键用在网址里，只能是小写英文字母、数字和连字符。",
            "换成拼音或英文，例如 {example}",
        ),
        Text(
            "“{got}” can't be the key of “{name}”.",
            "Keys go into addresses: lower-case letters, digits and hyphens.",
            "Use pinyin or English, for example {example}",
        ),
    ),
    "term-without-name": Entry(
        Text("“{term}”后面没有名称。", "名称是印出来给读者看的。", "例如 {example}"),
        Text("“{term}” has no name.", "The name is what readers see.", "For example {example}"),
    ),
    "same-term": Entry(
        Text(
            "名称“{name}”已经用在 {other} 上。", "同名的两项在稿件里分不清。", "删去一项，或改名。"
        ),
        Text(
            "The name “{name}” is already that of {other}.",
            "An article couldn't tell the two apart.",
            "Remove one, or rename it.",
        ),
    ),
    "term-ambiguous": Entry(
        Text(
            "名称“{name}”同时是“{other}”的键。",
            "在稿件里分不清指哪一个。",
            "改其中一个的名称或键。",
        ),
        Text(
            "The name “{name}” is the key of “{other}”.",
            "An article couldn't tell the two apart.",
            "Change the name or the key of one.",
        ),
    ),
    "people-no-list": Entry(
        Text(
            "people.yml 应当是一个列表。",
            "一行一个人，每行以 - 开头。",
            "例如 - {{name: 王慧杰, title: 区委书记}}",
        ),
        Text(
            "people.yml should be a list.",
            "One person a line, each line beginning with a hyphen.",
            "For example - {{name: …, title: …}}",
        ),
    ),
    "person-without-name": Entry(
        Text("这一项没有姓名。", "", "例如 - {{name: 王慧杰, title: 区委书记}}"),
        Text("This item has no name.", "", "For example - {{name: …, title: …}}"),
    ),
    "person-twice": Entry(
        Text(
            "“{name}”列了两次。", "一个人只列一次。", "删去一项；同名的两个人，在姓名里加以区别。"
        ),
        Text(
            "“{name}” is listed twice.",
            "Everybody is listed once.",
            "Remove one; where two people share a name, tell them apart in it.",
        ),
    ),
    "issue-folder-name": Entry(
        Text(
            "文件夹的名字“{name}”不是日期。",
            "一期报纸的文件夹以出版日期命名；当天的第二份加 -2。",
            "改成 2022-04-01 这样的名字；号外、增刊是 2022-04-01-2。",
        ),
        Text(
            "The folder's name “{name}” is no date.",
            "An issue's folder is named for its day; a second edition of that day ends with -2.",
            "Name it like 2022-04-01, or 2022-04-01-2 for an extra.",
        ),
    ),
    "issue-folder-year": Entry(
        Text("这一期放错了年份：它在“{year}”里。", "", "移到 {right}。"),
        Text("This issue lies in the wrong year: in “{year}”.", "", "Move it to {right}."),
    ),
    "issue-file-missing": Entry(
        Text(
            "这一期没有 issue.md。",
            "期号和各版的名称写在里面。",
            "在这个文件夹里新建 issue.md，或运行 banxin new issue。",
        ),
        Text(
            "This issue has no issue.md.",
            "It holds the issue's number and the names of its pages.",
            "Make issue.md in this folder, or run banxin new issue.",
        ),
    ),
    "edition-differs": Entry(
        Text(
            "edition 写的是 {edition}，文件夹却叫 {name}。",
            "当天的第几份，由文件夹名字末尾的数字决定。",
            "删去 edition 这一行，或把文件夹改名为 {right}。",
        ),
        Text(
            "The edition is {edition}, but the folder is named {name}.",
            "The number at the end of the folder's name says which edition of the day it is.",
            "Remove the line, or rename the folder to {right}.",
        ),
    ),
    "article-name": Entry(
        Text(
            "文件名“{name}”不合规则。",
            "稿件的文件名以两位版次、两位稿次开头，例如 01-02-meeting.md 是第一版第二篇。",
            "改名，例如 {shown}",
        ),
        Text(
            "The file's name “{name}” doesn't say which article it is.",
            "It begins with two digits for the page and two for the article: 01-02-meeting.md.",
            "Rename it, for example to {shown}",
        ),
    ),
    "article-ending": Entry(
        Text(
            "“{name}”不会发布：文件名要以小写的 .md 结尾。",
            "只有 .md 结尾的文本文件才当作稿件。",
            "把内容存成文本文件，改名为 {shown}",
        ),
        Text(
            "“{name}” would not be published: its name must end with .md.",
            "Only text files ending with .md are articles.",
            "Save it as text, and name it {shown}",
        ),
    ),
    "number-taken": Entry(
        Text(
            "同一版有两篇稿件用了同一个稿次，另一篇是 {other}。",
            "文件名开头的数字就是稿件的网址，不能重复。",
            "把其中一篇改成还没用过的数字。已经发布过的那一篇不要改。",
        ),
        Text(
            "Two articles have the same numbers; the other one is {other}.",
            "The numbers are the article's address, so each can be used once.",
            "Give one of them numbers that are free. Leave the one already published.",
        ),
    ),
    "page-below-one": Entry(
        Text("没有第 {page} 版。", "版次从 1 数起。", "改成稿件登在的那一版。"),
        Text("There is no page {page}.", "The first is 1.", "Write the page it stands on."),
    ),
    "page-beyond": Entry(
        Text(
            "稿件在第 {page} 版，这一期却只有 {pages} 版。",
            "issue.md 的 pages 列出了本期各版。",
            "改正版次，或在 issue.md 的 pages 里补上这一版。",
        ),
        Text(
            "The article is on page {page}, but the issue has {pages} pages.",
            "The pages in issue.md list all of them.",
            "Correct the page, or add it to the pages in issue.md.",
        ),
    ),
    "page-differs": Entry(
        Text(
            "字段写的是第 {page} 版，文件名写的是 {named}。",
            "稿件排在第 {page} 版，网址仍按文件名。",
            "如果不是有意这样，改成一致；已经发布过的，不要改文件名。",
        ),
        Text(
            "The field says page {page}, the file's name {named}.",
            "The article is shown on page {page}; its address keeps the file's numbers.",
            "Unless you mean it, make them agree; don't rename what was published.",
        ),
    ),
    "section-missing": Entry(
        Text(
            "不知道这篇稿件属于哪个版块。",
            "稿件没有写 section，第 {page} 版也没有名称。",
            "加一行 section: 要闻，或在 issue.md 里给第 {page} 版写上 name。",
        ),
        Text(
            "The article belongs to no section.",
            "It names none, and page {page} has no name.",
            "Add a line section: …, or name page {page} in issue.md.",
        ),
    ),
    "section-unknown": Entry(
        Text(
            "没有“{name}”这个版块。",
            "最接近的是：{meant}",
            "改成 paper.yml 里已有的版块，或在那里补上。已有：{known}",
        ),
        Text(
            "There is no section “{name}”.",
            "The nearest is: {meant}",
            "Use a section of paper.yml, or add it there. Known: {known}",
        ),
    ),
    "column-unknown": Entry(
        Text(
            "没有“{name}”这个栏目。",
            "最接近的是：{meant}",
            "改成 paper.yml 里已有的栏目，或在那里补上。已有：{known}",
        ),
        Text(
            "There is no column “{name}”.",
            "The nearest is: {meant}",
            "Use a column of paper.yml, or add it there. Known: {known}",
        ),
    ),
    "event-after-issue": Entry(
        Text(
            "事件日期 {date} 晚于出版日期 {issue}。", "报纸不会登还没发生的事。", "核对这个日期。"
        ),
        Text(
            "The event's date {date} is after the issue's, {issue}.",
            "A newspaper doesn't report what hasn't happened.",
            "Check the date.",
        ),
    ),
    "signoff-after-issue": Entry(
        Text(
            "落款日期 {date} 晚于出版日期 {issue}。", "公告不会在落款之前见报。", "核对这个日期。"
        ),
        Text(
            "The sign-off's date {date} is after the issue's, {issue}.",
            "A notice isn't printed before it is signed.",
            "Check the date.",
        ),
    ),
    "standing-name": Entry(
        Text(
            "文件名“{name}”不能作网址。",
            "content 里的 .md 文件各成一页，文件名就是网址，只能用小写英文字母、数字和连字符。",
            "改名，例如 about.md；不想发布的文件，移到 content 外面。",
        ),
        Text(
            "The file's name “{name}” can't be an address.",
            "Each .md file in content is a page, addressed by its name: lower-case letters, digits "
            "and hyphens.",
            "Rename it, for example to about.md; move it out of content if it is no page.",
        ),
    ),
}
