"""Views: the drawing, the implications it shows, and what it is equivalent to."""

from hornbook.addresses import FILES_LIST, VIEWS, record_embed, use_address, view_address
from hornbook.kinds import VIEW
from hornbook.logic import Literal
from hornbook.model import Shape, SourceForm, View
from hornbook.pages.context import Context
from hornbook.pages.explorer import explorer_html
from hornbook.pages.figures import LEGEND, figure_html
from hornbook.pages.generated_page import GeneratedPage, Heading
from hornbook.pages.html import Html, join, listing, tag
from hornbook.pages.marks import equivalence_mark, use_link, use_paragraph
from hornbook.pages.page import Page
from hornbook.pages.proofs import implication_html
from hornbook.reasoning.outcomes import view_difference


def view_page(context: Context, view: View) -> GeneratedPage:
    """The page at `/diagrams/ID/`."""
    page = Page(context, view_address(view.id), view.framework)
    note = page.note(view.note)
    setting = page.reasoning.settings[view.scope]
    implications = [implication_html(page.section(view.framework), setting.names, one) for one in setting.implications]
    return GeneratedPage(
        address=page.at,
        title=view.title,
        description=f"{view.title}: a diagram of implications by {setting.framework.label}.",
        edit=view.place,
        embed=record_embed(VIEW, view.id),
        blocks=(
            view_figure(page, view),
            page.prose(view.text),
            note,
            *_equivalence(page, view),
            Heading(2, "What follows if …", "explore"),
            tag("p", _EXPLORE, class_="kb-without-script"),
            explorer_html(page, view.scope, Literal(view.goal)),
            use_paragraph(page.at, f"{use_address(VIEW, view.id)}#explorer", "this explorer", _USE),
            Heading(2, "Its implications", "implications"),
            listing(implications, "kb-implications"),
            Heading(2, "Files", FILES_LIST),
            files_html(page, view.id),
            Heading(2, "Source", "source"),
            page.origin(view.framework, view.source),
        ),
    )


_USE = ": this explorer on a page of yours."
_EXPLORE = "The explorer needs JavaScript. The implications below say the same."


def view_figure(page: Page, view: View) -> Html:
    """The view's figure, as its own page, an index or another page shows it."""
    setting = page.reasoning.settings[view.scope]
    drawing = page.drawings.view(view.id, None, page.at, page.ids)
    use = use_link(page.at, use_address(VIEW, view.id), "this diagram")
    return figure_html(page, drawing, setting.names, setting.implications, f"{view.title}. {LEGEND}", use)


def files_html(page: Page, name: str) -> Html:
    """The files of a drawing: a row for each shape, and one for other programs."""
    files = page.drawings.files(name)
    rows = [
        (words, [file for file in files if _shape_of(file, name) is shape])
        for words, shape in ((_NORMAL, Shape.NORMAL), (_NARROW, Shape.NARROW), (_WIDE, Shape.WIDE), (_SOURCES, None))
    ]
    return listing(
        [
            join(words, join(*(page.link(file, file.removeprefix(f"{VIEWS}{name}.")) for file in row), by=" · "), ".")
            for words, row in rows
            if row
        ]
    )


_NORMAL = "To be shown elsewhere; the plain SVG follows the reader’s light or dark setting: "
_NARROW = "Upright, for phones: "
_WIDE = "For slides of 16:9: "
_SOURCES = "For Graphviz, Mermaid and other programs: "


def _shape_of(file: str, name: str) -> Shape | None:
    """The shape of a drawing's file; None of one for programs, which has none."""
    end = file.removeprefix(f"{VIEWS}{name}.")
    if end in set(SourceForm):
        return None
    return next((shape for shape in (Shape.NARROW, Shape.WIDE) if end.startswith(f"{shape}.")), Shape.NORMAL)


def _equivalence(page: Page, view: View) -> tuple[Heading | Html, ...]:
    if view.equivalent_to is None:
        return ()
    other = page.knowledge.views[view.equivalent_to]
    first, second = (page.reasoning.settings[one.scope].theory.atoms for one in (view, other))
    terms = page.knowledge.terms
    names = [terms[atom].name if atom in terms else atom for atom in sorted(first & second)]
    agree = view_difference(page.reasoning, view.id, other.id).difference is None
    says = f" {'agree' if agree else 'do not agree'} on the terms that both mention: {', '.join(names)}."
    words = (" This diagram and ", page.to(other.id), says)
    return (
        Heading(2, "Compared with another diagram", "equivalent"),
        tag("p", equivalence_mark(holds=agree), *words, class_="kb-claim-head"),
    )
