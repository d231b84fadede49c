"""Sentences: none longer than the vocabulary's style allows, and none with a mark in its middle."""

import re
from collections.abc import Iterator

from hornbook.check.sentence_split import Sentence, sentences_of, without_quotations
from hornbook.diagnostics import Code, Diagnostic, Lines, Severity
from hornbook.model import Style
from hornbook.model.passages import HIDDEN, Passage

SENTENCE_LONG = Code(
    "sentence-long",
    "A sentence has more words than `longest_sentence` in the `style` of `glossary/glossary.yaml` allows.",
    Lines(
        "glossary/terms/rain.yaml",
        "short: Rain is water that falls from clouds, and what it falls on is wet.",
        "short: Rain is water that falls from clouds. What it falls on is wet.",
    ),
    severity=Severity.WARNING,
)
SENTENCE_MARK = Code(
    "sentence-mark",
    "The mark of a claim, or another of its kind, stands in the middle of a sentence, where it interrupts the reader.",
    Lines(
        "glossary/faq/does-rain-wet.yaml",
        "answer: If [[rain => wet-ground|rain wets the ground]], it is wet.",
        "answer: The ground is wet, as [[rain => wet-ground|rain wets it]].",
    ),
    severity=Severity.WARNING,
)

_MARK = re.compile(r"[✓✗∴]|(?<=\s)[?!](?=\s|\w)")
_CLAIMED = "\N{NO-BREAK SPACE}✓"


def check_sentences(style: Style, passage: Passage) -> Iterator[Diagnostic]:
    """Find sentences that are too long, and marks inside sentences; words in quotation marks are counted too."""
    unquoted = without_quotations(passage.text)
    for sentence in sentences_of(passage.text):
        if sentence.words > style.longest_sentence:
            first = passage.text[sentence.start : sentence.end].split(maxsplit=1)[0]
            yield Diagnostic(
                passage.where(sentence.start, sentence.start + len(first)),
                SENTENCE_LONG,
                f"the sentence has {sentence.words} words; the style allows {style.longest_sentence}",
                hint="make two of it, each with one idea",
            )
        yield from _marks(passage, unquoted, sentence)


def _marks(passage: Passage, unquoted: str, sentence: Sentence) -> Iterator[Diagnostic]:
    for found in _MARK.finditer(unquoted, sentence.start, sentence.end):
        before, after = unquoted[sentence.start : found.start()], unquoted[found.end() : sentence.end]
        if not (_has_words(before) and _has_words(after)):
            continue
        if unquoted[found.start() - 1 : found.end()] == _CLAIMED:
            message = "the mark of this claim stands inside a sentence"
            hint = "end the sentence with the claim"
        else:
            message = f"the mark `{found[0]}` stands inside a sentence"
            hint = "put it at the end; a mark that is spoken of stands in quotation marks"
        yield Diagnostic(passage.where(found.start(), found.end()), SENTENCE_MARK, message, hint=hint)


def _has_words(text: str) -> bool:
    return any(char.isalnum() or char == HIDDEN for char in text)
