"""What kind of article a story is, as its title and its form say: a poem, a letter, a notice."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from msgspec.structs import replace

from banxin.importers.stories import patterns
from banxin.importers.stories.letters import is_letter
from banxin.importers.stories.looks import Looks
from banxin.importers.stories.salutations import is_salutation
from banxin.importers.stories.story import Story, Text
from banxin.importers.stories.verse import is_verse

_NUMBERED = r"(?:[（(〔][^（）()]{1,20}[）)〕])?$"
_NOTICES = "[通公布]告|公示|启事|通知|声明|鸣谢|招[生聘]简章"
_TITLES = (
    ("obituary", re.compile(r".{0,20}讣[告闻]$")),
    ("correction", re.compile("(?:.{0,6}(?:更正|勘误))(?:启事|说明|与致歉|及致歉|声明|表)?$")),
    ("statement", re.compile("本[报社刊].{0,4}声明$|声明$")),
    (
        "notice",
        re.compile(rf".{{0,40}}(?:[通公布]告|公示|启事|通知|声明|鸣谢|招[生聘]简章){_NUMBERED}"),
    ),
)
_LETTERS = re.compile("(?:感谢信|慰问信|表扬信|公开信|一封信)$")
ASKS = re.compile(r"(?:问|答|记者|本报记者|主持人|编者|网友|读者|Q)\d{0,2}\s*[:：]", re.IGNORECASE)
_ANSWERS = re.compile(r"(?!问|记者|本报记者|主持人)[^，。：:？！]{1,14}\s*[:：]")
_TUNE = re.compile(  # what 诗 and 词 are written to, before their own title
    "(?:[五七][律绝古]|古风|浪淘沙|满江红|沁园春|水调歌头|蝶恋花|清平乐|西江月|卜算子|临江仙|念奴娇|鹧鸪天|菩萨蛮"
    "|忆江南|如梦令|采桑子|浣溪沙|虞美人|定风波|江城子|渔家傲|踏莎行|一剪梅|青玉案|点绛唇|破阵子|鹊桥仙|醉花阴"
    "|南乡子|水龙吟|贺新郎|诉衷情|长相思|减字木兰花|调笑令|十六字令|行香子|苏幕遮|天净沙|山坡羊)"
    r"(?:[·・•．]|[（(].{1,12}[)）]$|$)"
)
_LINE = 30  # characters of verse
_TURNS = 2
_PEN_NAME = re.compile(r"[\u4e00-\u9fff·]{2,5}")


def kind_of(story: Story) -> str:
    """A key of ``model.kinds``; "" for news."""
    texts = [one.paragraph.said for one in story.body if isinstance(one, Text)]
    sung = _TUNE.match(story.title) and texts and max(map(len, texts)) <= _LINE
    if sung or is_verse(story.body):
        return "poem"
    if is_letter(texts) or (_LETTERS.search(story.title) and any(map(is_salutation, texts[:1]))):
        return "letter"
    if is_interview(texts):
        return "qa"
    if story.dateline or story.byline:
        return ""  # news about such a text
    title = re.sub(r"[\s|]+", "", story.title)
    found = next((key for key, pattern in _TITLES if pattern.fullmatch(title)), "")
    return found or ("names" if patterns.heads_names(title) else "")


def named_notice(name: str) -> str:
    """notice of 通知, what a file is called that says nothing else; "" for any other name."""
    return "notice" if re.fullmatch(_NOTICES, re.sub(r"[\W\d_]", "", name)) else ""


def is_interview(texts: Sequence[str]) -> bool:
    """Whether somebody asks and somebody answers, more than once."""
    turns = list(itertools.pairwise(texts))
    asked = [bool(ASKS.match(a) and not a.startswith("答") and _ANSWERS.match(b)) for a, b in turns]
    return sum(asked) >= _TURNS


def with_author(story: Story) -> Story:
    """A poem's author, where a few letters stand below its title: as a 副题 would, or with an empty
    line below them, or in brackets."""
    if story.kind != "poem" or story.byline:
        return story
    made = replace(story, guessed=story.guessed | {"byline"})
    if len(story.subtitle) == 1 and _PEN_NAME.fullmatch(story.subtitle[0]):
        return replace(made, byline=story.subtitle[0], subtitle=())
    lines = [one.paragraph for one in story.body if isinstance(one, Text)]
    name = patterns.bare_byline(lines[0].said) if lines else ""
    apart = len(lines) > 1 and lines[1].above > lines[0].above
    apart = apart or (len(lines) > 1 and lines[0].align not in ("", "left", lines[1].align))
    apart = apart or (patterns.heads_names(story.title) and patterns.is_name(name))
    bracketed = bool(name) and lines[0].said[0] in "（("
    if (apart or bracketed) and _PEN_NAME.fullmatch(name):
        return replace(made, byline=name, body=story.body[1:])
    return story


def with_doubted_title(story: Story, looks: Looks) -> Story:
    """A poem's title is a guess where it looks as the lines do and nothing parts it from them: it
    may be the first of them."""
    first = story.body[0] if story.body else None
    if story.kind != "poem" or story.byline or not looks.plain or not isinstance(first, Text):
        return story
    parted = first.paragraph.above > looks.spaced or bool(_TUNE.match(story.title))
    return story if parted else replace(story, guessed=story.guessed | {"title"})
