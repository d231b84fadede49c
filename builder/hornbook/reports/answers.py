"""Answers to questions, and what a search for examples found, as text and as data."""

from collections.abc import Mapping

from hornbook.exports.certificates import proof_data
from hornbook.logic import Answer, Literal, Verdict
from hornbook.model.notation import ParsedClaim
from hornbook.reasoning.connections import connected
from hornbook.reasoning.outcomes import Outcome, additions
from hornbook.reasoning.presuppositions import applying_in, presupposed_in_words
from hornbook.reasoning.scopes import Reasoning, Setting
from hornbook.reasoning.search import Match, search
from hornbook.reasoning.sentences import joined, plain
from hornbook.reasoning.verdicts import VERDICT_WORDS
from hornbook.reports.values import Report, proof_lines, set_text


def answer_report(reasoning: Reasoning, setting: Setting, asked: ParsedClaim, found: Outcome) -> Report:
    """The verdict of a question and what bears it out, held against the verdict that the question states, if any."""
    text, data = _answer_text(reasoning, setting, asked, found), _answer_data(setting, asked, found)
    if asked.verdict_offset is None:
        return Report(text, data)
    agrees = asked.verdict == found.answer.verdict
    first, _, rest = text.partition("\n")
    compared = "as you wrote" if agrees else f"you wrote `{asked.verdict}`, but it is `{found.answer.verdict}`"
    return Report(f"{first} ({compared})\n{rest}", {**data, "stated": asked.verdict.value, "agrees": agrees})


def _answer_text(reasoning: Reasoning, setting: Setting, asked: ParsedClaim, found: Outcome) -> str:
    answer = found.answer
    lines = [VERDICT_WORDS[answer.verdict].answer.format(goal=plain(setting.names.phrase(asked.goal)))]
    if answer.proof is not None:
        lines += proof_lines(setting, answer.proof)
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
        lines.append(f"  - {set_text(setting, literals)}{also}")
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
        data["proof"] = proof_data(answer.proof)
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


_MATCHES: Mapping[Match, str] = {
    Match.ALL: "Agrees",
    Match.MAY: "May agree",
    Match.CANNOT: "Cannot agree",
    Match.UNSETTLED: "Not settled within the limit of steps",
}


def search_report(reasoning: Reasoning, setting: Setting, wanted: tuple[Literal, ...]) -> Report:
    """The recorded situations that have all of what is wanted, those that may, and those that cannot."""
    searched = search(reasoning, setting, wanted)
    lines = [f"Examples where {plain(joined(map(setting.names.phrase, wanted)))}:"]
    data: dict[str, object] = {"scope": str(setting.scope), "search": [str(literal) for literal in wanted]}
    if searched.excluded is not None:
        lines.append(VERDICT_WORDS[searched.excluded.verdict].sentence)
        data["verdict"] = searched.excluded.verdict.value
        if searched.excluded.proof is not None:
            lines += proof_lines(setting, searched.excluded.proof)
            data["proof"] = proof_data(searched.excluded.proof)
    for match, words in _MATCHES.items():
        found = [one for one in searched.found if one.match is match]
        lines += [f"{words}:"] if found else []
        for one in found:
            lines.append(f"  {one.example}: {reasoning.knowledge.examples[one.example].label}")
            lines += [f"  {line}" for proof in one.proofs for line in proof_lines(setting, proof)]
    if searched.excluded is None and not searched.found:
        lines.append("No example has a fact that this framework knows.")
    data["examples"] = [
        {"id": one.example, "match": one.match.value, "proofs": [proof_data(proof) for proof in one.proofs]}
        for one in searched.found
    ]
    return Report("\n".join([*lines, f"(asked in {setting.scope})"]), data)


def _situation(setting: Setting, asked: ParsedClaim, model: Mapping[str, bool]) -> str:
    """What holds and what fails in it, of the atoms that have to do with the question."""
    outside = applying_in(setting, model).not_applying
    atoms = sorted(connected(setting, (literal.atom for literal in asked.literals)))
    held = [atom for atom in atoms if model[atom] and atom not in outside]
    failed = [atom for atom in atoms if not model[atom] and atom not in outside]
    parts = [f"{', '.join(each)} {word}" for each, word in ((held, "hold"), (failed, "fail")) if each]
    parts += [f"{', '.join(sorted(outside & set(atoms)))} do not apply"] if outside & set(atoms) else []
    return "; ".join(parts) or "nothing else counts"
