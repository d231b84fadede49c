"""What `hornbook render` draws: a view, chain, framework, neighbourhood or proof, in the form that a file says."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from hornbook.diagrams import LIMITS
from hornbook.diagrams.forms import Subject, needs_fonts, written
from hornbook.drawing_files import framework_subject, neighbourhoods, proof_subject, subject_of
from hornbook.language import later, say, speaking
from hornbook.logic import Verdict
from hornbook.model import Chain, Framework, PictureForm, Shape, SourceForm, View
from hornbook.model.notation import ParsedClaim
from hornbook.model.typed_words import phrase_of
from hornbook.reasoning.asking import answer_to
from hornbook.reasoning.proof_path import Lit, lit_by
from hornbook.reasoning.scopes import Reasoning, Setting
from hornbook.reasoning.sentences import plain, question_in_words
from hornbook.reports.asked import read_question
from hornbook.reports.asked_names import closest
from hornbook.reports.values import UsageProblem

_FORMS: Mapping[str, PictureForm | SourceForm] = {form.value: form for form in (*PictureForm, *SourceForm)}
_KINDS = tuple(dict.fromkeys(name.rpartition(".")[2] for name in _FORMS))
_SHAPES = tuple(shape.value for shape in Shape)
_THEMES = ("light", "dark")
_ALIKE = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be drawn."""

    name: str | None = None
    """Of a view, a chain or a framework."""
    around: str | None = None
    """The term whose neighbourhood it is."""
    framework: str | None = None
    highlight: str | None = None
    """The question whose proof is lit."""


@dataclass(frozen=True, slots=True)
class _Proved:
    """What a proof lights, where it was found, and what it proves."""

    setting: Setting
    lit: Lit
    goal: str
    """What it proves, in words."""
    said: str
    """The question, in words."""


def form_of(file: str) -> tuple[PictureForm | SourceForm, Shape] | UsageProblem:
    """The form and the shape that a file's name ends in: `x.narrow.dark.svg`; other points in it mean nothing."""
    _, *endings = file.replace("\\", "/").rpartition("/")[2].lower().split(".")
    kind = endings.pop() if endings else ""
    if kind not in _KINDS:
        close = get_close_matches(kind, _KINDS, 1)
        meant = f"did you mean `.{close[0]}`? " if close else ""
        return UsageProblem(f"`{file}` does not end in a form of drawings", f"{meant}known: {_listed(_KINDS)}")
    theme = _taken(endings, _THEMES)
    shape = _taken(endings, _SHAPES)
    theme = theme or _taken(endings, _THEMES)
    close = get_close_matches(endings[-1], (*_SHAPES, *_THEMES), 1, _ALIKE) if endings else []
    if close and close[0] == endings[-1]:
        return UsageProblem(f"`{file}` names more than one shape or theme", "name one of each")
    if close:
        return UsageProblem(f"`{endings[-1]}` in `{file}` is no shape and no theme", f"did you mean `{close[0]}`?")
    wanted = kind if not theme or (theme == "light" and kind != "svg") else f"{theme}.{kind}"
    if wanted not in _FORMS or (shape and kind in set(SourceForm)):
        return UsageProblem(f"`.{kind}` is the same in every colour and shape", f"write `.{kind}` alone")
    return _FORMS[wanted], Shape(shape) if shape else Shape.NORMAL


def _taken(endings: list[str], known: Container[str]) -> str:
    """The last of the endings, taken from them, if it is one of those known; else nothing."""
    return endings.pop() if endings and endings[-1] in known else ""


def rendered(
    reasoning: Reasoning, wanted: Wanted, form: PictureForm | SourceForm, shape: Shape
) -> bytes | UsageProblem:
    """The drawing, in the language of the glossary."""
    with speaking(reasoning.knowledge.glossary.words):
        return _rendered(reasoning, wanted, form, shape)


