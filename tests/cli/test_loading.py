"""What is loaded before it is known which command runs: completion and --help wait for it."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("jinja2", "markdown_it", "PIL", "zipfile", "mammoth", "pypinyin", "opencc")
CODE = f"""
import sys
from banxin.cli.command_tree import tree
from banxin.problems.texts import Words
tree(Words("zh"))
print(*[name for name in {HEAVY} if name in sys.modules])
"""


def test_the_commands_are_there_before_anything_is_loaded_that_only_one_of_them_needs() -> None:
    said = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert said.stdout.split() == []
