"""Attacks on Banxin for as long as one likes, each with a seed that makes it again.

    python -m tests.attack --minutes 60
    python -m tests.attack kills cache --minutes 10
    python -m tests.attack cache --seed 8123456

Kinds: edits, kills, cache, outputs, names, growth, servers, files. Without one named, all take
turns. Exits with 1 if anything came of one that must not.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections import defaultdict
from contextlib import suppress
from pathlib import Path

from tests.attack import ATTACKS
from tests.attack.sitting import Sitting


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.attack")
    parser.add_argument("kinds", nargs="*", choices=[*ATTACKS, []])
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, help="one sitting, with this seed")
    asked = parser.parse_args()
    kinds, totals = asked.kinds or list(ATTACKS), defaultdict[str, Sitting](Sitting)
    until, n = time.monotonic() + asked.minutes * 60, 0
    with suppress(KeyboardInterrupt):  # Ctrl-C ends it with what is known so far
        while True:
            kind, n = kinds[n % len(kinds)], n + 1
            seed = asked.seed if asked.seed is not None else random.randrange(1 << 32)
            _add(totals[kind], sit(kind, seed), f"{kind} --seed {seed}")
            if (asked.seed is not None and n >= len(kinds)) or time.monotonic() > until:
                break
    for kind, total in totals.items():
        said = f"{kind}: {total.tries:,} tries, {len(total.faults)} faults, worst {total.worst:.3f}"
        print(said, flush=True)
    return 1 if any(total.faults for total in totals.values()) else 0


def sit(kind: str, seed: int) -> Sitting:
    """One sitting in a folder that is gone afterwards; a traceback is a fault."""
    with tempfile.TemporaryDirectory(prefix="banxin-attack-") as folder:
        try:
            return ATTACKS[kind](Path(folder), random.Random(seed))
        except Exception:  # of an attack or of what it attacks: to be looked at
            return Sitting(1, [traceback.format_exc()])


def _add(total: Sitting, found: Sitting, name: str) -> None:
    total.tries += found.tries
    total.worst = max(total.worst, found.worst)
    total.faults += found.faults
    for fault in found.faults:
        print(f"python -m tests.attack {name}\n    {fault}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
