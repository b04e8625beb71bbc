"""The page of ``banxin import --open``, and an editor who works on it while the terminal waits."""

from __future__ import annotations

import re
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode, urlsplit

import pytest

from tests.support.present import present
from tests.support.terminal import Said, Terminal

Work = Callable[["Page"], str]  # and then the line that is typed in the terminal


class _Form(HTMLParser):
    """What a browser would send of a page on which nobody touched anything."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._within = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = {name: value or "" for name, value in attrs}
        if tag == "input" and (own.get("type") != "checkbox" or "checked" in own):
            self.values[own["name"]] = own["value"]
        elif tag in ("textarea", "select"):
            self._within = own["name"]
            self.values[self._within] = ""
        elif tag == "option" and "selected" in own:
            self.values[self._within] = own["value"]

    def handle_data(self, data: str) -> None:
        if self._within and self.lasttag == "textarea":
            self.values[self._within] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.values[self._within] = self.values[self._within].removeprefix("\n")
        self._within = "" if tag in ("textarea", "select") else self._within


@dataclass(slots=True)
class Page:
    """As an editor has it before their eyes. ``at``: where the last answer led."""

    address: str
    at: str = ""
    text: str = ""

    def look(self) -> str:
        with urllib.request.urlopen(self.address, timeout=20) as answer:
            self.text = answer.read().decode()
        return self.text

    @property
    def form(self) -> dict[str, str]:
        return _Form(self.text).values

    def press(self, do: str, /, **typed: str) -> str:
        """With what was typed: ``f_1_title`` is the title of the first story."""
        names = {name.replace("__", "-").replace("_", "."): text for name, text in typed.items()}
        return self.send({**self.form, **names, "do": do})

    def send(self, form: dict[str, str]) -> str:
        origin = "http://" + urlsplit(self.address).netloc
        data = urlencode(form, errors="surrogatepass").encode()
        asked = urllib.request.Request(self.address, data, {"Origin": origin})
        with urllib.request.urlopen(asked, timeout=20) as answer:
            self.at = urlsplit(answer.url).fragment
            self.text = answer.read().decode()
        return self.text


@dataclass(slots=True)
class Editor:
    """At the keyboard: each line is typed when all is done on the page that comes before it."""

    paper: Terminal
    works: list[Work]
    first: str = ""  # a line that is typed before there is a page
    heard: str = ""
    complained: str = ""
    failed: list[BaseException] = field(default_factory=list)

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        if self.first:
            line, self.first = self.first, ""
            return line
        if not self.works:
            return ""
        try:
            captured = self.paper.capture.readouterr()
            self.heard, self.complained = self.heard + captured.out, self.complained + captured.err
            found = present(re.search(r"http://127\.0\.0\.1:\d+/[\w-]+/", self.heard))
            page = Page(found[0])
            page.look()
            return self.works.pop(0)(page)
        except BaseException as error:  # told where the test is: this is another thread
            self.failed.append(error)
            return ""


def edited(
    paper: Terminal,
    monkeypatch: pytest.MonkeyPatch,
    works: list[Work],
    *arguments: str,
    first: str = "",
) -> Said:
    """What the import said, from its page on. ``first``: the line that asks for the page, where
    ``--open`` doesn't."""
    editor = Editor(paper, works, first)
    monkeypatch.setattr("webbrowser.open", lambda _: None)
    monkeypatch.setattr(sys, "stdin", editor)
    said = paper("import", *arguments, *([] if first else ["--open"]))
    if editor.failed:
        raise editor.failed[0]
    return Said(said.code, editor.heard + said.out, editor.complained + said.err)
