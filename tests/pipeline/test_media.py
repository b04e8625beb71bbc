"""Pictures, attachments and PDFs at another address: a folder of their own, never out of date."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from banxin.cli.commands.serve import has_media_base
from banxin.pipeline.build import build
from banxin.pipeline.project import Options, Project
from banxin.problems import BuildFailed
from tests.support.cut_publishing import cut_publishing
from tests.support.paper import Paper, folder

ELSEWHERE = "https://img.example.org/bao/"
SETTING = f"media_base: {ELSEWHERE}\n"
DAYS = ("2024-01-01", "2024-01-02")


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    """Two issues, each with a photo, a picture in the text, an attachment, a plate and a PDF."""
    paper = Paper(tmp_path)
    for day in DAYS:
        home = paper.root / "content" / folder(day)
        paper.issue(day, "正文。\n\n![路](road.png)\n\n[表](table.csv)\n")
        head = "---\npages:\n  - {name: 要闻, pdf: page-01.pdf, image: plate.png}\n---\n"
        (home / "issue.md").write_text(head, encoding="utf-8")
        for n, name in enumerate(("road.png", "plate.png", "photo.png")):
            Image.new("RGB", (40 + n, 30), "red").save(home / name)
        (home / "table.csv").write_text("a,b\n")
        (home / "page-01.pdf").write_bytes(b"%PDF-1.7\n")
        paper.article(day, 2, "见图。", photos="[{file: photo.png, caption: 图}]")
    return paper


def set_media_base(paper: Paper, *, on: bool) -> None:
    file = paper.root / "content/paper.yml"
    text = file.read_text("utf-8").replace(SETTING, "")
    file.write_text(text + SETTING * on, "utf-8")


def media(paper: Paper, where: str = "output") -> set[str]:
    """What lies in the folder of the pictures, without our marks."""
    found = paper.tree(f"{where}-media") if (paper.root / f"{where}-media").exists() else {}
    return {path for path in found if not path.startswith(".")}


def linked(paper: Paper) -> set[str]:
    """Every address at the pictures' host that some page names."""
    pages = b"\n".join(b for path, b in paper.tree().items() if path.endswith("l")).decode()
    return set(re.findall(rf'{ELSEWHERE}([^\s"&<]+)', pages))


def test_without_the_setting_pictures_lie_with_the_pages(paper: Paper) -> None:
    paper.build()
    assert media(paper) == set()
    assert "2024-01-01/01/page.pdf" in paper.tree()


def test_with_it_every_link_leads_to_a_file_in_a_folder_of_their_own(paper: Paper) -> None:
    set_media_base(paper, on=True)
    file = paper.root / "content/paper.yml"  # a theme that shows everything
    file.write_text(file.read_text("utf-8").replace("theme: plain\n", ""), "utf-8")
    paper.build()
    kinds = {path.rpartition(".")[2] for path in media(paper)}
    assert kinds == {"webp", "jpg", "pdf", "csv"}
    assert not any(path.endswith((".webp", ".pdf", ".csv")) for path in paper.tree())
    assert linked(paper) == media(paper)


def test_the_pages_weigh_what_lies_with_them(paper: Paper) -> None:
    set_media_base(paper, on=True)
    report = paper.build()
    assert report.size == paper.size()
    assert any(path.endswith(".webp") for path in report.drawn)


def test_a_browser_may_load_them_from_there_and_from_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/paper.yml").write_text(f"name: 江城晨报\n{SETTING}", "utf-8")
    build(Project(tmp_path), Options(tmp_path / "output", search=False))
    home = (tmp_path / "output/index.html").read_text("utf-8")
    assert "img-src 'self' data: https://img.example.org;" in home


def test_a_preview_shows_the_pictures_that_lie_here(paper: Paper) -> None:
    assert not has_media_base(Project(paper.root))
    set_media_base(paper, on=True)
    assert has_media_base(Project(paper.root))
    paper.build(media_here=True)
    assert linked(paper) == media(paper) == set()


def test_their_folder_can_be_named(paper: Paper) -> None:
    set_media_base(paper, on=True)
    paper.build(media=paper.root / "pictures")
    assert (paper.root / "pictures/2024-01-01/01/page.pdf").is_file()
    assert media(paper) == set()


def test_files_of_somebody_else_are_left_alone_there_too(paper: Paper) -> None:
    set_media_base(paper, on=True)
    (paper.root / "output-media").mkdir()
    (paper.root / "output-media/mine.txt").write_text("mine")
    with pytest.raises(BuildFailed, match="output-not-ours"):
        paper.build()
    assert not (paper.root / "output").exists()


def test_a_picture_that_is_damaged_or_lost_there_is_made_again(paper: Paper) -> None:
    set_media_base(paper, on=True)
    paper.build()
    before = paper.tree("output-media")
    (paper.root / "output-media/2024-01-01/01/page.pdf").unlink()
    (paper.root / "output-media/2024-01-02/01/page.pdf").write_bytes(b"x")
    assert paper.drawn() == {
        ".banxin-media/2024-01-01/01/page.pdf",
        ".banxin-media/2024-01-02/01/page.pdf",
    }
    assert paper.tree("output-media") == before


def test_a_lost_cache_sweeps_what_is_no_longer_planned_there(paper: Paper) -> None:
    set_media_base(paper, on=True)
    paper.build()
    shutil.rmtree(paper.root / ".banxin")
    shutil.rmtree(paper.root / "content" / folder(DAYS[0]))
    paper.build()
    assert {path.split("/")[0] for path in media(paper)} == {DAYS[1]}


@pytest.mark.parametrize("survives", range(8))
def test_a_build_cut_while_it_publishes_heals_in_both_folders(paper: Paper, survives: int) -> None:
    paper.build()
    set_media_base(paper, on=True)
    with cut_publishing(survives, InterruptedError), pytest.raises((InterruptedError, BuildFailed)):
        paper.build()
    set_media_base(paper, on=survives % 2 == 0)
    assert_as_clean(paper, "clean")


@pytest.mark.parametrize("seed", range(4))
def test_incremental_equals_clean_wherever_the_pictures_lie(paper: Paper, seed: int) -> None:
    """The oracle: switched on and off, pictures replaced and dropped, issues removed."""
    rng = random.Random(seed)
    paper.build()
    for step in range(5):
        edit(paper, rng, step)
        assert_as_clean(paper, f"clean{step}")


def edit(paper: Paper, rng: random.Random, step: int) -> None:
    day = rng.choice(DAYS)
    home = paper.root / "content" / folder(day)
    set_media_base(paper, on=rng.random() < 0.6)
    match rng.randrange(4):
        case 0:
            Image.new("RGB", (50 + step, 30), "blue").save(home / "photo.png")
        case 1:
            paper.article(day, 2, "没有图。")
        case 2:
            (home / "page-01.pdf").write_bytes(b"%%PDF-1.7\n%d" % step)
        case 3:
            paper.article(day, 1, f"![路](road.png)\n\n第{step}次。")


def assert_as_clean(paper: Paper, clean: str) -> None:
    paper.build()
    paper.build(clean)
    assert paper.tree() == paper.tree(clean)
    here = paper.tree("output-media") if media(paper) else {}
    there = paper.tree(f"{clean}-media") if media(paper, clean) else {}
    assert here == there
