"""The logic in the browser, asked as `hornbook.logic` is: literals go in and come back as such."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from py_mini_racer import MiniRacer

from hornbook.logic import (
    UNSETTLED,
    Lack,
    Lacks,
    Literal,
    Proof,
    Step,
    StepKind,
    SufficientSets,
    Theory,
    Unsettled,
    Verdict,
)
from hornbook.reasoning.scopes import Setting
from tests.vectors.reading import Presupposed
from tests.where import REPOSITORY

SCRIPTS = REPOSITORY / "builder" / "hornbook" / "theme" / "scripts"
LOGIC = ("propagation", "derivations", "logic", "answers")
"""The parts of the script that reason, in the order in which they use one another."""
FUNCTIONS = (
    "theoryOf, ask, following, missingSets, directSets, lacking, presupposed, applying, heldAgainst, situationsShown, "
    "connected, judged, settle, looks"
)

Models = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Script:
    """The script, asked as `hornbook.logic` is: literals go in and come back as such."""

    racer: MiniRacer

    def ask(self, theory: Theory, taken: Iterable[Literal], goal: Literal) -> tuple[Verdict | Unsettled, Proof | None]:
        """The verdict, and the proof unless it is open or unsettled."""
        verdict, proof, _ = self.ask_all(theory, taken, goal)
        return verdict, proof

    def ask_all(
        self, theory: Theory, taken: Iterable[Literal], goal: Literal
    ) -> tuple[Verdict | Unsettled, Proof | None, Models | None]:
        """Also, of an open question, the atoms that hold in the situation without the goal and in the one with it."""
        taken = list(taken)
        theory = theory.about([*taken, goal])
        number = theory.index.number
        found = self._call("ask", theory, list(map(number, taken)), number(goal))
        verdict = UNSETTLED if found["verdict"] == UNSETTLED else Verdict(found["verdict"])
        steps, models = found.get("proof"), found.get("models")
        return (
            verdict,
            None if steps is None else Proof(tuple(_step(theory, step) for step in steps)),
            None if models is None else tuple(_held(theory, model) for model in models),
        )

    def following(self, theory: Theory, taken: Iterable[Literal]) -> list[Literal] | None:
        taken = list(taken)
        theory = theory.about(taken)
        found = self._call("following", theory, list(map(theory.index.number, taken)))
        return None if found is None else list(map(theory.index.literal, found))

    def missing_sets(
        self,
        theory: Theory,
        goal: Literal,
        candidates: Sequence[Literal],
        taken: Iterable[Literal] = (),
        cap: int = 64,
    ) -> SufficientSets:
        taken = list(taken)
        theory = theory.about([*taken, goal, *candidates])
        number = theory.index.number
        among = list(map(number, candidates))
        found = self._call("missingSets", theory, list(map(number, taken)), number(goal), among, cap)
        sets = tuple(frozenset(map(theory.index.literal, members)) for members in found["sets"])
        return SufficientSets(sets, complete=found["complete"])

    def direct_sets(self, theory: Theory, goal: Literal) -> SufficientSets:
        theory = theory.about([goal])
        found = self._call("directSets", theory, theory.index.number(goal))
        return SufficientSets(_sets(theory, found["sets"]), complete=found["complete"])

    def lacking(self, theory: Theory, taken: Iterable[Literal], goal: Literal, candidates: Sequence[Literal]) -> Lacks:
        taken = list(taken)
        theory = theory.about([*taken, goal, *candidates])
        number, literal = theory.index.number, theory.index.literal
        among = list(map(number, candidates))
        found = self._call("lacking", theory, list(map(number, taken)), number(goal), among)
        single = tuple(Lack(literal(one["literal"]), tuple(map(literal, one["stronger"]))) for one in found["single"])
        return Lacks(single, _sets(theory, found["sets"]), complete=found["complete"])

    def presupposed(
        self, theory: Theory, presupposes: Mapping[str, Iterable[Literal]], taken: Iterable[Literal], goal: Literal
    ) -> Presupposed:
        """How what a question presupposes stands to what it gives."""
        taken = list(taken)
        theory = theory.about([*taken, goal])
        number, literal = theory.index.number, theory.index.literal
        given = list(map(number, taken))
        found = self._call("presupposed", theory, closed(theory, presupposes), given, number(goal))
        answer = found.get("answer") or {}
        models = answer.get("models")
        return Presupposed(
            literals=list(map(literal, found["literals"])),
            standing=found["standing"],
            failing=literal(found["failing"]) if "failing" in found else None,
            atoms=[theory.index.atoms[atom] for atom in found.get("atoms", [])],
            verdict=Verdict(answer["verdict"]) if answer else None,
            models=None if models is None else (_held(theory, models[0]), _held(theory, models[1])),
        )

    def applying(
        self, theory: Theory, presupposes: Mapping[str, Iterable[Literal]], taken: Iterable[Literal]
    ) -> tuple[frozenset[str], frozenset[str]]:
        """The atoms that do not apply, and those of which it is unknown."""
        taken = list(taken)
        theory = theory.about(taken)
        numbers = list(map(theory.index.number, taken))
        found = self._call("applying", theory, closed(theory, presupposes), numbers)
        fails, unsure = (frozenset(theory.index.atoms[atom] for atom in found[key]) for key in ("fails", "unsure"))
        return fails, unsure

    def match(self, theory: Theory, facts: Iterable[Literal], wanted: Iterable[Literal]) -> str:
        """How a situation of which these facts are known stands to a conjunction."""
        facts, wanted = list(facts), list(wanted)
        theory = theory.about([*facts, *wanted])
        taken, sought = (list(map(theory.index.number, some)) for some in (facts, wanted))
        match: str = self._call("heldAgainst", theory, taken, sought)
        return match

    def situations(
        self, setting: Setting, presupposes: Mapping[str, list[int]], taken: Iterable[Literal], goal: Literal
    ) -> list[frozenset[str] | None] | None:
        """The situations that an explorer shows: without the goal, with it; of one side alone, or none."""
        number = setting.theory.index.number
        numbers, wanted = sorted(map(number, taken)), number(goal)
        shown = self._run(
            """(clauses, presupposes, given, goal) => {
              const theory = logic.theoryOf(clauses);
              return logic.situationsShown(
                logic.ask(theory, given, goal), logic.presupposed(theory, presupposes, given, goal));
            }""",
            setting.theory,
            presupposes,
            numbers,
            wanted,
        )
        return shown and [None if model is None else _held(setting.theory, model) for model in shown]

    def connected(self, setting: Setting, presupposes: Mapping[str, list[int]], atom: str) -> frozenset[str]:
        """The atoms that have to do with one, as an explorer finds them."""
        place = setting.theory.index.number(Literal(atom)) >> 1
        code = "(clauses, ...rest) => [...logic.connected(logic.theoryOf(clauses), ...rest)]"
        found = self._run(code, setting.theory, presupposes, [place])
        return frozenset(setting.theory.index.atoms[each] for each in found)

    def looks(self, function: str, theory: Theory, taken: Iterable[Literal], *goals: Literal) -> int:
        """How many looks at clauses a question takes of a theory that was asked nothing before."""
        number = theory.index.number
        code = f"(clauses, ...rest) => {{ logic.{function}(logic.theoryOf(clauses), ...rest); return logic.looks(); }}"
        found: int = self._run(code, theory, list(map(number, taken)), *map(number, goals))
        return found

    def _call(self, function: str, theory: Theory, *rest: object) -> Any:
        return self._run(f"(clauses, ...rest) => logic.{function}(logic.theoryOf(clauses), ...rest)", theory, *rest)

    def _run(self, code: str, theory: Theory, *rest: object) -> Any:
        number = theory.index.number
        clauses = [
            (
                clause.name,
                list(map(number, clause.premises)),
                None if clause.conclusion is None else number(clause.conclusion),
            )
            for clause in sorted(theory.clauses, key=lambda clause: clause.name)
        ]
        return self.racer.call(f"({code})", clauses, *rest)


@contextmanager
def opened() -> Iterator[Script]:
    """The script, in an engine of its own."""
    racer = MiniRacer()
    parts = "".join((SCRIPTS / f"{part}.js").read_text(encoding="utf-8") for part in LOGIC)
    body = f'"use strict";\n{parts}\nconst looks = () => 1e6 - workLeft;\nreturn {{ {FUNCTIONS} }};'
    racer.eval(f"var logic = (() => {{ {body} }})(); 0")
    yield Script(racer)
    racer.close()


def closed(theory: Theory, presupposes: Mapping[str, Iterable[Literal]]) -> dict[str, list[int]]:
    """Of each atom, by its place, all that it presupposes: as the page has it."""
    found = {}
    for atom in presupposes:
        literals, todo = set[Literal](), [atom]
        while todo:
            fresh = set(presupposes.get(todo.pop(), ())) - literals
            literals |= fresh
            todo += [literal.atom for literal in fresh]
        found[str(theory.index.number(Literal(atom)) >> 1)] = theory.index.numbers(literals)
    return found


def _sets(theory: Theory, sets: list[list[int]]) -> tuple[frozenset[Literal], ...]:
    return tuple(frozenset(map(theory.index.literal, members)) for members in sets)


def _held(theory: Theory, model: list[int]) -> frozenset[str]:
    literals = list(map(theory.index.literal, model))
    assert all(literal.holds for literal in literals)
    return frozenset(literal.atom for literal in literals)


def _step(theory: Theory, written: dict[str, Any]) -> Step:
    assert written.keys() == {"kind", "literal", "clause", "premises", "under"}
    literal = theory.index.literal
    return Step(
        kind=StepKind(written["kind"]),
        literal=None if written["literal"] is None else literal(written["literal"]),
        clause=written["clause"],
        premises=tuple(written["premises"]),
        under=tuple(map(literal, written["under"])),
    )
