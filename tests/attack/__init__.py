"""Attacks: what scripts, disks, editors and other programs do to a paper, at random.

Each is a function of a folder and a source of chance; ``python -m tests.attack`` runs them as long
as one likes, test_attacks.py a moment of each, with a new seed every time. What they found once is
a test of its own beside the module that was at fault.
"""

from __future__ import annotations

from collections.abc import Mapping

from tests.attack import cache_damage, edits, files, growth, kills, names, outputs, servers
from tests.attack.sitting import Attack

ATTACKS: Mapping[str, Attack] = {
    "edits": edits.attack,
    "kills": kills.attack,
    "outputs": outputs.attack,
    "names": names.attack,
    "growth": growth.attack,
    "servers": servers.attack,
    "files": files.attack,
    "cache": cache_damage.attack,
}
