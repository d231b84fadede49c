"""What to say of a name in a question that says nothing where it is asked."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from hornbook.model.notation import NotationProblem
from hornbook.model.tolerant import Misread
from hornbook.model.typed_words import AmbiguousName, ForeignName, UnknownName, Vocabulary, phrase_of
from hornbook.reasoning.scopes import Reasoning, Setting
from hornbook.reports.values import UsageProblem

_MOST_LISTED = 20


def misread(reasoning: Reasoning, known: Vocabulary, problem: Misread, scope: str) -> UsageProblem:
    """Why a question could not be read, and what to write; `scope` is where it would be asked."""
    match problem:
        case NotationProblem():
            return UsageProblem(f"{problem.message}, at character {problem.offset + 1} of the question", problem.hint)
        case AmbiguousName():
            listed = " or ".join(f"`{one}`" for one in problem.meant)
            return UsageProblem(f"`{problem.words}` may mean {listed}", "write the one that is meant")
        case ForeignName():
            name = problem.names[0]
            label = reasoning.knowledge.frameworks[name.framework or scope].label
            message = f"`{problem.words}` is a word of {label} alone, for `{name.literal}`"
            return UsageProblem(message, f"write `{name.literal}`, or add `--in {name.framework}`")
        case UnknownName(_, words, is_scope):
            return unknown_scope(reasoning, words) if is_scope else _unknown_name(reasoning, known, words, scope)


def unknown_scope(reasoning: Reasoning, words: str) -> UsageProblem:
    """That no framework or view is called so."""
    knowledge = reasoning.knowledge
    called = {name: one.id for one in knowledge.frameworks.values() for name in (one.label, one.id)}
    called |= {name: one.id for one in knowledge.views.values() for name in (one.title, one.id)}
    ids = [*knowledge.frameworks, *knowledge.views]
    return UsageProblem(f"there is no framework or view `{words}`", _meant(words, called, ids))


def not_here(reasoning: Reasoning, setting: Setting, atom: str) -> UsageProblem:
    """That an atom plays no part where the question is asked, and where it does."""
    term = reasoning.knowledge.terms.get(atom)
    if setting.scope.view is not None and atom in reasoning.framework(setting.framework.id).theory.atoms:
        whole = setting.framework.id
        hint = f"ask in all of `{whole}`: `--in {whole}` without `--view`"
        return UsageProblem(f"`{atom}` is not an atom of {setting.scope}", hint)
    used = f"no implication of {setting.framework.label} uses it"
    kind = "a term" if term is not None else "a fact of other frameworks"
    places = [one.id for one in reasoning.knowledge.frameworks.values() if atom in one.atoms]
    if places:
        hint = f"known in {', '.join(places)}: add `--in {places[0]}`"
    else:
        close = closest(atom, {one: one for one in setting.theory.atoms})
        hint = "no framework uses it, so nothing is known to follow from it" + (
            f"; see also `{close}`" if close else ""
        )
    return UsageProblem(f"`{atom}` is {kind}, but {used}", hint)


def closest(words: str, called: Mapping[str, str]) -> str | None:
    """What the name most like some words stands for; None where none is like them."""
    folded = {" ".join(phrase_of(name)): meant for name, meant in sorted(called.items())}
    close = get_close_matches(" ".join(phrase_of(words)), list(folded), 1)
    return folded[close[0]] if close else None


def _unknown_name(reasoning: Reasoning, known: Vocabulary, words: str, scope: str) -> UsageProblem:
    """That nothing is called so; what can be asked here is proposed before what cannot."""
    here = known.atoms.get(scope, frozenset())
    called = {name.text: name.literal for names in known.literals.values() for name in names}
    close = closest(words, {text: str(one) for text, one in called.items() if one.atom in here})
    message = f"nothing is called `{words}`"
    if close is not None:
        return UsageProblem(message, f"did you mean `{close}`?")
    close = closest(words, {text: str(one) for text, one in called.items()})
    places = [one.id for one in reasoning.knowledge.frameworks.values() if close and close in one.atoms]
    if close is None:
        return UsageProblem(message, f"known here: {_listed(here)}")
    return UsageProblem(message, f"did you mean `{close}`" + (f", known in {', '.join(places)}?" if places else "?"))


def _meant(words: str, called: Mapping[str, str], ids: Iterable[str]) -> str:
    close = closest(words, called)
    return f"did you mean `{close}`?" if close else f"known: {_listed(ids)}"


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(sorted(ids)[:_MOST_LISTED])
