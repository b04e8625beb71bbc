"""Which words belong to a picture, and who took it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence

from msgspec.structs import replace

from banxin.content.bylines import credits
from banxin.importers.manuscript import Block, Image, Paragraph
from banxin.importers.stories import patterns
from banxin.importers.stories.looks import Looks
from banxin.importers.stories.plain_captions import plain_words
from banxin.importers.stories.story import StoryPicture
from banxin.model.characters import HAN

_CUES = re.compile(
    r"[（(]?(?:图[为一二三四五六七八九十①-⑨\d]|[上下左右题]图|图片说明|图说|图[:：]|[▲△▼▽↑←→↓])"
)
_WORK = "摄影报道|摄影|图/文|文/图|图|摄|供图"
_CREDIT = re.compile(
    rf"(?P<credit>(?:(?:本报|新华社)?(?:见习)?(?:记者|通讯员)[\s\u3000]*)?"
    rf"(?:[{HAN}·]{{2,5}}|[{HAN}]\s[{HAN}])(?:[\s\u3000、]+[{HAN}·]{{1,4}}){{0,4}}?"
    rf"[\s\u3000]*[/／]?[\s\u3000]*(?:{_WORK}))"
    r"\s*[)）】]?[。]?",
    re.DOTALL,
)
_LABELLED = re.compile(
    rf"(?P<credit>(?:摄影|插图|配图|题图|绘图|绘画|制图|漫画|供图)(?:\s*[:：/／丨|]\s*|[\s\u3000]+)"
    rf"[{HAN}·]{{2,5}}(?:[\s\u3000、]+[{HAN}·]{{1,4}}){{0,4}})\s*[)）】]?[。]?"
)
_WAYS = (_CREDIT, _LABELLED)
_BEFORE = re.compile(r"[\s\u3000。，；！？”）)（(【]")
_MADE = re.compile(
    r"(?:图片|图像|picture|image|img|dsc|微信图片)[\s_\-\d]*.*|.*\.\w{3,4}|[\w\s\-]{0,40}",
    re.IGNORECASE,
)
_POINTS = re.compile(r"^\s*[▲△▼▽↑←→↓]\s*")  # at the picture, which stands elsewhere now
_CALLED = re.compile(r"[（(]?\s*(?:图片说明|图说|图注)\s*[:：]\s*")
_DOWN = re.compile("[▼▽↓]|[（(]?下图")
_TOOK = re.compile("(?<![图文/／])(?:摄影?|供图)[)）】]?。?$")
_LONGEST = 150
_SHORT = 60
_BRIEF, _SEVERAL = 30, 3  # characters of a caption; pictures that take turns with theirs


def is_caption(p: Paragraph, looks: Looks, *, near: bool) -> bool:
    """Whether a paragraph is a picture's words. ``near``: it stands beside a picture."""
    role = looks.role(p)
    if role:
        return role == "caption"
    said = p.said
    if not near or len(said) > _LONGEST or patterns.has_dateline(said):
        return False
    if patterns.is_separator(said):
        return False
    if _CUES.match(said):
        return True
    words, credit = credit_of(said)
    if credit:
        return "报道" not in credit or 0 < len(words) <= _SHORT  # the bare line signs the story
    if looks.plain or looks.is_head(p):
        return p.align == "center" and p.size < looks.body
    return p.size < looks.body or (p.align == "center" and not p.bold)


def credit_of(caption: str) -> tuple[str, str]:
    """A caption's words, and whose picture it is: 林楠 徐家和/摄; "" where nobody is named."""
    line = patterns.one_line(caption)
    starts = [n for n in range(len(line)) if n == 0 or _BEFORE.match(line[n - 1])]
    tried = [one for n in starts for way in _WAYS if (one := way.fullmatch(line, n))]
    found = [one for one in tried if _people(one["credit"])]
    if not found:
        return line, ""
    # 江边 老渡口 沈微 摄: the names begin where each has a surname; without any it is the last word
    best = next((one for one in found if all(map(patterns.is_name, _people(one["credit"])))), None)
    best = best or found[-1]
    words = line[: best.start()].rstrip("（(【").rstrip()
    return words, patterns.one_line(best["credit"])


