"""The comment on a pull request: one that is renewed, on the right one, and no stranger writes markup into it."""

import html
import importlib
import io
import json
import re
import sys
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from hornbook.changes.report import ChangeReport, Item, Section, as_markdown
from tests.where import REPOSITORY

REPO = "people/shapes"
SHA = "a" * 40
HOSTILE = (
    "@everybody <img src=x onerror=1> [a](https://b.example) #12 GH-3 www.example.org `x` ||| $x$ \u202e\u0007 "
    "a@b.example people/shapes#4 --> </details> &lt;b&gt; &#60;i&#62;"
)


def scripts() -> ModuleType:
    """The two scripts, as the workflow finds them."""
    sys.path.insert(0, str(REPOSITORY / ".github" / "scripts"))
    try:
        importlib.import_module("meaning")
        return importlib.import_module("comment")
    finally:
        sys.path.pop(0)


COMMENT = scripts()
MEANING = sys.modules["meaning"]


class GitHub:
    """As much of GitHub's API as is asked for, with what it was told."""

    def __init__(self) -> None:
        self.comments: list[dict[str, Any]] = []
        self.pulls = [pull(7)]
        self.artifact: bytes | None = archive({"meaning.md": report()})
        self.size: int | None = None
        self.asked: list[tuple[str, str, str | None]] = []

    def answer(self, method: str, path: str, query: dict[str, list[str]], body: Any) -> Any:
        match method, path.removeprefix(f"/repos/{REPO}/").split("/"):
            case "GET", ["pulls"]:
                return [one for one in self.pulls if [one["head"]["label"]] == query["head"]]
            case "GET", ["actions", "runs", "5", "artifacts"]:
                size = len(self.artifact or b"") if self.size is None else self.size
                found = [{"id": 9, "size_in_bytes": size}] if self.artifact is not None else []
                return {"artifacts": found}
            case "GET", ["issues", "7", "comments"]:
                start = 100 * (int(query["page"][0]) - 1)
                return self.comments[start : start + 100]
            case "POST", ["issues", "7", "comments"]:
                self.comments.append(written(len(self.comments) + 1, body["body"]))
                return {}
            case "PATCH", ["issues", "comments", number]:
                [one] = [one for one in self.comments if one["id"] == int(number)]
                one["body"] = body["body"]
                return {}
            case _:
                raise AssertionError(path)


def pull(number: int, *, sha: str = SHA, head: str = "stranger:topic&x", base: str = REPO) -> dict[str, Any]:
    return {"number": number, "head": {"sha": sha, "label": head}, "base": {"repo": {"full_name": base}}}


def written(number: int, body: str, login: str = "github-actions[bot]", kind: str = "Bot") -> dict[str, Any]:
    return {"id": number, "body": body, "user": {"login": login, "type": kind}}


