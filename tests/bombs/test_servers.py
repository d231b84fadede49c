"""`hornbook lsp` and `hornbook mcp` given hostile requests: they answer, or refuse, and go on."""

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from hornbook.context_protocol import answers
from tests.editor.client import Client, RefusedError
from tests.lint.copies import copy, published_text
from tests.sample_copy import copy_of_sample

SECONDS = 60
KITE = "glossary/terms/kite.yaml"
TEXTS = {
    "deep": "label: " + "[" * 100_000,
    "laughs": "".join(f"a{one + 1}: &a{one + 1} [{', '.join([f'*a{one}'] * 9)}]\n" for one in range(30)),
    "long": "label: " + "a" * 1_200_000,
    "half": "label: \ud800",
    "marks": "label: Kite\ntext: " + "[[" * 5_000 + "\n",
    "control": "label: \x00\u202e\n",
}
ASKED: tuple[tuple[str, Any], ...] = (
    ("textDocument/hover", {"textDocument": {"uri": "file:///etc/passwd"}, "position": {"line": 0, "character": 0}}),
    ("textDocument/hover", {"textDocument": {"uri": "file:///%00"}, "position": {"line": 0, "character": 0}}),
    ("textDocument/hover", {"textDocument": {"uri": "https://a.example/"}, "position": {"line": 0, "character": 0}}),
    ("textDocument/completion", {"textDocument": {"uri": ""}, "position": {"line": 2**31 - 1, "character": 2**31 - 1}}),
    ("textDocument/definition", {"textDocument": {"uri": "file:../../x"}, "position": {"line": 0, "character": 0}}),
    ("textDocument/nothing", {"a": [[[[]]]]}),
    ("workspace/executeCommand", {"command": "rm", "arguments": ["-rf", "/"]}),
)


def test_the_language_server_goes_on_whatever_it_is_sent(tmp_path: Path) -> None:
    root = copy_of_sample(tmp_path / "shapes")
    with Client([sys.executable, "-m", "hornbook", "lsp"], root) as client:
        client.initialize()
        client.open(KITE)
        for name, text in TEXTS.items():
            client.change(KITE, text)
            for method in ("hover", "completion", "definition"):
                for line, character in ((0, 7), (0, 10**9), (10**9, 0)):
                    asked(client, f"textDocument/{method}", KITE, line, character)
            assert client.is_alive, name
        for method, parameters in ASKED:
            with suppress(RefusedError):
                client.request(method, parameters)
            assert client.is_alive, method
        shapes: tuple[Any, ...] = ({"position": "none"}, [], 7)
        for misshapen in shapes:
            client.notify("textDocument/hover", misshapen)
            client.notify("textDocument/didChange", misshapen)
        client.change(KITE, (root / KITE).read_text(encoding="utf-8"))
        assert client.diagnostics(KITE, lambda found: not any(one["severity"] == 1 for one in found)) is not None
        assert client.end() == 0
    assert (root / KITE).read_text(encoding="utf-8").startswith("label: Kite")


def asked(client: Client, method: str, path: str, line: int, character: int) -> None:
    """Ask, whether or not that can be answered."""
    position = {"line": line, "character": character}
    with suppress(RefusedError):
        client.request(method, {"textDocument": {"uri": client.uri(path)}, "position": position})


HOSTILE = {
    "brackets": "[[" * 100_000,
    "claims": "[[a => b]] " * 20_000,
    "names": "square " * 100_000,
    "quotes": "> " * 100_000,
    "long": "a" * 3_000_000,
    "nothing": "",
    "half": "\ud800 [[square]]",
    "control": "\x00\u202e[[square]]",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("form", ["markdown", "restructuredtext"])
def test_a_text_that_is_made_to_cost_much_has_few_findings(name: str, form: str) -> None:
    answer = answers.check_text(copy(), HOSTILE[name], None, form)
    assert len(answer.get("findings", ())) < 1_000
    assert len(json.dumps(answer)) < 1_000_000


@pytest.mark.parametrize("name", HOSTILE)
def test_a_question_or_a_word_that_is_made_to_cost_much_is_a_problem_with_a_hint(name: str) -> None:
    for answer in (answers.ask(copy(), HOSTILE[name]), answers.define(copy(), HOSTILE[name])):
        assert answer["problem"]
        assert len(json.dumps(answer)) < 10_000
    assert answers.ask(copy(), "square => kite", HOSTILE[name])


def test_the_context_server_goes_on_whatever_it_is_sent(tmp_path: Path) -> None:
    (tmp_path / "glossary.json").write_text(published_text(), encoding="utf-8")
    begin = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "x", "version": "1"}}
    call = {"name": "define", "arguments": {"term": "kite"}}
    lines = (
        json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": begin}),
        json.dumps({"jsonrpc": "2.0", "method": "notifications/initialized"}),
        "no json at all",
        "[" * 100_000,
        json.dumps({"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": "rm", "arguments": {}}}),
        json.dumps(
            {"jsonrpc": "2.0", "id": 3, "method": "tools/call", "params": {"name": "ask", "arguments": {"question": 1}}}
        ),
        json.dumps({"jsonrpc": "2.0", "id": 4, "method": "resources/read", "params": {"uri": "file:///etc/passwd"}}),
        json.dumps({"jsonrpc": "2.0", "id": 5, "method": "tools/call", "params": call}),
    )
    command = [sys.executable, "-m", "hornbook", "mcp", "--glossary", "glossary.json"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write("\n".join(lines) + "\n")
        server.stdin.flush()
        found = next(answer for answer in map(json.loads, server.stdout) if answer.get("id") == 5)
        server.stdin.close()
        assert server.wait(SECONDS) == 0
    assert "kite" in json.dumps(found["result"])
