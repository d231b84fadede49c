"""What authors say of claims: where it is read, whose words it is, and which notes answer for a difference."""

from pathlib import Path

import pytest

from hornbook.check import check
from hornbook.model import Claim, Says
from tests.load.project import loaded_with
from tests.reasoning.projects import with_files

FAQ = "glossary/faq/why.yaml"
ASKING = "question: Why?\nshort: So.\nanswer: So.\nsource: {ref: almanac, at: page 1}\nclaims:\n"
WETS = "if: [rain], then: wet-ground"
OPEN = "then: wet-ground, verdict: open"
DIARY = {
    "glossary/frameworks/other.yaml": "label: Other\nsource: diary\nimplications:\n"
    "  - {id: a, if: [rain], then: wet-ground}\n",
    "diagrams/others.yaml": "title: O\nframework: other\ngoal: wet-ground\nshow: [a]\n",
    "glossary/sources.yaml": "- {id: almanac, title: Almanac, seen: yes}\n- {id: diary, title: Diary, seen: yes}\n",
}


def codes(folder: Path, claim: str) -> list[str]:
    other = {"glossary/frameworks/other.yaml": "label: O\nsource: almanac\natoms: {a: {holds: a, fails: b}}\n"}
    found = check(with_files(folder, other | {FAQ: f"{ASKING}  - {{{claim}}}\n"}))
    return [diagnostic.code for diagnostic in found if diagnostic.code.startswith("author-")]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (f"{WETS}, author: always", []),
        (f"{WETS}, author: leaves-open", []),
        (f"{WETS}, author: never", ["author-differs"]),
        (f"{WETS}, author: not-always", ["author-differs"]),
        (f"{WETS}, author: never, note: He means drizzle.", []),
        ("if: [rain], then: not wet-ground, verdict: refuted, author: always", ["author-differs"]),
        ("if: [rain], then: not wet-ground, verdict: refuted, author: never", []),
        (f"{OPEN}, author: always", ["author-lacking"]),
        (f"{OPEN}, author: always, note: He takes rain for granted.", []),
        (f"{OPEN}, author: never", []),
        (f"{OPEN}, author: not-always", []),
        ("then: a, verdict: open, author: never", []),
    ],
)
def test_only_what_cannot_stand_together_or_lacks_something_is_reported(
    claim: str, expected: list[str], tmp_path: Path
) -> None:
    assert codes(tmp_path, claim) == expected


@pytest.mark.parametrize(
    ("author", "source"),
    [
        ("always", ("almanac", None)),
        ("{says: always}", ("almanac", None)),
        ("{says: always, source: diary}", ("diary", None)),
        ("{says: always, source: {ref: diary, at: May}}", ("diary", "May")),
        ("always, framework: other", ("diary", None)),
        ("always, view: others", ("diary", None)),
    ],
)
def test_the_source_is_that_of_the_framework_where_none_is_given(
    author: str, source: tuple[str, str | None], tmp_path: Path
) -> None:
    loaded = loaded_with(tmp_path, DIARY | {FAQ: f"{ASKING}  - {{{WETS}, author: {author}}}\n"})
    assert loaded.knowledge is not None, loaded.diagnostics
    (claim,) = loaded.knowledge.faqs["why"].claims
    assert isinstance(claim, Claim)
    assert claim.author is not None
    assert claim.author.says is Says.ALWAYS
    assert (claim.author.source.ref, claim.author.source.at) == source
