"""No words of contributors become an id that the theme or a script looks for, and none of a page stands on it twice."""

import re
from collections import Counter
from dataclasses import replace

import markdown
import pytest

from hornbook.load.names.references import References, Suggestions
from hornbook.load.prose.parsing import parse_page
from hornbook.load.text.files import source_text
from hornbook.model import KnowledgeBase
from hornbook.production import examine
from hornbook.reasoning.scopes import reason_about
from hornbook.site import build, places_on
from tests.load.prose_reading import KNOWN
from tests.where import SAMPLE

THEIRS = re.compile(r"__|kb-preview|kb-[0-9]|md-")
"""The ids of the theme's frame and those that our script and drawings have."""
NAMES = [
    "__toc",
    "__search",
    "__drawer",
    "__palette_0",
    "MD header",
    "KB preview",
    "Used in",
    "\u91cf",
    "a { #__config }",
]
ID = re.compile(r' id="([^"]*)"')


@pytest.fixture(scope="module")
def sample() -> KnowledgeBase:
    reasoning = examine(SAMPLE).reasoning
    assert reasoning is not None
    return reasoning.knowledge


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_never_an_id_of_the_frame(sample: KnowledgeBase, name: str) -> None:
    term, faq, view = sample.terms["square"], sample.faqs["what-makes-a-square"], sample.views["by-definition"]
    heading = re.sub(r"([_{#}])", r"\\\1", name)
    text = source_text("docs/about.md", f"# {heading}\n\n## {heading}\n\n### {heading}\n")
    page = parse_page(text, "weather", References(KNOWN, Suggestions()))
    knowledge = replace(
        sample,
        terms=sample.terms | {"square": replace(term, label=name, aliases=())},  # type: ignore[operator]
        faqs=sample.faqs | {faq.id: replace(faq, question=name)},  # type: ignore[operator]
        views=sample.views | {view.id: replace(view, title=name)},  # type: ignore[operator]
        pages=(page,),
    )
    reasoning = reason_about(knowledge)
    files = build(reasoning, {})
    addresses = ["terms/square/", "faq/what-makes-a-square/", "diagrams/by-definition/", "diagrams/", "terms/"]
    for address in (*addresses, "about/"):
        source = files[f"docs/{address}index.md"].decode().split("---\n", 2)[-1]
        ids = Counter(ID.findall(markdown.markdown(source, extensions=["attr_list", "toc"])))
        assert [one for one in ids if THEIRS.match(one)] == [], address
        assert [one for one, count in ids.items() if count > 1] == [], address
        known = places_on(reasoning)(address)
        assert known is None or known.anchors == ids.keys(), address
