"""The server behind the drawing page: what it shows, what it writes, whom it refuses."""

from __future__ import annotations

import shutil
import socket
import threading
import webbrowser
from collections.abc import Iterator
from pathlib import Path

import pytest

from banxin.problems import BuildFailed
from banxin.server.regions import draw_regions, open_editor
from banxin.server.regions.editor import RegionEditor
from tests.support.preview import wait
from tests.support.regions_page import FOLDER, Drawing, copied, drawing
from tests.support.terminal import Terminal, tree

AREA = [[10, 20], [50.25, 20], [50, 60]]
ARTICLE = "01-02-message.md"
OLD = b"region: [[68.1, 14.3], [96.9, 14.3], [96.9, 67.5], [68.1, 67.5]]"


@pytest.fixture
def board(tmp_path: Path) -> Iterator[Drawing]:
    with drawing(copied(tmp_path)) as board:
        yield board


def test_the_page_lists_pages_that_have_an_image_with_their_articles_and_areas(
    board: Drawing,
) -> None:
    issue = board.issue()
    assert issue["issue"] == "2026-01-01"
    assert issue["problems"] == []
    (page,) = issue["pages"]
    assert (page["number"], page["name"]) == (1, "要闻")
    keys = [article["key"] for article in page["articles"]]
    assert keys == [f"01/{n:02}" for n in range(1, 8)]
    assert page["articles"][1]["region"][0] == [68.1, 14.3]
    assert page["articles"][1]["title"] == "新年献词：愿你所往，皆有桥"


def test_the_image_comes_by_its_pages_number_and_nothing_else_of_the_folder_does(
    board: Drawing,
) -> None:
    plate = board.get("/plate/1")
    assert plate.headers["Content-Type"] == "image/png"
    assert plate.body == board.file("page-01.png").read_bytes()
    for path in (
        "/plate/2",
        "/plate/../issue.md",
        "/issue.md",
        "/page-01.png",
        "//x",
        "/plate/%31",
    ):
        assert board.get(path).status == 404, path


def test_saving_writes_the_one_field_and_leaves_all_other_bytes(board: Drawing) -> None:
    before = tree(board.root)
    reply = board.save(board.drawn("01/02", AREA))
    assert reply.status == 200, reply.text
    path = f"{FOLDER}/{ARTICLE}"
    after = tree(board.root)
    new = b"region: [[10, 20], [50.2, 20], [50, 60]]"
    assert after == {**before, path: before[path].replace(OLD, new)}
    assert any(path in line for line in board.said)


def test_a_field_in_chinese_stays_so(board: Drawing) -> None:
    board.save(board.drawn("01/03", AREA))
    text = board.file("01-03").read_text("utf-8")
    assert "\n热区: [[10, 20], [50.2, 20], [50, 60]]\n" in text
    assert "region" not in text


def test_an_area_can_be_taken_away(board: Drawing) -> None:
    assert board.save(board.drawn("01/02", [])).status == 200
    assert b"region" not in board.file(ARTICLE).read_bytes()
    assert board.article("01/02")["region"] == []


def test_saving_twice_works_with_the_digest_that_the_first_time_gave(board: Drawing) -> None:
    first = board.drawn("01/02", AREA)
    assert board.save(first).status == 200
    assert board.save(first).status == 409
    assert board.save(board.drawn("01/02", [[1, 1], [9, 1], [9, 9]])).status == 200


def test_a_file_that_changed_meanwhile_is_left_alone_and_so_are_the_others(board: Drawing) -> None:
    mine, other = board.drawn("01/02", AREA), board.drawn("01/03", AREA)
    file = board.file(ARTICLE)
    file.write_bytes(file.read_bytes() + "又及。\n".encode())
    before = tree(board.root)
    reply = board.save(mine, other)
    assert reply.status == 409
    assert f"{FOLDER}/{ARTICLE}" in reply.text
    assert "被别人改过" in reply.text
    assert '"saved": []' in reply.text
    assert tree(board.root) == before


def test_an_article_that_is_gone_or_on_another_page_is_told_of(board: Drawing) -> None:
    gone = board.drawn("01/02", AREA)
    board.file(ARTICLE).unlink()
    elsewhere = board.drawn("01/03", AREA, page=2)
    reply = board.save(gone, elsewhere)
    assert reply.status == 409
    assert reply.text.count("没有保存") == 2


@pytest.mark.parametrize(
    ("header", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"X_Banxin_Token": "guess"}, 403),
        ({"X_Banxin_Token": "猜".encode().decode("latin-1")}, 403),
        ({"Host": "evil.example", "Origin": "http://evil.example"}, 403),
        ({"Content_Type": "text/plain"}, 400),
        ({"Content_Length": "9999999"}, 413),
        ({"Content_Length": "-1"}, 411),
        ({"Transfer_Encoding": "chunked"}, 411),
    ],
)
def test_a_request_that_isnt_the_pages_own_changes_nothing(
    board: Drawing, header: dict[str, str], status: int
) -> None:
    before = tree(board.root)
    reply = board.save(board.drawn("01/02", AREA), **header)
    assert reply.status == status
    assert tree(board.root) == before


