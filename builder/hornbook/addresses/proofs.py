"""Where questions and their proofs stand in the languages of other people's provers: a folder for each framework.

A question has its files once, wherever and however often it is asked. Their names come of what it asks, and what is
taken with the theory: `ID.without.cnf` holds what is given and that the goal fails, whatever the verdict is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hornbook.addresses.embeds import anchored_claims
from hornbook.addresses.records import Anchored, asked_in, page_address, record_address
from hornbook.kinds import ADDRESSED
from hornbook.model import Claim, Framework, Judgement, KnowledgeBase, ProofForm, Scope
from hornbook.model.claim_ids import question_id
from hornbook.model.contents import each, every_claim
from hornbook.model.prose import StatedClaim
from hornbook.provers import Taken

PROOFS = "api/v1/proofs/"
PROOFS_SCHEMA = f"{PROOFS}schema.json"
"""The JSON Schema of the indexes; no framework has a point in its id."""
MOST_IMPLICATIONS = 1_000
"""Of a framework with more there are no files for each question, since each of them holds the whole theory."""

OF_QUESTIONS = frozenset({ProofForm.CNF, ProofForm.LRAT})
"""The forms of which each question has files of its own."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question to the implications, and all places of the site where it is asked."""

    claim: Claim
    places: tuple[str, ...]


def proof_index(framework: str) -> str:
    """What questions a framework has, with their verdicts and files."""
    return f"{PROOFS}{framework}/index.json"


def framework_proofs(framework: str, form: ProofForm) -> str:
    """The file of all questions to a framework in SMT-LIB, or of all its proofs in Lean."""
    return f"{PROOFS}{framework}/{'theorems' if form is ProofForm.LEAN else 'questions'}.{form}"


def problem_file(framework: str, question: str, taken: Taken, form: ProofForm) -> str:
    """What is put to a solver for a question, as CNF, or the proof in LRAT that it cannot be satisfied."""
    return f"{PROOFS}{framework}/{question}.{taken}.{form}"


def has_problems(framework: Framework) -> bool:
    """Whether each question to a framework may have files of its own."""
    return len(framework.all_implications) <= MOST_IMPLICATIONS


def questions_of(knowledge: KnowledgeBase) -> dict[str, dict[str, Question]]:
    """By framework the questions that claims put to it, by id: those that records list, then those in texts."""
    found: dict[str, dict[str, Question]] = {framework: {} for framework in knowledge.frameworks}
    for claim, place in (*_listed(knowledge), *_stated(knowledge)):
        of_framework = found[claim.scope.framework]
        name = question_id(claim)
        known = of_framework.get(name, Question(claim, ()))
        of_framework[name] = replace(known, places=tuple(dict.fromkeys((*known.places, place))))
    return found


def question_at(place: Anchored) -> Claim | None:
    """What a claim with a place of its own asks of the implications there; None where it asks something else."""
    claim = place.value.claim if isinstance(place.value, Judgement) else place.value
    if not isinstance(claim, Claim):
        return None
    return claim if place.framework is None else replace(claim, scope=Scope(place.framework))


def proof_files(knowledge: KnowledgeBase) -> Iterator[str]:
    """Every file that there may be for provers; which of those for one question there are, its verdict says."""
    forms = dict.fromkeys(knowledge.glossary.outputs.proofs)
    whole, apart = ([form for form in forms if (form in OF_QUESTIONS) is each_has] for each_has in (False, True))
    if forms and knowledge.frameworks:
        yield PROOFS_SCHEMA
    for framework in knowledge.frameworks if forms else ():
        yield proof_index(framework)
        yield from (framework_proofs(framework, form) for form in whole)
    asked = {(claim.scope.framework, question_id(claim)) for claim in (_every_claim(knowledge) if apart else ())}
    for framework, name in asked:
        if has_problems(knowledge.frameworks[framework]):
            yield from (problem_file(framework, name, taken, form) for form in apart for taken in Taken)


def _every_claim(knowledge: KnowledgeBase) -> Iterator[Claim]:
    """The claims of `questions_of`, without their places, which take three times as long to find."""
    yield from (claim for claim in every_claim(knowledge) if isinstance(claim, Claim))
    for disagreement in knowledge.disagreements.values():
        for claim in disagreement.claims:
            for framework in asked_in(knowledge, claim):
                yield replace(claim, scope=Scope(framework))


def _listed(knowledge: KnowledgeBase) -> Iterator[tuple[Claim, str]]:
    """The claims that have a place of their own, as they are put to each framework."""
    for kind, name, one in anchored_claims(knowledge):
        claim = question_at(one)
        if claim is not None:
            yield claim, record_address(kind, name, one.anchor)


def _stated(knowledge: KnowledgeBase) -> Iterator[tuple[Claim, str]]:
    """The claims that texts make in passing, with the pages of their records."""
    for kind in ADDRESSED:
        for name, record in knowledge.by_id(kind.declaration).items():
            yield from ((one.claim, record_address(kind, name)) for one in each(record, StatedClaim))
    for page in knowledge.pages:
        yield from ((one.claim, page_address(page.path)) for one in each(page, StatedClaim))