def _rendered(
    reasoning: Reasoning, wanted: Wanted, form: PictureForm | SourceForm, shape: Shape
) -> bytes | UsageProblem:
    subject = _subject(reasoning, wanted)
    if isinstance(subject, UsageProblem):
        return subject
    diagram = subject.diagram
    if diagram.too_large:
        return UsageProblem(f"the drawing would have {diagram.extent}; the limit is {LIMITS}", "show less")
    lacking = subject.unpaintable if needs_fonts(form) else ""
    if lacking:
        signs = " ".join(lacking[:10])
        return UsageProblem(
            f"the fonts for `.{form}` have no {signs}", "write an SVG, which uses the fonts of whoever looks at it"
        )
    return written(subject, form, shape)


def _subject(reasoning: Reasoning, wanted: Wanted) -> Subject | UsageProblem:
    if wanted.name is not None and wanted.around is not None:
        return UsageProblem("a drawing has a name or is `--around` a term, not both", "leave one of them out")
    if wanted.around is not None:
        return _around(reasoning, wanted, wanted.around)
    if wanted.name is None:
        hint = "name a view, a chain or a framework, or use `--around TERM` or `--highlight QUESTION`"
        return (
            UsageProblem("nothing says what to draw", hint)
            if wanted.highlight is None
            else _proof(reasoning, wanted, wanted.highlight)
        )
    return _named(reasoning, wanted, wanted.name)


def _named(reasoning: Reasoning, wanted: Wanted, name: str) -> Subject | UsageProblem:
    knowledge = reasoning.knowledge
    pictures: dict[str, View | Chain] = {**knowledge.views, **knowledge.chains}
    found = pictures.get(name) or next((one for one in pictures.values() if _same(one.title, name)), None)
    if found is None:
        whole = _whole(reasoning, wanted, name)
        if whole is not None:
            return whole
        labels = {one.label: one.id for one in knowledge.frameworks.values()}
        called = {one.title: one.id for one in pictures.values()} | labels
        close = closest(name, called | {one: one for one in called.values()})
        hint = f"did you mean `{close}`?" if close else f"known: {_listed(pictures)}"
        if name in knowledge.terms:
            hint = f"to draw what stands around a term: `--around {name}`"
        return UsageProblem(f"there is no view, chain or framework `{name}`", hint)
    if wanted.framework not in (None, found.framework):
        return UsageProblem(f"`{found.id}` is a drawing of {found.framework}", "leave `--in` out")
    subject = subject_of(knowledge, found)
    if wanted.highlight is None:
        return subject
    if isinstance(found, Chain):
        return UsageProblem(f"`{found.id}` is a chain, which implies nothing", "highlight a proof in a view")
    lit = _lit(reasoning, wanted.highlight, found.framework, found.id)
    return lit if isinstance(lit, UsageProblem) else _with_light(subject, lit)


def _whole(reasoning: Reasoning, wanted: Wanted, name: str) -> Subject | UsageProblem | None:
    """A framework in one drawing; None where none is called so."""
    frameworks = reasoning.knowledge.frameworks.values()
    found = next((one for one in frameworks if _same(name, one.id) or _same(name, one.label)), None)
    if found is None:
        return None
    if wanted.framework is not None:
        return UsageProblem(f"`{found.id}` is a framework itself", "leave `--in` out")
    if not found.all_implications:
        return UsageProblem(f"{found.label} implies nothing, so that there is nothing to draw", "name another one")
    subject = framework_subject(reasoning.knowledge, found)
    if wanted.highlight is None:
        return subject
    lit = _lit(reasoning, wanted.highlight, found.id, None)
    return lit if isinstance(lit, UsageProblem) else _with_light(subject, lit)


