"""Drawings for pages and files: what each shows comes from the model, how it looks from `diagrams`."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from urllib.parse import urlsplit

from hornbook import diagrams
from hornbook.addresses import (
    CARD,
    FAVICON,
    VIEWS,
    card_at,
    card_files,
    divided,
    drawing_address,
    readable_parts,
    relative,
    term_address,
)
from hornbook.cache import NOTHING_KEPT, NoCache
from hornbook.diagrams import Diagram, Theme, Variant
from hornbook.diagrams.card import WIDTH, card_svg
from hornbook.diagrams.forms import ZOOM
from hornbook.diagrams.icon import favicon_svg
from hornbook.diagrams.raster import png
from hornbook.diagrams.values import Addresses
from hornbook.drawing_files import (
    addresses_of_view,
    diagram_in,
    files_of_drawing,
    leads_in,
    part_diagram,
    texts_of_drawing,
    title_of_part,
    view_diagram,
)
from hornbook.language import say
from hornbook.model import (
    CardsFor,
    Chain,
    Embed,
    Framework,
    Implication,
    KnowledgeBase,
    PictureForm,
    Scope,
    Shape,
    View,
)
from hornbook.pages.context import Drawing, Drawings, Picture
from hornbook.pages.generated_page import GeneratedPage, SocialCard
from hornbook.pages.html import trusted
from hornbook.reasoning.proof_path import Lit
from hornbook.reasoning.scopes import first_view


def drawings_for(knowledge: KnowledgeBase, cache: NoCache = NOTHING_KEPT) -> Drawings:
    """What pages call for their drawings; those of earlier runs come out of the cache."""
    around = {
        framework.id: diagrams.neighbourhoods_of(knowledge, framework) for framework in knowledge.frameworks.values()
    }

    def view(view_id: str, lit: Lit | None, at: str, ids: str) -> Drawing:
        one = knowledge.views[view_id]
        leads, framework = addresses_of_view(knowledge, one), knowledge.frameworks[one.framework]
        diagram = view_diagram(knowledge, one)
        return _inline(cache, diagram, framework, at, leads=leads, ids=ids, lit=lit, search=True)

    def view_part(view_id: str, number: int, at: str) -> Drawing:
        one = knowledge.views[view_id]
        whole, framework = divided(knowledge, one), knowledge.frameworks[one.framework]
        assert whole is not None, "only a view that is divided has parts"
        return _inline(cache, part_diagram(knowledge, one, whole.parts[number - 1]), framework, at, search=True)

    def chain(chain_id: str, at: str) -> Drawing:
        one = knowledge.chains[chain_id]
        framework = knowledge.frameworks[one.framework]
        return _inline(cache, diagrams.chain_of(knowledge, one), framework, at, search=False)

    def neighbourhood(framework: Framework, term: str, at: str) -> Picture | None:
        diagram = around[framework.id].of(term)
        if not diagram.lines or diagram.too_large:
            return None
        return _drawn(cache, diagram, framework, at, Variant.NARROW)

    def path(framework: Framework, implications: Sequence[Implication], lit: Lit | None, at: str) -> Drawing | None:
        diagram = diagram_in(knowledge, framework, implications, "answer", say("What the answer uses"), None)
        return None if diagram.too_large else _inline(cache, diagram, framework, at, lit=lit, search=False)

    def parts(
        framework: Framework, implications: Sequence[Implication], at: str
    ) -> list[tuple[Drawing, Sequence[Implication]]]:
        drawn: list[tuple[Drawing, Sequence[Implication]]] = []
        readable = readable_parts(implications)
        for number, shown in enumerate(readable, 1):
            title = title_of_part(framework, number, len(readable))
            diagram = diagram_in(knowledge, framework, shown, f"part-{number}", title, None)
            if not diagram.too_large:
                drawn.append((_inline(cache, diagram, framework, at, search=True), shown))
        return drawn

    return Drawings(
        view=view,
        view_part=view_part,
        chain=chain,
        neighbourhood=neighbourhood,
        path=path,
        parts=parts,
        proof=partial(_proof, cache, knowledge),
        files=partial(files_of_drawing, knowledge),
        texts=partial(texts_of_drawing, knowledge),
        explorer=partial(_explorer, cache, knowledge),
    )


def oversized(knowledge: KnowledgeBase) -> list[tuple[View | Chain, Diagram]]:
    """The views and chains that have too many boxes or lines to be drawn, with what would be drawn."""
    views = ((view, view_diagram(knowledge, view)) for view in knowledge.views.values())
    chains = ((chain, diagrams.chain_of(knowledge, chain)) for chain in knowledge.chains.values())
    drawn: list[tuple[View | Chain, Diagram]] = [*views, *chains]
    return [(one, diagram) for one, diagram in drawn if diagram.too_large]


def comparison_files(name: str, before: Diagram | None, after: Diagram | None) -> dict[str, bytes]:
    """Files with a drawing as it was, as it is, and with both in one; what is not there or too large is left out."""
    files = {}
    for state, diagram in (("before", before), ("after", after)):
        if diagram is not None and not diagram.too_large:
            files[f"{name}.{state}.svg"] = _light(diagram)
    if before is not None and after is not None and (union := diagrams.both(before, after)) is not None:
        files[f"{name}.both.svg"] = _light(union, diagrams.marks(before, after))
    return files


def _light(diagram: Diagram, style: str = "") -> bytes:
    layout = diagrams.lay_out(diagram, Variant.NORMAL, search=True)
    return diagrams.svg_file(layout, Theme.LIGHT, term_address, style=style).encode()


def site_pictures(knowledge: KnowledgeBase, cache: NoCache = NOTHING_KEPT) -> dict[str, bytes]:
    """The site's icon and the cards that other sites show for links to it, by address."""
    glossary = knowledge.glossary
    shown = (view_diagram(knowledge, view) for view in _views_from_the_first(knowledge))
    first = next((diagram for diagram in shown if not diagram.too_large), None)
    said = {CARD: (glossary.title, glossary.description)}
    said |= {card: (say(title), glossary.title) for card, title in card_files(knowledge).items()}
    address = _attribution(glossary.site_url)
    cards = {card: _card(cache, title, text, address, first) for card, (title, text) in said.items()}
    return {FAVICON: favicon_svg().encode(), **cards}


