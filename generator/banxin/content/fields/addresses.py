"""Values that point somewhere: files, addresses, articles, spots of a printed page."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

import msgspec

from banxin.content.fields.record import Kind, Spot
from banxin.content.fields.value_types import date_of, lines_of, text_of
from banxin.content.frontmatter import List, Node, Text
from banxin.model.page_label import page_key, page_label

_JUMP = re.compile(
    r"(?P<issue>(\d{4}-\d{2}-\d{2})(-[2-9]|-[1-9]\d)?)/(?P<page>[^/]+)/(?P<place>\d{2,3})/?"
)
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_IN_MARKS = re.compile("“[^”]+”|‘[^’]+’|「[^」]+」|『[^』]+』|【[^】]+】|《[^》]+》")
_ENDING = re.compile(r"\.[A-Za-z0-9]{2,5}$")
_PERCENT = re.compile(r"\d{1,3}(\.\d{1,6})?")
_LONGEST_NAME = 255  # bytes, on every disk in use
_LONGEST_PATH = 1000  # bytes: some systems take 1,024 for all of it, and the site lies somewhere
_HOST = re.compile(r"(?:[\w-]+(?:\.[\w-]+)*\.?|\[[0-9A-Fa-f:.]+\])(?::\d+)?")
_ODD = re.compile(r'[\s\\?#<>"^`{|}]')
_QUERY = re.compile(r"[^\s?#]+\?[^\s?#\\<>\"]+")
_IN_PATH = re.compile(r"/(?:[^/\s?#\\<>\"][^\s?#\\<>\"]*)?")


class FileName(msgspec.Struct, frozen=True):
    """A file that lies beside the file naming it, and where it is named."""

    name: str
    line: int
    column: int


class Target(msgspec.Struct, frozen=True):
    """2022-04-01/03/05: an issue's key and an article's key, and where they are given."""

    issue: str
    article: str
    line: int
    column: int


def _file(node: Node, spot: Spot) -> FileName | None:
    name = text_of(node, spot)
    if name is None:
        return None
    name = _unmarked(name).removeprefix("./")
    # a build notices a change beside the article, not in some other folder
    if "/" in name or "\\" in name or name.startswith("."):
        bare = re.split(r"[/\\]", name.rstrip("/\\"))[-1]
        spot.error(node, "not-beside", file=name, name=bare or name)
        return None
    return FileName(name, node.line, node.column)


def _unmarked(name: str) -> str:
    """The name without the marks that a sentence has around it: “a.jpg”, 《a.jpg》, a.jpg；"""
    bare = name.rstrip("；;，,、。")
    inside = _IN_MARKS.fullmatch(bare)
    bare = bare[1:-1] if inside else bare
    return bare if _ENDING.search(bare) else name


def is_key(text: str) -> bool:
    """Fit for an address: lower-case Latin letters, digits and single hyphens."""
    return bool(_KEY.fullmatch(text))


def is_web_address(text: str) -> bool:
    """Absolute, http or https, with a host, and no space."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host) and not re.search(r"\s", text)


def is_base_url(text: str) -> bool:
    """An absolute address or just its path, of a folder in which a site can lie.

    Neither query nor fragment nor password, nothing that a browser reads otherwise than we do.
    """
    if text.startswith("/"):
        return _is_folder(text)
    if not is_web_address(text):
        return False
    host, _, rest = text.partition("://")[2].partition("/")
    return bool(_HOST.fullmatch(host)) and _is_folder(f"/{rest}")


def _is_folder(path: str) -> bool:
    """Whether each step of ``path`` leads downwards, also once a browser has decoded it."""
    inner = path.strip("/")
    steps = [unquote(step) for step in inner.split("/")] if inner else []
    plain = path.isprintable() and not _ODD.search(path) and not path.startswith("//")
    return plain and all(step.strip(".") and is_file_path(f"/{step}") for step in steps)