def _unlabelled(caption: str) -> str:
    """Without 图片说明： before it, and the bracket that the whole stood in."""
    found = _CALLED.match(caption)
    if found is None:
        return caption
    rest = caption[found.end() :]
    return rest.rstrip("）)") if found[0][0] in "（(" else rest


def _people(credit: str) -> list[str]:
    """Names, where a line says nothing but who did what."""
    said = credits(credit)
    named = [c.name for c in said if c.kind == "person"]
    odd = any(c.kind == "printed" and not c.role for c in said)
    return [] if odd or not any(c.role for c in said) else named


def pictures(
    blocks: Sequence[Block], looks: Looks
) -> tuple[tuple[StoryPicture, ...], frozenset[int]]:
    """A story's pictures with their words, each at its place among ``blocks``; and the indices of
    the blocks that these were."""
    taken: set[int] = set()
    found: list[StoryPicture] = []
    rows = _rows(blocks, looks)
    for n, block in enumerate(blocks):
        if isinstance(block, Image):
            taken.add(n)
            words = rows[n] if n in rows else _words(blocks, n, looks, taken)
            taken.update(words)
            said = " ".join(one.said for i in words if isinstance(one := blocks[i], Paragraph))
            caption, credit = credit_of(_POINTS.sub("", said))
            caption = _unlabelled(caption)
            found.append(StoryPicture(block.name, _alt(block.alt), caption, credit, n))
    return tuple(found), frozenset(taken)


def placed(shown: Sequence[StoryPicture], read: Sequence[int]) -> tuple[StoryPicture, ...]:
    """Each at its place in a text, whose blocks were ``read`` at these indices."""
    return tuple(replace(one, place=bisect_left(read, one.place)) for one in shown)


def _rows(blocks: Sequence[Block], looks: Looks) -> dict[int, list[int]]:
    """Where pictures and lines take turns, the lines of each: all below their pictures, or all
    above, as the first and the last of them show."""
    made: dict[int, list[int]] = {}
    for run in _runs(blocks, lambda n: _is_short(blocks, n, looks)):
        led = _is_short(blocks, run[0] - 1, looks)
        followed = _is_short(blocks, run[-1] + 1, looks)
        points = led and _DOWN.match(_said(blocks, run[0] - 1))
        if points or (len(run) > 1 and led and not followed):
            made |= {n: [n - 1] for n in run}
        elif len(run) > 1 and followed and not any(_credited_below(blocks, n) for n in run):
            made |= {n: [n + 1] for n in run}
    for run in _runs(blocks, lambda n: _is_brief(blocks, n)):
        led, followed = _is_brief(blocks, run[0] - 1), _is_brief(blocks, run[-1] + 1)
        last = followed and not led and run[-1] + 2 == len(blocks) and run[0] > 0
        if (len(run) >= _SEVERAL or last) and led != followed and not made.keys() & set(run):
            made |= {n: [n - 1 if led else n + 1] for n in run}
    return made


