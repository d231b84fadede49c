"""What a framework shares with one that extends it: what is connected with the same records and called the same."""

from dataclasses import replace

from hornbook.model import Framework, KnowledgeBase
from hornbook.reasoning.scopes import Reasoning, reason_about
from hornbook.reasoning.shared_parts import same_in_both
from tests.made import framework, implication, knowledge_base

FACTS = {name: (f"{name} holds", f"{name} fails") for name in "abcdxyz"}


def reasoning_of(base: Framework, *others: Framework) -> Reasoning:
    knowledge: KnowledgeBase = knowledge_base()
    return reason_about(replace(knowledge, frameworks={one.id: one for one in (base, *others)}))


def extending(base: Framework, *more: tuple[str, str], without: tuple[str, ...] = ()) -> Framework:
    own = framework([implication(f"own-{one}-{other}", [one], other) for one, other in more])
    return replace(own, id="wider", extends=base.id, base=base, without=without)


BASE = framework([implication("ab", ["a"], "b"), implication("bc", ["b"], "c"), implication("xy", ["x"], "y")], FACTS)


def shared(wider: Framework, base: Framework = BASE) -> set[str]:
    reasoning = reasoning_of(base, wider)
    one, other = reasoning.framework(base.id), reasoning.framework(wider.id)
    assert same_in_both(one, other) == same_in_both(other, one)
    return set(same_in_both(one, other))


def test_what_nothing_new_is_connected_with_is_shared() -> None:
    assert shared(extending(BASE)) == set("abcxy")
    assert shared(extending(BASE, ("d", "z"))) == set("abcxy")
    assert shared(extending(BASE, ("c", "d"))) == set("xy")
    assert shared(extending(BASE, ("c", "x"))) == set()


def test_what_is_left_out_is_not_shared_nor_what_it_is_connected_with() -> None:
    assert shared(extending(BASE, without=("bc",))) == set("xy")
    assert shared(extending(BASE, ("b", "c"), without=("bc",))) == set("xy")


def test_what_is_said_otherwise_is_not_shared() -> None:
    other = replace(BASE.facts[0], holds="something else")
    wider = replace(extending(BASE, without=(other.id,)), facts=(other,))
    assert shared(wider) == set("xy")


def test_frameworks_of_which_none_extends_the_other_share_nothing() -> None:
    assert shared(replace(BASE, id="another")) == set()
