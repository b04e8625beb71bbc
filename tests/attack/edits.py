"""Random edits: after each, an incremental build is what a clean one makes of the same sources."""

from __future__ import annotations

import random
from pathlib import Path

from banxin.pipeline.program_digest import running_program
from tests.attack.papers import differing, site
from tests.attack.sitting import Sitting
from tests.support.editor import Editor, failed_with
from tests.support.paper import Paper

DAYS = ("2023-12-31", "2024-01-01", "2024-01-02")
STEPS = 5


def attack(root: Path, rng: random.Random) -> Sitting:
    paper, sitting = Paper(root / "paper"), Sitting()
    for number, day in enumerate(DAYS, 1):
        paper.issue(day, "第一段。", "第二段。", number=number)
    program = running_program()
    editor = Editor(paper, rng.randrange(1 << 32))
    for step in range(STEPS):
        editor.edit(step)
        problems = failed_with(paper, "output", program)
        clean = f"clean{step}"  # an output of its own: all is drawn
        if failed_with(paper, clean, program) != problems:
            sitting.fault(f"step {step}: other problems than a clean build's")
        elif not problems and (found := differing(site(paper), site(paper, clean))):
            sitting.fault(f"step {step}: {found[:5]} differ")
    sitting.tries = 1
    return sitting
