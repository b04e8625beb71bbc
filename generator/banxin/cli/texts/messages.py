"""What commands say when they ran, and when they were used wrongly."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # counts; in English "one|many"
    "errors": ("{n} 处错误", "{n} error|{n} errors"),
    "warnings": ("{n} 处提醒", "{n} warning|{n} warnings"),
    "files": ("{n} 个文件", "{n} file|{n} files"),
    "comma": ("，", ", "),
    "list": ("、", ", "),
    # build and check
    "build.done": (
        "完成：全站 {files}，画了 {drawn} 个，删去 {removed} 个；{phases}，共 {total} 秒；"
        "{size}，在 {output}",
        "Done: {files}, {drawn} drawn, {removed} removed; {phases}, {total} s in all; "
        "{size}, in {output}",
    ),
    "build.phase": ("{name} {seconds} 秒", "{name} {seconds} s"),
    "build.failed": ("共 {counts}。什么也没有改动。", "{counts}. Nothing was changed."),
    "build.warned": ("有 {counts}，网站已经照出。", "{counts}; the site was made all the same."),
    "build.output-inside": (
        "网站不能放在 {path}：那里是稿件或整份报纸所在的文件夹。"
        "请换一个文件夹，例如 --output output。",
        "The site can't go into {path}: that is where the paper itself lies. Name another folder, "
        "such as --output output.",
    ),
    "build.years-odd": (
        "不是年份：{value}。写一年或首尾两年，例如 --years 2008-2012。",
        "Not years: {value}. Give one, or the first and the last, such as --years 2008-2012.",
    ),
    "build.base-url-odd": (
        "“{value}”不能作网站的网址。请写完整的网址，如 https://example.org/bao/，"
        "或以 / 开头的路径，如 /bao/。",
        "{value!r} can't be the site's address. Write a whole one, such as "
        "https://example.org/bao/, or a path such as /bao/.",
    ),
    "check.clean": ("没有发现问题。", "No problems found."),
    "check.found": ("查到 {counts}。", "Found {counts}."),
    "phase.load": ("读稿", "reading"),
    "phase.plan": ("排页", "planning"),
    "phase.draw": ("画页", "drawing"),
    "phase.publish": ("上架", "publishing"),
    "phase.search": ("检索", "indexing"),
    # explain
    "explain.current": ("不重画：和上次一样。", "not drawn: nothing it shows has changed."),
    "explain.new": ("要画：这是新的一页。", "drawn: it is new."),
    "explain.changed": ("要重画。", "drawn again."),
    "explain.damaged": (
        "要重画：网站里的文件被改动过或不见了。",
        "drawn again: its file was altered or is gone.",
    ),
    "explain.unplanned": (
        "没有这一页：没有哪篇稿件会做成它。",
        "no such page: nothing in the content makes it.",
    ),
    "explain.because.program-or-paper": (
        "因为程序、paper.yml 里全站都用的内容或命令的选项和上次不一样",
        "because the program, what all pages take from paper.yml, or an option is not as last time",
    ),
    "explain.because.template": ("因为模板变了", "because its template has changed"),
    "explain.because.content": ("因为它的内容变了", "because what it shows has changed"),
    "explain.because.file": ("因为原来的文件变了", "because the file it copies has changed"),
    "explain.because.options": (
        "因为写了 --all，每一页都重画",
        "because --all draws every page again",
    ),
    "explain.source": ("来自 {source}", "from {source}"),
    "explain.template": ("模板 {template}", "template {template}"),
    # new and init
    "new.made": ("已建 {path}", "Made {path}"),
    "new.issue.next": (
        "下一步：banxin new article --issue {key} --page 1",
        "Next: banxin new article --issue {key} --page 1",
    ),
    "new.article.next": (
        "先算草稿：用 banxin serve --drafts 边写边看；定稿后删去 status: draft 一行。",
        "It is a draft: watch it with banxin serve --drafts; delete status: draft when ready.",
    ),
    "new.exists": (
        "{path} 已经有了，没有动它。要开别的日期，请写明：banxin new issue 2022-04-02",
        "{path} exists and was left alone. For another day, name it: banxin new issue 2022-04-02",
    ),
    "new.no-issue": (
        "还没有任何一期。请先开一期：banxin new issue",
        "There is no issue yet. Open one first: banxin new issue",
    ),
    "new.unknown-issue": (
        "没有 {issue} 这一期。最近的是：{known}。",
        "There is no issue {issue}. The latest are: {known}.",
    ),
    "new.unknown-page": (
        "{issue} 这一期只有 {pages} 个版，没有第 {page} 版。要加版，请先改 {file} 里的 pages。",
        "Issue {issue} has {pages} pages, so there is no page {page}. To add one, edit pages in "
        "{file}.",
    ),
    "new.no-number-left": (
        "第 {page} 版已经排到 99 号，添不下了。",
        "Page {page} already has an article numbered 99; there is no room for another.",
    ),
    "new.name-odd": (
        "“{value}”不能用在文件名里。请用字母、数字、汉字或连字符，如 --name spring。",
        "{value!r} can't be part of a file's name. Use letters, digits or hyphens, such as "
        "--name spring.",
    ),
    "new.text-odd": ("标题要写成一行字。", "Write it as one line of text."),
    "init.made": ("报纸《{name}》已经建好，在 {path}", "The paper {name} is ready in {path}"),
    "init.next": (
        "接下来：\n  cd {path}\n  banxin serve --open        在浏览器里看样子\n"
        "先改 content/paper.yml 里的报名等内容；每天怎么编，见 README.md。",
        "Next:\n  cd {path}\n  banxin serve --open        look at it in the browser\n"
        "Then edit content/paper.yml; README.md is the editors' manual (in Chinese).",
    ),
    "init.not-empty": (
        "{path} 里已经有东西（{found}），没有动它。请换一个新的或空的文件夹。",
        "{path} is not empty ({found}) and was left alone. Name a new or an empty folder.",
    ),
    "init.is-file": (
        "{path} 是一个文件。请换一个名字。",
        "{path} is a file. Choose another name.",
    ),
    # regions
    "regions.no-plate": (
        "{issue} 的第 {page} 版没有版面图。有图的版：{known}。",
        "Page {page} of {issue} has no image. Pages that have one: {known}.",
    ),
    # fields
    "fields.intro": (
        "字段写在文件开头的两行 --- 之间，每行一个：“字段: 内容”，英文冒号后面空一格。"
        "写英文或中文别名都行。\n",
        "Fields stand between the two lines of --- that open a file, one a line: key: value. "
        "A Chinese alias will do as well.\n",
    ),
    "fields.told": ("{takes}；例：{example}", "{takes}; e.g. {example}"),
    "fields.head.key": ("字段", "Field"),
    "fields.head.aliases": ("中文别名", "Chinese aliases"),
    "fields.head.takes": ("写什么", "What it takes"),
    "fields.head.example": ("例子", "Example"),
    "fields.head.shown": ("用在哪里", "Where it is used"),
    "fields.article": ("稿件", "an article: 01-02-name.md"),
    "fields.photo": ("photos 里的一张图片", "one of an article's photos"),
    "fields.source": ("稿件的 source", "an article's source"),
    "fields.signoff": ("稿件的 signoff", "an article's signoff"),
    "fields.jump": ("稿件的 jump", "an article's jump"),
    "fields.correction": ("corrections 里的一条更正", "one of an article's corrections"),
    "fields.credit": ("署名里的一人", "one of a byline's people"),
    "fields.issue.md": ("一期", "an issue"),
    "fields.page": ("issue.md 的 pages 里的一个版", "one of an issue's pages"),
    "fields.paper.yml": ("报纸", "the paper"),
    "fields.people.yml": ("人物", "people of record"),
    "fields.about.md": ("固定页面", "a standing page"),
    # wrong use
    "wrong": ("错误：", "error: "),
    "wrong.hint": ("看说明：{command} --help", "For help: {command} --help"),
    "wrong.option": ("没有 {name} 这个选项。", "There is no option {name}."),
    "wrong.command": ("没有 {name} 这个命令。", "There is no command {name}."),
    "wrong.similar": ("是不是想写 {names}？", "Did you mean {names}?"),
    "wrong.missing-argument": ("少写了{name}。", "{name} is missing."),
    "wrong.missing-option": ("少写了选项 {name}。", "The option {name} is missing."),
    "wrong.no-value": ("选项 {name} 后面要写内容。", "The option {name} needs a value."),
    "wrong.value-unwanted": ("选项 {name} 后面不跟内容。", "The option {name} takes no value."),
    "wrong.extra": ("多写了 {names}。", "Too much: {names}."),
    "wrong.choice": (
        "{name} 不能是“{value}”，可以是：{choices}。",
        "{name} can't be {value!r}; choose from: {choices}.",
    ),
    "wrong.number": (
        "{name} 要写 {low} 到 {high} 之间的整数，不能是“{value}”。",
        "{name} is a whole number from {low} to {high}, not {value!r}.",
    ),
    "wrong.day": (
        "“{value}”不是日期。请写成 2022-04-01 的样子。",
        "{value!r} is not a date. Write it like 2022-04-01.",
    ),
    "wrong.no-paper": (
        "这里不是报纸的文件夹：{path} 和它的上级文件夹里都没有 content/paper.yml。\n"
        "请先进入报纸的文件夹（cd），或者用 -C 指明它；要新办一份，用 banxin init 文件夹。",
        "This is no paper's folder: there is no content/paper.yml in {path} nor above it.\n"
        "Go to the paper's folder (cd), or name it with -C; banxin init FOLDER starts a new one.",
    ),
    "wrong.root": (
        "{path} 里没有 content/paper.yml，不是报纸的文件夹。",
        "There is no content/paper.yml in {path}: it is no paper's folder.",
    ),
    "wrong.file": ("电脑不让读写 {path}：{why}", "The system refused {path}: {why}"),
    "errno.EACCES": ("没有权限", "no permission"),
    "errno.EPERM": ("没有权限", "no permission"),
    "errno.ENOSPC": ("磁盘满了", "the disk is full"),
    "errno.EROFS": ("磁盘只能读，不能写", "the disk is read-only"),
    "errno.ENOENT": ("找不到", "not found"),
    "errno.EBUSY": ("别的程序正在用它", "another program is using it"),
    # the program's own faults
    "crash": (
        "对不起，程序自己出错了（{kind}）。稿件没有改动。\n"
        "出错的经过记在 {path}\n请把这个文件交给管程序的人，并说明刚才在做什么。",
        "Sorry, the program itself failed ({kind}). Your files were not touched.\n"
        "What happened is recorded in {path}\nPlease report it with that file attached.",
    ),
    "interrupted": ("已停下。", "Stopped."),
}
