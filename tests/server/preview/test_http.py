"""What the preview answers, and what it refuses. One preview serves all of these tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from http.client import RemoteDisconnected
from pathlib import Path

import pytest

from banxin.server.preview.addresses import FoundFile, find
from tests.support.preview import PAGE, CopyingBuild, Preview, previewed

SECRET = "not for the web"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    root = tmp_path_factory.mktemp("paper")
    files: dict[str, str | bytes] = {
        "index.html": PAGE.format("首页"),
        "404.html": PAGE.format("没有这一页"),
        "2022-04-01/01/index.html": PAGE.format("第一版"),
        "media/a.webp": b"RIFF",
        "media/a.avif": b"avif",
        "pagefind/zh.pf_meta": b"\x1f\x8b",
        "pagefind/zh.wasm": b"\0asm",
        "feed.xml": "<feed/>",
        "人/index.html": PAGE.format("人"),
        "fragment.html": "<p>没有结尾",
        "two.html": "<body><pre></body></pre></BODY >",
    }
    for path, content in files.items():
        file = root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    (root / "secret.txt").write_text(SECRET)
    (root / "secrets").mkdir()
    (root / "secrets" / "index.html").write_text(SECRET)
    with previewed(root, CopyingBuild(base="/paper/")) as preview:
        yield preview


def test_the_site_lies_under_its_base_path(preview: Preview) -> None:
    assert "首页" in preview.get("/paper/").text
    assert any("/paper/ " in f"{line} ".replace("　", " ") for line in preview.said)


@pytest.mark.parametrize("path", ["/", "/paper"])
def test_the_root_leads_to_the_base_path(preview: Preview, path: str) -> None:
    answer = preview.get(path)
    assert (answer.status, answer.headers["Location"]) == (302, "/paper/")


def test_a_folder_is_its_index(preview: Preview) -> None:
    assert "第一版" in preview.get("/paper/2022-04-01/01/").text


def test_a_folder_without_its_slash_leads_to_it_with_the_query_kept(preview: Preview) -> None:
    answer = preview.get("/paper/2022-04-01/01?q=%E5%B1%B1")
    assert answer.status == 302
    assert answer.headers["Location"] == "/paper/2022-04-01/01/?q=%E5%B1%B1"


def test_a_chinese_address_is_found_encoded_and_plain(preview: Preview) -> None:
    assert preview.get("/paper/%E4%BA%BA/").status == 200
    assert preview.get("/paper/%E4%BA%BA").headers["Location"] == "/paper/%E4%BA%BA/"
    plain = "GET /paper/人/ HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    assert preview.raw(plain).startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize("path", ["/paper/nowhere/", "/paper/feed.xml/", "/elsewhere", "/paperx/"])
def test_what_is_missing_gets_the_sites_own_404(preview: Preview, path: str) -> None:
    answer = preview.get(path)
    assert answer.status == 404
    assert "没有这一页" in answer.text
    assert "/__banxin/live.js" in answer.text


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("media/a.webp", "image/webp"),
        ("media/a.avif", "image/avif"),
        ("pagefind/zh.wasm", "application/wasm"),
        ("pagefind/zh.pf_meta", "application/octet-stream"),
    ],
)
def test_each_kind_of_file_says_what_it_is(preview: Preview, path: str, kind: str) -> None:
    assert preview.get(f"/paper/{path}").headers["Content-Type"] == kind


def test_nothing_is_kept_by_the_browser(preview: Preview) -> None:
    assert preview.get("/paper/").headers["Cache-Control"] == "no-store"


def test_files_other_than_pages_come_as_they_are(preview: Preview) -> None:
    assert preview.get("/paper/media/a.webp").body == b"RIFF"


def test_the_script_stands_before_the_last_end_of_the_body(preview: Preview) -> None:
    text = preview.get("/paper/two.html").text
    assert text.startswith("<body><pre></body></pre><script src=")
    assert text.endswith("</script></BODY >")
    assert preview.get("/paper/fragment.html").text.endswith("</script>")


def test_the_published_files_know_nothing_of_the_preview(preview: Preview) -> None:
    assert "__banxin" not in (preview.output / "index.html").read_text("utf-8")


def test_script_and_style_are_files_of_the_same_origin(preview: Preview) -> None:
    script = preview.get("/__banxin/live.js")
    assert script.headers["Content-Type"].startswith("text/javascript")
    assert "EventSource" in script.text
    assert preview.get("/__banxin/live.css").headers["Content-Type"].startswith("text/css")
    assert preview.get("/__banxin/http.py").status == 404


def test_head_tells_the_length_and_sends_nothing(preview: Preview) -> None:
    page, head = preview.get("/paper/"), preview.get("/paper/", method="HEAD")
    assert head.body == b""
    assert head.headers["Content-Length"] == str(len(page.body))
    for path in (b"/paper/nowhere", b"/__banxin/nowhere"):
        answer = preview.raw(b"HEAD %b HTTP/1.1\r\nHost: localhost\r\n\r\n" % path)
        assert answer.startswith(b"HTTP/1.1 404")
        assert answer.endswith(b"\r\n\r\n")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get"])
def test_odd_methods_are_refused(preview: Preview, method: str) -> None:
    answer = preview.get("/paper/", method=method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "evil.example@127.0.0.1",
        "192.168.1.9",
        "[::2]",
        "[",
        "localhost:80:90",
        "localhost evil",
    ],
)
def test_a_foreign_host_is_refused(preview: Preview, host: str) -> None:
    answer = preview.get("/paper/", host=host)
    assert answer.status == 403
    assert "首页" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1", "[::1]:8000"])
def test_this_computer_is_known_by_each_of_its_names(preview: Preview, host: str) -> None:
    assert preview.get("/paper/", host=host).status == 200


def test_a_request_must_name_one_host(preview: Preview) -> None:
    assert preview.raw(b"GET /paper/ HTTP/1.1\r\n\r\n").startswith(b"HTTP/1.1 400 ")
    two = b"GET /paper/ HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n"
    assert preview.raw(two).startswith(b"HTTP/1.1 400 ")


TRICKS = [
    "/paper/../secret.txt",
    "/paper/../../secret.txt",
    "/paper/%2e%2e/%2e%2e/secret.txt",
    "/paper/..%2f..%2fsecret.txt",
    "/paper/%252e%252e/secret.txt",
    "/paper/..\\..\\secret.txt",
    "/paper/..%5c..%5csecret.txt",
    "/paper//etc/passwd",
    "//etc/passwd",
    "/paper/%2fetc/passwd",
    "/paper/C:/secret.txt",
    "/paper/index.html%00.txt",
    "/paper/%00",
    "/paper/%ff%fe",
    "/paper/%c0%ae%c0%ae/secret.txt",
    "/paper/a%0d%0aSet-Cookie:x",
    "/paper/./index.html",
    "http://127.0.0.1/paper/",
    "paper/",
    "*",
]


@pytest.mark.parametrize("path", TRICKS)
def test_an_address_that_tries_to_leave_the_site_gets_nothing(preview: Preview, path: str) -> None:
    answer = preview.raw(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.split()[1] in (b"400", b"404")
    assert b"Set-Cookie" not in head
    assert SECRET.encode() not in body


def test_a_link_out_of_the_site_is_not_followed(preview: Preview) -> None:
    (preview.output / "out.txt").symlink_to(preview.root / "secret.txt")
    (preview.output / "outside").symlink_to(preview.root / "secrets")
    (preview.output / "linked").mkdir()
    (preview.output / "linked" / "index.html").symlink_to(preview.root / "secret.txt")
    (preview.output / "round").symlink_to(preview.output / "round")
    for path in ("out.txt", "outside/", "outside/index.html", "linked/", "round", "round/"):
        answer = preview.get(f"/paper/{path}")
        assert (path, answer.status) == (path, 404)
        assert SECRET not in answer.text


def test_endless_requests_are_cut_short(preview: Preview) -> None:
    for size, status in ((5_000, b"414"), (70_000, b"414")):
        request = b"GET /" + b"a" * size + b" HTTP/1.1\r\nHost: localhost\r\n\r\n"
        assert preview.raw(request).split()[1] == status


def test_rubbish_gets_a_plain_line_of_text(preview: Preview) -> None:
    answer = preview.raw(b"\x16\x03\x01 hello there friend\r\n\r\n")
    assert answer.split()[1] == b"400"
    assert "网址不合规范" in answer.decode()


def test_a_stream_can_be_asked_about_without_being_opened(preview: Preview) -> None:
    head = preview.get("/__banxin/events", method="HEAD")
    assert head.headers["Content-Type"].startswith("text/event-stream")


def test_many_pages_can_listen_at_once(preview: Preview) -> None:
    with ExitStack() as stack:
        streams = [stack.enter_context(preview.events()) for _ in range(20)]
        assert {stream()["base"] for stream in streams} == {"/paper/"}
        assert preview.get("/paper/").status == 200


def test_the_project_folder_itself_is_never_served(preview: Preview, tmp_path: Path) -> None:
    for path in ("content/index.html", ".banxin/preview/index.html", "secret.txt"):
        assert preview.get(f"/paper/{path}").status == 404
    assert not list(tmp_path.iterdir())


def test_a_file_that_goes_while_it_is_asked_for_is_not_found(
    preview: Preview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = [FoundFile(tmp_path / "gone.html")]
    monkeypatch.setattr(
        "banxin.server.preview.http.find", lambda *asked: gone.pop() if gone else find(*asked)
    )
    answer = preview.get("/paper/")
    assert answer.status == 404
    assert "没有这一页" in answer.text


def test_a_bug_in_an_answer_is_never_passed_over(
    preview: Preview, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("nobody thought of that")

    monkeypatch.setattr("banxin.server.preview.http.find", fail)
    with pytest.raises(RemoteDisconnected):
        preview.get("/paper/")
    assert "nobody thought of that" in capsys.readouterr().err
