"""Whether what a record or text names exists, and is of the kind that is wanted there; if not, what was meant.

"Did you mean …?" is asked a bounded number of times a run, since comparing with every id takes a while.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePosixPath

from hornbook.diagnostics import Code, Diagnostic, Lines, Place, Related, written_at
from hornbook.diagnostics.formats import listed, shown
from hornbook.kinds import FAQ, FRAMEWORK, GLOSSARY, LINKED, QUESTION, SOURCE, TERM, VIEW, any_of, with_article
from hornbook.load.names.ids import id_mistake
from hornbook.load.names.project import Known
from hornbook.model.notation import ParsedClaim, slug
from hornbook.model.outside import outside_name
from hornbook.model.tolerant import parse_typed
from hornbook.model.typed_words import Vocabulary, phrase_of, vocabulary

REFERENCE_UNKNOWN = Code(
    "reference-unknown",
    "A reference names something that does not exist, so a link would lead nowhere and an implication would say "
    "nothing.",
    Lines("diagrams/wetness.yaml", "show: [rain-wet]", "show: [rain-wets]"),
)
REFERENCE_KIND = Code(
    "reference-kind",
    "A reference names a thing of another kind than is wanted there.",
    Lines("diagrams/wetness.yaml", "goal: does-rain-wet  # a question", "goal: wet-ground"),
)
ATOM_WITHOUT_SENTENCES = Code(
    "atom-without-sentences",
    "A term is used in an implication but has no sentences for when it holds and when it fails.",
    Lines(
        "glossary/terms/wet-ground.yaml",
        "short: The ground is covered with water.",
        "short: The ground is covered with water.\nholds: the ground is wet\nfails: the ground is dry",
    ),
)

MOST_SUGGESTIONS = 20
MOST_REREAD = 20
"""So many claims in other words than the notation's are read for what they say, since that takes a while."""
_LONGEST_REREAD = 1_000
"""None of them longer than this."""
_LONGEST_WORD = 100
_ALIKE = 0.6
"""So alike a word must be for another to be taken for it, where nothing else is said."""


class Suggestions:
    """Finds the word that was probably meant, for the first twenty words of a run."""

    def __init__(self) -> None:
        self._answers: dict[tuple[str, tuple[str, ...]], str | None] = {}

    def closest(self, word: str, candidates: Iterable[str], alike: float = _ALIKE) -> str | None:
        """The candidate most like `word`, or None; of equally good ones the first in the order of the alphabet."""
        question = (word, tuple(sorted(candidates)))
        if question not in self._answers:
            if len(word) > _LONGEST_WORD or len(self._answers) >= MOST_SUGGESTIONS:
                return None
            self._answers[question] = next(iter(get_close_matches(word, question[1], 1, alike)), None)
        return self._answers[question]


KINDS_MEANT = {
    **{kind.word: (kind,) for kind in LINKED},
    "link": LINKED,
    "match": (TERM,),
    "embed": (VIEW, FAQ),
    "scope": (FRAMEWORK, VIEW),
    "history": LINKED,
}
"""What a linked id may be, by the word for what is wanted."""
_WANTED = {
    **{wanted: any_of(*(kind.called for kind in kinds)) for wanted, kinds in KINDS_MEANT.items()},
    "history": f"{any_of(*(kind.called for kind in LINKED))}, present or former,",
    "question": QUESTION.called,
    "atom": "term or fact",
    "known-atom": "term or fact",
    "inherited": "part of what is taken over",
}


_SOUGHT = {**KINDS_MEANT, SOURCE.word: (SOURCE,), QUESTION.word: (QUESTION,)}
"""The kinds among which something is sought, by the word for what is wanted."""
_MAY_BE_OUTSIDE = frozenset({"link", "match"})
"""The references that may be to a term of another glossary."""
_ALONE = frozenset({SOURCE.word, QUESTION.word, "option", "implication", "inherited", "sense"})
"""What has names of its own; all other ids share one namespace."""
_MOST_NAMED = 12
"""So many names are listed where one of them must be meant."""
_MOST_PLACES = 10
"""So many places that name the same thing are listed."""


