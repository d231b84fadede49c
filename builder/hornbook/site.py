"""The table of contents of the output: a knowledge base becomes {path: bytes}. Pure; nothing here writes a file."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache as once
from functools import partial
from importlib.resources import files
from typing import Any

from hornbook import kinds
from hornbook.addresses import (
    BADGE,
    BIBTEX,
    CHANGES,
    CHECKER,
    CODES,
    COMPARISON,
    CSL_JSON,
    DISAGREEMENTS,
    EXAMPLES,
    EXPLORE,
    FAQS,
    FIELDS,
    FINDER,
    FRAMELESS_SCRIPT,
    FRAMELESS_STYLES,
    FRAMEWORKS,
    HEADERS,
    HOME,
    INDEXES,
    MOVED,
    NAMES,
    NEAREST,
    OEMBED,
    PREVIEWS,
    QUIZ,
    SCRIPT,
    SOURCES,
    STYLES,
    TERMS,
    TERMS_DATA,
    VIEWS,
    Index,
    Question,
    explore_address,
    explorer_file,
    files_of,
    framework_address,
    further_pages,
    large_scopes,
    moved_embeds,
    page_address,
    page_title,
    pages_of,
    questions_of,
    record_address,
    redirects,
    retired_records,
    shared_name_pages,
    source_address,
    view_part_pages,
)
from hornbook.cache import NOTHING_KEPT, NoCache, digest_of
from hornbook.diagrams import css as diagram_css
from hornbook.diagrams.badge import badge_svg
from hornbook.diagrams.icon import mark_svg
from hornbook.drawing_files import file_makers, files_made_here
from hornbook.drawings import card_of, drawings_for, site_pictures
from hornbook.exports import bibtex, csl_json, data_makers, headers, proof_makers, terms_file
from hornbook.kinds import ADDRESSED, Kind
from hornbook.language import running, speaking
from hornbook.manual import all_codes, field_manual, published_schemas, skeleton
from hornbook.model import Glossary, HandwrittenPage, KnowledgeBase
from hornbook.model.reads import Told, reads
from hornbook.model.shared_names import shared_names
from hornbook.pages.chain_pages import chain_page
from hornbook.pages.changes_page import changes_page
from hornbook.pages.codes_page import codes_page
from hornbook.pages.comparison_page import comparison_page
from hornbook.pages.context import Context
from hornbook.pages.diagram_index import diagram_index, diagrams_part
from hornbook.pages.disagree import disagree_html, proposal_html
from hornbook.pages.disagreement_pages import disagreement_index, disagreement_page
from hornbook.pages.embeds import Embed, embeds
from hornbook.pages.example_pages import example_index, example_page, examples_part
from hornbook.pages.explore_pages import explore_index, explore_page
from hornbook.pages.explorer import explorer_data
from hornbook.pages.faq_pages import faq_index, faq_page, faq_part
from hornbook.pages.fields_page import fields_page
from hornbook.pages.frameless import frameless_page, frameless_styles, oembed, use_document
from hornbook.pages.framework_pages import framework_index, framework_page, framework_part
from hornbook.pages.generated_page import GeneratedPage, places_of, to_markdown, with_block
from hornbook.pages.hand_written import hand_written_page
from hornbook.pages.home_page import home_page
from hornbook.pages.html import EMPTY, Html, join
from hornbook.pages.made_again import Again, Jobs, Made
from hornbook.pages.names_file import PLACEHOLDER, names_file
from hornbook.pages.neighbours import Link, in_order, list_title, placed
from hornbook.pages.page import Page
from hornbook.pages.previews import previews_html, previews_written
from hornbook.pages.quiz_page import quiz_page
from hornbook.pages.redirects import redirect_stub
from hornbook.pages.retired_page import retired_page
from hornbook.pages.script_words import spoken_script
from hornbook.pages.shared_name_page import shared_name_page
from hornbook.pages.source_pages import source_page, source_part, sources_page, sources_part
from hornbook.pages.term_page import term_page
from hornbook.pages.terms_index import terms_index, terms_part
from hornbook.pages.theme_layer import language_file, with_words
from hornbook.pages.use_pages import UsePage, use_pages
from hornbook.pages.uses import uses_of_terms
from hornbook.pages.view_pages import view_page
from hornbook.pages.view_parts import view_part_page
from hornbook.reasoning.anchors import Places
from hornbook.reasoning.kin import kin_of_terms
from hornbook.reasoning.mentions import TermFinder
from hornbook.reasoning.readings import read_examples
from hornbook.reasoning.scopes import Reasoning

INDEX_PAGES: Mapping[str, Callable[[Context], GeneratedPage]] = {
    TERMS: terms_index,
    FRAMEWORKS: framework_index,
    COMPARISON: comparison_page,
    EXPLORE: explore_index,
    VIEWS: diagram_index,
    FAQS: faq_index,
    EXAMPLES: example_index,
    QUIZ: quiz_page,
    DISAGREEMENTS: disagreement_index,
    SOURCES: sources_page,
    CHANGES: changes_page,
    CODES: lambda _: codes_page(all_codes()),
    FIELDS: lambda _: fields_page(field_manual()),
}
"""What makes each page that belongs to no single record, by its address."""
RECORD_PAGES: Mapping[Kind, Callable[[Context, Any], GeneratedPage]] = {
    kinds.TERM: term_page,
    kinds.FRAMEWORK: framework_page,
    kinds.VIEW: view_page,
    kinds.CHAIN: chain_page,
    kinds.FAQ: faq_page,
    kinds.EXAMPLE: example_page,
    kinds.DISAGREEMENT: disagreement_page,
    kinds.SOURCE: source_page,
}
"""What makes the page of each record, for every kind whose address is a page and no place on one."""
FURTHER_PAGES: Mapping[str, Callable[[Context, Any], GeneratedPage]] = {kinds.EXPLORER: explore_page}
"""What makes the further pages of records, by the pattern in `Kind.also`."""
_Documents = Mapping[str, Callable[[], GeneratedPage]]
"""What makes each page of the builder's, by its address."""
MARK = ".icons/hornbook/mark.svg"
"""The site's icon, where themes look for one that settings name."""
THEME_FILES = ("404.html", "main.html", "partials/actions.html", "partials/copyright.html")


