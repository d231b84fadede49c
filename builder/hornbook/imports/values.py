"""A vocabulary as it was read from a file of another kind, before its terms have ids."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hornbook.diagnostics import IMPORT_UNREADABLE, Diagnostic, Place
from hornbook.model.records import Relation


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a text that lead to another draft."""

    key: str
    words: str
    """Plain text."""


Written = tuple[str | Link, ...]
"""A text in Markdown, with its links apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSense:
    """What one author means by a draft."""

    key: str
    name: str = ""
    """What its id may be, if it says so."""
    framework: str = ""
    """The key of its author's framework, if there is one."""
    called: str = ""
    """The key of the draft that is the author's own word for it, if it is another one."""
    of: str = ""
    text: str
    """Plain text, like the next two."""
    quote: str = ""
    note: str = ""
    words: tuple[str, ...] = ()
    """Other words for it that the author uses."""
    match: Mapping[Relation, tuple[str, ...]] = field(default_factory=dict)
    """Keys of other senses."""
    elsewhere: Mapping[Relation, tuple[str, ...]] = field(default_factory=dict)
    cited: tuple[str, ...] = ()
    """Keys of sources; one at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFramework:
    """An author's way of speaking."""

    key: str
    label: str
    source: str
    """The key of the work that it is taken from."""
    text: str = ""
    """Plain text."""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftWord:
    """What is known of a word by which drafts are marked."""

    sort: str
    """`kind`, `group`, `tag` or `status`."""
    label: str
    """The word as drafts name it."""
    meaning: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One term of another vocabulary."""

    key: str
    """What the rest of that vocabulary calls it."""
    place: Place
    label: str
    """Plain text; formulas stand between dollar signs where `has_formulas` of the vocabulary says so."""
    names: tuple[str, ...] = ()
    """What its id may be made of, the best first; the label comes last."""
    aliases: tuple[str, ...] = ()
    short: str = ""
    """The meaning in one plain sentence, where it is told apart from the text."""
    text: Written = ()
    plain: str = ""
    """The same text without markup, for where the Markdown of others is more than a text of ours may hold."""
    standing: str = ""
    """What is said of it where it has no text: where it stands among the others."""
    note: Written = ()
    related: tuple[str, ...] = ()
    """Keys of others."""
    match: Mapping[Relation, tuple[str, ...]] = field(default_factory=dict)
    """Keys of others."""
    elsewhere: Mapping[Relation, tuple[str, ...]] = field(default_factory=dict)
    """Addresses of what other vocabularies have."""
    marks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words that mark it, by what one is called here: `kind`, `group`, `tag`, `status`."""
    cited: tuple[str, ...] = ()
    """Keys of the works that its text is from."""
    sentences: tuple[str, str] | None = None
    """What is true when it holds, and when it fails."""
    senses: tuple[DraftSense, ...] = ()
    mentions: tuple[str, ...] = ()
    """Keys of sources that use the word."""


@dataclass(frozen=True, slots=True)
class DraftText:
    """A text of something else than a term."""

    written: Written
    """In Markdown, with formulas."""
    plain: str
    """Without markup."""


@dataclass(frozen=True, slots=True)
class DraftSource:
    """A work that is cited."""

    key: str
    title: str
    address: str = ""
    name: str = ""
    """What its id may be made of; the key if it is empty."""
    authors: tuple[str, ...] = ()
    issued: str = ""


Valued = tuple[str, bool]
"""The key of a term, and whether it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftImplication:
    """Premises that give a conclusion."""

    name: str
    place: Place
    premises: tuple[Valued, ...]
    conclusion: Valued
    because: DraftText
    cited: tuple[str, ...] = ()
    """Keys of sources."""


@dataclass(frozen=True, slots=True)
class DraftFact:
    """Whether something holds in an example, and why."""

    holds: bool
    because: DraftText
    cited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftExample:
    """A situation, with what is recorded of it by the keys of terms."""

    key: str
    place: Place
    label: str
    text: DraftText
    facts: Mapping[str, DraftFact]
    cited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Theory:
    """What the terms of a vocabulary imply, which becomes a framework; and its examples."""

    label: str
    implications: tuple[DraftImplication, ...]
    examples: tuple[DraftExample, ...]


@dataclass(frozen=True, slots=True, order=True)
class Loss:
    """One thing that was left out, or changed."""

    what: str
    """The kind of thing, in the plural, such as "labels in other languages"."""
    place: Place
    words: str
    """The thing itself."""
    is_change: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What a file held."""

    terms: tuple[Draft, ...] = ()
    losses: tuple[Loss, ...] = ()
    title: str = ""
    description: str = ""
    language: str = ""
    licence: str = ""
    has_formulas: bool = False
    """Dollar signs in it begin and end formulas."""
    theory: Theory | None = None
    sources: Mapping[str, DraftSource] = field(default_factory=dict)
    """The works that its records cite, by their keys."""
    frameworks: Mapping[str, DraftFramework] = field(default_factory=dict)
    words: tuple[DraftWord, ...] = ()
    """What is known of words by which drafts are marked."""
    carried: Mapping[str, int] = field(default_factory=dict)
    """How many of what else was carried, beside terms, labels and texts."""


def unreadable(place: Place, message: str, hint: str) -> Diagnostic:
    """Why a file cannot be imported."""
    return Diagnostic(place, IMPORT_UNREADABLE, message, hint=hint)
