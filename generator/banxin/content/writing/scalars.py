"""A text as a value of front matter: bare where that is surely the same text."""

from __future__ import annotations

import json
import re

_PLAIN = re.compile(r"[\w一-鿿《》“”（）·][\w一-鿿《》“”（）·，。！？、 .|-]*")
_ODD = re.compile(r"\s$|^\d|^(true|false|yes|no|on|off|null|y|n|~)$|---", re.IGNORECASE)
# YAML refuses some as they are, and an editor sees none of them
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2064]"
)


def scalar(text: str) -> str:
    """``text`` as YAML: bare where that is surely the same text, else in quotes."""
    return text if _PLAIN.fullmatch(text) and not _ODD.search(text) else quoted(text)


def flow_item(text: str) -> str:
    """``text`` as an item of ``[a, b]`` or ``{key: a}``: a comma or a bracket would end it."""
    plain = scalar(text)
    return plain if not re.search(r"[，、,|]", plain) else quoted(text)


def quoted(text: str) -> str:
    """In double quotes; in single ones where those would need a backslash that an editor sees."""
    if ('"' in text or "\\" in text) and not _UNSEEN.search(text):
        return "'" + text.replace("'", "''") + "'"
    plain = json.dumps(text, ensure_ascii=False)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)
