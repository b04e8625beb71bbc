from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from banxin.pipeline.incremental.published import PublishedFile
from banxin.pipeline.incremental.store import Manifest
from banxin.pipeline.output import staged_files
from banxin.pipeline.output.publishing import publish, refuse_foreign
from banxin.pipeline.project import Options
from banxin.pipeline.worker import JobResult
from banxin.problems import BuildFailed


@pytest.fixture
def manifest(tmp_path: Path) -> Iterator[Manifest]:
    with Manifest(tmp_path / "output.sqlite") as manifest:
        yield manifest


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def drawn(tmp_path: Path, **files: bytes) -> JobResult:
    """A unit with these files, all of them new, staged; ``__`` stands for a slash."""
    paths = {name.replace("__", "/") + ".html": data for name, data in files.items()}
    staged = {
        path: PublishedFile(len(data), staged_files.stage(tmp_path / "staged", path, data), "c")
        for path, data in paths.items()
    }
    return JobResult("unit", staged, {path: path for path in staged})


def replacing(tmp_path: Path, **files: bytes) -> JobResult:
    """A unit with these files, each of which replaces another."""
    job_id, staged = drawn(tmp_path), {}
    for n, (name, data) in enumerate(files.items()):
        staged[name.replace("__", "/") + ".html"] = staged_files.place("other", n)
        staged_files.stage(tmp_path / "staged", staged_files.place("other", n), data)
    return msgspec.structs.replace(job_id, job_id="other", staged=staged)


def published(tmp_path: Path, manifest: Manifest, *gone: str, **files: bytes) -> dict[str, bytes]:
    return all_published(tmp_path, manifest, [drawn(tmp_path, **files)], set(gone))


def all_published(
    tmp_path: Path, manifest: Manifest, published: list[JobResult], gone: set[str]
) -> dict[str, bytes]:
    output = tmp_path / "output"
    publish(manifest, tmp_path / "staged", Options(output), published, gone)
    return {
        p.relative_to(output).as_posix(): p.read_bytes()
        for p in sorted(output.rglob("*"))
        if p.is_file() and p.name != staged_files.MARKER
    }


def test_new_folders_new_files_and_changed_files_all_arrive(
    tmp_path: Path, manifest: Manifest
) -> None:
    published(tmp_path, manifest, a__index=b"1", index=b"1")
    found = published(tmp_path, manifest, a__index=b"2", a__b__index=b"2", c__index=b"2")
    assert found == {
        "a/index.html": b"2",
        "a/b/index.html": b"2",
        "c/index.html": b"2",
        "index.html": b"1",
    }


def test_what_replaces_other_files_arrives_beside_what_is_new(
    tmp_path: Path, manifest: Manifest, output: Path
) -> None:
    published(tmp_path, manifest, a__index=b"1", a__b__index=b"1", c__index=b"1")
    others = replacing(tmp_path, a__b__index=b"2", c__index=b"2")
    (output / "c/index.html").unlink()
    (output / "c").rmdir()  # by somebody else, since it was looked at
    new = drawn(tmp_path, a__d__index=b"2")
    assert all_published(tmp_path, manifest, [others, new], set()) == {
        "a/b/index.html": b"2",
        "a/d/index.html": b"2",
        "a/index.html": b"1",
        "c/index.html": b"2",
    }
    assert sorted(p.name for p in output.iterdir()) == [staged_files.MARKER, "a", "c"]


def test_what_is_gone_goes_and_takes_empty_folders_along(
    tmp_path: Path, manifest: Manifest, output: Path
) -> None:
    published(tmp_path, manifest, a__b__index=b"1", index=b"1")
    assert published(tmp_path, manifest, "a/b/index.html") == {"index.html": b"1"}
    assert not (output / "a").exists()


def test_the_output_is_marked_as_ours(tmp_path: Path, manifest: Manifest, output: Path) -> None:
    published(tmp_path, manifest, index=b"1")
    assert staged_files.is_ours(output)
    assert sorted(p.name for p in output.iterdir()) == [staged_files.MARKER, "index.html"]


def test_paths_are_announced_before_the_first_one_moves(
    tmp_path: Path, manifest: Manifest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(staged_files, "publish", cut)
    with pytest.raises(KeyboardInterrupt):
        published(tmp_path, manifest, "old.html", a=b"1", b=b"1")
    assert manifest.pending() == {"a.html", "b.html", "old.html"}


def test_size_and_time_are_those_that_were_staged(
    tmp_path: Path, manifest: Manifest, output: Path
) -> None:
    job_id = drawn(tmp_path, index=b"123")
    written = job_id.files
    assert publish(manifest, tmp_path / "staged", Options(output), [job_id], set()) == (
        "index.html",
    )
    stat = (output / "index.html").stat()
    assert written["index.html"].size == stat.st_size == 3
    assert written["index.html"].mtime == stat.st_mtime_ns


def refusal(output: Path) -> list[str]:
    with pytest.raises(BuildFailed) as failed:
        refuse_foreign(output)
    return [p.code for p in failed.value.problems]


def test_a_folder_with_files_of_somebody_else_is_refused(output: Path) -> None:
    staged_files.stage(output, "mine.txt", b"")
    assert refusal(output) == ["output-not-ours"]


def test_a_file_is_no_place_for_a_site(output: Path) -> None:
    output.touch()
    assert refusal(output) == ["output-no-folder"]


def test_a_folder_that_is_new_or_empty_or_ours_is_welcome(output: Path) -> None:
    refuse_foreign(output)
    staged_files.stage(output, ".gitkeep", b"")
    refuse_foreign(output)
    staged_files.mark(output)
    staged_files.stage(output, "index.html", b"")
    refuse_foreign(output)
