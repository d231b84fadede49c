"""The documentation tells the truth: modules, commands, links and shown output are held against the program."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from hornbook.cli import hornbook

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
DOCUMENTS = [
    *("README.md", "CONTRIBUTING.md"),
    *("docs/architecture.md", "docs/contribute/index.md", "docs/contribute/pull-requests.md"),
]


def test_the_architecture_page_shows_the_modules_as_their_docstrings_say() -> None:
    program = importlib.util.spec_from_file_location("tree", ROOT / "tools" / "tree.py")
    assert program is not None
    assert program.loader is not None
    module = importlib.util.module_from_spec(program)
    program.loader.exec_module(module)
    assert module.page_with_tree(ARCHITECTURE) == ARCHITECTURE, "run `python tools/tree.py`"


def test_every_file_that_the_documents_name_exists() -> None:
    for document in DOCUMENTS:
        text = (ROOT / document).read_text(encoding="utf-8")
        named = re.findall(r"`((?:builder|docs|tests|glossary|benchmarks|requirements|diagrams)/[\w./-]+)`", text)
        missing = [name for name in named if not re.search(r"ID|SOURCE", name) and not (ROOT / name).exists()]
        assert not missing, document


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_link_of_a_document_leads_to_a_file(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text) + re.findall(r'(?:src|srcset)="([^"]+)"', text)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_readme_shows_a_drawing_of_ours_on_its_first_screen() -> None:
    assert re.search(r'srcset="diagrams/[\w-]+\.dark\.svg"', "\n".join(README.splitlines()[:12]))


def test_the_readme_s_commands_are_the_program_s() -> None:
    listed = set(re.findall(r"^\| `hornbook (\w+)", README, re.MULTILINE))
    assert listed == set(hornbook.commands)


def test_the_readme_s_example_prints_what_it_shows() -> None:
    shown = re.search(r'hornbook ask "([^"]+)"\n((?:    .*\n)+)', README)
    assert shown is not None
    expected = "".join(line.removeprefix("    ") + "\n" for line in shown.group(2).splitlines())
    assert CliRunner().invoke(hornbook, ["--root", str(ROOT), "ask", shown.group(1)]).output == expected


def test_the_readme_s_question_in_words_is_understood_as_it_says() -> None:
    asked = re.search(r'hornbook ask "(if [^"]+)"\n    (Asked: .+\n)', README)
    assert asked is not None
    assert CliRunner().invoke(hornbook, ["--root", str(ROOT), "ask", asked.group(1)]).output.startswith(asked.group(2))


def test_the_layers_in_words_are_the_enforced_ones() -> None:
    contract = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    enforced = re.search(r"^layers = \[(.*?)^\]", contract, re.MULTILINE | re.DOTALL)
    assert enforced is not None
    layers = [line for line in re.findall(r'"([^"]+)"', enforced.group(1)) if line != "__main__"]
    shown = re.search(r"```\n(cli .*?)```", ARCHITECTURE, re.DOTALL)
    assert shown is not None
    words = [re.split(r"\s{2,}", line)[0] for line in shown.group(1).splitlines()]
    assert words == layers


def test_make_has_the_two_commands() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^site:", makefile, re.MULTILINE)
    assert re.search(r"^test:", makefile, re.MULTILINE)
    assert "make site" in README
    assert "make test" in README


def test_nothing_committed_names_the_machine_it_was_made_on() -> None:
    folders = [
        "builder",
        "docs",
        "glossary",
        "diagrams",
        "tests",
        "tools",
        "benchmarks",
        "requirements",
        ".ci",
        ".github",
    ]
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    files += [
        ROOT / name
        for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Makefile", "pyproject.toml", "action.yml")
    ]
    home = re.compile(rb"/(?:home|Users|root|opt)/[a-z]")
    named = [
        str(path.relative_to(ROOT))
        for path in files
        if path.suffix not in {".pyc", ".png"}
        and "node_modules" not in path.parts
        and path != Path(__file__)
        and home.search(path.read_bytes())
    ]
    assert named == []


def test_the_runner_of_all_tests_fails_where_one_of_them_does(tmp_path: Path) -> None:
    """A runner that runs nothing would be a check that cannot fail."""
    (tmp_path / "tests").mkdir()
    runner = (ROOT / "tests/run_all.py").read_text(encoding="utf-8")
    (tmp_path / "tests/run_all.py").write_text(runner, encoding="utf-8")
    (tmp_path / "tests/test_false.py").write_text("def test_false():\n    assert False\n", encoding="utf-8")
    command = [sys.executable, str(tmp_path / "tests/run_all.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Failed:" in done.stderr
