"""What a claim is known by on its page: the id that it was given, or one made from what it asks.

The form below is a promise, since addresses come of it: another program that follows it gets the same ids.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from hashlib import sha256
from itertools import combinations, product

from hornbook.logic import Literal
from hornbook.model.claims import AnyClaim, EquivalenceClaim, NamingClaim
from hornbook.model.prose import Claim
from hornbook.model.situations import Judgement

_DIGITS = 10


def claim_id(claim: AnyClaim | Judgement) -> str:
    """Its own id, or the first ten hexadecimal digits (small letters) of the SHA-256 of its canonical form in ASCII."""
    own = own_id(claim)
    return own if own is not None else _id_of(canonical_form(claim))


def question_id(claim: Claim) -> str:
    """The digits of a question to the implications, wherever it is asked and whatever ids its claims have."""
    return _id_of(canonical_form(claim))


def own_id(claim: AnyClaim | Judgement) -> str | None:
    """The id that was written for it, if any."""
    return claim.claim.id if isinstance(claim, Judgement) else claim.id


Names = Callable[[str, str], str]
"""The id to write for a thing in the canonical form, from the word for what it is and its present id."""


def _present(_: str, name: str) -> str:
    return name


def canonical_form(claim: AnyClaim | Judgement, called: Names = _present) -> str:
    """What a claim asks and where, in one line of ASCII without a line break; the verdict and all else are left out.

    - A question to the implications, in the notation of claims: `a + not b => c assuming d + e in SCOPE`. A literal
      is `id` or `not id`. Premises, and conditions likewise, are each written once, in the order of their
      characters' codes (`b`, `not a`, `z`). SCOPE is the id of the view, or of the framework where there is no view;
      it always stands there. Without premises the line begins with `=>`; without conditions there is no `assuming`.
    - What a framework makes of an example: the same without premises, and behind it ` of EXAMPLE`. So the id stays
      when a fact is added to the example.
    - That views are equivalent: `equivalent ONE + OTHER`, the two in the order of their characters' codes.
    - What an author calls a sense: `sense TERM/SENSE called TERM`.

    `called` may give former ids in place of those of today: of each `atom`, `framework`, `view`, `example`, `sense` and
    `term`.
    """
    match claim:
        case Claim():
            return _asked(claim, claim.premises, called)
        case Judgement():
            return f"{_asked(claim.claim, (), called)} of {called('example', claim.example)}"
        case EquivalenceClaim():
            return f"equivalent {' + '.join(sorted(called('view', view) for view in claim.views))}"
        case NamingClaim():
            return f"sense {called('sense', claim.meant)} called {called('term', claim.called)}"


def former_claim_ids(claim: AnyClaim | Judgement, formers: Callable[[str, str], Iterable[str]]) -> Iterator[str]:
    """The ids that a claim without an id of its own had before, as far as they come of former ids of what it names.

    `formers` gives those of a thing, as `Names` calls it. Several things may have been called otherwise at once: those
    forms come first in which the fewest are. There may be many.
    """
    if own_id(claim) is not None:
        return
    named: dict[tuple[str, str], tuple[str, ...]] = {}

    def noted(kind: str, name: str) -> str:
        named.setdefault((kind, name), tuple(formers(kind, name)))
        return name

    canonical_form(claim, noted)
    changed = [thing for thing, former in named.items() if former]
    for count in range(1, len(changed) + 1):
        for things in combinations(changed, count):
            for names in product(*(named[thing] for thing in things)):
                yield _id_of(canonical_form(claim, partial(_as_before, dict(zip(things, names, strict=True)))))


def _as_before(former: Mapping[tuple[str, str], str], kind: str, name: str) -> str:
    return former.get((kind, name), name)


def _id_of(form: str) -> str:
    # Ids are in ASCII; where one is not, that is a mistake of its own, and this is asked all the same.
    return sha256(form.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _asked(claim: Claim, premises: Iterable[Literal], called: Names) -> str:
    given = f"{_listed(premises, called)} " if premises else ""
    conditions = f" assuming {_listed(claim.assuming, called)}" if claim.assuming else ""
    scope = claim.scope
    where = called("framework", scope.framework) if scope.view is None else called("view", scope.view)
    return f"{given}=> {_called(claim.goal, called)}{conditions} in {where}"


def _listed(literals: Iterable[Literal], called: Names) -> str:
    return " + ".join(sorted({_called(literal, called) for literal in literals}))


def _called(literal: Literal, called: Names) -> str:
    return str(Literal(called("atom", literal.atom), literal.holds))
