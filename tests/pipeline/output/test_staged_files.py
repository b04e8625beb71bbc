from __future__ import annotations

import errno
from contextlib import ExitStack
from pathlib import Path

import pytest

from banxin.pipeline.output import staged_files


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    return tmp_path / "staged"


def test_a_published_file_replaces_the_old_one(tmp_path: Path, staged: Path) -> None:
    output = tmp_path / "output"
    for text in (b"old", b"new"):
        staged_files.stage(staged, "a/b.html", text)
        staged_files.publish(str(staged), str(output), "a/b.html")
    assert (output / "a/b.html").read_bytes() == b"new"
    assert not (staged / "a/b.html").exists()


def test_a_folder_can_take_the_place_of_a_file_and_the_other_way_round(
    tmp_path: Path, staged: Path
) -> None:
    output = tmp_path / "output"
    for path in ("a", "a/b", "a"):
        staged_files.stage(staged / path.replace("/", "-"), path, path.encode())
        staged_files.publish(str(staged / path.replace("/", "-")), str(output), path)
        assert (output / path).read_bytes() == path.encode()


def test_what_replaces_a_file_waits_without_its_folders_and_finds_its_place(
    staged: Path, tmp_path: Path
) -> None:
    output, path = tmp_path / "output", f"a/{'b/' * 99}50%.html"
    staged_files.stage(output, path, b"old")
    place = staged_files.place("2024-01-02", 7)
    staged_files.stage(staged, place, b"new")
    staged_files.publish(str(staged), str(output), path, place)
    assert (output / path).read_bytes() == b"new"
    assert place.count("/") == 2


def test_files_that_wait_to_replace_others_are_kept_apart() -> None:
    places = [staged_files.place(job_id, n) for job_id in ("2024", "2024-01-02") for n in range(20)]
    assert len(set(places)) == 40


def test_removing_a_file_removes_the_folders_it_leaves_empty(tmp_path: Path) -> None:
    output = tmp_path / "output"
    staged_files.stage(output, "a/b/c.html", b"")
    staged_files.stage(output, "a/d.html", b"")
    staged_files.remove(output, "a/b/c.html")
    assert not (output / "a/b").exists()
    assert (output / "a/d.html").exists()


def test_removing_what_is_gone_is_no_error(tmp_path: Path) -> None:
    staged_files.remove(tmp_path, "never/was.html")


def test_hidden_files_do_not_make_a_folder_somebody_elses(tmp_path: Path) -> None:
    (tmp_path / ".gitkeep").touch()
    assert staged_files.is_empty(tmp_path)
    (tmp_path / "a.txt").touch()
    assert not staged_files.is_empty(tmp_path)


def test_a_marked_folder_is_ours(tmp_path: Path) -> None:
    assert not staged_files.is_ours(tmp_path)
    staged_files.mark(tmp_path)
    assert staged_files.is_ours(tmp_path)


def test_what_was_staged_crosses_to_another_disk_with_its_times(
    tmp_path: Path, staged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    mtime = staged_files.stage(staged, "a/b.html", b"new")
    output = tmp_path / "output"
    output.mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        stack = ExitStack()
        incoming = stack.enter_context(staged_files.brought_over(staged, output))
    with stack:
        staged_files.publish(str(incoming), str(output), "a/b.html")
    assert (output / "a/b.html").read_bytes() == b"new"
    assert (output / "a/b.html").stat().st_mtime_ns == mtime
    assert [p.name for p in output.iterdir()] == ["a"]


def test_another_disk_that_fills_up_is_said_in_one_line(
    tmp_path: Path, staged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    def full(source: str, target: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", source, None, target)

    for n in range(20):
        staged_files.stage(staged, f"{n}/a.html", b"new")
    output = tmp_path / "output"
    output.mkdir()
    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr("shutil.copy2", full)
    with (
        pytest.raises(OSError, match="No space left on device") as failed,
        staged_files.brought_over(staged, output),
    ):
        pytest.fail("nothing may be published")
    assert (failed.value.strerror, failed.value.filename) == (
        "No space left on device",
        str(output),
    )
    assert list(output.iterdir()) == []


def test_a_disk_that_is_full_says_so_before_any_page_changed(
    tmp_path: Path, staged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    staged_files.stage(staged, "a.html", b"new")
    output = tmp_path / "output"
    staged_files.stage(output, "a.html", b"old")
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"), staged_files.brought_over(staged, output):
        pytest.fail("nothing may be published")
    assert {p.name: p.read_bytes() for p in output.iterdir()} == {"a.html": b"old"}


def test_what_a_cut_build_left_on_its_way_is_swept(tmp_path: Path, staged: Path) -> None:
    staged_files.stage(tmp_path / "output", f"{staged_files.INCOMING}/old.html", b"")
    with staged_files.brought_over(staged, tmp_path / "output"):
        pass
    assert list((tmp_path / "output").iterdir()) == []


def test_a_folder_takes_the_place_of_a_file_that_somebody_put_there(
    tmp_path: Path, staged: Path
) -> None:
    output = tmp_path / "output"
    staged_files.stage(output, "a", b"somebody's")
    staged_files.stage(staged, "a/b.html", b"ours")
    staged_files.publish(str(staged), str(output), "a")
    assert (output / "a/b.html").read_bytes() == b"ours"


def test_removing_what_is_a_folder_now_removes_nothing(tmp_path: Path) -> None:
    staged_files.stage(tmp_path / "output", "a/index.html", b"new")
    staged_files.remove(tmp_path / "output", "a")
    assert (tmp_path / "output/a/index.html").read_bytes() == b"new"


def test_a_link_where_files_are_on_their_way_goes_and_not_what_it_leads_to(
    tmp_path: Path, staged: Path
) -> None:
    output, mine = tmp_path / "output", tmp_path / "mine/a.txt"
    staged_files.stage(tmp_path, "mine/a.txt", b"mine")
    output.mkdir()
    (output / staged_files.INCOMING).symlink_to(mine.parent)
    with staged_files.brought_over(staged, output) as incoming:
        assert not incoming.is_symlink()
    assert mine.read_bytes() == b"mine"


def test_a_folder_takes_the_place_of_a_link_and_not_of_what_it_leads_to(
    tmp_path: Path, staged: Path
) -> None:
    output = tmp_path / "output"
    staged_files.stage(tmp_path, "mine/a.txt", b"mine")
    output.mkdir()
    (output / "a").symlink_to(tmp_path / "mine")
    staged_files.stage(staged, "a/b.html", b"ours")
    staged_files.publish(str(staged), str(output), "a")
    assert [p.name for p in (output / "a").iterdir()] == ["b.html"]
    assert [p.name for p in (tmp_path / "mine").iterdir()] == ["a.txt"]
