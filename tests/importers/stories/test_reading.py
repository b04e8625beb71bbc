"""What a head says of its story, by the names of its styles and by its words."""

from __future__ import annotations

from pathlib import Path

from banxin.importers.stories.reader import stories
from banxin.importers.stories.story import Story
from tests.importers.stories.test_cutting import LARGE, MIDDLE, TEXT
from tests.support.manuscripts.by_hand import SPACES, docx, paragraph
from tests.support.manuscripts.reading import body_of, manuscript

NAMES = ("主题", "电头", "摘要", "正文")


def styled(folder: Path, *rows: tuple[str, str]) -> tuple[Story, ...]:
    """``rows``: the name of a style, and what stands in it."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="{name}"/></w:style>'
        for n, name in enumerate(NAMES)
    )
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="s{NAMES.index(name)}"/>') for name, text in rows
    )
    parts = {"styles.xml": f"<w:styles {SPACES}>{styles}</w:styles>"}
    return stories(manuscript(folder, docx(body, parts=parts)))


def test_a_dateline_and_a_summary_have_styles_of_their_own(tmp_path: Path) -> None:
    (found,) = styled(
        tmp_path, ("主题", "春耕"), ("摘要", "全县备耕。"), ("电头", "本报讯"), ("正文", TEXT)
    )
    assert (found.abstract, found.dateline, body_of(found)) == ("全县备耕。", "本报讯", [TEXT])


def test_the_number_of_a_manuscript_among_others_is_no_part_of_its_headline(
    tmp_path: Path,
) -> None:
    found = styled(
        tmp_path, ("主题", "1.春耕备耕"), ("正文", TEXT), ("主题", "2.防汛备汛"), ("正文", TEXT)
    )
    assert [(s.title, "title" in s.guessed) for s in found] == [
        ("春耕备耕", True),
        ("防汛备汛", True),
    ]


def test_a_reporter_in_brackets_stays_where_the_head_names_another(tmp_path: Path) -> None:
    rows = paragraph("春耕备耕有序推进", MIDDLE, LARGE) + paragraph("通讯员 吴荻", MIDDLE)
    (found,) = stories(manuscript(tmp_path, docx(rows + paragraph(f"（记者 沈微）{TEXT}"))))
    assert (found.byline, body_of(found)) == ("通讯员 吴荻", [f"（记者 沈微）{TEXT}"])


def test_numbered_lines_are_a_round_up_only_where_all_of_it_is_in_order(tmp_path: Path) -> None:
    signed = paragraph(f"{TEXT}（沈微）")
    for second, text in (("3.防汛备汛", signed), ("2.防汛备汛", "")):
        rows = paragraph("部门动态") + paragraph("1.春耕备耕") + signed + paragraph(second) + text
        assert len(stories(manuscript(tmp_path, docx(rows)))) == 1


def test_a_summary_of_several_paragraphs_is_kept_whole(tmp_path: Path) -> None:
    rows = (("主题", "春耕"), ("摘要", "全县备耕。"), ("摘要", "种子备足。"), ("正文", TEXT))
    (found,) = styled(tmp_path, *rows)
    assert (found.abstract, body_of(found)) == ("全县备耕。种子备足。", [TEXT])


def test_a_second_dateline_is_told(tmp_path: Path) -> None:
    rows = (("主题", "春耕"), ("电头", "本报讯"), ("电头", "江城消息"), ("正文", TEXT))
    (found,) = styled(tmp_path, *rows)
    told = [dict(d.gaps).get("text") for d in found.doubts]
    assert (found.dateline, told) == ("本报讯", ["江城消息"])


def test_a_second_source_below_the_headline_is_told(tmp_path: Path) -> None:
    rows = paragraph("春耕备耕有序推进", MIDDLE, LARGE) + paragraph("来源：江城发布")
    data = docx(rows + paragraph("来源：县教育局") + paragraph(TEXT))
    (found,) = stories(manuscript(tmp_path, data))
    told = [dict(d.gaps).get("text") for d in found.doubts]
    assert (found.credited, told, body_of(found)) == ("江城发布", ["县教育局"], [TEXT])


def test_two_columns_above_a_headline_are_both_told(tmp_path: Path) -> None:
    rows = paragraph("【走村记】", MIDDLE) + paragraph("江城时评", MIDDLE)
    data = docx(rows + paragraph("春耕备耕有序推进", MIDDLE, LARGE) + paragraph(TEXT))
    (found,) = stories(manuscript(tmp_path, data))
    told = [dict(d.gaps).get("text") for d in found.doubts]
    assert (found.column, told, body_of(found)) == ("走村记", ["江城时评"], [TEXT])


def test_an_authors_name_that_nobody_can_know_stands_without_its_label(tmp_path: Path) -> None:
    head = paragraph("春耕备耕有序推进", MIDDLE, LARGE) + paragraph("作者：微光@花桥", MIDDLE)
    (found,) = stories(manuscript(tmp_path, docx(head + paragraph(TEXT))))
    assert found.byline == "微光@花桥"


def test_a_summarys_label_may_be_spaced_out(tmp_path: Path) -> None:
    head = paragraph("春耕备耕有序推进", MIDDLE, LARGE) + paragraph("摘 要：全县备耕。")
    (found,) = stories(manuscript(tmp_path, docx(head + paragraph(TEXT))))
    assert (found.abstract, body_of(found)) == ("全县备耕。", [TEXT])