def _url(node: Node, spot: Spot) -> str | None:
    value = text_of(node, spot)
    if value and not is_web_address(value):
        spot.error(node, "wants-url")
        return None
    return value


def _base_url(node: Node, spot: Spot) -> str | None:
    """Ends with a slash; neither query nor fragment."""
    value = _url(node, spot)
    if value and not is_base_url(value):
        spot.error(node, "wants-url")
        return None
    return value and value.rstrip("/") + "/"


def _site_paths(node: Node, spot: Spot) -> tuple[str, ...] | None:
    """Old addresses from the site's root; nothing that could leave the output folder."""
    paths = lines_of(node, spot)
    wrong = [typed for typed in paths or () if not _is_old_address(typed)]
    for typed in wrong:
        spot.error(_item(node, typed), "wants-site-path", path=typed)
    return None if wrong else paths


def _is_old_address(typed: str) -> bool:
    path = typed.partition("?")[0] if _QUERY.fullmatch(typed) else typed
    return path != "/" and is_site_path(path) and is_file_path(unquote(path))


def is_site_path(path: str) -> bool:
    """Nothing hidden, nothing that leads upwards, no name or path longer than a disk takes."""
    names = path.split("/")
    too_long = any(len(name.encode()) > _LONGEST_NAME for name in names)
    too_long |= len(path.encode()) > _LONGEST_PATH
    return bool(_IN_PATH.fullmatch(path)) and "/." not in path and not too_long


def is_file_path(path: str) -> bool:
    """The same of what a server makes of it: ``%20`` is fine, ``%00`` and GBK aren't."""
    return is_site_path(path.replace(" ", "_")) and path.isprintable() and "\ufffd" not in path


def _item(node: Node, text: str) -> Node:
    """The item of a list that says ``text``, to complain of it and not of the list."""
    items = node.items if isinstance(node, List) else ()
    return next((i for i in items if isinstance(i, Text) and i.value.strip() == text), node)


def _target(node: Node, spot: Spot) -> Target | None:
    found = _JUMP.fullmatch(node.value.strip()) if isinstance(node, Text) else None
    page = page_label(found["page"]) if found else ""
    if found is None or not page or not date_of(found["issue"][:10]):
        spot.error(node, "wants-article")
        return None
    article = f"{page_key(page)}/{int(found['place']):02}"
    return Target(found["issue"], article, node.line, node.column)


def _region(node: Node, spot: Spot) -> tuple[tuple[str, str], ...] | None:
    """At least three points, in per cent of the page image's width and height."""
    points = tuple(_point(item) for item in node.items) if isinstance(node, List) else ()
    good = tuple(point for point in points if point is not None)
    if len(good) < 3 or len(good) < len(points):
        wrong = next((i for i, p in enumerate(points) if p is None), None)
        at = node.items[wrong] if isinstance(node, List) and wrong is not None else node
        spot.error(at, "wants-region")
        return None
    return good


def _point(node: Node) -> tuple[str, str] | None:
    if not isinstance(node, List) or len(node.items) != 2:
        return None
    x, y = (item.value.strip() if isinstance(item, Text) else "" for item in node.items)
    both = all(_PERCENT.fullmatch(n) and n.isascii() and float(n) <= 100 for n in (x, y))
    return (x, y) if both else None


FILE = Kind("同一文件夹里的文件名", "the name of a file in the same folder", _file)
URL = Kind("网址，以 https:// 开头", "an address that begins with https://", _url)
BASE_URL = Kind("网址，以 https:// 开头", "an address that begins with https://", _base_url)
SITE_PATHS = Kind(
    "以 / 开头的旧地址，可以几条", "old addresses that begin with /, or a list", _site_paths
)
TARGET = Kind("期/版/稿，如 2022-04-01/03/05", "issue/page/article: 2022-04-01/03/05", _target)
REGION = Kind(
    "三个以上的点 [横, 纵]，占版面图的百分比",
    "three or more points [x, y] in per cent of the page image",
    _region,
)
