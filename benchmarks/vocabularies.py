"""Large vocabularies, made up: the same arguments give the same files.

Run it as `python -m benchmarks.vocabularies FOLDER 1000` for all terms in one framework, with `--a-framework 50` for
frameworks of so many terms each, or with `topology` in place of the number for the shape of a database of topological
spaces: 246 properties, 926 theorems, 223 examples with 2,100 facts. What it writes is a project that `hornbook` can
check and build.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from math import comb
from pathlib import Path

_CLUSTER = 50
"""Most implications stay within a cluster of so many terms; the first fifth of one is concluded by none."""
_MOST = 4_000
"""So many implications stand in one file at most: with many more it would have too many values to be read."""
_WORDS = (
    "a system with some measure of what is kept in any state that can be seen and whose parts do not depend on how it "
    "was reached because each step gives more than it takes and every path ends where another begins"
)
_SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru"

Rule = tuple[tuple[int, ...], int]
"""The premises of an implication and its conclusion, as numbers of terms."""


def clustered(terms: int, a_framework: int = 0) -> dict[str, str]:
    """The files of a vocabulary of terms, with two implications and a fifth of a question for each.

    Where there are so few terms that there cannot be two implications for each, it has all that there can be.

    They stand in one framework, or in frameworks of `a_framework` terms each. What is too large for one file is divided
    among several, each of which extends the one before; the last of them is the framework.
    """
    chance = random.Random(terms)  # noqa: S311 - the same each time
    names = _names(chance, terms)
    size = a_framework or terms
    rules = _rules(chance, terms, 2 * terms, min(size, _CLUSTER))
    files = _common(f"A vocabulary of {terms} terms")
    for start in range(0, terms, size):
        own = [one for one in rules if start <= one[1] < start + size]
        framework = f"author-{start // size:03}"
        files |= _divided(chance, names, framework, own)
        for number in range(start, min(start + size, terms)):
            files[f"glossary/terms/{_id(names[number])}.yaml"] = _term(chance, names, number, framework)
        for number, (premises, conclusion) in enumerate(own[:: 2 * 5]):
            files[f"glossary/faq/{framework}-{number}.yaml"] = _question(chance, names, framework, premises, conclusion)
    return files


def topology() -> dict[str, str]:
    """The files of a vocabulary in the shape of a database of topological spaces: few terms, many facts of examples.

    As there, a few facts settle most of what can be said of an example.
    """
    chance = random.Random(246)  # noqa: S311 - the same each time
    names = _names(chance, 246)
    rules = _rules(chance, 246, 926, 246, (1, 1, 1, 1, 2, 2))
    files = _common("A vocabulary in the shape of a database of topological spaces")
    files["glossary/frameworks/author-000.yaml"] = _framework(chance, names, "author-000", rules)
    for number in range(246):
        files[f"glossary/terms/{_id(names[number])}.yaml"] = _term(chance, names, number, "author-000")
    for number, facts in enumerate(_facts(chance, 246, rules, 223, 2_100)):
        told = "".join(f"  {_id(names[atom])}: {str(holds).lower()}\n" for atom, holds in sorted(facts.items()))
        files[f"glossary/examples/space-{number:03}.yaml"] = (
            f"label: Space {number}\ntext: |\n  {_sentence(chance, 20)}\nfacts:\n{told}source: work\n"
        )
    return files


def write(files: dict[str, str], folder: Path) -> None:
    """Write a vocabulary, with the settings of a site engine; the ids are left to `hornbook check --update-ids`."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def _common(title: str) -> dict[str, str]:
    return {
        "glossary/glossary.yaml": (
            f"title: {title}\ndescription: Made up, to be measured.\nsite_url: https://example.org/made/\n"
            "repository: https://example.org/edit/\nlicence: CC BY 4.0\nframework: author-000\n"
        ),
        "glossary/sources.yaml": '- id: work\n  author: [A. Author]\n  title: Work\n  issued: "2020"\n  seen: "yes"\n',
        "docs/index.md": "# A vocabulary\n\n![[index]]\n",
        "mkdocs.yml": "theme: {name: material}\nmarkdown_extensions: [attr_list]\n",
    }


def _names(chance: random.Random, count: int) -> list[str]:
    """Two made-up words each, none twice."""
    found: dict[str, None] = {}
    while len(found) < count:
        first, second = ("".join(chance.choices(_SYLLABLES.split(), k=length)) for length in (3, 2))
        found[f"{first} {second}ness"] = None
    return list(found)


def _id(name: str) -> str:
    return name.replace(" ", "-")


