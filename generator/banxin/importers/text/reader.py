"""A text's lines to paragraphs: as they were typed, or as a scan was read."""

from __future__ import annotations

import re
from collections import Counter as Tally
from collections.abc import Iterator, Sequence
from pathlib import Path

from banxin.importers.manuscript import Alignment, Doubt, Manuscript, Paragraph, Span, doubt
from banxin.importers.refusal import Refused
from banxin.importers.stories import patterns
from banxin.importers.text.cleaning import cleaned, confusions
from banxin.importers.text.decoding import decoded
from banxin.importers.text.mail import without_mail
from banxin.importers.text.wrapping import Line, told, unwrapped
from banxin.model.characters import HAN

_SCANNED = re.compile(rf"(?<=[{HAN}]) (?=[{HAN}])|(?<=[{HAN}]),(?=[{HAN}])")
_BRACKETED = re.compile(r"[（(][^（）()\n]{2,40}[）)]")
_PER_SIGN = 0.004  # of such places a scan has ten times as many, a typed text none
_ENDS = re.compile(r"[。！？!?：:…”\"』」）)]$")
_MARKDOWN = re.compile(r"^---\s*\n.*?\n(?:---|\.\.\.)\s*\n", re.DOTALL)
_SHORT = 15  # characters; a shorter line that ends without a stop is a headline
_MASTHEAD = re.compile(
    "(?:主办|承办|主管)(?:$| )|总第? ?[0-9]+ ?期|国内统一|邮发代号|星期.{1,4}农历|CN ?\\d\\d"
)
# as programs that write Markdown put them; no address has a backslash
_ADDRESS = re.compile(rf"(?:https?://|www\.)[^\s{HAN}，。；（）《》]+", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(?=[_*~&#.!+=-])")
_MASTHEAD_ROWS = 6
_MOST_TOLD = 12


def read_text_file(path: Path) -> Manuscript:
    """Raises Refused for what is no text."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Refused("unreadable", why=error.strerror or error) from error
    text, encoding = decoded(data)
    return read_text(path.name, text, encoding)


def read_text(name: str, text: str, encoding: str = "UTF-8") -> Manuscript:
    """``encoding``: what the text was in; other than UTF-8 it is told."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").strip("\ufeff")
    text = _ADDRESS.sub(lambda found: _ESCAPED.sub("", found[0]), text)
    if _MARKDOWN.match(text):
        raise Refused("has-fields")
    doubts = [] if encoding == "UTF-8" else [doubt("encoding", encoding=encoding)]
    scanned = _is_scanned(text)
    rows, found = _scanned(text) if scanned else _typed(text)
    doubts += [*found, *(_told_confusions(rows) if scanned else ())]
    return Manuscript(
        name, tuple(_paragraph(row) for row in rows), doubts=tuple(doubts), scanned=scanned
    )


def _is_scanned(text: str) -> bool:
    """Spaces between names, in headlines and lists are typed: only those of sentences count."""
    sentences = [row for row in text.split("\n") if re.search("[，。；,]", row)]
    found = _SCANNED.findall(_BRACKETED.sub("", "\n".join(sentences)))
    return len(found) > max(3, _PER_SIGN * len(text))


def _typed(text: str) -> tuple[Sequence[Line], Sequence[Doubt]]:
    """Each line is a paragraph, unless something broke them at a width."""
    rows, gone = without_mail(list(_rows(text)))
    doubts = [doubt("aside", text=text) for text in gone]
    found = unwrapped(rows)
    if found is None:
        return rows, doubts
    return found.lines, [*doubts, *told(found)]


def _rows(text: str) -> Iterator[Line]:
    """Each line with text is a paragraph."""
    above = 0
    for row in text.split("\n"):
        if row.strip():
            yield Line(row.rstrip(), above)
            above = 0
        else:
            above += 1


def _paragraph(row: Line) -> Paragraph:
    found = re.match(r"#{1,4}\s+(?=\S)", row.text)
    if found:
        level = found[0].count("#")
        return Paragraph((Span(row.text[found.end() :]),), f"heading {level}", above=row.above)
    far = re.match(r"[\u3000\t ]{10,}", row.text)
    text = row.text.strip()
    indent = row.text[: row.text.index(text)]
    align: Alignment = "right" if far else ""
    return Paragraph((Span(text),), align=align, above=row.above, indent=indent)


def _scanned(text: str) -> tuple[Sequence[Line], Sequence[Doubt]]:
    """A scan's blocks: lines joined, fragments set aside, marks as they are printed."""
    tally: Tally[str] = Tally()
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", text) if block.strip()]
    vertical = [b for b in blocks if len(b.replace(" ", "")) <= 2]
    kept = [b for b in blocks if len(b.replace(" ", "")) > 2]
    head = _masthead(kept)
    parts = [part for block in kept[len(head) :] for part in _parts(block)]
    rows = [Line(cleaned(block, tally), 1) for block in _joined(parts, tally)]
    doubts = [doubt("scanned", n=sum(tally[k] for k in ("spaces", "marks", "quotes", "brackets")))]
    if tally["joined"]:
        doubts.append(doubt("joined", n=tally["joined"]))
    if head:
        doubts.append(doubt("masthead", text="　".join(head)[:60]))
    if vertical:
        doubts.append(doubt("vertical", text="".join(b.replace(" ", "") for b in vertical)[:60]))
    return rows, [*doubts, *_unfinished(rows)]


def _unfinished(rows: Sequence[Line]) -> list[Doubt]:
    """Quotes without a partner, and sentences without an end: told, never guessed."""
    odd = [row.text for row in rows if row.text.count('"') % 2]
    open_ = [row.text for row in rows if "，" in row.text and not _ENDS.search(row.text)]
    return [
        *(doubt("odd-quotes", near=one[: one.index('"') + 10][-20:]) for one in odd[:_MOST_TOLD]),
        *(doubt("no-stop", near=one[-20:]) for one in open_[:_MOST_TOLD]),
    ]


def _masthead(blocks: Sequence[str]) -> list[str]:
    """A page's own head: who publishes it, date, number; no story's."""
    at = max((n for n, b in enumerate(blocks[:_MASTHEAD_ROWS]) if _MASTHEAD.search(b)), default=-1)
    return list(blocks[: at + 1])


def _joined(blocks: Sequence[str], tally: Tally[str]) -> list[str]:
    """A block that ends within a sentence goes on in the next. A headline has no commas."""
    made: list[str] = []
    for block in blocks:
        begins = patterns.has_dateline(block) or patterns.is_listed(block)
        before = made[-1] if made else ""
        goes_on = len(before) > _SHORT and re.search("[,，、]", before) and not _ENDS.search(before)
        if goes_on and not begins:
            made[-1] += block
            tally["joined"] += 1
        else:
            made.append(block)
    return made


def _parts(block: str) -> Iterator[str]:
    """A block that holds a headline and its story, or the end of a sign-off with its date."""
    found = re.search(r"\s(?=(?:本报讯|本报[^\s，。]{1,12}讯)[\s（(])", block)
    if found and 4 <= found.start() <= 45 and "。" not in block[: found.start()]:
        yield block[: found.start()].strip()
        block = block[found.end() :]
    day = re.search(r"\s*(\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)$", block)
    head = block[: day.start()].strip() if day else ""
    if day and head and len(head) <= 60 and not re.search("[。，；,]", head):
        yield head
        yield day[1]
        return
    yield block


def _told_confusions(rows: Sequence[Line]) -> list[Doubt]:
    found = [one for row in rows for one in confusions(row.text)]
    told = found[: _MOST_TOLD * 2]
    return [doubt("confused", word=word, meant=meant, near=near) for word, meant, near in told]
