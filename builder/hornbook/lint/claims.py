"""Claims in double brackets, `[[A + B => C]]`: each is put to the implications, and must come out as it says."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from hornbook.diagnostics import Code, Diagnostic, Place
from hornbook.lint.against import Against
from hornbook.lint.faults import flaw_of
from hornbook.lint.telling import told
from hornbook.model.foreign import ForeignText, WrittenClaim
from hornbook.model.notation import NotationProblem, ParsedClaim, ParsedFormula
from hornbook.model.tolerant import Misread, parse_typed
from hornbook.model.typed_words import AmbiguousName, ForeignName, UnknownName, phrase_of
from hornbook.reasoning.scopes import Setting

LINT_NAME = Code(
    "lint-name",
    "A claim in double brackets cannot be read, or names something that the glossary does not have where it is asked; "
    "or a comment names a framework that it does not have.",
    "A page says `[[rian => wet-ground]]`, and no term is called so.",
)


def check_claim(against: Against, written: WrittenClaim, framework: str | None) -> Iterator[Diagnostic]:
    """What is wrong with a claim; `framework` is where it is asked if it does not say so itself."""
    asked = read_claim(against, written.text, framework)
    if isinstance(asked, tuple):
        setting, claim = asked
        flaw = flaw_of(against.reasoning, setting, claim)
        if flaw is not None:
            yield told(flaw, written.place, is_sentence=False)
    else:
        yield Diagnostic(written.place, LINT_NAME, asked.message, hint=asked.hint)


def check_asides(against: Against, text: ForeignText) -> Iterator[Diagnostic]:
    """Comments that choose a framework which the glossary does not have."""
    known = against.knowledge.frameworks
    for aside in text.asides:
        if aside.framework is not None and aside.framework not in known:
            message = f"there is no framework `{aside.framework}`"
            hint = did_you_mean(aside.framework, known)
            yield Diagnostic(Place(text.path, aside.line), LINT_NAME, message, hint=hint)


def read_claim(against: Against, text: str, framework: str | None) -> tuple[Setting, ParsedClaim] | NotationProblem:
    """What a claim asks, by ids or in words, and where; or what is wrong with how it is written."""
    knowledge = against.knowledge
    default = framework or knowledge.glossary.framework or next(iter(knowledge.frameworks), None)
    if default is None:
        return NotationProblem(0, "nothing follows from anything here: the glossary has no framework", "link to a term")
    read = parse_typed(text, against.known, default)
    if isinstance(read, ParsedFormula):
        return NotationProblem(0, "this looks for examples and claims nothing", "write `A + B => C`")
    if not isinstance(read, ParsedClaim):
        return _misread(against, read)
    scope = read.scope or default
    view = knowledge.views.get(scope)
    if view is None and scope not in knowledge.frameworks:
        return NotationProblem(0, f"there is no framework or view `{scope}`", did_you_mean(scope, knowledge.frameworks))
    setting = against.reasoning.framework(scope) if view is None else against.reasoning.settings[view.scope]
    strange = next((one.atom for one in read.literals if one.atom not in setting.theory.atoms), None)
    if strange is not None:
        places = [one.id for one in knowledge.frameworks.values() if strange in one.atoms]
        hint = f"ask it where it is known: `in {places[0]}`" if places else did_you_mean(strange, setting.theory.atoms)
        return NotationProblem(0, f"`{strange}` plays no part in {setting.scope}", hint)
    return setting, read


def _misread(against: Against, problem: Misread) -> NotationProblem:
    match problem:
        case AmbiguousName(_, words, meant):
            listed = " or ".join(f"`{one}`" for one in meant)
            return NotationProblem(0, f"`{words}` may mean {listed}", "write the one that is meant")
        case ForeignName(_, words, names):
            listed = ", ".join(sorted({f"`in {name.framework}`" for name in names}))
            return NotationProblem(0, f"`{words}` is one author’s word, and another’s are used here", f"add {listed}")
        case UnknownName(_, words, _):
            called = {name.text for names in against.known.literals.values() for name in names}
            return NotationProblem(0, f"nothing is called `{words}`", did_you_mean(words, called))
        case NotationProblem():
            return problem


def did_you_mean(wanted: str, names: Iterable[str]) -> str:
    """A hint that proposes the name most like a word, if any is like it."""
    folded = {" ".join(phrase_of(name)): name for name in sorted(names)}
    close = get_close_matches(" ".join(phrase_of(wanted)), list(folded), 1)
    return f"did you mean `{folded[close[0]]}`?" if close else "write the id of a term, or its name"
