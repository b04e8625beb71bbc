from __future__ import annotations

from pathlib import Path

import pytest

from generator import write


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    return tmp_path / "staged"


def test_a_published_file_replaces_the_old_one(tmp_path, staged):
    output = tmp_path / "output"
    for text in (b"old", b"new"):
        write.stage(staged, "a/b.html", text)
        write.publish(staged, output, "a/b.html")
    assert (output / "a/b.html").read_bytes() == b"new"
    assert not (staged / "a/b.html").exists()


def test_a_folder_can_take_the_place_of_a_file_and_the_other_way_round(tmp_path, staged):
    output = tmp_path / "output"
    for path in ("a", "a/b", "a"):
        write.stage(staged / path.replace("/", "-"), path, path.encode())
        write.publish(staged / path.replace("/", "-"), output, path)
        assert (output / path).read_bytes() == path.encode()


def test_removing_a_file_removes_the_folders_it_leaves_empty(tmp_path):
    output = tmp_path / "output"
    write.stage(output, "a/b/c.html", b"")
    write.stage(output, "a/d.html", b"")
    write.remove(output, "a/b/c.html")
    assert not (output / "a/b").exists()
    assert (output / "a/d.html").exists()


def test_removing_what_is_gone_is_no_error(tmp_path):
    write.remove(tmp_path, "never/was.html")


def test_hidden_files_do_not_make_a_folder_somebody_elses(tmp_path):
    (tmp_path / ".gitkeep").touch()
    assert write.is_empty(tmp_path)
    (tmp_path / "a.txt").touch()
    assert not write.is_empty(tmp_path)
    assert write.everything(tmp_path) == {"a.txt"}


def test_a_marked_folder_is_ours(tmp_path):
    assert not write.is_ours(tmp_path)
    write.mark(tmp_path)
    assert write.is_ours(tmp_path)
