"""An office's bulletin: its own head and whom it goes to are no part of the story in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.stories.test_cutting import TEXT
from tests.importers.stories.test_desk import told
from tests.importers.word.test_forms import row
from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import body_of, story
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

TITLE = "县教体局扎实开展专项督导"
STORY = f"# {TITLE}\n{TEXT}\n{TEXT}"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "head",
    [
        "# 云溪县教育工作简报\n= 第12期\n云溪县教育体育局办公室　　2026年11月24日",
        "# 云溪政务信息\n= 2026年第12期（总第86期）",
        "# 白石乡信息专报\n= （第三十六期）\n白石乡党政办\n2026年11月23日",
    ],
)
def test_the_head_of_a_bulletin_is_set_aside_and_told(tmp_path: Path, way: str, head: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"{head}\n\n{STORY}")
    assert (found.title, found.kicker, body_of(found)) == (TITLE, (), [TEXT, TEXT])
    said = told(found)
    assert all(word[-4:] in said for word in head.replace("# ", "").replace("= ", "").split())


def test_a_bulletins_head_may_be_a_table(tmp_path: Path) -> None:
    rows = row("白石乡信息", "第36期") + row("白石乡党政办", "2026年11月23日")
    title = paragraph(TITLE, '<w:jc w:val="center"/>', '<w:sz w:val="44"/>')
    found = story(tmp_path, docx(f"<w:tbl>{rows}</w:tbl>{title}{paragraph(TEXT) * 2}"))
    assert (found.title, body_of(found)) == (TITLE, [TEXT, TEXT])
    assert "第36期" in told(found)


@pytest.mark.parametrize("way", WAYS)
def test_whom_a_bulletin_goes_to_is_set_aside(tmp_path: Path, way: str) -> None:
    rows = "报：县委办、县政府办\n送：县直各有关部门\n发：各乡镇中心学校"
    (found,) = typed_rows(tmp_path, way, f"{STORY}\n{rows}")
    assert (body_of(found), told(found)) == ([TEXT, TEXT], rows.replace("\n", "；"))


@pytest.mark.parametrize(
    "rows", ["第12期", "云溪县教育工作简报", "# 云溪县教育工作简报创刊\n一、第12期的编写"]
)
def test_a_line_alone_makes_no_bulletin(tmp_path: Path, rows: str) -> None:
    found = typed_rows(tmp_path, "word", f"{rows}\n{STORY}")
    assert not any("第12期" in told(one) or "简报" in told(one) for one in found)
