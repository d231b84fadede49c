"""Links to the files with which a claim can be checked by programs that are not ours."""

from collections.abc import Iterator

from hornbook.addresses import framework_proofs, has_problems, problem_file
from hornbook.language import later, say
from hornbook.model import Claim, ProofForm
from hornbook.model.claim_ids import question_id
from hornbook.pages.html import EMPTY, Html, join, listing, tag
from hornbook.pages.page import Page
from hornbook.provers import Expected, Problem, Taken, problems_of
from hornbook.reasoning.outcomes import answer_of

_TAKEN = {
    Taken.GIVEN: later("the implications, and what is given"),
    Taken.WITH: later("the implications, what is given, and that the goal holds"),
    Taken.WITHOUT: later("the implications, what is given, and that the goal fails"),
}
_EXPECTED = {
    Expected.SAT: later("can be satisfied"),
    Expected.UNSAT: later("cannot be satisfied"),
    Expected.UNKNOWN: later("not settled: the file gives no answer"),
}
_WHOLE = {
    ProofForm.SMT2: later("all questions to this framework, in SMT-LIB"),
    ProofForm.LEAN: later("all proofs in this framework, in Lean 4"),
}


def proof_links(page: Page, claim: Claim) -> Html:
    """The files of a claim, each with what is in it; nothing where the site has none."""
    links = [*_of_problems(page, claim), *_of_framework(page, claim)]
    if not links:
        return EMPTY
    return join(tag("p", say("Each file says in its comments what it holds.")), listing(links))


def _of_problems(page: Page, claim: Claim) -> Iterator[Html]:
    framework = page.knowledge.frameworks[claim.scope.framework]
    forms = page.knowledge.glossary.outputs.proofs
    if not has_problems(framework):
        return
    for problem in problems_of(answer_of(page.reasoning, claim)):
        for form, words in _said(problem):
            if form in forms:
                yield page.link(problem_file(framework.id, question_id(claim), problem.taken, form), words)


def _said(problem: Problem) -> Iterator[tuple[ProofForm, str]]:
    yield (
        ProofForm.CNF,
        say("CNF: {what} ({answer})", what=say(_TAKEN[problem.taken]), answer=say(_EXPECTED[problem.expected])),
    )
    if problem.expected is Expected.UNSAT:
        yield ProofForm.LRAT, say("LRAT: the proof that this cannot be satisfied")


def _of_framework(page: Page, claim: Claim) -> Iterator[Html]:
    for form, words in _WHOLE.items():
        if form in page.knowledge.glossary.outputs.proofs:
            yield page.link(framework_proofs(claim.scope.framework, form), say(words))
