"""A command that is called wrongly says so in the form that was asked for, with what was probably meant."""

import json
import sys

import pytest

from hornbook import cli

FORMS = ("text", "json", "github", "sarif", "markdown")


def told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[str, str]:
    """What is printed to whom, output and errors; it exits with 2 each time."""
    monkeypatch.setattr(sys, "argv", ["hornbook", *arguments])
    monkeypatch.setattr("gc.disable", lambda: None)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    printed = capsys.readouterr()
    return printed.out, printed.err


WRONG = {
    "a command": (["chek"], "there is no command `chek`", "did you mean `check`?"),
    "a command like no other": (["xyzzy"], "there is no command `xyzzy`", "commands: ask, build, check"),
    "an option": (["check", "--strct"], "`hornbook check` has no option `--strct`", "did you mean `--strict`?"),
    "an option of all": (["check", "--root", "x"], "has no option `--root`", "before the command: `hornbook --root"),
    "an option of one": (
        ["--strict", "check"],
        "has no option `--strict`",
        "behind a command: `hornbook check --strict",
    ),
    "nothing": (["ask"], "`hornbook ask` needs `QUESTION`", "`hornbook ask [OPTIONS] QUESTION`"),
    "too much": (["explain", "a", "b"], "got unexpected extra argument (b)", "`hornbook explain [OPTIONS] NAME`"),
    "a value": (["site", "--engine", "mkdoc"], "`mkdoc` is no value of `--engine`", "did you mean `mkdocs`?"),
    "a number": (["serve", "--port", "70000"], "`--port`: 70000 is not in the range", "`hornbook serve"),
    "a folder": (["--root", "nowhere", "check"], "`--root`: directory `nowhere` does not exist", "`hornbook [OPTIONS]"),
    "an option like no other": (["explain", "--xyzzy"], "has no option `--xyzzy`", "options: --format"),
    "no value": (["ask", "a", "--in"], "option `--in` requires an argument", "see `hornbook --help`"),
    "a form": (["check", "--format", "jsn"], "`jsn` is no value of `--format`", "did you mean `json`?"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_is_said_with_what_was_meant(
    wrong: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments, message, hint = WRONG[wrong]
    out, err = told(capsys, monkeypatch, *arguments)
    assert out == ""
    first, second = err.rstrip("\n").split("\n")
    assert first.startswith("error[wrong-usage] ")
    assert message in first
    assert second.startswith("hint: ")
    assert hint in second


@pytest.mark.parametrize("wrong", [wrong for wrong in WRONG if wrong not in {"a form", "a number", "no value"}])
@pytest.mark.parametrize("form", FORMS[1:])
def test_it_is_said_in_the_form_that_was_asked_for(
    wrong: str, form: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments, message, _ = WRONG[wrong]
    asked = ["--format", form] if len(arguments) > 1 else [f"--format={form}"]
    out, err = told(capsys, monkeypatch, *arguments, *asked)
    assert err == ""
    match form:
        case "json":
            data = json.loads(out)
            assert (data["format"], data["code"]) == ("hornbook-problem/1", "wrong-usage")
            assert message in data["message"]
            assert data["hint"]
        case "github":
            assert out.startswith("::error title=wrong-usage::")
            assert out.count("\n") == 1
        case "sarif":
            (run,) = json.loads(out)["runs"]
            (invocation,) = run["invocations"]
            assert invocation["executionSuccessful"] is False
            assert message in invocation["toolExecutionNotifications"][0]["message"]["text"]
        case _:
            assert "error wrong&#45;usage&#58;" in out


def test_what_stands_behind_two_dashes_asks_for_no_form(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out, err = told(capsys, monkeypatch, "explain", "--", "a", "--format", "json")
    assert out == ""
    assert err.startswith("error[wrong-usage] `hornbook explain`")
