"""Drawings for pages and files: what each shows comes from the model, how it looks from `diagrams`."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from urllib.parse import urlsplit

from hornbook import diagrams
from hornbook.addresses import VIEWS, drawing_address, place_in_framework, relative, term_address
from hornbook.diagrams import Diagram, Theme, Variant
from hornbook.diagrams.card import WIDTH, card_svg
from hornbook.diagrams.icon import favicon_svg
from hornbook.diagrams.raster import png
from hornbook.model import Chain, Embed, Framework, Implication, KnowledgeBase, Scope, View
from hornbook.pages.context import Drawing, Drawings, Picture
from hornbook.pages.html import trusted
from hornbook.reasoning.proof_path import Lit
from hornbook.reasoning.scopes import first_view
from hornbook.reasoning.sentences import implication_in_words, names_of, plain

_READABLE = 9
_PART = 6
_FILES = {Variant.NORMAL: "", Variant.NARROW: ".narrow"}
_THEMES = {Theme.AUTO: "", Theme.LIGHT: ".light", Theme.DARK: ".dark"}


def drawings_for(knowledge: KnowledgeBase) -> Drawings:
    """What pages call for their drawings."""
    around = {
        framework.id: diagrams.neighbourhoods_of(knowledge, framework, knowledge.terms)
        for framework in knowledge.frameworks.values()
    }

    def view(view_id: str, lit: Lit | None, at: str, ids: str) -> Drawing:
        one = knowledge.views[view_id]
        return _inline(
            view_diagram(knowledge, one), knowledge.frameworks[one.framework], at, ids=ids, lit=lit, search=True
        )

    def chain(chain_id: str, at: str) -> Drawing:
        one = knowledge.chains[chain_id]
        return _inline(diagrams.chain_of(knowledge, one), knowledge.frameworks[one.framework], at, search=False)

    def neighbourhood(framework: Framework, term: str, at: str) -> Picture | None:
        diagram = around[framework.id][term]
        if not diagram.lines or diagram.too_large:
            return None
        return _drawn(diagram, framework, at, Variant.NARROW)

    def path(framework: Framework, implications: Sequence[Implication], lit: Lit | None, at: str) -> Drawing | None:
        diagram = _diagram(knowledge, framework, implications, "answer", "What the answer uses", None)
        return None if diagram.too_large else _inline(diagram, framework, at, lit=lit, search=False)

    def parts(
        framework: Framework, implications: Sequence[Implication], at: str
    ) -> list[tuple[Drawing, Sequence[Implication]]]:
        drawn: list[tuple[Drawing, Sequence[Implication]]] = []
        for number, shown in enumerate(readable_parts(implications), 1):
            title = f"Implications of {framework.label}"
            diagram = _diagram(knowledge, framework, shown, f"part-{number}", title, None)
            if not diagram.too_large:
                drawn.append((_inline(diagram, framework, at, search=True), shown))
        return drawn

    return Drawings(
        view=view,
        chain=chain,
        neighbourhood=neighbourhood,
        path=path,
        parts=parts,
        proof=partial(_proof, knowledge),
        explorer=partial(_explorer, knowledge),
    )


def all_drawings(knowledge: KnowledgeBase) -> dict[str, bytes]:
    """The drawings of every view and chain as files, by name: `ID.svg`, `ID.narrow.dark.svg` and so on."""
    views = [view_files(knowledge, view) for view in knowledge.views.values()]
    chains = [chain_files(knowledge, chain) for chain in knowledge.chains.values()]
    return {name: drawn for files_of_one in (*views, *chains) for name, drawn in files_of_one.items()}


def oversized(knowledge: KnowledgeBase) -> list[tuple[View | Chain, Diagram]]:
    """The views and chains that have too many boxes or lines to be drawn, with what would be drawn."""
    views = ((view, view_diagram(knowledge, view)) for view in knowledge.views.values())
    chains = ((chain, diagrams.chain_of(knowledge, chain)) for chain in knowledge.chains.values())
    drawn: list[tuple[View | Chain, Diagram]] = [*views, *chains]
    return [(one, diagram) for one, diagram in drawn if diagram.too_large]


def readable_parts(implications: Sequence[Implication]) -> list[list[Implication]]:
    """The implications in groups small enough for a drawing, those with one conclusion together.

    Up to nine stay in one group, in the author's order: so many can be read, more become a maze.
    """
    if len(implications) <= _READABLE:
        return [list(implications)] if implications else []
    by_conclusion: dict[str | None, list[Implication]] = {}
    for one in implications:
        by_conclusion.setdefault(one.conclusion.atom if one.conclusion else None, []).append(one)
    groups: list[list[Implication]] = [[]]
    for together in by_conclusion.values():
        if groups[-1] and len(groups[-1]) + len(together) > _PART:
            groups.append([])
        groups[-1] += together
    return groups


def view_files(knowledge: KnowledgeBase, view: View) -> dict[str, bytes]:
    """The files of one view: both widths, each following the reader's setting, light, and dark; none if oversized."""
    site = knowledge.glossary.site_url

    def implication_link(implication: str) -> str:
        return f"{site}{place_in_framework(knowledge.frameworks[view.framework], implication)}"

    return _files(view_diagram(knowledge, view), site, implication_link)


