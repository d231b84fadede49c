"""Questions as people type them: read, put to the engine, and answered with the form in which they were understood."""

from hornbook.mathematics import in_letters
from hornbook.model.notation import NotationProblem, ParsedClaim, ParsedFormula, parse_claim, parse_formula
from hornbook.model.tolerant import parse_typed
from hornbook.model.typed_words import Vocabulary, phrase_of
from hornbook.reasoning.outcomes import outcome
from hornbook.reasoning.scopes import Reasoning, Setting
from hornbook.reasoning.typed_names import typed_vocabulary
from hornbook.reports.answers import answer_report, search_report
from hornbook.reports.asked_names import misread, not_here, unknown_scope
from hornbook.reports.values import Report, UsageProblem


def answer_question(
    reasoning: Reasoning, question: str, framework: str | None, view: str | None
) -> Report | UsageProblem:
    """Ask a claim, `A + B => C assuming D`, or for situations, `A + not B ?`, in any words that say so.

    What the question says after `in` outweighs `view`, and that `framework`. Where the question was not typed in the
    notation, the report begins with what it reads in it.
    """
    understood = read_question(reasoning, question, framework, view)
    if isinstance(understood, UsageProblem):
        return understood
    setting, parsed = understood
    return _told(question, parsed, _report(reasoning, setting, parsed))


def read_question(
    reasoning: Reasoning, question: str, framework: str | None, view: str | None
) -> tuple[Setting, ParsedClaim | ParsedFormula] | UsageProblem:
    """What a question asks, and where it is asked."""
    wanted = view or framework or reasoning.knowledge.glossary.framework
    if wanted is None:
        message = "nothing follows from anything here: the glossary has no framework"
        return UsageProblem(message, "`hornbook explain` says what is known of a term")
    plain = _in_notation(reasoning, question, wanted)
    if plain is not None:
        return plain
    known = typed_vocabulary(reasoning)
    default = _scope(reasoning, known, wanted)
    if isinstance(default, UsageProblem):
        return default
    typed = in_letters(question) if reasoning.knowledge.glossary.mathematics else question
    parsed = parse_typed(typed, known, default)
    if not isinstance(parsed, ParsedClaim | ParsedFormula):
        return misread(reasoning, known, parsed, default)
    setting = _setting(reasoning, parsed.scope or default)
    for literal in parsed.literals:
        if literal.atom not in setting.theory.atoms:
            return not_here(reasoning, setting, literal.atom)
    return setting, parsed


def _in_notation(
    reasoning: Reasoning, question: str, wanted: str
) -> tuple[Setting, ParsedClaim | ParsedFormula] | None:
    """The question where it is in the notation already and names atoms of its framework; all words are not needed then.

    What the notation reads, the reader of other words reads alike.
    """
    parsed = parse_formula(question) if question.rstrip().endswith("?") else parse_claim(question)
    scope = wanted if isinstance(parsed, NotationProblem) else parsed.scope or wanted
    knowledge = reasoning.knowledge
    if isinstance(parsed, NotationProblem) or not (scope in knowledge.frameworks or scope in knowledge.views):
        return None
    setting = _setting(reasoning, scope)
    return (setting, parsed) if all(one.atom in setting.theory.atoms for one in parsed.literals) else None


def _told(question: str, parsed: ParsedClaim | ParsedFormula, report: Report) -> Report:
    """The report with what was understood, where the question says it otherwise."""
    text = report.text if " ".join(question.split()) == str(parsed) else f"Asked: {parsed}\n{report.text}"
    return Report(text, {"asked": str(parsed), **report.data})


def _report(reasoning: Reasoning, setting: Setting, parsed: ParsedClaim | ParsedFormula) -> Report:
    if isinstance(parsed, ParsedFormula):
        return search_report(reasoning, setting, parsed.literals)
    found = outcome(reasoning, setting, (*parsed.premises, *parsed.assuming), parsed.goal)
    return answer_report(reasoning, setting, parsed, found)


def _scope(reasoning: Reasoning, known: Vocabulary, wanted: str) -> str | UsageProblem:
    """The framework or view that somebody calls so."""
    if wanted in known.frameworks:
        return wanted
    found = known.scopes.get(phrase_of(wanted), ())
    if len(found) > 1:
        listed = " or ".join(f"`{one}`" for one in found)
        return UsageProblem(f"`{wanted}` may mean {listed}", "write the one that is meant")
    return found[0] if found else unknown_scope(reasoning, wanted)


def _setting(reasoning: Reasoning, scope: str) -> Setting:
    view = reasoning.knowledge.views.get(scope)
    return reasoning.framework(scope) if view is None else reasoning.settings[view.scope]
