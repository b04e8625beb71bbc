"""A paper with an article of each kind beside one of news, built in a theme."""

from __future__ import annotations

from pathlib import Path

from banxin.model.kinds import KINDS
from banxin.pipeline.build import build
from banxin.pipeline.project import Options, Project

DAY = "2026-11-28"
BODIES = {
    "poem": "清晨的第一列火车\n从雾里开出来\n\n收进怀里",
    "letter": "编辑同志：\n盼设一站。\n此致\n敬礼！\n丁秀兰",
    "names": "王慧 李小明 张强",
    "qa": "问：几点？\n答：六点。",
}
PAPER = (
    "name: 江城晨报\nbase_url: https://example.org/\nsections: {yaowen: 要闻, fukan: 副刊}\n"
    "feeds: [front, sections, bylines, json]\ntheme: "
)


def title(key: str) -> str:
    return f"题目{key}"


def write_kinds(root: Path, theme: str = "broadsheet") -> Project:
    """Page 1: news; page 2: one of each kind, in the order of KINDS."""
    folder = root / "content/issues/2026" / DAY
    folder.mkdir(parents=True)
    (root / "content/paper.yml").write_text(f"{PAPER}{theme}\n", "utf-8")
    (folder / "issue.md").write_text("---\npages: [{name: 要闻}, {name: 副刊}]\n---\n", "utf-8")
    (folder / "01-01-news.md").write_text("---\ntitle: 大桥通车\n---\n通车了。\n", "utf-8")
    for n, kind in enumerate(KINDS, 1):
        head = f"title: {title(kind.key)}\nkind: {kind.name}\nbyline: 记者 林一"
        body = BODIES.get(kind.key, f"正文{kind.key}。")
        (folder / f"02-{n:02}-{kind.key}.md").write_text(f"---\n{head}\n---\n{body}\n", "utf-8")
    return Project(root)


def built_kinds(root: Path, theme: str = "broadsheet", *, base_url: str = "") -> Path:
    """The site's folder; with a search where it is to lie at ``base_url``."""
    asked = Options(root / "output", search=bool(base_url), base_url=base_url or None)
    build(write_kinds(root, theme), asked)
    return root / "output"
