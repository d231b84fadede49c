"""What terms are to one another stands on the pages of both, each kind of it in one line."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from hornbook.model import KnowledgeBase
from hornbook.reasoning.scopes import reason_about
from hornbook.site import build
from tests.load.project import loaded_with

TERMS = {
    "drum": "match: {broad: [instrument], close: [cask]}\n",
    "timpani": "match: {broad: [drum]}\n",
    "snare": "match: {broad: [drum]}\n",
    "instrument": "match: {narrow: [drum, harp]}\n",
    "harp": "",
    "cask": "match: {exact: [barrel]}\n",
    "barrel": "match: {related: [harp]}\n",
}


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    folder: Path = tmp_path_factory.mktemp("kin")
    written = {f"glossary/terms/{name}.yaml": f"label: {name}\nshort: A thing.\n{more}" for name, more in TERMS.items()}
    made = loaded_with(folder, written)
    assert made.knowledge is not None, made.diagnostics
    return made.knowledge


@pytest.mark.parametrize(
    ("term", "lines"),
    [
        ("drum", ["close to cask", "narrower than instrument", "broader than snare, timpani"]),
        ("timpani", ["narrower than drum"]),
        ("instrument", ["broader than drum, harp"]),
        ("harp", ["narrower than instrument", "related to barrel"]),
        ("cask", ["the same as barrel", "close to drum"]),
        ("barrel", ["the same as cask", "related to harp"]),
    ],
)
def test_who_says_wider_is_called_narrower_from_the_other_end(
    knowledge: KnowledgeBase, term: str, lines: list[str]
) -> None:
    page = LexborHTMLParser(build(reason_about(knowledge), {})[f"docs/terms/{term}/index.md"].decode())
    listed = [one.text() for one in page.css("ul > li")]
    assert listed[: len(lines)] == lines
