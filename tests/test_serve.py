"""`hornbook serve`: one build for one change, mistakes without dying, and never a loop."""

import os
import shutil
import socket
import threading
import time
import urllib.error
from collections.abc import Iterator
from pathlib import Path

import pytest

from hornbook.check.usage import TERM_UNUSED
from hornbook.diagnostics import Diagnostic, Place
from hornbook.diagnostics.formats import SHOWN
from hornbook.load.records.fields import FIELD_UNKNOWN
from hornbook.publish import Engine
from hornbook.serve import Voice, fingerprint, serve_project
from hornbook.serve.pages import State
from tests.sample_copy import copy_of_sample
from tests.served import PATIENCE, Server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(copy_of_sample(tmp_path_factory.mktemp("serve") / "shapes"))
    yield running
    running.end()


def test_pages_are_served_with_the_panel_and_no_file_has_it(server: Server) -> None:
    page = server.get("/terms/square/")
    assert "Square" in page
    assert "/-/hornbook/panel.js" in page
    assert "/-/hornbook" in server.get("/-/hornbook/panel.js")
    assert "kb-mark" in server.get("/assets/hornbook/hornbook.css")
    written = [
        path for path in (server.project / "site").rglob("*") if path.suffix in {".html", ".js", ".json", ".xml"}
    ]
    assert written
    assert not [path for path in written if b"/-/hornbook" in path.read_bytes()]


@pytest.mark.parametrize(
    ("name", "old", "new", "address"),
    [
        ("glossary/terms/kite.yaml", "and no implication needs", "for nothing", "/terms/kite/"),
        ("docs/about.md", "Nothing but", "Little but", "/about/"),
        ("diagrams/by-definition.yaml", "from its two halves", "out of two halves", "/diagrams/by-definition/"),
    ],
)
def test_a_change_gives_one_build_and_the_new_page(server: Server, name: str, old: str, new: str, address: str) -> None:
    version = server.state()["version"]
    builds = server.builds()
    said = server.edit(name, old, new)
    server.wait_for("Built:", said)
    assert new.split(maxsplit=1)[0] in server.get(address)
    assert server.state()["version"] == version + 1
    time.sleep(1)
    assert server.builds() == builds + 1, "a build must not set off another"


def test_a_mistake_is_shown_and_the_last_good_site_stays(server: Server) -> None:
    before = server.get("/faq/what-makes-a-square/")
    said = server.edit("glossary/faq/what-makes-a-square.yaml", "verdict: refuted", "verdict: open")
    server.wait_for("Not built", said)
    state = server.state()
    assert (state["built"], state["counted"]) == (False, "1 error")
    (found,) = state["found"]
    assert (found["severity"], found["code"]) == ("error", "claim-verdict")
    assert found["place"].startswith("glossary/faq/what-makes-a-square.yaml:")
    assert "verdict: open" in found["excerpt"][0]
    assert server.get("/faq/what-makes-a-square/") == before
    said = server.edit(
        "glossary/faq/what-makes-a-square.yaml",
        "verdict: open}\n  - {if: [round, square]",
        "verdict: refuted}\n  - {if: [round, square]",
    )
    server.wait_for("Built:", said)
    assert server.state()["counted"] == ""


def test_a_file_written_anew_with_the_same_text_builds_nothing(server: Server) -> None:
    builds = server.builds()
    path = server.project / "docs" / "about.md"
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    time.sleep(1)
    assert server.builds() == builds


def test_the_fingerprint_knows_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    seen = {fingerprint(tmp_path)}
    for name, text in (("a.md", "x"), ("b.md", "x"), ("a.md", "y")):
        (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
        seen.add(fingerprint(tmp_path))
    assert len(seen) == 4


def test_the_fingerprint_takes_any_name(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    before = fingerprint(tmp_path)
    (tmp_path / "docs" / os.fsdecode(b"\xff.md")).write_text("x", encoding="utf-8")
    assert fingerprint(tmp_path) != before


def test_a_folder_that_is_made_anew_is_watched_again(server: Server) -> None:
    kept = server.project.parent / "kept"
    said = len(server.said)
    shutil.copytree(server.project / "docs", kept)
    shutil.rmtree(server.project / "docs")
    server.wait_for("building again", said)
    time.sleep(1)
    said = len(server.said)
    shutil.copytree(kept, server.project / "docs")
    server.wait_for("Built:", said)
    time.sleep(1)
    said = len(server.said)
    (server.project / "docs" / "about.md").write_text("# About\n\nAnew.\n", encoding="utf-8")
    server.wait_for("Built:", said)


@pytest.mark.parametrize("path", ["/%00", "/a%00/", "/" + "x" * 5000, "/%ff%fe/", "//[/"])
def test_what_is_no_path_is_not_found(server: Server, path: str, capfd: pytest.CaptureFixture[str]) -> None:
    for method in ("GET", "HEAD"):
        with socket.create_connection(("127.0.0.1", int(server.address.rsplit(":", 1)[1])), PATIENCE) as connection:
            connection.sendall(f"{method} {path} HTTP/1.0\r\n\r\n".encode())
            assert b" 404 " in connection.makefile("rb").readline()
    assert "Traceback" not in capfd.readouterr().err


def test_a_port_in_use_is_said(tmp_path: Path) -> None:
    voice = Voice(lambda _words: None, lambda _result: ((), {}))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        problem = serve_project(tmp_path, Engine.MKDOCS, port, voice, threading.Event())
    assert problem is not None
    assert problem.startswith(f"port {port} cannot be used: ")


def test_a_first_build_that_fails_is_shown_and_mended(tmp_path: Path) -> None:
    project = copy_of_sample(tmp_path / "shapes")
    path = project / "glossary" / "glossary.yaml"
    good = path.read_text(encoding="utf-8")
    path.write_text(good + "strange: 1\n", encoding="utf-8")
    running = Server(project)
    try:
        with pytest.raises(urllib.error.HTTPError) as answer:
            running.get("/terms/")
        assert "/-/hornbook" in answer.value.read().decode()
        assert [one["code"] for one in running.state()["found"]] == ["field-unknown"]
        path.write_text(good, encoding="utf-8")
        running.wait_for("Built:")
        assert "Square" in running.get("/terms/")
    finally:
        running.end()


def test_the_worst_is_told_first_and_not_more_than_can_be_read() -> None:
    notes = [Diagnostic(Place("a.yaml", number + 1), TERM_UNUSED, "unused") for number in range(SHOWN)]
    state = State()
    state.tell([*notes, Diagnostic(Place("b.yaml"), FIELD_UNKNOWN, "strange \u202e")], {}, built=False)
    assert (state.version, state.builds, state.found["more"]) == (0, 1, 1)
    assert state.found["counted"] == f"1 error, {SHOWN} notes"
    first = state.found["found"][0]  # type: ignore[index]
    assert (first["place"], first["message"]) == ("b.yaml:1:1", "strange \\u202e")
