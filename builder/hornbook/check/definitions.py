"""Definitions: each is somebody's, so that readers know whose words they would quote."""

from collections.abc import Iterator

from hornbook.diagnostics import Code, Diagnostic, Lines, Severity
from hornbook.model import KnowledgeBase

DEFINITION_NOBODY = Code(
    "definition-nobody",
    "The `style` asks whose each definition is, and nobody is named: a sense has no framework and its source no "
    "author, or a term has neither a sense nor a source that mentions it.",
    Lines(
        "glossary/terms/rain.yaml",
        "- id: everyday\n  text: What falls from clouds.\n  source: {ref: leaflet}",
        "- id: everyday\n  text: What falls from clouds.\n  source: {ref: almanac}",
    ),
    severity=Severity.WARNING,
)


def check_definitions(knowledge: KnowledgeBase) -> Iterator[Diagnostic]:
    """Find senses and terms that are nobody's."""
    for term in knowledge.terms.values():
        if not term.senses and not term.mentions:
            message = f"nobody is named who defines the term `{term.id}`"
            hint = "add the sense of an author (`senses`), or where a source uses the word (`mentions`)"
            yield Diagnostic(term.place, DEFINITION_NOBODY, message, hint=hint)
        for sense in term.senses:
            if sense.framework is None and not any(knowledge.sources[one.ref].author for one in sense.sources):
                message = f"nobody is named whose sense `{sense.id}` of `{term.id}` is"
                hint = "name the `framework` whose sense it is, or the `author` of its source"
                yield Diagnostic(sense.place, DEFINITION_NOBODY, message, hint=hint)
