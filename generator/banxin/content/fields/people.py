"""What may stand in people.yml."""

from __future__ import annotations

import re

from banxin.content.fields.record import Field, Kind, Spot, shape
from banxin.content.fields.terms import KEY
from banxin.content.fields.value_types import NUMBER, TEXT
from banxin.content.frontmatter import Node, Text

_IDENT = re.compile(r"\w{1,20}")


def _ident(node: Node, spot: Spot) -> str | None:
    ident = node.value.strip() if isinstance(node, Text) else ""
    if not _IDENT.fullmatch(ident):
        spot.error(node, "wants-id")
        return None
    return ident


IDENT = Kind("几个字或数字，没有空格", "a few letters or digits without a space", _ident)


class PersonKeys:
    NAME = Field("name", ("姓名",), TEXT, "王慧杰", "文中人物", "people of an article")
    TITLE = Field("title", ("职务",), TEXT, "区委书记", "人物名单", "lists of people")
    ORDER = Field("order", ("顺序", "排序"), NUMBER, "1", "人物的先后", "the order of people")
    KEY = Field("key", ("键",), KEY, "wang-huijie", "署名页的地址", "address of the byline list")
    ID = Field(
        "id",
        ("区分", "标识"),
        IDENT,
        "石室",
        "同名的人：署名写“王芳#石室”",
        "of namesakes: a byline says 王芳#石室",
    )


PERSON = shape("people.yml", PersonKeys)
