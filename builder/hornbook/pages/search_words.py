"""By what words search finds a page: those of a term, its aliases, how others spell them, and how others ask.

The search of a static site knows a page by its headings, each a place of its own, and weighs them above the text. So
every name of a term is a heading on the term's page, and every other way to ask for a page one there, in a block that
nobody sees. Its anchor tells what it is: one that begins with `called-` is shown as a name that the page goes by, one
with `spelled-` only spells the name before it in another way. `builder/hornbook/publish/search_index.py` weighs them
by these anchors.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from unicodedata import combining, normalize

from hornbook.language import say
from hornbook.model import Term
from hornbook.pages.html import EMPTY, Html, tag, text

CALLED = "called-"
SPELLED = "spelled-"
BOOST = 2
"""How much a page with names counts for search; it tells the builder afterwards which have them."""

_AMERICAN_AND_BRITISH = (
    ("abor", "abour"),
    ("avior", "aviour"),
    ("avor", "avour"),
    ("honor", "honour"),
    ("ighbor", "ighbour"),
    ("igor", "igour"),
    ("olor", "olour"),
    ("umor", "umour"),
    ("efense", "efence"),
    ("ffense", "ffence"),
    ("icense", "icence"),
    ("retense", "retence"),
    ("analog", "analogue"),
    ("catalog", "catalogue"),
    ("dialog", "dialogue"),
    ("program", "programme"),
    ("abeled", "abelled"),
    ("abeling", "abelling"),
    ("odeled", "odelled"),
    ("odeling", "odelling"),
    ("ignaling", "ignalling"),
    ("artifact", "artefact"),
    ("judgment", "judgement"),
    ("skeptic", "sceptic"),
)
"""How words end, or how their stems do; each may be inflected. Words in -ize and -yze are found by `_VERB`."""
_ENDING = re.compile("|".join(ending for pair in _AMERICAN_AND_BRITISH for ending in pair), re.IGNORECASE)
"""Any of these; most words have none."""
_INFLECTED = r"(?=(?:s|d|ed|ing|al|ally|able|ist|ism)?\Z)"
_VERB = re.compile(
    r"(?P<stem>\w+[^\W\d_aeiouvw][iy])(?P<letter>[sz])(?P<end>e|es|ed|er|ers|ing|able|ational|ations?)", re.IGNORECASE
)
"""optimize and optimiser, optimization and analyzed; after the letters left out nobody writes a z."""
_ONE_SPELLING = re.compile(
    "adverti|appri|ari|capsi|compri|compromi|conci|demi|enterpri|exci|exerci|experti|franchi|inci|merchandi|paradi"
    "|preci|premi|pri|promi|surpri|treati",
    re.IGNORECASE,
)
"""The stems of words that end so and are spelled in one way only."""
_PREFIXES = "anti|hyper|mesa|meta|mis|multi|non|sub|super"
_JOINED = re.compile(rf"\b({_PREFIXES})(?=(?!ject|vis)\w{{5}})", re.IGNORECASE)
_APART = re.compile(rf"(?<![\w\u2010-\u2015-])({_PREFIXES})[-\u2010\u2011 ](?=\w)", re.IGNORECASE)
"""As in mesa-optimizer, but not in base–mesa gap."""
_APOSTROPHES = re.compile("['’ʼ]")
_WORD = re.compile(r"[^\W_]+")
_PLAIN = str.maketrans(
    {"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d"}
)
"""Letters that are typed as others, and are no others with an accent."""
_MOST = 32
"""As many combinations of a name's words are spelled; a longer name would have more than anybody writes."""


@dataclass(frozen=True, slots=True)
class SearchName:
    """A name of a term, with everything that is the same name spelled otherwise or in the plural."""

    text: str
    spellings: tuple[str, ...]


