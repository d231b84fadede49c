"""Definitions: each is somebody's, so that readers know whose words they would quote."""

from collections.abc import Iterator

from hornbook.diagnostics import Code, Diagnostic, Lines, Severity
from hornbook.model import KnowledgeBase

DEFINITION_NOBODY = Code(
    "definition-nobody",
    "Nobody gives a definition: the sense names no framework and its source no author, or the term has no sense and "
    "no source mentions it. It is asked for where there is a `style` and the frameworks have authors.",
    Lines(
        "glossary/terms/rain.yaml",
        "- id: everyday\n  text: What falls from clouds.\n  source: {ref: leaflet}",
        "- framework: weather\n  text: What falls from clouds.\n  source: {ref: leaflet}",
    ),
    severity=Severity.WARNING,
)


def check_definitions(knowledge: KnowledgeBase) -> Iterator[Diagnostic]:
    """Find senses and terms without an author, where frameworks have authors."""
    if not any(_has_author(knowledge, framework.source.ref) for framework in knowledge.frameworks.values()):
        return
    for term in knowledge.terms.values():
        if not term.senses and not term.mentions:
            message = f"nobody is named who defines the term `{term.id}`"
            hint = "add the sense of an author (`senses`), or where a source uses the word (`mentions`)"
            yield Diagnostic(term.place, DEFINITION_NOBODY, message, hint=hint)
        for sense in term.senses:
            if sense.framework is None and not _has_author(knowledge, sense.source.ref):
                message = f"nobody is named whose sense `{sense.id}` of `{term.id}` is"
                hint = "name the `framework` whose sense it is, or the `author` of its source"
                yield Diagnostic(sense.place, DEFINITION_NOBODY, message, hint=hint)


def _has_author(knowledge: KnowledgeBase, source: str) -> bool:
    return bool(knowledge.sources[source].author)
