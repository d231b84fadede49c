"""Other glossaries are cited from kept files: links and cards lead to them, and one command alone fetches anything."""

import json
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from hornbook.addresses import GLOSSARY_DATA, data
from hornbook.diagnostics import Diagnostic
from hornbook.edits.values import Refusal
from hornbook.edits.writing import write_changes
from hornbook.exports import data_exports
from hornbook.imports import fetching
from hornbook.imports.fetching import LARGEST, Answer, FetchError, answer_on, fetched, is_public
from hornbook.imports.updating import Updated, updated
from hornbook.load import load
from hornbook.load.outside import digest
from hornbook.production import examine
from hornbook.reasoning.scopes import reason_about
from hornbook.site import build
from tests.imports.reading import NOWHERE, run
from tests.where import SAMPLE

GLOSSARY = """title: Tea
description: Words of tea.
site_url: https://tea.example.org/
licence: CC0
imports:
  - {{id: weather, url: https://weather.example.org/api/v1/glossary.json{more}}}
"""
TERM = "label: Rain tea\ntext: Tea that is made of [[weather:rain]] and of [[weather:snow|melted snow]].\n{more}"
DATA = json.dumps(
    {
        "format": "hornbook-glossary/1",
        "version": "2026-11-27",
        "title": "Weather",
        "url": "https://weather.example.org/",
        "terms": {
            "rain": {"label": "Rain", "url": "terms/rain/", "short": "Water <falls>.", "whose": "In the words of Ann"},
            "snow": {"label": "Snow", "url": "terms/snow/", "short": "Ice falls."},
        },
    }
)
KEPT = "glossary/imports/weather.json"
RAIN_TEA = "glossary/terms/rain-tea.yaml"


def project(data: str | None = DATA, more: str | None = None, term: str = "") -> dict[str, str]:
    hashed = f", sha256: {digest(data or '')}" if more is None else more
    files = {
        "glossary/glossary.yaml": GLOSSARY.format(more=hashed),
        "glossary/terms/rain-tea.yaml": TERM.format(more=term),
    }
    return files if data is None else files | {KEPT: data}


def found(files: dict[str, str]) -> list[Diagnostic]:
    return [*load(NOWHERE, files).diagnostics]


def test_a_term_of_another_glossary_is_linked_and_previewed_as_theirs() -> None:
    loaded = load(NOWHERE, project(term="match: {close: [weather:rain]}\n"))
    assert loaded.knowledge is not None, loaded.diagnostics
    written = build(reason_about(loaded.knowledge), {})
    page = written["docs/terms/rain-tea/index.md"].decode()
    link = 'href="https://weather.example.org/terms/rain/"'
    assert page.count(link) == 2
    assert f'<a {link} class="kb-link kb-outside" data-term="weather:rain" rel="external">Rain</a>' in page
    assert ">melted snow</a>" in page
    cards = b"".join(data for path, data in written.items() if "/previews/" in path).decode()
    assert '"weather:rain":["Rain","","Water <falls>.","In the words of Ann, in Weather"]' in cards
    assert '"weather:snow":["Snow","","Ice falls.","From Weather"]' in cards
    assert loaded.knowledge.terms["rain-tea"].short == "Tea that is made of Rain and of melted snow."


@pytest.mark.parametrize(
    ("files", "code", "path", "line"),
    [
        (project(data=None), "outside-missing", "glossary/glossary.yaml", 6),
        (project(more=""), "outside-unpinned", "glossary/glossary.yaml", 6),
        (project(more=f", sha256: {'f' * 64}"), "outside-changed", "glossary/glossary.yaml", 6),
        (project(data=""), "outside-damaged", KEPT, 1),
        (project(data="{"), "outside-damaged", KEPT, 1),
        (project(data="[" * 200_000), "outside-damaged", KEPT, 1),
        (project(data="{}"), "outside-damaged", KEPT, 1),
        (project(data=DATA.replace("https://weather.example.org/", "javascript:1")), "outside-damaged", KEPT, 1),
        (project(data=DATA.replace("terms/rain/", "https://u@evil.org/")), "outside-damaged", KEPT, 1),
        (project(data=DATA.replace('"Rain"', '"Ra\\u202ein"')), "outside-damaged", KEPT, 1),
        (project(data=DATA.replace('"Rain"', '""')), "outside-damaged", KEPT, 1),
        (project(data=DATA.replace('"Rain"', "3")), "outside-damaged", KEPT, 1),
        (project(data=DATA.replace('"rain"', '"Rain!"')), "outside-damaged", KEPT, 1),
        (project(data=DATA.replace('"terms": {', '"terms": [], "t": {')), "outside-damaged", KEPT, 1),
        (project(term="related: [weather:rain]\n"), "reference-unknown", RAIN_TEA, 3),
        (project(term="match: {close: [weather:hail]}\n"), "reference-unknown", RAIN_TEA, 3),
        (project(term="match: {close: [other:rain]}\n"), "reference-unknown", RAIN_TEA, 3),
    ],
)
def test_what_is_missing_changed_or_damaged_is_one_mistake_with_its_place(
    files: dict[str, str], code: str, path: str, line: int
) -> None:
    (one,) = found(files)
    assert (one.code, one.place.path, one.place.line) == (code, path, line)
    assert one.hint


