"""Old addresses: pages that lead on, lists for hosts, and pages that say why nothing is there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from banxin.model import Gone
from banxin.model import Paper as PaperModel
from banxin.model.archive import Archive, ArticleRow, IssueRow
from banxin.site.issue import plan_issue
from banxin.site.redirect_lists import redirect_lists
from banxin.site.routes import Base
from banxin.site.views import StandingView
from tests.support.paper import Paper
from tests.support.planned import article, drawn, issue, site, unit, view_at

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
        "_redirects": "/bao/show.asp id=12 p=2 /bao/2022-04-01/01/02/ 301\n"
    }
    assert lists(query, hosts=("cloudflare",))["_redirects"].strip() == ""


def test_nginx_and_caddy_have_maps() -> None:
    found = lists(FOUNDER, "/show.asp?id=12", hosts=("nginx", "caddy"))
    assert found.keys() == {"addresses/nginx.conf", "addresses/caddy.conf"}
    for text, end in ((found["addresses/nginx.conf"], ";"), (found["addresses/caddy.conf"], "")):
        assert f'\t"/bao/html/2022-04/01/content_123.htm" /bao/2022-04-01/01/02/{end}\n' in text
        assert f'\t"/bao/show.asp?id=12" /bao/2022-04-01/01/02/{end}\n' in text
        assert text.count("{") == text.count("}")


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
