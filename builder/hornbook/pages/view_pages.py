"""Views: the drawing, the implications it shows, and what it is equivalent to."""

from hornbook.addresses import VIEWS, framework_address, relative, view_address
from hornbook.logic import Literal
from hornbook.model import View
from hornbook.pages.context import Context, Lit
from hornbook.pages.document import Document, Heading
from hornbook.pages.explorer import explorer_html
from hornbook.pages.figures import LEGEND, figure_html
from hornbook.pages.html import EMPTY, Html, join, listing, tag
from hornbook.pages.marks import mark
from hornbook.pages.proofs import citation_html, implication_html
from hornbook.pages.prose_html import Section, prose_html
from hornbook.reasoning.outcomes import view_difference

FILES = (("SVG", ".svg"), ("light", ".light.svg"), ("dark", ".dark.svg"))
NARROW_FILES = (("SVG", ".narrow.svg"), ("light", ".narrow.light.svg"), ("dark", ".narrow.dark.svg"))


def view_page(context: Context, view: View) -> Document:
    """The page at `/diagrams/ID/`."""
    at = view_address(view.id)
    framework = context.knowledge.frameworks[view.framework]
    section = Section(at, framework.id)
    note = prose_html(context.knowledge, context.finder, view.note, section)
    shown = [one for one in framework.implications if one.id in view.show]
    link = tag("a", framework.label, href=relative(at, framework_address(framework.id)))
    implications = [implication_html(context, framework, one, Section(at, framework.id)) for one in shown]
    return Document(
        address=at,
        title=view.title,
        description=f"{view.title}: a diagram of implications by {framework.label}.",
        edit=f"diagrams/{view.id}.yaml",
        blocks=(
            view_figure(context, view, at),
            prose_html(context.knowledge, context.finder, view.text, section),
            tag("div", note, class_="kb-note") if note else EMPTY,
            *_equivalence(context, view, at),
            Heading(2, "What follows if …", "explore"),
            tag("p", _EXPLORE, class_="kb-without-script"),
            explorer_html(context, view.scope, at, Literal(view.goal)),
            Heading(2, "Its implications", "implications"),
            listing(implications, "kb-implications"),
            Heading(2, "Files", "files"),
            files_html(view.id, at),
            Heading(2, "Source", "source"),
            tag("p", "In the vocabulary of ", link, " · ", citation_html(context, view.source, at)),
        ),
    )


_EXPLORE = "Marking what holds and seeing at once what follows takes JavaScript. The implications below say the same."


def view_figure(context: Context, view: View, at: str) -> Html:
    """The view's figure, as its own page, an index or another page shows it."""
    framework = context.knowledge.frameworks[view.framework]
    shown = [one for one in framework.implications if one.id in view.show]
    caption = f"{view.title}. {LEGEND}"
    return figure_html(context, context.drawings.view(view.id, Lit(), at), framework, shown, at=at, caption=caption)


def files_html(name: str, at: str) -> Html:
    """The files of a drawing, in its two widths."""

    def links(files: tuple[tuple[str, str], ...]) -> Html:
        return join(
            *(tag("a", words, href=relative(at, f"{VIEWS}{name}{end}")) for words, end in files),
            by=" · ",
        )

    return tag(
        "p",
        "For use elsewhere: ",
        links(FILES),
        ". For narrow pages: ",
        links(NARROW_FILES),
        ". The first of each follows the reader’s light or dark setting.",
    )


def _equivalence(context: Context, view: View, at: str) -> tuple[Heading | Html, ...]:
    if view.equivalent_to is None:
        return ()
    other = context.knowledge.views[view.equivalent_to]
    first, second = (context.reasoning.settings[one.scope].theory.atoms for one in (view, other))
    terms = context.knowledge.terms
    names = [terms[atom].name if atom in terms else atom for atom in sorted(first & second)]
    agree = view_difference(context.reasoning, view.id, other.id) is None
    link = tag("a", other.title, href=relative(at, view_address(other.id)))
    sign = mark("✓", "Equivalent", "follows") if agree else mark("✗", "Different", "refuted")
    says = "say" if agree else "do not say"
    words = join(" This diagram and ", link, f" {says} the same of what both mention: {', '.join(names)}.")
    return (
        Heading(2, "Compared with another diagram", "equivalent"),
        tag("p", sign, words, class_="kb-claim-head"),
    )