def build(reasoning: Reasoning, assets: Mapping[str, bytes], cache: NoCache = NOTHING_KEPT) -> dict[str, bytes]:
    """Make every file below `build/`: the engine's sources in `docs/`, its theme layer in `theme/`.

    `assets` are the files of the project's `docs/` that are no Markdown, by path from there.
    What is in the cache is not made again; the files are the same with any. Their words are the glossary's language.
    """
    with _as_read(reasoning.knowledge.glossary):
        return dict(sorted(_built(reasoning, assets, cache).items()))


def build_share(
    reasoning: Reasoning, assets: Iterable[str], cache: NoCache, wanted: Callable[[str], bool]
) -> tuple[dict[str, bytes], frozenset[str]]:
    """Make the pages that are `wanted`, by address, and the theme's layer; with the paths of all files below `build/`.

    With each page goes into the cache what belongs to it; the rest of a site is made once, from all shares.
    """
    knowledge = reasoning.knowledge
    with _as_read(knowledge.glossary):
        context, documents, jobs, again = _begun(reasoning, cache)
        made = again.made({page: some for page, some in jobs.items() if wanted(page)})
        pages = {address: made[address][1] for address in documents if address in made}
        pages |= {address: make() for address, make in _by_hand(context).items() if wanted(address)}
        written = {f"docs/{address}index.md": markdown for address, markdown in pages.items()}
        moved = redirects(knowledge) | moved_embeds(knowledge)
        names = (
            *(f"docs/{address}index.md" for address in pages_of(knowledge)),
            *(f"docs/{file}" for file in (*files_of(knowledge), *assets)),
            *(f"docs/{former}index.html" for former in moved),
        )
        layer = _theme_layer(knowledge)
    return {**written, **layer}, frozenset((*names, *layer))


def _begun(reasoning: Reasoning, cache: NoCache) -> tuple[Context, _Documents, Jobs, Again]:
    """What pages are made from, what makes each of them and all that belongs to it, and what knows earlier ones."""
    with reads() as noted:
        context = _context(reasoning, cache)
        documents = _documents(context)
        with reads():  # of which the files of each framework are told by the questions that they look up
            questions = Told("questions", questions_of(reasoning.knowledge))
        again = Again(reasoning, noted, *(one for one in (context.uses, questions) if isinstance(one, Told)))
        jobs = _jobs(context, documents, cache, questions, again)
    return context, documents, jobs, again


