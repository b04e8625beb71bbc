"""Digests of jobs: of all that their outputs depend on."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from banxin.model.fingerprint import digest, fingerprint
from banxin.pipeline.incremental.memo import Memo
from banxin.pipeline.jobs import AssetsJob, IssueJob, Job, Planner


def digests_of(program_digest: str, planner: Planner, own: Memo[Job, str]) -> dict[str, str]:
    """Unit to digest of all that its outputs depend on. Assets have none.

    Three parts are cut by spaces: the program and the paper, the templates, the job itself.
    """
    # where the project lies is no part of what it says; metrics hold floats, which a fingerprint
    # refuses, and their text says them exactly
    said = replace(planner.site, root="", metrics=None)
    about = fingerprint((program_digest, said, repr(planner.site.metrics)))[:16]
    templates = planner.theme.digest()[:16]
    return {
        job_id: "" if isinstance(job, AssetsJob) else f"{about} {templates} {own.outputs[job_id]}"
        for job_id, job in own.inputs.items()
    }


def own_digest(job: Job) -> str:
    """Of an issue's job, of which there are thousands, by a quicker way: it is all texts."""
    return digest(msgspec.json.encode(job)) if isinstance(job, IssueJob) else fingerprint(job)
