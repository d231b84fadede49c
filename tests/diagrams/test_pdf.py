"""PDF: its links lie on its boxes, and it is vectors with fonts of its own."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from hornbook.diagrams import frame_of, lay_out
from hornbook.diagrams.forms import Subject, written
from hornbook.model import PictureForm, Shape
from tests.diagrams.subjects import CREDIT, EVERY, SHAPES, SITE, VARIANTS


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
