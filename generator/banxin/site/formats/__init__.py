"""A story in another form than a page of the site: what other programs and platforms take.

wechat.py       HTML that the editor of WeChat's official accounts (公众号) takes
inline_html.py  a body's HTML with its style in each element and nothing that such an editor drops

A new one is a module with a function of (site, issue, article) and its row in ``FORMS``. What is
made of an issue as a whole, and published with the site, is a file for programs
(``site/machine_files.py``) or a plugin's; both may call a form. Nothing here reads a file.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from banxin.model import Article, Issue
from banxin.site.context import SiteContext
from banxin.site.formats.wechat import wechat


class StoryForm(msgspec.Struct, frozen=True):
    """``write`` gets an issue as readers get it, and one of its articles."""

    key: str
    media_type: str
    write: Callable[[SiteContext, Issue, Article], str]


WECHAT = StoryForm("wechat", "text/html", wechat)

FORMS = (WECHAT,)
