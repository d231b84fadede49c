"""Which headings and texts hold each word, and how much it counts there; counted again only where something changed.

What lunr would work out in the browser (BM25 without the length of a text; Robertson, Zaragoza, "The probabilistic
relevance framework", 2009). Of what a word counts in a place, only its rareness hangs on other places: it changes once
more or fewer texts hold the word, and then the word is counted again everywhere.
"""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hornbook.cache import NoCache, as_before
from hornbook.publish.search_weights import SATURATION, rareness_of


@dataclass(frozen=True, slots=True)
class Written:
    """What one heading says, in the order of the fields of an index."""

    texts: tuple[str, ...]
    boosts: tuple[float, ...]
    """How much each of these fields counts."""
    boost: float
    """How much the heading counts."""


Order = list[tuple[float, int]]
"""The places of a word, those where it counts most first: how much, below 0, and the place."""
_Counts = tuple[Counter[str], ...]


@dataclass(frozen=True, slots=True)
class _Counted:
    """What was counted of an index."""

    places: Mapping[int, Written]
    counts: Mapping[int, _Counts]
    """How often each word stands in each text of a place."""
    holding: Counter[str]
    """In how many texts each word stands."""
    orders: dict[str, Order]


def orders_of(
    places: Mapping[int, Written], words: Callable[[str], list[str]], cache: NoCache, name: tuple[str, ...]
) -> Mapping[str, Order]:
    """Each word of these places with where it stands, in no order; `words` gives those of a text.

    Where the last run in this process left its counts under this `name`, only what changed is counted.
    """

    def count(wanted: Sequence[int]) -> Iterable[_Counts]:
        return (tuple(Counter(words(text)) for text in places[place].texts) for place in wanted)

    given = {place: one.texts for place, one in places.items()}
    counts = as_before(cache, ("counted words", *name), None, given, count)
    held: _Counted | None = cache.held("postings", *name)
    if held is None or len(held.places) != len(places):  # then every word is rarer or less rare than it was
        now = _counted_at_once(places, counts)
    else:
        now = _counted_again(held, places, counts)
    cache.hold(now, "postings", *name)
    return now.orders


def _counted_at_once(places: Mapping[int, Written], counts: Mapping[int, _Counts]) -> _Counted:
    holding = Counter(_words(counts, counts))
    rare = {word: rareness_of(count, len(places)) for word, count in holding.items()}
    orders: defaultdict[str, Order] = defaultdict(list)
    for place, written in places.items():
        gains: dict[str, float] = {}
        for text, boost in zip(counts[place], written.boosts, strict=True):
            for word, times in text.items():
                gains[word] = gains.get(word, 0.0) + _gain(rare[word], times) * boost * written.boost
        for word, gain in gains.items():
            orders[word].append((-gain, place))
    for order in orders.values():
        order.sort()
    return _Counted(places, counts, holding, dict(orders))


def _counted_again(before: _Counted, places: Mapping[int, Written], counts: Mapping[int, _Counts]) -> _Counted:
    changed = sorted(
        place
        for place in before.places.keys() | places.keys()
        if counts.get(place) is not before.counts.get(place) or places[place] != before.places[place]
    )
    holding = Counter(before.holding)
    holding.subtract(_words(before.counts, changed))
    holding.update(_words(counts, changed))
    touched: dict[str, list[int]] = {}
    for place in changed:
        for word in {*_words(before.counts, [place]), *_words(counts, [place])}:
            touched.setdefault(word, []).append(place)
    now = _Counted(places, counts, holding, dict(before.orders))
    for word, those in touched.items():
        if holding[word] == before.holding.get(word):
            order = _moved(word, those, before, now)
        else:
            order = _ordered(word, {*those, *(place for _, place in before.orders.get(word, ()))}, now)
        now.orders[word] = order
        if not order:
            del now.orders[word], holding[word]
    return now


def _words(counts: Mapping[int, _Counts], places: Iterable[int]) -> Iterator[str]:
    """The words of these places, each as often as there are texts that hold it."""
    return (word for place in places for text in counts.get(place, ()) for word in text)


def _ordered(word: str, places: Iterable[int], counted: _Counted) -> Order:
    found = ((_gain_in(place, word, counted), place) for place in places)
    return sorted((-gain, place) for gain, place in found if gain is not None)


def _moved(word: str, places: Iterable[int], before: _Counted, now: _Counted) -> Order:
    """The order of a word that is as rare as it was, with what it counts in these places now."""
    order = before.orders[word].copy()
    for place in places:
        was, gain = _gain_in(place, word, before), _gain_in(place, word, now)
        if was is not None:
            del order[bisect_left(order, (-was, place))]
        if gain is not None:
            insort(order, (-gain, place))
    return order


def _gain_in(place: int, word: str, counted: _Counted) -> float | None:
    """How much a word counts in a place; None where it does not stand there."""
    texts = counted.counts.get(place, ())
    if not any(word in text for text in texts):
        return None
    rare, written = rareness_of(counted.holding[word], len(counted.places)), counted.places[place]
    gain = 0.0  # not `sum`, which adds more exactly in newer versions of Python than what is counted at once
    for text, boost in zip(texts, written.boosts, strict=True):
        if word in text:
            gain += _gain(rare, text[word]) * boost * written.boost
    return gain


def _gain(rare: float, times: int) -> float:
    """What so many times a word bring in one text."""
    return rare * (SATURATION + 1) * times / (SATURATION + times)
