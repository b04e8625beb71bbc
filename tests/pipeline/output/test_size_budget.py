"""A site that grows too heavy for its host says so in time, and names what weighs most."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from banxin.pipeline.output import size_budget
from banxin.problems import BuildFailed
from banxin.problems.reports import explain
from tests.support.paper import Paper, folder

DAY = "2024-01-02"


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    """One issue with a picture and a PDF."""
    paper = Paper(tmp_path)
    paper.issue(DAY, "正文。\n\n![路](road.png)\n", number=1)
    issue = paper.root / "content" / folder(DAY)
    Image.effect_noise((300, 200), 90).save(issue / "road.png")
    (issue / "page-01.pdf").write_bytes(b"%PDF-1.7\n" + bytes(3_000_000))
    (issue / "issue.md").write_text("---\npages:\n  - {name: 要闻, pdf: page-01.pdf}\n---\n")
    return paper


def test_a_light_site_is_not_complained_of(paper: Paper) -> None:
    assert [p.code for p in paper.build().warnings] == []


def test_from_80_percent_of_the_limit_each_kind_is_named_with_its_megabytes(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = paper.build().size
    monkeypatch.setattr(size_budget, "LIMIT", int(size / 0.8) + 10)
    assert paper.build().warnings == ()
    monkeypatch.setattr(size_budget, "LIMIT", int(size / 0.8) - 10)
    (warning,) = paper.build().warnings
    assert warning.code == "site-large"
    text = explain(warning)
    drawn = sum(len(b) for path, b in paper.tree().items() if path.endswith((".png", ".webp")))
    assert f"图片 {drawn / 1e6:.1f} MB，" in text.why
    assert "PDF 3.0 MB，" in text.why
    assert "检索 0.0 MB" in text.why
    assert f"网站有 {size / 1e6:.1f} MB，GitHub Pages 最多收 {size / 0.8e6:.1f} MB" in text.what
    assert "media_base" in text.todo


def test_the_warning_stops_a_strict_build_before_a_byte_has_changed(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.build()
    before = paper.tree()
    paper.issue("2024-01-03", "新。", number=2)
    monkeypatch.setattr(size_budget, "LIMIT", 3_000_000)
    with pytest.raises(BuildFailed):
        paper.build(strict=True)
    assert paper.tree() == before


def test_the_size_reported_is_the_size_on_disk(paper: Paper) -> None:
    for body in ("![路](road.png)", "没有图了。"):
        paper.article(DAY, 1, body)
        assert paper.build().size == paper.size()
