"""Proofs whose cases share lemmas, in words."""

from pathlib import Path

from hornbook.logic import Literal, ask
from hornbook.reasoning.proof_text import proof_text
from hornbook.reasoning.scopes import Reasoning
from hornbook.reasoning.sentences import plain
from tests.reasoning.projects import FRAMEWORK, with_files

SIGNS = ("fog", "not fog"), ("hail", "not hail"), ("rain", "not rain")
ROWS = [(fog, hail, rain) for fog in SIGNS[0] for hail in SIGNS[1] for rain in SIGNS[2]]
NAMES = ["rain-wets", *(f"rule-{row}" for row in range(1, 8))]
RULES = [
    f"  - {{id: {name}, if: [{', '.join(signs)}], then: wet-ground}}\n" for name, signs in zip(NAMES, ROWS, strict=True)
]
NESTED = f"label: Weather\nsource: almanac\nimplications:\n{''.join(RULES)}"
"""A goal that only three cases within each other give."""


def nested(folder: Path) -> Reasoning:
    term = "label: {}\nkind: condition\nshort: A sort of weather.\nholds: there is {}\nfails: there is no {}\n"
    files = {f"glossary/terms/{name}.yaml": term.replace("{}", name) for name in ("fog", "hail")}
    return with_files(folder, {FRAMEWORK: NESTED, **files})


def test_lemmas_are_told_and_used_and_suppositions_recalled(tmp_path: Path) -> None:
    setting = nested(tmp_path / "project").framework("weather")
    proof = ask(setting.theory, [], Literal("wet-ground")).proof
    assert proof is not None
    written = [f"{'  ' * line.depth}{plain(line.sentence)}" for line in proof_text(setting, proof).lines]
    assert [line.partition(",")[0] for line in written[:6]] == [
        "  Suppose that Wet ground holds.",
        "  Suppose that Wet ground fails.",
        "    Suppose that there is no fog.",
        "      Suppose that there is no hail.",
        "      It rains",
        "      It cannot be that there is no fog (step 3)",
    ]
    assert written[6:9] == [
        "  So it cannot be that there is no fog and there is no hail (step 6).",
        "    Suppose that there is fog.",
        "    Supposing again as in step 3, there is hail, because there is no fog (step 3): by step 7.",
    ]
    assert written[-1] == "So in either case Wet ground holds (step 1 and step 19)."
