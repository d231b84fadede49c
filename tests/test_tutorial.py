"""The tutorial is carried out: its files are written, its commands run, and they print what it shows."""

import re
import shlex
import shutil
import subprocess
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner

from hornbook.cli import hornbook
from tests.where import INPUTS, REPOSITORY

PAGE = REPOSITORY / "docs" / "contribute" / "tutorial.md"
_STEP = re.compile(
    r"(?:^`(?P<path>[^`\n]+)`\n\n)?^```(?P<kind>yaml|console)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


def test_the_tutorial_does_what_it_says(tmp_path: Path) -> None:
    for name in INPUTS:
        copy = shutil.copytree if (REPOSITORY / name).is_dir() else shutil.copyfile
        copy(REPOSITORY / name, tmp_path / name)
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "before"]):
        who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
        subprocess.run(["git", "-C", str(tmp_path), *who, *command], check=True)
    steps = list(_STEP.finditer(PAGE.read_text(encoding="utf-8")))
    assert {step["kind"] for step in steps} == {"yaml", "console"}
    with chdir(tmp_path):
        for step in steps:
            if step["kind"] == "yaml":
                Path(step["path"]).write_text(step["text"], encoding="utf-8")
            else:
                carry_out(step["text"])


def carry_out(text: str) -> None:
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, *shown = part.rstrip("\n").split("\n")
        name, *arguments = shlex.split(command)
        assert name == "hornbook"
        result = CliRunner().invoke(hornbook, arguments)
        at = 0
        for line in shown:
            at = result.output.find(line.strip(), at)
            assert at >= 0, (command, line, result.output)
            at += len(line.strip())
