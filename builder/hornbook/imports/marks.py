"""Words by which another vocabulary marks its terms: kinds, groups, tags, statuses.

They become words of the glossary's own, which a new project declares; one that is there has declared its own.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hornbook.imports.naming import id_made_of
from hornbook.imports.sources import LONGEST_LINE
from hornbook.imports.values import Draft, DraftWord, Loss
from hornbook.imports.words import fitting_line
from hornbook.model.own_words import LONGEST_WORD, TermKind
from hornbook.model.shared_names import compared

DECLARED_IN: Mapping[str, str] = {"kind": "kinds", "group": "groups", "tag": "tags", "status": "statuses"}
"""The field of the glossary that declares words of each sort."""
_FIELDS = {"kind": "kind", "group": "group", "tag": "tags", "status": "status"}
"""The field of a term that names them."""
_UNDECLARED = "kinds, groups, tags and statuses that the project does not declare"
_SEVERAL = "kinds, groups and statuses beside the first"


@dataclass(frozen=True, slots=True)
class OwnIds:
    """The ids of such words, and what a new project has to declare."""

    ids: Mapping[tuple[str, str], str]
    """By sort and word, as words are compared."""
    declared: Mapping[str, list[Any]]
    """By field of the glossary."""


def own_ids(
    drafts: Iterable[Draft], there: Mapping[str, Collection[str]] | None, known: Iterable[DraftWord] = ()
) -> OwnIds:
    """The ids of all words by which drafts are marked; `known` says more of some.

    `there` holds the ids that the project declares, by sort: no other word gets one. None: the project is a new one.
    """
    more = {(one.sort, compared(one.label)): one for one in known}
    ids: dict[tuple[str, str], str] = {}
    declared: dict[str, list[Any]] = {}
    for sort, word in ((sort, word) for draft in drafts for sort, words in draft.marks.items() for word in words):
        if (sort, compared(word)) in ids:
            continue
        taken = {one for (other, _), one in ids.items() if other == sort} if there is None else set[str]()
        told = more.get((sort, compared(word)))
        name, _ = id_made_of((*((told.name,) if told is not None else ()), word, sort), taken)
        if there is None:
            declared.setdefault(DECLARED_IN[sort], []).append(_declared(name, word, told))
        elif name not in there.get(sort, ()):
            continue
        ids[sort, compared(word)] = name
    if (
        more
        and all(one in {*TermKind} for one in declared.get("kinds", ()) if isinstance(one, str))
        and all(isinstance(one, str) for one in declared.get("kinds", ()))
    ):
        declared.pop("kinds", None)  # which are those that there are where none is declared
    return OwnIds(ids, {field: declared[field] for field in DECLARED_IN.values() if field in declared})


def _declared(name: str, word: str, told: DraftWord | None) -> str | dict[str, str]:
    """A word as `glossary.yaml` declares it: its id alone, where that says it all."""
    label = fitting_line(word, LONGEST_WORD, mathematics=True)
    if told is not None and told.meaning:
        meaning = fitting_line(told.meaning, LONGEST_LINE, mathematics=True)
        return {"id": name, "label": label, "meaning": meaning}
    return name if name == label else {"id": name, "label": label}


def marked(draft: Draft, own: OwnIds) -> Iterator[tuple[str, Any]]:
    """The fields of a term that name what marks it."""
    for sort, field in _FIELDS.items():
        found = list(dict.fromkeys(own.ids[key] for key in _keys(draft, sort) if key in own.ids))
        if found:
            yield field, found if sort == "tag" else found[0]


def unmarked(draft: Draft, own: OwnIds) -> Iterator[Loss]:
    """What marks a draft and not its term."""
    for sort in _FIELDS:
        known = [word for word in draft.marks.get(sort, ()) if (sort, compared(word)) in own.ids]
        for word in draft.marks.get(sort, ()):
            if word not in known:
                yield Loss(_UNDECLARED, draft.place, f"{draft.label}: {word}")
            elif sort != "tag" and word != known[0]:
                yield Loss(_SEVERAL, draft.place, f"{draft.label}: {word}")


def _keys(draft: Draft, sort: str) -> Iterator[tuple[str, str]]:
    return ((sort, compared(word)) for word in draft.marks.get(sort, ()))
