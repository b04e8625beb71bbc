"""Pictures are looked at and made once; a preview leaves them for later, a build never does."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from banxin.cli.commands.build import size
from banxin.content import pictures as looked_at
from banxin.pipeline.build import Report, build
from banxin.pipeline.incremental.state import NOTHING, IncrementalState
from banxin.pipeline.picture_cache import tidy
from banxin.pipeline.project import Project
from banxin.problems import BuildFailed
from banxin.rendering import picture_encoder
from banxin.rendering.picture_store import STAGED
from tests.support.paper import Paper, folder
from tests.support.terminal import Terminal

DAY = "2024-01-02"
HOME = folder(DAY)


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    """An issue with a photo, a picture in the text and the image of a page."""
    paper = Paper(tmp_path)
    paper.issue(DAY, "正文。\n\n![路](road.png)\n", "一。")
    head = "---\npages:\n  - {name: 要闻, image: plate.png}\n---\n"
    paper.write(f"{HOME}/issue.md", head)
    paper.article(DAY, 2, "见图。", photos="[{file: photo.jpg, caption: 图}]")
    for n, name in enumerate(("road.png", "plate.png", "photo.jpg")):
        draw(paper, name, (600 + n, 400))
    return paper


class Stopped(Exception):
    """Something else is more urgent."""


def draw(paper: Paper, name: str, shape: tuple[int, int] = (600, 400), seed: int = 1) -> None:
    color = tuple(random.Random(f"{name} {seed}").randbytes(3))
    Image.new("RGB", shape, color).save(paper.root / "content" / HOME / name)


def counted(monkeypatch: pytest.MonkeyPatch, module: Any, name: str) -> list[int]:
    """How often a function of a module is called: once an entry."""
    calls: list[int] = []
    function: Callable[..., Any] = getattr(module, name)

    def noted(*given: Any, **more: Any) -> Any:
        calls.append(1)
        return function(*given, **more)

    monkeypatch.setattr(module, name, noted)
    return calls


def pictures(paper: Paper) -> set[str]:
    return {path for path in paper.tree() if "/media/" in path}


def previewed(paper: Paper, state: IncrementalState = NOTHING, *, defers: bool = True) -> Report:
    return build(Project(paper.root), paper.options(defers=defers), state=state)


def test_a_picture_is_decoded_once_for_all_that_is_made_of_it(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = counted(monkeypatch, picture_encoder, "_scaled")
    paper.build()
    assert len(pictures(paper)) == 8  # two widths of each, a JPEG of the photo, a card
    assert len(runs) == 3


def test_correcting_a_word_looks_at_no_picture(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.build()
    looks = counted(monkeypatch, looked_at, "examine")
    made = counted(monkeypatch, picture_encoder, "encoded")
    paper.article(DAY, 2, "见图，改了一字。", photos="[{file: photo.jpg, caption: 图}]")
    assert f"{DAY}/01/02/index.html" in paper.drawn()
    assert (looks, made) == ([], [])


def test_a_picture_that_was_replaced_is_looked_at_and_no_other(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.build()
    before = pictures(paper)
    looks = counted(monkeypatch, looked_at, "examine")
    draw(paper, "photo.jpg", seed=2)
    paper.build()
    assert len(looks) == 1
    assert len(pictures(paper)) == len(before)
    assert len(pictures(paper) & before) == 5


def test_what_was_reminded_of_a_picture_is_reminded_of_again(paper: Paper) -> None:
    frames = [Image.new("RGB", (9, 9), color) for color in ("red", "blue")]
    file = paper.root / "content" / HOME / "road.png"
    frames[0].save(file, "PNG", save_all=True, append_images=frames[1:])
    codes = []
    for text in ("正文。\n\n![路](road.png)\n", "改。\n\n![路](road.png)\n"):
        paper.article(DAY, 1, text)
        codes.append([problem.code for problem in paper.build().warnings])
    assert codes == [["picture-animated"], ["picture-animated"]]


def test_pictures_are_the_same_however_many_work_on_them(paper: Paper) -> None:
    paper.build("one", processes=1)
    paper.build("four", processes=4, redraw=True)
    assert paper.tree("one") == paper.tree("four")


def test_processes_that_draw_many_jobs_make_the_same_pictures(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.build("one")
    monkeypatch.setattr("banxin.pipeline.drawing.WORTH_SPREADING", 1)
    paper.build("many", processes=2, redraw=True)
    assert paper.tree("one") == paper.tree("many")


def test_a_damaged_cache_changes_nothing_that_is_published(paper: Paper) -> None:
    paper.build()
    whole, seed = paper.tree(), random.randrange(1 << 30)
    rng = random.Random(seed)
    cache = [f for f in (paper.root / ".banxin/pictures").rglob("*") if f.is_file()]
    for n, file in enumerate(cache):
        data = bytearray(file.read_bytes())
        data[rng.randrange(len(data))] ^= 0xFF
        file.write_bytes(data if n % 2 else data[: len(data) // 2])
    paper.build("again")
    assert paper.tree("again") == whole, seed


def test_all_trusts_nothing_that_was_made_before(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.build()
    runs = counted(monkeypatch, picture_encoder, "_scaled")
    paper.build(redraw=True)
    assert len(runs) == 3


def test_a_preview_shows_pages_before_their_pictures_are_made(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = counted(monkeypatch, picture_encoder, "_scaled")
    report = previewed(paper)
    assert f"{DAY}/01/02/index.html" in report.drawn
    assert runs == []
    expected = {picture.path for left in report.state.deferred.values() for picture in left}
    assert len(expected) == 8
    again = previewed(paper, report.state)
    assert (again.drawn, again.state.deferred) == ((), report.state.deferred)


def test_what_a_preview_left_is_made_by_the_next_build_whoever_asks_for_it(paper: Paper) -> None:
    previewed(paper)
    assert pictures(paper) == set()
    paper.build()
    paper.build("clean")
    assert len(pictures(paper)) == 8
    assert paper.tree() == paper.tree("clean")


def test_a_preview_completes_what_it_left_without_reading_all_again(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = previewed(paper)
    looks = counted(monkeypatch, looked_at, "examine")
    whole = previewed(paper, left.state, defers=False)
    assert {path for path in whole.drawn if "/media/" not in path} == set()
    assert (len(pictures(paper)), whole.state.deferred, looks) == (8, {}, [])


def test_completing_it_can_be_stopped_between_any_two_pictures_however_many_jobs_wait(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, before = previewed(paper), paper.tree()
    monkeypatch.setattr("banxin.pipeline.drawing.WORTH_SPREADING", 1)
    phases: list[str] = []

    def stop(phase: str, done: int, total: int) -> None:
        phases.append(phase)
        if phase == "pictures":
            raise Stopped

    with pytest.raises(Stopped):
        build(Project(paper.root), paper.options(), stop, state=left.state)
    assert "draw" not in phases
    assert paper.tree() == before


def test_a_picture_whose_pixels_are_damaged_is_named_and_nothing_published(paper: Paper) -> None:
    file = paper.root / "content" / HOME / "photo.jpg"
    Image.effect_noise((600, 400), 90).save(file, "GIF")
    data = bytearray(file.read_bytes())
    data[-200:-100] = b"\xff" * 100
    file.write_bytes(data[:-1])
    with pytest.raises(BuildFailed, match=r"photo\.jpg"):
        paper.build()
    assert not (paper.root / "output").exists()


def test_the_cache_loses_what_no_output_shows(paper: Paper) -> None:
    paper.build()
    paper.build("other")
    before = tidy(Project(paper.root))
    draw(paper, "photo.jpg", seed=2)
    paper.build()
    assert tidy(Project(paper.root)) > before, "the other output still shows the old one"
    paper.build("other")
    assert tidy(Project(paper.root)) == pytest.approx(before, rel=0.2)
    assert len(list((paper.root / ".banxin/pictures").glob("*/*/*"))) == 3


def test_what_another_encoder_made_goes(paper: Paper) -> None:
    paper.build()
    old = paper.root / ".banxin/pictures/000000000000/ab/abab"
    old.mkdir(parents=True)
    tidy(Project(paper.root))
    assert not old.exists()


def test_a_build_that_is_killed_while_pictures_are_made_leaves_nothing_wrong(paper: Paper) -> None:
    for n in range(6):
        Image.effect_noise((2400, 1600), 90 + n).save(paper.root / "content" / HOME / f"{n}.jpg")
        paper.article(DAY, n + 1, "见图。", photos=f"[{{file: {n}.jpg, caption: 图}}]")
    command = [sys.executable, "-m", "banxin", "build", "--no-search", "-C", str(paper.root)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as killed:
        made = paper.root / ".banxin/pictures"
        while killed.poll() is None and not list(made.glob("*/*/*/*")):
            time.sleep(0.01)
        killed.kill()
    paper.build()
    paper.build("clean", redraw=True)
    assert paper.tree() == paper.tree("clean")
    tidy(Project(paper.root))
    assert not list(made.glob("*/*/*/*.*"))


def test_where_an_outputs_list_is_damaged_nothing_is_lost(paper: Paper) -> None:
    paper.build()
    before = tidy(Project(paper.root))
    (paper.root / ".banxin/output-0123.sqlite").write_bytes(b"nothing")
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(paper.root / ".banxin/output-0123.sqlite").execute("select 1 from jobs")
    assert tidy(Project(paper.root)) == before


def test_old_years_keep_only_the_smaller_sizes_and_no_page_shows_another(paper: Paper) -> None:
    file = paper.root / "content/paper.yml"
    file.write_text(
        file.read_text("utf-8").replace("theme: plain\n", "")
        + "pictures: {widths: [160, 200, 400], small_until: 2024}\n",
        "utf-8",
    )
    paper.build()
    names = {path.rpartition("-")[2] for path in pictures(paper)}
    assert names == {"160.webp", "200.webp", "602.jpg", "card.jpg"}
    pages = b"".join(data for path, data in paper.tree().items() if path.endswith(".html"))
    assert b"-200.webp" in pages
    assert b"-400.webp" not in pages


def test_a_build_tells_how_much_is_kept(paper: Paper, capsys: pytest.CaptureFixture[str]) -> None:
    said = Terminal(paper.root, capsys)("build", "--no-search")
    assert size(tidy(Project(paper.root))) in said.out


def test_what_a_run_that_was_killed_left_half_made_goes(paper: Paper) -> None:
    paper.build()
    kept = sorted((paper.root / ".banxin/pictures").glob("*/*/*/*"))
    half = kept[0].with_name(f"{kept[0].name}{STAGED}1")
    half.write_bytes(b"half")
    (paper.root / ".banxin/pictures/large-0.lock").touch()
    size = tidy(Project(paper.root))
    assert sorted((paper.root / ".banxin/pictures").glob("*/*/*/*")) == kept
    assert size == sum(file.stat().st_size for file in kept)
