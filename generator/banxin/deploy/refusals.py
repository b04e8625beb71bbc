"""What a host or the line to it refuses, as one problem each: rclone's words to an id."""

from __future__ import annotations

import re
from collections.abc import Mapping

from banxin.problems import Place, Problem, error

# in this order: the first that fits is meant
_KNOWN = (
    (
        "deploy-clock",
        "requesttimetooskewed|time skew|clock skew|requesttimeisinvalid|not yet valid",
    ),
    (
        "deploy-host-unknown",
        "didn't find section in config file|unknown remote|didn't find backend",
    ),
    (
        "deploy-full",
        r"no space left|remaining disk space|disk quota|quotaexceeded|quota exceeded|\b507\b"
        r"|insufficient storage|\b552\b|exceeded storage|disk full|not enough space"
        "|file too large|entitytoolarge",
    ),
    (
        "deploy-credentials",
        "accessdenied|access denied|invalidaccesskeyid|signaturedoesnotmatch|invalid.?credential"
        r"|unable to authenticate|unauthorized|forbidden|\b401\b|\b403\b|\b530\b|login incorrect"
        "|no auth methods|ssh-agent|knownhosts|host key|permission denied|expiredtoken"
        "|nocredentialproviders|failed to retrieve credentials|static credentials are empty"
        "|authentication failed",
    ),
    (
        "deploy-place-missing",
        "nosuchbucket|directory not found|no such bucket|is a file not a directory",
    ),
    (
        "deploy-no-network",
        "no such host|name or service not known|temporary failure in name resolution"
        "|network is unreachable|no route to host|server misbehaving",
    ),
    (
        "deploy-slow",
        "timeout|timed out|deadline exceeded|stalled|too slow",
    ),
    (
        "deploy-host-silent",
        "connection refused|connection reset|broken pipe|connection closed|connection lost|eof"
        r"|rclone ended|use of closed|\b50[0234]\b|unexpected packet|couldn't connect"
        "|couldn't initialise|server closed|slowdown|\b421\b|\b425\b|\b426\b",
    ),
    ("deploy-certificate", "x509|certificate|tls: "),
    ("deploy-read-only", "read-only|readonly|not permitted|can't write|not implemented"),
)
_SECRET = re.compile("PASS|SECRET|TOKEN|KEY|AUTH|CREDENTIAL", re.IGNORECASE)
_IN_TEXT = re.compile(
    r"(?i)(\w+://)[^/@\s]+@|((?:signature|password|pass|token|secret|(?<!invalidaccess)key)[\w-]*[=:]\s*)\S+"
)
LONGEST = 200  # characters of what rclone says that are shown


class DeployFailed(Exception):
    """A host wasn't brought up to date. Carries what is said of it."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(f"{p.place}: {p.code}" for p in problems))
        self.problems = problems


def refusal(
    target: str, said: str, environ: Mapping[str, str], also: tuple[str, ...] = ()
) -> DeployFailed:
    """``also``: what was said of single files, which is closer to the cause than the last word."""
    texts = (said, *also)
    for text in texts:
        for code, words in _KNOWN:
            if re.search(words, text, re.IGNORECASE):
                return DeployFailed(error(Place(target), code, why=shown(text, environ)))
    return DeployFailed(error(Place(target), "deploy-failed", why=shown(said, environ)))


def shown(said: str, environ: Mapping[str, str]) -> str:
    """One line of what rclone or git said, without secrets."""
    line = " ".join(said.split())
    for name, value in environ.items():
        if _SECRET.search(name) and len(value) >= 4:
            line = line.replace(value, "***")
    line = _IN_TEXT.sub(lambda found: f"{found[1] or found[2]}***", line)
    return line if len(line) <= LONGEST else f"…{line[1 - LONGEST :]}"  # the cause comes last