@dataclass(frozen=True, slots=True)
class Named:
    """An id as a record or a text names it, where it exists."""

    kind: str
    """As what: the word for what may stand there, such as `term`, `atom`, `sense`, `link` or `implication`."""
    name: str
    place: Place
    framework: str
    """The one whose atoms and implications count there."""


@dataclass(frozen=True, slots=True)
class _Nowhere:
    """A reference to nothing."""

    name: str
    found: Diagnostic
    meant: tuple[str, Place] | None
    """What was probably meant, with the place where it is defined."""


class References:
    """Checks references one by one and keeps what it finds."""

    def __init__(self, known: Known, suggestions: Suggestions) -> None:
        self.known = known
        self._found: list[Diagnostic] = []
        self._nowhere: dict[tuple[str, str], list[_Nowhere]] = {}
        """References to nothing, by namespace and name."""
        self._without_sentences: dict[str, list[Place]] = {}
        """Terms that are used as atoms and have no sentences, with the places where they are."""
        self._asked: set[str] = set()
        """Every name that something refers to."""
        self.named: list[Named] = []
        """Every reference that was in order."""
        self.unresolved: set[str] = set()
        """What was wanted where nothing was found, by the words of `check`."""
        self._suggestions = suggestions
        self._vocabulary: Vocabulary | None = None
        self._looked_up = 0
        self._refused = 0
        self._reread = 0

    @property
    def quiet(self) -> tuple[int, ...]:
        """What changes with each mistake, each name that is not known and each question what was meant."""
        return (len(self._found), self._refused, self._looked_up, self._reread)

    def were_asked(self, names: Iterable[str]) -> None:
        """Take it that names were asked for, and are in order; of them `named` says nothing."""
        self._asked.update(names)

    def in_notation(self, text: str, framework: str) -> str | None:
        """A claim in other words than the notation's, as it should be written; None for what is no claim."""
        self._reread += 1
        if self._reread > MOST_REREAD or len(text) > _LONGEST_REREAD:
            return None
        parsed = parse_typed(text, self.vocabulary, framework)
        return str(parsed) if isinstance(parsed, ParsedClaim) else None

    def called(self, text: str) -> str | None:
        """The term that everybody calls so; None where none is, or several are."""
        names = self.vocabulary.literals.get(phrase_of(text[:_LONGEST_WORD]), ())
        terms = {one.literal.atom for one in names if one.literal.holds and one.framework is None}
        return terms.pop() if len(terms) == 1 and terms <= self.known.senses.keys() else None

    @property
    def vocabulary(self) -> Vocabulary:
        """What a claim can name; made when it is first asked for."""
        self._looked_up += 1
        if self._vocabulary is None:
            known = self.known
            frameworks = {name: name for name in known.of_kind(FRAMEWORK)} | dict(known.view_frameworks)
            atoms = {name: known.framework_atoms.get(of, frozenset()) for name, of in frameworks.items()}
            self._vocabulary = vocabulary(known.names, known.scopes, frameworks, atoms)
        return self._vocabulary

    def closest(self, word: str, candidates: Iterable[str], alike: float = _ALIKE) -> str | None:
        """The candidate that was probably meant by a word that is none of them."""
        self._looked_up += 1
        return self._suggestions.closest(word, candidates, alike)

    @property
    def found(self) -> list[Diagnostic]:
        """Everything found so far; an id that is misspelt where it is defined is one finding, there."""
        nowhere = (one for group in self._nowhere.values() for one in self._of_one_name(group))
        return [*self._found, *nowhere, *map(self._speechless, self._without_sentences)]

    def check(self, kind: str, name: str, place: Place, framework: str) -> bool:
        """Ask whether `name` can stand at `place`; `framework` is the one whose atoms and implications count there."""
        self._asked.add(name)
        outside = outside_name(name) if kind in _MAY_BE_OUTSIDE else None
        if outside is not None:
            is_there = self._outside(*outside, place)
            self._refused += not is_there
            return is_there
        resolved = name not in self.known.ambiguous and self._check(kind, name, place, framework)
        if resolved:
            self.named.append(Named(kind, name, place, framework))
        else:
            self._refused += 1
            self.unresolved.add(kind)
        return resolved

    def _outside(self, glossary: str, term: str, place: Place) -> bool:
        """Ask whether another glossary has a term; of one whose data cannot be read nothing can be said."""
        outside = self.known.outside.get(glossary)
        if outside is not None and (term in outside.terms or not outside.terms):
            if term not in outside.terms:
                self.unresolved.add("link")
            return term in outside.terms
        self.unresolved.add("link")
        if outside is None:
            known = listed(sorted(self.known.outside)) if self.known.outside else ""
            message = f"no glossary is imported as `{shown(glossary)}`"
            hint = f"it can be {known}" if known else f"name it under `imports` in `{GLOSSARY.file}`"
        else:
            closest = self._suggestions.closest(term, outside.terms)
            message = f"`{glossary}` has no term `{shown(term)}`"
            hint = f"did you mean `{glossary}:{closest}`?" if closest else f"its terms stand at {outside.url}"
        self._found.append(Diagnostic(place, REFERENCE_UNKNOWN, message, hint=hint))
        return False

    def check_option(self, question: str, name: str, place: Place) -> bool:
        """Ask whether a quiz question offers the option `name`; that it offers none is a mistake of its own."""
        self._asked.add(name)
        options = self.known.options.get(question)
        found = not options or name in options or self._unknown("option", name, place, options, f" of `{question}`")
        if found:
            self.named.append(Named("option", name, place, question))
        self._refused += not found
        return found

    def report(self, diagnostic: Diagnostic) -> None:
        """Keep a diagnostic of somebody who checks on the way."""
        self._found.append(diagnostic)

    def _of_one_name(self, places: list[_Nowhere]) -> Iterator[Diagnostic]:
        """Where several places agree on a name, and what they mean is named by nothing, its definition is wrong."""
        meant = next((one.meant for one in places if one.meant), None)
        if len(places) < 2 or meant is None or meant[0] in self._asked or self.known.may_exist(meant[0]):
            yield from (one.found for one in places)
            return
        name, wrong, where = places[0].name.rpartition("/")[2], meant[0].rpartition("/")[2], meant[1]
        by_file = PurePosixPath(where.path).stem == wrong and not where.end_line
        yield Diagnostic(
            where,
            REFERENCE_UNKNOWN,
            f"nothing refers to `{shown(wrong)}`, which is defined here; {len(places)} places say `{shown(name)}`",
            hint=(f"rename the file to `{shown(name)}.yaml`" if by_file else f"write `{shown(name)}` here")
            + ", or mend those places",
            related=tuple(Related(one.found.place, "says so") for one in places[:_MOST_PLACES]),
        )

    def _speechless(self, term: str) -> Diagnostic:
        """A term without sentences is one mistake, however often it is used."""
        first, *others = sorted(self._without_sentences[term])
        message = f"the term `{term}` has no sentences, so it cannot be true or false of anything"
        hint = f"add `holds: …` and `fails: …` to {self.known.linked[term].place.path}"
        related = tuple(Related(place, "used here too") for place in others[:_MOST_PLACES])
        return Diagnostic(first, ATOM_WITHOUT_SENTENCES, message, hint=hint, related=related)

    def _check(self, kind: str, name: str, place: Place, framework: str) -> bool:
        own = {SOURCE.word: self.known.sources, QUESTION.word: self.known.questions}.get(kind)
        if own is not None:
            return name in own or self._unknown(kind, name, place, own)
        match kind:
            case "implication":
                found = self._implication(name, place, framework)
            case "inherited":
                found = self._inherited(name, place, framework)
            case "kind" | "tag" | "status" | "group":
                found = self._own_word(kind, name, place)
            case "sense":
                found = self._sense(name, place)
            case "chain-term":
                found = self._chain_term(name, place)
            case "framework-atom":
                found = self._framework_atom(name, place)
            case "atom" if framework in self.known.facts:
                found = self._atom(name, place, framework)
            case "atom" | "known-atom":
                found = self._known_atom(name, place)
            case _:
                found = self._linked(kind, name, place)
        return found

    def _linked(self, kind: str, name: str, place: Place) -> bool:
        linked = self.known.linked.get(name)
        if linked and linked.kind in KINDS_MEANT[kind]:
            return True
        if kind == "history" and (name in self.known.retired or name in self.known.former):
            return True
        if linked:
            return self._wrong_kind(
                f"`{name}` is {linked.kind.one}, but {with_article(_WANTED[kind])} is wanted here",
                place,
            )
        fact = self._fact(name)
        if fact:
            hint = "a fact has no page; write about it without brackets" if kind == "link" else None
            message = f"`{name}` is a fact of `{fact}`, but {with_article(_WANTED[kind])} is wanted here"
            return self._wrong_kind(message, place, hint)
        candidates = {other: it.place for other, it in self.known.linked.items() if it.kind in KINDS_MEANT[kind]}
        return self._unknown(kind, name, place, candidates)

    def _atom(self, name: str, place: Place, framework: str) -> bool:
        if name in self.known.facts[framework] or name in self.known.sentences:
            return True
        linked = self.known.linked.get(name)
        if linked and linked.kind is TERM:
            self._without_sentences.setdefault(name, []).append(place)
            return False
        fact = self._fact(name)
        if fact:
            return self._wrong_kind(f"`{name}` is a fact of `{fact}`, not of `{framework}`", place)
        return self._known_atom(name, place, own=framework)

    def _known_atom(self, name: str, place: Place, own: str | None = None) -> bool:
        linked = self.known.linked.get(name)
        if linked is None and self._fact(name):
            return True
        if linked is None:
            candidates = {other: it.place for other, it in self.known.linked.items() if it.kind is TERM}
            for facts in [self.known.facts[own]] if own else self.known.facts.values():
                candidates |= facts
            return self._unknown("atom", name, place, candidates)
        if linked.kind is TERM:
            return True
        return self._wrong_kind(f"`{name}` is {linked.kind.one}, but a term or fact is wanted here", place)

    def _framework_atom(self, name: str, place: Place) -> bool:
        """An example's fact: some framework must be able to make something of it."""
        if not self._known_atom(name, place):
            return False
        if name in self.known.atoms or self._unsure(name, self.known.atoms):
            return True
        hint = "use it in an implication of a framework, or leave it to the text"
        return self._wrong_kind(f"`{name}` is an atom of no framework, so nothing can be made of it", place, hint)

    def _chain_term(self, name: str, place: Place) -> bool:
        """What a link of a chain corresponds to."""
        if not self._linked("term", name, place):
            return False
        terms = frozenset(term for terms in self.known.chain_terms.values() for term in terms)
        if name in terms or self._unsure(name, terms):
            return True
        return self._wrong_kind(f"`{name}` is a link of no chain", place, "name a term that another chain has")

    def _unsure(self, name: str, others: Iterable[str]) -> bool:
        """Tell whether `name` may be meant where something unknown stands, which is reported there."""
        return self.known.may_exist(name) or any(
            other not in self.known.linked and self._fact(other) is None for other in others
        )

    def _implication(self, name: str, place: Place, framework: str) -> bool:
        implications = self.known.implications.get(framework)
        if implications is None:  # the framework itself is unknown, or could not be read
            return True
        return name in implications or self._unknown("implication", name, place, implications, f" of `{framework}`")

    def _own_word(self, sort: str, name: str, place: Place) -> bool:
        """A word that the glossary declares."""
        words = self.known.own_words
        declared = words.places[sort]
        if not words.is_read or name in declared:
            return True
        meant = slug(name) if slug(name) in declared else self._suggestions.closest(name, declared)
        few = f"it can be {listed(sorted(declared))}; or " if 0 < len(declared) <= _MOST_NAMED else ""
        hint = f"did you mean `{meant}`?" if meant else f"{few}{words.remedy(sort, name)}"
        message = f"no {sort} of terms is called `{shown(name)}`"
        self._found.append(Diagnostic(place, REFERENCE_UNKNOWN, message, hint=hint))
        return False

    def _inherited(self, name: str, place: Place, framework: str) -> bool:
        """What a framework leaves out of what it takes over; where its base is unknown, that is reported alone."""
        offered = self.known.inherited.get(framework)
        return not offered or name in offered or self._unknown("inherited", name, place, offered)

    def _sense(self, name: str, place: Place) -> bool:
        term, _, sense = name.partition("/")
        self._asked.add(term)
        if term not in self.known.senses:
            return self._linked("term", term, place)
        senses = self.known.senses[term]
        candidates = {f"{term}/{other}": where for other, where in senses.items()}
        return sense in senses or self._unknown("sense", name, place, candidates, f" of `{term}`")

    def _unknown(self, kind: str, name: str, place: Place, candidates: Mapping[str, Place], of: str = "") -> bool:
        unread = any(sought in self.known.unread for sought in _SOUGHT.get(kind, ()))
        if unread or self.known.may_exist(name.rpartition("/")[2]):
            return False
        present = self.known.former.get(name)
        wanted = f"{_WANTED.get(kind, kind)}{of}"
        message = f"no {wanted} has the id `{shown(name)}`" + (" any more" if present else "")
        closest = None if present else self._closest(name, candidates)
        hint = f"it is called `{present}` now" if present else self._remedy(kind, name, closest, candidates)
        meant = (closest, candidates[closest]) if closest else None
        namespace = f"{kind}{of}" if kind in _ALONE else ""
        fix = present or (closest if closest == slug(name) else None)
        found = _Nowhere(
            name, Diagnostic(place, REFERENCE_UNKNOWN, message, hint=hint, fix=written_at(place, fix)), meant
        )
        self._nowhere.setdefault((namespace, name), []).append(found)
        return False

    def _closest(self, name: str, candidates: Mapping[str, Place]) -> str | None:
        if slug(name) in candidates:
            return slug(name)
        called = next((term for term, label in self.known.labels.items() if slug(label) == slug(name)), None)
        return called if called in candidates else self._suggestions.closest(name, candidates)

    def _remedy(self, kind: str, name: str, closest: str | None, candidates: Mapping[str, Place]) -> str | None:
        """What to do about a name that nothing has."""
        if closest is not None:
            return f"did you mean `{closest}`?"
        if kind == SOURCE.word:
            if not id_mistake(name):
                return f"add the source to `{SOURCE.file}`, beginning with `- id: {name}`"
            address = f" and `URL: {shown(name)}`" if name.startswith(("https://", "http://")) else ""
            return (
                f"a source is named by its id: add it to `{SOURCE.file}` with `- id: some-id`, `title: …`{address}, "
                "and write `some-id` here"
            )
        if kind in ("atom", "known-atom", TERM.word) and not id_mistake(name):
            return f"add the term as `{TERM.file.format(name)}`, or name another"
        few = sorted(candidates)
        return f"it can be {listed(few)}" if 0 < len(few) <= _MOST_NAMED else None

    def _wrong_kind(self, message: str, place: Place, hint: str | None = None) -> bool:
        self._found.append(Diagnostic(place, REFERENCE_KIND, message, hint=hint))
        return False

    def _fact(self, name: str) -> str | None:
        return next((framework for framework, facts in self.known.facts.items() if name in facts), None)
