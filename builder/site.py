"""The table of contents of the output: a knowledge base becomes {path: bytes}. Pure; nothing here writes a file."""

from collections.abc import Mapping
from importlib.resources import files

from builder.diagrams import css as diagram_css
from builder.drawings import drawings_for, view_files
from builder.model import KnowledgeBase
from builder.pages.context import Context
from builder.pages.document import Document, to_markdown
from builder.pages.faq_pages import faq_index, faq_page
from builder.pages.framework_pages import framework_index, framework_page
from builder.pages.hand_written import hand_written_page
from builder.pages.index_pages import codes_page, redirect_stub, redirects, sources_page, terms_index
from builder.pages.term_finder import TermFinder
from builder.pages.term_page import term_page
from builder.pages.uses import uses_of_terms
from builder.pages.view_pages import view_index, view_page
from builder.reasoning.scopes import Reasoning

THEME_FILES = ("main.html", "partials/actions.html")


def build(reasoning: Reasoning, assets: Mapping[str, bytes]) -> dict[str, bytes]:
    """Make every file below `build/`: the engine's sources in `docs/`, its theme layer in `theme/`.

    `assets` are the files of the project's `docs/` that are no Markdown, by path from there.
    """
    knowledge = reasoning.knowledge
    finder = TermFinder(knowledge)
    context = Context(reasoning, finder, drawings_for(knowledge), uses_of_terms(knowledge, finder))
    written = {f"docs/{path}": content for path, content in assets.items()}
    written |= {f"docs/{page.path}": hand_written_page(context, page) for page in knowledge.pages}
    for document in _documents(context):
        written[f"docs/{document.address}index.md"] = to_markdown(document, knowledge.glossary)
    for former, present in redirects(knowledge).items():
        written[f"docs/{former}index.html"] = redirect_stub(knowledge, former, present)
    for name, drawn in all_drawings(knowledge).items():
        written[f"docs/diagrams/{name}"] = drawn
    written["docs/assets/hornbook/hornbook.css"] = _theme("hornbook.css") + diagram_css().encode()
    written |= {f"theme/{name}": _theme(name) for name in THEME_FILES}
    return dict(sorted(written.items()))


def all_drawings(knowledge: KnowledgeBase) -> dict[str, bytes]:
    """The drawings of every view as files, by name: `ID.svg`, `ID.narrow.dark.svg` and so on."""
    return {name: drawn for view in knowledge.views.values() for name, drawn in view_files(knowledge, view).items()}


def _documents(context: Context) -> list[Document]:
    knowledge = context.knowledge
    return [
        terms_index(context),
        *(term_page(context, term) for term in knowledge.terms.values()),
        framework_index(context),
        *(framework_page(context, framework) for framework in knowledge.frameworks.values()),
        view_index(context),
        *(view_page(context, view) for view in knowledge.views.values()),
        faq_index(context),
        *(faq_page(context, faq) for faq in knowledge.faqs.values()),
        sources_page(context),
        codes_page(),
    ]


def _theme(name: str) -> bytes:
    return (files("builder") / "theme" / name).read_bytes()