def test_line_breaks_do_not_change_a_hash() -> None:
    assert digest("a\r\nb\n") == digest("a\nb\n")


def published() -> dict[str, bytes]:
    return data_exports(reason_about(load(SAMPLE).knowledge or pytest.fail("the sample is in order")))


def test_what_the_site_publishes_is_what_others_can_import() -> None:
    text = published()[GLOSSARY_DATA].decode()
    citing = {RAIN_TEA: "label: A\ntext: A [[weather:square]].\n"}
    loaded = load(NOWHERE, project(text) | citing)
    assert loaded.knowledge is not None, loaded.diagnostics
    assert loaded.knowledge.outside["weather"].terms.keys() == json.loads(text)["terms"].keys()


@pytest.fixture
def in_parts(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """What a glossary too large for one file publishes, by address."""
    monkeypatch.setattr(data, "MOST_WHOLE", 5)
    monkeypatch.setattr(data, "MOST_IN_PART", 2)
    return {f"https://weather.example.org/{address}": file for address, file in published().items()}


def test_parts_with_terms_are_fetched_held_against_their_hashes_and_kept(
    here: Path, in_parts: dict[str, bytes]
) -> None:
    asked: list[str] = []

    def fetch(address: str) -> bytes:
        asked.append(address.removeprefix("https://weather.example.org/api/v1/"))
        return in_parts[address]

    done = updated(here, None, fetch)
    assert isinstance(done, Updated)
    assert asked == ["glossary.json", *(f"glossary/terms-{number}.json" for number in range(1, len(asked)))]
    assert len(asked) > 3
    write_changes(here, done.changes)
    (here / RAIN_TEA).write_text("label: A\ntext: A [[weather:square]].\n", encoding="utf-8")
    assert examine(here).diagnostics == ()
    first = here / "glossary/imports/weather.terms-1.json"
    kept = first.read_bytes()
    for damage in (kept.replace(b"label", b"Label", 1), b"", b"[]"):
        first.write_bytes(damage)
        assert {one.code for one in examine(here).diagnostics} >= {"outside-damaged"}
    first.unlink()
    assert "outside-damaged" in {one.code for one in examine(here).diagnostics}
    small = updated(here, None, lambda _: DATA.encode())
    assert isinstance(small, Updated)
    assert len(small.changes.deleted) == len(asked) - 2  # all but the one that is gone


def test_a_part_that_is_not_the_one_that_was_named_is_not_taken(here: Path, in_parts: dict[str, bytes]) -> None:
    def fetch(address: str) -> bytes:
        return in_parts[address].replace(b"Square", b"Squire") if "terms-" in address else in_parts[address]

    done = updated(here, None, fetch)
    assert isinstance(done, Updated)
    assert done.changes.paths == ()
    assert "SHA-256" in done.failed[0]


@pytest.mark.parametrize(
    "parts",
    [{}, [3], [{"url": "a"}], [{"url": "a", "sha256": "f", "holds": "terms"}], [{"sha256": "f" * 64}], [{}] * 501],
)
def test_a_list_of_parts_that_says_nothing_is_damage(parts: object) -> None:
    broken = json.dumps({**json.loads(DATA), "parts": parts})
    assert [one.code for one in found(project(broken))] == ["outside-damaged"]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "glossary/terms").mkdir(parents=True)
    for path, text in project(data=None, more="").items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_an_update_writes_the_file_its_hash_and_its_version(here: Path) -> None:
    asked: list[str] = []

    def fetch(address: str) -> bytes:
        asked.append(address)
        return DATA.encode()

    done = updated(here, None, fetch)
    assert isinstance(done, Updated)
    assert asked == ["https://weather.example.org/api/v1/glossary.json"]
    assert done.told == ("weather: 2 terms, version 2026-11-27",)
    write_changes(here, done.changes)
    assert examine(here).diagnostics == ()
    again = updated(here, "weather", fetch)
    assert isinstance(again, Updated)
    assert again.changes.edits == ()
    newer = updated(here, "weather", lambda _: DATA.replace("2026-11-27", "2026-11-28").encode())
    assert isinstance(newer, Updated)
    write_changes(here, newer.changes)
    assert examine(here).diagnostics == ()
    assert "2026-11-28" in (here / "glossary/glossary.yaml").read_text(encoding="utf-8")


def test_an_update_of_fields_on_lines_of_their_own_keeps_their_layout(here: Path) -> None:
    glossary = here / "glossary/glossary.yaml"
    block = "  - id: weather  # theirs\n    url: https://weather.example.org/api/v1/glossary.json\n"
    text = glossary.read_text(encoding="utf-8")
    glossary.write_text(text[: text.index("  - {")] + block, encoding="utf-8")
    done = updated(here, None, lambda _: DATA.encode())
    assert isinstance(done, Updated)
    write_changes(here, done.changes)
    assert examine(here).diagnostics == ()
    assert glossary.read_text(encoding="utf-8").endswith(
        f"{block}    version: '2026-11-27'\n    sha256: {digest(DATA)}\n"
    )


