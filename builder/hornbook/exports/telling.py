"""What data say of records beyond what files say, or in another way: addresses, words, verdicts.

`TOLD` has a row for each field of the data that is not written so in files; `UNTOLD` names what is written in files and
told otherwise, or not at all. All else is told as it is written (`exports.records`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from hornbook import model
from hornbook.addresses import (
    CLAIMS_DATA,
    claims_parts,
    drawing_files,
    place_in_framework,
    record_address,
    source_address,
)
from hornbook.exports.claim_places import PlacedClaim, asked_in_words, placed_claims
from hornbook.exports.terms_file import beginning, whose_sense
from hornbook.exports.words import in_words
from hornbook.kinds import KINDS, SENSE, TERM
from hornbook.logic import UNSETTLED, Verdict
from hornbook.model.reads import declared, note, reads
from hornbook.pages.whose import whose
from hornbook.reasoning.matches import elsewhere_data
from hornbook.reasoning.outcomes import answer_of
from hornbook.reasoning.scopes import Reasoning
from hornbook.reasoning.sentences import capital, implication_in_words, plain

Schema = dict[str, Any]

LINE: Schema = {"type": "string"}
PAGE: Schema = {"type": "string", "format": "uri-reference"}
LINES: Schema = {"type": "array", "items": LINE}


class Telling:
    """A run over the records of a knowledge base, which knows where each claim stands and its certificate."""

    def __init__(self, reasoning: Reasoning) -> None:
        self.reasoning = reasoning
        self.knowledge = reasoning.knowledge
        # A shared claim has a place for each framework that is asked; that of its own tells of it.
        with reads() as self._read:
            self._places = {
                id(one.part.value): one
                for one in placed_claims(self.knowledge)
                if one.part.framework in (None, _framework(one.part.value))
            }
        self._files = {key: part.address for part in claims_parts(self.knowledge) for key in part.names}

    def place(self, claim: object) -> PlacedClaim | None:
        """Where a claim of a record stands; None for what an example separates, which is asked of the example."""
        note(*self._read)
        return self._places.get(id(claim))

    def certificate(self, place: PlacedClaim) -> str:
        """Where its certificate is told: a file of the site, and a JSON Pointer (RFC 6901) into it."""
        pointer = place.key.replace("~", "~0").replace("/", "~1")
        return f"{self._files.get(place.key, CLAIMS_DATA)}#/claims/{quote(pointer, safe='~')}"


def _framework(value: object) -> str | None:
    return value.scope.framework if isinstance(value, model.Claim) else None


@dataclass(frozen=True, slots=True)
class Told:
    """A field of the data that files do not have so."""

    name: str
    meaning: str
    schema: Schema
    value: Callable[[Telling, Any, tuple[Any, ...]], object]
    """Of a record, given those that it stands in, the outermost first."""
    always: bool = False


def told_of(declaration: type) -> tuple[Told, ...]:
    """What is told of records of a class in this way."""
    pages = [kind for kind in KINDS if kind.declaration is declaration and kind.address is not None]
    url = [Told("url", "Its page, from the site’s address.", PAGE, _page, always=True)] if pages else []
    return (*url, *_TOLD.get(declaration, ()))


UNTOLD: Mapping[type, frozenset[str]] = {
    model.Term: frozenset({"kind", "aliases", "text", "elsewhere", "unused"}),
    model.Sense: frozenset({"text", "elsewhere"}),
    model.Claim: frozenset({"verdict"}),
    model.Judgement: frozenset({"verdict"}),
    model.Glossary: frozenset(
        {*("style", "imports", "outputs", "format", "issue_forms", "site_url", "faq", "sources")}
        | {*("title", "description", "licence", "lang", "contact")}
    ),
}
"""What files say and data say otherwise, or not at all, by the names of the fields in files."""


def _page(_: Telling, record: Any, __: object) -> str:  # noqa: ANN401 - of any kind
    kind = next(kind for kind in KINDS if kind.declaration is declared(type(record)))
    return record_address(kind, record.id)


def _text(telling: Telling, record: Any, _: object) -> str:  # noqa: ANN401 - a term or a sense
    return in_words(telling.knowledge, record.text)


def _elsewhere(_: Telling, record: Any, __: object) -> object:  # noqa: ANN401 - likewise
    return elsewhere_data(record.elsewhere)


def _authors_words(_: Telling, term: Any, __: object) -> object:  # noqa: ANN401 - a term
    return [{"text": one.text, "framework": one.framework} for one in term.aliases if one.framework is not None]


def _claim_of(record: Any) -> model.Claim:  # noqa: ANN401 - a claim or a judgement
    claim: model.Claim = record.claim if isinstance(record, model.Judgement) else record
    return claim


def _verdict(telling: Telling, record: object, _: object) -> str | None:
    if telling.place(record) is None:
        return None
    return answer_of(telling.reasoning, _claim_of(record)).verdict.value


def _asks(_: Telling, record: object, __: object) -> str:
    return str(_claim_of(record))


def _asked(telling: Telling, record: object, _: object) -> str:
    return asked_in_words(telling.reasoning, _claim_of(record))


def _place(telling: Telling, record: object, _: object) -> str | None:
    place = telling.place(record)
    return None if place is None else place.url


def _certificate(telling: Telling, record: object, _: object) -> str | None:
    place = telling.place(record)
    return None if place is None else telling.certificate(place)


def _part_url(_: Telling, part: Any, around: tuple[Any, ...]) -> str:  # noqa: ANN401 - one of a framework
    return place_in_framework(around[-1], part.id)


def _sense_url(_: Telling, sense: Any, around: tuple[Any, ...]) -> str:  # noqa: ANN401 - one of a term
    return record_address(TERM, around[-1].id, SENSE.anchor.format(sense.id))


def _implication(telling: Telling, one: Any, around: tuple[Any, ...]) -> str:  # noqa: ANN401 - one of a framework
    names = telling.reasoning.framework(around[-1].id).names
    return plain(capital(implication_in_words(names, one)))


def _drawing(telling: Telling, picture: Any, _: object) -> str | None:  # noqa: ANN401 - a view or a chain
    return next((file for file in drawing_files(telling.knowledge, picture.id) if file.endswith(".svg")), None)


def _avoided(_: Telling, glossary: Any, __: object) -> object:  # noqa: ANN401 - the glossary
    words = glossary.style.words if glossary.style is not None else ()
    return [{"word": one.word, "forms": [*one.forms], "better": [*one.better], "why": one.why or ""} for one in words]


_DRAWING = Told("drawing", "Its drawing, if that is published as a file.", PAGE, _drawing)
_ELSEWHERE: Schema = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "relation": {"enum": [*model.Relation]},
            "name": LINE,
            "url": {"type": "string", "format": "uri"},
        },
        "required": ["relation", "name", "url"],
    },
}
_AUTHORS_WORDS: Schema = {
    "type": "array",
    "items": {"type": "object", "properties": {"text": LINE, "framework": LINE}, "required": ["text", "framework"]},
}
_VERDICTS: Schema = {"enum": [*Verdict, UNSETTLED.value]}
_OTHERS = Told("elsewhere", "What other vocabularies have for it, in the words of SKOS.", _ELSEWHERE, _elsewhere)
_PART = Told("url", "Its place on a page, from the site’s address.", PAGE, _part_url, always=True)
_CLAIMED = Told("url", "Its place on a page, from the site’s address.", PAGE, _place)
_QUESTION = (
    _CLAIMED,
    Told("asks", "What it asks, in the notation of `hornbook ask`.", LINE, _asks, always=True),
    Told("words", "The same in a sentence.", LINE, _asked, always=True),
    Told("verdict", "What follows from the implications, as computed.", _VERDICTS, _verdict),
    Told("certificate", "A file of the site and a JSON Pointer to the certificate in it.", PAGE, _certificate),
)
_TOLD: Mapping[type, tuple[Told, ...]] = {
    model.Term: (
        Told("name", "The term as it stands in a sentence.", LINE, lambda _, term, __: term.name, always=True),
        Told(
            "kind",
            "What sort of thing it names, as readers see it.",
            LINE,
            lambda telling, term, _: telling.knowledge.glossary.kind_called(term.own_kind),
        ),
        Told(
            "like",
            "What sort of thing it names, as far as that matters to what follows.",
            {"enum": [*model.TermKind]},
            lambda _, term, __: term.kind.value,
            always=True,
        ),
        Told("whose", "Whose words `short` is.", LINE, lambda telling, term, _: whose(telling.knowledge, term)),
        Told(
            "aliases",
            "Other words for it, plurals included.",
            LINES,
            lambda _, term, __: [one.text for one in term.aliases if one.framework is None],
        ),
        Told("authors_words", "Other words for it that one author uses.", _AUTHORS_WORDS, _authors_words),
        Told("definition", "The meaning in full, as words; a line for each block.", LINE, _text),
        _OTHERS,
    ),
    model.Sense: (
        Told("url", "Its place on a page, from the site’s address.", PAGE, _sense_url, always=True),
        Told(
            "short",
            "How the definition begins.",
            LINE,
            lambda telling, sense, _: beginning(telling.knowledge, sense.text),
        ),
        Told("whose", "Whose sense it is.", LINE, lambda telling, sense, _: whose_sense(telling.knowledge, sense)),
        Told("definition", "The meaning in full, as words; a line for each block.", LINE, _text, always=True),
        _OTHERS,
    ),
    model.View: (_DRAWING,),
    model.Chain: (_DRAWING,),
    model.Glossary: (
        Told(
            "avoid",
            "Words that the glossary’s style avoids.",
            {"type": "array", "items": {"type": "object", "required": ["word", "forms", "better", "why"]}},
            _avoided,
        ),
    ),
    model.Fact: (_PART,),
    model.Choice: (_PART,),
    model.Listing: (_PART,),
    model.Table: (_PART,),
    model.Implication: (_PART, Told("words", "It as a sentence.", LINE, _implication, always=True)),
    model.Claim: _QUESTION,
    model.Judgement: _QUESTION,
    model.EquivalenceClaim: (_CLAIMED,),
    model.NamingClaim: (_CLAIMED,),
    model.Statement: (
        Told(
            "url",
            "Its place on a page, from the site’s address.",
            PAGE,
            lambda _, one, around: source_address(around[-1], one.id),
            always=True,
        ),
    ),
}
