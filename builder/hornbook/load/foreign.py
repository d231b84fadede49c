"""Texts of other projects: Markdown and reStructuredText, read for what they say and what they ask of a glossary."""

from pathlib import PurePosixPath

from hornbook.diagnostics import Code, Codes, Diagnostic, Group, Place
from hornbook.load.prose import read_foreign_words, too_long
from hornbook.load.restructured import TangledError, is_installed, read_restructured_words
from hornbook.load.text import forbidden_characters, source_text
from hornbook.model.foreign import ForeignText

LINT_UNREAD = Code(
    "lint-unread",
    "A text cannot be looked at: it is no UTF-8, would take its parser too long, or takes one that is not installed.",
    "A file in reStructuredText where `docutils` is not installed.",
)
CODES: Codes = {Group.FILES: (LINT_UNREAD,)}
"""What may be wrong with such a file as a whole."""

MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd", ".qmd"})
RESTRUCTURED = frozenset({".rst", ".rest"})
READ = MARKDOWN | RESTRUCTURED
"""The endings of names of files by which texts are found in a folder; a file that is named may have any other."""


def read_foreign_text(path: str, text: str) -> tuple[ForeignText, tuple[Diagnostic, ...]]:
    """The text of a file, its line breaks all line feeds; empty, with the reason, where it cannot be read."""
    # Characters that nobody sees are nothing here to report, and say nothing.
    for _, character, _ in forbidden_characters(text):
        text = text.replace(character, " ")
    source = source_text(path, text)
    too_much = too_long(source)
    if too_much is not None:
        return ForeignText(path=path), (too_much,)
    read = read_foreign_words
    if PurePosixPath(path).suffix.lower() in RESTRUCTURED:
        if not is_installed():
            message = "to read reStructuredText takes the package `docutils`, which is not installed here"
            hint = "install it with `pip install 'hornbook[rst]'`"
            return ForeignText(path=path), (Diagnostic(Place(path), LINT_UNREAD, message, hint=hint),)
        read = read_restructured_words
    try:
        return read(source), ()
    except TangledError as error:
        hint = "close what is opened, and put blank lines between paragraphs"
        return ForeignText(path=path), (Diagnostic(Place(path), LINT_UNREAD, str(error), hint=hint),)
