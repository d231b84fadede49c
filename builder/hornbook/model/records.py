"""Terms and what they rest on: senses, sources, history, and the glossary's own data."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated as A
from typing import ClassVar

from hornbook.diagnostics import Place
from hornbook.language import Catalogue, Collation, Direction, catalogue, collation, direction_of, say
from hornbook.mathematics import Typeset
from hornbook.model.citations import Citation
from hornbook.model.fields import (
    PART_WAS,
    Address,
    Computed,
    Count,
    Day,
    FaqId,
    FileName,
    FrameworkId,
    GroupId,
    HistoryId,
    KindId,
    Language,
    Line,
    LinksInText,
    MatchId,
    NewId,
    OrAlone,
    Otherwise,
    OutsideId,
    PlaceOf,
    SenseId,
    SourceId,
    StatusId,
    TagId,
    TermId,
    Version,
    Word,
    Words,
    Written,
)
from hornbook.model.outputs import DEFAULT_OUTPUTS, Outputs
from hornbook.model.outside import Import
from hornbook.model.own_words import KIND_WORDS, OwnKind, OwnWord, TermKind
from hornbook.model.prose import Prose
from hornbook.model.style import Style

DEFAULT_LANGUAGE = "en"
FIRST_FORMAT = 1
"""That of a glossary that says nothing of it; it stays what it is, so that old files can be told from new ones."""
FORMAT = 1
"""The newest: raised with a change of the files that old ones must be brought to, by a command."""
LONGEST_LABEL = 80
LONGEST_SHORT = 500
"""Previews and lists can show so much; definitions of mathematics often need more than a sentence's 280."""
LONGEST_BEGINNING = 280
"""So much of a text stands for its short definition, where it has none."""
_FIRST = re.compile(r"\w+(?:['’]\w+)*")
_SINGLE_WORDS = frozenset("aAiIoOyY")
"""Words of one letter in one language or another: "a", "I", "y"."""


class Relation(Word):
    """SKOS mapping words: what the other term, or the other sense, is to this one."""

    EXACT = "exact", "What has the same meaning: either may stand for the other."
    CLOSE = "close", "What has nearly the same meaning: either may stand for the other in some texts."
    BROAD = "broad", "What has a wider meaning."
    NARROW = "narrow", "What has a narrower meaning."
    RELATED = "related", "What has a meaning beside this one, neither wider nor narrower."


class Seen(Word):
    """How much of a source's bibliographic data was seen in a stored copy."""

    YES = "yes", "Author, title and date stand in the copy that was read."
    PARTLY = "partly", "Some of them do; `unverified` says which do not."
    NO = "no", "No copy was read, or none of them stands in it."


class Evidence(Word):
    """How a statement rests on its source: in its words, or inferred from them."""

    STATED = "stated", "The source says so, in other words perhaps."
    INFERRED = "inferred", "The source does not say so, but what it says gives it; the page marks it as inferred."


class Labels(Word):
    """Whether the capital that a label begins with belongs to it."""

    AS_WRITTEN = "as-written", "It does: labels stand in sentences as they stand in headings."
    SENTENCE_CASE = (
        "sentence-case",
        "Only headings need it: in a sentence a label begins small, unless with a letter, an abbreviation or a name's.",
    )


def in_running_text(label: str, labels: Labels) -> str:
    """A label as it stands in a sentence."""
    if labels is Labels.AS_WRITTEN:
        return label
    if isinstance(label, Typeset):
        first, *others = label.pieces
        return Typeset((in_running_text(first, labels), *others)) if isinstance(first, str) else label
    keeps = is_cased(label) or label.partition(" ")[0].endswith(("'s", "’s"))
    return label if keeps else label[:1].lower() + label[1:]