def chain_files(knowledge: KnowledgeBase, chain: Chain) -> dict[str, bytes]:
    """The files of one chain, the same as those of a view."""
    return _files(diagrams.chain_of(knowledge, chain), knowledge.glossary.site_url, None)


def view_diagram(knowledge: KnowledgeBase, view: View) -> Diagram:
    """What a view shows."""
    framework = knowledge.frameworks[view.framework]
    shown = [one for one in framework.implications if one.id in view.show]
    return _diagram(knowledge, framework, shown, view.id, view.title, view.goal)


def site_pictures(knowledge: KnowledgeBase) -> dict[str, bytes]:
    """The site's icon and the card that other sites show for a link, by the names of their files."""
    glossary = knowledge.glossary
    shown = (view_diagram(knowledge, view) for view in _views_from_the_first(knowledge))
    first = next((diagram for diagram in shown if not diagram.too_large), None)
    card = card_svg(glossary.title, glossary.description, _attribution(glossary.site_url), first)
    return {"favicon.svg": favicon_svg().encode(), "card.png": png(card, WIDTH)}


def _views_from_the_first(knowledge: KnowledgeBase) -> list[View]:
    """The views in the order in which a reader meets them: those on the home page come before the others."""
    home = [node for page in knowledge.pages if page.path == "index.md" for node in page.walk()]
    met = [node.target for node in home if isinstance(node, Embed) and node.target in knowledge.views]
    return [knowledge.views[view] for view in dict.fromkeys([*met, *knowledge.views])]


def _attribution(site: str) -> str:
    return urlsplit(site).netloc + urlsplit(site).path.rstrip("/")


def _files(diagram: Diagram, site: str, implication_link: Callable[[str], str] | None) -> dict[str, bytes]:
    written: dict[str, bytes] = {}
    if diagram.too_large:
        return written
    for variant, width in _FILES.items():
        layout = diagrams.lay_out(diagram, variant, search=True)
        for theme, colours in _THEMES.items():
            drawn = diagrams.svg_file(
                layout,
                theme,
                lambda term: f"{site}{term_address(term)}",
                implication_address_of=implication_link,
                attribution=_attribution(site),
            )
            written[drawing_address(diagram.id, width, colours).removeprefix(VIEWS)] = drawn.encode()
    return written


def _proof(
    knowledge: KnowledgeBase,
    framework: Framework,
    implications: Sequence[Implication],
    lit: Lit,
    at: str,
    name: str,
) -> Picture | None:
    diagram = _diagram(knowledge, framework, implications, name, "The path of the proof", None)
    if not diagram.lines or diagram.too_large:
        return None
    return _drawn(diagram, framework, at, Variant.NARROW, lit=lit)


def _explorer(knowledge: KnowledgeBase, scope: Scope, implications: Sequence[Implication], at: str) -> list[Picture]:
    framework = knowledge.frameworks[scope.framework]
    view = first_view(knowledge, framework) if scope.view is None else knowledge.views[scope.view]
    if view is not None:
        shown = [replace(view_diagram(knowledge, view), id="explorer")]
    else:
        title = f"Implications of {framework.label}"
        shown = [
            _diagram(knowledge, framework, part, f"explorer-{number}", title, None)
            for number, part in enumerate(readable_parts(implications), 1)
        ]
    return [
        _drawn(diagram, framework, at, Variant.NARROW, explorable=True, search=True)
        for diagram in shown
        if not diagram.too_large
    ]


def _diagram(
    knowledge: KnowledgeBase,
    framework: Framework,
    implications: Sequence[Implication],
    name: str,
    title: str,
    goal: str | None,
) -> Diagram:
    names = names_of(knowledge, framework)
    said = " ".join(plain(implication_in_words(names, one)) for one in implications)
    return diagrams.diagram_of(knowledge, framework, implications, id=name, title=title, description=said, goal=goal)


def _inline(
    diagram: Diagram, framework: Framework, at: str, *, ids: str = "", lit: Lit | None = None, search: bool
) -> Drawing:
    normal, narrow = (
        _drawn(diagram, framework, at, variant, ids=ids, lit=lit, search=search)
        for variant in (Variant.NORMAL, Variant.NARROW)
    )
    return Drawing(normal, narrow, diagram.description, diagrams.fits_from(normal.width))


def _drawn(  # noqa: PLR0913 - a drawing has these
    diagram: Diagram,
    framework: Framework,
    at: str,
    variant: Variant,
    *,
    ids: str = "",
    lit: Lit | None = None,
    explorable: bool = False,
    search: bool = False,
) -> Picture:
    """One drawing of a diagram for the page at `at`; what its ids begin with, `ids` comes before."""

    def link(term: str) -> str:
        return relative(at, term_address(term))

    def implication_link(implication: str) -> str:
        return relative(at, place_in_framework(framework, implication))

    layout = diagrams.lay_out(diagram, variant, search=search)
    drawn = diagrams.svg_inline(
        layout,
        link,
        prefix=f"{ids}{framework.id}-{diagram.id}-{variant}-",
        lit=lit if lit and (lit.given or lit.follows) else None,
        explorable=explorable,
        implication_address_of=implication_link,
    )
    return Picture(trusted(drawn), diagrams.inline_size(layout)[0], diagram.title, diagram.left_out)
