"""Small projects that ask for more work than a run may take, each in another place."""

import random
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations

Files = Mapping[str, str]
"""Texts by path; they lie over the project in `tests/cases/_base`."""

FRAMEWORK = "glossary/frameworks/weather.yaml"


def framework(atoms: Iterable[str], implications: Iterable[str], more: str = "") -> str:
    """A framework of facts, with its implications as they are written."""
    facts = "".join(f"  {atom}: {{holds: it has {atom}, fails: it lacks {atom}}}\n" for atom in atoms)
    declared = f"atoms:\n{facts}" if facts else ""
    lines = "".join(f"  - {{{implication}}}\n" for implication in implications)
    return (
        f"label: Weather\nsource: almanac\n{declared}implications:\n"
        f"  - {{id: rain-wets, if: [rain], then: wet-ground}}\n{lines}{more}"
    )


def view(framework_of: str, goal: str, show: Iterable[str], more: str = "") -> str:
    """A view of some implications."""
    return f"title: A view\nframework: {framework_of}\ngoal: {goal}\nshow: [{', '.join(show)}]\n{more}"


def pigeons(count: int, holes: int, switch: str = "") -> tuple[list[str], list[str]]:
    """The atoms and implications that put pigeons into holes, no two into one; with a switch only where it holds."""
    places = [[f"p{pigeon}-{hole}" for hole in range(holes)] for pigeon in range(count)]
    given = [switch] if switch else []
    lines = [
        f"id: in-{number}, if: [{', '.join([*given, *(f'not {one}' for one in row[1:])])}], then: {row[0]}"
        for number, row in enumerate(places)
    ]
    lines += [
        f"id: apart-{hole}-{one}-{other}, if: [{places[one][hole]}, {places[other][hole]}], then: impossible"
        for hole in range(holes)
        for one, other in combinations(range(count), 2)
    ]
    return [*(atom for row in places for atom in row), *given], lines


def no_room() -> Files:
    """Seven pigeons for six holes: 133 implications that contradict one another."""
    return {FRAMEWORK: framework(*pigeons(7, 6))}


def no_room_where_it_is_on() -> Files:
    """Nine pigeons for eight holes where a switch is on, so that the framework itself is consistent."""
    claims = "[{if: [switch], then: p0-0, verdict: contradictory}, {then: not switch, verdict: follows}]"
    faq = f"question: Is it on?\nframework: weather\nshort: No.\nanswer: No.\nclaims: {claims}\nsource: almanac\n"
    return {FRAMEWORK: framework(*pigeons(9, 8, "switch")), "glossary/faq/is-it-on.yaml": faq}


def many_questions() -> Files:
    """The same, asked a hundred times in other words."""
    asked = [
        f"{{if: [p1-{place % 8}, p{2 + place // 8 % 7}-{place % 3}], then: switch, verdict: open}}"
        for place in range(100)
    ]
    head = "question: Is it on?\nframework: weather\nshort: No.\nanswer: No.\n"
    faq = f"{head}claims: [{', '.join(asked)}]\nsource: almanac\n"
    return {FRAMEWORK: framework(*pigeons(9, 8, "switch")), "glossary/faq/is-it-on.yaml": faq}


def at_the_threshold(atoms: int = 100, clauses: int = 420) -> Files:
    """Implications of three facts each, at random, about as many as can hold together."""
    chance = random.Random(0)
    names = [f"f{number:03}" for number in range(atoms)]
    lines = []
    for number in range(clauses):
        one, two, three = ("not " * chance.randrange(2) + name for name in chance.sample(names, 3))
        lines.append(f"id: c{number:03}, if: [{one}, {two}], then: {three}")
    return {FRAMEWORK: framework([], lines), **terms(names)}


def two_views() -> Files:
    """Two ways from the same 60 facts to the rain, 2^30 combinations of which are enough."""
    middle = [f"m{number:02}" for number in range(60)]
    facts = [f"{way}{number:02}" for number in range(30) for way in "ab"]
    lines, shown = [], []
    for number, side in ((0, "left"), (30, "right")):
        own = [
            *(f"id: {side}-{fact}, if: [{fact}], then: {middle[number + int(fact[1:])]}" for fact in facts),
            f"id: {side}-rain, if: [{', '.join(middle[number : number + 30])}], then: rain",
        ]
        lines += own
        shown.append([line.split(",")[0].removeprefix("id: ") for line in own])
    return {
        FRAMEWORK: framework([*facts, *middle], lines),
        "diagrams/left.yaml": view("weather", "rain", shown[0], "equivalent_to: right\n"),
        "diagrams/right.yaml": view("weather", "rain", shown[1]),
    }


def dense_view(facts: int = 60, each: int = 5) -> Files:
    """A view in which each of 60 facts follows from several earlier ones."""
    names = [f"f{number:02}" for number in range(facts)]
    earlier = {
        names[place]: sorted({names[(place * 7 + 13 * number) % place] for number in range(each)})
        for place in range(1, facts)
    }
    lines = [f"id: to-{name}-{one}, if: [{one}], then: {name}" for name, ones in earlier.items() for one in ones]
    shown = [line.split(",")[0].removeprefix("id: ") for line in lines]
    return {FRAMEWORK: framework(names, lines), "diagrams/dense.yaml": view("weather", names[-1], shown)}


def conditions(count: int = 150) -> Files:
    """A chain of implications, each under a condition of its own."""
    names = [f"t{number:03}" for number in range(count + 1)]
    lines = [
        f"id: step-{number:03}, if: [{names[number]}], assuming: [c{number:03}], then: {names[number + 1]}"
        for number in range(count)
    ]
    return {FRAMEWORK: framework([f"c{number:03}" for number in range(count)], lines), **terms(names)}


def alike(count: int = 150) -> Files:
    """Implications from terms of their own to one goal, each under a condition of its own."""
    names = [f"t{number:03}" for number in range(count)]
    lines = [
        f"id: step-{number:03}, if: [{name}], assuming: [c{number:03}], then: wet-ground"
        for number, name in enumerate(names)
    ]
    return {FRAMEWORK: framework([f"c{number:03}" for number in range(count)], lines), **terms(names)}


def choices() -> Files:
    """50 choices among 60 terms each."""
    names = [f"t{number:02}" for number in range(60)]
    more = "choices:\n" + "".join(
        f"  - {{id: choice-{number:02}, one_of: [{', '.join(names)}]}}\n" for number in range(50)
    )
    lines = [f"id: wet-{name}, if: [{name}], then: rain" for name in names]
    return {FRAMEWORK: framework([], lines, more), **terms(names)}


def terms(names: Iterable[str]) -> Files:
    """A file for each term."""
    return {
        f"glossary/terms/{name}.yaml": f"label: Term {name}\nkind: property\nshort: A term.\n"
        f"holds: it has {name}\nfails: it lacks {name}\nsenses:\n"
        f"  - framework: weather\n    text: It is {name}.\n    source: almanac\n"
        for name in names
    }


def headings() -> Files:
    """A page of 40,000 headings."""
    return {"docs/long.md": "# Long\n" + "# a\n" * 40_000}


HARD: Mapping[str, Callable[[], Files]] = {
    "no room": no_room,
    "no room where it is on": no_room_where_it_is_on,
    "many questions": many_questions,
    "at the threshold": at_the_threshold,
    "two views": two_views,
    "dense view": dense_view,
    "conditions": conditions,
    "conditions of one goal": alike,
    "choices": choices,
    "headings": headings,
}
