"""Entries of other vocabularies: identifiers of registers and web addresses, in every form that people write."""

import re

import pytest

from hornbook.addresses import OUTSIDE_PATTERN, REGISTERS, AddressFlaw, Outside, outside

WIKIDATA = Outside("Wikidata Q42", "https://www.wikidata.org/wiki/Q42", is_link=True)
DOI = Outside("DOI 10.1000/182", "https://doi.org/10.1000/182", is_link=True)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("wikidata:Q42", WIKIDATA),
        ("Wikidata: Q42", WIKIDATA),
        ("https://www.wikidata.org/wiki/Q42", WIKIDATA),
        ("http://www.wikidata.org/entity/Q42", WIKIDATA),
        ("https://m.wikidata.org/wiki/Q42", WIKIDATA),
        ("doi:10.1000/182", DOI),
        ("https://doi.org/10.1000/182", DOI),
        ("http://dx.doi.org/10.1000/182", DOI),
    ],
)
def test_an_identifier_is_read_in_each_form(text: str, meant: Outside) -> None:
    assert outside(text) == meant


@pytest.mark.parametrize(
    ("text", "is_link"),
    [
        ("https://other.test-vocabulary.org/a#b", True),
        ("http://other.test-vocabulary.org/a#b", False),
        ("https://vocabulary.example.org/a", False),
        ("https://www.wikidata.org/wiki/Special:Search", True),
    ],
)
def test_any_address_can_be_named_and_only_one_over_https_is_a_link(text: str, is_link: bool) -> None:  # noqa: FBT001
    assert outside(text) == Outside(text, text, is_link)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Q42", "write `wikidata:Q42`"),
        ("10.1000/182", "write `doi:10.1000/182`"),
        ("wikidata:42", "write it as in `wikidata:Q42`"),
        ("doi:", "write it as in `doi:10.1000/182`"),
        ("square", "write `https://…`, or an identifier: `wikidata:Q42`"),
        ("", "write `https://…`, or an identifier"),
        ("javascript:alert(1)", "write `https://…`, or an identifier"),
        ("https://a.b/ c", "write `https://…`"),
        ("https://somebody@a.b/", "delete what stands before the `@`"),
        ("doi:10.1000/a b", "write it as in `doi:10.1000/182`"),
    ],
)
def test_anything_else_is_refused_with_what_to_write(text: str, hint: str) -> None:
    flaw = outside(text)
    assert isinstance(flaw, AddressFlaw)
    assert flaw.hint.startswith(hint)


def test_each_register_reads_its_own_example_and_its_own_page() -> None:
    for word, register in REGISTERS.items():
        found = outside(f"{word}:{register.example}")
        assert isinstance(found, Outside)
        assert outside(found.address) == found
        assert re.fullmatch(OUTSIDE_PATTERN, f"{word}:{register.example}")
        assert outside(register.example) != found
