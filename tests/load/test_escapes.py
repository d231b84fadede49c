"""Commands of formulas that YAML reads as escapes are warned of, and nothing else is."""

import pytest

from hornbook.load.text import source_text
from hornbook.load.tree import read_yaml


@pytest.mark.parametrize(
    ("value", "commands"),
    [
        (r'"$\nu$ and $a \times b$"', [r"\nu", r"\times"]),
        (r'"$\\nu$ and $\\\\times$"', []),
        (r'"$\\\nu$"', [r"\nu"]),
        (r'"It costs $5.\nNot more than $6."', []),
        (r'"$x$ is\nnot $y$, \to be sure, and\tnew"', []),
        (r'"not a \nu of a formula"', []),
        (r'"a \nu and $x$ and \nu"', []),
        (r"'$\nu$'", []),
        (r"$\nu$", []),
        ('""', []),
        ('"$"', []),
    ],
)
def test_commands_in_double_quotes_are_told_with_their_places(value: str, commands: list[str]) -> None:
    text = f"label: {value}\n"
    found = [one for one in read_yaml(source_text("a.yaml", text)).diagnostics if one.code == "yaml-escape"]
    places = [text[one.place.column - 1 : (one.place.end_column or 1) - 1] for one in found]
    assert places == commands


def test_a_character_that_a_command_became_says_how_to_write_it() -> None:
    (found,) = read_yaml(source_text("a.yaml", 'label: "$\\beta$"\n')).diagnostics
    assert (found.code, "is doubled" in (found.hint or "")) == ("text-control-character", True)