@contextmanager
def _as_read(glossary: Glossary) -> Iterator[None]:
    """Within this, pages speak the glossary's language, and run as it does."""
    with speaking(glossary.words), running(glossary.direction):
        yield


def _by_hand(context: Context) -> dict[str, Callable[[], bytes]]:
    """What makes the Markdown of each page written by hand, by its address."""
    knowledge = context.knowledge

    def made(page: HandwrittenPage, address: str) -> bytes:
        wrong = disagree_html(knowledge.glossary, page_title(knowledge, page), address, page.place)
        return _with_previews(knowledge, with_block(hand_written_page(context, page), wrong), address)

    return {page_address(page.path): partial(made, page, page_address(page.path)) for page in knowledge.pages}


def _names(knowledge: KnowledgeBase, titles: list[tuple[str, str]]) -> dict[str, bytes]:
    return {NAMES: names_file(knowledge, titles, skeleton(kinds.TERM, "new", label=PLACEHOLDER))}


def _theme_layer(knowledge: KnowledgeBase) -> dict[str, bytes]:
    layer = {name: with_words(_theme(name).decode(), knowledge) for name in THEME_FILES}
    layer |= {**language_file(knowledge.glossary.lang), MARK: mark_svg().encode()}
    return {f"theme/{name}": data for name, data in layer.items()}


def _built(reasoning: Reasoning, assets: Mapping[str, bytes], cache: NoCache) -> dict[str, bytes]:
    knowledge = reasoning.knowledge
    context, documents, jobs, again = _begun(reasoning, cache)
    written = {f"docs/{path}": content for path, content in assets.items()}
    titles: list[tuple[str, str]] = []
    for page in knowledge.pages:
        titles += ((name, page_address(page.path)) for name in (page_title(knowledge, page), *page.asked))
    written |= {f"docs/{address}index.md": make() for address, make in _by_hand(context).items()}
    made = again.made(jobs, meanwhile=lambda: written.update(_beside_pages(knowledge, cache)))
    for address in documents:
        title, markdown = made.pop(address)
        titles.append((title, address))
        written[f"docs/{address}index.md"] = markdown
    written |= {f"docs/{address}": data for address, (_, data) in made.items()}
    written |= {f"docs/{address}": drawn for address, drawn in files_made_here(knowledge, cache).items()}
    names: Jobs = {f"names and {digest_of(repr(titles))}": [partial(_files, partial(_names, knowledge, titles))]}
    written |= {f"docs/{address}": data for address, (_, data) in again.made(names, "what names read").items()}
    for scope in large_scopes(knowledge):
        data = explorer_data(Page(context, explore_address(scope)), scope)
        written[f"docs/{explorer_file(scope)}"] = data.encode()
    return written | _theme_layer(knowledge)


def _beside_pages(knowledge: KnowledgeBase, cache: NoCache) -> dict[str, bytes]:
    """The files for which no page need be made, and nothing asked."""
    written = _for_embeds()
    for former, present in (redirects(knowledge) | moved_embeds(knowledge)).items():
        written[f"docs/{former}index.html"] = redirect_stub(knowledge, former, present)
    written[f"docs/{STYLES}"] = _theme("hornbook.css") + diagram_css().encode()
    written[f"docs/{SCRIPT}"] = _script("hornbook.js")
    written[f"docs/{MOVED}"] = _theme("moved.js")
    written[f"docs/{FINDER}"] = _theme("finder.js")
    written[f"docs/{CHECKER}"] = _script("check.js")
    written[f"docs/{NEAREST}"] = _script("nearest.js")
    written |= {f"docs/{address}": picture for address, picture in site_pictures(knowledge, cache).items()}
    written |= {f"docs/{address}": words for address, words in previews_written(knowledge).items()}
    written[f"docs/{TERMS_DATA}"] = terms_file(knowledge)
    written[f"docs/{HEADERS}"] = headers(knowledge)
    if knowledge.sources:
        written[f"docs/{BIBTEX}"] = bibtex(knowledge)
        written[f"docs/{CSL_JSON}"] = csl_json(knowledge)
    schemas = published_schemas(knowledge.glossary.site_url)
    return written | {f"docs/{address}": schema for address, schema in schemas.items()}


