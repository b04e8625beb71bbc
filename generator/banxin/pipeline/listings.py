"""Files that list addresses of the whole archive, and need nothing but its rows."""

from __future__ import annotations

from collections.abc import Iterator

from banxin.model.archive import Archive
from banxin.model.fingerprint import digest
from banxin.pipeline.jobs import ListingJob
from banxin.site import routes
from banxin.site.address_book import by_year
from banxin.site.redirect_lists import redirect_lists
from banxin.site.routes import Base


def listing_jobs(archive: Archive, base: Base) -> dict[str, ListingJob]:
    """A job a file, so that a story's text changes its year's alone, by its id."""
    return {f"listing {path}": _job(path, text) for path, text in _files(archive, base)}


def _job(path: str, text: str) -> ListingJob:
    return ListingJob(f"listing {path}", "content/issues", path, text)


def _files(archive: Archive, base: Base) -> Iterator[tuple[str, str]]:
    years = by_year(archive)
    for year, text in years.items():
        yield f"{routes.ADDRESSES}{year}.txt", text
    index = "".join(f"{year} {digest(text.encode())}\n" for year, text in years.items())
    yield f"{routes.ADDRESSES}index.txt", index
    yield from redirect_lists(archive, base)
