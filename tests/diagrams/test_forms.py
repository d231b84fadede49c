"""The forms of drawings: each holds every label, whom it is owed to, and what its readers rely on."""

import re
import zlib
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO

import pytest
from defusedxml.ElementTree import fromstring
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from hornbook.diagrams import SLIDE, Diagram, Theme, Variant, frame_of, lay_out, svg_file
from hornbook.diagrams.forms import ZOOM, Subject, needs_fonts, written
from hornbook.diagrams.paint import DARK, LIGHT
from hornbook.logic import Literal
from hornbook.model import PictureForm, Shape, SourceForm
from hornbook.reasoning.proof_path import Lit
from tests.diagrams.subjects import CREDIT, EVERY, NAMES, SHAPES, SVG, as_read, labels_of, squeezed, subject_of

PICTURES = pytest.mark.parametrize("form", PictureForm)


def texts_of(svg: str) -> list[str]:
    """The texts of a drawing, their lines joined."""
    return [" ".join(filter(None, map(str.strip, text.itertext()))) for text in fromstring(svg).iter(f"{SVG}text")]


@EVERY
@SHAPES
@PICTURES
def test_every_picture_has_every_label_and_the_credit(
    subjects: Mapping[str, Subject], name: str, shape: Shape, form: PictureForm
) -> None:
    subject = subjects[name]
    if form.kind == "png" or (needs_fonts(form) and subject.unpaintable):
        return  # pixels have no text; what the fonts lack is never painted (below)
    picture = written(subject, form, shape)
    if form.kind == "svg":
        text = squeezed("".join(texts_of(picture.decode())))
    else:
        text = squeezed(as_read(PdfReader(BytesIO(picture)).pages[0].extract_text()))
    for said in (*labels_of(subject), subject.diagram.title, CREDIT.author, "example.org/words", CREDIT.licence):
        assert squeezed(said) in text


def png_texts(png: bytes) -> dict[str, str]:
    """The `iTXt` chunks of a PNG, each with a right checksum."""
    found, at = {}, 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4])
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert zlib.crc32(kind + body) == int.from_bytes(png[at + 8 + length : at + 12 + length])
        if kind == b"iTXt":
            keyword, _, rest = body.partition(b"\0")
            found[keyword.decode("latin-1")] = rest[4:].decode()
        at += 12 + length
    return found


@pytest.mark.parametrize("form", [form for form in PictureForm if form.kind == "png"])
def test_pixels_say_whom_they_are_owed_to(subjects: Mapping[str, Subject], form: PictureForm) -> None:
    subject = subjects["intent-centric"]
    png = written(subject, form, Shape.NARROW)
    assert png_texts(png) == {
        "Title": "A drawing",
        "Author": CREDIT.author,
        "Description": "What it shows.",
        "Copyright": CREDIT.licence,
        "Source": CREDIT.address,
        "Software": "Hornbook",
    }
    frame = frame_of(lay_out(subject.diagram, Variant.NARROW, search=False), CREDIT)
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (ZOOM * frame.width, ZOOM * frame.height)


@EVERY
@SHAPES
def test_vectors_say_in_their_metadata_whom_they_are_owed_to(
    subjects: Mapping[str, Subject], name: str, shape: Shape
) -> None:
    subject = subjects[name]
    for form in (PictureForm.SVG, PictureForm.DARK_SVG):
        (metadata,) = fromstring(written(subject, form, shape)).iter(f"{SVG}metadata")
        said = {one.tag.rpartition("}")[2]: one.text for one in metadata.iter() if one.text}
        assert said == {
            "title": subject.diagram.title,
            "creator": CREDIT.author,
            "publisher": CREDIT.publisher,
            "source": CREDIT.address,
            "rights": CREDIT.licence,
        }
    if not subject.unpaintable:
        told = PdfReader(BytesIO(written(subject, PictureForm.PDF, shape))).metadata
        assert told is not None
        assert (told.title, told.author) == (subject.diagram.title, CREDIT.author)
        assert {CREDIT.licence, CREDIT.address} <= set(str(told.get("/Keywords")).split(", "))


def places(picture: bytes) -> list[tuple[str, str | None]]:
    """The geometry of a drawing: everything that says where something stands."""
    return [
        (name, value)
        for element in fromstring(picture).iter()
        for name, value in element.items()
        if name in {"d", "x", "y", "width", "height", "rx", "transform", "viewBox"}
    ]


