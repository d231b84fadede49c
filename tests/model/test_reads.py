"""Records tell when their texts are read, and what no record tells is the same only where it is equal."""

from collections.abc import Callable
from dataclasses import replace
from subprocess import run
from sys import executable
from typing import Any

import pytest

from hornbook.load import load
from hornbook.model import Faq, KnowledgeBase, Term
from hornbook.model.contents import each
from hornbook.model.reads import Told, bytes_of, note, reads, telling, untold, value_told
from hornbook.reasoning.inquiries import Inquiries
from tests.where import SAMPLE

KITE = ("Term", "kite")


@pytest.fixture(scope="module")
def sample() -> KnowledgeBase:
    knowledge = load(SAMPLE).knowledge
    assert knowledge is not None
    return knowledge


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        (lambda term: term.short, {KITE}),
        (lambda term: term.place, {KITE}),
        (lambda term: [sense.text for sense in term.senses], {KITE}),
        (repr, {KITE}),
        (hash, {KITE}),
        (lambda term: (term.label, term.aliases, term.kind, term.holds, term.fails), set()),
        (lambda term: [sense.holds for sense in term.senses], set()),
    ],
)
def test_what_is_read_of_a_term_is_told(
    sample: KnowledgeBase, look: Callable[[Term], object], expected: set[tuple[str, str]]
) -> None:
    sense = next(sense for term in sample.terms.values() for sense in term.senses)
    terms = {"kite": replace(sample.terms["kite"], senses=(sense,))}
    term = telling(replace(sample, terms=terms)).terms["kite"]
    with reads() as noted:
        look(term)
    assert noted == expected


def test_nothing_is_told_to_anybody_else(sample: KnowledgeBase) -> None:
    term = telling(sample).terms["kite"]
    with reads() as outer:
        with reads() as inner:
            assert term.short
        assert (inner, outer) == ({KITE}, set())
    assert term.short
    assert outer == set()


def test_whoever_is_given_what_another_asked_has_read_what_that_took(sample: KnowledgeBase) -> None:
    term, inquiries = telling(sample).terms["kite"], Inquiries()
    for _ in range(2):
        with reads() as noted:
            assert inquiries.once(str, "short", lambda: term.short) == term.short
        assert noted == {KITE}


def test_mappings_tell_what_is_looked_up_and_that_all_is() -> None:
    uses = Told("uses", {"a": 1})
    with reads() as noted:
        assert (uses["a"], uses.get("b"), "c" in uses) == (1, None, False)
    assert noted == {("uses", "a"), ("uses", "b"), ("uses", "c")}
    with reads() as noted:
        assert (len(uses), list(uses)) == (1, ["a"])
    assert noted == {("uses", "")}


def test_values_that_tell_are_those_of_their_declarations(sample: KnowledgeBase) -> None:
    knowledge = telling(sample)
    assert all(isinstance(term, Term) for term in knowledge.terms.values())
    assert {one.id for one in each(knowledge.terms["kite"], Term)} == {"kite"}
    assert {one.id for faq in knowledge.faqs.values() for one in each(faq, Faq)} == {*sample.faqs}


def test_a_text_counts_for_who_reads_it_and_a_name_for_all(sample: KnowledgeBase) -> None:
    kite = sample.terms["kite"]

    def changed(**fields: Any) -> KnowledgeBase:
        return telling(replace(sample, terms={**sample.terms, "kite": replace(kite, **fields)}))

    before, shorter, renamed = telling(sample), changed(short="Another."), changed(label="Another")
    assert untold(before) == untold(shorter) != untold(renamed)
    assert bytes_of(value_told(before, KITE)) != bytes_of(value_told(shorter, KITE))
    assert bytes_of(value_told(before, ("Term", "square"))) == bytes_of(value_told(shorter, ("Term", "square")))
    assert bytes_of(value_told(before, ("Term", "nothing"))) == bytes_of(value_told(shorter, ("Term", "nothing")))
    assert bytes_of(value_told(before, ("Term", ""))) != bytes_of(value_told(shorter, ("Term", "")))
    uses = Told("uses", {"a": 1})
    assert bytes_of(value_told(before, ("uses", "a"), uses)) != bytes_of(value_told(before, ("uses", "b"), uses))


def test_the_bytes_do_not_depend_on_the_run() -> None:
    program = (
        "from hashlib import sha256; from pathlib import Path; from hornbook.load import load;"
        "from hornbook.model.reads import untold;"
        f"print(sha256(untold(load(Path({str(SAMPLE)!r})).knowledge)).hexdigest())"
    )
    found = {
        run([executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_notes_without_a_reader_are_lost() -> None:
    note(KITE)
    with reads() as noted:
        assert noted == set()
