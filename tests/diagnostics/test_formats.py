import json
import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.check.claims import CLAIM_VERDICT
from hornbook.check.usage import TERM_UNUSED
from hornbook.diagnostics import Diagnostic, Place, Related
from hornbook.diagnostics.formats import SHOWN, as_github, as_json, as_text, shown
from hornbook.load.records.fields import FIELD_UNKNOWN
from hornbook.load.text.listing import FILE_UNREAD
from hornbook.load.tree.syntax import YAML_SYNTAX

TEXT = "label: Rain\nclaims:\n  - {if: [outer], then: impact, verdict: follows}\n"
TEXTS = {"a.yaml": TEXT}
CLAIM = Diagnostic(
    Place("a.yaml", 3, 41, 3, 48),
    CLAIM_VERDICT,
    "this says impact follows from outer; the implications leave it open",
    hint="write `verdict: open`",
    notes=("a model where it fails: outer holds; impact does not",),
    related=(Related(Place("b.yaml", 2, 5), "the implication"),),
)
UNREAD = Diagnostic(Place("b.yml"), FILE_UNREAD, "nothing reads `b.yml`")
UNUSED = Diagnostic(Place("a.yaml", 1, 1), TERM_UNUSED, "nothing uses the term `rain`")


def test_text_has_the_form_that_the_design_shows() -> None:
    assert as_text([CLAIM], TEXTS) == (
        "a.yaml:3:41: error[claim-verdict] this says impact follows from outer; the implications leave it open\n"
        "   3 |   - {if: [outer], then: impact, verdict: follows}\n"
        "     |                                         ^^^^^^^\n"
        "  a model where it fails: outer holds; impact does not\n"
        "  b.yaml:2:5: the implication\n"
        "  hint: write `verdict: open`\n"
        "1 error\n"
    )


def test_diagnostics_are_sorted_by_place_and_counted_by_severity() -> None:
    text = as_text([UNREAD, CLAIM, UNUSED, CLAIM], TEXTS)
    heads = [line.partition(": ")[0] for line in text.splitlines() if re.match(r"\S+:\d+:\d+: ", line)]
    assert heads == ["a.yaml:1:1", "a.yaml:3:41", "a.yaml:3:41", "b.yml:1:1"]
    assert text.endswith("2 errors, 1 warning, 1 note\n")


def test_nothing_found_is_said() -> None:
    assert as_text([], {}) == "no errors\n"


def test_so_many_are_printed_and_all_are_counted() -> None:
    many = [Diagnostic(Place("a.yaml", number + 1), TERM_UNUSED, "unused") for number in range(SHOWN + 5)]
    text = as_text(many, {})
    assert text.count("note[term-unused]") == SHOWN
    assert text.endswith(f"… and 5 more\n{SHOWN + 5} notes\n")


@pytest.mark.parametrize(
    ("line", "place", "excerpt"),
    [
        ("abc", Place("x", 1, 2), "   1 | abc\n     |  ^\n"),
        ("abcdefgh", Place("x", 1, 4), "   1 | abcdefgh\n     |    ^\n"),
        ("abc", Place("x", 1, 2, 1, 4), "   1 | abc\n     |  ^^\n"),
        ("abc", Place("x", 1, 4, 1, 4), "   1 | abc\n     |    ^\n"),
        ("abc", Place("x", 1, 2, 3, 1), "   1 | abc\n     |  ^^\n"),
        ("日本 x", Place("x", 1, 4, 1, 5), "   1 | 日本 x\n     |      ^\n"),
        ("e\u0301 x", Place("x", 1, 4, 1, 5), "   1 | e\u0301 x\n     |   ^\n"),
        ("\tx", Place("x", 1, 2, 1, 3), "   1 | \\tx\n     |   ^\n"),
        ("##[x", Place("x", 1, 4, 1, 5), "   1 | ##\u200b[x\n     |    ^\n"),
        ("", Place("x", 1, 1), ""),
        ("abc", Place("x", 9, 1), ""),
        ("abc", Place("y", 1, 1), ""),
    ],
)
def test_carets_stand_under_the_stretch(line: str, place: Place, excerpt: str) -> None:
    text = as_text([Diagnostic(place, YAML_SYNTAX, "m")], {"x": line})
    assert text == f"{place}: error[yaml-syntax] m\n{excerpt}1 error\n"


def test_a_long_line_is_shown_around_the_stretch() -> None:
    line = "a" * 500 + "WRONG" + "b" * 500
    text = as_text([Diagnostic(Place("x", 1, 501, 1, 506), YAML_SYNTAX, "m")], {"x": line})
    _, shown_line, carets, _ = text.splitlines()
    start = carets.index("^")
    assert shown_line[start : start + carets.count("^")] == "WRONG"
    assert len(shown_line) < 180


