"""The forms of drawings: each holds every label, whom it is owed to, and what its readers rely on."""

import json
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring
from jsonschema import Draft202012Validator
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from hornbook.diagrams import SLIDE, Credit, Diagram, Theme, Variant, frame_of, lay_out, svg_file
from hornbook.diagrams.data import data_schema
from hornbook.diagrams.forms import ZOOM, Subject, needs_fonts, written
from hornbook.diagrams.graphviz_wasm import _backend, laid_out
from hornbook.diagrams.paint import DARK, LIGHT
from hornbook.diagrams.values import Addresses
from hornbook.logic import Literal
from hornbook.model import KnowledgeBase, PictureForm, Shape, SourceForm
from hornbook.reasoning.proof_path import Lit
from tests.made import implication

SVG = "{http://www.w3.org/2000/svg}"
SITE = "https://example.org/words/"
CREDIT = Credit(
    author="An Author (2020)",
    publisher="Words",
    address=f"{SITE}diagrams/drawn/",
    site=SITE,
    licence="CC BY 4.0",
)
ODD = {
    "markup": 'a <b>&amp;</b> & "c"',
    "signs": "`x` {y} [z] (w) | #35; %% \\N \\",
    "end": "end",
    "hebrew": "יישור פנימי",
    "long": "An uncommonly long label that nobody would ever want to give to a term in earnest, or so",
}
NAMES = ("intent-centric", "both-routes", "unusual", "alone", "odd")
EVERY = pytest.mark.parametrize("name", NAMES)
PICTURES = pytest.mark.parametrize("form", PictureForm)
SHAPES = pytest.mark.parametrize("shape", Shape)
VARIANTS = {Shape.NORMAL: Variant.NORMAL, Shape.NARROW: Variant.NARROW, Shape.WIDE: Variant.WIDE}

Draw = Callable[..., Diagram]


@pytest.fixture(scope="module")
def subjects(
    views: Mapping[str, Diagram], drawn: Draw, knowledge_of: Callable[[Mapping[str, str]], KnowledgeBase]
) -> dict[str, Subject]:
    odd = [
        implication("join", ["markup", "signs"], "end"),
        implication("condition", ["hebrew"], "not markup", assuming=["signs"]),
        implication("plain", ["long"], "signs"),
    ]
    diagrams = {
        **{name: views[name] for name in ("intent-centric", "both-routes", "unusual")},
        "alone": drawn([], goal="robustness"),
        "odd": drawn(odd, base=knowledge_of(ODD)),
    }
    return {name: subject_of(diagram) for name, diagram in diagrams.items()}


def subject_of(diagram: Diagram, lit: Lit | None = None) -> Subject:
    addresses = Addresses(
        of_term=lambda term: f"{SITE}terms/{term}/", of_implication=lambda one: f"{SITE}frameworks/x/#{one}"
    )
    return Subject(diagram=diagram, addresses=addresses, credit=CREDIT, lang="en", lit=lit, search=False)


def texts_of(svg: str) -> list[str]:
    """The texts of a drawing, their lines joined."""
    return [" ".join(filter(None, map(str.strip, text.itertext()))) for text in fromstring(svg).iter(f"{SVG}text")]


def squeezed(text: str) -> str:
    """A text without its white space, since each form breaks lines where it likes."""
    return re.sub(r"[\s\u00ad\u200b]", "", text)


def labels_of(subject: Subject) -> list[str]:
    boxes, pills = subject.diagram.boxes, subject.diagram.pills
    return [squeezed(label) for label in (*(box.label for box in boxes), *(pill.label for pill in pills))]


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
        text = squeezed(PdfReader(BytesIO(picture)).pages[0].extract_text())
    for said in (*labels_of(subject), subject.diagram.title, CREDIT.author, "example.org/words", CREDIT.licence):
        assert squeezed(said) in text


@EVERY
@pytest.mark.parametrize("form", SourceForm)
def test_every_source_has_every_label_and_the_credit(
    subjects: Mapping[str, Subject], name: str, form: SourceForm
) -> None:
    subject = subjects[name]
    source = written(subject, form).decode()
    said = {SourceForm.DOT: dot_texts, SourceForm.MERMAID: mermaid_texts, SourceForm.JSON: json_texts}[form](source)
    for label in labels_of(subject):
        assert label in set(map(squeezed, said))
    for text in (subject.diagram.title, CREDIT.author, CREDIT.address, CREDIT.licence):
        assert text in source


def dot_texts(source: str) -> list[str]:
    """The labels as Graphviz draws them."""
    drawn = fromstring(_backend().render(source, format="svg"))
    return [
        "".join(text.text or "" for text in node.iter(f"{SVG}text"))
        for node in drawn.iter(f"{SVG}g")
        if node.get("class", "").startswith("node")
    ]


def mermaid_texts(source: str) -> list[str]:
    """The labels, with the character references as Mermaid resolves them."""
    found = re.findall(r'^  [bp][0-9]+[(\[]+"([^"]*)"[)\]]+:::[a-z]+$', source, re.MULTILINE)
    return [re.sub(r"#([0-9]+);", lambda one: chr(int(one[1])), text) for text in found]


