"""The forms in which a drawing is written: one table from forms to writers, which all see the same layout."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hornbook.diagrams.data import GENERATOR, data
from hornbook.diagrams.dot_file import dot_file
from hornbook.diagrams.layout import lay_out
from hornbook.diagrams.mermaid import mermaid
from hornbook.diagrams.pdf import Told, pdf
from hornbook.diagrams.raster import png, unpaintable
from hornbook.diagrams.svg_file import Frame, frame_of, svg_file
from hornbook.diagrams.text import clean
from hornbook.diagrams.values import Addresses, Area, Credit, Diagram, Layout, Theme, Variant
from hornbook.model import PictureForm, Shape, SourceForm
from hornbook.reasoning.proof_path import Lit

ZOOM = 2
"""How many pixels of a PNG stand for one of the drawing, along each side."""
_VARIANTS = {Shape.NORMAL: Variant.NORMAL, Shape.NARROW: Variant.NARROW, Shape.WIDE: Variant.WIDE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A diagram with all that its files say besides."""

    diagram: Diagram
    addresses: Addresses
    credit: Credit
    lang: str
    schema: str | None = None
    """Where the schema of the data stands."""
    lit: Lit | None = None
    search: bool = field(default=True)
    """Whether a better layout may be looked for."""

    @property
    def unpaintable(self) -> str:
        """The characters that the fonts of pictures made of pixels or for paper have not."""
        texts = (
            *(box.label for box in self.diagram.boxes),
            *(pill.label for pill in self.diagram.pills),
            self.diagram.title,
            *self.credit.parts,
        )
        return unpaintable("".join(map(clean, texts)))


def needs_fonts(form: PictureForm | SourceForm) -> bool:
    """Whether a form is painted with our fonts, so that it cannot show what they lack."""
    return isinstance(form, PictureForm) and form.kind != "svg"


def written(subject: Subject, form: PictureForm | SourceForm, shape: Shape = Shape.NORMAL) -> bytes:
    """A drawing in one form; raises ValueError for a diagram that is too large."""
    match form:
        case SourceForm.DOT:
            return dot_file(subject.diagram, subject.addresses, subject.credit).encode()
        case SourceForm.MERMAID:
            return mermaid(subject.diagram, subject.addresses, subject.credit).encode()
        case SourceForm.JSON:
            layouts = [_layout(subject, shape) for shape in Shape]
            return data(subject.diagram, layouts, subject.addresses, subject.credit, subject.schema).encode()
        case _:
            return _picture(subject, form, _layout(subject, shape))


def _layout(subject: Subject, shape: Shape) -> Layout:
    return lay_out(subject.diagram, _VARIANTS[shape], search=subject.search)


def _picture(subject: Subject, form: PictureForm, layout: Layout) -> bytes:
    theme = Theme.DARK if form.is_dark else Theme.AUTO if form is PictureForm.SVG else Theme.LIGHT
    svg = svg_file(
        layout,
        theme,
        subject.addresses.of_term,
        implication_address_of=subject.addresses.of_implication,
        credit=subject.credit,
        lit=subject.lit,
        on_paper=form.kind == "pdf",
    )
    frame = frame_of(layout, subject.credit)
    match form.kind:
        case "svg":
            return svg.encode()
        case "png":
            return png(svg, ZOOM * frame.width, _said(subject))
        case _:
            return pdf(svg, (frame.width, frame.height), _links(subject, layout, frame), _told(subject))


def _said(subject: Subject) -> dict[str, str]:
    """The metadata of a PNG, by the keywords that its standard gives."""
    credit = subject.credit
    return {
        "Title": clean(subject.diagram.title),
        "Author": credit.author,
        "Description": clean(subject.diagram.description),
        "Copyright": credit.licence,
        "Source": credit.address,
        "Software": GENERATOR,
    }


def _told(subject: Subject) -> Told:
    credit = subject.credit
    return Told(
        title=clean(subject.diagram.title),
        author=credit.author,
        description=clean(subject.diagram.description),
        keywords=(credit.licence, credit.address, GENERATOR),
        lang=subject.lang,
    )


def _links(subject: Subject, layout: Layout, frame: Frame) -> Sequence[tuple[Area, str]]:
    """The links of a drawing where they stand on its card, that of the caption last."""
    boxes = [(frame.placed(placed.area), subject.addresses.of_box(placed.box)) for placed in layout.boxes]
    pills = [(frame.placed(placed.area), subject.addresses.of_pill(placed.pill)) for placed in layout.pills]
    links = [*boxes, *pills, (frame.caption_area, subject.credit.address)]
    return [(area, address) for area, address in links if address is not None]
