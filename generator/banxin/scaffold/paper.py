"""A new paper, whole: every file with its text, and the program as a wheel."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable

from banxin.content.writing import scalar
from banxin.scaffold.issue import PageForm, issue_text
from banxin.scaffold.manuals import manuals
from banxin.scaffold.own_wheel import own_wheel, wheel_name

# packaging tools and git treat names with a leading dot specially, so they lie here without
DOTTED = {"gitignore": ".gitignore", "gitattributes": ".gitattributes"}
SAMPLES = {
    "sample-lead.md": "01-01-sample.md",
    "sample-notice.md": "01-02-sample.md",
}
_BINARY = (".docx",)
OF_THE_PAPER = ("README.md", "content/", *SAMPLES)  # what an editor goes on writing
VENDOR, REQUIREMENTS = "vendor", "requirements.txt"
LOCK, LOCK_TO_DEPLOY = "requirements.lock", "requirements-deploy.lock"
HEAD = "# 版心在 vendor/ 里，别的从网上取；每样都核对指纹，错一个字节也不装。\n"
HEAD_TO_DEPLOY = "# banxin deploy 往自己的主机上传时用的 rclone；电脑上已有 rclone 的不用装。\n"
EXECUTABLE = ("banxin", "preview.command", "publish.command")  # of the files below
WINDOWS = ".cmd"  # cmd.exe wants its line ends
PAGES = (PageForm("要闻", "front"), PageForm("综合", "inside"))


def paper_files(name: str, day: date, *, fields: str) -> tuple[tuple[str, bytes], ...]:
    """Path and content of each file of a new paper called ``name`` with an issue of ``day``.

    ``fields``: the table of all fields, in Markdown.
    """
    gaps = {
        "@NAME@": name,
        "@YAML_NAME@": scalar(name),
        "@DATE@": day.isoformat(),
        "@YEAR@": f"{day.year}",
        "@FIELDS@": fields.strip(),
    }
    issue = f"content/issues/{day.year}/{day.isoformat()}"
    own = {f"docs/{name}": text for name, text in manuals()}
    here = files(__package__)
    found = {_place(path, issue): _filled(file, gaps) for path, file in _walk(here / "files")}
    found |= program_files(here, wheel_name(), own_wheel()) | own
    found[f"{issue}/issue.md"] = issue_text(day, number=1, pages=PAGES).encode()
    return tuple(sorted(found.items()))


def program_files(here: Traversable, wheel_name: str, wheel: bytes) -> dict[str, bytes]:
    """What a paper has of the program and not of itself, by path; but for the manuals.

    ``here``: this package, in this program or in the wheel of another one.
    """
    locks = {lock: _filled(here / lock, {}) for lock in (LOCK, LOCK_TO_DEPLOY)}
    own = f"./{VENDOR}/{wheel_name} \\\n    --hash=sha256:{hashlib.sha256(wheel).hexdigest()}\n"
    found = {
        f"{VENDOR}/{wheel_name}": wheel,
        REQUIREMENTS: HEAD.encode() + own.encode() + locks[LOCK],
        "requirements-deploy.txt": HEAD_TO_DEPLOY.encode() + locks[LOCK_TO_DEPLOY],
    }
    found |= {f".github/{path}": _filled(file, {}) for path, file in _walk(here / "github")}
    for path, file in _walk(here / "files"):
        if not path.startswith(OF_THE_PAPER):
            found[DOTTED.get(path, path)] = _filled(file, {})
    return found


def _place(path: str, issue: str) -> str:
    folder, _, name = path.rpartition("/")
    if name in SAMPLES:
        return f"{issue}/{SAMPLES[name]}"
    return f"{folder}/{name}" if folder else DOTTED.get(name, name)


def _filled(file: Traversable, gaps: dict[str, str]) -> bytes:
    data = file.read_bytes()
    if file.name.endswith(_BINARY):
        return data
    data = data.replace(b"\r\n", b"\n")
    if file.name.endswith(WINDOWS):
        data = data.replace(b"\n", b"\r\n")
    for gap, text in gaps.items():
        data = data.replace(gap.encode(), text.encode())
    return data


def _walk(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.name == "__pycache__" or entry.name.endswith("~"):
            continue
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry
