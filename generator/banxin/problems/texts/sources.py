"""Texts of problems in how a source file is written: encoding, front matter, YAML."""

from __future__ import annotations

from banxin.problems.texts.entry import Entry, Text

TEXTS: dict[str, Entry] = {
    "file-unreadable": Entry(
        Text("这个文件读不出来。", "{why}", "检查文件的权限，并确认它是一个普通文件。"),
        Text("This file can't be read.", "{why}", "Check its permissions, and that it is a file."),
    ),
    "not-utf8": Entry(
        Text(
            "这个文件不是 UTF-8 编码，从第 {line} 行起无法辨认。",
            "它很可能是按 {encoding} 编码保存的，网页会显示成乱码。",
            "在编辑器里选“另存为”，编码选 UTF-8，再保存一次。",
        ),
        Text(
            "This file is not in UTF-8; from line {line} on it can't be read.",
            "It was probably saved as {encoding}, and would be published as garbage.",
            "Choose “save as” in your editor, with the encoding UTF-8.",
        ),
    ),
    "not-text": Entry(
        Text(
            "这个文件不是文本，第 {line} 行有无法辨认的内容。",
            "它可能是 Word 文档、压缩包或图片，只是名字以 .md 或 .yml 结尾。",
            "打开原来的文件，把文字复制到一个新的文本文件里，用 UTF-8 编码保存。",
        ),
        Text(
            "This file is not text; line {line} can't be read.",
            "It may be a Word document, an archive or a picture with the name of a text file.",
            "Copy its words into a new text file, and save that in UTF-8.",
        ),
    ),
    "control-character": Entry(
        Text(
            "这里有一个看不见的控制字符：{character}。",
            "多半是从 Word 或网页复制时带进来的。",
            "删掉这个位置上的字符；看不见时，把前后几个字一起删去重打。",
        ),
        Text(
            "Here is an invisible control character: {character}.",
            "It probably came along when text was copied from Word or a web page.",
            "Delete it; if you can't see it, delete and retype the words around it.",
        ),
    ),
    "no-front-matter": Entry(
        Text(
            "文件开头没有字段。",
            "第一行应当是 ---，下面是标题等字段，再以一行 --- 结束，然后才是正文。",
            "在文件最前面加上三行：---、title: 标题、---。",
        ),
        Text(
            "The file doesn't begin with its fields.",
            "The first line must be ---, then come the fields, then another ---, then the text.",
            "Put three lines at the top: ---, title: a title, ---.",
        ),
    ),
    "unclosed-front-matter": Entry(
        Text(
            "字段部分没有结束。",
            "开头有一行 ---，后面却找不到第二行 ---，分不清哪里是正文。",
            "在最后一个字段下面单独加一行 ---。",
        ),
        Text(
            "The fields never end.",
            "There is a line of --- at the top, but no second one before the text.",
            "Add a line of --- below the last field.",
        ),
    ),
    "no-fields": Entry(
        Text(
            "这里应当是一行一个字段。",
            "字段的写法是“键: 值”，例如 title: 标题。",
            "改成“键: 值”的写法，冒号用英文半角，后面空一格。",
        ),
        Text(
            "Here should be fields, one a line.",
            "A field is written as “key: value”, such as title: a title.",
            "Write “key: value”, with a space behind the colon.",
        ),
    ),
    "repeated-key": Entry(
        Text(
            "“{key}”写了两次，第一次在第 {first} 行。",
            "同一个键只能有一个值。",
            "留下一个；要写几行标题或几个名字时，用列表 [一, 二]。",
        ),
        Text(
            "“{key}” is given twice; first on line {first}.",
            "A key has one value.",
            "Keep one of them; several values go into a list: [one, two].",
        ),
    ),
    "yaml-tab": Entry(
        Text(
            "这一行用制表符（Tab）缩进。",
            "YAML 只认空格缩进。",
            "把行首的制表符换成两个空格。",
        ),
        Text(
            "This line is indented with a tab.",
            "YAML takes spaces only.",
            "Put two spaces in place of the tab.",
        ),
    ),
    "unquoted-colon": Entry(
        Text(
            "“{key}”的值里有英文冒号加空格，却没有加引号。",
            "YAML 会把冒号前面的文字当成另一个键。",
            "给整个值加上引号：{shown}",
        ),
        Text(
            "The value of “{key}” holds a colon and is not in quotes.",
            "YAML takes what stands before the colon for another key.",
            "Put the whole value in quotes: {shown}",
        ),
    ),
    "fullwidth-colon": Entry(
        Text(
            "“{key}”后面用了中文冒号。",
            "键和值之间要用英文冒号“:”，后面空一格。",
            "改成：{shown}",
        ),
        Text(
            "A full-width colon stands behind “{key}”.",
            "A key and its value are parted by “:” and a space.",
            "Write: {shown}",
        ),
    ),
    "no-space-after-colon": Entry(
        Text("“{key}:”后面少一个空格。", "冒号后面不空格，YAML 就不把它当作键。", "改成：{shown}"),
        Text(
            "A space is missing behind “{key}:”.",
            "Without the space YAML doesn't see a key.",
            "Write: {shown}",
        ),
    ),
    "reserved-character": Entry(
        Text(
            "值以“{character}”开头，却没有加引号。",
            "这个字符放在开头时，在 YAML 里另有用处。",
            "给整个值加上引号：{shown}",
        ),
        Text(
            "The value begins with “{character}” and is not in quotes.",
            "At the beginning of a value this character has a meaning of its own in YAML.",
            "Put the whole value in quotes: {shown}",
        ),
    ),
    "text-after-quote": Entry(
        Text(
            "引号 {character} 结束之后还有文字。",
            "值以引号开头时，YAML 认为引号里面就是整个值。",
            "用另一种引号把整个值包起来：{shown}",
        ),
        Text(
            "There is text behind the closing {character}.",
            "Where a value begins with a quotation mark, YAML takes the quoted part for all of it.",
            "Put the whole value in the other kind of quotes: {shown}",
        ),
    ),
    "unclosed-quote": Entry(
        Text(
            "引号没有配对：{text}",
            "有开头的引号，没有结尾的引号。",
            "补上后一个引号；如果引号属于文字本身，改用中文引号“”。",
        ),
        Text(
            "A quotation mark is not closed: {text}",
            "There is an opening mark but no closing one.",
            "Add the closing mark; if the mark belongs to the text, use “ and ”.",
        ),
    ),
    "unclosed-bracket": Entry(
        Text(
            "括号没有配对：{text}",
            "以 [ 或 {{ 开头的值，要以 ] 或 }} 结尾，各项用英文逗号隔开。",
            "补上后一个括号；如果括号属于文字本身，给整个值加引号。",
        ),
        Text(
            "A bracket is not closed: {text}",
            "A value that begins with [ or {{ ends with ] or }}, its items parted by commas.",
            "Add the closing bracket; if it belongs to the text, put the value in quotes.",
        ),
    ),
    "not-a-field": Entry(
        Text(
            "这一行不是字段：{text}",
            "两行 --- 之间每行都要写成“键: 值”。",
            "如果是正文，在它前面加一行 ---；如果是上一行的后半句，行首空两格。",
        ),
        Text(
            "This line is no field: {text}",
            "Between the two lines of --- everything is written as “key: value”.",
            "If it is text, put a line of --- above it; if the line above goes on here, indent it.",
        ),
    ),
    "yaml-indent": Entry(
        Text(
            "缩进不对：{text}",
            "同一层的字段要左对齐，下一层比上一层多空两格。",
            "用空格把它和同一层的字段对齐。",
        ),
        Text(
            "The indentation is wrong: {text}",
            "Fields of one level begin in one column; those of the next are two spaces further in.",
            "Align it with the fields of its level.",
        ),
    ),
    "yaml-syntax": Entry(
        Text(
            "这一行不合 YAML 的写法：{text}",
            "YAML 读到这里停下了（{reason}）。",
            "检查这一行和上一行的冒号、引号、括号和缩进；有特殊符号的值加引号。",
        ),
        Text(
            "This line is not YAML: {text}",
            "The parser stopped here ({reason}).",
            "Look at the colons, quotes, brackets and indents of this line and the one above.",
        ),
    ),
    "several-documents": Entry(
        Text(
            "文件里多了一行 ---。",
            "在 .yml 文件里，--- 会把文件分成两份，后一份不会被读到。",
            "删去这一行 ---。",
        ),
        Text(
            "There is a line of --- too many.",
            "In a .yml file --- begins a second document, which would not be read.",
            "Remove the line.",
        ),
    ),
    "too-deep": Entry(
        Text(
            "这里一层套一层，套得太深了。",
            "没有哪个字段需要这么多层。",
            "检查缩进，或者去掉多余的方括号。",
        ),
        Text(
            "Lists are nested too deeply here.",
            "No field needs so many levels.",
            "Look at the indents, or remove brackets.",
        ),
    ),
    "key-not-text": Entry(
        Text(
            "键必须是文字。",
            "这里的键以 [ 或 {{ 开头，成了列表。",
            "改成“键: 值”的写法；如果括号属于文字本身，加引号。",
        ),
        Text(
            "A key must be text.",
            "This one begins with [ or {{, which makes it a list.",
            "Write “key: value”; if the bracket belongs to the text, use quotes.",
        ),
    ),
}