def _is_brief(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line of any look is as short as a caption may be, and says nothing else."""
    block = blocks[at] if 0 <= at < len(blocks) else None
    if not isinstance(block, Paragraph) or not 0 < len(block.said) <= _BRIEF:
        return False
    return not (patterns.signs(block.said) or patterns.is_somebody(block.said))


def take_turns(blocks: Sequence[Block], taken: Collection[int], looks: Looks) -> bool:
    """Whether lines were taken for captions that only stand as such do."""
    words = (n for n in taken if isinstance(blocks[n], Paragraph))
    return any(_is_brief(blocks, n) and not _is_short(blocks, n, looks) for n in words)


def _runs(blocks: Sequence[Block], fits: Callable[[int], bool]) -> Iterator[list[int]]:
    run: list[int] = []
    for n, block in enumerate(blocks):
        if not isinstance(block, Image):
            continue
        if run and not (n == run[-1] + 2 and fits(n - 1)):
            yield run
            run = []
        run.append(n)
    if run:
        yield run


def _is_short(blocks: Sequence[Block], at: int, looks: Looks) -> bool:
    """Whether a line may be a picture's, by what it is: few words, in the middle or with a sign."""
    block = blocks[at] if 0 <= at < len(blocks) else None
    if not isinstance(block, Paragraph) or len(block.said) > _SHORT or block.bold:
        return False
    middle = block.align == "center" and block.size <= looks.body
    return is_caption(block, looks, near=True) or (middle and not patterns.is_byline(block.said))


def _credited_below(blocks: Sequence[Block], at: int) -> bool:
    """Whether whose picture it is has a line of its own below the caption."""
    return _adds_credit(_said(blocks, at + 1), _said(blocks, at + 2))


def _words(blocks: Sequence[Block], at: int, looks: Looks, taken: set[int]) -> list[int]:
    """The caption below a picture, with a credit of its own below that; else the one above."""
    below = at + 1
    found: list[int] = []
    if _is_led(blocks, at, looks, taken):
        return [at - 1]
    while below < len(blocks) and len(found) < 2:
        block = blocks[below]
        if not isinstance(block, Paragraph):
            break
        credited = not found and _is_credited(blocks, at, looks)
        if not credited and not is_caption(block, looks, near=True):
            break
        if found and not _adds_credit(_said(blocks, found[0]), block.said):
            break
        found.append(below)
        below += 1
    if found:
        return found
    above = blocks[at - 1] if at else None
    is_free = isinstance(above, Paragraph) and at - 1 not in taken
    if is_free and isinstance(above, Paragraph) and is_caption(above, looks, near=True):
        said = above.said
        if looks.role(above) == "caption" or _CUES.match(said):
            return [at - 1]
    return plain_words(blocks, at, looks, taken)


def _is_led(blocks: Sequence[Block], at: int, looks: Looks, taken: set[int]) -> bool:
    """Whether 图为… stands above a picture, and below it what is signed as a text is."""
    above = blocks[at - 1] if at and at - 1 not in taken else None
    below = _said(blocks, at + 1)
    led = isinstance(above, Paragraph) and bool(_CUES.match(above.said))
    signed = "报道" in credit_of(below)[1] and not _CUES.match(below)
    return led and signed and isinstance(above, Paragraph) and is_caption(above, looks, near=True)


def _is_credited(blocks: Sequence[Block], at: int, looks: Looks) -> bool:
    """Whether a line below a picture is its words because 沈微 摄 stands below it: a short one, or
    a sentence above somebody who did nothing but take the picture."""
    if not _credited_below(blocks, at):
        return False
    below = blocks[at + 1]
    if _is_short(blocks, at + 1, looks) or not isinstance(below, Paragraph):
        return isinstance(below, Paragraph)
    said = below.said
    sentence = len(said) <= _LONGEST and said[-1:] in "。！？"
    plain = sentence and not looks.role(below) and not patterns.has_dateline(said)
    return plain and bool(_TOOK.search(_said(blocks, at + 2)))


def may_be_text(one: StoryPicture) -> bool:
    """Whether a caption says no sign of being one but that somebody took the picture."""
    return bool(one.credit) and one.caption[-1:] in "。！？" and not _CUES.match(one.caption)


def _adds_credit(caption: str, line: str) -> bool:
    """Whether a line below a caption is nothing but whose picture it is."""
    said, credit = credit_of(line)
    return bool(credit) and not said and "报道" not in credit and not credit_of(caption)[1]


def _said(blocks: Sequence[Block], at: int) -> str:
    block = blocks[at] if at < len(blocks) else None
    return block.said if isinstance(block, Paragraph) else ""


def _alt(text: str) -> str:
    """What somebody wrote for those who can't see the picture; not what a program did."""
    made = _MADE.fullmatch(text) and not re.search(f"[{HAN}]{{4,}}", text)
    return "" if made else patterns.one_line(text)