@pytest.mark.parametrize(
    "change",
    [
        {"key": "../../paper"},
        {"region": [[1, 1], [2, 2]]},
        {"region": [[1, 1], [2, 2], [3, 3]]},
        {"region": [[1, 1], [1.01, 1], [1, 1.01]]},
        {"region": [[1, 1], [101, 2], [3, 9]]},
        {"region": [[-1, 1], [5, 2], [3, 9]]},
        {"region": [[n % 90, n % 77] for n in range(999)]},
        {"region": [["1", 1], [9, 1], [9, 9]]},
        {"page": "1"},
        {"file": "issue.md"},
    ],
    ids=lambda change: str(change)[:40],
)
def test_what_no_page_would_send_is_refused(board: Drawing, change: dict[str, object]) -> None:
    before = tree(board.root)
    reply = board.save({**board.drawn("01/02", AREA), **change})
    assert reply.status == (409 if change.get("key") else 400)
    assert tree(board.root) == before


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_the_page_itself_can_only_be_read(board: Drawing, method: str) -> None:
    headers = {"Origin": f"http://{board.host}", "X-Banxin-Token": board.token}
    reply = board.send(method, "/", b"", {**headers, "Content-Type": "application/json"})
    assert reply.status in (405, 411)


def test_another_hosts_name_gets_neither_page_nor_token(board: Drawing) -> None:
    for path in ("/", "/issue.json", "/plate/1"):
        assert board.get(path, Host="evil.example").status == 403


def test_a_mistake_in_one_article_is_told_and_the_others_can_be_drawn(board: Drawing) -> None:
    file = board.file(ARTICLE)
    file.write_bytes(file.read_bytes().replace(b"title:", b"tittle:"))
    (problem, *_) = board.issue()["problems"]
    assert problem["place"].startswith(f"{FOLDER}/{ARTICLE}:")
    assert board.save(board.drawn("01/03", AREA)).status == 200


def test_a_file_that_cant_be_written_is_told_of(
    board: Drawing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("banxin.server.regions.editor._replace", full)
    reply = board.save(board.drawn("01/02", AREA))
    assert reply.status == 409
    assert "No space left" in reply.text


def test_an_issue_without_images_has_nothing_to_draw_on(tmp_path: Path) -> None:
    copied(tmp_path)
    with pytest.raises(BuildFailed) as failed:
        open_editor(tmp_path, "content/issues/2026/2026-01-02")
    assert [p.code for p in failed.value.problems] == ["regions-no-plate"]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("2026-01-02",), 1, "没有版面图"),
        (("2026-01-01", "--page", "2"), 2, "有图的版：1"),
        (("2030-01-01",), 2, "没有 2030-01-01 这一期"),
        (("明天",), 2, "不是日期"),
    ],
)
def test_the_command_says_why_it_doesnt_begin(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    code: int,
    told: str,
) -> None:
    said = Terminal(copied(tmp_path), capsys)("regions", *arguments)
    assert said.code == code
    assert told in said.err


@pytest.mark.parametrize(("asked", "page"), [(("--page", "1"), 1), ((), 0)])
def test_the_command_opens_at_the_page(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    asked: tuple[str, ...],
    page: int,
) -> None:
    calls: list[tuple[RegionEditor, dict[str, object]]] = []
    monkeypatch.setattr(
        "banxin.server.regions.draw_regions", lambda editor, **how: calls.append((editor, how))
    )
    said = Terminal(copied(tmp_path), capsys)("regions", "2026年1月1日", *asked, "--open")
    assert said.code == 0, said.err
    ((editor, how),) = calls
    assert editor.folder == FOLDER
    assert (how["page"], how["open_browser"]) == (page, True)


def test_the_browser_is_opened_at_the_page_that_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    with drawing(copied(tmp_path), page=1, open_browser=True) as board:
        wait(lambda: opened)
        assert opened == [f"http://{board.host}/?page=1"]


def test_ctrl_c_ends_it_with_a_word(tmp_path: Path) -> None:
    class Interrupted(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            raise KeyboardInterrupt

    said: list[str] = []
    draw_regions(open_editor(copied(tmp_path), FOLDER), say=said.append, stop=Interrupted())
    assert len(said) == 2
    assert "http://" in said[0]


def test_without_a_port_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(99, "Cannot assign requested address")

    monkeypatch.setattr("banxin.server.regions.RegionsServer", refuse)
    with pytest.raises(BuildFailed) as failed:
        draw_regions(open_editor(copied(tmp_path), FOLDER), say=pytest.fail)
    assert [p.code for p in failed.value.problems] == ["serve-address"]


def test_head_tells_the_length_and_sends_nothing(board: Drawing) -> None:
    name, _, port = board.host.partition(":")
    with socket.create_connection((name, int(port))) as connection:
        connection.sendall(f"HEAD / HTTP/1.1\r\nHost: {board.host}\r\n\r\n".encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert f"Content-Length: {len(board.get('/').body)}".encode() in answer
    assert answer.endswith(b"\r\n\r\n")


def test_an_issue_that_somebody_removed_has_no_pages(board: Drawing) -> None:
    shutil.rmtree(board.root / FOLDER)
    assert board.issue()["pages"] == []


def test_fields_that_only_a_person_can_change_are_told_and_left_alone(board: Drawing) -> None:
    file = board.file(ARTICLE)
    file.write_bytes(file.read_bytes().replace(b"title:", "title：".encode()))
    before = tree(board.root)
    reply = board.save(board.drawn("01/02", AREA))
    assert reply.status == 409
    assert "region: [[10, 20], [50.2, 20], [50, 60]]" in reply.text
    assert tree(board.root) == before