def test_what_cannot_be_fetched_or_read_leaves_everything_as_it_is(here: Path) -> None:
    def refuse(_: str) -> bytes:
        raise FetchError("answered with status 404")

    for fetch, words in ((refuse, "status 404"), (lambda _: b"{}", "form"), (lambda _: b"\xff", "UTF-8")):
        done = updated(here, None, fetch)
        assert isinstance(done, Updated)
        assert done.changes.paths == ()
        assert words in done.failed[0]
    assert isinstance(updated(here, "tea", refuse), Refusal)


def test_the_command_says_what_is_wrong(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_ask", lambda _: Answer(200, None, DATA.encode()))
    assert run("--root", str(here), "import", "update") == (0, "weather: 2 terms, version 2026-11-27\n")
    monkeypatch.setattr(fetching, "_ask", lambda _: Answer(500, None, b""))
    status, said = run("--root", str(here), "import", "update", "weather")
    assert (status, "error: weather: https://weather" in said, "status 500" in said) == (1, True, True)
    assert run("--root", str(here), "import", "update", "tea")[0] == 2


def answers(*given: Answer) -> tuple[list[str], fetching.Ask]:
    asked: list[str] = []
    left = iter(given)

    def ask(address: str) -> Answer:
        asked.append(address)
        return next(left)

    return asked, ask


def moved(to: str) -> Answer:
    return Answer(302, to, b"")


def test_redirects_are_followed_within_https_and_so_far(here: Path) -> None:
    assert here.exists()
    asked, ask = answers(moved("/b"), moved("https://other.org/c"), Answer(200, None, b"x"))
    assert fetched("https://example.org/a", ask) == b"x"
    assert asked == ["https://example.org/a", "https://example.org/b", "https://other.org/c"]
    for target in (
        "http://example.org/b",
        "file:///etc/passwd",
        "https://127.0.0.1/",
        "https://u@b.org/",
        "https://localhost/",
    ):
        asked, ask = answers(moved(target), Answer(200, None, b"x"))
        with pytest.raises(FetchError, match="is not fetched"):
            fetched("https://example.org/a", ask)
        assert len(asked) == 1
    _, ask = answers(*[moved("/b")] * 9)
    with pytest.raises(FetchError, match="more than 5 times"):
        fetched("https://example.org/a", ask)
    _, ask = answers(Answer(200, None, b"x" * (LARGEST + 1)))
    with pytest.raises(FetchError, match="which is the limit"):
        fetched("https://example.org/a", ask)


PRIVATE = ("127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fe80::1%eth0", "::ffff:10.0.0.1", "224.0.0.1", "0.0.0.0")


@pytest.mark.parametrize("number", PRIVATE)
def test_private_networks_are_not_asked(number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_public(number)
    found = [(0, 0, 0, "", (one, 443)) for one in ("93.184.216.34", number)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("it was asked"))
    with pytest.raises(FetchError, match="private network"):
        fetched("https://example.org/a")


def test_of_a_host_the_first_public_number_is_asked_and_nothing_where_it_has_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[object] = []

    def refuse(where: object, **_: object) -> None:
        asked.append(where)
        raise ConnectionRefusedError("refused")

    monkeypatch.setattr(socket, "create_connection", refuse)
    for numbers in (("93.184.216.34", "2606:2800:220:1::1"), ()):
        found = [(0, 0, 0, "", (one, 443)) for one in numbers]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, found=found, **__: found)
        with pytest.raises(FetchError, match="could not be reached: refused" if numbers else "is not fetched"):
            fetched("https://example.org/a")
    assert asked == [("93.184.216.34", 443)]


def test_public_numbers_are_public() -> None:
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1::1")


@pytest.fixture
def server() -> Iterator[int]:
    """A server on this machine that answers whatever is asked."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection:
                path = connection.recv(10_000).split(b" ")[1]
                body = b"x" * (LARGEST + 9) if path == b"/large" else path
                head = b"HTTP/1.1 302 Found\r\nLocation: /b\r\n" if path == b"/moved" else b"HTTP/1.1 200 OK\r\n"
                with suppress(OSError):
                    connection.sendall(b"%bContent-Length: %d\r\n\r\n%b" % (head, len(body), body))

    thread = Thread(target=serve, daemon=True)
    thread.start()
    yield listening.getsockname()[1]
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    thread.join(10)


def test_a_host_is_read_no_further_than_the_limit(server: int) -> None:
    def ask(path: str) -> Answer:
        with socket.create_connection(("127.0.0.1", server), timeout=10) as connection:
            return answer_on(connection, f"http://localhost:{server}{path}")

    assert ask("/a?b=c") == Answer(200, None, b"/a?b=c")
    assert (ask("/moved").status, ask("/moved").location) == (302, "/b")
    assert len(ask("/large").body) == LARGEST + 1
