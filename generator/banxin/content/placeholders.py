"""Words that `banxin new` writes for an editor to replace; nobody means to publish them."""

from __future__ import annotations

TITLE = "（标题）"
KICKER = "引题"
SUBTITLES = ("副题一", "副题二")
BYLINE = "记者 张三 李四/摄"
ALT = "画面上有什么"
CAPTION = "图片说明"
BODY = "（正文写在这里。段与段之间空一行，段首不用空格。）"

IN_FIELDS = frozenset((TITLE, KICKER, *SUBTITLES, BYLINE, ALT, CAPTION))
# what an editor leaves of it who wrote around it, or changed a word
BODY_STARTS = ("（正文写在这里", "(正文写在这里")
