"""What is to be written is asked, at the keyboard or on the page: whoever answers first."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, Queue
from typing import TypeAlias

import click

from banxin.cli.imports.desk import Desk
from banxin.cli.imports.page import last_page, over, site_of
from banxin.cli.imports.plans import Plan
from banxin.cli.imports.question import answered, question
from banxin.cli.imports.writing import Taken, files, written
from banxin.cli.session import Session
from banxin.server.imports import Answer, Form, shown

_LOOK = 0.2  # seconds: Windows hears Ctrl+C only between two looks
Asked: TypeAlias = "tuple[str, Future[Answer] | None]"  # a line, or what the page wants: all, new
Write = Callable[[Plan], int]


class Asking:
    """A desk's page, and the question beside it."""

    def __init__(self, session: Session, found: Desk, write: Write) -> None:
        self.session, self.words, self.desk, self.write = session, session.words, found, write
        self.asked: Queue[Asked] = Queue()
        self.turn = threading.Semaphore(0)

    def until_answered(self) -> int:
        """Writes what is wanted; the exit code. Raises OSError where the page has no port."""
        site = site_of(self.desk, self._take)
        with shown(site) as address:
            self.session.say(self.words("importing.page.ready", url=address))
            threading.Thread(target=self._read, daemon=True).start()
            try:
                return self._asked()
            finally:
                self._let_go()

    def _asked(self) -> int:
        code, reads = None, False
        while code is None:
            click.echo(question(self.desk.now.plan, self.words, opens=False), nl=False)
            if not reads:
                self.turn.release()
            line, page_ = self._next()
            reads = page_ is not None
            code = self._answer(line, page_)
        return code

    def _read(self) -> None:
        """A line each time that one is wanted."""
        while self.turn.acquire():
            self.asked.put((sys.stdin.readline(), None))

    def _next(self) -> Asked:
        while True:
            try:
                return self.asked.get(timeout=_LOOK)
            except Empty:
                continue

    def _let_go(self) -> None:
        """Whoever pressed a button in the very moment that all was over."""
        while not self.asked.empty():
            _, page_ = self.asked.get()
            if page_:
                page_.set_result(Answer(page=over(self.words)))

    def _take(self, form: Form) -> Answer:
        """A form. It waits where something is to be written: that is done where it is asked for."""
        step = self.desk.take(form)
        wish = {"write": "all", "write-new": "new"}.get(form.get("do", ""), "")
        if wish and step.whole and not self.desk.now.wrong:
            done: Future[Answer] = Future()
            self.asked.put((wish, done))
            return done.result()
        return Answer(f"s{step.at}" if step.at else "")

    def _answer(self, line: str, page_: Future[Answer] | None) -> int | None:
        """The exit code; None where somebody has to answer once more."""
        plan = self.desk.now.plan
        wish = line if page_ else answered(plan, line, self.words, opens=False)
        if page_:
            self.session.say("\n" + self.words("correcting.by-page"))
        if not wish:
            self.session.say(self.words("importing.declined"))
            return 0
        if self.desk.now.wrong:
            self.session.complain(self.words("correcting.wrong.left", n=len(self.desk.now.wrong)))
            return None
        self._tell_changes(by_page=page_ is not None)
        chosen = self.desk.plans.made(plan.new(), {}) if wish == "new" else plan
        try:
            code = self.write(chosen)
        except Taken as taken:
            self._once_more(self.words("correcting.taken", path=taken.path), page_)
            return None
        except OSError as error:
            self._once_more(self.words("correcting.failed", why=error.strerror), page_)
            return None
        if page_:
            page_.set_result(Answer(page=self._done(chosen)))
        return code

    def _tell_changes(self, *, by_page: bool) -> None:
        if self.desk.is_changed and not by_page:
            self.session.say(self.words("correcting.as-changed"))
        for one in self.desk.now.drafts:
            if one.dropped:
                story = one.wanted.story
                gaps = {"title": story.title, "source": story.source}
                self.session.say(self.words("correcting.left-out", **gaps))

    def _once_more(self, said: str, page_: Future[Answer] | None) -> None:
        self.session.complain(said)
        self.desk.refresh(said)
        if page_:
            page_.set_result(Answer())

    def _done(self, plan: Plan) -> str:
        names = [*([plan.target.file] if plan.target.text else []), *files(plan.planned)]
        said = [written(plan, len(names), self.words)]
        said.append(self.words("importing.next", key=plan.target.key))
        for one in self.desk.now.drafts:
            if one.dropped:
                story = one.wanted.story
                gaps = {"title": story.title, "source": story.source}
                said.append(self.words("correcting.left-out", **gaps))
        return last_page(said, names, self.words)
