"""Structured data: JSON-LD in the terms of schema.org, as TypeScript knows them."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from .conftest import Sites
from .faults import expect_none
from .sites import KINDS, Site

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
COMPILER = {
    "strict": True,
    "noEmit": True,
    "skipLibCheck": True,
    "target": "es2022",
    "module": "preserve",
    "types": [],
}


@pytest.mark.parametrize("paper", KINDS)
def test_every_issue_and_article_tells_what_it_is(sites: Sites, paper: str) -> None:
    site = sites(paper, "/paper/")
    kinds = {"issue": "PublicationIssue", "article": "NewsArticle", "withdrawn": "NewsArticle"}
    wrong = [
        f"{address}: {types} instead of {kind}"
        for place, kind in kinds.items()
        for address in site.kinds.get(place, ())
        if (types := [block["@type"] for block in _blocks(site, address)]) != [kind]
    ]

    expect_none(wrong)


@pytest.mark.parametrize("paper", KINDS)
def test_structured_data_is_of_the_types_of_schema_org(
    sites: Sites, node: Path, front_end_tools: Path, tmp_path: Path, paper: str
) -> None:
    site = sites(paper, "/paper/")
    blocks = [(page, block) for page in site.pages for block in _blocks(site, page)]
    assert blocks
    (tmp_path / "tsconfig.json").write_text(json.dumps(_settings(front_end_tools)))
    (tmp_path / "blocks.ts").write_text(_program(blocks), encoding="utf-8")
    said, status = _compiled(node, front_end_tools, tmp_path)

    expect_none(said.splitlines())
    assert status == 0


def test_a_wrong_type_would_be_found(node: Path, front_end_tools: Path, tmp_path: Path) -> None:
    wrong = {"@context": "https://schema.org", "@type": "NewsArticle", "datePublishd": "2026"}
    (tmp_path / "tsconfig.json").write_text(json.dumps(_settings(front_end_tools)))
    (tmp_path / "blocks.ts").write_text(_program([("x/", wrong)]), encoding="utf-8")
    said, status = _compiled(node, front_end_tools, tmp_path)

    assert "datePublishd" in said
    assert status


def _compiled(node: Path, modules: Path, folder: Path) -> tuple[str, int]:
    """What the compiler says of blocks.ts, and its status."""
    command = (node, modules / "typescript/bin/tsc", "--pretty", "false")
    done = subprocess.run(  # noqa: PLW1510
        command, cwd=folder, capture_output=True, encoding="utf-8"
    )
    return done.stdout + done.stderr, done.returncode


def _blocks(site: Site, address: str) -> list[dict[str, Any]]:
    return [json.loads(block) for block in BLOCK.findall(site.html(address))]


def _settings(modules: Path) -> dict[str, object]:
    paths = {"schema-dts": [(modules / "schema-dts/dist/schema.d.ts").as_posix()]}
    return {"compilerOptions": {**COMPILER, "paths": paths}, "files": ["blocks.ts"]}


def _program(blocks: list[tuple[str, dict[str, Any]]]) -> str:
    """A constant for each block, with the page it stands on in its name."""
    lines = ['import type * as schema from "schema-dts";']
    for n, (page, block) in enumerate(blocks):
        name = f"{re.sub('[^a-z0-9]', '_', page)}_{n}"
        value = json.dumps(block, ensure_ascii=False)
        kind = f"schema.WithContext<schema.{block['@type']}>"
        lines.append(f"export const page_{name}: {kind} = {value};")
    return "\n".join(lines)
