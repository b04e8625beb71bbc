"""Jobs as they were published: rows of a manifest, each sealed, and all of them added up."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from functools import cached_property
from hashlib import blake2b
from typing import Self

import msgspec

from banxin.model.sealed import BrokenSeal, opened, seal_of, sealed
from banxin.pipeline.incremental.database import CacheDamaged
from banxin.pipeline.output.size_budget import Weight, weight_of


class PublishedFile(msgspec.Struct, frozen=True):
    """A file of the output as it was published. ``content``: digest of its bytes."""

    size: int
    mtime: int  # nanoseconds
    content: str


class PublishedJob(msgspec.Struct, frozen=True, dict=True):
    """A job as it was published: the digest of what it was made from, its files.

    They stay packed until they are asked for: most builds ask only a few of thousands of published.
    """

    digest: str
    weight: Weight
    packed: bytes

    @classmethod
    def of(cls, digest: str, files: Mapping[str, PublishedFile]) -> Self:
        weight = weight_of((path, file.size) for path, file in files.items())
        return cls(digest, weight, msgspec.msgpack.encode(files))

    @cached_property
    def files(self) -> dict[str, PublishedFile]:
        """By path."""
        return _FILES.decode(self.packed)


_FILES = msgspec.msgpack.Decoder(dict[str, PublishedFile])
_WEIGHT = msgspec.msgpack.Decoder(Weight)


def row_of_job(job_id: str, job: PublishedJob) -> tuple[str, str, bytes, bytes]:
    weight = msgspec.msgpack.encode(job.weight)
    return job_id, job.digest, weight, sealed(job.packed, _name(job_id, job.digest, weight))


def published_jobs(db: sqlite3.Connection) -> dict[str, PublishedJob]:
    """Of a manifest. Raises CacheDamaged if a job isn't as it was recorded, or one is missing."""
    found, added_up = dict[str, PublishedJob](), blake2b(digest_size=16)
    rows = db.execute("select job_id, digest, weight, files from jobs order by job_id")
    try:
        for job_id, job_digest, weight, files in rows:
            packed = opened(files, _name(job_id, job_digest, weight))
            added_up.update(seal_of(files))
            found[job_id] = PublishedJob(job_digest, _WEIGHT.decode(weight), packed)
    except BrokenSeal as error:
        raise CacheDamaged(str(error)) from error
    _compare(db, added_up.digest(), empty=not found)
    return found


def check_total(db: sqlite3.Connection) -> None:
    """Raises CacheDamaged if a job is missing, or is an older one."""
    (count,) = db.execute("select count(*) from jobs").fetchone()
    _compare(db, total(db), empty=not count)


def total(db: sqlite3.Connection) -> bytes:
    """A digest of all jobs. Raises CacheDamaged."""
    added_up = blake2b(digest_size=16)
    for (seal,) in db.execute("select substr(files, 1, 16) from jobs order by job_id"):
        if not isinstance(seal, bytes):
            raise CacheDamaged("jobs")
        added_up.update(seal)
    return added_up.digest()


def _compare(db: sqlite3.Connection, found: bytes, *, empty: bool) -> None:
    recorded = db.execute("select total from totals").fetchall()
    if (recorded or not empty) and recorded != [(found,)]:
        raise CacheDamaged("totals")


def _name(job_id: str, job_digest: str, weight: bytes) -> str:
    return f"{job_id}\n{job_digest}\n{weight!r}"
