"""Words that the vocabulary's style avoids, and the better ones."""

import re
from collections.abc import Callable, Iterator

from hornbook.check.sentence_split import without_quotations
from hornbook.diagnostics import Code, Diagnostic, Lines, Severity
from hornbook.diagnostics.formats import listed
from hornbook.model import AvoidedWord, Style
from hornbook.model.passages import Passage

WORD_AVOIDED = Code(
    "word-avoided",
    "A text uses a word that `style` in `glossary/glossary.yaml` asks to avoid. Quotations, code, labels, aliases and "
    "titles of sources may hold it.",
    Lines(
        "glossary/terms/rain.yaml",
        "short: Aqueous matter that descends from the sky.",
        "short: Water that falls from the sky.",
    ),
    severity=Severity.WARNING,
)

_BLANK = re.compile(r"\s+")


def wording_check(style: Style) -> Callable[[Passage], Iterator[Diagnostic]]:
    """What finds the words to avoid in a passage, in each form that is listed, whole.

    Of several that begin at one place it takes the longest.
    """
    meant = {_key(form): avoided for avoided in style.words for form in (avoided.word, *avoided.forms)}
    if not meant:
        return lambda _: iter(())
    forms = "|".join(map(_pattern, sorted(meant, key=lambda form: (-len(form), form))))
    pattern = re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE)

    def check(passage: Passage) -> Iterator[Diagnostic]:
        for found in pattern.finditer(without_quotations(passage.text)):
            yield Diagnostic(
                passage.where(found.start(), found.end()),
                WORD_AVOIDED,
                f"`{_BLANK.sub(' ', found[0])}` is a wording to avoid here",
                hint=_hint(meant[_key(found[0])]),
            )

    return check


def _key(form: str) -> str:
    """The form as it is compared: small letters, one blank between words, straight apostrophes."""
    return _BLANK.sub(" ", form.strip()).replace("’", "'").lower()


def _pattern(form: str) -> str:
    return re.escape(form).replace(r"\ ", r"\s+").replace("'", "['’]")


def _hint(avoided: AvoidedWord) -> str:
    better = f"write {listed(avoided.better)}"
    return f"{better}; {avoided.why}" if avoided.why else better
