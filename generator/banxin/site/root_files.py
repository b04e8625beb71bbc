"""Files of content/root, at the site's root as they are."""

from __future__ import annotations

from collections.abc import Iterator

from banxin.content.root_files import ROOT_FILES
from banxin.site.context import SiteContext
from banxin.site.inputs import SitewideInput
from banxin.site.outputs import Copied, Output


def root_files(site: SiteContext, inputs: SitewideInput) -> Iterator[Output]:
    for file in inputs.root_files:
        yield Copied(file.removeprefix(f"{ROOT_FILES}/"), f"{site.root}/{file}")
