"""What `hornbook ask` and `hornbook explain` answer, as text and as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial

from hornbook.logic import Answer, Literal, Proof, Step, Verdict
from hornbook.model import Term
from hornbook.model.notation import NotationProblem, ParsedClaim, ParsedFormula, parse_claim, parse_formula
from hornbook.reasoning.outcomes import Outcome, additions, apart, direct_sets_of, if_it_fails, outcome, sufficient_sets
from hornbook.reasoning.presuppositions import applying_in, presupposed_in_words
from hornbook.reasoning.proof_text import proof_text
from hornbook.reasoning.scopes import Reasoning, Setting, connected
from hornbook.reasoning.search import Match, search
from hornbook.reasoning.sentences import capital, implication_in_words, joined, plain
from hornbook.reasoning.verdicts import VERDICT_WORDS


@dataclass(frozen=True, slots=True)
class Report:
    """An answer, ready to be printed either way."""

    text: str
    data: dict[str, object]


@dataclass(frozen=True, slots=True)
class UsageProblem:
    """Why a question could not be asked, and what to write instead."""

    message: str
    hint: str


def answer_question(
    reasoning: Reasoning, question: str, framework: str | None, view: str | None
) -> Report | UsageProblem:
    """Ask a claim, `A + B => C assuming D`, or for situations, `A + not B ?`; `in ID` outweighs the two options."""
    parsed = parse_formula(question) if question.rstrip().endswith("?") else parse_claim(question)
    if isinstance(parsed, NotationProblem):
        return UsageProblem(f"{parsed.message}, at character {parsed.offset + 1} of the question", parsed.hint)
    setting = _setting(reasoning, parsed.scope or view or framework)
    if isinstance(setting, UsageProblem):
        return setting
    for literal in parsed.literals:
        if literal.atom not in setting.theory.atoms:
            return _unknown(f"`{literal.atom}` is not an atom of {setting.scope}", literal.atom, setting.theory.atoms)
    if isinstance(parsed, ParsedFormula):
        return _search_report(reasoning, setting, parsed.literals)
    found = outcome(reasoning, setting, (*parsed.premises, *parsed.assuming), parsed.goal)
    return Report(_answer_text(reasoning, setting, parsed, found), _answer_data(setting, parsed, found))


def explain_term(reasoning: Reasoning, name: str) -> Report | UsageProblem:
    """Say what the knowledge base holds about a term, given by id, label or alias."""
    term = _term(reasoning, name)
    if term is None:
        return _unknown(f"there is no term `{name}`", name, frozenset(reasoning.knowledge.terms))
    parts = [f"{term.label} ({term.kind})", term.short]
    for sense in term.senses:
        label = reasoning.knowledge.frameworks[sense.framework].label if sense.framework else "in general"
        of = f", of {sense.of}" if sense.of else ""
        called = f" (called {sense.called})" if sense.called != term.id else ""
        parts += ["", f"{label}{of}{called}: {' '.join(sense.text.plain_text(partial(_title, reasoning)).split())}"]
    data: dict[str, object] = {"id": term.id, "label": term.label, "kind": term.kind.value, "short": term.short}
    frameworks: dict[str, object] = {}
    for setting in reasoning.settings.values():
        if setting.scope.view is None and term.id in setting.theory.atoms:
            lines, facts = _in_framework(reasoning, setting, term)
            parts += ["", f"In {setting.framework.label}:", *lines]
            frameworks[setting.framework.id] = facts
    data["frameworks"] = frameworks
    return Report("\n".join(parts), data)


def _setting(reasoning: Reasoning, scope: str | None) -> Setting | UsageProblem:
    knowledge = reasoning.knowledge
    wanted = scope or knowledge.glossary.framework
    if wanted in knowledge.frameworks:
        return reasoning.framework(wanted)
    if wanted in knowledge.views:
        return reasoning.settings[knowledge.views[wanted].scope]
    known = frozenset(knowledge.frameworks) | frozenset(knowledge.views)
    return _unknown(f"there is no framework or view `{wanted}`", wanted, known)


def _unknown(message: str, wanted: str, known: frozenset[str]) -> UsageProblem:
    close = get_close_matches(wanted, sorted(known), 1)
    hint = f"did you mean `{close[0]}`?" if close else f"known: {', '.join(sorted(known)[:20])}"
    return UsageProblem(message, hint)


def _term(reasoning: Reasoning, name: str) -> Term | None:
    wanted = name.casefold()
    for term in reasoning.knowledge.terms.values():
        if wanted in {term.id, term.label.casefold(), *(alias.text.casefold() for alias in term.aliases)}:
            return term
    return None


def _title(reasoning: Reasoning, target: str) -> str:
    term = reasoning.knowledge.terms.get(target)
    return term.name if term else target


def _answer_text(reasoning: Reasoning, setting: Setting, asked: ParsedClaim, found: Outcome) -> str:
    answer = found.answer
    lines = [VERDICT_WORDS[answer.verdict].answer.format(goal=plain(setting.names.phrase(asked.goal)))]
    if answer.proof is not None:
        lines += _proof_lines(setting, answer.proof)
    said = presupposed_in_words(setting, answer, found.presupposed)
    if said:
        lines.append(plain(said))
    if found.witnesses:
        labels = [reasoning.knowledge.examples[one].label for one in found.witnesses]
        lines.append(f"It is known not to follow: see {', '.join(labels)}.")
    situations = found.situations
    if situations is not None:
        for title, model in (("it holds", situations.model_with), ("it fails", situations.model_without)):
            if model is not None:
                lines.append(f"A situation where {title}: {_situation(setting, asked, model)}.")
    added = additions(found)
    if added:
        lines.append("It would follow with any one of these added:")
    for literals, stronger in added:
        also = f" (or {', '.join(map(str, stronger))}, which give it)" if stronger else ""
        lines.append(f"  - {_set(setting, literals)}{also}")
    if not (found.missing.complete and found.lacks.complete):
        lines.append("(There may be other sets with which it follows: it is not settled within the limit of steps.)")
    lines.append(f"(asked in {setting.scope})")
    return "\n".join(lines)


def _answer_data(setting: Setting, asked: ParsedClaim, found: Outcome) -> dict[str, object]:
    answer: Answer = found.answer
    data: dict[str, object] = {
        "scope": str(setting.scope),
        "if": [str(literal) for literal in asked.premises],
        "assuming": [str(literal) for literal in asked.assuming],
        "then": str(asked.goal),
        "verdict": answer.verdict.value,
    }
    if answer.proof is not None:
        data["proof"] = _proof_data(answer.proof)
    situations = found.situations
    if situations is not None:
        both = {"holds": situations.model_with, "fails": situations.model_without}
        data["models"] = {how: dict(model) for how, model in both.items() if model is not None}
    if answer.verdict is Verdict.OPEN:
        data["witnesses"] = list(found.witnesses)
    if found.presupposed.literals:
        data["presupposes"] = [str(literal) for literal in found.presupposed.literals]
        data["presupposed"] = found.presupposed.standing.value
    if answer.verdict is Verdict.OPEN:
        data["missing"] = [[str(literal) for literal in sorted(literals)] for literals in found.missing.sets]
        data["missing_complete"] = found.missing.complete
        data["lacks"] = [
            {"add": [str(lack.literal)], "or": [str(one) for one in lack.stronger]} for lack in found.lacks.single
        ] + [{"add": [str(one) for one in sorted(rest)], "or": []} for rest in found.lacks.sets]
        data["lacks_complete"] = found.lacks.complete
    return data


def _proof_data(proof: Proof) -> list[dict[str, object]]:
    def one(step: Step) -> dict[str, object]:
        return {
            "kind": step.kind.value,
            "literal": None if step.literal is None else str(step.literal),
            "implication": None if step.clause is None else step.clause.partition("/")[0],
            "from": list(step.premises),
            "under": [str(literal) for literal in step.under],
        }

    return [one(step) for step in proof.steps]


_MATCHES: Mapping[Match, str] = {
    Match.ALL: "Agrees",
    Match.MAY: "May agree",
    Match.CANNOT: "Cannot agree",
    Match.UNSETTLED: "Not settled within the limit of steps",
}


def _search_report(reasoning: Reasoning, setting: Setting, wanted: tuple[Literal, ...]) -> Report:
    """The recorded situations that have all of what is wanted, those that may, and those that cannot."""
    searched = search(reasoning, setting, wanted)
    lines = [f"Examples where {plain(joined(map(setting.names.phrase, wanted)))}:"]
    data: dict[str, object] = {"scope": str(setting.scope), "search": [str(literal) for literal in wanted]}
    if searched.excluded is not None:
        lines.append(VERDICT_WORDS[searched.excluded.verdict].sentence)
        data["verdict"] = searched.excluded.verdict.value
        if searched.excluded.proof is not None:
            lines += _proof_lines(setting, searched.excluded.proof)
            data["proof"] = _proof_data(searched.excluded.proof)
    for match, words in _MATCHES.items():
        found = [one for one in searched.found if one.match is match]
        lines += [f"{words}:"] if found else []
        for one in found:
            lines.append(f"  {one.example}: {reasoning.knowledge.examples[one.example].label}")
            lines += [f"  {line}" for proof in one.proofs for line in _proof_lines(setting, proof)]
    if searched.excluded is None and not searched.found:
        lines.append("No example has a fact that this framework knows.")
    data["examples"] = [
        {"id": one.example, "match": one.match.value, "proofs": [_proof_data(proof) for proof in one.proofs]}
        for one in searched.found
    ]
    return Report("\n".join([*lines, f"(asked in {setting.scope})"]), data)


def _proof_lines(setting: Setting, proof: Proof) -> list[str]:
    written = proof_text(setting, proof)
    lines = [f"{line.number:>3}. {'  ' * line.depth}{plain(line.sentence)}" for line in written.lines]
    return [f"Given: {plain(joined(written.given)) or 'nothing'}.", *lines]


def _in_framework(reasoning: Reasoning, setting: Setting, term: Term) -> tuple[list[str], dict[str, object]]:
    names = setting.names
    lines, ids = [], []
    for implication in setting.implications:
        if term.id in implication.atoms:
            lines.append(f"  - {plain(implication_in_words(names, implication))} [{implication.id}]")
            ids.append(implication.id)
    sets = sufficient_sets(reasoning, setting, Literal(term.id))
    if any(sets.sets):
        lines.append("  Enough for it:")
        lines += [f"  - {_set(setting, literals)}" for literals in sets.sets]
    direct = direct_sets_of(reasoning, setting, Literal(term.id))
    if any(direct.sets):
        lines.append("  Enough for it, by one implication:")
        lines += [f"  - {_set(setting, literals)}" for literals in direct.sets]
    if not (sets.complete and direct.complete):
        lines.append("  (There may be other sets that are enough: it is not settled within the limit of steps.)")
    failing = if_it_fails(reasoning, setting, term.id)
    then = [plain(capital(names.phrase(literal))) for literal in failing.consequences.literals]
    for some in failing.consequences.alternatives:
        phrases = [names.phrase(literal) for literal in sorted(some)]
        then.append(f"At least one of these: {plain(joined(phrases, 'or'))}")
    for condition, more in failing.conditional:
        assumed = plain(names.phrase(condition))
        then += [f"{plain(capital(names.phrase(one)))}, assuming that {assumed}" for one in more.literals]
    if then:
        lines += ["  If it fails:", *(f"  - {line}." for line in then)]
    if not failing.complete:
        lines.append("  (More may follow if it fails: it is not settled within the limit of steps.)")
    data: dict[str, object] = {
        "implications": ids,
        "enough": [[str(one) for one in sorted(some)] for some in sets.sets],
        "enough_complete": sets.complete,
        "direct": [[str(one) for one in sorted(some)] for some in direct.sets],
        "direct_complete": direct.complete,
    }
    return lines, data


def _situation(setting: Setting, asked: ParsedClaim, model: Mapping[str, bool]) -> str:
    """What holds and what fails in it, of the atoms that have to do with the question."""
    outside = applying_in(setting, model).not_applying
    atoms = sorted(connected(setting, (literal.atom for literal in asked.literals)))
    held = [atom for atom in atoms if model[atom] and atom not in outside]
    failed = [atom for atom in atoms if not model[atom] and atom not in outside]
    parts = [f"{', '.join(each)} {word}" for each, word in ((held, "hold"), (failed, "fail")) if each]
    parts += [f"{', '.join(sorted(outside & set(atoms)))} do not apply"] if outside & set(atoms) else []
    return "; ".join(parts) or "nothing else counts"


def _set(setting: Setting, literals: frozenset[Literal]) -> str:
    rest, conditions = apart(setting, literals)
    assumed = f" assuming {' + '.join(map(str, conditions))}" if conditions else ""
    return (" + ".join(map(str, rest)) + assumed).strip() or "nothing"
