"""Texts of problems with what an article points at: pictures, files, links, notes."""

from __future__ import annotations

from banxin.problems.texts.entry import Entry, Text

TEXTS: dict[str, Entry] = {
    "not-beside": Entry(
        Text(
            "“{file}”不在这个文件夹里。",
            "图片和附件要和用到它的文件放在同一个文件夹，这里只写文件名。",
            "把文件移过来，只写它的名字，例如 road-block.jpg。",
        ),
        Text(
            "“{file}” is not in this folder.",
            "Pictures and attachments lie beside the file that uses them, and are named alone.",
            "Move the file here, and write its name only, such as road-block.jpg.",
        ),
    ),
    "picture-missing": Entry(
        Text(
            "找不到图片：{file}",
            "文件夹里相近的：{present}（文件名区分大小写）",
            "把图片放进这个文件夹，或改正文件名。",
        ),
        Text(
            "There is no picture {file}",
            "In the folder there is: {present} (capital letters matter)",
            "Put the picture into the folder, or correct the name.",
        ),
    ),
    "picture-unreadable": Entry(
        Text("图片读不出来：{file}", "{why}", "检查文件的权限，并确认它是一个普通文件。"),
        Text("The picture {file} can't be read.", "{why}", "Check its permissions."),
    ),
    "picture-not-one": Entry(
        Text(
            "这个文件不是图片：{file}",
            "改扩展名不会把别的文件变成图片。",
            "用看图软件打开原图，另存为 JPEG、PNG 或 WebP。",
        ),
        Text(
            "This file is no picture: {file}",
            "Renaming a file doesn't make it one.",
            "Open the original in an image program, and save it as JPEG, PNG or WebP.",
        ),
    ),
    "picture-empty": Entry(
        Text("图片是空文件：{file}", "多半是没有传完。", "重新复制这张图片。"),
        Text("The picture is empty: {file}", "It was probably never copied.", "Copy it again."),
    ),
    "picture-damaged": Entry(
        Text(
            "图片坏了，只能读出一部分：{file}", "解码时出错：{reason}", "重新复制或导出这张图片。"
        ),
        Text(
            "The picture is damaged: {file}",
            "Its decoder says: {reason}",
            "Copy or export it again.",
        ),
    ),
    "picture-animated": Entry(
        Text(
            "会动的图片登出来只有第一幅：{file}",
            "网站里会动的图片只有 GIF。",
            "要它动，另存为 GIF；只要一幅，另存为 PNG 或 JPEG，就不再提醒。",
        ),
        Text(
            "An animated picture is shown as its first frame: {file}",
            "Of pictures that move, the site shows GIF only.",
            "Save it as GIF, or as a still PNG or JPEG to silence this.",
        ),
    ),
    "picture-kind": Entry(
        Text(
            "网页上不能用这种图片（{kind}）：{file}",
            "可用的是 JPEG、PNG、WebP、AVIF、GIF。",
            "另存为 JPEG（照片）或 PNG（图表）。",
        ),
        Text(
            "A picture of this kind ({kind}) can't be used: {file}",
            "What can be used is JPEG, PNG, WebP, AVIF and GIF.",
            "Save it as JPEG (a photo) or PNG (a chart).",
        ),
    ),
    "picture-too-large": Entry(
        Text(
            "图片太大：{file}", "最多 {most} 百万像素。", "缩小后再放进来，长边 4000 像素就够了。"
        ),
        Text(
            "The picture is too large: {file}",
            "It may have {most} million pixels.",
            "Make it smaller; 4,000 pixels along the longer side are plenty.",
        ),
    ),
    "picture-elsewhere": Entry(
        Text(
            "图片在别的网站上：{href}",
            "别的网站改版或关闭，图片就没了。",
            "把图片存到稿件旁边，这里写文件名。",
        ),
        Text(
            "The picture is on another website: {href}",
            "It would vanish with that website.",
            "Save it beside the article, and write its file's name.",
        ),
    ),
    "pdf-missing": Entry(
        Text(
            "找不到 PDF：{file}",
            "文件夹里相近的：{present}",
            "把文件放进这个文件夹，或改正文件名。",
        ),
        Text(
            "There is no PDF {file}",
            "In the folder there is: {present}",
            "Put the file into the folder, or correct the name.",
        ),
    ),
    "pdf-not-one": Entry(
        Text("这个文件不是 PDF：{file}", "文件开头没有 PDF 的标记。", "重新导出这一版的 PDF。"),
        Text("This file is no PDF: {file}", "It doesn't begin like one.", "Export the PDF again."),
    ),
    "link-empty": Entry(
        Text("链接没有写地址。", "括号里是空的。", "写上地址，或去掉这个链接。"),
        Text(
            "The link has no address.",
            "Its brackets are empty.",
            "Write an address, or drop the link.",
        ),
    ),
    "link-refused": Entry(
        Text(
            "不能用这样的链接：{href}",
            "只能用 https、http、mailto、tel 开头的地址；脚本链接会危及读者。",
            "改成网页地址，或去掉这个链接。",
        ),
        Text(
            "A link can't lead to {href}",
            "Links begin with https, http, mailto or tel; others could harm readers.",
            "Use a web address, or drop the link.",
        ),
    ),
    "link-absolute": Entry(
        Text(
            "链接不能以 / 开头：{href}",
            "站点换了地址，这样的链接就断了。",
            "链接稿件时写它的 Markdown 文件，例如 ../2022-03-31/01-02-meeting.md。",
        ),
        Text(
            "A link can't begin with a slash: {href}",
            "It would break where the site has another address.",
            "Point at an article's Markdown file, such as ../2022-03-31/01-02-meeting.md.",
        ),
    ),
    "link-outside": Entry(
        Text(
            "链接指到了 content 外面：{href}",
            "那里的文件不会发布。",
            "改成 content 里的文件，或完整的网址。",
        ),
        Text(
            "The link leads out of content: {href}",
            "What lies there is not published.",
            "Point at a file in content, or at a full web address.",
        ),
    ),
    "link-missing": Entry(
        Text(
            "链接指向的文件不存在：{href}",
            "文件夹里相近的：{present}",
            "改正文件名；如果是网站，地址以 https:// 开头。",
        ),
        Text(
            "The link leads to a file that doesn't exist: {href}",
            "In the folder there is: {present}",
            "Correct the name; the address of a website begins with https://.",
        ),
    ),
    "footnote-unused": Entry(
        Text(
            "脚注 {note} 没有被引用，不会显示。",
            "正文里没有 [^{note}]。",
            "在正文里加上 [^{note}]，或删去这条脚注。",
        ),
        Text(
            "Note {note} is referred to nowhere, so it isn't shown.",
            "The text holds no [^{note}].",
            "Put [^{note}] into the text, or remove the note.",
        ),
    ),
    "footnote-missing": Entry(
        Text(
            "没有脚注 {note}，正文里会原样显示 [^{note}]。",
            "脚注的内容要另起一段写。",
            "加一段 [^{note}]: 脚注内容。",
        ),
        Text(
            "There is no note {note}; the text will show [^{note}] as it stands.",
            "A note is written in a paragraph of its own.",
            "Add a paragraph [^{note}]: …",
        ),
    ),
}
