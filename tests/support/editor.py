"""An editor who edits a paper at random, and what came of it."""

from __future__ import annotations

import random
import shutil
from datetime import date, timedelta
from pathlib import Path

from banxin.pipeline.program_digest import Program
from banxin.problems import BuildFailed, Problem
from tests.support.paper import Paper, folder


class Editor:
    """Does something to the paper, at random: what an editor does, and sometimes a mistake."""

    def __init__(self, paper: Paper, seed: int) -> None:
        self.paper = paper
        self.rng = random.Random(seed)
        self.content = paper.root / "content"

    def edit(self, step: int) -> None:
        days = sorted(p.name for p in self.content.glob("issues/*/*"))
        actions = (
            *(self.add, self.body, self.title, self.section, self.byline, self.status, self.drop),
            *(self.link, self.template, self.paper_name, self.people, self.number, self.page),
            *(self.extra, self.about, self.lists, self.namesakes),
        )
        self.rng.choice(actions)(self.rng.choice(days), step)

    def story(self, day: str) -> Path:
        return self.content / folder(day) / "01-01-story.md"

    def change(self, file: Path, old: str, new: str) -> None:
        file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    def add(self, day: str, step: int) -> None:
        new = date.fromisoformat(day) + timedelta(days=self.rng.randint(1, 500))
        self.paper.issue(str(new), "新。", "更新。", number=0)

    def body(self, day: str, step: int) -> None:
        file = self.story(day)
        file.write_text(file.read_text(encoding="utf-8") + f"\n又 {step}。\n", encoding="utf-8")

    def title(self, day: str, step: int) -> None:
        self.change(self.story(day), "title: ", f"title: {step} ")

    def section(self, day: str, step: int) -> None:
        self.change(self.story(day), "section: 要闻", f"section: s{step % 3 + 1}")

    def byline(self, day: str, step: int) -> None:
        self.change(self.story(day), "记者 林一", f"记者 林一 通讯员 周{'一二三四五六七八'[step]}")

    def status(self, day: str, step: int) -> None:
        status = self.rng.choice(("draft", "withdrawn", "published"))
        self.change(self.story(day), "section: ", f"status: {status}\nsection: ")

    def drop(self, day: str, step: int) -> None:
        if len(list(self.content.glob("issues/*/*"))) > 2:
            shutil.rmtree(self.story(day).parent)

    def link(self, day: str, step: int) -> None:
        other = self.rng.choice(sorted(p.name for p in self.content.glob("issues/*/*")))
        target = f"../../{other[:4]}/{other}/01-02-story.md"
        file = self.story(day)
        file.write_text(f"{file.read_text(encoding='utf-8')}\n[看]({target})\n", encoding="utf-8")

    def template(self, day: str, step: int) -> None:
        file = self.paper.theme / self.rng.choice(("base.html", "_macros.html", "list.html"))
        file.write_text(f"{file.read_text()}{{# {step} #}}<!-- {step} -->")

    def paper_name(self, day: str, step: int) -> None:
        self.change(self.content / "paper.yml", "江城晨报", f"江城晨报{step}")

    def people(self, day: str, step: int) -> None:
        self.paper.write("people.yml", f"- name: 林一\n  key: linyi{step}\n")

    def about(self, day: str, step: int) -> None:
        """Whom and what a story is about."""
        topics, people = f"[专题{step % 2}, 又一]", f"[林一, 周{step % 3}二]"
        if "topics:" not in self.story(day).read_text("utf-8"):
            lines = f"topics: {topics}\npeople: {people}\nsection: "
            self.change(self.story(day), "section: ", lines)

    def lists(self, day: str, step: int) -> None:
        asked = self.rng.choice(("none", "[bylines, topics]", "[people, today, numbers, news]"))
        file = self.content / "paper.yml"
        lines = file.read_text("utf-8").split("\n")
        kept = [line for line in lines if not line.startswith(("lists:", "topics:"))]
        topics = f"topics: {{z{step}: {{name: 专题0, about: 说{step}}}, a: 专题1, b: 又一}}"
        kept[1:1] = [f"lists: {asked}", *([topics] if step % 2 else [])]
        file.write_text("\n".join(kept), "utf-8")

    def namesakes(self, day: str, step: int) -> None:
        self.paper.write("people.yml", f"- 林一\n- {{name: 林一, id: 二, title: 甲{step}}}\n")
        self.change(self.story(day), "记者 林一 ", "记者 林一#二 ")

    def extra(self, day: str, step: int) -> None:
        """A field of the paper's own, under another name each time."""
        file = self.content / "paper.yml"
        text = file.read_text("utf-8").partition("extra:")[0]
        file.write_text(f"{text}extra: {{own: 字段{step}}}\n", "utf-8")
        if "own:" not in self.story(day).read_text("utf-8"):
            self.change(self.story(day), "section: ", f"own: 值{step}\nsection: ")

    def number(self, day: str, step: int) -> None:
        self.change(self.story(day).parent / "issue.md", "pages:", "weather: 晴\npages:")

    def page(self, day: str, step: int) -> None:
        self.change(self.story(day).parent / "issue.md", "pages:", "pages:\n  - name: 新版")


def failed_with(paper: Paper, where: str, program: Program | None = None) -> tuple[Problem, ...]:
    try:
        paper.build(where, program=program)
    except BuildFailed as failed:
        return failed.problems
    return ()
