"""Ids and labels for terms that come from elsewhere: ids that mean something in any script, and no name given twice."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from urllib.parse import unquote

from anyascii import anyascii

from hornbook.load.names import LONGEST_ID, is_free_id, slug

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_DIGITS = re.compile(r"[0-9]+")
_WORD = re.compile(r"[^\W\d_]{3}")
_HEXADECIMAL = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,}", re.IGNORECASE)
_SEVERAL = 3
_MOST_DIGITS = 4


def id_made_of(names: Iterable[str], taken: Collection[str]) -> tuple[str, bool]:
    """The id that the first usable name gives; and whether it was given already, so that this one has a number.

    Letters of other scripts are written in Latin ones, as `anyascii` has them, each sign of Chinese as a word.
    """
    wanted = next((one for one in map(_in_latin, names) if one and is_free_id(one)), "concept")
    return next((one, one != wanted) for one in _numbered(wanted) if one not in taken and is_free_id(one))


def _in_latin(name: str) -> str:
    letters = (f" {anyascii(char)} " if _is_word(char) else anyascii(char) for char in name[: 4 * LONGEST_ID])
    return slug("".join(letters))


def _is_word(char: str) -> bool:
    return unicodedata.name(char, "").startswith("CJK UNIFIED IDEOGRAPH")


def _numbered(wanted: str) -> Iterator[str]:
    yield wanted
    number = 2
    while True:
        begins = wanted[: LONGEST_ID - 8].rstrip("-")
        yield from (f"{begins}-{number}", f"{begins}{number}")  # `kb-2` would be one of the site's own
        number += 1


def telling_names(keys: Iterable[str]) -> dict[str, str]:
    """For addresses whose last part says what they name, that part as words; numbers and digests say nothing."""
    keys = tuple(keys)
    ends = dict(zip(keys, _ends(keys), strict=True))
    stems = Counter(_DIGITS.sub("", end) for end in ends.values())
    return {key: _HUMP.sub("-", end) for key, end in ends.items() if _tells(end, stems[_DIGITS.sub("", end)])}


def _ends(keys: tuple[str, ...]) -> Iterator[str]:
    """The last part of each address that tells it from the others: what stands behind `#`, or the last folder."""
    fragments = Counter(key.rpartition("#")[2] for key in keys if "#" in key)
    for key in keys:
        before, mark, fragment = key.rpartition("#")
        if mark and fragment and fragments[fragment] == 1:
            yield unquote(fragment)
        else:
            address = before if mark else key
            yield unquote(re.split(r"[/:]", address.rstrip("/"))[-1])


def _tells(end: str, same: int) -> bool:
    digits = sum(map(str.isdigit, end))
    counted_through = digits > 0 and same >= _SEVERAL
    is_code = digits > _MOST_DIGITS or _HEXADECIMAL.fullmatch(end) is not None
    return _WORD.search(end) is not None and not counted_through and not is_code