def _jobs(
    context: Context,
    documents: Mapping[str, Callable[[], GeneratedPage]],
    cache: NoCache,
    questions: Mapping[str, Mapping[str, Question]],
    again: Again,
) -> dict[str, list[Callable[[], Made]]]:
    """What makes the pages, embeds and drawings: for each page all that belongs to it, which has its drawings too.

    What takes longest is begun first, so that no core is left with it in the end.
    """
    knowledge = context.knowledge
    jobs: dict[str, list[Callable[[], Made]]] = {}

    def add(page: str, job: Callable[[], Made]) -> None:
        jobs.setdefault(_drawn_with(page), []).append(job)

    for address, make in documents.items():
        add(address, partial(_page, knowledge, address, make))
    for page, embed in embeds(context):
        add(page, partial(_embedded, knowledge.glossary, embed))
    for page, use in use_pages(context):
        add(page, partial(_use, knowledge.glossary, use))
    for maker in file_makers(knowledge, cache):
        add(maker.page, partial(_files, maker.make))
    for form, write in data_makers(context.reasoning, again.told).items():
        add(f"data as {form}", partial(_files, write))
    for framework, write in proof_makers(context.reasoning, questions).items():
        add(f"proofs of {framework}", partial(_files, write))
    first = [address for address in map(framework_address, knowledge.frameworks) if address in jobs]
    return {address: jobs[address] for address in dict.fromkeys((*first, *jobs))}


def _drawn_with(page: str) -> str:
    """The page beside which another is made, since both show the same drawings."""
    address = page.partition("#")[0]
    explored = address.removeprefix(EXPLORE)
    return FRAMEWORKS + explored if explored != address else address


def _files(make: Callable[[], dict[str, bytes]]) -> Made:
    """What makes files, as what makes pages: they have no titles."""
    return {address: ("", data) for address, data in make().items()}


def _page(knowledge: KnowledgeBase, address: str, make: Callable[[], GeneratedPage]) -> Made:
    """The title and the Markdown of a page of the builder's."""
    page = make()
    page = replace(page, card=card_of(knowledge, page))
    wrong = disagree_html(knowledge.glossary, page.title, page.address, page.edit)
    markdown = with_block(to_markdown(page, knowledge.glossary), join(_missing(knowledge, page), wrong))
    own = page.address.removeprefix(TERMS).rstrip("/")
    return {address: (page.title, _with_previews(knowledge, markdown, page.address, own))}


def _missing(knowledge: KnowledgeBase, page: GeneratedPage) -> Html:
    """How what a list lacks is proposed, on the list of terms."""
    if page.address != TERMS:
        return EMPTY
    return proposal_html(knowledge.glossary, kinds.TERM.own_file.format("new-term"), skeleton(kinds.TERM, "new-term"))


def places_on(reasoning: Reasoning, cache: NoCache = NOTHING_KEPT) -> Callable[[str], Places | None]:
    """What makes of an address what a link to the page there can lead to; None where the builder makes no page."""

    @once
    def context() -> Context:
        return _context(reasoning, cache)

    @once
    def places(address: str) -> Places | None:
        with _as_read(reasoning.knowledge.glossary):
            make = _documents(context()).get(address)
            return None if make is None else places_of(make())

    return places


def _context(reasoning: Reasoning, cache: NoCache = NOTHING_KEPT) -> Context:
    knowledge = reasoning.knowledge
    finder = TermFinder(knowledge)
    with reads():  # of which every page is told by the uses that it looks up
        uses = Told("uses", uses_of_terms(knowledge, finder))
    shared = shared_names(knowledge.terms)
    return Context(
        reasoning,
        finder,
        drawings_for(knowledge, cache),
        uses,
        read_examples(reasoning),
        shared,
        kin_of_terms(knowledge),
    )


