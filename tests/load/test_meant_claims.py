"""What a file means but does not write in the notation is refused with what to write: files hold one form."""

from pathlib import Path

import pytest

from hornbook.diagnostics import Diagnostic
from hornbook.load.names.references import MOST_REREAD
from tests.load.project import BASE, loaded_with

RAIN = (BASE / "glossary/terms/rain.yaml").read_text(encoding="utf-8")
FAQ = (BASE / "glossary/faq/does-rain-wet.yaml").read_text(encoding="utf-8")
TEXT = "text: Rain, which leaves a [[wet-ground|wet ground]]."


def with_text(folder: Path, text: str) -> tuple[Diagnostic, ...]:
    assert TEXT in RAIN
    rain = RAIN.replace(TEXT, f"text: |\n      {text}").replace(
        "label: Rain\n", "label: Heavy rain\naliases: [Shower]\n"
    )
    return loaded_with(folder, {"glossary/terms/rain.yaml": rain}).diagnostics


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("[[Heavy rain => Wet ground]]", "`rain => wet-ground`"),
        ("[[shower + not wet_ground => no rain : open]]", "`rain + not wet-ground => not rain : open`"),
        ("[[rain → wet-ground]]", "`[[rain => wet-ground]]`"),
        ("[[rain -> wet-ground in Wetness]]", "`[[rain => wet-ground in wetness]]`"),
        ("[[if shower, then wet ground]]", "`[[rain => wet-ground]]`"),
        ("[[Shower]]", "`[[rain|Shower]]`"),
    ],
)
def test_the_hint_gives_the_form_to_write_and_that_is_accepted(tmp_path: Path, written: str, meant: str) -> None:
    (found,) = with_text(tmp_path, written)
    assert found.hint is not None
    assert meant in found.hint
    right = meant.strip("`")
    assert not with_text(tmp_path, right if right.startswith("[[") else f"[[{right}]]")


def test_claims_of_records_are_read_alike(tmp_path: Path) -> None:
    claim = next(line for line in FAQ.splitlines() if line.startswith("  - "))
    files = {"glossary/faq/does-rain-wet.yaml": FAQ.replace(claim, '  - "Rain implies wet ground"')}
    (found,) = loaded_with(tmp_path, files).diagnostics
    assert (found.code, found.hint) == ("claim-notation", "write `rain => wet-ground`")


def test_what_says_nothing_gets_the_general_hint(tmp_path: Path) -> None:
    (found,) = with_text(tmp_path, "[[Rainbow -> wet-ground]]")
    assert found.hint is not None
    assert found.hint.startswith("write `[[id]]`")


def test_only_so_many_are_read_again(tmp_path: Path) -> None:
    found = with_text(tmp_path, " ".join(["[[rain → wet-ground]]"] * (MOST_REREAD + 5)))
    assert sum("use `" in (one.hint or "") for one in found) == MOST_REREAD
    assert len(found) == MOST_REREAD + 5