def archive(files: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return buffer.getvalue()


def report(*heads: str, details: tuple[str, ...] = ("a: because b",), notes: tuple[str, ...] = ()) -> str:
    items = tuple(Item(head, details) for head in (heads or ("kite: follows → open [faq/kite]",)))
    return as_markdown(ChangeReport((Section("Newly follows", items),), notes))


@pytest.fixture
def github() -> GitHub:
    return GitHub()


@pytest.fixture
def served(github: GitHub, tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of the step, with an API that is the one above."""

    class Handler(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            parts = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            github.asked.append((self.command, parts.path, self.headers.get("Authorization")))
            if parts.path.endswith("/zip"):
                self.send_response(302)
                self.send_header("Location", "/elsewhere")
                self.end_headers()
                return
            if parts.path == "/elsewhere":
                assert github.artifact is not None
                self.reply(github.artifact)
                return
            answer = github.answer(self.command, parts.path, parse_qs(parts.query), json.loads(body) if body else None)
            self.reply(json.dumps(answer).encode())

        def reply(self, content: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PATCH = handle_any  # noqa: N815 -- the names that the server asks for

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    run = {"id": 5, "head_sha": SHA, "head_branch": "topic&x", "head_repository": {"owner": {"login": "stranger"}}}
    (tmp_path / "event.json").write_text(json.dumps({"workflow_run": run}), encoding="utf-8")
    yield {
        "GITHUB_API_URL": f"http://127.0.0.1:{server.server_port}",
        "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_REPOSITORY": REPO,
        "GITHUB_TOKEN": "secret",
        "GITHUB_EVENT_PATH": str(tmp_path / "event.json"),
    }
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_comment_is_written_once_and_renewed(github: GitHub, served: dict[str, str]) -> None:
    assert COMMENT.main(served) == 0
    [first] = github.comments
    assert "kite" in first["body"]
    github.artifact = archive({"meaning.md": report("trapezoid")})
    assert COMMENT.main(served) == 0
    [second] = github.comments
    assert second["id"] == first["id"]
    assert "trapezoid" in second["body"]
    assert "https://github.com/people/shapes/actions/runs/5" in second["body"]


def test_a_comment_that_says_the_same_is_left_alone(github: GitHub, served: dict[str, str]) -> None:
    COMMENT.main(served)
    COMMENT.main(served)
    assert [method for method, _, _ in github.asked if method != "GET"] == ["POST"]


def test_the_earlier_comment_is_found_behind_many_others(github: GitHub, served: dict[str, str]) -> None:
    github.comments = [written(number, "me too", "somebody", "User") for number in range(1, 251)]
    COMMENT.main(served)
    COMMENT.main(served)
    assert len(github.comments) == 251


def test_what_somebody_else_wrote_with_the_same_marker_is_left_alone(github: GitHub, served: dict[str, str]) -> None:
    github.comments = [written(1, COMMENT.MARKER, "stranger", "User")]
    COMMENT.main(served)
    assert [one["body"] == COMMENT.MARKER for one in github.comments] == [True, False]


def test_nothing_is_said_where_nothing_changes_unless_something_was_said(
    github: GitHub, served: dict[str, str]
) -> None:
    nothing = archive({"meaning.md": as_markdown(ChangeReport(()))})
    said, github.artifact = github.artifact, nothing
    assert COMMENT.main(served) == 0
    assert github.comments == []
    github.artifact = said
    COMMENT.main(served)
    github.artifact = nothing
    COMMENT.main(served)
    assert "Nothing changes" in github.comments[0]["body"]


@pytest.mark.parametrize(
    "pulls",
    [
        [],
        [pull(7, sha="b" * 40)],
        [pull(7, head="another:topic&x")],
        [pull(7, base="people/other")],
        [pull(7), pull(8)],
    ],
    ids=["none", "an older commit", "another head", "another repository", "two"],
)
def test_nothing_is_said_but_on_the_one_pull_request_of_the_commit(
    pulls: list[dict[str, Any]], github: GitHub, served: dict[str, str]
) -> None:
    github.pulls = pulls
    assert COMMENT.main(served) == 0
    assert all(method == "GET" for method, _, _ in github.asked)


def test_a_run_without_a_report_is_no_mistake(github: GitHub, served: dict[str, str]) -> None:
    github.artifact = None
    assert COMMENT.main(served) == 0
    assert github.comments == []


@pytest.mark.parametrize(
    "artifact",
    [
        b"no archive",
        archive({}),
        archive({"meaning.md": report(), "more": ""}),
        archive({"../meaning.md": report()}),
        archive({"meaning.md": b"\xff"}),
        archive({"meaning.md": "- a\n" * 1_000_000}),
        archive({"meaning.md": "# Something else"}),
        archive({"meaning.md": report() + "<script>"}),
        archive({"meaning.md": "- @everybody\n"}),
        archive({"meaning.md": "- a <details><summary>why</summary><b>c</details>\n"}),
    ],
    ids=["text", "empty", "two", "elsewhere", "bytes", "bomb", "heading", "tag", "mention", "inner tag"],
)
def test_what_is_no_report_is_refused(artifact: bytes, github: GitHub, served: dict[str, str]) -> None:
    github.artifact = artifact
    assert COMMENT.main(served) == 1
    assert github.comments == []


def test_a_large_artifact_is_not_even_fetched(github: GitHub, served: dict[str, str]) -> None:
    github.size = COMMENT.LARGEST + 1
    assert COMMENT.main(served) == 1
    assert not [path for _, path, _ in github.asked if path.endswith("/zip")]


def test_the_token_goes_to_the_api_alone(github: GitHub, served: dict[str, str]) -> None:
    COMMENT.main(served)
    told = {path == "/elsewhere": token for _, path, token in github.asked}
    assert told == {False: "Bearer secret", True: None}


def test_hostile_words_are_shown_as_words(github: GitHub, served: dict[str, str]) -> None:
    github.artifact = archive({"meaning.md": report(HOSTILE, details=(HOSTILE,), notes=(HOSTILE,))})
    assert COMMENT.main(served) == 0
    body = github.comments[0]["body"]
    own = body[: body.index("<sub>")]
    tags = set(re.findall(r"<(\w+)([^>]*)>", MarkdownIt().enable("table").render(own)))
    assert tags == {(tag, "") for tag in ("h2", "h3", "blockquote", "p", "ul", "li", "details", "summary")}
    assert set(re.findall(r"<[^>]*>", own.removeprefix(COMMENT.MARKER))) == {
        "<details>",
        "<summary>",
        "</summary>",
        "</details>",
    }
    assert not re.search(r"[@`\[\]|\u202e\u0007]", own)
    shown = html.unescape(own)
    assert not re.search(r"@\w|#\d|gh-\d|www\.", shown, re.IGNORECASE), "GitHub would make a link or a mention of it"
    assert "onerror=1" in shown


@given(st.lists(st.text(max_size=200), max_size=6), st.lists(st.text(max_size=80), max_size=4))
def test_every_report_is_read_and_says_the_same(heads: list[str], details: list[str]) -> None:
    text = report(*heads, details=tuple(details), notes=tuple(details))
    read = MEANING.read_meaning(text)
    assert len(read.lines) == len(text.split("\n"))
    before, after = (re.sub(r"[\u200b\W_]", "", html.unescape(one)) for one in (text, "\n".join(read.lines)))
    invisible = {char for char in before if char not in after}
    assert all(not char.isprintable() for char in invisible)


@given(st.text())
def test_what_is_written_anew_is_the_same_when_it_is_written_again(text: str) -> None:
    once = MEANING.escaped(text)
    assert MEANING.escaped(html.unescape(once)) == once
    assert not re.search(r"[\\`*_{}\[\]()<>|@~:\n]", once)


@pytest.mark.parametrize("count", [1, 400, 3000])
@pytest.mark.parametrize("word", ["word ", "@", "<b>", "’"])
def test_a_comment_has_room_for_what_is_in_it(count: int, word: str) -> None:
    lines = "\n".join(f"- {MEANING.escaped(word * 40)}" for _ in range(count))
    made = MEANING.comment(MEANING.read_meaning(lines), "first", "last")
    assert len(made) <= MEANING.LONGEST == 65_536
    assert made.startswith("first\n")
    assert made.endswith("last")
