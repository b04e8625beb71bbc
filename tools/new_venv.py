"""Make a virtual environment: python tools/new_venv.py FOLDER. Runs on any Python 3.

Says what is missing where a traceback would not: a Python too old, or one without ensurepip.
"""

import subprocess
import sys

NEEDED = (3, 11)

TOO_OLD = """\
版心需要 Python {needed} 或更高版本；{python} 是 {found}。
指定另一个：make PYTHON=python3.12 …
Banxin needs Python {needed} or later; {python} is {found}.
Name another one: make PYTHON=python3.12 …
"""
NO_VENV = """\
这个 Python 建不了虚拟环境。Debian、Ubuntu 上请先执行：apt-get install python3-venv
This Python can't make a virtual environment. On Debian or Ubuntu: apt-get install python3-venv
"""


def main(folder: str) -> int:
    if sys.version_info < NEEDED:
        needed, found = (".".join(str(n) for n in v[:2]) for v in (NEEDED, sys.version_info))
        sys.stderr.write(TOO_OLD.format(needed=needed, found=found, python=sys.executable))
        return 2
    # --clear: what an earlier lock file had brought doesn't stay behind
    if subprocess.call([sys.executable, "-m", "venv", "--clear", folder]):
        sys.stderr.write(NO_VENV)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
