"""A field of an article is its row, its attribute and its place on a page: no row is forgotten."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import get_type_hints

import msgspec
import pytest

from banxin.content.fields.article import ARTICLE
from banxin.content.fields.record import ArticleField, Field
from banxin.model import Article
from banxin.site.visibility import ADDRESS, KEPT, tombstone
from tests.support.content_folder import FOLDER, ContentFolder, picture

ROWS = [row for row in ARTICLE.fields if isinstance(row, ArticleField)]
TYPES = get_type_hints(Article)
GIVEN = ("title", "section")  # by every article that the content writes
NO_ROW = {*ADDRESS, "body", "extra"}  # what isn't typed at the head of the file


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    """With the file that the rows' examples name."""
    content = ContentFolder(tmp_path)
    content.write(f"{FOLDER}/road-block.jpg", picture())
    return content


def typed(rows: Iterable[Field[object]]) -> str:
    return "".join(f"{row.key}: {row.example}\n" for row in rows if row.key not in GIVEN)


def test_every_attribute_of_an_article_has_its_row() -> None:
    assert {row.key for row in ROWS} == set(Article.__struct_fields__) - NO_ROW


def test_every_other_row_is_said_to_the_program_and_not_to_readers() -> None:
    assert {row.key for row in ARTICLE.fields} - {row.key for row in ROWS} == {"ignore"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
def test_what_is_typed_becomes_what_the_model_declares(
    row: Field[object], content: ContentFolder
) -> None:
    article = content.article(typed([row]))
    value = getattr(article, row.key)
    assert value not in ("", (), None)
    assert msgspec.convert(value, TYPES[row.key]) == value  # raises where the type is another


def test_every_row_decides_what_a_withdrawn_article_keeps(content: ContentFolder) -> None:
    """An article that has everything loses exactly what its rows don't keep, and its text."""
    whole = content.article(typed(ROWS))
    left = tombstone(whole)
    nothing = Article("", "", 0, 0, whole.title, whole.section)
    for name in Article.__struct_fields__:
        assert getattr(left, name) == getattr(whole if name in KEPT else nothing, name), name


def test_what_was_said_in_a_withdrawn_article_is_not_said_again() -> None:
    assert not {"kicker", "subtitle", "abstract", "photos", "people", "signoff", "body"} & {*KEPT}