def _card(cache: NoCache, title: str, text: str, address: str, shown: Diagram | None) -> bytes:
    made_from = repr((title, text, address, shown))
    return cache.remembered("card", (made_from,), lambda: png(card_svg(title, text, address, shown), WIDTH))


def card_of(knowledge: KnowledgeBase, page: GeneratedPage) -> SocialCard | None:
    """What other sites show for a link to a page: its diagram, or the card of its kind; None: that of the site."""
    name = page.address.removeprefix(VIEWS).rstrip("/")
    drawn = name in {*knowledge.views, *knowledge.chains} and page.address.startswith(VIEWS)
    if drawn and knowledge.glossary.outputs.cards is CardsFor.KINDS:
        slide = drawing_address(name, PictureForm.PNG, Shape.WIDE)
        if slide in files_of_drawing(knowledge, name):
            width, height = (ZOOM * side for side in diagrams.SLIDE)
            return SocialCard(slide, (width, height), page.description)
    card = card_at(knowledge, page.address)
    if card is None:
        return None
    pages = say(card_files(knowledge)[card])
    alt = say("{site}: {pages}", site=knowledge.glossary.title, pages=pages)
    return SocialCard(card, diagrams.CARD_SIZE, alt)


def _views_from_the_first(knowledge: KnowledgeBase) -> list[View]:
    """The views in the order in which a reader meets them: those on the home page come before the others."""
    home = [node for page in knowledge.pages if page.path == "index.md" for node in page.walk()]
    met = [node.target for node in home if isinstance(node, Embed) and node.target in knowledge.views]
    return [knowledge.views[view] for view in dict.fromkeys([*met, *knowledge.views])]


