"""Catalogues of messages, read from gettext's files: each English message, and what is said instead."""

import io
from collections.abc import Sequence
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

Catalogue = NullTranslations
"""What gives for a message what is said in one language: `gettext`, `ngettext`, `pgettext`."""
ENGLISH = "en"
LANGUAGES: Sequence[str] = (ENGLISH, "de", "he")
"""The languages that there are catalogues for; English is that of the messages themselves."""
_IN_ENGLISH = NullTranslations()


class English(str):
    """A message that a language lacks, so that it stays English among words of that language."""

    __slots__ = ()


class _Lacking(NullTranslations):
    """What is said of a message that a catalogue does not translate."""

    def gettext(self, message: str) -> str:
        return English(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return English(super().ngettext(msgid1, msgid2, n))

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - named as gettext calls it
        return English(message)


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue for a language as BCP 47 names it, such as `de-AT`; the English one where there is none for it."""
    name = language_name(language)
    if name == ENGLISH or name not in LANGUAGES:
        return _IN_ENGLISH
    return read_catalogue(files(__package__).joinpath(f"catalogues/{name}.po").read_bytes())


def has_catalogue(language: str) -> bool:
    """Whether anything is said in a language; English always is."""
    return language_name(language) in LANGUAGES


def language_name(language: str) -> str:
    """The language without its region or script."""
    return language.lower().partition("-")[0]


def read_catalogue(text: bytes) -> Catalogue:
    """A catalogue from the text of a PO file; messages that are marked as unsure are left out, as gettext does.

    What it lacks is said as `English`.
    """
    # Only a site in another language waits for Babel.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(text)))
    compiled.seek(0)
    words = GNUTranslations(compiled)
    words.add_fallback(_Lacking())
    return words
