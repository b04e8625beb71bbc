"""A page names the feeds that its paper has, and no others."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from banxin.site import feed_links
from tests.support.planned import site


@pytest.mark.parametrize(
    ("feeds", "addresses"),
    [
        ((), []),
        (("json",), []),
        (("sections",), ["section/yaowen/feed.xml"]),
        (("sections", "json"), ["section/yaowen/feed.xml", "section/yaowen/feed.json"]),
    ],
)
def test_a_section_has_the_forms_that_the_paper_chose(
    feeds: tuple[str, ...], addresses: list[str]
) -> None:
    where = replace(site(), paper=replace(site().paper, feeds=feeds))
    found = feed_links.of_term(where, "section", "yaowen", "要闻")
    assert [link.url for link in found] == [f"/paper/{address}" for address in addresses]


def test_without_a_host_there_is_nothing_to_subscribe_to() -> None:
    where = replace(site("/paper/"), paper=replace(site().paper, feeds=("sections", "front")))
    assert feed_links.of_term(where, "section", "yaowen", "要闻") == ()
    assert feed_links.of_front(where) == feed_links.of_home(where) == ()
