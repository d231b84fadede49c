"""The whole site of the sample, as text: pages are compared with `tests/golden/`, drawings left out.

`UPDATE_GOLDEN=1 pytest tests/test_site.py` writes the folder anew; read the difference before you commit it.
"""

import json
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from hornbook.production import build_site, build_sources, examine
from hornbook.publish import Engine, read_tree
from hornbook.publish.slots import filled
from hornbook.reasoning.scopes import Reasoning
from hornbook.site import build
from tests.sample_copy import copy_of_sample

HERE = Path(__file__).resolve().parent
SAMPLE = HERE / "sample"
GOLDEN = HERE / "golden"


@pytest.fixture(scope="module")
def reasoning() -> Reasoning:
    result = examine(SAMPLE)
    assert result.reasoning is not None, result.diagnostics
    assert not result.failed, result.diagnostics
    return result.reasoning


@pytest.fixture(scope="module")
def files(reasoning: Reasoning) -> dict[str, bytes]:
    return build(reasoning, {"assets/picture.png": b"not really a picture"})


def without_drawings(page: bytes) -> str:
    """The page with each drawing replaced by its title, and one element a line."""
    text = re.sub(r"<svg.*?<title[^>]*>(.*?)</title>.*?</svg>", r"<svg>\1</svg>", page.decode())
    return re.sub(r"(?<=>)(?=<(?:p|div|section|li|ul|ol|dl|dt|dd|tr|table|figure|details|figcaption)\b)", "\n", text)


def test_the_pages_are_the_golden_ones(files: dict[str, bytes]) -> None:
    pages = {path: without_drawings(files[path]) for path in files if path.endswith((".md", "index.html"))}
    if os.environ.get("UPDATE_GOLDEN"):
        for old in GOLDEN.rglob("*.txt"):
            old.unlink()
        for path, page in pages.items():
            target = GOLDEN / f"{path}.txt"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(page, encoding="utf-8")
    kept = {path.relative_to(GOLDEN).as_posix().removesuffix(".txt"): path for path in GOLDEN.rglob("*.txt")}
    assert pages.keys() == kept.keys()
    for path, page in pages.items():
        assert page == kept[path].read_text(encoding="utf-8"), path


def test_building_twice_gives_the_same_bytes(reasoning: Reasoning, files: dict[str, bytes]) -> None:
    assert build(reasoning, {"assets/picture.png": b"not really a picture"}) == files


def test_every_id_has_its_page(reasoning: Reasoning, files: dict[str, bytes]) -> None:
    knowledge = reasoning.knowledge
    wanted = [f"docs/terms/{term}/index.md" for term in knowledge.terms]
    wanted += [f"docs/faq/{faq}/index.md" for faq in knowledge.faqs]
    wanted += [f"docs/diagrams/{view}/index.md" for view in knowledge.views]
    wanted += [f"docs/frameworks/{framework}/index.md" for framework in knowledge.frameworks]
    drawn = [*knowledge.views, *knowledge.chains]
    wanted += [f"docs/diagrams/{chain}/index.md" for chain in knowledge.chains]
    wanted += [f"docs/diagrams/{name}{end}.svg" for name in drawn for end in ("", ".dark", ".narrow.light")]
    wanted += [f"docs/examples/{example}/index.md" for example in knowledge.examples]
    wanted += [f"docs/disagreements/{one}/index.md" for one in knowledge.disagreements]
    wanted += [f"docs/sources/{source}/index.md" for source in knowledge.sources]
    wanted += ["docs/examples/index.md", "docs/disagreements/index.md", "docs/quiz/index.md"]
    wanted += ["docs/frameworks/compare/index.md", "docs/sources/bibliography.bib", "docs/sources/bibliography.json"]
    wanted += ["docs/assets/hornbook/hornbook.js"]
    wanted += ["docs/assets/picture.png", "docs/assets/hornbook/hornbook.css", "theme/main.html"]
    assert set(wanted) <= files.keys()