def _around(reasoning: Reasoning, wanted: Wanted, name: str) -> Subject | UsageProblem:
    knowledge = reasoning.knowledge
    framework = _framework(reasoning, wanted.framework)
    if isinstance(framework, UsageProblem):
        return framework
    called = {one.label: one.id for one in knowledge.terms.values()} | {one: one for one in knowledge.terms}
    term = next((meant for text, meant in called.items() if _same(text, name)), None)
    if term is None:
        close = closest(name, called)
        return UsageProblem(f"there is no term `{name}`", f"did you mean `{close}`?" if close else "write its id")
    subject = neighbourhoods(knowledge, framework).get(term)
    if subject is None:
        users = [one.id for one in knowledge.frameworks.values() if term in neighbourhoods(knowledge, one)]
        hint = f"known in {_listed(users)}: add `--in {users[0]}`" if users else "no framework draws it"
        return UsageProblem(f"no implication of {framework.label} mentions `{term}`", hint)
    if wanted.highlight is None:
        return subject
    lit = _lit(reasoning, wanted.highlight, framework.id, None)
    return lit if isinstance(lit, UsageProblem) else _with_light(subject, lit)


def _proof(reasoning: Reasoning, wanted: Wanted, question: str) -> Subject | UsageProblem:
    """The implications that a proof uses, and no others."""
    found = _lit(reasoning, question, wanted.framework, None)
    if isinstance(found, UsageProblem):
        return found
    framework, lit = found.setting.framework, found.lit
    used = framework.picked(lit.implications)
    if not used:
        return UsageProblem("the proof uses no implication, so that there is nothing to draw", "ask for something else")
    return proof_subject(reasoning.knowledge, framework, used, say("Why {goal}", goal=found.goal), lit)


def _lit(reasoning: Reasoning, question: str, framework: str | None, view: str | None) -> _Proved | UsageProblem:
    """What the proof of a question lights."""
    understood = read_question(reasoning, question, framework, view)
    if isinstance(understood, UsageProblem):
        return understood
    setting, parsed = understood
    if not isinstance(parsed, ParsedClaim):
        return UsageProblem("a search for examples has no proof", "ask whether something follows: `A + B => C`")
    given = tuple(sorted({*parsed.premises, *parsed.assuming}))
    answer = answer_to(reasoning, setting, given, parsed.goal)
    if answer.proof is None or answer.verdict not in (Verdict.FOLLOWS, Verdict.REFUTED):
        hint = f'see `hornbook ask "{question}"`'
        return UsageProblem(f"in {setting.scope} this is {answer.verdict}, so that there is no proof to show", hint)
    proved = parsed.goal if answer.verdict is Verdict.FOLLOWS else parsed.goal.negated()
    said = question_in_words(setting.names, parsed.premises, parsed.assuming, proved)
    return _Proved(setting, lit_by(setting, answer.proof), plain(setting.names.phrase(proved)), plain(said))


def _with_light(subject: Subject, proved: _Proved) -> Subject:
    """The drawing with a proof lit, and the same said to those who do not see it."""
    said = say(_EMPHASISED, description=subject.diagram.description, statement=proved.said)
    return replace(subject, diagram=replace(subject.diagram, description=said), lit=proved.lit)


_EMPHASISED = later("{description} What shows that {statement} is emphasised.")


def _framework(reasoning: Reasoning, name: str | None) -> Framework | UsageProblem:
    frameworks = reasoning.knowledge.frameworks
    wanted = name or reasoning.knowledge.glossary.framework
    if wanted is None:
        return UsageProblem("there is no framework here, so that nothing is to be drawn", "add one, or a chain")
    found = next((one for one in frameworks.values() if _same(wanted, one.id) or _same(wanted, one.label)), None)
    if found is not None:
        return found
    close = closest(wanted, {name: one.id for one in frameworks.values() for name in (one.label, one.id)})
    hint = f"did you mean `{close}`?" if close else f"known: {_listed(frameworks)}"
    return UsageProblem(f"there is no framework `{wanted}`", hint)


def _same(text: str, other: str) -> bool:
    return phrase_of(text) == phrase_of(other)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
