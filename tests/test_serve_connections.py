"""`hornbook serve` answers this machine alone, and goes on answering whatever its clients do."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import pytest

from hornbook.serve.connections import LocalServer, is_here
from hornbook.serve.pages import Pages, State

PATIENCE = 30
MOST = 5


@contextmanager
def serving(folder: Path, seconds: float = PATIENCE) -> Iterator[int]:
    """The port of a server of a folder."""
    with LocalServer(0, partial(Pages, state=State(), directory=str(folder)), seconds=seconds, most=MOST) as server:
        thread = threading.Thread(target=partial(server.serve_forever, 0.05), daemon=True)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join(PATIENCE)


def connected(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), PATIENCE)


def answer(port: int, head: str) -> bytes:
    with connected(port) as connection:
        connection.sendall(f"{head}\r\n\r\n".encode())
        return connection.makefile("rb").read()


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "192.168.1.2",
        "[::2]",
        "localhost@evil.example",
        "",
        "localhost\r\nHost: evil.example",
    ],
)
def test_who_asks_for_another_machine_reads_nothing(tmp_path: Path, host: str, method: str) -> None:
    (tmp_path / "index.html").write_text("a draft", encoding="utf-8")
    with serving(tmp_path) as port:
        for path in ("/", "/-/hornbook/found", "http://evil.example/"):
            told = answer(port, f"{method} {path} HTTP/1.1\r\nHost: {host}")
            assert b" 421 " in told.split(b"\r\n", 1)[0]
            assert b"draft" not in told


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:8000", "127.0.0.2", "[::1]:80", "a.localhost"])
def test_this_machine_has_several_names(tmp_path: Path, host: str) -> None:
    (tmp_path / "index.html").write_text("a draft", encoding="utf-8")
    assert is_here(host)
    with serving(tmp_path) as port:
        assert b"a draft" in answer(port, f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close")


def test_clients_that_say_nothing_keep_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("a draft", encoding="utf-8")
    with serving(tmp_path) as port, ExitStack() as silent:
        held = [silent.enter_context(connected(port)) for _ in range(4 * MOST)]
        held[-1].sendall(b"GET / HT")
        assert b"a draft" in answer(port, "GET / HTTP/1.0")
        assert held[0].recv(1) == b""  # the oldest of them was ended


def test_a_client_that_says_one_letter_after_the_other_is_cut_off(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with serving(tmp_path, seconds=0.3) as port, connected(port) as slow:
        assert says_on(slow) < PATIENCE
    assert "Traceback" not in capfd.readouterr().err


def says_on(slow: socket.socket) -> float:
    """How long somebody can go on who never comes to an end."""
    start = time.monotonic()
    try:
        while time.monotonic() - start < PATIENCE:
            slow.sendall(b"a")
            time.sleep(0.05)
    except OSError:
        pass
    return time.monotonic() - start


def test_very_long_heads_are_refused(tmp_path: Path) -> None:
    with serving(tmp_path) as port:
        assert b" 414 " in answer(port, "GET /" + "a" * 70_000 + " HTTP/1.1")
        assert b" 431 " in answer(port, "GET / HTTP/1.1\r\n" + "\r\n".join(f"a{one}: b" for one in range(200)))
