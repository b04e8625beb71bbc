"""The largest manuscripts that are read, and those too large: in a process that stays small."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from banxin.importers.word import package, prepared, xml_parts
from tests.support.manuscripts import by_hand
from tests.support.paths import ROOT

MOST = 500  # megabytes; an editor's old computer has 4,000
STATUS = Path("/proc/self/status")
READ = """
import re
import sys
from pathlib import Path
from tests.importers.test_safety import refusal
found = refusal(Path(sys.argv[1])) or "read"
print(found, *re.findall("VmHWM:\\\\s*(\\\\d+) kB", Path(sys.argv[2]).read_text()))
"""


def runs(number: int) -> bytes:
    pair = by_hand.run_of("字") + by_hand.run_of("字", "<w:b/>")
    return by_hand.docx(f"<w:p>{pair * (number // 2)}</w:p>")


def one_run(characters: int) -> bytes:
    return by_hand.docx(f"<w:p>{by_hand.run_of('字' * characters)}</w:p>")


@pytest.mark.skipif(not STATUS.is_file(), reason="only Linux tells the most that was taken")
@pytest.mark.parametrize(
    ("name", "made", "comes_to"),
    [
        ("runs.docx", lambda: runs(prepared.MOST_ELEMENTS // 5), "read"),
        ("runs.docx", lambda: runs(prepared.MOST_ELEMENTS * 2), "too-large"),
        ("elements.docx", lambda: by_hand.docx("<w:p/>" * xml_parts.MOST_ELEMENTS), "too-large"),
        ("text.docx", lambda: one_run(package.MOST_XML // 3 - 1_000), "read"),
        ("long.txt", lambda: "一二三四五六七八九。\n".encode() * 3_000_000, "too-large"),
        ("line.txt", lambda: "字".encode() * 30_000_000, "too-large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_whatever_is_read_stays_within_500_megabytes(
    tmp_path: Path, name: str, made: Callable[[], bytes], comes_to: str
) -> None:
    file = tmp_path / name
    file.write_bytes(made())
    command = (sys.executable, "-c", READ, str(file), str(STATUS))
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    found, peak = ran.stdout.split()
    assert (found, ran.stderr) == (comes_to, "")
    assert int(peak) * 1024 / 1_000_000 < MOST
