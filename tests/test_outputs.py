"""What `outputs` says is what is written, and all of it together stays within what free hosts take."""

import json
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from hornbook.addresses import (
    BOX_LIMIT,
    CLAIMS_DATA,
    DRAWING_SCHEMA,
    EMBEDS,
    VIEWS,
    card_files,
    drawing_files,
    files_of,
    framework_drawings,
    pages_of,
)
from hornbook.drawing_files import drawn_files, files_of_drawing
from hornbook.load import load
from hornbook.model import CardsFor, EmbedOf, KnowledgeBase, Outputs, PictureForm, ProofForm, SourceForm
from hornbook.reasoning.scopes import reason_about
from hornbook.site import build
from tests.where import BOTH, FLAGSHIP, REPOSITORY, SAMPLE

EVERYTHING = Outputs(
    diagrams=tuple(PictureForm),
    narrow=tuple(PictureForm),
    wide=tuple(PictureForm),
    sources=tuple(SourceForm),
    frameworks=tuple(PictureForm),
    neighbourhoods=tuple(PictureForm),
    proofs=tuple(ProofForm),
    cards=CardsFor.KINDS,
)
NOTHING = Outputs(
    diagrams=(),
    narrow=(),
    wide=(),
    sources=(),
    frameworks=(),
    neighbourhoods=(),
    proofs=(),
    cards=CardsFor.SITE,
    embeds=(),
)

FILES_OF_A_DIAGRAM = 24
"""Seven forms in each of three shapes, and three for programs."""
USUAL_FILES_OF_A_DIAGRAM = 19
FILES_OF_A_NEIGHBOURHOOD = 7
FILES_OF_A_FRAMEWORK_S_DRAWING = 14
"""Seven forms in two shapes."""
USUAL_FILES_OF_A_FRAMEWORK_S_DRAWING = 2
MOST_FILES, MOST_BYTES = 5_000, 100_000_000
"""Of this repository's site with everything on: a quarter of the files that the strictest free host takes."""
MOST_DRAWN_BYTES = 40_000_000
"""Of its drawings."""
FILES_OF_THEME = 200
"""What the site engine and the search write besides: parts of the index grow with the texts."""
MOST_CARDS = 6
LARGEST = {"svg": 40_000, "png": 250_000, "pdf": 60_000, "dot": 20_000, "mmd": 10_000, "json": 80_000}
"""Bytes of one file, by its form; a view of nine terms stays far below."""


_TO_EMBED = re.compile(rf'"(?:\.\./)+({EMBEDS}[^"#?.]+/)["#?]')


def of(project: Path, outputs: Outputs) -> KnowledgeBase:
    knowledge = load(project).knowledge
    assert knowledge is not None
    return replace(knowledge, glossary=replace(knowledge.glossary, outputs=outputs))


def pictures_of(knowledge: KnowledgeBase) -> set[str]:
    """The files of drawings, and the cards of kinds of pages."""
    return {file for file in files_of(knowledge) if file.startswith(VIEWS)} | card_files(knowledge).keys()


@pytest.fixture(scope="module")
def everything() -> dict[str, bytes]:
    return drawn_files(of(SAMPLE, EVERYTHING))


@pytest.mark.parametrize("project", BOTH)
def test_the_number_of_files_grows_with_the_records_alone(project: Path) -> None:
    knowledge = of(project, EVERYTHING)
    diagrams = len(knowledge.views) + len(knowledge.chains)
    mentioned = [
        (framework.id, atom)
        for framework in knowledge.frameworks.values()
        for atom in {atom for one in framework.implications for atom in one.atoms} & knowledge.terms.keys()
    ]
    parts = sum(len(framework_drawings(one)) for one in knowledge.frameworks.values())
    most = FILES_OF_A_DIAGRAM * diagrams + FILES_OF_A_FRAMEWORK_S_DRAWING * parts
    assert len(pictures_of(knowledge)) <= most + FILES_OF_A_NEIGHBOURHOOD * len(mentioned) + MOST_CARDS
    assert len(drawing_files(knowledge, next(iter(knowledge.views)))) == FILES_OF_A_DIAGRAM
    fewer = len(pictures_of(of(project, Outputs())))
    usual = USUAL_FILES_OF_A_DIAGRAM * diagrams + USUAL_FILES_OF_A_FRAMEWORK_S_DRAWING * parts
    assert fewer <= usual + len(mentioned) + MOST_CARDS
    assert len(pages_of(knowledge)) + len(files_of(knowledge)) + FILES_OF_THEME <= MOST_FILES


def test_a_file_stays_within_its_bytes(everything: dict[str, bytes]) -> None:
    for address, data in everything.items():
        assert 0 < len(data) <= LARGEST[address.rpartition(".")[2]], address
    assert BOX_LIMIT <= 150  # what a drawing may hold is bounded, so that its files are


