"""What isn't ours stays: only what the mark lists by digest goes, and no link is followed."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from banxin.pipeline.output import record
from banxin.pipeline.output.staged_files import MARKER
from banxin.problems import BuildFailed
from banxin.search import remove_index
from banxin.search.index.staging import stage, sweep
from tests.support.cut_publishing import cut_publishing
from tests.support.paper import Paper, folder

DAYS = ("2023-12-31", "2024-01-01", "2024-01-02")
FOREIGN = ("CNAME", "google123.html", "my/photo.jpg", "2024-01-01/mine.txt", "pagefind/x.html")
SETTING = "media_base: https://img.example.org/bao/\n"


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    return made(tmp_path / "paper")


def made(root: Path) -> Paper:
    paper = Paper(root)
    for number, day in enumerate(DAYS, 1):
        paper.issue(day, "第一段。", "第二段。", number=number)
    return paper


def renamed(paper: Paper, name: str) -> None:
    file = paper.root / "content/paper.yml"
    file.write_text(re.sub("name: 江城.报", f"name: {name}", file.read_text("utf-8")), "utf-8")


def refused(paper: Paper, where: str = "output", **asked: Any) -> list[str]:
    with pytest.raises(BuildFailed) as failed:
        paper.build(where, **asked)
    return [p.code for p in failed.value.problems if p.severity == "error"]


def sprinkle(output: Path) -> dict[str, bytes]:
    for path in FOREIGN:
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_text(f"mine: {path}")
    return {path: (output / path).read_bytes() for path in FOREIGN}


def lose(paper: Paper) -> None:
    shutil.rmtree(paper.root / ".banxin")


def damage(paper: Paper) -> None:
    for file in (paper.root / ".banxin").glob("*.sqlite*"):
        file.write_bytes(b"nonsense" * 500)


def assert_ours_is_clean(paper: Paper, foreign: dict[str, bytes], clean: str) -> None:
    paper.build(clean)
    assert paper.tree() == paper.tree(clean) | foreign


# (a) links


def test_a_folder_that_a_link_leads_to_keeps_all_that_is_in_it(paper: Paper) -> None:
    paper.build()
    photos = paper.root / "photos"
    (photos / "deep").mkdir(parents=True)
    (photos / "deep/a.jpg").write_bytes(b"mine")
    (paper.root / "output/photos").symlink_to(photos)
    lose(paper)
    paper.build()
    assert (photos / "deep/a.jpg").read_bytes() == b"mine"
    assert (paper.root / "output/photos").is_symlink()


@pytest.mark.parametrize("lost", [True, False])
def test_what_lies_behind_a_link_is_neither_removed_nor_written(paper: Paper, lost: bool) -> None:
    paper.build()
    away = paper.root / "away"
    (paper.root / f"output/{DAYS[1]}").rename(away)
    (paper.root / f"output/{DAYS[1]}").symlink_to(away)
    before = paper.tree("away")
    shutil.rmtree(paper.root / "content" / folder(DAYS[1]))
    if lost:
        lose(paper)
    paper.build()  # the very bytes that we wrote, but behind a link
    assert paper.tree("away") == before


def test_a_link_where_a_folder_of_the_site_belongs_is_refused(paper: Paper) -> None:
    paper.build()
    shutil.rmtree(paper.root / f"output/{DAYS[1]}")
    (paper.root / "away").mkdir()
    (paper.root / f"output/{DAYS[1]}").symlink_to(paper.root / "away")
    paper.article(DAYS[0], 1, "改过。")
    before = paper.tree()
    assert refused(paper) == ["output-link"]
    assert paper.tree() == before
    assert list((paper.root / "away").iterdir()) == []


def test_the_folder_of_the_search_may_be_no_link_either(paper: Paper) -> None:
    paper.build()
    (paper.root / "away/2020-12345678").mkdir(parents=True)
    (paper.root / "output/pagefind").symlink_to(paper.root / "away")
    assert refused(paper) == ["output-link"]
    assert refused(paper, search=True) == ["output-link"]
    remove_index(paper.root / "output")
    assert sweep(paper.root / "output/pagefind", ()) == ()
    assert (paper.root / "away/2020-12345678").is_dir()


# (b) lost caches


@pytest.mark.parametrize("harm", [lose, damage])
def test_files_of_others_outlive_the_cache(paper: Paper, harm: object) -> None:
    paper.build()
    foreign = sprinkle(paper.root / "output")
    shutil.rmtree(paper.root / "content" / folder(DAYS[1]))
    assert callable(harm)
    harm(paper)
    paper.build()
    assert_ours_is_clean(paper, foreign, "clean")


def test_a_folder_without_a_mark_is_no_papers(tmp_path: Path) -> None:
    assert record.paper_of(tmp_path) == ""
    assert record.read(tmp_path) == record.Record()


@pytest.mark.parametrize("mark", [b"", b"\xff\xfe"])  # as releases before left it; and rubbish
def test_a_mark_without_digests_allows_nothing(paper: Paper, mark: bytes) -> None:
    paper.build()
    (paper.root / "output" / MARKER).write_bytes(mark)
    lose(paper)
    shutil.rmtree(paper.root / "content" / folder(DAYS[1]))
    paper.build()
    assert (paper.root / f"output/{DAYS[1]}/index.html").is_file()
    assert f"{DAYS[1]}/index.html" not in record.read(paper.root / "output").files


def test_a_page_of_ours_that_somebody_rewrote_is_not_removed(paper: Paper) -> None:
    paper.build()
    page = paper.root / f"output/{DAYS[1]}/index.html"
    page.write_text("mine")
    shutil.rmtree(paper.root / "content" / folder(DAYS[1]))
    paper.build()
    assert page.read_text() == "mine"
    assert not (paper.root / f"output/{DAYS[1]}/01").exists()


def test_a_folder_with_others_files_is_not_removed_for_a_page(paper: Paper) -> None:
    paper.build()
    page = paper.root / "output/index.html"
    page.unlink()
    page.mkdir()
    (page / "notes.txt").write_text("mine")
    assert refused(paper) == ["output-in-the-way"]
    assert (page / "notes.txt").read_text() == "mine"


def test_an_unchanged_build_leaves_the_mark_alone(paper: Paper) -> None:
    paper.build()
    mark = paper.root / "output" / MARKER
    before = mark.stat()
    paper.build()
    assert (mark.stat().st_mtime_ns, mark.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_bundles_are_swept_by_the_digest_in_their_name_only(tmp_path: Path) -> None:
    ours = stage(tmp_path, "2020", {"a": b"1", "b/c": b"2"})
    (tmp_path / "2021-12345678").mkdir()
    (tmp_path / "2021-12345678/mine").write_text("mine")
    (tmp_path / "mine.html").write_text("mine")
    assert sweep(tmp_path, ()) == (ours,)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["2021-12345678", "mine.html"]


# (c) other papers


@pytest.mark.parametrize("name", ["江城晨报", "江城晚报"])
def test_another_papers_output_is_refused(paper: Paper, tmp_path: Path, name: str) -> None:
    paper.build()
    before = paper.tree()
    other = made(tmp_path / "other")
    renamed(other, name)
    assert refused(other, "../paper/output") == ["output-other-paper"]
    assert paper.tree() == before


def test_another_papers_output_is_known_by_its_name_wherever_it_lies(tmp_path: Path) -> None:
    first, second = made(tmp_path / "first"), made(tmp_path / "second")
    renamed(second, "江城晚报")
    first.build("../site")
    assert refused(second, "../site") == ["output-other-paper"]
    assert refused(second, "../site/second") == ["output-nested"]


def test_a_paper_that_got_another_name_knows_its_own_site(paper: Paper) -> None:
    paper.build()
    renamed(paper, "江城日报")
    paper.build()
    assert record.read(paper.root / "output").paper == "江城日报"
    renamed(paper, "江城晚报")
    lose(paper)
    assert refused(paper) == ["output-other-paper"]


# (d) folders of pictures


@pytest.mark.parametrize("media", ["output", "output/media", "."])
@pytest.mark.parametrize("base", [True, False])
def test_pictures_and_pages_have_folders_apart(paper: Paper, media: str, base: bool) -> None:
    if base:
        paper.write("paper.yml", (paper.root / "content/paper.yml").read_text("utf-8") + SETTING)
    where = "site/output"
    assert refused(paper, where, media=paper.root / "site" / media)[0] in (
        "media-nested",
        "output-not-ours",
    )
    assert not (paper.root / "site").exists()


def test_another_papers_pictures_are_not_taken_for_ours(paper: Paper, tmp_path: Path) -> None:
    """Its output is called as the folder of our pictures would be."""
    other = made(tmp_path / "other")
    renamed(other, "江城晚报")
    other.build("../site-media")
    before = other.tree("../site-media")
    paper.build("../site")
    lose(paper)
    paper.build("../site")
    assert other.tree("../site-media") == before


# all of it at random


@pytest.mark.parametrize("seed", range(6))
def test_whatever_happens_to_the_cache_only_what_was_ours_goes(paper: Paper, seed: int) -> None:
    rng = random.Random(seed)
    paper.build()
    foreign = sprinkle(paper.root / "output")
    old = paper.root / "old"
    for step in range(6):
        shutil.rmtree(old, ignore_errors=True)
        shutil.copytree(paper.root / ".banxin", old)
        day = f"2024-02-{step + 1:02}"
        paper.issue(day, "新。", "又一篇。")
        if rng.random() < 0.4:
            with cut_publishing(rng.randrange(6), InterruptedError):
                _cut(paper)
        else:
            paper.build()
        shutil.rmtree(paper.root / "content" / folder(day))
        rng.choice((lose, damage, lambda paper: restore(paper, old), lambda paper: None))(paper)
        paper.build()
        assert_ours_is_clean(paper, foreign, f"clean{step}")


def _cut(paper: Paper) -> None:
    with pytest.raises((InterruptedError, BuildFailed)):
        paper.build()


def restore(paper: Paper, old: Path) -> None:
    """The cache of an earlier build, as CI may bring it."""
    lose(paper)
    shutil.copytree(old, paper.root / ".banxin")
