"""这份报纸的日常：先把版心装到 .venv，再预览、发布，或者运行 banxin 的任何命令。

用法：python tools/paper.py preview | publish | setup | banxin 的命令……
只用 Python 自带的东西；系统的 Python 不动，所以不许直接 pip install 的电脑上也能用。
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BEFORE = ROOT / ".venv-before"
INSTALLED = VENV / "installed"  # the digest of what is installed there
REQUIREMENTS = ROOT / "requirements.txt"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
TARGETS = re.compile(r"^(?:deploy|上传到)\s*[:：]", re.MULTILINE)

NO_VENV = """\
这个 Python 建不了虚拟环境（{why}）。
  Debian、Ubuntu：先运行 sudo apt install python3-venv，再来一次。
  别的系统：到 python.org 装一个完整的 Python，再来一次。"""
NOT_INSTALLED = """\
版心没有装成。上面几行里：
  · 有 Could not find a version、Connection、timed out、SSL：连不上网或软件源，检查网络再来一次；
    网络没问题的，换一个国内的源：python -m pip config set global.index-url 镜像网址；
  · 有 HASHES：vendor/ 里的文件或者下载的包被改过，用 git checkout vendor 还原再来一次；
  · 有 No space：磁盘满了。"""
IN_USE = "原来的版心正在用（预览还开着？），先用它；关掉以后再运行一次，就装新的。"
AS_BEFORE = "新的版心没有装成，先用原来装好的那一份；下一次运行再装。"
PROBLEMS = "稿件有错，没有发布。照上面说的改好，再来一次。"
NO_GIT = "这台电脑上没有 git，没法发布。到 https://git-scm.com/downloads 下载安装，再来一次。"
NO_REPOSITORY = """\
这个文件夹还没有交给 git 管，所以没法发布。第一次发布前要做几件事，
README.md 的“第一次发布”里一步一步写着。"""
NO_REMOTE = """\
稿件已经提交，但还没有说推送到哪里：没有远程仓库，paper.yml 里也没有 deploy。
README.md 的“第一次发布”里写着怎么做。"""
NO_NAME = """\
git 还不知道你是谁，没法提交。运行下面两行（换成自己的名字和邮箱），再来一次：
  git config --global user.name "张三"
  git config --global user.email zhangsan@example.org"""
UNFINISHED = """\
上一次合并没有做完，没有发布。不会处理的，运行 {undo}
回到合并以前的样子（自己的稿还在），再来一次。"""
CONFLICT = """\
别人和你改了同一处，git 不知道听谁的，没有发布。你的稿原样在这台电脑上，已经提交。
改过同一处的文件：
{files}
找改过这些文件的同事商量好，请管程序的人合并。"""
BRANCH = "现在在分支 {branch} 上。网站只从 {main} 发布；推送好了，还要在网页上开一个合并请求。"
NOTHING = "没有新的改动，网站已经是最新的。"
PUSHED = "已经推送。几分钟后网站更新；没有更新的，到仓库网页的 Actions 里看哪里错了。"
HOSTS = """\
paper.yml 里的主机，由 GitHub 上传（仓库的变量 DEPLOY_TARGET，见 docs/publishing.md）；
没有设这个变量的，再运行一次 banxin deploy。"""

# what git says, and what to do about it
PUSH_FAILED = (
    (
        "could not resolve|timed out|timeout|unable to access|couldn't connect|failed to connect"
        "|connection (?:refused|reset|closed)|network is unreachable|early eof|unable to look up",
        "连不上远程仓库：先看看能不能上网；能上网的，过几分钟再来一次。稿件已经提交，不会丢。",
    ),
    (
        "authentication failed|could not read username|could not read password|invalid username"
        "|permission denied|returned error: 403|access denied|publickey|terminal prompts disabled",
        "远程仓库不认这台电脑：用户名、密码（令牌）或密钥不对，或者没有推送的权限。"
        "请管程序的人看一看。稿件已经提交，不会丢。",
    ),
    (
        "not found|does not appear to be a git repository|does not exist",
        "找不到远程仓库：网址写错了，或者仓库被删了、改名了。运行 git remote -v 看看网址对不对。",
    ),
    (
        "large file|exceeds .*limit|file size limit|gh001",
        "有文件太大，远程仓库不收（GitHub 一个文件最多 100 MB）。把上面点名的文件移走或缩小，"
        "请管程序的人把它从这次提交里去掉。",
    ),
    (
        "protected branch|hook declined|push declined|gh006|gh013",
        "远程仓库不许直接推送到这个分支：请管程序的人看看分支保护的设置，或者改用合并请求。",
    ),
    ("no space left|disk quota", "磁盘满了，腾出地方再来一次。"),
)
UNKNOWN = "推送没有成功，原因在上面几行。把它们发给管程序的人。稿件已经提交，不会丢。"


class Failed(Exception):
    """What to tell, in whole sentences."""


def main(words: Sequence[str]) -> int:
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    command, *rest = words or ("preview",)
    try:
        set_up()
        if command == "setup":
            return 0
        if command == "preview":
            return banxin("serve", "--drafts", "--open", *rest)
        if command == "publish":
            return publish()
        return banxin(command, *rest)
    except Failed as failed:
        say(f"\n{failed}")
        return 1
    except KeyboardInterrupt:
        return 130


def say(text: str) -> None:
    print(text, flush=True)


def set_up() -> None:
    """Install what requirements.txt names; what worked before stays if that fails, else Failed."""
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    works = INSTALLED.is_file() and has_banxin()
    if works and INSTALLED.read_text() == wanted:
        return
    say("版心有变动，重新安装……" if works else "第一次运行，先装好版心，要一两分钟……")
    if works:
        shutil.rmtree(BEFORE, ignore_errors=True)
        try:
            VENV.rename(BEFORE)
        except OSError:  # Windows: a program in it runs
            say(IN_USE)
            return
    try:
        install()
        INSTALLED.write_text(wanted)
    except (Failed, KeyboardInterrupt) as why:
        if not works:
            raise
        shutil.rmtree(VENV, ignore_errors=True)
        BEFORE.rename(VENV)
        if isinstance(why, KeyboardInterrupt):
            raise
        say(f"{why}\n{AS_BEFORE}")
    shutil.rmtree(BEFORE, ignore_errors=True)


def install() -> None:
    """Into a new environment. Raises Failed."""
    made = quietly(sys.executable, "-m", "venv", "--clear", VENV)
    if made.returncode:
        why = (made.stderr or made.stdout).strip().splitlines() or ["-"]
        raise Failed(NO_VENV.format(why=why[-1]))
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    installed = quietly(*pip, "--require-hashes", "-r", REQUIREMENTS.name)
    if installed.returncode:
        say(installed.stderr.strip())
        raise Failed(NOT_INSTALLED)


def quietly(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """What it says is of no interest to anybody, unless it fails."""
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def has_banxin() -> bool:
    return any((BIN / name).is_file() for name in ("banxin", "banxin.exe"))


def banxin(*words: str) -> int:
    """Its exit code."""
    return subprocess.call([PYTHON, "-m", "banxin", *words], cwd=ROOT)


def publish() -> int:
    """Check, commit, push; or deploy, where there is a host and nothing to push to."""
    if banxin("check", "--publish"):
        raise Failed(PROBLEMS)
    if not has_git():
        raise Failed(NO_GIT)
    if not git("rev-parse", "--is-inside-work-tree").ok:
        raise Failed(NO_REPOSITORY)
    refuse_unfinished()
    committed = commit()
    hosts = bool(TARGETS.search((ROOT / "content/paper.yml").read_text("utf-8")))
    remote = bool(git("remote").out.strip())
    if not remote and not hosts:
        raise Failed(NO_REMOTE)
    if not remote:
        return banxin("deploy")
    push(committed)
    if hosts:
        say(HOSTS)
    return 0


class Git:
    """What a call of git gave. ``said``: all that it printed."""

    def __init__(self, run: subprocess.CompletedProcess[str]) -> None:
        self.ok, self.out = run.returncode == 0, run.stdout
        self.said = f"{run.stdout}{run.stderr}".strip()


def git(*words: str) -> Git:
    """Chinese names as they are, and git's own words in English, so that they can be read here."""
    run = subprocess.run(
        ["git", "-c", "core.quotepath=false", *words],
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return Git(run)


def has_git() -> bool:
    try:
        return git("--version").ok
    except FileNotFoundError:
        return False


def refuse_unfinished() -> None:
    folder = Path(ROOT, git("rev-parse", "--git-dir").out.strip())
    for mark in ("rebase-merge", "rebase-apply", "MERGE_HEAD"):
        if (folder / mark).exists():
            undo = "git merge --abort" if mark == "MERGE_HEAD" else "git rebase --abort"
            raise Failed(UNFINISHED.format(undo=undo))


def commit() -> bool:
    """Whether there was anything new. Raises Failed."""
    added = git("add", "--all")
    if not added.ok:
        raise Failed(f"{added.said}\ngit 收不下改动，没有发布。把上面几行发给管程序的人。")
    if git("diff", "--cached", "--quiet").ok:
        return False
    now = datetime.now()  # noqa: DTZ005  the newsroom's own clock
    made = git("commit", "--quiet", "-m", f"{now.year}年{now.month}月{now.day}日 {now:%H:%M}")
    if made.ok:
        return True
    if re.search("tell me who you are|empty ident|user.email", made.said):
        raise Failed(NO_NAME)
    raise Failed(f"{made.said}\n没有提交成，没有发布。把上面几行发给管程序的人。")


def push(committed: bool) -> None:
    """Raises Failed."""
    branch = git("branch", "--show-current").out.strip()
    if not branch:
        raise Failed("现在不在任何分支上，没有发布。运行 git switch main，再来一次。")
    pushed = git("push", "--set-upstream", remote_of(branch), branch)
    if not pushed.ok and re.search(r"fetch first|non-fast-forward|\[rejected\]", pushed.said):
        take_over_others(branch)
        pushed = git("push", "--set-upstream", remote_of(branch), branch)
    if not pushed.ok:
        say(pushed.said)
        raise Failed(advice(pushed.said))
    new = committed or "up-to-date" not in pushed.said
    say(PUSHED if new else NOTHING)
    if branch not in ("main", "master"):
        say(BRANCH.format(branch=branch, main="main"))


def remote_of(branch: str) -> str:
    known = git("config", f"branch.{branch}.remote").out.strip()
    remotes = git("remote").out.split()
    return known or ("origin" if "origin" in remotes else remotes[0])


def take_over_others(branch: str) -> None:
    """Put our commits behind those of others, which came first. Raises Failed."""
    say("别人先推送了，先取下来……")
    pulled = git("pull", "--rebase", remote_of(branch), branch)
    if not pulled.ok:
        files = git("diff", "--name-only", "--diff-filter=U").out.strip()
        git("rebase", "--abort")
        if files:
            raise Failed(CONFLICT.format(files="\n".join(f"  {f}" for f in files.splitlines())))
        say(pulled.said)
        raise Failed(advice(pulled.said))
    if banxin("check", "--publish"):  # together they may be wrong where each was right
        raise Failed(PROBLEMS)


def advice(said: str) -> str:
    fits = (todo for what, todo in PUSH_FAILED if re.search(what, said, re.IGNORECASE))
    return next(fits, UNKNOWN)


if __name__ == "__main__":  # pragma: no cover - what runs in a paper is its own copy
    sys.exit(main(sys.argv[1:]))
