"""What is known of a story once it was read: what kind it is, which column its title names."""

from __future__ import annotations

import re
from pathlib import PurePath

from msgspec.structs import replace

from banxin.importers.stories.form_titles import with_form_title
from banxin.importers.stories.kinds import kind_of, named_notice, with_author, with_doubted_title
from banxin.importers.stories.looks import Looks
from banxin.importers.stories.pen_names import with_pen_name
from banxin.importers.stories.placeholders import without_blanks
from banxin.importers.stories.story import Story
from banxin.importers.stories.verse import without_stressed_lines
from banxin.model.characters import HAN

# 党建专栏｜秋日迎新正当时: the only bar, and more behind it than before
_PREFIX = re.compile(rf"(?P<column>[{HAN}\dA-Za-z]{{2,8}})\s*[｜丨│]\s*(?P<title>[^｜丨│]{{5,}})")


def finished(story: Story, looks: Looks) -> Story:
    made = with_form_title(_with_kind(_with_column(story, looks.columns)))
    return without_blanks(with_doubted_title(made, looks))


def _with_column(story: Story, columns: frozenset[str]) -> Story:
    """With the column that its title names before a bar; surely, where it is one of the paper's."""
    found = _PREFIX.fullmatch(story.title)
    if found is None or story.column or len(found["title"]) <= len(found["column"]):
        return story
    guessed = set() if found["column"] in columns else {"column"}
    title, column = found["title"], found["column"]
    return replace(story, title=title, column=column, guessed=story.guessed | guessed)


def _with_kind(story: Story) -> Story:
    """What kind it is, always a guess; and a poem's author, whom nobody told from a 副题."""
    untitled = any(one.key == "title-missing" for one in story.doubts)
    kind = kind_of(story) or (named_notice(PurePath(story.source).stem) if untitled else "")
    if not kind:
        return with_pen_name(story)
    body = without_stressed_lines(story.body) if kind == "poem" else story.body
    return with_author(replace(story, kind=kind, body=body, guessed=story.guessed | {"kind"}))
