"""What hosts answer by the lists of old addresses that we give them, read as each of them reads.

After https://docs.netlify.com/manage/routing/redirects/, developers.cloudflare.com/pages/
configuration/redirects/, nginx.org/en/docs/http/ngx_http_map_module.html and
caddyserver.com/docs/caddyfile/directives/map. What a file says in another way is an error.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit


class _Rule(NamedTuple):
    path: str
    query: dict[str, str]
    to: str
    forced: bool


def netlify(text: str, asked: str, pages: Container[str] = ()) -> str | None:
    """The first rule that fits; ``pages``: paths at which a page lies, which it goes around only
    where a rule is forced. A rule without a query fits every one."""
    parts = urlsplit(asked)
    query = dict(parse_qsl(parts.query))
    for rule in _rules(text):
        fits = _bare(rule.path) == _bare(parts.path) and rule.query.items() <= query.items()
        if fits and (rule.forced or parts.path not in pages):
            return rule.to
    return None


def cloudflare(text: str, asked: str) -> str | None:
    """By the path alone, whatever lies there; it knows neither forcing nor queries."""
    rules = list(_rules(text))
    assert not any(rule.forced for rule in rules)
    path = _bare(urlsplit(asked).path)
    return next((r.to for r in rules if not r.query and _bare(r.path) == path), None)


def _bare(path: str) -> str:
    return unquote(path).rstrip("/")


def _rules(text: str) -> Iterator[_Rule]:
    for line in text.splitlines():
        words = line.partition("#")[0].split()
        if not words:
            continue
        path, *query, to, code = words
        assert re.fullmatch("301!?", code), line
        assert path.startswith("/"), line
        assert to.startswith("/"), line
        yield _Rule(path, dict(part.split("=", 1) for part in query), to, code.endswith("!"))


def nginx(text: str, asked: str) -> str | None:
    """Maps fit whatever the case; ``$uri`` is decoded, ``$request_uri`` as it was asked."""
    maps, longest = {}, 0
    bucket = re.search(r"map_hash_bucket_size (\d+);", text)
    bare = re.sub("(?m)^#.*$", "", text)
    for source, name, block in re.findall(r"map (\$\w+) (\$\w+) \{(.*?)\n\}", bare, re.DOTALL):
        rows = dict(_nginx_row(line) for line in block.strip().splitlines())
        maps[name] = (source, rows)
        longest = max(longest, *(len(key.encode()) for key in rows))
    assert bucket
    assert longest < int(bucket[1])
    known = {"$uri": unquote(urlsplit(asked).path), "$request_uri": asked}

    def value(name: str) -> str:
        if name not in maps:
            return known.get(name, name)
        source, rows = maps[name]
        found = rows.get(known[source].lower(), rows.get("default", ""))
        return value(found) if found.startswith("$") else found

    return value("$banxin_moved") or None


def _nginx_row(line: str) -> tuple[str, str]:
    found = re.fullmatch(r'\s*(?:"((?:[^"\\]|\\.)*)"|(default))\s+(\S+);', line)
    assert found, line
    key = found[2] or re.sub(r"\\(.)", r"\1", found[1]).lower()
    return key, found[3].strip('"')


def caddy(text: str, asked: str) -> str | None:
    maps = {}
    for source, name, block in re.findall(r"map (\{\w+\}) (\{\w+\}) \{(.*?)\n\}", text, re.DOTALL):
        maps[name] = (source, dict(_caddy_row(line) for line in block.strip().splitlines()))
    assert "redir @banxin_moved {banxin_moved} 301" in text
    known = {"{path}": unquote(urlsplit(asked).path), "{uri}": asked}

    def value(name: str) -> str:
        if name not in maps:
            return name
        source, rows = maps[name]
        found = rows.get(known[source], rows.get("default", ""))
        return value(found) if found.startswith("{") else found

    return value("{banxin_moved}") or None


def _caddy_row(line: str) -> tuple[str, str]:
    """In quotes a backslash goes before a quotation mark and nowhere else."""
    found = re.fullmatch(r'\s*(?:"((?:[^"]|\\")*)"|(default))\s+(\S+)', line)
    assert found, line
    return found[2] or found[1].replace('\\"', '"'), found[3].strip('"')