def test_colour_is_used_only_when_asked_for() -> None:
    assert "\x1b" not in as_text([CLAIM], TEXTS)
    coloured = as_text([CLAIM, UNREAD, UNUSED], TEXTS, colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == as_text([CLAIM, UNREAD, UNUSED], TEXTS)


def test_json_holds_everything() -> None:
    data = json.loads(as_json([UNREAD, CLAIM]))
    assert data["format"] == "hornbook-diagnostics/1"
    assert data["counts"] == {"error": 1, "warning": 1, "note": 0}
    assert data["diagnostics"][0] == {
        "path": "a.yaml",
        "line": 3,
        "column": 41,
        "end_line": 3,
        "end_column": 48,
        "severity": "error",
        "code": "claim-verdict",
        "message": CLAIM.message,
        "hint": CLAIM.hint,
        "notes": list(CLAIM.notes),
        "related": [
            {
                "path": "b.yaml",
                "line": 2,
                "column": 5,
                "end_line": None,
                "end_column": None,
                "message": "the implication",
            }
        ],
        "fix": [],
    }
    assert data["diagnostics"][1]["hint"] is None


def test_github_gets_one_command_each_with_the_first_of_each_file_first() -> None:
    second = Diagnostic(Place("a.yaml", 3), TERM_UNUSED, "100 % unused")
    lines = as_github([CLAIM, UNREAD, UNUSED, second]).splitlines()
    assert [line.partition(" ")[0] for line in lines[:4]] == ["::notice", "::warning", "::notice", "::error"]
    assert lines[0] == "::notice file=a.yaml,line=1,col=1,title=term-unused::nothing uses the term `rain`"
    assert lines[2].endswith("::100 %25 unused")
    assert lines[3] == (
        "::error file=a.yaml,line=3,col=41,endLine=3,endColumn=48,title=claim-verdict::"
        "this says impact follows from outer; the implications leave it open"
        "%0Aa model where it fails: outer holds; impact does not%0Ab.yaml:2:5: the implication"
        "%0Ahint: write `verdict: open`"
    )
    assert lines[4] == "1 error, 1 warning, 2 notes"


HOSTILE = "::add-mask::x\n::set-output name=a::b ##[error]c \x1b[2J\u202e\x07,file=d:e%0A::f"
hostile = st.lists(st.sampled_from(["::", "##[", "\n", "\r", "\x1b", "%0A", "`", "a", ",", ":", "\u2028"])).map("".join)


@given(hostile, hostile, hostile)
def test_a_strangers_text_cannot_give_commands(path: str, message: str, line: str) -> None:
    found = [
        Diagnostic(Place(path, 1, 1, 1, 2), YAML_SYNTAX, message, hint=message, notes=(message,)),
        Diagnostic(Place("a", 1, 1), YAML_SYNTAX, "m", related=(Related(Place(path), message),)),
    ]
    text = as_text(found, {path: line, "a": line})
    github = as_github(found)
    for output in (text, github):
        assert "##[" not in output
        assert not re.search("[\x00-\x09\x0b-\x1f\u2028\u202e]", output)
    assert not [one for one in text.split("\n") if one.lstrip().startswith("::")]
    assert len([one for one in github.split("\n") if one.lstrip().startswith("::")]) == 2
    assert github.count("\n") == 3


def test_a_hostile_line_is_quoted_and_never_begins_a_line() -> None:
    text = as_text([Diagnostic(Place("x", 1, 1), YAML_SYNTAX, HOSTILE, notes=(HOSTILE,))], {"x": HOSTILE})
    assert not [line for line in text.splitlines() if line.lstrip().startswith(("::", "##"))]
    assert "\\x1b[2J\\u202e\\x07" in text


def test_values_in_messages_are_cut() -> None:
    message = f"unknown `{'x' * 100}`"
    assert f"`{'x' * 79}…`" in as_text([Diagnostic(Place("x"), FIELD_UNKNOWN, message)], {})
    assert shown("y" * 100) == "y" * 79 + "…"
    assert shown("a\nb") == "a\\nb"


def test_a_finding_is_the_same_in_another_process() -> None:
    found = Diagnostic(Place("a.yaml", 1, 2), YAML_SYNTAX, "it is not there", "write it")
    again = pickle.loads(pickle.dumps(found))
    assert (again, again.severity, again.hint) == (found, found.severity, found.hint)
    assert (again.code.meaning, again.code.example) == (YAML_SYNTAX.meaning, YAML_SYNTAX.example)
