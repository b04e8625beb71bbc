"""Hosts: how paper.yml describes where ``banxin deploy`` brings the site."""

from __future__ import annotations

import re

from banxin.content.fields.addresses import BASE_URL, is_key
from banxin.content.fields.record import Field, Kind, Record, Spot, record, shape
from banxin.content.fields.value_types import TEXT, text_of
from banxin.content.frontmatter import Map, Node, Pair, Text
from banxin.model import DeployTarget

# what rclone takes for a remote that is described on the spot, password and all
_DESCRIBED = re.compile(r":|[^/:]+,[^/]*=")
_PASSWORD = re.compile(
    r"\w+://[^/@\s]*:[^/@\s]*@|[?&,](?:pass|password|token|secret|key)\w*=", re.IGNORECASE
)
_REMOTE = re.compile(r"[\w.+@][\w.+@ -]*:(?!//).*")
_FOLDER = re.compile(r"(?:\.{0,2}/|~/|[A-Za-z]:[\\/]).+")


def _place(node: Node, spot: Spot) -> str | None:
    """remote:folder or a folder of this computer; nothing with a password in it."""
    value = text_of(node, spot)
    if not value:
        return value
    if _has_secret(value):
        spot.error(node, "deploy-secret")
        return None
    if not (_REMOTE.fullmatch(value) or _FOLDER.fullmatch(value)):
        spot.error(node, "wants-deploy-place")
        return None
    return value


def _repository(node: Node, spot: Spot) -> str | None:
    value = text_of(node, spot)
    if value and (_PASSWORD.search(value) or value.startswith("-")):
        spot.error(node, "deploy-secret")
        return None
    return value


def _has_secret(value: str) -> bool:
    return bool(_DESCRIBED.match(value) or _PASSWORD.search(value))


PLACE = Kind(
    "rclone 的“名字:文件夹”，或本机的文件夹", "rclone's name:folder, or a folder here", _place
)
REPOSITORY = Kind("git 仓库的地址或远程名", "a git repository or a remote's name", _repository)
HOST_URL = BASE_URL  # by a name that no field has


class DeployKeys:
    TO = Field("to", ("到",), PLACE, "oss:bucket/paper", "传到哪里", "where it goes")
    URL = Field(
        "url",
        ("网址",),
        HOST_URL,
        "https://paper.example.org/",
        "网站的地址；传完取几页核对",
        "the site's address; some pages are fetched from it",
    )
    MEDIA = Field(
        "media",
        ("图片去处",),
        PLACE,
        "oss:bucket-img/paper",
        "图片传到哪里（设了 media_base 时）",
        "where pictures go if there is a media_base",
    )
    GIT = Field("git", ("代码仓库",), REPOSITORY, "origin", "推到哪个 git 仓库", "a git repository")
    BRANCH = Field("branch", ("代码分支",), TEXT, "gh-pages", "仓库的哪个分支", "its branch")


DEPLOY = shape("deploy", DeployKeys)


def _targets(node: Node, spot: Spot) -> tuple[DeployTarget, ...] | None:
    """name: its description."""
    if not isinstance(node, Map):
        spot.error(node, "wants-deploy")
        return None
    found = (_described(pair, spot) for pair in node.pairs)
    return tuple(target for target in found if target)


def _described(pair: Pair, spot: Spot) -> DeployTarget | None:
    """A group of fields, or only the place."""
    key, node = pair.key.value, pair.value
    if not is_key(key):
        spot.error(pair.key, "wants-key")
        return None
    if isinstance(node, Text) and node.value.strip():
        place = _place(node, spot)
        return DeployTarget(key, place) if place else None
    if not isinstance(node, Map):
        spot.error(node, "wants-fields", known="、".join(f.key for f in DEPLOY.fields))
        return None
    given = record(spot.file, node, DEPLOY, spot.problems)
    if given.is_empty(DeployKeys.TO) == given.is_empty(DeployKeys.GIT):
        spot.error(pair.key, "deploy-to-or-git", name=key)
        return None
    return _target(key, given)


def _target(name: str, given: Record) -> DeployTarget | None:
    """None after a value of it was complained of."""
    to, git = given.get(DeployKeys.TO) or "", given.get(DeployKeys.GIT) or ""
    if not (to or git):
        return None
    return DeployTarget(
        name,
        to,
        git,
        given.get(DeployKeys.BRANCH) or "gh-pages",
        given.get(DeployKeys.MEDIA) or "",
        given.get(DeployKeys.URL) or "",
    )


TARGETS = Kind("“名字: 主机”若干行（见 deploy）", "lines of name: host (see deploy)", _targets)
