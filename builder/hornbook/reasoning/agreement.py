"""What an author says of a question held against what the implications give: one table for checks and pages."""

from collections.abc import Mapping
from enum import StrEnum

from hornbook.language import later
from hornbook.logic import Unsettled, Verdict
from hornbook.model import Says


class Agreement(StrEnum):
    """How the two stand to each other; the value is what a page says of it, empty where nothing needs saying."""

    AGREES = ""
    SAYS_MORE = later("That is more than follows from the recorded implications.")
    LACKS = later("It does not follow from the recorded implications: something is missing in them.")
    DIFFERS = later("That differs from what follows from the recorded implications.")


SAYS_WORDS: Mapping[Says, str] = {
    Says.ALWAYS: later("always"),
    Says.NOT_ALWAYS: later("not always"),
    Says.NEVER: later("never"),
    Says.LEAVES_OPEN: later("leaves it open"),
}
"""What stands behind the author's name."""

_OTHERWISE: Mapping[tuple[Says, Verdict | Unsettled], Agreement] = {
    (Says.ALWAYS, Verdict.OPEN): Agreement.LACKS,
    (Says.ALWAYS, Verdict.REFUTED): Agreement.DIFFERS,
    (Says.NOT_ALWAYS, Verdict.FOLLOWS): Agreement.DIFFERS,
    (Says.NEVER, Verdict.OPEN): Agreement.SAYS_MORE,
    (Says.NEVER, Verdict.FOLLOWS): Agreement.DIFFERS,
}


def agreement(says: Says, verdict: Verdict | Unsettled) -> Agreement:
    """Where nothing could be computed, nothing stands against what the author says."""
    return _OTHERWISE.get((says, verdict), Agreement.AGREES)
