"""Places on the site by what they hold: the words for an address that a statement gives."""

from hornbook.addresses import (
    DISAGREEMENTS,
    EXAMPLES,
    FAQS,
    FRAMEWORKS,
    QUIZ,
    SOURCES,
    TERMS,
    VIEWS,
    title_of,
    written_address,
)
from hornbook.model import Framework, KnowledgeBase, Term
from hornbook.pages.context import Context

_FIXED = {
    TERMS: "Terms",
    FRAMEWORKS: "Frameworks",
    "frameworks/compare/": "Frameworks compared",
    VIEWS: "Diagrams",
    FAQS: "Questions",
    EXAMPLES: "Examples",
    DISAGREEMENTS: "Disagreements",
    QUIZ: "Quiz",
    SOURCES: "Sources",
}


def place_title(context: Context, written: str) -> str:
    """What stands at an address such as `terms/outer-alignment#sense-two-layer`, in a few words."""
    knowledge = context.knowledge
    path, _, anchor = written_address(written).partition("#")
    if path in _FIXED:
        question = knowledge.questions.get(anchor) if path == QUIZ else None
        return f"Quiz: {question.question}" if question else _FIXED[path]
    folder, _, name = path.rstrip("/").rpartition("/")
    if folder == SOURCES.rstrip("/"):
        title = knowledge.sources[name].title if name in knowledge.sources else name
    else:
        title = _title(knowledge, name)
    part = _part(knowledge, name, anchor) if anchor else ""
    return f"{title}: {part}" if part else title


def _title(knowledge: KnowledgeBase, name: str) -> str:
    known = (
        knowledge.terms,
        knowledge.views,
        knowledge.chains,
        knowledge.faqs,
        knowledge.examples,
        knowledge.disagreements,
        knowledge.frameworks,
    )
    return title_of(knowledge, name) if any(name in kind for kind in known) else name


def _part(knowledge: KnowledgeBase, name: str, anchor: str) -> str:
    """The part of a page that an anchor leads to."""
    if name in knowledge.terms:
        return _sense(knowledge, knowledge.terms[name], anchor)
    if name in knowledge.frameworks:
        return _record(knowledge.frameworks[name], anchor)
    kind, _, which = anchor.partition("-")
    if kind == "position" and which in knowledge.frameworks:
        return knowledge.frameworks[which].label
    return f"{kind} {which}" if kind in {"claim", "judgement", "statement", "position"} else anchor.replace("-", " ")


def _sense(knowledge: KnowledgeBase, term: Term, anchor: str) -> str:
    for sense in term.senses:
        if anchor == f"sense-{sense.id}":
            is_default = sense.id == sense.framework and sense.framework is not None
            return knowledge.frameworks[sense.id].label if is_default else f"sense “{sense.id}”"
    return anchor.replace("-", " ")


def _record(framework: Framework, anchor: str) -> str:
    titles = {one.id: one.title for one in framework.lists} | {one.id: one.title for one in framework.tables}
    return titles.get(anchor, anchor.replace("-", " "))