def _documents(context: Context) -> dict[str, Callable[[], GeneratedPage]]:
    """What makes each page of the builder's, by its address, in the order of the tables."""
    knowledge = context.knowledge
    by_hand = {page_address(page.path) for page in knowledge.pages}
    made: dict[str, Callable[[], GeneratedPage]] = {} if HOME in by_hand else {HOME: partial(home_page, context)}
    made |= {
        index.address: partial(INDEX_PAGES[index.address], context) for index in INDEXES if index.exists(knowledge)
    }
    for kind in ADDRESSED:
        own = {kind.address: RECORD_PAGES[kind]} if kind.address is not None and kind in RECORD_PAGES else {}
        for pattern, page in {**own, **{pattern: FURTHER_PAGES[pattern] for pattern in kind.also}}.items():
            made |= _row(context, kind, pattern, page)
    made |= _parts(context)
    made |= {
        page: partial(view_part_page, context, view, number)
        for page, (view, number) in view_part_pages(knowledge).items()
    }
    made |= {
        address: partial(_placed, partial(shared_name_page, context, address, names), _index_at(TERMS), None, None)
        for address, names in shared_name_pages(knowledge).items()
    }
    for kind, name, heir in retired_records(context.knowledge):
        made[record_address(kind, name)] = partial(retired_page, context, kind, name, heir)
    return made


def _parts(context: Context) -> dict[str, Callable[[], GeneratedPage]]:
    """What makes the pages on which long lists go on."""
    further = further_pages(context.knowledge)
    frameworks, sources = context.knowledge.frameworks.values(), context.knowledge.sources.values()
    of_frameworks = {framework_address(one.id): partial(framework_part, context, one) for one in frameworks}
    parts = {
        TERMS: terms_part,
        FAQS: faq_part,
        SOURCES: sources_part,
        EXAMPLES: examples_part,
        VIEWS: diagrams_part,
    }
    of_sources = {source_address(one.id): partial(source_part, context, one) for one in sources}
    lists = {address: partial(part, context) for address, part in parts.items()} | of_frameworks | of_sources
    return {
        page: partial(lists[address], number)
        for address, pages in further.items()
        for number, page in enumerate(pages, start=2)
    }


def _row(
    context: Context, kind: Kind, pattern: str, page: Callable[[Context, Any], GeneratedPage]
) -> dict[str, Callable[[], GeneratedPage]]:
    """What makes the pages of all records of a kind, each between its neighbours."""
    index = _index_at(pattern.partition("{}")[0])
    records = in_order(context.knowledge, kind)
    links = [(list_title(kind, record), pattern.format(record.id)) for record in records]
    beside = zip([None, *links], [*links[1:], None], strict=False)
    return {
        address: partial(_placed, partial(page, context, record), index, before, after)
        for record, (_, address), (before, after) in zip(records, links, beside, strict=False)
    }


def _index_at(address: str) -> Index:
    """The list that stands at an address."""
    return next(one for one in INDEXES if one.address == address)


def _placed(make: Callable[[], GeneratedPage], index: Index, before: Link | None, after: Link | None) -> GeneratedPage:
    return placed(make(), index, before, after)


def _for_embeds() -> dict[str, bytes]:
    """What is needed by what other sites show of this one."""
    written = {f"docs/{FRAMELESS_SCRIPT}": _script("embed.js"), f"docs/{PREVIEWS}": _theme("previews.js")}
    own, of_site = (_theme(name).decode() for name in ("embed.css", "hornbook.css"))
    written[f"docs/{FRAMELESS_STYLES}"] = frameless_styles(own, of_site)
    return written


def _use(glossary: Glossary, make: Callable[[], UsePage]) -> Made:
    """The file of one page on how to show something elsewhere."""
    use = make()
    return {f"{use.address}index.html": ("", use_document(glossary, use))}


def _embedded(glossary: Glossary, make: Callable[[], Embed]) -> Made:
    """The files of one embed."""
    embed = make()
    page = {f"{embed.address}index.html": ("", frameless_page(glossary, embed))}
    if embed.badge is None:
        return page | {f"{embed.address}{OEMBED}": ("", oembed(glossary, embed))}
    badge = badge_svg(glossary.title, embed.title, embed.badge.verdict, embed.badge.word)
    return page | {f"{embed.address}{BADGE}": ("", badge.encode())}


def _with_previews(knowledge: KnowledgeBase, markdown: bytes, at: str, own: str | None = None) -> bytes:
    """The page with where the previews of the terms are that it links to, at its end."""
    previews = previews_html(knowledge, markdown.decode(), at, own)
    return markdown if previews is None else with_block(markdown, previews)


def _script(name: str) -> bytes:
    """A script in the language that is spoken."""
    return spoken_script(_theme(name), json.loads(_theme("words.json"))["scripts"][name])


def _theme(name: str) -> bytes:
    return (files("hornbook") / "theme" / name).read_bytes()
