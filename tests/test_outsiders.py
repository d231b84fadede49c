"""What people wrote who know their field but not YAML: one message says what is wrong, and what to write."""

from pathlib import Path

import pytest

from hornbook.diagnostics import Diagnostic
from hornbook.production import examine
from tests.test_cases import CASES, laid_out

RAIN = "glossary/terms/rain.yaml"
WEATHER = "glossary/frameworks/weather.yaml"
FAQ = "glossary/faq/does-rain-wet.yaml"
SOURCES = "glossary/sources.yaml"
SNOW = "label: Snow\nkind: condition\nshort: Snow falls from the sky.\n"

Written = tuple[str, str, str]
"""A file, what stands in it, and what was written instead."""

CITED = "source: {ref: almanac, at: page 1}"
NOT_A_SOURCE = "a source is named by its id: add it to `glossary/sources.yaml` with `- id: some-id`, `title: …`"

MISTAKES: dict[str, tuple[Written, str, str]] = {
    "definition": ((RAIN, "short:", "definition:"), "no field `definition` here", "did you mean `short`?"),
    "a second definition": (
        (RAIN, "kind:", "definition: Water.\nkind:"),
        "no field `definition` here",
        "did you mean `text`?",
    ),
    "a second kind": (
        (RAIN, "kind:", "category: weather\nkind:"),
        "no field `category` here",
        "`kind` says this, and is given already",
    ),
    "name": ((RAIN, "label:", "name:"), "no field `name` here", "did you mean `label`?"),
    "other names": ((RAIN, "kind:", "other names: [wet]\nkind:"), "no field `other names`", "did you mean `aliases`?"),
    "title": ((FAQ, "question:", "title:"), "no field `title` here", "did you mean `question`?"),
    "url": ((SOURCES, "  issued", "  url: https://example.org\n  issued"), "no field `url`", "did you mean `URL`?"),
    "a source as text": ((RAIN, CITED, "source: Ann Angle (1900)"), "no source has the id", NOT_A_SOURCE),
    "a source as an address": (
        (RAIN, CITED, "source: https://example.org/a"),
        "no source has the id `https://example.org/a`",
        f"{NOT_A_SOURCE} and `URL: https://example.org/a`, and write `some-id` here",
    ),
    "an unknown source": (
        (WEATHER, "source: almanac", "source: hubinger-2020"),
        "no source has the id `hubinger-2020`",
        "add the source to `glossary/sources.yaml`, beginning with `- id: hubinger-2020`",
    ),
    "an unknown framework": (
        (RAIN, "framework: weather", "framework: metaphysics"),
        "no framework has the id `metaphysics`",
        "it can be `weather`",
    ),
    "an unknown term": (
        (WEATHER, "then: wet-ground", "then: mushrooms"),
        "no term or fact has the id `mushrooms`",
        "add the term as `glossary/terms/mushrooms.yaml`, or name another",
    ),
    "a list instead of text": (
        (RAIN, "short: Water falls from the sky.", "short: [Water, falls]"),
        "`short` should be a single value, not a list",
        "write one text after `short:`, without brackets",
    ),
    "text with a colon in braces": (
        (RAIN, "short: Water falls from the sky.", "short: {Water: falls}"),
        "`short` should be a single value, not a group of fields",
        "put the whole text in quotes",
    ),
    "text instead of a list": (
        (WEATHER, "if: [rain]", "if: rain and wet-ground"),
        "`if` should be a list, not `rain and wet-ground`",
        "write `if: [rain, wet-ground]`",
    ),
    "a list of facts": (
        ("glossary/examples/day.yaml", "", "label: Day\ntext: A day.\nsource: almanac\nfacts: [rain]\n"),
        "`facts` should be a group of ids, not a list",
        "write `rain: true` in a line for each",
    ),
    "true": ((FAQ, "verdict: follows", "verdict: true"), "`verdict` is `true`; it can be", "did you mean `follows`?"),
    "false": ((FAQ, "verdict: follows", "verdict: false"), "`verdict` is `false`", "did you mean `refuted` or `open`?"),
    "smart quotes": ((RAIN, "label: Rain", "label: “Rain”"), "quotation marks that readers will see", "write `Rain`"),
    "no-break spaces": (
        (RAIN, "    text: Rain", "\u00a0\u00a0\u00a0\u00a0text: Rain"),
        "the character U+00A0 (no-break space) indents this line",
        "indent with ordinary spaces",
    ),
    "a no-break space behind a colon": (
        (RAIN, "label: Rain", "label:\u00a0Rain"),
        "the character U+00A0 (no-break space) stands behind the colon",
        "write `label: …` with an ordinary space",
    ),
    "a full-width colon": (
        (RAIN, "kind: condition", "kind：condition"),
        "`：` is U+FF1A (fullwidth colon), not the colon of YAML",
        "write `kind: …` with an ordinary colon",
    ),
    "an apostrophe at the beginning": (
        (RAIN, "short: Water falls from the sky.", "short: 'Tis water that falls."),
        "the quotation mark that opens here is never closed",
        'write `"\'Tis water that falls."`',
    ),
    "a quoted word at the beginning": (
        (RAIN, "short: Water falls from the sky.", 'short: "Rain" is water.'),
        "more stands behind it",
        "write `'\"Rain\" is water.'`",
    ),
    "a comma in braces": (
        (RAIN, "at: page 1}", "at: page 1, page 2}"),
        "YAML takes `page 2` for a field, because a comma stands before it",
        'put the whole value in quotes: `at: "page 1, page 2"`',
    ),
    "a number sign in braces": (
        (RAIN, "at: page 1}", "at: section #3}"),
        "`#` begins a comment here, so that the bracket before it is never closed",
        'put the value that holds the `#` in quotes: `"… #3"`',
    ),
    "words and id swapped": (
        (RAIN, "[[wet-ground|wet ground]]", "[[wet ground|wet-ground]]"),
        "`wet ground` is neither an id nor a claim",
        "the id comes first: use `[[wet-ground|wet ground]]`",
    ),
    "a term among questions": (
        ("glossary/faq/snow.yaml", "", SNOW),
        "this looks like a term, but `glossary/faq/` is for questions",
        "move it to `glossary/terms/snow.yaml`",
    ),
    "a term in no folder": (
        ("glossary/snow.yaml", "", SNOW),
        "nothing reads `glossary/snow.yaml`",
        "move it into the folder of its kind: a term in `glossary/terms/`",
    ),
    "an editor's ending": (
        ("glossary/terms/snow.yaml.txt", "", SNOW),
        "nothing reads `glossary/terms/snow.yaml.txt`",
        "rename it to `snow.yaml`",
    ),
    "no": ((WEATHER, "if: [rain]", "if: [no rain]"), "not `no rain`", "use `not rain`"),
    "an exclamation mark": ((WEATHER, "if: [rain]", "if: [!rain]"), "YAML takes a word after `!`", "write `not rain`"),
    "an exclamation mark alone": (
        (WEATHER, "then: wet-ground", "then: !wet-ground"),
        "the tag `!wet-ground` is not supported",
        "write `not wet-ground` for a negation",
    ),
    "a sign for not": ((WEATHER, "if: [rain]", "if: [¬rain]"), "not `¬rain`", "use `not rain`"),
    "an open asterisk": ((FAQ, "Yes, see", "Yes, *see"), "`*` opens emphasis here", "write `*see*`"),
    "a bare address": (
        (FAQ, "Yes, see", "Yes, https://example.org/x, see"),
        "the address `https://example.org/x` is no link",
        "write `<https://example.org/x>`",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_one_message_says_what_is_wrong_and_what_to_write(name: str, tmp_path: Path) -> None:
    written, message, hint = MISTAKES[name]
    (found,) = found_with(written, tmp_path)
    assert message in found.message
    assert hint in (found.hint or "")


def test_an_implication_of_itself_says_nothing(tmp_path: Path) -> None:
    found = found_with((WEATHER, "if: [rain]", "if: [rain, wet-ground]"), tmp_path)
    (one,) = [one for one in found if one.code == "conclusion-given"]
    assert one.message == "`rain-wets` concludes `wet-ground`, which is among its premises"


@pytest.mark.parametrize(
    "written",
    [
        (FAQ, "Yes, see", r"Yes, \*see"),
        (FAQ, "Yes, see", "Yes, 2 * 3, A* and *see*"),
        (FAQ, "Yes, see", "Yes, `https://example.org/x *a` see"),
        (FAQ, "Yes, see", "Yes, [https://example.org/x](https://example.org/x) see"),
        (FAQ, "question: Does", "question: “Does” or “does”"),
    ],
)
def test_what_is_meant_as_it_stands_is_no_mistake(written: Written, tmp_path: Path) -> None:
    assert found_with(written, tmp_path) == ()


def found_with(written: Written, tmp_path: Path) -> tuple[Diagnostic, ...]:
    """What is found in the base of the cases with one thing written otherwise, or with one more file."""
    path, right, wrong = written
    project = laid_out(CASES / "_base", tmp_path / "project")
    file = project / path
    text = file.read_text(encoding="utf-8") if right else ""
    assert right in text
    file.parent.mkdir(exist_ok=True)
    file.write_text(text.replace(right, wrong, 1) if right else wrong, encoding="utf-8")
    return examine(project).diagnostics
