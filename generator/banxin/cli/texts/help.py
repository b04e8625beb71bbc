"""What ``--help`` teaches: each command's summary, its manual, its examples and its options."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "usage": ("用法：", "Usage: "),
    "options": ("选项", "Options"),
    "commands": ("命令", "Commands"),
    "examples": ("例子", "Examples"),
    "options.metavar": ("[选项]…", "[OPTIONS]..."),
    "command.metavar": ("命令 [参数]…", "COMMAND [ARGS]..."),
    "metavar.folder": ("文件夹", "FOLDER"),
    "metavar.date": ("日期", "DATE"),
    "metavar.issue": ("期", "ISSUE"),
    "metavar.number": ("数", "N"),
    "metavar.years": ("年份", "YEARS"),
    "metavar.text": ("文字", "TEXT"),
    "metavar.address": ("网址", "URL"),
    "metavar.path": ("路径", "PATH"),
    "metavar.shell": ("[bash|zsh|fish]", "[bash|zsh|fish]"),
    "option.help": ("看这份说明。", "Show this text."),
    "option.version": ("看版本号。", "Show the version."),
    "option.lang": ("界面用的语言；不写时看系统，默认中文。", "Language; default: the system's."),
    "option.root": (
        "报纸所在的文件夹；不写时从当前文件夹往上找。",
        "The paper's folder; default: found upward from here.",
    ),
    "option.debug": (
        "程序出错时把经过打在屏幕上。",
        "Show the traceback when the program itself fails.",
    ),
    "root": (
        "版心：把中文报纸的每一期做成网站。\n\n"
        "每期的稿件是 content/issues/ 里的 Markdown 文件；banxin 把它们做成网页，放进 output/。",
        "Banxin makes a website of each issue of a Chinese newspaper.\n\n"
        "Articles are Markdown files in content/issues/; banxin draws their pages into output/.",
    ),
    "root.examples": (
        "banxin init 我的报纸          新办一份报纸\n"
        "banxin new issue              开一期新的\n"
        "banxin new article --page 1   在最近一期的一版添一篇稿\n"
        "banxin serve --open           边写边看\n"
        "banxin check                  查错\n"
        "banxin build                  出网站",
        "banxin init my-paper          start a new paper\n"
        "banxin new issue              open a new issue\n"
        "banxin new article --page 1   add an article to page 1 of the latest issue\n"
        "banxin serve --open           write and watch\n"
        "banxin check                  look for mistakes\n"
        "banxin build                  make the website",
    ),
    "build": (
        "出网站：把改动过的页面画好，放进 output/。\n\n"
        "只重画受改动影响的页面。稿件有错就一页也不动，网站保持原样，把错处全部列出来。",
        "Make the website: draw the pages that changed into output/.\n\n"
        "If anything is wrong, nothing is touched and every mistake is listed.",
    ),
    "build.examples": (
        "banxin build                                      出网站\n"
        "banxin build --strict                             有提醒也不放过\n"
        "banxin build --base-url https://example.org/bao/  网站放在这个网址下\n"
        "banxin build --explain 2022-04-01/01/             这一页为什么要重画",
        "banxin build                                      make the website\n"
        "banxin build --strict                             warnings count as errors\n"
        "banxin build --base-url https://example.org/bao/  it will live at this address\n"
        "banxin build --explain 2022-04-01/01/             why is this page drawn?",
    ),
    "build.base-url": (
        "网站的网址，或以 / 开头的路径；不写时依 paper.yml。",
        "The site's address, or a path from /; default: as paper.yml says.",
    ),
    "build.drafts": ("连草稿（status: draft）一起出。", "Include drafts (status: draft)."),
    "build.output": ("网站放在哪里；默认是 output。", "Where the site goes; default: output."),
    "build.media-output": (
        "设了 media_base 时，图片和 PDF 放在哪里；默认是 output-media。",
        "Where pictures and PDFs go if media_base is set; default: output-media.",
    ),
    "build.years": (
        "只画这些年，放进 parts/；不做检索。各部分用 --join 合成全站。",
        "Draw only these years, into parts/, no search; --join makes the whole of parts.",
    ),
    "build.join": (
        "取用这个文件夹里 --years 画好的页面；可以写几次。",
        "Take over what --years drew into this folder; may be given several times.",
    ),
    "build.all": ("每一页都重画一遍。", "Draw every page again."),
    "build.strict": ("把提醒也当作错误。", "Treat warnings as errors."),
    "build.no-search": ("不做全文检索，快一些。", "Leave out the search; faster."),
    "build.explain": (
        "不出网站，只说这一页会不会重画、为什么。",
        "Build nothing; say whether and why this page is drawn.",
    ),
    "check": (
        "查错：把稿件从头到尾查一遍，不动网站。\n\n"
        "查到的每一处都写明文件、行、列，出了什么事，该怎么办。没有错退出码是 0，有错是 1。",
        "Look for mistakes without touching the website.\n\n"
        "Each one names file, line and column, what is wrong and what to do. Exit code 0: clean; "
        "1: mistakes.",
    ),
    "check.examples": (
        "banxin check                  查错\n"
        "banxin check --strict         提醒也算错\n"
        "banxin check --format json    给别的程序看",
        "banxin check                  look for mistakes\n"
        "banxin check --strict         warnings count as errors\n"
        "banxin check --format json    for other programs",
    ),
    "check.format": (
        "text 给人看，json 给程序看，github 标在合并请求上。",
        "text for people, json for programs, github for pull requests.",
    ),
    "serve": (
        "边写边看：在本机打开网站，稿件一存盘，浏览器里就换成新的。\n\n"
        "写错了，网页上会说错在哪里；改好了，提示自己消失。按 Ctrl+C 结束。",
        "Write and watch: serve the site on this computer and refresh it at every save.\n\n"
        "Mistakes are shown in the page until they are mended. Ctrl+C ends it.",
    ),
    "serve.examples": (
        "banxin serve --open           打开浏览器\n"
        "banxin serve --drafts         连草稿一起看\n"
        "banxin serve --port 9000      换一个端口",
        "banxin serve --open           open the browser\n"
        "banxin serve --drafts         drafts too\n"
        "banxin serve --port 9000      another port",
    ),
    "serve.host": (
        "在哪个地址上服务；默认 127.0.0.1，只有本机能看。",
        "Address to bind; default 127.0.0.1, seen by this computer only.",
    ),
    "serve.port": ("端口；被占用时自动换一个。", "Port; if taken, the next free one is used."),
    "serve.open": ("顺便打开浏览器。", "Open the browser."),
    "regions": (
        "画热区：在版面图上圈出每篇稿的位置，存进稿件的 region。\n\n"
        "在浏览器里拖出矩形、点出多边形，指给这一版的一篇稿；存盘时只改 region 这一个字段。"
        "按 Ctrl+C 结束。",
        "Draw hot areas: outline each article on the printed page's image, saved as its region.\n\n"
        "Drag rectangles or click polygons in the browser and give each to an article of the "
        "page; saving changes that one field and nothing else. Ctrl+C ends it.",
    ),
    "regions.examples": (
        "banxin regions 2022-04-01 --open       打开浏览器\n"
        "banxin regions 2022-04-01 --page 3     从第 3 版画起",
        "banxin regions 2022-04-01 --open       open the browser\n"
        "banxin regions 2022-04-01 --page 3     begin with page 3",
    ),
    "regions.page": ("先画第几版。", "The page to begin with."),
    "new": (
        "添一期，或者添一篇稿。",
        "Add an issue, or an article.",
    ),
    "new.examples": (
        "banxin new issue              下一期\nbanxin new article --page 1   最近一期的一版",
        "banxin new issue              the next issue\n"
        "banxin new article --page 1   page 1 of the latest issue",
    ),
    "new.issue": (
        "开一期新的：期号加一，版面照最近一期排好。\n\n"
        "日期写成 2022-04-02；不写时用今天，今天已经出过就用最近一期的第二天。"
        "那一期已经有了就不动它。",
        "Open a new issue: the next number, pages as in the latest issue.\n\n"
        "DATE is written 2022-04-02; default: today, or the day after the latest issue if that is "
        "later. An issue that exists is left alone.",
    ),
    "new.issue.examples": (
        "banxin new issue              日期自己算\n"
        "banxin new issue 2022-04-02   指定日期\n"
        "banxin new issue 2022-04-02-2 同一天的号外、增刊",
        "banxin new issue              work out the date\n"
        "banxin new issue 2022-04-02   on this day\n"
        "banxin new issue 2022-04-02-2 an extra of the same day",
    ),
    "new.article": (
        "添一篇稿：文件名用下一个空着的号，内容是填空式的样子，先算草稿。\n\n"
        "写好之后删去 status: draft 这一行，下次出网站时就会登出来。",
        "Add an article under the next free number: a commented form, a draft at first.\n\n"
        "Delete the line status: draft when it is ready to be published.",
    ),
    "new.article.examples": (
        "banxin new article --page 1\n"
        "banxin new article --issue 2022-04-01 --page 2 --title 春耕正当时 --name spring",
        "banxin new article --page 1\n"
        "banxin new article --issue 2022-04-01 --page 2 --title 春耕正当时 --name spring",
    ),
    "new.article.issue": ("哪一期；默认最近一期。", "Which issue; default: the latest."),
    "new.article.page": ("第几版。", "Which page of the issue."),
    "new.article.title": ("标题。", "The title."),
    "new.article.name": (
        "文件名里的几个字，给人看的，不影响网址。",
        "A word for the file's name, for people only.",
    ),
    "init": (
        "新办一份报纸：在一个空文件夹里放好配置、样稿、发布流程和编辑手册。",
        "Start a paper: settings, a sample issue, publishing and a manual in an empty folder.",
    ),
    "init.examples": (
        "banxin init 我的报纸\nbanxin init bao --name 今日小城",
        "banxin init my-paper\nbanxin init bao --name 今日小城",
    ),
    "init.name": ("报名；默认用文件夹的名字。", "The paper's name; default: the folder's."),
    "fields": (
        "字段表：文件开头能写哪些字段，中文别名是什么。",
        "The fields that files may have, with their Chinese aliases.",
    ),
    "fields.examples": (
        "banxin fields                       全部字段\nbanxin fields --format markdown     表格",
        "banxin fields                       all fields\n"
        "banxin fields --format markdown     a table",
    ),
    "fields.format": ("text 给人看，markdown 是表格。", "text for people, markdown for a table."),
    "completion": (
        "打印补全脚本：装上以后，按 Tab 就能补全命令、选项和期。",
        "Print the completion script: Tab then completes commands, options and issues.",
    ),
    "completion.examples": (
        'eval "$(banxin completion bash)"                               写进 ~/.bashrc\n'
        'eval "$(banxin completion zsh)"                                写进 ~/.zshrc\n'
        "banxin completion fish > ~/.config/fish/completions/banxin.fish",
        'eval "$(banxin completion bash)"                               in ~/.bashrc\n'
        'eval "$(banxin completion zsh)"                                in ~/.zshrc\n'
        "banxin completion fish > ~/.config/fish/completions/banxin.fish",
    ),
}
