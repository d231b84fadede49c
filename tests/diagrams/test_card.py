"""The card for links: its size, its words within their column whoever wrote them, and the same bytes everywhere."""

import re
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from importlib import resources
from io import BytesIO
from pathlib import Path
from struct import unpack
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from hornbook.addresses import CARD, FAVICON, card_files
from hornbook.diagrams import Diagram
from hornbook.diagrams.card import HEIGHT, WIDTH, card_svg
from hornbook.diagrams.icon import GRID
from hornbook.diagrams.paint import LIGHT
from hornbook.diagrams.raster import paintable, png
from hornbook.diagrams.text import BOLD, REGULAR, text_width
from hornbook.drawings import site_pictures
from hornbook.load import load
from hornbook.model import Embed, HandwrittenPage, Implication, KnowledgeBase, Text
from tests.diagrams.subjects import squeezed
from tests.where import SAMPLE

SVG = "{http://www.w3.org/2000/svg}"
TEXT = f"{SVG}text"
LEFT, RIGHT = 64, 504
"""Where the column with the words begins and ends; the blue ground goes on to 568."""
ADDRESS = "example.org/shapes"

TEXTS = {
    "usual": ("Quadrilaterals", "A small vocabulary of another field, which the tests and the documentation use."),
    "long": ("The terminology of aligned, corrigible and otherwise well-behaved agents and others" * 3, "So on " * 200),
    "unbroken": ("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "m" * 900),
    "wide": ("W" * 40, "@" * 200),
    "empty": ("Go", ""),
    "markup": ('<b>&"quoted"</b>', "]]> & <b> 'x' \x00\ud800"),
    "foreign": ("アライメント用語集", "言葉の知識ベース。"),
}
EVERY = pytest.mark.parametrize("name", TEXTS)
ANY = st.text(max_size=300)


@pytest.fixture(scope="module")
def sample() -> KnowledgeBase:
    knowledge = load(SAMPLE).knowledge
    assert knowledge is not None
    return knowledge


def own_texts(svg: str) -> list[Element]:
    """The texts that stand directly in the card, which the drawing's do not."""
    return [child for child in fromstring(svg) if child.tag == TEXT]


def said(svg: str) -> str:
    return " ".join(text.text or "" for text in own_texts(svg))


def size_of(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    width, height = unpack(">II", picture[16:24])
    return width, height


def rows_of(picture: bytes) -> Iterator[list[bytes]]:
    """The pixels of an RGBA picture of 8 bits without interlacing (PNG, third edition, sections 9 and 10)."""
    assert picture[24:29] == b"\x08\x06\0\0\0"
    width, _ = size_of(picture)
    data, at = b"", 8
    while at < len(picture):
        length = int.from_bytes(picture[at : at + 4])
        if picture[at + 4 : at + 8] == b"IDAT":
            data += picture[at + 8 : at + 8 + length]
        at += 12 + length
    raw, above, stride = zlib.decompress(data), bytes(4 * width), 4 * width
    for start in range(0, len(raw), stride + 1):
        row = bytearray(raw[start + 1 : start + 1 + stride])
        for index, value in enumerate(row):
            left = row[index - 4] if index >= 4 else 0
            corner = above[index - 4] if index >= 4 else 0
            row[index] = (value + _predicted(raw[start], left, above[index], corner)) & 255
        above = bytes(row)
        yield [above[pixel : pixel + 4] for pixel in range(0, stride, 4)]


def _predicted(kind: int, left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    nearest = min((left, up, corner), key=lambda one: abs(guess - one))
    return (0, left, up, (left + up) // 2, nearest)[kind]


@EVERY
def test_words_stay_in_their_column(name: str, views: Mapping[str, Diagram]) -> None:
    for diagram in (None, views["intent-centric"]):
        svg = card_svg(*TEXTS[name], ADDRESS, diagram)
        for text in own_texts(svg):
            size, line = float(text.get("font-size", 0)), text.text or ""
            weight = REGULAR if text.get("font-weight") == "400" else BOLD
            spacing = float(text.get("letter-spacing", 0))
            assert float(text.get("x", 0)) == LEFT
            assert LEFT + text_width(line, size, weight) + len(line) * spacing <= RIGHT + 0.5
            assert 130 < float(text.get("y", 0)) - size < float(text.get("y", 0)) < HEIGHT - 56


@EVERY
def test_nothing_is_painted_beside_the_column(name: str, views: Mapping[str, Diagram]) -> None:
    quarter = png(card_svg(*TEXTS[name], ADDRESS * 9, views["intent-centric"]), WIDTH // 4)
    ground = bytes.fromhex(LIGHT["goal"][1:]) + b"\xff"
    for row in rows_of(quarter):
        assert set(row[: LEFT // 4 - 1] + row[RIGHT // 4 + 1 : 568 // 4 - 1]) == {ground}


@given(ANY, ANY, ANY)
def test_any_words_give_a_card(title: str, description: str, address: str) -> None:
    svg = card_svg(title, description, address, None)
    lines = own_texts(svg)
    assert len(lines) <= 4 + 3 + 1
    places = [float(line.get("y", 0)) for line in lines]
    assert places == sorted(places)
    assert set(said(svg)) <= paintable() | {"…", " "}


def test_a_short_text_is_there_in_full(views: Mapping[str, Diagram]) -> None:
    assert said(card_svg(*TEXTS["usual"], ADDRESS, views["unusual"])) == " ".join([*TEXTS["usual"], ADDRESS])


@EVERY
def test_what_is_cut_is_the_beginning_of_its_text(name: str) -> None:
    title, description = TEXTS[name]
    for text, shown in (
        (title, said(card_svg(title, "", "", None))),
        (description, said(card_svg("", description, "", None))),
    ):
        kept = "".join(character for character in text if character in paintable())
        assert squeezed(kept).startswith(squeezed(shown.removesuffix("…")))


def test_a_title_of_four_small_lines_is_there_in_full() -> None:
    words = "One two three four five six seven eight nine ten eleven twelve"
    lines = own_texts(card_svg(words, "", "", None))
    assert len(lines) == 4
    assert " ".join(line.text or "" for line in lines) == words
    longer = own_texts(card_svg(words * 2, "", "", None))
    assert len(longer) == 4
    assert (longer[-1].text or "").endswith("…")


def test_markup_in_texts_stays_text() -> None:
    svg = card_svg(*TEXTS["markup"], ADDRESS, None)
    assert "<b>" not in svg
    assert said(svg) == f"""<b>&"quoted"</b> ]]> & <b> 'x' {ADDRESS}"""


@pytest.mark.parametrize(
    ("description", "shown"),
    [
        (
            "Words of one field, each with its author. " + "Then more of them. " * 20,
            "Words of one field, each with its author.",
        ),
        ("The words that people use for this, and for that" + ", and then for more of them" * 20, None),
        ("word " * 100, None),
    ],
)
def test_a_long_description_ends_with_a_clause_or_an_ellipsis(description: str, shown: str | None) -> None:
    *lines, _ = said(card_svg("Go", description, "a.example", None)).removeprefix("Go ").split(" a.example")
    assert len(lines) == 1
    assert lines[0].startswith(shown) if shown else lines[0].endswith("…")
    assert "…," not in lines[0]
    assert ",…" not in lines[0]


def test_what_the_fonts_lack_is_left_out() -> None:
    assert said(card_svg("Owls 🦉 and cats", "言葉の知識", ADDRESS, None)) == f"Owls and cats {ADDRESS}"
    assert said(card_svg(*TEXTS["foreign"], ADDRESS, None)) == ADDRESS
    assert said(card_svg(*TEXTS["foreign"], "", None)) == ""


def test_the_drawing_stays_in_its_part(views: Mapping[str, Diagram]) -> None:
    for name in ("intent-centric", "both-routes"):
        picture = png(card_svg(*TEXTS["usual"], ADDRESS, views[name]), WIDTH // 4)
        rows = list(rows_of(picture))
        white = b"\xff\xff\xff\xff"
        right = [row[568 // 4 + 1 :] for row in rows]
        assert {pixel for row in right for pixel in (*row[:8], *row[-8:])} == {white}
        assert {pixel for row in (*right[:8], *right[-8:]) for pixel in row} == {white}
        assert len({pixel for row in right for pixel in row}) > 50


def test_a_drawing_that_nobody_could_read_gives_way_to_the_mark(
    drawn: Callable[..., Diagram], implication: Callable[..., Implication]
) -> None:
    tower = [implication(f"step-{level}", [f"level-{level}"], f"level-{level + 1}") for level in range(40)]
    foreign = replace(drawn(tower[:1]), boxes=tuple(replace(box, label="用語") for box in drawn(tower[:1]).boxes))
    without = card_svg(*TEXTS["usual"], ADDRESS, None)
    assert card_svg(*TEXTS["usual"], ADDRESS, drawn(tower)) == without
    assert card_svg(*TEXTS["usual"], ADDRESS, drawn(())) == without
    assert card_svg(*TEXTS["usual"], ADDRESS, foreign) == without
    assert card_svg(*TEXTS["usual"], ADDRESS, drawn(tower[:3])) != without


def test_the_mark_that_stands_for_a_drawing_keeps_to_its_part() -> None:
    marks = re.findall(r"translate\((\S+) (\S+)\) scale\((\S+)\)", card_svg(*TEXTS["usual"], ADDRESS, None))
    left, top, scale = max((tuple(map(float, mark)) for mark in marks), key=lambda mark: mark[-1])
    assert 568 + 64 <= left < left + GRID * scale <= WIDTH - 64
    assert 64 <= top < top + GRID * scale <= HEIGHT - 64


def test_a_knowledge_base_has_an_icon_and_a_card(sample: KnowledgeBase) -> None:
    pictures = site_pictures(sample)
    cards = pictures.keys() - {FAVICON}
    assert cards == {CARD, *card_files(sample)}
    assert len(cards) == len({pictures[card] for card in cards}) == 7
    for card in cards:
        assert size_of(pictures[card]) == (WIDTH, HEIGHT) == (1200, 630)
        assert 10_000 < len(pictures[card]) < 300_000


def test_the_card_shows_the_first_view_of_the_home_page(sample: KnowledgeBase) -> None:
    other, none = Embed("by-diagonals", sample.glossary.place), Embed("what-makes-a-square", sample.glossary.place)
    cards = {
        site_pictures(replace(sample, pages=pages, views=views))[CARD]
        for pages, views in (
            ((), sample.views),
            ((HandwrittenPage(path="index.md", blocks=(Text("Words"), none, other), place=other.place),), sample.views),
            ((), {}),
        )
    }
    assert len(cards) == 3
    assert site_pictures(sample)[CARD] in cards


def test_another_process_paints_the_same_bytes(sample: KnowledgeBase, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from hornbook.load import load; from hornbook.drawings import site_pictures\n"
        f"sys.stdout.buffer.write(site_pictures(load(Path({str(SAMPLE)!r})).knowledge)['assets/hornbook/card.png'])"
    )
    environment = {"HOME": str(tmp_path), "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    ran = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, env=environment)
    assert ran.stdout == site_pictures(sample)[CARD]


def test_what_is_no_drawing_is_refused() -> None:
    with pytest.raises(ValueError, match=r"."):
        png("<p>", 100)


def test_the_fonts_have_what_they_are_said_to_have() -> None:
    folder = resources.files("hornbook.diagrams") / "fonts"
    fonts = {one.name: one.read_bytes() for one in folder.iterdir() if one.name.endswith((".otf", ".ttf"))}
    assert sum(map(len, fonts.values())) < 600_000
    licence = (folder / "OFL.txt").read_text(encoding="utf-8")
    assert licence.startswith("Copyright (c) 2020 The Inter Project Authors")
    weights: dict[str, set[int]] = {}
    has: dict[str, set[str]] = {}
    for data in fonts.values():
        with TTFont(BytesIO(data)) as font:
            family = font["name"].getBestFamilyName()
            owed = str(font["name"].getDebugName(0)).replace("©", "(c)").split("; ")
            assert all(said in licence for said in owed)
            weights.setdefault(family, set()).add(font["OS/2"].usWeightClass)
            characters = {*map(chr, font.getBestCmap())}
            assert has.setdefault(family, characters) == characters, "each weight has the same"
    assert weights == {"Inter": {400, 500, 600}, "Noto Sans Both": {400, 500, 600}, "Noto Sans Math": {400}}
    assert has["Noto Sans Both"] >= set("Aeioé (1)")
    assert set().union(*has.values()) >= paintable()
    assert paintable() >= set("שלום العربية ∀∃ℝ")
    assert paintable() >= set("Grüße Привет Ω ⇒ ≤ “…”")
