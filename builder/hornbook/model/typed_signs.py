"""The words and signs between the names of a typed question, and those that say more than a question can hold."""

from collections.abc import Mapping
from enum import Enum, auto

from hornbook.model.typed_words import Phrase, phrase_of


class Sign(Enum):
    """What a word or sign does."""

    AND = auto()
    ARROW = auto()
    IF = auto()
    """What comes after it is given; before any arrow, what came before it is the goal."""
    FROM = auto()
    """Likewise, and nothing but a goal can stand before it."""
    ASSUMING = auto()
    NOT = auto()
    WITHOUT = auto()
    """And not."""
    HOLDS = auto()
    FAILS = auto()
    IN = auto()
    ASKS = auto()
    VERDICT = auto()
    NOTHING = auto()
    """In the place of what is given."""
    SILENT = auto()
    """It says nothing."""


_WRITTEN = {
    Sign.AND: "+ | , | ; | & | && | ∧ | /\\ | and | plus | but | as well as | together with",
    Sign.ARROW: "=> | ==> | -> | --> | → | ⇒ | ⟹ | ⟶ | |- | |= | ⊢ | ⊨ | ∴ | imply | implies | entail | entails | give"
    " | gives | yields | then | therefore | hence | it follows that",
    Sign.IF: "if | given | given that | when",
    Sign.FROM: "<= | <- | ← | ⇐ | ⟸ | follows from | follow from | is implied by | is entailed by",
    Sign.ASSUMING: "assuming | assuming that | assume | provided | provided that | under the assumption that",
    Sign.NOT: "not | no | ! | ¬ | ~ | - | there is no | it is not the case that",
    Sign.WITHOUT: "without",
    Sign.HOLDS: "holds | hold | occurs | occur | is true | are true",
    Sign.FAILS: "fails | does not hold | doesn't hold | does not occur | doesn't occur | is false",
    Sign.IN: "in | according to",
    Sign.ASKS: "?",
    Sign.VERDICT: ":",
    Sign.NOTHING: "nothing | nothing is given",
    Sign.SILENT: "there is | does | do | the | that | .",
}

SIGNS: Mapping[Phrase, Sign] = {
    phrase_of(written): sign for sign, listed in _WRITTEN.items() for written in listed.split(" | ")
}

_ONE_WAY = ("a question has one direction", "ask `a => b` and `b => a`, each on its own")
_NO_CHOICE = ("a question has no “or”", "ask each case on its own")
_NO_GROUPS = ("a question has no brackets", "write `a + not b => c`; `not` denies the one name after it")

REFUSED: Mapping[Phrase, tuple[str, str]] = {
    phrase_of(written): said
    for said, listed in {
        _ONE_WAY: ("iff", "if and only if", "exactly when", "<=>", "<->", "<-->", "⇔", "↔", "≡", "only if"),
        _NO_CHOICE: ("or", "|", "||", "∨", "either", "unless"),
        _NO_GROUPS: ("(", ")", "[", "]", "{", "}"),
        ("`impossible` is not asked for", "write `a => not b` to ask whether both can hold"): ("impossible",),
    }.items()
    for written in listed
}
"""What a question cannot hold: the message, and what to do instead."""

LONGEST_SIGN = max(map(len, (*SIGNS, *REFUSED)))
