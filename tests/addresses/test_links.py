"""Links are relative, so that the site works under any address."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.addresses import relative

ADDRESSES = ["", "terms/", "terms/a/", "faq/b-c/", "contribute/codes/", "diagrams/x.svg", "sources/#one", "terms/a/#s"]


@pytest.mark.parametrize("at", [address for address in ADDRESSES if address.endswith("/") or not address])
@pytest.mark.parametrize("to", ADDRESSES)
def test_a_relative_link_leads_where_the_address_says(at: str, to: str) -> None:
    assert urljoin(f"https://example.org/base/{at}", relative(at, to)) == f"https://example.org/base/{to}"


words = st.from_regex(r"[a-z]{1,3}(-[a-z]{1,3})?", fullmatch=True)


@given(st.lists(words, max_size=3), st.lists(words, max_size=3))
def test_relative_links_resolve_at_every_depth(at: list[str], to: list[str]) -> None:
    here, there = ("".join(f"{part}/" for part in parts) for parts in (at, to))
    assert urljoin(f"https://example.org/{here}", relative(here, there)) == f"https://example.org/{there}"
