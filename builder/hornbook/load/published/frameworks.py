"""Frameworks and views of published data: what follows from what, and which of it a view shows."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from hornbook.diagnostics import Place
from hornbook.load.names import id_mistake
from hornbook.load.outside import DamagedError, line
from hornbook.load.published.values import each, literal, literals, texts
from hornbook.model import Choice, Citation, Fact, Framework, Implication, Presupposition, View
from hornbook.model.frameworks import LONGEST_TITLE
from hornbook.model.records import LONGEST_LABEL

_IMPOSSIBLE = "impossible"
_LONGEST_SENTENCE = 1_000


def framework_of(name: str, written: Mapping[str, Any], place: Place) -> Framework:
    """A framework of this id. Raises DamagedError."""
    extends = written.get("extends")
    implications = tuple(_implication(one, place) for one in each(written, "implications"))
    choices = tuple(_choice(one, place) for one in each(written, "choices"))
    parts = [*(one.id for one in implications), *(one.id for one in choices)]
    if len(set(parts)) < len(parts):
        raise DamagedError(f"use an id twice in the framework `{name}`")
    return Framework(
        id=name,
        label=line(written, "label", LONGEST_LABEL, name),
        source=Citation(ref=name, place=place),
        extends=extends if isinstance(extends, str) else None,
        without=texts(written, "without"),
        facts=tuple(_facts(written, place)),
        choices=choices,
        presupposes=tuple(
            Presupposition(atom=_id(one.get("atom")), under=literals(one, "under"), place=place)
            for one in each(written, "presupposes", "atom")
        ),
        implications=implications,
        place=place,
    )


def repeated_out(own: Framework, base: Framework) -> Framework:
    """A framework on the one that it extends, without what the data repeat of that."""
    facts, choices, implications = (
        {one.id for one in parts} for parts in (base.all_facts, base.all_choices, base.all_implications)
    )
    atoms = {one.atom for one in base.all_presupposes}
    return replace(
        own,
        base=base,
        facts=tuple(one for one in own.facts if one.id not in facts - {*own.without}),
        choices=tuple(one for one in own.choices if one.id not in choices - {*own.without}),
        implications=tuple(one for one in own.implications if one.id not in implications - {*own.without}),
        presupposes=tuple(one for one in own.presupposes if one.atom not in atoms - {*own.without}),
    )


def views_of(data: Mapping[str, Any], frameworks: Mapping[str, Framework], place: Place) -> Iterator[View]:
    """The views; chains, which show no implications, are none. Raises DamagedError."""
    for one in each(data, "views"):
        framework = frameworks.get(str(one.get("framework")))
        if framework is None:
            continue
        name, show = _id(one.get("id")), texts(one, "show")
        if not {implication.id for implication in framework.all_implications}.issuperset(show):
            raise DamagedError(f"show in the view `{name}` what `{framework.id}` does not have")
        yield View(
            id=name,
            title=line(one, "title", LONGEST_TITLE, name),
            framework=framework.id,
            goal=_id(one.get("goal")),
            show=show,
            source=framework.source,
            place=place,
            equivalent_to_place=place,
        )


def _implication(written: Mapping[str, Any], place: Place) -> Implication:
    name = _id(written.get("id"))
    premises, then = literals(written, "if"), written.get("then")
    if not premises:
        raise DamagedError(f"have an implication `{name}` that is given nothing")
    return Implication(
        id=name,
        premises=premises,
        assuming=literals(written, "assuming"),
        conclusion=None if then == _IMPOSSIBLE else literal(then),
        converse=written.get("converse") is True,
        sources=(),
        place=place,
    )


def _choice(written: Mapping[str, Any], place: Place) -> Choice:
    return Choice(id=_id(written.get("id")), one_of=tuple(map(_id, texts(written, "one_of"))), place=place)


def _facts(written: Mapping[str, Any], place: Place) -> Iterator[Fact]:
    for said in each(written, "atoms"):
        name = _id(said.get("id"))
        holds, fails = (line(said, field, _LONGEST_SENTENCE, name) for field in ("holds", "fails"))
        yield Fact(id=name, holds=holds, fails=fails, place=place)


def _id(written: object) -> str:
    if not isinstance(written, str) or id_mistake(written):
        raise DamagedError(f"have `{str(written)[:80]}` where an id should stand")
    return written