def is_cased(words: str) -> bool:
    """Tell whether a text begins with a letter, abbreviation or formula, whose case is a matter of its meaning.

    Such as "AI", "pH", "T₂", "k-means" and "P vs NP"; not "Non-AI", and not "A priori".
    """
    first = _FIRST.match(words)
    if first is None:
        return False
    word = first[0]
    alone = len(word) == 1 and word not in _SINGLE_WORDS
    return alone or any(letter.isupper() or not (letter.isalpha() or letter in "'’") for letter in word[1:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A work that is cited, with CSL's names of fields, and how far its data were verified."""

    id: A[str, NewId(), "The name by which records cite it."]
    author: A[tuple[str, ...], Line(), "Each author's name."] = ()
    title: A[str, Line(), "The title."]
    issued: A[str | None, Day(partial=True), "When it appeared, as far as known."] = None
    container_title: A[str | None, Line(), Written("container-title"), "Where it appeared."] = None
    url: A[str | None, Address(), Written("URL"), "Its address, if it was seen."] = None
    seen: A[Seen | None, "How much of these data was seen in a copy; nothing is said where it is left out."] = None
    unverified: A[str | None, Words(told=True), "What could not be verified, in a sentence."] = None
    was: A[tuple[str, ...], NewId(), "Ids it had before; each redirects here."] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Another word for a term; with a framework, only that author's."""

    shorthand: ClassVar[str | None] = "text"

    text: A[str, Line(), "The word as it occurs in texts."]
    framework: A[FrameworkId | None, "Only this author's word."] = None
    place: A[Place, PlaceOf("text")]


@dataclass(frozen=True, slots=True)
class Match:
    """A SKOS mapping to another term, or of a sense to another sense."""

    relation: Relation
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermMatches:
    """How a term's meaning relates to the meanings of other terms, in the words of SKOS."""

    exact: A[tuple[MatchId, ...], Relation.EXACT.meaning] = ()
    close: A[tuple[MatchId, ...], Relation.CLOSE.meaning] = ()
    broad: A[tuple[MatchId, ...], Relation.BROAD.meaning] = ()
    narrow: A[tuple[MatchId, ...], Relation.NARROW.meaning] = ()
    related: A[tuple[MatchId, ...], Relation.RELATED.meaning] = ()

    def __iter__(self) -> Iterator[Match]:
        return _matches(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class SenseMatches:
    """How a sense relates to other authors' senses, each written `term/sense`, in the words of SKOS."""

    exact: A[tuple[SenseId, ...], Relation.EXACT.meaning] = ()
    close: A[tuple[SenseId, ...], Relation.CLOSE.meaning] = ()
    broad: A[tuple[SenseId, ...], Relation.BROAD.meaning] = ()
    narrow: A[tuple[SenseId, ...], Relation.NARROW.meaning] = ()
    related: A[tuple[SenseId, ...], Relation.RELATED.meaning] = ()

    def __iter__(self) -> Iterator[Match]:
        return _matches(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideMatches:
    """How a meaning relates to what other vocabularies have, in the words of SKOS: `wikidata:Q42`, `https://…`."""

    shorthand: ClassVar[str | None] = "exact"

    exact: A[tuple[str, ...], OutsideId(), Relation.EXACT.meaning] = ()
    close: A[tuple[str, ...], OutsideId(), Relation.CLOSE.meaning] = ()
    broad: A[tuple[str, ...], OutsideId(), Relation.BROAD.meaning] = ()
    narrow: A[tuple[str, ...], OutsideId(), Relation.NARROW.meaning] = ()
    related: A[tuple[str, ...], OutsideId(), Relation.RELATED.meaning] = ()

    def __iter__(self) -> Iterator[Match]:
        return _matches(self)


def _matches(mappings: TermMatches | SenseMatches | OutsideMatches) -> Iterator[Match]:
    for name, relation in _RELATIONS:
        targets = getattr(mappings, name)
        if targets:
            yield from [Match(relation, target) for target in targets]


_RELATIONS = tuple((relation.value, relation) for relation in Relation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What one author means by a term."""

    together: ClassVar[tuple[str, ...]] = ("holds", "fails")

    id: A[str, NewId(), Otherwise("the framework's id"), "A name for the sense, unique within the term."]
    framework: A[FrameworkId | None, "Whose sense it is; one that is nobody's has an `id` instead."] = None
    of: A[str | None, Line(told=True), "What the term is said of, such as a sort of thing."] = None
    called: A[TermId, Otherwise("the term itself"), "The author's own term for this sense, if it is another one."]
    holds: A[str | None, Line(told=True), "The sentence that is true when it holds, if not the term's own."] = None
    fails: A[str | None, Line(told=True), "The sentence that is true when it fails, if not the term's own."] = None
    text: A[Prose, "The meaning, in our own words."]
    quote: A[str | None, Words(), "A short quotation."] = None
    match: A[SenseMatches, "How it relates to other authors' senses (SKOS)."] = SenseMatches()
    elsewhere: A[OutsideMatches, "How it relates to what other vocabularies have."] = OutsideMatches()
    evidence: A[Evidence, "Stated in the source, or inferred from it."] = Evidence.STATED
    note: A[Prose | None, "What a reader should know about this record."] = None
    links_in_text: LinksInText = True
    sources: A[tuple[Citation, ...], OrAlone(), Count(1), Written("source"), "Where the author says so."]
    was: A[tuple[str, ...], NewId(), PART_WAS] = ()
    place: Place

    @property
    def matches(self) -> tuple[Match, ...]:
        """Its mappings to other authors' senses; each target is `term/sense`."""
        return tuple(self.match)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term of the vocabulary, and its page."""

    together: ClassVar[tuple[str, ...]] = ("holds", "fails")
    either: ClassVar[tuple[str, ...]] = ("short", "text")

    id: A[str, FileName()]
    label: A[str, Line(LONGEST_LABEL), "The term as it is written in a heading."]
    in_text: A[
        str | None,
        Line(LONGEST_LABEL),
        "The term as it stands within a sentence, if not as `labels` in `glossary.yaml` has it; a word with other "
        "capitals is then no mention of it.",
    ] = None
    aliases: A[tuple[Alias, ...], "Other words for it, plurals included."] = ()
    own_kind: A[
        KindId | None,
        Written("kind"),
        Otherwise("`concept`, or nothing where the glossary declares kinds"),
        "What sort of thing the term names.",
    ]
    kind: A[TermKind, Computed()] = TermKind.CONCEPT
    """How it is spoken of and reasoned with."""
    group: A[GroupId | None, "The group that it belongs to."] = None
    tags: A[tuple[TagId, ...], "What it is about, in words that the glossary declares."] = ()
    status: A[StatusId | None, "How far the work on it has come."] = None
    short: A[
        str,
        Line(LONGEST_SHORT, told=True),
        Otherwise("the first sentence of its text"),
        "The meaning in one plain sentence.",
    ]
    text: A[Prose | None, "The meaning in full, where it is no author's in particular."] = None
    holds: A[str | None, Line(told=True), "The sentence that is true when it holds."] = None
    fails: A[str | None, Line(told=True), "The sentence that is true when it fails."] = None
    senses: A[tuple[Sense, ...], "What each author means by it."] = ()
    related: A[tuple[TermId, ...], "Terms worth reading next."] = ()
    match: A[TermMatches, "How its meaning relates to other terms' (SKOS)."] = TermMatches()
    elsewhere: A[OutsideMatches, "How its meaning relates to what other vocabularies have."] = OutsideMatches()
    link_mentions: A[bool, "Whether mentions of the term become links."] = True
    failure_of: A[tuple[TermId, ...], "The terms that it is a failure of."] = ()
    addresses: A[tuple[TermId, ...], "The failures that this method is for."] = ()
    mentions: A[tuple[Citation, ...], "Where a source uses the word without giving it a sense."] = ()
    note: A[Prose | None, "What a reader should know about this record."] = None
    was: A[tuple[str, ...], NewId(), "Ids it had before; each redirects here."] = ()
    links_in_text: LinksInText = True
    unused: A[str | None, Words(told=True), "Why it may stay although nothing uses it."] = None
    place: Place
    labelling: A[Labels, Computed()] = Labels.AS_WRITTEN

    @property
    def name(self) -> str:
        """The term as it stands within a sentence."""
        return self.in_text or in_running_text(self.label, self.labelling)

    @property
    def matches(self) -> tuple[Match, ...]:
        """Its mappings to other terms."""
        return tuple(self.match)

    @property
    def begins_small(self) -> bool:
        """Whether it begins small even where a sentence begins with it, as "k-means" and "npm" do."""
        return self.label[:1].islower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributor:
    """Somebody who contributed to a change, named as they want to be."""

    shorthand: ClassVar[str | None] = "name"

    name: A[str, Line(LONGEST_LABEL), "The name, as its owner gives it."]
    link: A[str | None, Address(), "A page of theirs."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of the vocabulary's history."""

    # The day is also written as a file's time, which archives keep from 1980 on.
    date: A[str, Day(first="1980-01-01", last="2100-12-31"), "The day of the change."]
    ids: A[tuple[HistoryId, ...], Count(1), "What was changed."]
    text: A[Prose, "What was changed, and why."]
    by: A[tuple[Contributor, ...], "Who contributed it, if they want to be named."] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqGroup:
    """Questions that readers find side by side."""

    title: A[str, Line(LONGEST_LABEL), "What they have in common, as a heading."]
    faqs: A[tuple[FaqId, ...], Count(1), "The questions, in the order in which to read them."]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceGroup:
    """Sources that readers find side by side."""

    title: A[str, Line(LONGEST_LABEL), "What they have in common, as a heading."]
    sources: A[tuple[SourceId, ...], Count(1), "The sources, the most important first."]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """What the site is called, where it stands, and whose words count where nothing else is said."""

    title: A[str, Line(LONGEST_LABEL), "The name of the site."]
    description: A[str, Line(told=True), "What the site is, in a sentence."]
    site_url: A[str, Address(), "The address of the site."]
    repository: A[
        str | None, Address(), "The address that edit links begin with; a path is appended. Without it there are none."
    ] = None
    contact: A[
        str | None, Address(mail=True), "Where readers write who disagree, if the repository takes no issues."
    ] = None
    issue_forms: A[
        bool, "Whether the repository is on GitHub and has the issue forms of this program, so that links fill them in."
    ] = False
    licence: A[str, Line(), "The licence of the texts."]
    framework: A[FrameworkId | None, Otherwise("the only one, if there is just one"), "The default framework."]
    lang: A[str, Language(), "The language of the texts."] = DEFAULT_LANGUAGE
    faq: A[tuple[FaqGroup, ...], "The groups in which questions are listed; those in none of them come last."] = ()
    sources: A[tuple[SourceGroup, ...], "The groups in which sources are listed; those in none of them come last."] = ()
    kinds: A[tuple[OwnKind, ...], "The kinds of terms; where none is declared, the eight that `like` can be."] = ()
    groups: A[tuple[OwnWord, ...], "The groups of terms, in the order in which to show them."] = ()
    tags: A[tuple[OwnWord, ...], "What terms can be about."] = ()
    statuses: A[tuple[OwnWord, ...], "How far the work on a term can have come."] = ()
    labels: A[Labels, "Whether the capital that a label begins with belongs to it."] = Labels.AS_WRITTEN
    link_mentions: A[bool, "Whether mentions of terms in texts become links."] = True
    mathematics: A[bool, "Whether texts hold formulas, in TeX between dollar signs: `$x^2$`, `$$x^2$$`."] = True
    style: A[
        Style | None, "What texts are held to; where it is left out, the checks of wording and of sentences rest."
    ] = None
    imports: A[tuple[Import, ...], "Other published glossaries whose terms texts and mappings can name."] = ()
    outputs: A[Outputs, "Which files the site has beside its pages."] = DEFAULT_OUTPUTS
    format: A[int, Version(FORMAT), "The version of the way in which all files are written."] = FIRST_FORMAT
    place: Place

    @property
    def words(self) -> Catalogue:
        """What the builder says in the glossary's language; in English where it has no catalogue for it."""
        return catalogue(self.lang)

    @property
    def direction(self) -> Direction:
        """From where to where its pages run."""
        return direction_of(self.lang)

    @property
    def order(self) -> Collation:
        """The order in which the glossary's language lists words."""
        return collation(self.lang)

    def kind_called(self, kind: str | None) -> str:
        """A kind of terms as readers see it; empty for none."""
        own = (one.label for one in self.kinds if one.id == kind)
        return next(own, say(KIND_WORDS.get(kind, kind)) if kind else "")