def test_a_former_id_leads_to_the_present_page(files: dict[str, bytes]) -> None:
    assert b'content="0; url=../square/"' in files["docs/terms/quadrate/index.html"]
    assert b'content="0; url=../by-diagonals/"' in files["docs/diagrams/diagonals/index.html"]


def test_no_page_loads_anything_from_elsewhere(files: dict[str, bytes]) -> None:
    for path, page in files.items():
        if path.endswith(".md"):
            assert not re.search(rb"<(script|img|iframe|link|object|style)\b", page), path
            assert not re.search(rb"\son\w+=", page), path


def test_the_first_mention_in_a_section_is_linked_and_the_second_is_not(files: dict[str, bytes]) -> None:
    page = files["docs/terms/rectangle/index.md"].decode()
    assert page.count('href="../square/" class="kb-link kb-auto">square</a>') >= 1
    points = re.search(r"<ul><li>(.*?)</ul>", page.partition("a first point")[0][-200:] + page)
    assert points is not None
    second = page.partition("a second point about the ")[2]
    assert second.startswith("square")
    assert "<code>square</code>" in page
    assert "A square in a quotation" in page


def test_code_in_a_hand_written_page_keeps_its_brackets(files: dict[str, bytes]) -> None:
    assert "<code>[[square]]</code>" in files["docs/index.md"].decode()


def test_structured_data_names_the_term_and_its_set(files: dict[str, bytes]) -> None:
    page = files["docs/terms/rhombus/index.md"].decode()
    line = next(line for line in page.splitlines() if line.startswith("json_ld: "))
    data = json.loads(json.loads(line.removeprefix("json_ld: ")))
    assert data["@type"] == "DefinedTerm"
    assert data["name"] == "Rhombus <lozenge>"
    assert data["inDefinedTermSet"]["url"] == "https://example.org/shapes/terms/"


def test_each_claim_shows_its_verdict_and_its_certificate(files: dict[str, bytes]) -> None:
    page = unescape(files["docs/faq/what-makes-a-square/index.md"].decode())
    card = r'<section class="kb-claim kb-claim-(\w+)" id="claim-[0-9a-f]{10}"><span id="claim-(\d)"(.*?)</section>'
    claims = re.findall(card, page)
    assert [verdict for verdict, _, _ in claims] == [
        "follows",
        "follows",
        "open",
        "refuted",
        "contradictory",
        "follows",
        "refuted",
        "follows",
    ]
    for verdict, number, body in claims[:6]:
        assert ("kb-models" in body) is (verdict == "open"), number
        assert ("kb-proof" in body) is (verdict != "open"), number


def test_writing_twice_changes_nothing_the_second_time(tmp_path: Path) -> None:
    project = copy_of_sample(tmp_path / "shapes")
    first, second = build_sources(project), build_sources(project)
    assert first.built is not None
    assert first.built.changed > 0
    assert second.built is not None
    assert second.built.changed == 0
    tree = read_tree(project / "build")
    assert isinstance(tree, dict)
    assert {"mkdocs.yml", "docs/index.md"} <= tree.keys()


def test_the_sources_that_were_written_can_be_built_by_hand(tmp_path: Path) -> None:
    project = copy_of_sample(tmp_path / "shapes")
    assert build_sources(project).diagnostics == ()
    settings, by_hand = project / "build/mkdocs.yml", tmp_path / "by-hand"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(settings), "-d", str(by_hand)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    built = (by_hand / "terms/square/index.html").read_bytes()
    assert build_site(project, Engine.MKDOCS).diagnostics == ()
    made = (project / "site/terms/square/index.html").read_bytes()
    # They differ in spaces of the frame, and in what browsers are told of the page.
    assert filled(built, ()) == filled(re.sub(rb"<meta http-equiv[^>]*>", b"", made), ())
