"""Ideas: groups of senses that the mappings join, a partition of a term's senses."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hornbook.model import Relation, Sense, Term
from hornbook.model.records import SenseMatches
from hornbook.reasoning.ideas import are_compared, ideas_of
from tests import made

IDS = "abcde"
_Link = tuple[str, Relation, str]


def sense(name: str, matches: list[tuple[Relation, str]]) -> Sense:
    targets = {one.value: tuple(target for relation, target in matches if relation is one) for one in Relation}
    return Sense(
        id=name,
        sources=(made.CITED,),
        text=made.NOTHING,
        called="t",
        match=SenseMatches(**targets),
        place=made.HERE,
    )


def term(links: list[_Link], ids: str = IDS) -> Term:
    senses = tuple(
        sense(name, [(relation, f"t/{other}") for one, relation, other in links if one == name]) for name in ids
    )
    return replace(made.term("t", "T"), senses=senses)


links_between = st.lists(
    st.tuples(st.sampled_from(IDS), st.sampled_from(list(Relation)), st.sampled_from(IDS)), max_size=6
)


@given(links_between)
def test_senses_share_an_idea_exactly_when_a_path_of_close_mappings_joins_them(links: list[_Link]) -> None:
    joined = {(one, one) for one in IDS}
    joined |= {
        pair for a, relation, b in links if relation in {Relation.EXACT, Relation.CLOSE} for pair in ((a, b), (b, a))
    }
    while more := {(a, d) for a, b in joined for c, d in joined if b == c} - joined:
        joined |= more
    groups = [[sense.id for sense in idea.senses] for idea in ideas_of(term(links))]
    assert sorted(name for group in groups for name in group) == list(IDS)
    for group in groups:
        assert all(((one in group) == ((group[0], one) in joined)) for one in IDS)
        assert group == sorted(group)
    assert [group[0] for group in groups] == sorted(group[0] for group in groups)


def test_mappings_to_other_terms_join_nothing() -> None:
    one = replace(made.term("t", "T"), senses=(sense("a", [(Relation.EXACT, "u/b")]), sense("b", [])))
    assert len(ideas_of(one)) == 2
    assert not are_compared(one)
    assert are_compared(term([("a", Relation.RELATED, "b")]))


def test_a_term_without_senses_has_no_ideas() -> None:
    assert ideas_of(made.term("t", "T")) == ()
