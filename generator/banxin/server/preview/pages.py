"""HTML on its way to the browser: the preview's script goes into every page."""

from __future__ import annotations

import html
import re

from banxin.problems import texts
from banxin.problems.texts import Language
from banxin.server.preview.addresses import OWN
from banxin.server.preview.live import PreviewState

_END = re.compile(rb"</body\s*>", re.IGNORECASE)
_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"


def with_script(page: bytes, state: PreviewState, *more: str) -> bytes:
    """``page`` with the script before its last ``</body>``, or at its end if it has none.

    ``state`` is the one read before ``page`` was: then no change in between can be missed.
    ``more``: elements that go in behind it.
    """
    tag = "".join((script(state), *more)).encode()
    ends = [match.start() for match in _END.finditer(page)]
    at = ends[-1] if ends else len(page)
    return page[:at] + tag + page[at:]


def script(state: PreviewState) -> str:
    marks = "".join(f' data-{k}="{html.escape(v)}"' for k, v in state.marks.items())
    return f'<script src="/{OWN}/live.js"{marks}></script>'


def copying(address: str, language: Language) -> str:
    """The button of a story's page that copies it for 公众号. ``address``: from the site's root."""
    words = {
        "do": texts.say("preview.copy-do", language),
        "done": texts.say("preview.copy-done", language),
        "failed": texts.say("preview.copy-failed", language),
    }
    marks = "".join(f' data-{key}="{html.escape(word)}"' for key, word in words.items())
    return f'<script src="/{OWN}/copy.js" data-at="{html.escape(address)}"{marks}></script>'


def nothing_yet(language: Language) -> bytes:
    """What stands in for the site until its first good build."""
    title, text = (
        texts.say("preview.nothing-title", language),
        texts.say("preview.nothing", language),
    )
    return (
        f'<!doctype html>\n<html lang="{"zh-CN" if language == "zh" else "en"}">\n'
        '<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(_POLICY)}">'
        f'<title>{title}</title><link rel="stylesheet" href="/{OWN}/live.css"></head>\n'
        f'<body class="nothing"><main><h1>{title}</h1><p>{text}</p></main></body>\n</html>\n'
    ).encode()
