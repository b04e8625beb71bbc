"""The golden case: the fictional paper in tests/papers/jiangcheng, built as it is shipped.

``addresses.txt`` beside it lists every file of its site. An address that is missing from a build
was published once and is dead now; so a line may be added there, but hardly ever taken away.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from banxin.pipeline.build import Report, build
from banxin.pipeline.project import Options, Project
from tests.support.paths import PAPERS


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    root = tmp_path_factory.mktemp("golden")
    shutil.copytree(PAPERS / "jiangcheng", root / "content")
    options = Options(root / "output", base_url="https://example.org/paper/", search=False)
    return root / "output", build(Project(root), options)


def text(site: tuple[Path, Report], address: str) -> str:
    """What a reader sees of a page, without tags."""
    html = (site[0] / address / "index.html").read_text(encoding="utf-8")
    body = html[html.index("<body") :]
    return re.sub(r"\s+", "", re.sub(r"<[^>]*>|\u2060", "", body))


def test_every_address_that_was_ever_published_is_there_and_no_other(
    site: tuple[Path, Report],
) -> None:
    folder, _ = site
    found = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    # pictures are named by their content, and the theme's files aren't addresses of the paper
    lasting = {p for p in found if "/media/" not in p and not p.startswith((".", "assets/"))}
    assert lasting == set((PAPERS / "addresses.txt").read_text(encoding="utf-8").split())


def test_it_is_built_without_a_complaint(site: tuple[Path, Report]) -> None:
    assert site[1].warnings == ()


def test_the_masthead_computes_what_an_editor_never_types(site: tuple[Path, Report]) -> None:
    shown = text(site, "2026-01-01")
    for words in ("2026年1月1日", "星期四", "农历乙巳年十一月十三", "总第5103期", "今日6版"):
        assert words in shown


def test_a_notice_ends_with_who_signs_and_when(site: tuple[Path, Report]) -> None:
    shown = text(site, "2025-12-31/01/09")
    assert shown.index("江城市公安局交通警察支队") < shown.index("2025年12月30日")


def test_a_withdrawn_article_is_a_tombstone_at_its_old_address(site: tuple[Path, Report]) -> None:
    source = PAPERS / "jiangcheng/issues/2026/2026-01-02/02-05-withdrawn.md"
    body = source.read_text(encoding="utf-8").split("---\n")[2].strip()
    shown = text(site, "2026-01-02/02/05")
    assert "撤" in shown
    assert not body or body[:20] not in shown


def test_an_extra_edition_stands_beside_the_days_first(site: tuple[Path, Report]) -> None:
    folder, _ = site
    assert (folder / "2026-01-02-2/01/index.html").is_file()
    assert "增刊一" in text(site, "2026-01-02-2")
