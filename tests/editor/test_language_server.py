"""`hornbook lsp`, driven over stdio as an editor drives it."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hornbook.diagnostics import Severity
from hornbook.production import examine
from tests.editor.client import Client, RefusedError
from tests.sample_copy import copy_of_sample

FAQ = "glossary/faq/what-makes-a-square.yaml"
PLANE = "glossary/frameworks/plane.yaml"
SQUARE = "glossary/terms/square.yaml"
KITE = "glossary/terms/kite.yaml"
INDEX = "docs/index.md"
COMMAND = [sys.executable, "-m", "hornbook", "lsp"]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    root = copy_of_sample(tmp_path_factory.mktemp("editor") / "shapes")
    with Client(COMMAND, root) as client:
        client.initialize()
        yield client
        assert client.end() == 0


def text_of(client: Client, path: str) -> str:
    return (client.root / path).read_text(encoding="utf-8")


def position(text: str, words: str, more: int = 1) -> tuple[int, int]:
    """Line and character, in units of UTF-16, of a place `more` characters behind where words begin."""
    before = text[: text.index(words) + more]
    line = before.rpartition("\n")[2]
    return before.count("\n"), len(line.encode("utf-16-le")) // 2


def covered(text: str, stretch: Any) -> str:
    """The words that a range of one line covers."""
    line = text.split("\n")[int(stretch["start"]["line"])].encode("utf-16-le")
    first, last = (int(stretch[end]["character"]) * 2 for end in ("start", "end"))
    return line[first:last].decode("utf-16-le")


def codes(found: list[Any]) -> list[str]:
    return [one["code"] for one in found]


def test_mistakes_are_told_while_one_types_and_taken_back_once_they_are_mended(client: Client) -> None:
    text = text_of(client, FAQ)
    client.open(FAQ, text)
    wrong = text.replace("verdict: refuted", "verdict: open")
    client.change(FAQ, wrong)
    (found,) = client.diagnostics(FAQ, bool)
    assert (found["code"], found["severity"], found["source"]) == ("claim-verdict", 1, "hornbook")
    assert covered(wrong, found["range"]) == "open"
    assert "hint: " in found["message"]
    assert "by the contrapositive of nothing-round-is-parallel" in found["message"]
    assert found["codeDescription"]["href"].endswith("/contribute/codes/#claim-verdict")
    client.change(FAQ, text)
    assert client.diagnostics(FAQ, lambda found: not found) == []
    client.close(FAQ)


def mending(client: Client, path: str, line: int, *only: str) -> list[Any]:
    stretch = {"start": {"line": line, "character": 0}, "end": {"line": line, "character": 1}}
    context = {"diagnostics": [], **({"only": list(only)} if only else {})}
    asked = {"textDocument": {"uri": client.uri(path)}, "range": stretch, "context": context}
    found: list[Any] = client.request("textDocument/codeAction", asked)
    return found


def mended(text: str, action: Any) -> str:
    """The text of the one file that a code action changes, afterwards."""
    (change,) = action["edit"]["documentChanges"]
    lines = text.split("\n")
    for edit in sorted(change["edits"], key=lambda one: one["range"]["start"]["line"], reverse=True):
        start, end = edit["range"]["start"], edit["range"]["end"]
        assert start["line"] == end["line"]
        units = lines[start["line"]].encode("utf-16-le")
        new = edit["newText"].encode("utf-16-le")
        changed = units[: start["character"] * 2] + new + units[end["character"] * 2 :]
        lines[start["line"]] = changed.decode("utf-16-le")
    return "\n".join(lines)


def test_what_is_certain_is_offered_for_one_mistake_and_for_all_of_a_file(client: Client) -> None:
    """As `check --fix` mends it: another word for a field, another form of letters, an id with capitals."""
    right = "label: Kite\nkind: concept\nshort: A 🪁 café.\nrelated: [square]\nunused: Kept.\n"
    wrong = right.replace("label", "Label").replace("café", "cafe\u0301").replace("[square]", "[Square]")
    client.open(KITE, wrong)
    client.diagnostics(KITE, bool)
    (quick,) = mending(client, KITE, 0, "quickfix")
    assert (quick["kind"], quick["title"], quick["isPreferred"]) == ("quickfix", "write `label`", True)
    assert [one["code"] for one in quick["diagnostics"]] == ["field-unknown"]
    assert quick["edit"]["documentChanges"][0]["textDocument"] == {"uri": client.uri(KITE), "version": 1}
    assert mended(wrong, quick) == wrong.replace("Label", "label")
    assert mending(client, KITE, 1, "quickfix") == []
    for asked in ("source.fixAll", "source"):
        (whole,) = mending(client, KITE, 1, asked)
        assert whole["kind"] == "source.fixAll"
        assert mended(wrong, whole) == right
    assert {one["kind"] for one in mending(client, KITE, 0)} == {"quickfix", "source.fixAll"}
    assert mending(client, KITE, 0, "refactor") == []
    client.change(KITE, right)
    assert mending(client, KITE, 0) == []
    client.close(KITE)


def test_a_file_of_another_ending_is_offered_its_right_name(client: Client) -> None:
    path = "glossary/terms/oval.yml"
    (client.root / path).write_text("label: Oval\nkind: concept\nshort: Round.\nunused: New.\n", encoding="utf-8")
    client.open(path)
    client.diagnostics(path, lambda found: codes(found) == ["file-unread"])
    (action,) = mending(client, path, 0)
    (change,) = action["edit"]["documentChanges"]
    assert (change["kind"], change["newUri"]) == ("rename", client.uri("glossary/terms/oval.yaml"))
    client.close(path)
    (client.root / path).unlink()


def test_a_place_counts_as_editors_count_behind_signs_of_two_units_and_accents_of_their_own(client: Client) -> None:
    text = "label: Kite\nkind: concept\nshort: A word.\nnote: An 🪁 e\u0301 [[quite-unknown]].\n"
    client.open(KITE, text)
    found = client.diagnostics(KITE, lambda found: "reference-unknown" in codes(found))
    stretch = next(one["range"] for one in found if one["code"] == "reference-unknown")
    assert covered(text, stretch) == "quite-unknown"
    assert "text-not-composed" in codes(found)
    client.close(KITE)


def test_a_mistake_in_one_file_is_told_of_the_other_that_rests_on_it(client: Client) -> None:
    text = text_of(client, PLANE)
    client.open(PLANE, text)
    client.change(PLANE, text.replace("id: square-definition", "id: definition-of-square"))
    view = client.diagnostics("diagrams/by-definition.yaml", bool)
    assert set(codes(view)) <= {"reference-unknown", "link-broken"}
    client.change(PLANE, text)
    assert client.diagnostics("diagrams/by-definition.yaml", lambda found: not found) == []
    client.close(PLANE)


def test_two_definitions_of_one_thing_lead_to_each_other(client: Client) -> None:
    client.open(KITE, "label: Kite\nlabel: Kite\nkind: concept\nshort: A word.\n")
    found = client.diagnostics(KITE, lambda found: "yaml-duplicate-key" in codes(found))
    (related,) = next(one for one in found if one["code"] == "yaml-duplicate-key")["relatedInformation"]
    assert related["location"]["uri"] == client.uri(KITE)
    client.close(KITE)


def test_a_file_that_is_not_saved_yet_counts(client: Client) -> None:
    path = "glossary/terms/oval.yaml"
    client.open(path, "label: Oval\nkind: shape\nshort: A round figure.\n")
    assert "reference-unknown" in codes(client.diagnostics(path, bool))
    client.close(path)
    assert client.diagnostics(path, lambda found: not found) == []


def test_what_others_change_on_the_disk_is_examined_without_being_asked_for(client: Client) -> None:
    """What changes in no project ends nothing."""
    file = client.root / KITE
    text = text_of(client, KITE)
    told = {"changes": [{"uri": uri, "type": 2} for uri in ("file:///nowhere/kite.yaml", client.uri(KITE))]}
    try:
        file.write_text(text.replace("kind: concept", "kind: shape"), encoding="utf-8")
        client.notify("workspace/didChangeWatchedFiles", told)
        assert "reference-unknown" in codes(client.diagnostics(KITE, bool))
    finally:
        file.write_text(text, encoding="utf-8")
    client.notify("workspace/didChangeWatchedFiles", told)
    assert client.diagnostics(KITE, lambda found: not found) == []


def offered(client: Client, path: str, marked: str) -> dict[str, Any]:
    """What is offered at the mark `^` of a text, by label."""
    text = marked.replace("^", "")
    client.open(path, text)
    line, character = position(marked, "^", 0)
    found = client.at("completion", path, line, character)
    client.close(path)
    return {item["label"]: item for item in found["items"]}


TERM = "glossary/terms/new.yaml"


def test_ids_are_offered_in_the_brackets_of_texts(client: Client) -> None:
    items = offered(client, TERM, "label: New\nnote: |\n  See [[squ^\n")
    square = items["square"]
    assert square["detail"] == "Square (term)"
    assert "four equal sides" in square["documentation"]["value"]
    assert "regular quadrilateral" in square["filterText"]
    assert square["textEdit"]["newText"] == "square"
    assert square["textEdit"]["range"]["start"] == {"line": 2, "character": 8}
    assert "plane" in items
    assert set(offered(client, TERM, "note: |\n  ![[^")) == {"by-definition", "by-diagonals", "what-makes-a-square"}
    assert "square" in offered(client, INDEX, "# Words\n\nSee 🪁 [[^")


@pytest.mark.parametrize(
    ("path", "marked", "wanted", "unwanted"),
    [
        (TERM, "note: |\n  See [[square + ^", {"rhombus", "round", "not"}, {"plane", "by-definition"}),
        (TERM, "note: |\n  See [[square => rhombus in ^", {"plane", "by-definition"}, {"square"}),
        (TERM, "note: |\n  See [[square => rhombus : ^", {"follows", "open"}, {"square"}),
        (TERM, "related: [kite, ^", {"square"}, {"plane", "round"}),
        (TERM, "related: ^", {"square"}, {"plane"}),
        (TERM, "kind: ^", {"property", "system"}, {"square"}),
        (TERM, "label: New\n^", {"short", "senses"}, {"square"}),
        (TERM, "senses:\n  - framework: ^", {"plane", "workshop"}, {"square"}),
        (TERM, "senses:\n  - framework: plane\n    ^", {"source", "quote"}, {"label"}),
        (TERM, "match: {narrow: [^", {"square"}, {"plane"}),
        (TERM, "senses:\n  - source: ^", {"primer", "notes"}, {"square"}),
        (PLANE, "implications:\n  - id: a\n    if: [square, ^", {"round", "rhombus"}, {"four-cuts"}),
        (PLANE, "implications:\n  - id: a\n    assuming:\n      - ^", {"planar"}, set()),
        (PLANE, "implications:\n  - id: a\n    then: ^", {"square", "impossible", "not"}, set()),
        (FAQ, "claims:\n  - {if: [^", {"round"}, {"plane"}),
        (FAQ, "claims:\n  - {if: [round], th^", {"then", "verdict"}, {"round"}),
        (FAQ, "claims:\n  - {missing: [[^", {"round"}, {"by-definition"}),
        (FAQ, 'claims:\n  - "square => ^', {"rhombus"}, {"if"}),
        ("diagrams/new.yaml", "framework: plane\nshow:\n  - ^", {"square-definition"}, {"square"}),
        ("diagrams/new.yaml", "kind: chain\nlinks:\n  - ^", {"term", "matches"}, {"show"}),
        ("glossary/examples/new.yaml", "facts:\n  ^", {"round", "four-cuts"}, {"label"}),
        ("glossary/sources.yaml", "- id: a\n  seen: ^", {"yes", "partly", "no"}, set()),
        (TERM, "label: [^", set(), {"square"}),
        ("glossary/ids.txt", "^", set(), {"term"}),
    ],
)  # fmt: skip
def test_what_may_be_written_is_offered(
    client: Client, path: str, marked: str, wanted: set[str], unwanted: set[str]
) -> None:
    text = marked.replace("^", "")
    client.open(path, text)
    found = client.at("completion", path, *position(marked, "^", 0))
    client.close(path)
    labels = {item["label"] for item in found["items"]} if found else set()
    assert wanted <= labels
    assert not unwanted & labels


def hover(client: Client, path: str, words: str, more: int = 1) -> str:
    shown = client.at("hover", path, *position(text_of(client, path), words, more))
    return "" if shown is None else str(shown["contents"]["value"])


def test_a_term_is_shown_with_its_meaning_and_its_sense_in_the_framework_around_it(client: Client) -> None:
    shown = hover(client, FAQ, "[rectangle, rhombus]", 3)
    assert shown.startswith("**Rectangle**")
    assert "A quadrilateral with four right angles." in shown
    assert "*Plane & simple*: Four right angles." in shown


def test_a_claim_is_shown_with_its_verdict_and_proof_or_situations(client: Client) -> None:
    follows = hover(client, SQUARE, "=> parallelogram", 1)
    assert follows.startswith("**Follows: parallelogram holds.**")
    assert "by rectangle-is-parallelogram" in follows
    opened = hover(client, FAQ, "], then: square, verdict: open", 0)
    assert "Does not follow" in opened
    assert "A situation where it holds" in opened
    assert "It would follow with any one of these added" in opened


def test_fields_and_words_are_shown_with_their_meaning(client: Client) -> None:
    assert "The meaning in one plain sentence." in hover(client, SQUARE, "short:")
    assert "A state that may be wished for" in hover(client, SQUARE, "property")
    assert hover(client, SQUARE, "equal-sided and") == ""
    text = text_of(client, SQUARE)
    for words in ("short", "property"):
        shown = client.at("hover", SQUARE, *position(text, words))
        assert covered(text, shown["range"]) == words


def test_a_name_leads_to_its_definition(client: Client) -> None:
    found = client.at("definition", FAQ, *position(text_of(client, FAQ), "[[rectangle]]", 4))
    assert found["uri"] == client.uri("glossary/terms/rectangle.yaml")
    fact = client.at("definition", FAQ, *position(text_of(client, FAQ), "[round], then"))
    assert fact["uri"] == client.uri(PLANE)
    assert covered(text_of(client, PLANE), fact["range"]) == "round"
    shown = "diagrams/by-definition.yaml"
    implication = client.at("definition", shown, *position(text_of(client, shown), "square-definition"))
    assert covered(text_of(client, PLANE), implication["range"]) == "square-definition"


def test_references_are_found_in_every_kind_of_file(client: Client) -> None:
    found = client.at(
        "references", SQUARE, *position(text_of(client, SQUARE), "label:"), context={"includeDeclaration": False}
    )
    paths = {one["uri"].removeprefix(client.root.as_uri() + "/") for one in found}
    assert {FAQ, PLANE, INDEX, "glossary/changes.yaml", "diagrams/by-definition.yaml"} <= paths
    assert SQUARE in paths  # in a text of its own
    for one in found:
        path = one["uri"].removeprefix(client.root.as_uri() + "/")
        assert covered(text_of(client, path), one["range"]).startswith("square")
    declared = client.at(
        "references", SQUARE, *position(text_of(client, SQUARE), "label:"), context={"includeDeclaration": True}
    )
    assert len(declared) == len(found) + 1


def file_at(client: Client, uri: str) -> Path:
    return client.root / uri.removeprefix(client.root.as_uri() + "/")


def applied(client: Client, edit: Any) -> None:
    """Do to the files what an editor does."""
    for step in edit["documentChanges"]:
        if step.get("kind") == "rename":
            file_at(client, step["oldUri"]).rename(file_at(client, step["newUri"]))
            continue
        path = file_at(client, step["textDocument"]["uri"])
        lines = path.read_text(encoding="utf-8").split("\n")

        def offset(at: Any, lines: list[str] = lines) -> int:
            before = lines[at["line"]].encode("utf-16-le")[: at["character"] * 2].decode("utf-16-le")
            return sum(len(line) + 1 for line in lines[: at["line"]]) + len(before)

        text = "\n".join(lines)
        edits = [(offset(one["range"]["start"]), offset(one["range"]["end"]), one["newText"]) for one in step["edits"]]
        for start, end, new in sorted(edits, reverse=True):
            text = text[:start] + new + text[end:]
        path.write_text(text, encoding="utf-8")


def test_another_id_is_given_wherever_the_old_one_stood_and_the_file_goes_with_it(
    client: Client, tmp_path: Path
) -> None:
    place = position(text_of(client, FAQ), "[[rectangle]]", 4)
    prepared = client.at("prepareRename", FAQ, *place)
    assert prepared["placeholder"] == "rectangle"
    assert covered(text_of(client, FAQ), prepared["range"]) == "rectangle"
    edit = client.at("rename", FAQ, *place, newName="oblong")
    kept = tmp_path / "kept"
    shutil.copytree(client.root, kept)
    try:
        applied(client, edit)
        assert (client.root / "glossary/terms/oblong.yaml").exists()
        assert "was: [rectangle]" in text_of(client, "glossary/terms/oblong.yaml")
        assert [one for one in examine(client.root).diagnostics if one.severity is Severity.ERROR] == []
    finally:
        shutil.rmtree(client.root)
        shutil.copytree(kept, client.root)


def test_an_id_that_cannot_be_is_refused_with_the_reason(client: Client) -> None:
    place = position(text_of(client, FAQ), "[[rectangle]]", 4)
    with pytest.raises(RefusedError, match="`rhombus` is a term already; choose another id"):
        client.at("rename", FAQ, *place, newName="rhombus")
    with pytest.raises(RefusedError, match="the new id"):
        client.at("rename", FAQ, *place, newName="Not An Id")
    assert client.at("prepareRename", FAQ, *position(text_of(client, FAQ), "for another way")) is None


def test_texts_that_are_not_saved_are_what_is_renamed(client: Client) -> None:
    text = text_of(client, FAQ).replace("A [[rectangle]]", "🪁 A [[rectangle]]")
    client.open(FAQ, text)
    edit = client.at("rename", FAQ, *position(text, "[[rectangle]]", 4), newName="oblong")
    client.close(FAQ)
    (step,) = [one for one in edit["documentChanges"] if one.get("textDocument", {}).get("uri") == client.uri(FAQ)]
    assert step["textDocument"]["version"] == 1
    assert {covered(text, one["range"]) for one in step["edits"]} == {"rectangle"}


def test_files_of_no_project_and_places_of_nothing_have_no_answer(client: Client, tmp_path: Path) -> None:
    elsewhere = (tmp_path / "notes.yaml").as_uri()
    document = {"uri": elsewhere, "languageId": "yaml", "version": 1, "text": "label: x\n"}
    client.notify("textDocument/didOpen", {"textDocument": document})
    asked = {"textDocument": {"uri": elsewhere}, "position": {"line": 0, "character": 1}}
    for method in ("hover", "definition", "completion", "prepareRename"):
        assert client.request(f"textDocument/{method}", asked) is None
    for place in ((400, 0), (0, 4000)):
        assert client.at("hover", SQUARE, *place) is None or client.is_alive


def test_a_project_that_is_broken_all_over_ends_nothing(client: Client) -> None:
    client.open("glossary/glossary.yaml", "title: [\n")
    assert client.diagnostics("glossary/glossary.yaml", bool)
    assert "square" in offered(client, TERM, "related: [^")
    assert hover(client, FAQ, "[[rectangle]]", 4).startswith("**Rectangle**")
    client.close("glossary/glossary.yaml")
    assert client.diagnostics("glossary/glossary.yaml", lambda found: not found) == []


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        (b"{", (None, -32700)),
        (b"\xff\xfe\xfd", (None, -32700)),
        (b"[" * 100_000, (None, -32700)),
        (b"{}", (None, -32600)),
        (b"[]", (None, -32600)),
        (b"7", (None, -32600)),
        (b'{"id": 8, "method": "textDocument/hover"}', (None, -32600)),
        (b'{"jsonrpc": "2.0", "id": 9, "method": "textDocument/hover", "params": {}}', (9, -32602)),
        (b'{"jsonrpc": "2.0", "id": "x", "method": "textDocument/hover", "params": 7}', ("x", -32602)),
        (b'{"jsonrpc": "2.0", "id": 10, "method": "textDocument/nothing", "params": {}}', (10, -32601)),
    ],
)
def test_what_cannot_be_read_is_refused_by_the_codes_of_the_protocol_and_the_next_is_answered(
    client: Client, body: bytes, answer: tuple[Any, int]
) -> None:
    assert client.refused(body) == answer
    assert hover(client, FAQ, "[[rectangle]]", 4).startswith("**Rectangle**")
