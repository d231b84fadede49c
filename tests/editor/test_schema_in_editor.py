"""The written schemas, as the language server for YAML that VS Code, Neovim and others use makes use of them."""

import json
import os
import shutil
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from hornbook.cli import hornbook
from hornbook.edits.beginning import begun
from hornbook.edits.values import FileChanges
from tests.editor.client import PATIENCE, Client
from tests.sample_copy import copy_of_sample
from tests.where import REPOSITORY

SERVER = REPOSITORY / "tests/validity/node_modules/yaml-language-server/bin/yaml-language-server"
MISSING = "the language server for YAML is not there: run `npm ci --ignore-scripts --prefix tests/validity`"
OPTIONAL = "HORNBOOK_BROWSER_REQUIRED" not in os.environ

pytestmark = [
    pytest.mark.skipif(OPTIONAL and not SERVER.exists(), reason=MISSING),
    pytest.mark.skipif(OPTIONAL and shutil.which("node") is None, reason="the server needs Node, and there is none"),
]

TERM = "glossary/terms/oval.yaml"
EXAMPLE = "glossary/examples/oval.yaml"
VIEW = "diagrams/oval.yaml"
CHAIN = "diagrams/round.yaml"
CAPABILITIES = {
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True},
        "completion": {"completionItem": {"documentationFormat": ["markdown", "plaintext"]}},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
    },
    "workspace": {"configuration": True, "workspaceFolders": True},
}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    root = copy_of_sample(tmp_path_factory.mktemp("schema") / "shapes")
    written = CliRunner().invoke(hornbook, ["--root", str(root), "schema", "--vscode"])
    assert written.exit_code == 0, written.output
    schemas = json.loads((root / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    settings = {"yaml": {"schemas": schemas, "validate": True, "hover": True, "completion": True}}
    with Client(["node", str(SERVER), "--stdio"], root, settings) as client:
        client.initialize(**CAPABILITIES)
        client.notify("workspace/didChangeConfiguration", {"settings": settings})
        yield client


_NUMBERS = count()


def another(path: str) -> str:
    """A file like this one that was never open, so that what is said of it is not of an earlier one."""
    return path.replace(".yaml", f"-{next(_NUMBERS)}.yaml")


def marked(client: Client, path: str, text: str) -> list[tuple[int, str]]:
    """The lines that are marked in a new file, from 0, with what is said of them."""
    path = another(path)
    client.open(path, text)
    found = client.diagnostics(path, lambda _: True)
    client.close(path)
    return [(one["range"]["start"]["line"], one["message"]) for one in found]


BEGUN = "label: Oval\nkind: property\nshort: A round figure.\n"


def test_an_id_that_is_new_is_no_mistake_and_one_of_wrong_form_is(client: Client) -> None:
    assert marked(client, TERM, f"{BEGUN}related: [kite, quite-new]\n") == []
    assert [line for line, _ in marked(client, TERM, f"{BEGUN}related: [kite, Quite New]\n")] == [3]


def test_a_field_that_is_not_known_is_marked(client: Client) -> None:
    ((line, message),) = marked(client, TERM, f"{BEGUN}colour: grey\n")
    assert (line, "colour" in message) == (3, True)


def test_files_of_two_kinds_in_one_folder_are_told_apart(client: Client) -> None:
    view = "title: T\nframework: plane\ngoal: square\nshow: [square-definition]\n"
    chain = (
        "kind: chain\ntitle: T\nframework: plane\nlinks: [{label: a}, {label: b}]\ngaps: [{label: c}]\n"
        "text: T\nsource: primer\n"
    )
    assert marked(client, VIEW, view) == []
    assert marked(client, CHAIN, chain) == []
    assert [line for line, _ in marked(client, VIEW, view + "links: []\n")] == [4]


def offered(client: Client, path: str, text: str) -> dict[str, Any]:
    """What is offered at the mark `|`, by label."""
    path = another(path)
    before = text[: text.index("|")]
    client.open(path, text.replace("|", ""))
    line = before.count("\n")
    found = answered(client, "completion", path, line, len(before.split("\n")[-1]))
    client.close(path)
    return {item["label"]: item for item in found["items"]}


def answered(client: Client, what: str, path: str, line: int, character: int) -> Any:
    """The first answer that is one; before the server has read the schema there is none."""
    until = time.monotonic() + PATIENCE
    while True:
        found = client.at(what, path, line, character)
        if (found and found.get("items", True)) or time.monotonic() > until:
            return found
        time.sleep(0.1)


def test_ids_are_offered_with_what_they_mean(client: Client) -> None:
    items = offered(client, TERM, f"{BEGUN}related:\n  - |\n")
    assert {"kite", "square"} <= items.keys()
    assert "plane" not in items
    assert "four equal sides" in str(items["square"]["documentation"])


def test_words_and_ids_before_values_are_offered_with_what_they_mean(client: Client) -> None:
    words = offered(client, TERM, "label: Oval\nkind: |\nshort: A round figure.\n")
    assert "A state that may be wished for" in str(words["property"]["documentation"])
    facts = offered(client, EXAMPLE, "label: An egg\nfacts:\n  |\n")
    assert "the figure is round" in str(facts["round"]["documentation"])


def test_a_literal_is_offered_as_it_holds_and_as_it_fails(client: Client) -> None:
    items = offered(client, "glossary/frameworks/oval.yaml", "implications:\n  - id: a\n    then: |\n")
    assert {"square", "not square", "impossible"} <= items.keys()
    assert "The figure is no square" in str(items["not square"]["documentation"])


def test_what_an_id_means_is_shown_where_it_stands(client: Client) -> None:
    path = another(TERM)
    client.open(path, f"{BEGUN}related: [kite, square]\n")
    shown = answered(client, "hover", path, 3, 18)
    client.close(path)
    assert "four equal sides" in str(shown["contents"])


def test_a_file_of_a_list_is_described_where_it_stands_alone(client: Client) -> None:
    path = "glossary/sources/new.yaml"
    assert marked(client, path, "title: A book\nseen: 'yes'\n") == []
    assert [line for line, _ in marked(client, path, "title: A book\nseen: perhaps\n")] == [1]


@pytest.mark.parametrize(("kind", "rest"), [("source", "title: A book\nseen: yes\n"), ("term", BEGUN)])
def test_a_new_file_is_held_to_the_schema_that_its_first_line_names(client: Client, kind: str, rest: str) -> None:
    changes = begun(client.root, kind, "begun-just-now")
    assert isinstance(changes, FileChanges)
    ((path, text),) = changes.written.items()
    first = text.partition("\n")[0]
    assert first.startswith("# yaml-language-server: $schema=../../")
    elsewhere = path.replace("glossary/", "drafts/")  # where no setting says which schema holds
    assert marked(client, elsewhere, f"{first}\n{rest}") == []
    ((line, message),) = marked(client, elsewhere, f"{first}\n{rest}colour: grey\n")
    assert (line, "colour" in message) == (rest.count("\n") + 1, True)


def test_the_settings_for_an_editor_that_are_kept_here_are_those_of_the_kinds(tmp_path: Path) -> None:
    root = copy_of_sample(tmp_path / "shapes")
    CliRunner().invoke(hornbook, ["--root", str(root), "schema", "--vscode"])
    for path in (".vscode/settings.json", ".vscode/extensions.json"):
        assert (REPOSITORY / path).read_text(encoding="utf-8") == (root / path).read_text(encoding="utf-8")