def _attribution(site: str) -> str:
    return urlsplit(site).netloc + urlsplit(site).path.rstrip("/")


def _proof(  # noqa: PLR0913, PLR0917 - pages give the others
    cache: NoCache,
    knowledge: KnowledgeBase,
    framework: Framework,
    implications: Sequence[Implication],
    lit: Lit,
    at: str,
    name: str,
) -> Picture | None:
    diagram = diagram_in(knowledge, framework, implications, name, say("The path of the proof"), None)
    if not diagram.lines or diagram.too_large:
        return None
    return _drawn(cache, diagram, framework, at, Variant.NARROW, lit=lit)


def _explorer(
    cache: NoCache, knowledge: KnowledgeBase, scope: Scope, implications: Sequence[Implication], at: str
) -> list[Picture]:
    framework = knowledge.frameworks[scope.framework]
    view = first_view(knowledge, framework) if scope.view is None else knowledge.views[scope.view]
    if view is not None:
        shown = [replace(_marked(knowledge, view), id="explorer")]
    else:
        title = title_of_part(framework, 1, 1)
        shown = [
            diagram_in(knowledge, framework, part, f"explorer-{number}", title, None)
            for number, part in enumerate(readable_parts(implications), 1)
        ]
    return [
        _drawn(cache, diagram, framework, at, Variant.NARROW, explorable=True, search=True)
        for diagram in shown
        if not diagram.too_large
    ]


def _marked(knowledge: KnowledgeBase, view: View) -> Diagram:
    """What of a view stands in its explorer: of a large one the first part that gives its goal."""
    whole = divided(knowledge, view)
    if whole is None:
        return view_diagram(knowledge, view)
    return part_diagram(knowledge, view, whole.part_for(view.goal))


def _inline(  # noqa: PLR0913 - a drawing has these
    cache: NoCache,
    diagram: Diagram,
    framework: Framework,
    at: str,
    *,
    leads: Addresses | None = None,
    ids: str = "",
    lit: Lit | None = None,
    search: bool,
) -> Drawing:
    normal, narrow = (
        _drawn(cache, diagram, framework, at, variant, leads=leads, ids=ids, lit=lit, search=search)
        for variant in (Variant.NORMAL, Variant.NARROW)
    )
    return Drawing(normal, narrow, diagram.description, diagrams.fits_from(normal.width))


def _drawn(  # noqa: PLR0913 - a drawing has these
    cache: NoCache,
    diagram: Diagram,
    framework: Framework,
    at: str,
    variant: Variant,
    *,
    leads: Addresses | None = None,
    ids: str = "",
    lit: Lit | None = None,
    explorable: bool = False,
    search: bool = False,
) -> Picture:
    """One drawing of a diagram for the page at `at`; what its ids begin with, `ids` comes before.

    Its pieces lead to terms and implications where `leads` does not say otherwise.
    """
    to = leads or leads_in(framework)

    def link(term: str) -> str:
        return relative(at, to.of_term(term))

    def implication_link(implication: str) -> str:
        return relative(at, to.of_implication(implication)) if to.of_implication else ""

    lights = lit if lit is not None and (lit.given or lit.follows) else None
    prefix = f"{ids}{framework.id}-{diagram.id}-{variant}-"

    def drawn() -> bytes:
        layout = diagrams.lay_out(diagram, variant, search=search)
        svg = diagrams.svg_inline(
            layout,
            link,
            prefix=prefix,
            lit=lights,
            explorable=explorable,
            implication_address_of=implication_link,
        )
        width, height = diagrams.inline_size(layout)
        return f"{width} {height}\n{svg}".encode()

    def kept() -> bytes:
        led = Addresses(of_term=link, of_implication=implication_link).of_all(diagram)
        made_from = repr((diagram, led, variant, prefix, lights and lights.in_order, explorable, search))
        return cache.remembered("drawing", (made_from,), drawn)

    size, _, svg = (kept() if cache.keeps else drawn()).decode().partition("\n")
    width, height = map(int, size.split())
    return Picture(trusted(svg), width, height, diagram.title, diagram.left_out)
