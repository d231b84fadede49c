"""What attacks on purpose found, each as small as it can be."""

from pathlib import Path

from hornbook.production import examine
from tests.load.project import found, loaded_with
from tests.sample_copy import copy_of_sample


def test_a_term_of_another_glossary_where_none_is_imported_is_told(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, {"docs/index.md": "# Weather\n\nSee [[climate:rain]].\n"})
    assert found(loaded) == [("reference-unknown", "docs/index.md:3:7")]
    (one,) = loaded.diagnostics
    assert one.hint == "name it under `imports` in `glossary/glossary.yaml`"


def test_claims_of_which_nothing_says_where_they_are_asked_are_told(tmp_path: Path) -> None:
    project = copy_of_sample(tmp_path / "shapes")
    settings = project / "glossary" / "glossary.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("framework: plane\n", ""), encoding="utf-8")
    result = examine(project)
    assert result.failed
    assert {one.code for one in result.diagnostics} == {"field-missing"}


def test_a_framework_by_a_name_that_is_no_id_is_told(tmp_path: Path) -> None:
    settings = (
        "title: Weather\ndescription: Words.\nsite_url: https://example.org/weather/\nlicence: CC0\nframework: é\n"
    )
    loaded_with(tmp_path, {"glossary/glossary.yaml": settings})
    found = examine(tmp_path / "project").diagnostics
    assert ("reference-unknown", "glossary/glossary.yaml:5:12") in [(one.code, str(one.place)) for one in found]
