"""Drawings for pages and files: what each shows comes from the model, how it looks from `diagrams`."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from builder import diagrams
from builder.diagrams import Diagram, Theme, Variant
from builder.model import Framework, Implication, KnowledgeBase, View
from builder.pages.addresses import framework_address, relative, term_address
from builder.pages.context import Drawing, Drawings, Lit
from builder.reasoning.sentences import implication_in_words, plain

_FILES = {Variant.NORMAL: "", Variant.NARROW: ".narrow"}
_THEMES = {Theme.AUTO: "", Theme.LIGHT: ".light", Theme.DARK: ".dark"}


def drawings_for(knowledge: KnowledgeBase) -> Drawings:
    """What pages call for their drawings."""
    around = {
        framework.id: diagrams.neighbourhoods_of(knowledge, framework, knowledge.terms)
        for framework in knowledge.frameworks.values()
    }

    def view(view_id: str, lit: Lit, at: str) -> Drawing:
        one = knowledge.views[view_id]
        return _inline(view_diagram(knowledge, one), one.framework, at, lit, search=True)

    def neighbourhood(framework: Framework, term: str, at: str) -> Drawing | None:
        diagram = around[framework.id][term]
        return _inline(diagram, framework.id, at, Lit(), search=False) if diagram.lines else None

    def path(framework: Framework, implications: Sequence[Implication], lit: Lit, at: str) -> Drawing:
        diagram = _diagram(knowledge, framework, implications, "answer", "What the answer uses", None)
        return _inline(diagram, framework.id, at, lit, search=False)

    def whole(framework: Framework, at: str) -> Drawing | None:
        if not framework.implications:
            return None
        title = f"All implications of {framework.label}"
        diagram = _diagram(knowledge, framework, framework.implications, "all", title, None)
        return _inline(diagram, framework.id, at, Lit(), search=False)

    return Drawings(view=view, neighbourhood=neighbourhood, path=path, whole=whole)


def view_files(knowledge: KnowledgeBase, view: View) -> dict[str, bytes]:
    """The files of one view: both widths, each following the reader's setting, light, and dark."""
    diagram = view_diagram(knowledge, view)
    site = knowledge.glossary.site_url
    written = {}
    for variant, width in _FILES.items():
        layout = diagrams.lay_out(diagram, variant, search=True)
        for theme, colours in _THEMES.items():
            drawn = diagrams.svg_file(
                layout,
                theme,
                lambda term: f"{site}{term_address(term)}",
                implication_address_of=lambda one: f"{site}{framework_address(view.framework, one)}",
                attribution=urlsplit(site).netloc + urlsplit(site).path.rstrip("/"),
            )
            written[f"{view.id}{width}{colours}.svg"] = drawn.encode()
    return written


def view_diagram(knowledge: KnowledgeBase, view: View) -> Diagram:
    """What a view shows."""
    framework = knowledge.frameworks[view.framework]
    shown = [one for one in framework.implications if one.id in view.show]
    return _diagram(knowledge, framework, shown, view.id, view.title, view.goal)


def _diagram(
    knowledge: KnowledgeBase,
    framework: Framework,
    implications: Sequence[Implication],
    name: str,
    title: str,
    goal: str | None,
) -> Diagram:
    said = " ".join(plain(implication_in_words(knowledge, framework, one)) for one in implications)
    return diagrams.diagram_of(knowledge, framework, implications, id=name, title=title, description=said, goal=goal)


def _inline(diagram: Diagram, framework: str, at: str, lit: Lit, *, search: bool) -> Drawing:
    def link(term: str) -> str:
        return relative(at, term_address(term))

    def implication_link(implication: str) -> str:
        return relative(at, framework_address(framework, implication))

    marks = diagrams.Lit(given=lit.given, follows=lit.follows, implications=lit.implications) if lit.given else None

    def drawn(variant: Variant) -> str:
        return diagrams.svg_inline(
            diagrams.lay_out(diagram, variant, search=search),
            link,
            prefix=f"{framework}-{diagram.id}-{variant}-",
            lit=marks,
            implication_address_of=implication_link,
        )

    return Drawing(drawn(Variant.NORMAL), drawn(Variant.NARROW), diagram.description)
