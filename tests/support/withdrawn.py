"""A withdrawn article whose every field holds a secret that no page may tell."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from banxin.model import Body, Correction, Headline, Ref, SignOff, Source, Term
from tests.support.planned import PHOTO, PICTURE, article

WITHDRAWN = article(
    "01/02",
    status="withdrawn",
    title=Headline(("标题",)),
    section=Term("mi", "密"),
    kicker=(Headline(("机密引题",)),),
    subtitle=(Headline(("机密副题",)),),
    abstract="机密提要",
    dateline="机密电头",
    photos=(replace(PHOTO, caption="机密图说"),),
    signoff=SignOff(("机密单位",), date(2022, 3, 29)),
    people=("机密人物",),
    source=Source("机密稿源"),
    body=Body("<p>机密正文</p>", "机密正文", (Ref("picture", PICTURE.file, picture=PICTURE),)),
    corrections=(Correction(date(2022, 4, 2), "已撤稿"),),
    note="说明",
)
