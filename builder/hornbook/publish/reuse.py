"""What a drawing comes to once every `<use>` is drawn: a short file may ask a browser for billions of shapes."""

from collections.abc import Sequence
from itertools import accumulate

from hornbook.publish.elements import At, Element

MOST_DRAWN = 100_000
"""As many elements a drawing may come to."""


def too_much(elements: Sequence[Element], ends: Sequence[int]) -> tuple[str, At] | None:
    """Say why a drawing is too much for browsers, and where; None where it is not.

    `ends` are, for each element, the first behind it that is not within it. What a `<use>` shows may hold no other, so
    that what is drawn is counted without following it.
    """
    at: dict[str, int] = {}
    for index, element in enumerate(elements):
        at.setdefault(f"#{element.attributes.get('id')}", index)
    uses = [0, *accumulate(element.tag == "use" for element in elements)]
    drawn = len(elements)
    for element in elements:
        for name in ("href", "xlink:href") if element.tag == "use" else ():
            shown = at.get(element.attributes.get(name) or "")
            if shown is None:
                continue
            if uses[ends[shown]] > uses[shown]:
                return "has a `<use>` that shows another `<use>`", element.at
            drawn += ends[shown] - shown
            if drawn > MOST_DRAWN:
                return f"comes to more than {MOST_DRAWN:,} elements once each `<use>` is drawn", element.at
    return None