@pytest.mark.thorough
@pytest.mark.content
def test_all_drawings_of_this_site_stay_within_their_bytes() -> None:
    assert sum(map(len, drawn_files(of(FLAGSHIP, EVERYTHING)).values())) <= MOST_DRAWN_BYTES


@pytest.mark.parametrize("outputs", [EVERYTHING, NOTHING, Outputs()], ids=["everything", "nothing", "usual"])
def test_what_is_written_is_what_is_said(outputs: Outputs) -> None:
    knowledge = of(SAMPLE, outputs)
    written = set(drawn_files(knowledge))
    said = {file for file in files_of(knowledge) if file.startswith(VIEWS)} | {DRAWING_SCHEMA}
    assert written == said
    for name in (*knowledge.views, *knowledge.chains):
        assert files_of_drawing(knowledge, name) == list(drawing_files(knowledge, name))
    assert bool(card_files(knowledge)) is (outputs.cards is CardsFor.KINDS)


@pytest.mark.parametrize("embeds", [(), *((one,) for one in EmbedOf)], ids=["none", *EmbedOf])
def test_only_what_outputs_name_can_be_shown_elsewhere(embeds: tuple[EmbedOf, ...]) -> None:
    knowledge = of(SAMPLE, Outputs(embeds=embeds))
    files = build(reason_about(knowledge), {})
    shown = {path for path in files if path.startswith(f"docs/{EMBEDS}") and path.count("/") > 2}
    assert {shown_of(knowledge, path.removeprefix(f"docs/{EMBEDS}")) for path in shown} == set(embeds)
    linked = {link for data in files.values() for link in _TO_EMBED.findall(data.decode(errors="replace"))}
    assert {f"docs/{link}index.html" for link in linked} <= shown
    assert bool(linked) is bool(embeds)


def shown_of(knowledge: KnowledgeBase, path: str) -> EmbedOf:
    """What a file of an embed is of, by its address below that of all embeds."""
    first, *_ = path.split("/")
    folders = {
        "term": EmbedOf.TERMS,
        "claim": EmbedOf.CLAIMS,
        **dict.fromkeys(knowledge.frameworks, EmbedOf.FRAMEWORKS),
    }
    return folders.get(first, EmbedOf.DIAGRAMS)


def test_claims_as_data_name_embeds_only_where_there_are_some() -> None:
    for embeds in ((), (EmbedOf.CLAIMS,)):
        files = build(reason_about(of(SAMPLE, Outputs(embeds=embeds))), {})
        claims = json.loads(files[f"docs/{CLAIMS_DATA}"])["claims"].values()
        assert {("embed" in claim, "badge" in claim) for claim in claims} == {(bool(embeds), bool(embeds))}


def test_a_form_that_is_named_twice_is_written_once() -> None:
    twice = Outputs(diagrams=(PictureForm.SVG, PictureForm.SVG), sources=(SourceForm.DOT, SourceForm.DOT))
    files = drawing_files(of(SAMPLE, twice), "by-diagonals")
    assert len(files) == len(set(files))


def test_what_the_fonts_cannot_write_is_not_painted() -> None:
    knowledge = of(SAMPLE, EVERYTHING)
    (name, view), *_ = knowledge.views.items()
    knowledge = replace(knowledge, views={name: replace(view, title="図形")})
    kinds = {address.rpartition(".")[2] for address in files_of_drawing(knowledge, name)}
    assert kinds == {"svg", "dot", "mmd", "json"}


def test_every_kind_of_file_is_what_its_ending_says(everything: dict[str, bytes]) -> None:
    begins = {
        "png": b"\x89PNG\r\n",
        "pdf": b"%PDF-",
        "svg": b"<svg ",
        "mmd": b"---\ntitle: ",
        "dot": b"// ",
        "json": b"{\n",
    }
    for address, data in everything.items():
        assert data.startswith(begins[address.rpartition(".")[2]]), address
    pdf = next(data for address, data in everything.items() if address.endswith(".pdf"))
    assert len(PdfReader(BytesIO(pdf)).pages) == 1


def test_the_page_says_how_many_files_there_are() -> None:
    said = (REPOSITORY / "docs" / "elsewhere.md").read_text(encoding="utf-8")
    assert (
        f"a diagram has {USUAL_FILES_OF_A_DIAGRAM} files, a framework’s drawing two, and each neighbourhood one" in said
    )
    most = (FILES_OF_A_DIAGRAM, FILES_OF_A_FRAMEWORK_S_DRAWING)
    assert "there are {}, {} and {}.".format(*most, FILES_OF_A_NEIGHBOURHOOD) in said
    assert f"{MOST_FILES:,} files and {MOST_BYTES // 1_000_000} MB" in said
    assert len(drawing_files(of(SAMPLE, Outputs()), "by-diagonals")) == USUAL_FILES_OF_A_DIAGRAM
