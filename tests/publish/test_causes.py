"""What is wrong in a finished page, or in an engine's log, is told where it is written, as far as that is known."""

import pytest

from hornbook.diagnostics import LINK_BROKEN, Diagnostic, Place
from hornbook.publish import at_cause
from hornbook.publish.engines import ENGINE_FAILED
from hornbook.publish.gate import HTML_ELEMENT

TEXTS = {
    "docs/reading.md": "# Reading\n\nSee [the ground](x) and [rain](y), and rain.\n",
    "mkdocs.yml": "theme: {name: material}\nplugins:\n  - search\n  - nope\n",
}
WRITTEN = {"reading/": Place("docs/reading.md"), "terms/rain/": Place("glossary/terms/rain.yaml", 1, 1, 4, 2)}


def place_of(one: Diagnostic) -> str:
    (found,) = at_cause([one], WRITTEN, TEXTS)
    return str(found.place)


@pytest.mark.parametrize(
    ("message", "place"),
    [
        ("the link `../x/` (“the ground”) leads to no file of the site", "docs/reading.md:3:6"),
        ("the link `../y/` (“rain”) leads to no file of the site", "docs/reading.md:1:1"),
        ("the link `../z/` (“snow”) leads to no file of the site", "docs/reading.md:1:1"),
    ],
)
def test_a_finding_in_a_page_is_told_where_its_words_are_written_once(message: str, place: str) -> None:
    assert place_of(Diagnostic(Place("reading/index.html", 90, 3), LINK_BROKEN, message)) == place


def test_words_over_two_lines_are_told_where_they_begin() -> None:
    texts = {"docs/reading.md": "# Reading\n\nSee [the dry\nground](x).\n"}
    one = Diagnostic(Place("reading/index.html"), LINK_BROKEN, "the link `../x/` (“the dry\nground”) leads nowhere")
    (found,) = at_cause([one], WRITTEN, texts)
    assert found.place == Place("docs/reading.md", 3, 6)


def test_the_place_in_the_finished_site_is_told_beside_it() -> None:
    (found,) = at_cause([Diagnostic(Place("terms/rain/index.html", 9), HTML_ELEMENT, "`<x>`")], WRITTEN, TEXTS)
    assert found.place.path == "glossary/terms/rain.yaml"
    assert [str(one.place) for one in found.related] == ["terms/rain/index.html:9:1"]


@pytest.mark.parametrize("path", ["terms/index.html", "assets/x.css", "404.html"])
def test_what_comes_from_no_one_file_stays_where_it_is(path: str) -> None:
    assert place_of(Diagnostic(Place(path, 2, 3), HTML_ELEMENT, "`<x>`")) == f"{path}:2:3"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("ERROR - Config value 'plugins': The \"nope\" plugin is not installed", "mkdocs.yml:4:5"),
        ("ERROR - Config value 'theme': it is broken", "mkdocs.yml:1:1"),
        ("WARNING - Doc file 'reading/index.md' contains a link 'x'", "docs/reading.md:1:1"),
        ("WARNING - Doc file 'terms/rain/index.md' contains a link 'x'", "glossary/terms/rain.yaml:1:1"),
        ("Aborted with a BuildError!", "mkdocs.yml:1:1"),
    ],
)
def test_an_engines_mistake_is_told_where_the_page_or_setting_is_that_it_names(line: str, place: str) -> None:
    failed = Diagnostic(Place("mkdocs.yml"), ENGINE_FAILED, "mkdocs stopped", notes=("INFO - so", line))
    assert place_of(failed) == place
