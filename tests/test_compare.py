from __future__ import annotations

from generator.compare import Known, collisions, gone_paths
from generator.draw import UnitDrawn
from generator.store import Written
from generator.units import AssetsJob

JOBS = {
    "2022-04-01": AssetsJob("2022-04-01", "content/issues/2022/2022-04-01"),
    "site": AssetsJob("site", "content"),
}
ALIASING = "content/issues/2022/2022-04-01/01-01-a.md"


def drawn(unit: str, *paths: str, chosen: str = "") -> UnitDrawn:
    return UnitDrawn(unit, (*paths, *([chosen] if chosen else ())), (), (), choice(chosen))


def choice(path: str) -> tuple[tuple[str, str], ...]:
    return ((path, ALIASING),) if path else ()


def kept(unit: str, *paths: str) -> dict[str, Written]:
    return {path: Written(unit, "f", 10, 0, "c") for path in paths}


def known(outputs: dict[str, Written], unplanned: tuple[str, ...] = ()) -> Known:
    return Known({}, outputs, set(), {}, set(unplanned), False)


def complaints(*units: UnitDrawn, outputs: dict[str, Written] | None = None) -> list[str]:
    found = collisions(JOBS, units, outputs or {})
    return [f"{p.place}: {dict(p.details)['path']} / {dict(p.details)['other']}" for p in found]


def test_paths_of_their_own_are_fine():
    assert complaints(drawn("site", "index.html"), drawn("2022-04-01", "a/index.html")) == []
    assert complaints(drawn("site", "a/index.html"), outputs=kept("site", "a/index.html")) == []


def test_one_path_for_two_units_names_both():
    issue = drawn("2022-04-01", chosen="archive/index.html")
    assert complaints(drawn("site", "archive/index.html"), issue) == [
        f"{ALIASING}: archive/index.html / content"
    ]


def test_the_place_is_where_the_path_was_chosen_whichever_unit_is_drawn_first():
    issue, site = drawn("2022-04-01", chosen="feed.xml"), drawn("site", "feed.xml")
    assert complaints(issue, site) == complaints(site, issue) == [f"{ALIASING}: feed.xml / content"]


def test_a_page_that_was_not_drawn_keeps_its_path():
    issue = drawn("2022-04-01", chosen="archive/index.html")
    assert complaints(issue, outputs=kept("site", "archive/index.html")) == [
        f"{ALIASING}: archive/index.html / content"
    ]


def test_a_file_cannot_be_another_paths_folder():
    clash = [f"{ALIASING}: a.htm / a.htm/b/index.html"]
    issue = drawn("2022-04-01", chosen="a.htm")
    assert complaints(issue, drawn("site", "a.htm/b/index.html")) == clash
    assert complaints(issue, outputs=kept("site", "a.htm/b/index.html")) == clash


def test_a_new_page_below_an_old_file_is_seen_too():
    site = drawn("site", "a.htm/b/index.html")
    assert complaints(site, outputs=kept("2022-04-01", "a.htm")) == [
        "content/issues/2022/2022-04-01: a.htm / a.htm/b/index.html"
    ]


def test_nothing_gets_into_the_folder_of_the_search():
    issue = drawn("2022-04-01", chosen="pagefind/x.htm")
    assert complaints(issue) == [f"{ALIASING}: pagefind/x.htm / pagefind"]


def test_gone_is_what_no_unit_plans_any_more():
    outputs = kept("site", "index.html") | kept("2022-04-01", "a", "b") | kept("2021-01-01", "c")
    found = gone_paths(JOBS, [drawn("2022-04-01", "a")], known(outputs, ("d",)))
    assert found == {"b", "c", "d"}


def test_only_what_lies_intact_on_disk_need_not_be_drawn():
    outputs = kept("site", "a", "b")
    found = Known({}, outputs, {"b"}, {}, set(), False)
    assert found.hurt() == {"site"}
    assert found.intact({"site"}) == {"site": {"a": "f"}}
    assert Known({}, outputs, set(), {}, set(), True).intact({"site"}) == {}
