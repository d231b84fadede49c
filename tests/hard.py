"""Small projects that ask for more work than a run may take, each in another place."""

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations

Files = Mapping[str, str]
"""Texts by path; they lie over the project in `tests/cases/_base`."""

FRAMEWORK = "glossary/frameworks/weather.yaml"


def framework(atoms: Iterable[str], implications: Iterable[str], more: str = "") -> str:
    """A framework of facts, with its implications as they are written."""
    facts = "".join(f"  {atom}: {{holds: it has {atom}, fails: it lacks {atom}}}\n" for atom in atoms)
    lines = "".join(f"  - {{{implication}}}\n" for implication in implications)
    return (
        f"label: Weather\nsource: almanac\natoms:\n{facts}implications:\n"
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


def dense_view(facts: int = 60) -> Files:
    """A view in which each of 60 facts follows from several earlier ones."""
    names = [f"f{number:02}" for number in range(facts)]
    lines = [
        f"id: to-{names[place]}-{number}, if: [{names[(place * 7 + 13 * number) % place]}], then: {names[place]}"
        for place in range(1, facts)
        for number in range(min(place, 5))
    ]
    lines = list({line.split(", if")[1]: line for line in lines}.values())
    shown = [line.split(",")[0].removeprefix("id: ") for line in lines]
    return {
        FRAMEWORK: framework(names, lines),
        "diagrams/dense.yaml": view("weather", names[-1], shown),
    }


def conditions() -> Files:
    """150 implications, each under a condition of its own."""
    facts = [f"f{number:03}" for number in range(151)]
    lines = [
        f"id: step-{number:03}, if: [{facts[number]}], assuming: [c{number:03}], then: {facts[number + 1]}"
        for number in range(150)
    ]
    return {FRAMEWORK: framework([*facts, *(f"c{number:03}" for number in range(150))], lines)}


def choices() -> Files:
    """50 choices among 60 facts each."""
    names = [f"f{number:02}" for number in range(60)]
    more = "choices:\n" + "".join(
        f"  - {{id: choice-{number:02}, one_of: [{', '.join(names)}]}}\n" for number in range(50)
    )
    return {FRAMEWORK: framework(names, [f"id: wet, if: [{names[0]}], then: rain"], more)}


def headings() -> Files:
    """A page of 40,000 headings."""
    return {"docs/long.md": "# Long\n\n" + "## a\n" * 40_000}


HARD: Mapping[str, Callable[[], Files]] = {
    "no room": no_room,
    "no room where it is on": no_room_where_it_is_on,
    "two views": two_views,
    "dense view": dense_view,
    "conditions": conditions,
    "choices": choices,
    "headings": headings,
}
