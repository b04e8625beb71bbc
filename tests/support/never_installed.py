"""A Banxin that runs from a folder and was never installed."""

from __future__ import annotations

from importlib.metadata import Distribution, DistributionFinder, PackageNotFoundError

import pytest

from banxin.scaffold import own_wheel


def never_installed(monkeypatch: pytest.MonkeyPatch, known: str | None = None) -> None:
    """``known``: what is recorded of it all the same; None: that there is one isn't either."""

    class Half(Distribution):
        def read_text(self, filename: str) -> str | None:
            return known

        def locate_file(self, path: object) -> DistributionFinder:  # type: ignore[override]
            raise NotImplementedError

    def distribution(name: str) -> Distribution:
        if known is None:
            raise PackageNotFoundError(name)
        return Half()

    monkeypatch.setattr(own_wheel, "distribution", distribution)
