"""What a claim is known by on its page: the id that it was given, or one made from what it asks.

The form below is a promise, since addresses come of it: another program that follows it gets the same ids.
"""

from collections.abc import Iterable
from hashlib import sha256

from hornbook.logic import Literal
from hornbook.model.claims import AnyClaim, EquivalenceClaim, NamingClaim
from hornbook.model.prose import Claim
from hornbook.model.situations import Judgement

_DIGITS = 10


def claim_id(claim: AnyClaim | Judgement) -> str:
    """Its own id, or the first ten hexadecimal digits (small letters) of the SHA-256 of its canonical form in ASCII."""
    own = own_id(claim)
    return own if own is not None else sha256(canonical_form(claim).encode("ascii")).hexdigest()[:_DIGITS]


def own_id(claim: AnyClaim | Judgement) -> str | None:
    """The id that was written for it, if any."""
    return claim.claim.id if isinstance(claim, Judgement) else claim.id


def canonical_form(claim: AnyClaim | Judgement) -> str:
    """What a claim asks and where, in one line of ASCII without a line break; the verdict and all else are left out.

    - A question to the implications, in the notation of claims: `a + not b => c assuming d + e in SCOPE`. A literal
      is `id` or `not id`. Premises, and conditions likewise, are each written once, in the order of their
      characters' codes (`b`, `not a`, `z`). SCOPE is the id of the view, or of the framework where there is no view;
      it always stands there. Without premises the line begins with `=>`; without conditions there is no `assuming`.
    - What a framework makes of an example: the same without premises, and behind it ` of EXAMPLE`. So the id stays
      when a fact is added to the example.
    - That views are equivalent: `equivalent ONE + OTHER`, the two in the order of their characters' codes.
    - What an author calls a sense: `sense TERM/SENSE called TERM`.
    """
    match claim:
        case Claim():
            return _asked(claim, claim.premises)
        case Judgement():
            return f"{_asked(claim.claim, ())} of {claim.example}"
        case EquivalenceClaim():
            return f"equivalent {' + '.join(sorted(claim.views))}"
        case NamingClaim():
            return f"sense {claim.meant} called {claim.called}"


def _asked(claim: Claim, premises: Iterable[Literal]) -> str:
    given = f"{_listed(premises)} " if premises else ""
    conditions = f" assuming {_listed(claim.assuming)}" if claim.assuming else ""
    return f"{given}=> {claim.goal}{conditions} in {claim.scope}"


def _listed(literals: Iterable[Literal]) -> str:
    return " + ".join(sorted({str(literal) for literal in literals}))