def _rules(
    chance: random.Random, terms: int, count: int, cluster: int, premised: Sequence[int] = (1, 2, 2, 2, 3)
) -> list[Rule]:
    """Implications without circles: what they conclude stands after their premises, of which there are so many."""
    first = max(2, cluster // 5)
    before = [number % cluster for number in range(terms)]
    possible = sum(comb(some, size) for some in before if some >= first for size in range(1, max(premised) + 1))
    found: dict[Rule, None] = {}
    while len(found) < min(count, possible):
        conclusion = chance.randrange(terms)
        begin = conclusion - before[conclusion]
        if before[conclusion] >= first:
            premises = {chance.randrange(begin, conclusion) for _ in range(chance.choice(premised))}
            found[tuple(sorted(premises)), conclusion] = None
    return list(found)


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS.split(), k=words)).capitalize() + "."


def _term(chance: random.Random, names: Sequence[str], number: int, framework: str) -> str:
    name = names[number]
    near = [one for one in range(max(0, number - 20), min(len(names), number + 20)) if one != number]
    linked = ", ".join(f"[[{_id(names[other])}]]" for other in chance.sample(near, min(3, len(near))))
    also = f" See also {linked}." if linked else ""
    return (
        f"label: {name.capitalize()}\nkind: property\nshort: {_sentence(chance, 14)}\n"
        f"holds: the system has {name}\nfails: the system lacks {name}\nsenses:\n  - framework: {framework}\n"
        f"    text: |\n      {_sentence(chance, 60)}{also}\n    source: {{ref: work, at: page {number}}}\n"
    )


def _divided(chance: random.Random, names: Sequence[str], framework: str, rules: Sequence[Rule]) -> dict[str, str]:
    """The files of one framework; each of several has implications that conclude neighbouring terms."""
    rules = rules if len(rules) <= _MOST else sorted(rules, key=lambda rule: rule[1])
    starts = range(0, len(rules), _MOST) or range(1)
    files, before = {}, ""
    for start in starts:
        own = framework if start == starts[-1] else f"{framework}-part-{start // _MOST}"
        files[f"glossary/frameworks/{own}.yaml"] = _framework(
            chance, names, own, rules[start : start + _MOST], start, before
        )
        before = own
    return files


def _framework(
    chance: random.Random, names: Sequence[str], framework: str, rules: Sequence[Rule], first: int = 0, base: str = ""
) -> str:
    """Some of its implications, which are counted from `first`, and the framework that it extends."""
    lines = [f"label: {framework.replace('-', ' ').capitalize()}\nsource: work\ntext: Made up.\n"]
    lines += [f"extends: {base}\n"] if base else []
    lines += ["implications:\n"] if rules else []
    for number, (premises, conclusion) in enumerate(rules, start=first):
        given = ", ".join(_id(names[one]) for one in premises)
        lines.append(f"  - id: r-{number:05}\n    if: [{given}]\n    then: {_id(names[conclusion])}\n")
        lines.append(f"    because: {_sentence(chance, 10)}\n")
    return "".join(lines)


def _question(
    chance: random.Random, names: Sequence[str], framework: str, premises: Sequence[int], conclusion: int
) -> str:
    given = ", ".join(_id(names[one]) for one in premises)
    claim = f"{{if: [{given}], then: {_id(names[conclusion])}, verdict: follows}}"
    asked = " and ".join(names[one] for one in premises)
    return (
        f"question: Does {names[conclusion]} come of {asked}?\nframework: {framework}\nshort: It does.\n"
        f"answer: |\n  {_sentence(chance, 40)}\nclaims:\n  - {claim}\nsource: work\n"
    )


def _facts(
    chance: random.Random, terms: int, rules: Sequence[Rule], examples: int, count: int
) -> Iterator[dict[int, bool]]:
    """Facts that no implication contradicts: what a closed set of terms begins with, and some that fail at its end."""
    for number in range(examples):
        begins = chance.sample(range(terms // 2), 3)
        holds = set(begins)
        for premises, conclusion in sorted(rules, key=lambda rule: rule[1]):
            if holds.issuperset(premises):
                holds.add(conclusion)
        wanted = count * (number + 1) // examples - count * number // examples
        fails = [atom for atom in reversed(range(terms)) if atom not in holds]
        told = (*begins, *fails[::2][: wanted - len(begins)])
        yield {atom: atom in holds for atom in told}


def main() -> None:
    """Write a vocabulary."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("terms", type=_count, help="how many, or `topology`")
    parser.add_argument("--a-framework", type=_count, default=0, help="how many terms a framework has, where not all")
    chosen = parser.parse_args()
    terms = chosen.terms
    write(topology() if terms == "topology" else clustered(terms, chosen.a_framework), chosen.folder)


def _count(text: str) -> int | str:
    """A number of terms, or the word that stands in its place."""
    if text == "topology":
        return text
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"there is no vocabulary of `{text}` terms: write a number from 1")
    return int(text)


if __name__ == "__main__":
    main()