def search_names(term: Term) -> tuple[SearchName, ...]:
    """What a term goes by, its label first; no two names or spellings have the same words in the same order."""
    known: set[tuple[str, ...]] = set()
    found: dict[tuple[object, int], list[str]] = {}
    for name in (term.label, *(alias.text for alias in term.aliases)):
        root = tuple(_root(word) for word in words_of(name))
        for spelling in (name, *spellings(name)):
            words = words_of(spelling)
            if words not in known:
                known.add(words)
                found.setdefault((root, len(words)), []).append(spelling)
    own, *others = found.values()
    # Search matches beginnings of words, so that the longest of a kind, a plural, is found by the others too.
    longest = [max(names, key=len) for names in others]
    return (
        SearchName(own[0], tuple(own[1:])),
        *(
            SearchName(shown, tuple(name for name in names if name != shown))
            for shown, names in zip(longest, others, strict=True)
        ),
    )


def spellings(name: str) -> tuple[str, ...]:
    """The other spellings of a name: American and British, prefixes joined and apart, in plain letters, T2 for T₂.

    Each differs from the name and from the others in its words: a hyphen counts as a space, as it does for search.
    """
    words = [_word_spellings(piece) if _WORD.fullmatch(piece) else [piece] for piece in re.split(r"([^\W_]+)", name)]
    forms = ["".join(pieces) for pieces in islice(product(*words), _MOST)]
    forms += [_JOINED.sub(r"\1-", form) for form in forms] + [_APART.sub(r"\1", form) for form in forms]
    forms += [_APOSTROPHES.sub("", form) for form in forms]
    forms += [normalize("NFKC", form) for form in forms]
    forms += [_in_plain_letters(form) for form in forms]
    different = {words_of(form): form for form in reversed(forms)}
    different.pop(words_of(name), None)
    return tuple(reversed(different.values()))


def words_of(name: str) -> tuple[str, ...]:
    """The words that search compares."""
    return tuple(_WORD.findall(name.lower()))


def _in_plain_letters(name: str) -> str:
    """A name as it is typed without accents, `lhopital` and `massstab`; unchanged where it has other letters too."""
    plain = "".join(one for one in normalize("NFKD", name.translate(_PLAIN)) if not combining(one))
    return plain if plain.isascii() else name


def names_html(term: Term) -> Html:
    """What stands first on the page of a term, seen by search alone."""
    own, *others = search_names(term)
    parts = [_heading(SPELLED, spelling) for spelling in own.spellings]
    for name in others:
        same = say("Also {name}: another way to say {term}.", name=name.text, term=term.name)
        parts += [_heading(CALLED, name.text), tag("p", same)]
        parts += [_heading(SPELLED, spelling) for spelling in name.spellings]
    return tag("div", *parts, class_="kb-names", hidden="") if parts else EMPTY


def asked_html(title: str, asked: tuple[str, ...]) -> Html:
    """The same for a page with a title that readers ask for in other words too."""
    own = words_of(title)
    others = {words_of(one): one for one in reversed(asked) if words_of(one) not in ((), own)}
    parts = [part for one in reversed(others.values()) for part in (_heading(CALLED, one), tag("p", f"{one}: {title}"))]
    return tag("div", *parts, class_="kb-names", hidden="") if parts else EMPTY


def _heading(kind: str, name: str) -> Html:
    return tag("h6", text(name), id=f"{kind}{'-'.join(words_of(name))}")


@lru_cache(maxsize=1 << 14)  # the words of a vocabulary stand in many of its names
def _word_spellings(word: str) -> tuple[str, ...]:
    """The word and its other spellings."""
    found = [word]
    verb = _VERB.fullmatch(word)
    if verb and not _ONE_SPELLING.fullmatch(verb["stem"]):
        found.append(f"{verb['stem']}{'s' if verb['letter'] in 'zZ' else 'z'}{verb['end']}")
    pairs = _AMERICAN_AND_BRITISH if _ENDING.search(word) else ()
    for pair in pairs:
        for ending, other in (pair, pair[::-1]):
            spelled = re.sub(rf"{ending}{_INFLECTED}", other, word, flags=re.IGNORECASE)
            if spelled != word:
                found.append(spelled)
    return tuple(found)


def _root(word: str) -> str:
    """What a word has in common with its plural and its other spellings."""
    singular = word
    for plural, ending in (("ies", "y"), ("ses", "s"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("s", "")):
        if word.endswith(plural) and not word.endswith(("ss", "us", "is", "as")):
            singular = word.removesuffix(plural) + ending
            break
    return min(_word_spellings(singular))
