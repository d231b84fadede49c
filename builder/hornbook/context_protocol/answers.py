"""Answers for programs, as data: each says whose sense and which framework it used, or asks back.

Nothing is chosen where several are possible: an answer then has `needs`, what is wanted, and `choices` to choose from.
"""

from typing import Any

from hornbook.diagnostics import bounded
from hornbook.lint import Against, did_you_mean, lint
from hornbook.load.foreign import read_foreign_text
from hornbook.model import Sense
from hornbook.model.notation import ParsedClaim, ParsedFormula
from hornbook.model.typed_words import phrase_of
from hornbook.reasoning.outcomes import outcome
from hornbook.reasoning.scopes import Setting
from hornbook.reasoning.sentences import capital, plain, question_in_words
from hornbook.reports.answers import answer_report
from hornbook.reports.asked import read_question
from hornbook.reports.values import UsageProblem

Data = dict[str, Any]

LONGEST_QUESTION = 2_000
_PATHS = {"markdown": "text.md", "restructuredtext": "text.rst"}
_IN_GENERAL = "in general"


def define(against: Against, term: str, framework: str | None = None) -> Data:
    """What an author means by a term; asks back for the term or the author where several are possible."""
    chosen = _chosen(against, framework)
    if isinstance(chosen, dict):
        return chosen
    found = against.terms_called(term[:LONGEST_QUESTION], chosen)
    terms = against.knowledge.terms
    if not found:
        called = [*terms, *(one.label for one in terms.values())]
        return _wrong(f"nothing is called `{term[:200]}`", did_you_mean(term[:200], called))
    if len(found) > 1:
        choices = [{"term": one, "label": terms[one].label, "short": terms[one].short} for one in found]
        return _asks_back("term", f"`{term[:200]}` names several terms: which one is meant?", choices)
    one = terms[found[0]]
    senses = [sense for sense in one.senses if chosen is None or sense.framework == chosen]
    if chosen is not None and one.senses and not senses:
        message = f"{against.whose(chosen)} gives `{one.id}` no sense of its own; ask for one of these"
        return _asks_back("framework", message, _authors(against, one.senses))
    authors = {sense.framework for sense in senses}
    if len(authors) > 1:
        message = f"several authors use “{one.label}”: whose sense is wanted?"
        return _asks_back("framework", message, _authors(against, tuple(senses)))
    return {
        "term": one.id,
        "label": one.label,
        "url": against.published.pages["term"].get(one.id, ""),
        "framework": _framework(against, next(iter(authors), None)),
        "senses": [_sense(against, sense) for sense in senses],
        **({} if senses else {"short": one.short, "whose": against.published.whose.get(one.id, _IN_GENERAL)}),
    }


def ask(against: Against, question: str, framework: str | None = None) -> Data:
    """Whether something follows, with its proof; asks back for the framework where the question can be put to several.

    A question that says `in FRAMEWORK` needs no other.
    """
    if len(question) > LONGEST_QUESTION:
        return _wrong(f"the question has more than {LONGEST_QUESTION:,} characters", "ask less at once")
    chosen = _chosen(against, framework)
    if isinstance(chosen, dict):
        return chosen
    scopes = [chosen] if chosen is not None else [*against.knowledge.frameworks]
    read = [read_question(against.reasoning, question, scope, None) for scope in scopes]
    asked = {(str(one[0].scope), str(one[1])): one for one in read if not isinstance(one, UsageProblem)}
    if not asked:
        default = read_question(against.reasoning, question, chosen, None)
        problem = default if isinstance(default, UsageProblem) else UsageProblem("this cannot be asked here", "")
        return _wrong(problem.message, problem.hint)
    if any(isinstance(one, ParsedFormula) for _, one in asked.values()):
        return _wrong("this looks for examples, and asks nothing", "ask `A + B => C`")
    if len(asked) > 1:
        choices = [_framework(against, setting.framework.id) for setting, _ in asked.values()]
        return _asks_back("framework", "this can be asked in several frameworks: in which one?", choices)
    ((setting, claim),) = asked.values()
    assert isinstance(claim, ParsedClaim)
    return _answered(against, setting, claim)


def check_text(against: Against, text: str, framework: str | None = None, form: str = "markdown") -> Data:
    """What is wrong with a text: claims and sentences that do not follow, and words that may be anybody's."""
    chosen = _chosen(against, framework)
    if isinstance(chosen, dict):
        return chosen
    path = _PATHS.get(form)
    if path is None:
        return _wrong(f"there is no form `{form[:80]}`", f"write one of {', '.join(_PATHS)}")
    foreign, wrong = read_foreign_text(path, text.replace("\r\n", "\n"))
    found = bounded((*wrong, *lint(against, foreign, chosen)))
    used = _framework(against, chosen) if chosen else {"id": None, "label": "any, as far as each word is known there"}
    return {
        "framework": used,
        "findings": [
            {
                "line": one.place.line,
                "column": one.place.column,
                "code": str(one.code),
                "severity": one.severity.value,
                "message": one.message,
                "hint": one.hint or "",
                "notes": list(one.notes),
            }
            for one in found
        ],
    }


def _answered(against: Against, setting: Setting, claim: ParsedClaim) -> Data:
    found = outcome(against.reasoning, setting, (*claim.premises, *claim.assuming), claim.goal)
    report = answer_report(against.reasoning, setting, claim, found)
    return {
        "asked": str(claim),
        "words": plain(capital(question_in_words(setting.names, claim.premises, claim.assuming, claim.goal))),
        "framework": _framework(against, setting.framework.id),
        **report.data,
        "text": report.text,
    }


def _chosen(against: Against, framework: str | None) -> str | Data | None:
    """The framework that an id or a label means; what to say where none or several are called so."""
    if framework is None or not framework.strip() or framework in against.knowledge.frameworks:
        return (framework or "").strip() or None
    called = against.known.scopes.get(phrase_of(framework[:LONGEST_QUESTION]), ())
    found = [one for one in called if one in against.knowledge.frameworks]
    if len(found) == 1:
        return found[0]
    known = [_framework(against, one) for one in found or against.knowledge.frameworks]
    return _asks_back("framework", f"no framework is called `{framework[:200]}`: which one is meant?", known)


def _authors(against: Against, senses: tuple[Sense, ...]) -> list[Data]:
    return [_framework(against, one) for one in dict.fromkeys(sense.framework for sense in senses)]


def _framework(against: Against, framework: str | None) -> Data:
    if framework is None:
        return {"id": None, "label": _IN_GENERAL}
    return {"id": framework, "label": against.whose(framework)}


def _sense(against: Against, sense: Sense) -> Data:
    terms = against.knowledge.terms
    words = sense.text.plain_text(lambda name: terms[name].name if name in terms else name)
    called = {"called": terms[sense.called].label} if sense.called in terms else {}
    return {"id": sense.id, "of": sense.of or "", "text": " ".join(words.split()), **called}


def _asks_back(needs: str, question: str, choices: list[Data]) -> Data:
    return {"needs": needs, "question": question, "choices": choices}


def _wrong(message: str, hint: str) -> Data:
    return {"problem": message, "hint": hint}
