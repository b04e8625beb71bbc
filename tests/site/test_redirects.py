"""Old addresses: pages that lead on, lists for hosts, and pages that say why nothing is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from banxin.model import Gone
from banxin.model import Paper as PaperModel
from banxin.model.archive import Archive, ArticleRow, IssueRow
from banxin.site.issue import plan_issue
from banxin.site.redirect_lists import redirect_lists
from banxin.site.routes import Base
from banxin.site.views import StandingView
from tests.gates.server import served
from tests.support import redirect_hosts
from tests.support.paper import Paper
from tests.support.planned import article, drawn, issue, site, unit, view_at

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = "content/issues/2022/2022-04-01"
FOUNDER = "/html/2022-04/01/content_123.htm"


def archive(*aliases: str, redirects: tuple[str, ...]) -> Archive:
    row = ArticleRow(f"{FOLDER}/01-02-a.md", "01/02", False, True, aliases)
    made = IssueRow("2022-04-01", FOLDER, date(2022, 4, 1), 1, 0, "d", "l", 1, (row,), (), ())
    return Archive(PaperModel("江城晨报", redirects=redirects), (), (made,))


def lists(*aliases: str, hosts: tuple[str, ...]) -> dict[str, str]:
    base = Base.of("https://example.org/bao/")
    return dict(redirect_lists(archive(*aliases, redirects=hosts), base))


def test_no_list_is_made_unless_it_is_asked_for() -> None:
    assert lists(FOUNDER, hosts=()) == {}
    assert lists(hosts=("netlify",)) == {}


def test_netlify_and_cloudflare_read_one_file() -> None:
    line = "/bao/html/2022-04/01/content_123.htm /bao/2022-04-01/01/02/ 301\n"
    assert lists(FOUNDER, hosts=("cloudflare", "netlify")) == {"_redirects": line}


def test_only_netlify_is_asked_about_queries() -> None:
    query = "/show.asp?id=12&p=2"
    assert lists(query, hosts=("netlify",)) == {
        "_redirects": "/bao/show.asp id=12 p=2 /bao/2022-04-01/01/02/ 301!\n"
    }
    assert lists(query, hosts=("cloudflare",))["_redirects"].strip() == ""


def test_nginx_and_caddy_have_maps() -> None:
    found = lists(FOUNDER, "/show.asp?id=12", hosts=("nginx", "caddy"))
    assert found.keys() == {"addresses/nginx.conf", "addresses/caddy.conf"}
    for text, end in ((found["addresses/nginx.conf"], ";"), (found["addresses/caddy.conf"], "")):
        assert f'\t"/bao/html/2022-04/01/content_123.htm" /bao/2022-04-01/01/02/{end}\n' in text
        assert f'\t"/bao/show.asp?id=12" /bao/2022-04-01/01/02/{end}\n' in text
        assert text.count("{") == text.count("}")


ASKED = (  # as they are written down, and as a browser asks for them
    (FOUNDER, FOUNDER),
    ("/html/2022-04/01/node_2.jsp", "/html/2022-04/01/node_2.jsp"),
    ("/旧报/第1期.htm", "/%E6%97%A7%E6%8A%A5/%E7%AC%AC1%E6%9C%9F.htm"),
    ("/a%20b/(1)+x.htm", "/a%20b/(1)+x.htm"),
    (f"/{'长' * 200}.htm", f"/{'%E9%95%BF' * 200}.htm"),
)
QUERIES = (("/show.asp?id=12", "/show.asp?id=12"), ("/show.asp?id=13&p=2", "/show.asp?id=13&p=2"))


def several(*aliases: str, hosts: tuple[str, ...]) -> dict[str, str]:
    """The lists of a paper in which each story has one old address, in this order."""
    made = archive(redirects=hosts)
    rows = tuple(
        ArticleRow(f"{FOLDER}/01-{n:02}-a.md", f"01/{n:02}", False, True, (alias,))
        for n, alias in enumerate(aliases, 1)
    )
    base = Base.of("https://example.org/bao/")
    archived = replace(made, rows=(replace(made.rows[0], articles=rows),))
    return dict(redirect_lists(archived, base))


@pytest.mark.parametrize(
    ("host", "file", "read"),
    [
        ("netlify", "_redirects", redirect_hosts.netlify),
        ("nginx", "addresses/nginx.conf", redirect_hosts.nginx),
        ("caddy", "addresses/caddy.conf", redirect_hosts.caddy),
    ],
)
def test_a_host_leads_every_old_address_to_its_story(
    host: str, file: str, read: Callable[[str, str], str | None]
) -> None:
    both = (*ASKED, *QUERIES)
    text = several(*(alias for alias, _ in both), hosts=(host,))[file]
    for n, (_, asked) in enumerate(both, 1):
        assert read(text, f"/bao{asked}") == f"/bao/2022-04-01/01/{n:02}/", asked
    for other in (
        "/bao/",
        "/bao/show.asp?id=14",
        "/html/2022-04/01/content_123.htm",
        "/bao/show.asp",
    ):
        assert read(text, other) is None, other


def test_cloudflare_reads_its_own_list_and_netlifys() -> None:
    for hosts in (("cloudflare",), ("cloudflare", "netlify")):
        text = several(*(alias for alias, _ in ASKED), hosts=hosts)["_redirects"]
        for n, (_, asked) in enumerate(ASKED, 1):
            found = redirect_hosts.cloudflare(text, f"/bao{asked}")
            assert found == f"/bao/2022-04-01/01/{n:02}/"


def test_netlify_redirects_though_a_page_lies_there() -> None:
    text = several(FOUNDER, hosts=("netlify",))["_redirects"]
    there = f"/bao{FOUNDER}"
    assert redirect_hosts.netlify(text, there, pages={there}) == "/bao/2022-04-01/01/01/"


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])
def test_a_browser_is_led_on_with_the_fragment_it_had(
    browser: Browser, tmp_path: Path, scripts: bool
) -> None:
    paper = Paper(tmp_path)
    paper.issue("2024-01-02", "一。")
    paper.article("2024-01-02", 1, "一。", aliases=f"[{FOUNDER}, /old/%E4%B8%80/]")
    paper.build()
    with served(paper.root / "output", "/") as address:
        page = browser.new_context(java_script_enabled=scripts).new_page()
        for old in (FOUNDER[1:], "old/%E4%B8%80/"):
            page.goto(f"{address}{old}#fn1")
            page.wait_for_url(f"{address}2024-01-02/01/01/{'#fn1' if scripts else '**'}")
        page.context.close()


def test_an_alias_of_ones_own_address_makes_no_page_that_leads_to_itself() -> None:
    own = article("01/01", aliases=("/2022-04-01/01/01/",))
    paths = [output.path for output in plan_issue(site(), unit(issue(own)))]
    assert len(paths) == len(set(paths))


def test_a_query_behind_a_plain_page_is_not_heeded_and_behind_a_program_makes_no_page() -> None:
    old = article("01/01", aliases=("/html/content_1.htm?div=-1", "/show.asp?id=1"))
    paths = {output.path for output in plan_issue(site(), unit(issue(old)))}
    assert "html/content_1.htm" in paths
    assert "show.asp" not in paths


def test_what_is_gone_says_so_with_its_reason_and_is_not_to_be_indexed() -> None:
    found = replace(issue(article("01/01")), gone=(Gone("01/02", "重复<刊登>"),))
    view = view_at(
        "2022-04-01/01/02/index.html", drawn(plan_issue(site(), unit(found))), StandingView
    )
    assert not view.head.index
    assert "<p>重复&lt;刊登&gt;</p>" in view.body
    assert 'href="/paper/2022-04-01/"' in view.body


def test_a_page_that_leads_on_keeps_the_fragment_and_works_without_a_script(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.issue("2024-01-02", "一。", number=3)
    paper.article("2024-01-02", 1, "一。", aliases=f"[{FOUNDER}]")
    settings = (paper.root / "content/paper.yml").read_text("utf-8")
    paper.write("paper.yml", f"{settings}gone: {{/2023-01-01/: 试刊}}\n")
    paper.build()
    page = paper.tree()[FOUNDER.strip("/")].decode()
    refresh = '<meta http-equiv="refresh" content="0; url=/2024-01-02/01/01/">'
    assert f"<noscript>{refresh}</noscript>" in page
    assert "+ location.hash" in page
    assert '<link rel="canonical" href="https://example.org/2024-01-02/01/01/">' in page
    gone = paper.tree()["2023-01-01/index.html"].decode()
    assert "试刊" in gone
    assert "2023-01-01" not in paper.tree()["sitemap-2024.xml"].decode()


def test_the_books_of_a_site_list_every_lasting_address(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.issue("2024-01-02", "一段。", "二段。", number=3)
    paper.article("2024-01-02", 3, "草。", status="draft")
    paper.write("about.md", "---\ntitle: 关于\n---\n正文。\n")
    paper.build()
    book = [line.split(" ")[0] for line in paper.tree()["addresses/2024.txt"].decode().split("\n")]
    assert book == ["2024-01-02/", *(f"2024-01-02/01/{n}" for n in ("", "01/", "02/")), ""]
    assert paper.tree()["addresses/others.txt"] == b"about/\n"
