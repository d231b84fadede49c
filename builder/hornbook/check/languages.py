"""The language of a glossary: whether the builder has words in it."""

from collections.abc import Iterator

from hornbook.diagnostics import Code, Diagnostic, Lines, Severity
from hornbook.language import ENGLISH, LANGUAGES, has_catalogue
from hornbook.model import KnowledgeBase

LANGUAGE_UNSPOKEN = Code(
    "language-unspoken",
    "There is no catalogue of words in the glossary’s language, so what the builder itself says on pages is English.",
    Lines("glossary/glossary.yaml", "lang: tlh", "lang: en"),
    severity=Severity.NOTE,
)


def check_languages(knowledge: KnowledgeBase) -> Iterator[Diagnostic]:
    """Note a language that nothing is said in."""
    glossary = knowledge.glossary
    if not has_catalogue(glossary.lang):
        *some, last = sorted(LANGUAGES)
        yield Diagnostic(
            glossary.place,
            LANGUAGE_UNSPOKEN,
            f"there are no words in the language `{glossary.lang}`: what is generated on pages stays in `{ENGLISH}`",
            hint=f"there are {', '.join(f'`{one}`' for one in some)} and `{last}`; "
            "a further one is a file of translations: see “Languages” in the manual",
        )
