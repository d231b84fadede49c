"""The table of contents of the output: a knowledge base becomes {path: bytes}. Pure; nothing here writes a file."""

from collections.abc import Iterator, Mapping
from importlib.resources import files

from hornbook.addresses import BIBTEX, CSL_JSON, TERMS
from hornbook.diagrams import css as diagram_css
from hornbook.drawings import chain_files, drawings_for, site_pictures, view_files
from hornbook.exports import bibtex, csl_json
from hornbook.model import KnowledgeBase
from hornbook.pages.chain_pages import chain_page
from hornbook.pages.codes_page import codes_page
from hornbook.pages.comparison_page import comparison_page
from hornbook.pages.context import Context
from hornbook.pages.diagram_index import diagram_index
from hornbook.pages.disagreement_pages import disagreement_index, disagreement_page
from hornbook.pages.example_pages import example_index, example_page
from hornbook.pages.explore_pages import explore_index, explore_page
from hornbook.pages.faq_pages import faq_index, faq_page
from hornbook.pages.framework_pages import framework_index, framework_page
from hornbook.pages.generated_page import GeneratedPage, to_markdown
from hornbook.pages.hand_written import hand_written_page
from hornbook.pages.previews import previews_html
from hornbook.pages.quiz_page import quiz_page
from hornbook.pages.redirects import redirect_stub, redirects
from hornbook.pages.source_pages import source_page, sources_page
from hornbook.pages.term_finder import TermFinder
from hornbook.pages.term_page import term_page
from hornbook.pages.terms_index import terms_index
from hornbook.pages.uses import uses_of_terms
from hornbook.pages.view_pages import view_page
from hornbook.reasoning.readings import readings_by_atom
from hornbook.reasoning.scopes import Reasoning

THEME_FILES = ("404.html", "main.html", "partials/actions.html", "partials/copyright.html")


def build(reasoning: Reasoning, assets: Mapping[str, bytes]) -> dict[str, bytes]:
    """Make every file below `build/`: the engine's sources in `docs/`, its theme layer in `theme/`.

    `assets` are the files of the project's `docs/` that are no Markdown, by path from there.
    """
    knowledge = reasoning.knowledge
    finder = TermFinder(knowledge)
    context = Context(
        reasoning,
        finder,
        drawings_for(knowledge),
        uses_of_terms(knowledge, finder),
        readings_by_atom(reasoning),
    )
    written = {f"docs/{path}": content for path, content in assets.items()}
    for page in knowledge.pages:
        written[f"docs/{page.path}"] = _with_previews(knowledge, hand_written_page(context, page))
    for document in _documents(context):
        markdown = to_markdown(document, knowledge.glossary)
        own = document.address.removeprefix(TERMS).rstrip("/")
        written[f"docs/{document.address}index.md"] = _with_previews(knowledge, markdown, own)
    for former, present in redirects(knowledge).items():
        written[f"docs/{former}index.html"] = redirect_stub(knowledge, former, present)
    for name, drawn in all_drawings(knowledge).items():
        written[f"docs/diagrams/{name}"] = drawn
    written["docs/assets/hornbook/hornbook.css"] = _theme("hornbook.css") + diagram_css().encode()
    written["docs/assets/hornbook/hornbook.js"] = _theme("hornbook.js")
    written |= {f"docs/assets/hornbook/{name}": picture for name, picture in site_pictures(knowledge).items()}
    written[f"docs/{BIBTEX}"] = bibtex(knowledge)
    written[f"docs/{CSL_JSON}"] = csl_json(knowledge)
    written |= {f"theme/{name}": _theme(name) for name in THEME_FILES}
    return dict(sorted(written.items()))


def all_drawings(knowledge: KnowledgeBase) -> dict[str, bytes]:
    """The drawings of every view and chain as files, by name: `ID.svg`, `ID.narrow.dark.svg` and so on."""
    views = [view_files(knowledge, view) for view in knowledge.views.values()]
    chains = [chain_files(knowledge, chain) for chain in knowledge.chains.values()]
    return {name: drawn for files_of_one in (*views, *chains) for name, drawn in files_of_one.items()}


def _documents(context: Context) -> list[GeneratedPage]:
    knowledge = context.knowledge
    return [
        terms_index(context),
        *(term_page(context, term) for term in knowledge.terms.values()),
        framework_index(context),
        *(framework_page(context, framework) for framework in knowledge.frameworks.values()),
        *([comparison_page(context)] if len(knowledge.frameworks) > 1 else ()),
        explore_index(context),
        *(explore_page(context, framework) for framework in knowledge.frameworks.values()),
        diagram_index(context),
        *(view_page(context, view) for view in knowledge.views.values()),
        *(chain_page(context, chain) for chain in knowledge.chains.values()),
        faq_index(context),
        *(faq_page(context, faq) for faq in knowledge.faqs.values()),
        *_situations(context),
        sources_page(context),
        *(source_page(context, source) for source in knowledge.sources.values()),
        codes_page(),
    ]


def _situations(context: Context) -> Iterator[GeneratedPage]:
    """The pages of kinds that a small glossary may not have: an index without anything in it is not written."""
    knowledge = context.knowledge
    if knowledge.examples:
        yield example_index(context)
        yield from (example_page(context, example) for example in knowledge.examples.values())
    if knowledge.questions:
        yield quiz_page(context)
    if knowledge.disagreements:
        yield disagreement_index(context)
        yield from (disagreement_page(context, one) for one in knowledge.disagreements.values())


def _with_previews(knowledge: KnowledgeBase, markdown: bytes, own: str | None = None) -> bytes:
    """The page with the previews of the terms that it links to, at its end."""
    previews = previews_html(knowledge, markdown.decode(), own)
    return markdown if previews is None else markdown.rstrip() + f"\n\n{previews}\n".encode()


def _theme(name: str) -> bytes:
    return (files("hornbook") / "theme" / name).read_bytes()