def json_texts(source: str) -> list[str]:
    data = json.loads(source)
    return [one["label"] for one in (*data["boxes"], *data["pills"])]


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
@SHAPES
def test_pdf_links_lie_on_their_boxes(subjects: Mapping[str, Subject], name: str, shape: Shape) -> None:
    subject = subjects[name]
    if subject.unpaintable:
        return
    layout = lay_out(subject.diagram, VARIANTS[shape], search=False)
    frame = frame_of(layout, CREDIT)
    (page,) = PdfReader(BytesIO(written(subject, PictureForm.PDF, shape))).pages
    found: dict[str, list[float]] = {}
    for annotation in page.get("/Annots", ()):
        link: Any = annotation.get_object()
        found.setdefault(link["/A"]["/URI"], [float(side) / 0.75 for side in link["/Rect"]])
    expected = {CREDIT.address: frame.caption_area}
    expected |= {
        f"{SITE}terms/{placed.box.atom}/": frame.placed(placed.area) for placed in layout.boxes if placed.box.is_term
    }
    expected |= {f"{SITE}frameworks/x/#{placed.pill.implication}": frame.placed(placed.area) for placed in layout.pills}
    assert found.keys() == expected.keys()
    for address, area in expected.items():
        left, bottom, right, top = found[address]
        sides = [left, frame.height - top, right - left, top - bottom]
        assert sides == pytest.approx([area.left, area.top, area.width, area.height], abs=0.1), address
    assert page.mediabox.width == pytest.approx(frame.width * 0.75, abs=0.01)


def fonts_of(page: Any) -> Iterator[Any]:
    """The descriptors of a page's fonts, those within its drawing included."""
    resources = page["/Resources"]
    for font in resources.get("/Font", {}).values():
        inner = font.get_object()
        for one in inner.get("/DescendantFonts", [inner]):
            yield one.get_object()["/FontDescriptor"]
    for form in resources.get("/XObject", {}).values():
        if "/Resources" in form.get_object():
            yield from fonts_of(form.get_object())


def test_pdf_is_vectors_with_its_own_fonts_and_says_what_it_shows(subjects: Mapping[str, Subject]) -> None:
    reader = PdfReader(BytesIO(written(subjects["both-routes"], PictureForm.PDF)))
    (page,) = reader.pages
    fonts = list(fonts_of(page))
    assert fonts
    assert all("Inter" in font["/FontName"] and {"/FontFile3", "/FontFile2"} & font.keys() for font in fonts)
    assert not page.images
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert "/StructTreeRoot" in root


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


@EVERY
def test_data_is_what_its_schema_says_and_what_the_drawing_shows(subjects: Mapping[str, Subject], name: str) -> None:
    subject = subjects[name]
    data = json.loads(written(subject, SourceForm.JSON))
    Draft202012Validator.check_schema(json.loads(data_schema()))
    Draft202012Validator(json.loads(data_schema())).validate(data)
    for shape in Shape:
        root = fromstring(written(subject, PictureForm.SVG, shape))
        places = data["shapes"][shape.value]
        assert root.get("viewBox") == f"0 0 {places['width']} {places['height']}"
        assert places["boxes"].keys() == {box.atom for box in subject.diagram.boxes}
        assert places["pills"].keys() == {pill.implication for pill in subject.diagram.pills}
        assert len(places["lines"]) == len(data["lines"]) == len(subject.diagram.lines)
        for line, drawn in zip(subject.diagram.lines, places["lines"], strict=True):
            assert (drawn["head"] is not None) is line.arrow


def test_dot_is_what_graphviz_draws_with_our_links(subjects: Mapping[str, Subject]) -> None:
    subject = subjects["unusual"]
    found = json.loads(laid_out(written(subject, SourceForm.DOT).decode()))
    diagram = subject.diagram
    assert len(found["objects"]) == len(diagram.boxes) + len(diagram.pills)
    assert len(found["edges"]) == len(diagram.lines)
    heads = sum(edge["arrowhead"] == "normal" for edge in found["edges"])
    assert heads == sum(line.arrow for line in diagram.lines)
    addresses = {node.get("URL") for node in found["objects"]} - {None}
    assert addresses == {
        *(f"{SITE}terms/{box.atom}/" for box in diagram.boxes if box.is_term),
        *(f"{SITE}frameworks/x/#{pill.implication}" for pill in diagram.pills),
    }


def test_mermaid_says_and_with_a_node_and_negation_with_words(subjects: Mapping[str, Subject]) -> None:
    source = written(subjects["odd"], SourceForm.MERMAID).decode().splitlines()
    assert "flowchart BT" in source
    assert "  accTitle: A drawing" in source
    assert "  accDescr { What it shows. }" in source
    lines = [line for line in source if re.fullmatch(r"  [bp][0-9]+ --.*", line)]
    assert len(lines) == len(subjects["odd"].diagram.lines)
    assert sum("-->" in line for line in lines) == 3
    assert sum('|"to not"|' in line for line in lines) == 1


def test_a_label_never_becomes_a_part_of_the_source_around_it(subjects: Mapping[str, Subject]) -> None:
    mermaid = written(subjects["odd"], SourceForm.MERMAID).decode()
    allowed = re.compile(
        r'---|title: "[^"]*"|%% .*|flowchart BT|  accTitle: .*|  accDescr \{ [^}]* \}'
        r'|  [bp][0-9]+[(\[]+"[^"<>&`{}\\]*"[)\]]+:::[a-z]+|  [bp][0-9]+ --[->](\|"[a-z ]+"\|)? [bp][0-9]+'
        r'|  click [bp][0-9]+ href "[^"]+" _top|  classDef [a-z]+ [#a-z0-9:,. -]+'
    )
    for line in mermaid.splitlines():
        assert allowed.fullmatch(line), line


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
    assert set("יישורפנימי ") - {" "} <= set(subjects["odd"].unpaintable)
    assert not subjects["both-routes"].unpaintable


def test_same_bytes_each_time(views: Mapping[str, Diagram]) -> None:
    first, second = (
        [written(subject_of(views["intent-centric"]), form) for form in (*PictureForm, *SourceForm)] for _ in range(2)
    )
    assert first == second