@EVERY
@SHAPES
def test_light_and_dark_differ_in_colours_alone(subjects: Mapping[str, Subject], name: str, shape: Shape) -> None:
    light, dark = (written(subjects[name], form, shape) for form in (PictureForm.LIGHT_SVG, PictureForm.DARK_SVG))
    assert light != dark
    assert places(light) == places(dark)
    back = {dark_value: LIGHT[colour] for colour, dark_value in DARK.items()}
    assert set(re.findall(rb"#[0-9a-f]{6}", dark)) <= {value.encode() for value in back}


@EVERY
def test_a_slide_is_16_to_9_and_filled(subjects: Mapping[str, Subject], name: str) -> None:
    subject = subjects[name]
    layout = lay_out(subject.diagram, Variant.WIDE, search=False)
    frame = frame_of(layout, CREDIT)
    assert (frame.width, frame.height) == SLIDE
    assert frame.width * 9 == frame.height * 16
    areas = [frame.placed(area) for area in (*(one.area for one in layout.boxes), *(one.area for one in layout.pills))]
    for area in areas:
        assert area.left > 0
        assert area.left + area.width < frame.width
        assert area.top > 0
        assert area.top + area.height < frame.caption_area.top
    across = max(area.left + area.width for area in areas) - min(area.left for area in areas)
    down = max(area.top + area.height for area in areas) - min(area.top for area in areas)
    assert across > 0.8 * frame.width or down > 0.75 * frame.height or frame.scale > 1.5


LIT = Lit(
    given=frozenset({Literal("outer-alignment"), Literal("inner-alignment"), Literal("mesa-optimizer")}),
    follows=frozenset({Literal("objective-robustness"), Literal("intent-alignment")}),
    implications=frozenset({"inner-gives-objective", "outer-and-objective-give-intent"}),
)


def test_what_a_proof_uses_is_lit_and_all_else_is_pale(views: Mapping[str, Diagram]) -> None:
    for form in (PictureForm.SVG, PictureForm.DARK_SVG):
        root = fromstring(written(subject_of(views["both-routes"], LIT), form))
        pieces = [one for one in root.iter() if {"kb-box", "kb-pill", "kb-edge"} & set(one.get("class", "").split())]
        for piece in pieces:
            classes = set(piece.get("class", "").split())
            atom, implication = piece.get("data-term"), piece.get("data-implication")
            if implication is not None:
                is_lit = implication in LIT.implications
                assert ("kb-fired" in classes) is is_lit
            else:
                is_lit = Literal(str(atom)) in LIT.given | LIT.follows
                assert bool({"kb-given", "kb-follows"} & classes) is is_lit
            assert ("kb-pale" in classes) is not is_lit
        assert sum("kb-pale" in piece.get("class", "") for piece in pieces) > 5


def test_a_style_in_a_file_holds_within_the_file_alone(subjects: Mapping[str, Subject]) -> None:
    for name in NAMES:
        svg = svg_file(
            lay_out(subjects[name].diagram, Variant.NORMAL, search=False), Theme.AUTO, str, credit=CREDIT, lit=LIT
        )
        (style,) = [one.text or "" for one in fromstring(svg).iter(f"{SVG}style")]
        within = re.sub(r"@media[^{]*\{", "", style)
        selectors = [one for rule in re.findall(r"([^{}]+)\{", within) for one in rule.split(",")]
        assert len(selectors) > 10
        assert all(one == ".kb-file" or one.startswith(".kb-file ") for one in selectors)


def test_ids_differ_between_the_shapes_that_may_stand_on_one_page(subjects: Mapping[str, Subject]) -> None:
    page = "".join(written(subjects["both-routes"], PictureForm.SVG, shape).decode() for shape in Shape)
    ids = [one.attributes["id"] for one in LexborHTMLParser(page).css("[id]")]
    assert len(ids) == len(set(ids)) > 30


def test_what_the_fonts_lack_is_known_before_anything_is_painted(subjects: Mapping[str, Subject]) -> None:
    diagram = subjects["odd"].diagram
    boxes = (replace(diagram.boxes[0], label="Ωא ม用 Ω"), *diagram.boxes[1:])
    assert replace(subjects["odd"], diagram=replace(diagram, boxes=boxes)).unpaintable == "ม用"
    assert not any(one.unpaintable for one in subjects.values())


def test_same_bytes_each_time(views: Mapping[str, Diagram]) -> None:
    first, second = (
        [written(subject_of(views["intent-centric"]), form) for form in (*PictureForm, *SourceForm)] for _ in range(2)
    )
    assert first == second
