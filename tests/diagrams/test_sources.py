"""What drawings are written as for other programs: read by these, or by what the format says."""

import json
import re
from collections.abc import Mapping

import pytest
from defusedxml.ElementTree import fromstring
from jsonschema import Draft202012Validator

from hornbook.diagrams.data import data_schema
from hornbook.diagrams.forms import Subject, written
from hornbook.diagrams.graphviz_wasm import _backend
from hornbook.model import PictureForm, Shape, SourceForm
from tests.diagrams.subjects import CREDIT, EVERY, SITE, SVG, labels_of, squeezed


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
    found = json.loads(_backend().render(written(subject, SourceForm.DOT).decode(), format="json0"))
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
