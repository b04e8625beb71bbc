"""Texts of problems met while planning, drawing and publishing."""

from __future__ import annotations

from banxin.problems.texts.entry import Entry, entry

TEXTS: dict[str, Entry] = {
    "no-issues": entry(
        (
            "还没有任何一期报纸。",
            "content/issues 里没有期的文件夹，首页只能显示一句说明。",
            "运行 banxin new issue 新建第一期。",
        ),
        (
            "There is no issue yet.",
            "content/issues holds no issue's folder, so the home page can only say so.",
            "Run banxin new issue to make the first one.",
        ),
    ),
    "link-dead": entry(
        (
            "链接指向的稿件不存在：{target}",
            "这个文件不在 content 里，或者已改名、已删除。",
            "改成现有稿件的文件名，例如 ../2022-03-31/01-02-meeting.md，或去掉这个链接。",
        ),
        (
            "The link leads to an article that doesn't exist: {target}",
            "There is no such file in content; it may have been renamed or removed.",
            "Name an existing file, such as ../2022-03-31/01-02-meeting.md, or drop the link.",
        ),
    ),
    "link-to-draft": entry(
        (
            "链接指向一篇草稿：{target}",
            "草稿不会发布，读者点开会看到“没有这一页”。",
            "把那篇稿件的 status 改成 published，或去掉这个链接。",
        ),
        (
            "The link leads to a draft: {target}",
            "Drafts are not published; readers would land on “not found”.",
            "Set that article's status to published, or drop the link.",
        ),
    ),
    "issue-twice": entry(
        (
            "同一期出现了两次：{key}",
            "另一个文件夹是 {other}。",
            "保留一个；如果是当天的号外或增刊，把文件夹改名为日期加 -2。",
        ),
        (
            "One issue is there twice: {key}",
            "The other folder is {other}.",
            "Keep one; an extra edition of that day gets a folder named with -2 at the end.",
        ),
    ),
    "number-twice": entry(
        (
            "总期号 {number} 用了两次。",
            "{other} 也是第 {number} 期，两期不能共用一个地址。",
            "核对报头，改正其中一期的 number。",
        ),
        (
            "The running number {number} is used twice.",
            "{other} has it too, and two issues can't share one address.",
            "Compare with the mastheads and correct number: in one of the two.",
        ),
    ),
    "number-gap": entry(
        (
            "总期号从 {before} 跳到了 {number}。",
            "中间的期号没有对应的文件夹。",
            "如果是打错了，改成 {expected}；如果确实缺期，可以不管这条提醒。",
        ),
        (
            "The running number jumps from {before} to {number}.",
            "No folder has the numbers between them.",
            "If it is a slip, write {expected}; if issues are really missing, ignore this.",
        ),
    ),
    "number-back": entry(
        (
            "总期号变小了：上一期是 {before}，这一期是 {number}。",
            "期号应随日期增加。",
            "核对这两期的 number 和文件夹的日期。",
        ),
        (
            "The running number goes back: {number} comes after {before}.",
            "Numbers grow with the date.",
            "Compare number: and the folders' dates of the two issues.",
        ),
    ),
    "layout-unknown": entry(
        (
            "主题里没有名为 {layout} 的版式。",
            "可用的版式：{known}。",
            "改成其中一个，或删去 layout 让程序自动排版。",
        ),
        (
            "The theme has no page layout called {layout}.",
            "It has: {known}.",
            "Name one of them, or drop layout: and let the program choose.",
        ),
    ),
    "standing-reserved": entry(
        (
            "固定页面不能叫 {key}。",
            "地址 /{key}/ 已有别的用途。",
            "给这个文件换一个名字，例如 about.md 或 contact.md。",
        ),
        (
            "A standing page can't be called {key}.",
            "The address /{key}/ has another use.",
            "Rename the file, to about.md or contact.md for example.",
        ),
    ),
    "path-twice": entry(
        (
            "两处内容要用同一个地址：{path}",
            "另一处来自 {other}。",
            "检查稿件的 aliases 和固定页面的文件名，改掉其中一个。",
        ),
        (
            "Two sources want one address: {path}",
            "The other one is {other}.",
            "Look at the articles' aliases and the standing pages' names, and change one.",
        ),
    ),
    "folder-unreadable": entry(
        ("读不了这个文件夹。", "{why}", "检查它的权限，或者它是否真是文件夹。"),
        ("This folder can't be read.", "{why}", "Check its permissions, and that it is a folder."),
    ),
    "folder-in-issue": entry(
        (
            "期的文件夹里不应再有文件夹，其中的文件没有被读取。",
            "稿件和图片直接放在期的文件夹里。",
            "把里面的文件移到上一层，再删去这个文件夹。",
        ),
        (
            "There is a folder inside an issue's folder; its files were not read.",
            "Articles and pictures lie directly in the issue's folder.",
            "Move its files one level up and remove it.",
        ),
    ),
    "stray-file": entry(
        (
            "这个文件放错了地方，不会被发布。",
            "稿件应放在期的文件夹里：content/issues/2022/2022-04-01/。",
            "把它移到对应日期的文件夹里。",
        ),
        (
            "This file lies in the wrong place and would not be published.",
            "Articles lie in their issue's folder: content/issues/2022/2022-04-01/.",
            "Move it into the folder of its date.",
        ),
    ),
    "symlink-outside": entry(
        (
            "符号链接指向了 content 之外。",
            "别人取得这个项目时，链接那头的内容不会跟着来。",
            "用真正的文件代替这个链接。",
        ),
        (
            "A symbolic link leads out of content.",
            "Whoever gets this project doesn't get what the link points at.",
            "Put the file itself in the link's place.",
        ),
    ),
    "symlink-broken": entry(
        ("符号链接指向的文件不存在。", "", "删去这个链接，或用真正的文件代替它。"),
        (
            "A symbolic link points at nothing.",
            "",
            "Remove the link, or put the file itself in its place.",
        ),
    ),
    "changed-while-read": entry(
        (
            "读取时文件又被改动了。",
            "可能正在保存或同步。",
            "等保存完成，再运行一次。",
        ),
        (
            "Files changed while they were being read.",
            "They may just have been saved or synchronised.",
            "Wait until that is done, and run again.",
        ),
    ),
    "issue-unreadable": entry(
        ("这一期读不出来。", "", "检查文件夹里的 issue.md。"),
        ("This issue can't be read.", "", "Look at issue.md in its folder."),
    ),
    "output-failed": entry(
        ("这个文件没能生成。", "{why}", "检查源文件是否完好、可读。"),
        ("This file could not be made.", "{why}", "Check that its source is sound and readable."),
    ),
    "base-url": entry(
        (
            "网址写得不对：{value}",
            "",
            "写成 https://example.org/paper/ 或 /paper/ 的样子。",
        ),
        ("Not a base URL: {value}", "", "Write it like https://example.org/paper/ or /paper/."),
    ),
    "base-url-missing": entry(
        (
            "没有设置网站的地址（base_url）。",
            "没有它，就做不了订阅源和站点地图，搜索引擎也不知道哪个地址是正式的。",
            "在 content/paper.yml 里写上 base_url，或构建时加 --base-url。",
        ),
        (
            "The site's address (base_url) is not set.",
            "Without it there is no feed and no sitemap, and no canonical address.",
            "Set base_url in content/paper.yml, or pass --base-url.",
        ),
    ),
    "build-busy": entry(
        (
            "另一个 banxin 正在构建这份报纸。",
            "两个同时写会互相干扰。",
            "等它完成，或先停掉它，再运行一次。",
        ),
        (
            "Another banxin is building this paper.",
            "Two at once would disturb each other.",
            "Wait for it or stop it, then run again.",
        ),
    ),
    "cache-failed": entry(
        (
            "构建缓存打不开。",
            "{why}",
            "检查磁盘空间和权限；仍不行就删去 .banxin 文件夹（只是缓存）再构建。",
        ),
        (
            "The build cache can't be opened.",
            "{why}",
            "Check disk space and permissions, or remove the folder .banxin: it is only a cache.",
        ),
    ),
    "write-failed": entry(
        ("写不了文件。", "{why}", "检查磁盘空间和文件夹权限，再运行一次。"),
        ("A file can't be written.", "{why}", "Check disk space and permissions, and run again."),
    ),
    "output-no-folder": entry(
        ("输出位置是一个文件，不是文件夹。", "", "换一个 --output，或移走这个文件。"),
        ("The output is a file, not a folder.", "", "Choose another --output, or move the file."),
    ),
    "output-not-ours": entry(
        (
            "输出文件夹里有别的文件，没有动它。",
            "在别人的文件夹里发布会覆盖或混入文件。",
            "换一个空文件夹（--output），或先清空它。",
        ),
        (
            "The output folder holds files that are not ours; it was left alone.",
            "Publishing there would overwrite or mix with them.",
            "Choose an empty folder with --output, or empty this one.",
        ),
    ),
    "part-unknown": entry(
        (
            "这个文件夹不是网站的一部分。",
            "里面没有 banxin build --years 留下的记录。",
            "写出用 --years 建的文件夹；传送时连隐藏文件一起传。",
        ),
        (
            "This folder is no part of a site.",
            "It lacks the record that banxin build --years leaves.",
            "Name a folder that was built with --years; hidden files must travel with it.",
        ),
    ),
    "site-large": entry(
        (
            "网站有 {size} MB，GitHub Pages 最多收 {limit} MB。",
            "图片 {pictures} MB，网页 {pages} MB，PDF {pdfs} MB，检索 {index} MB，其他 {rest} MB。",
            "图片和 PDF 可以放到别的地方（paper.yml 里的 media_base），早年的版面可以只登每篇的开头"
            "（excerpts_until），或者换一个没有这个上限的主机。",
        ),
        (
            "The site has {size} MB; GitHub Pages takes {limit} MB at most.",
            "Pictures {pictures} MB, pages {pages} MB, PDFs {pdfs} MB, "
            "search {index} MB, the rest {rest} MB.",
            "Keep pictures and PDFs elsewhere (media_base in paper.yml), let pages of early years "
            "show openings only (excerpts_until), or choose another host.",
        ),
    ),
}
