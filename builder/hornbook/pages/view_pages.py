"""Views: the drawing, the implications it shows, and what it is equivalent to."""

from collections.abc import Iterable

from hornbook.addresses import (
    FILES_LIST,
    VIEWS,
    divided,
    embed_if_any,
    use_if_any,
    view_address,
    view_part_address,
)
from hornbook.kinds import VIEW
from hornbook.language import later, say, say_many
from hornbook.logic import Literal
from hornbook.model import Implication, Shape, SourceForm, View
from hornbook.pages.context import Context
from hornbook.pages.explorer import explorer_html
from hornbook.pages.figures import LEGEND, drawing_html, figure_html
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.html import Html, join, listing, say_html, tag, text
from hornbook.pages.marks import equivalence_mark, use_link, use_paragraph
from hornbook.pages.page import Page
from hornbook.pages.proofs import implication_html
from hornbook.reasoning.outcomes import view_difference
from hornbook.reasoning.view_parts import overview_in_words


def view_page(context: Context, view: View) -> GeneratedPage:
    """The page at `/diagrams/ID/`."""
    page = Page(context, view_address(view.id), view.framework)
    note = page.note(view.note)
    return GeneratedPage(
        address=page.at,
        title=view.title,
        description=view_description(page, view),
        edit=view.place,
        embed=embed_if_any(page.knowledge, VIEW, view.id),
        blocks=(
            view_figure(page, view),
            page.prose(view.text),
            note,
            *_equivalence(page, view),
            Heading(2, say("What follows if …"), "explore"),
            tag("p", say(_EXPLORE), class_="kb-without-script"),
            explorer_html(page, view.scope, Literal(view.goal)),
            use_paragraph(
                page.at, use_if_any(page.knowledge, VIEW, view.id, "#explorer"), say("this explorer"), say(_USE)
            ),
            *_implications(page, view),
            Heading(2, say("Files"), FILES_LIST),
            files_html(page, view.id),
            Heading(2, say("Source"), "source"),
            page.origin(view.framework, view.source),
        ),
    )


_USE = later(": this explorer on a page of yours.")
_EXPLORE = later("The explorer needs JavaScript. The implications below say the same.")


def view_description(page: Page, view: View) -> str:
    """What is said of a view where only a line has room."""
    framework = page.knowledge.frameworks[view.framework]
    return say("{view}: a diagram of implications by {framework}.", view=view.title, framework=framework.label)


def _implications(page: Page, view: View) -> Blocks:
    """All of them with their reasons; of a large view its parts, whose pages have them."""
    whole = divided(page.knowledge, view)
    names = page.names(view.framework)
    if whole is not None:
        parts = [
            page.link(view_part_address(view.id, part.number), words)
            for part, words in zip(whole.parts, overview_in_words(names, whole), strict=True)
        ]
        return [Heading(2, say("Its parts"), "parts"), listing(parts)]
    shown = page.reasoning.settings[view.scope].implications
    return [Heading(2, say("Its implications"), "implications"), reasons_html(page, view, shown)]


def reasons_html(page: Page, view: View, shown: Iterable[Implication]) -> Html:
    """Implications that a view shows, with their reasons."""
    section, names = page.section(view.framework), page.names(view.framework)
    return listing([implication_html(section, names, one) for one in shown], "kb-implications")


def view_figure(page: Page, view: View) -> Html:
    """The view's figure, as its own page, an index or another page shows it; of a large view an overview."""
    setting, whole = page.reasoning.settings[view.scope], divided(page.knowledge, view)
    drawing = page.drawings.view(view.id, None, page.at, page.ids)
    use = use_link(page.at, use_if_any(page.knowledge, VIEW, view.id), say("this diagram"))
    caption = say("{title}. {legend}", title=view.title, legend=say(LEGEND))
    if whole is None:
        return figure_html(page, drawing, setting.names, setting.implications, caption, use)
    caption = say(_OVERVIEW, title=view.title, count=f"{len(setting.implications):,}")
    less = drawing.normal.left_out
    if less:
        caption += " " + say_many(
            "{count} line is not drawn, behind which fewer implications stand.",
            "{count} lines are not drawn, behind which fewer implications stand.",
            less,
            count=f"{less:,}",
        )
    return drawing_html(drawing, list(map(text, overview_in_words(setting.names, whole))), caption, use)


_OVERVIEW = later(
    "{title}. An overview of {count} implications in parts. Each box leads to a part; a line says that a conclusion of "
    "one part is a premise in another."
)


def files_html(page: Page, name: str) -> Html:
    """The files of a drawing: a row for each shape, and one for other programs."""
    files = page.drawings.files(name)
    rows = [
        (message, [file for file in files if _shape_of(file, name) is shape])
        for message, shape in ((_NORMAL, Shape.NORMAL), (_NARROW, Shape.NARROW), (_WIDE, Shape.WIDE), (_SOURCES, None))
    ]
    links = (
        (message, (page.link(file, file.removeprefix(f"{VIEWS}{name}.")) for file in row))
        for message, row in rows
        if row
    )
    return listing([say_html(message, files=join(*some, by=" · ")) for message, some in links])


_NORMAL = later("To be shown elsewhere; the plain SVG follows the reader’s light or dark setting: {files}.")
_NARROW = later("Upright, for phones: {files}.")
_WIDE = later("For slides of 16:9: {files}.")
_SOURCES = later("For Graphviz, Mermaid and other programs: {files}.")


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
    words = say_html(_AGREE if agree else _DIFFER, other=page.to(other.id), terms=", ".join(names))
    return (
        Heading(2, say("Compared with another diagram"), "equivalent"),
        tag("p", equivalence_mark(holds=agree), " ", words, class_="kb-claim-head"),
    )


_AGREE = later("This diagram and {other} agree on the terms that both mention: {terms}.")
_DIFFER = later("This diagram and {other} do not agree on the terms that both mention: {terms}.")
