"""What a new paper, a new issue and a new article begin as: values to texts, nothing written.

``files/`` holds a new paper as it will lie in its folder (a leading dot is added to the names
that need one), ``github/`` its workflows.

It imports the content, the model and where the themes lie, and never writes a file: the command
line does.
"""

from __future__ import annotations

import json
import re

_PLAIN = re.compile(r"[\w一-鿿《》“”（）·][\w一-鿿《》“”（）·，。！？、 .|-]*")
_ODD = re.compile(r"\s$|^\d|^(true|false|yes|no|on|off|null|y|n|~)$|---", re.IGNORECASE)


def scalar(text: str) -> str:
    """``text`` as YAML: bare where that is surely the same text, else in double quotes."""
    if _PLAIN.fullmatch(text) and not _ODD.search(text):
        return text
    return json.dumps(text, ensure_ascii=False)
