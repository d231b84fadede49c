"""For notebooks and scripts: a glossary that is asked in Python, whose answers show themselves.

    from hornbook.notebook import open_project

    glossary = open_project("path/to/project")        # or open_copy("glossary.json")
    glossary.term("inner-alignment")                  # a card: what each author means
    glossary.view("intent-centric")                   # a drawing
    glossary.ask("A + not B => C assuming D")         # a verdict with its proof

What is shown is plain HTML and SVG without scripts; nothing is fetched. Whatever cannot be answered raises AskError,
whose words say what to write instead.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from os import PathLike
from pathlib import Path

from hornbook import consulted
from hornbook.diagnostics.formats import as_text
from hornbook.lint import Against, did_you_mean
from hornbook.logic import Answer
from hornbook.model import PictureForm, Shape
from hornbook.model.notation import ParsedFormula
from hornbook.reasoning.outcomes import outcome
from hornbook.reasoning.proof_text import proof_text
from hornbook.reasoning.sentences import capital, plain, question_in_words
from hornbook.reasoning.verdicts import VERDICT_WORDS
from hornbook.reports.answers import answer_report
from hornbook.reports.asked import read_question
from hornbook.reports.rendered import Wanted, rendered
from hornbook.reports.values import Report, UsageProblem

__all__ = ["AskError", "Drawing", "Glossary", "Sense", "Term", "Verdict", "open_copy", "open_project"]


class AskError(LookupError):
    """Why something cannot be answered or opened, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What one author means by a term."""

    framework: str | None
    """The id of the author's framework, if it is one's."""
    whose: str
    """What readers call it."""
    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term: as a string its definition, in a notebook a card."""

    id: str
    label: str
    short: str
    whose: str
    """Whose words `short` is, where that is known."""
    senses: tuple[Sense, ...]
    url: str
    """Its page; empty where none is known."""

    def __str__(self) -> str:
        return f"{self.label}: {self.short}"

    def _repr_html_(self) -> str:
        senses = "".join(f"<dt>{escape(one.whose)}</dt><dd>{escape(one.text)}</dd>" for one in self.senses)
        whose = f" <small>{escape(self.whose)}</small>" if self.whose else ""
        listed = f"<dl>{senses}</dl>" if senses else ""
        return f"<div><p><strong>{_linked(self.url, self.label)}</strong> {escape(self.short)}{whose}</p>{listed}</div>"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing: its SVG stands alone, light or dark as the reader's system is."""

    title: str
    svg: str = field(repr=False)
    url: str = ""
    """The page of its diagram, where it has one."""

    def _repr_svg_(self) -> str:
        return self.svg


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the implications say of a question: true in a condition exactly where the goal follows."""

    verdict: str
    """`follows`, `refuted`, `open`, `contradictory` or `unsettled`."""
    question: str
    """As it was understood, in the notation of claims."""
    words: str
    """The same as a sentence."""
    scope: str
    """The framework or view in which it was asked."""
    whose: str
    """What readers call the framework."""
    proof: tuple[str, ...]
    """Line by line; empty where there is none."""
    report: Report = field(repr=False)
    """Everything that `hornbook ask` prints, as text and as data."""

    def __bool__(self) -> bool:
        return self.verdict == "follows"

    def __str__(self) -> str:
        return self.report.text

    def _repr_html_(self) -> str:
        verdict = next(words for name, words in VERDICT_WORDS.items() if name.value == self.verdict)
        lines = "".join(f"<li>{escape(line)}</li>" for line in self.proof)
        proof = f"<ol>{lines}</ol>" if lines else f"<p>{escape(verdict.sentence)}</p>"
        said = f"{verdict.sign} {verdict.word}"
        head = f"<strong>{escape(said)}</strong>: {escape(self.words)} <small>({escape(self.whose)})</small>"
        return f"<div><p>{head}</p>{proof}</div>"


class Glossary:
    """A glossary that can be asked."""

    def __init__(self, against: Against) -> None:
        """Begin with what `open_project` and `open_copy` opened."""
        self._against = against

    def __repr__(self) -> str:
        knowledge = self._against.knowledge
        return f"<Glossary {knowledge.glossary.title!r}: {len(knowledge.terms)} terms>"

    @property
    def terms(self) -> Sequence[str]:
        """The ids of all terms."""
        return tuple(self._against.knowledge.terms)

    @property
    def frameworks(self) -> Sequence[str]:
        """The ids of all frameworks."""
        return tuple(self._against.knowledge.frameworks)

    @property
    def views(self) -> Sequence[str]:
        """The ids of all diagrams."""
        return tuple(self._against.knowledge.views) + tuple(self._against.knowledge.chains)

    def term(self, name: str, framework: str | None = None) -> Term:
        """The term of an id, label or alias; `framework` decides for an author's own word. Raises AskError."""
        found = self._against.terms_called(name, framework)
        if len(found) != 1:
            raise AskError(f"{name!r} may mean {' or '.join(found)}" if found else self._unknown(name))
        term, published = self._against.knowledge.terms[found[0]], self._against.published
        return Term(
            id=term.id,
            label=term.label,
            short=term.short,
            whose=published.whose.get(term.id, ""),
            senses=tuple(self._sense(sense.framework, sense.text.plain_text(self._named)) for sense in term.senses),
            url=published.pages["term"].get(term.id, ""),
        )

    def view(self, name: str, *, narrow: bool = False) -> Drawing:
        """The drawing of a view, chain or framework. Raises AskError."""
        return self._drawn(Wanted(name=name), name, Shape.NARROW if narrow else Shape.NORMAL)

    def around(self, term: str, framework: str | None = None) -> Drawing:
        """The drawing of what stands around a term in a framework. Raises AskError."""
        return self._drawn(Wanted(around=term, framework=framework), term)

    def ask(self, question: str, framework: str | None = None) -> Verdict:
        """Put a question: `A + not B => C assuming D`, or the same in words. Raises AskError."""
        reasoning = self._against.reasoning
        read = read_question(reasoning, question, framework, None)
        if isinstance(read, UsageProblem):
            raise AskError(_said(read))
        setting, claim = read
        if isinstance(claim, ParsedFormula):
            raise AskError(f"{question!r} looks for examples: ask `A => B`")
        found = outcome(reasoning, setting, (*claim.premises, *claim.assuming), claim.goal)
        answer: Answer = found.answer
        lines = () if answer.proof is None else proof_text(setting, answer.proof).lines
        return Verdict(
            verdict=answer.verdict.value,
            question=str(claim),
            words=plain(capital(question_in_words(setting.names, claim.premises, claim.assuming, claim.goal))),
            scope=str(setting.scope),
            whose=setting.framework.label,
            proof=tuple(plain(line.sentence) for line in lines),
            report=answer_report(reasoning, setting, claim, found),
        )

    def proof(self, question: str, framework: str | None = None) -> Drawing:
        """The drawing of what a proof uses. Raises AskError, also where there is none."""
        return self._drawn(Wanted(highlight=question, framework=framework), question)

    def _sense(self, framework: str | None, text: str) -> Sense:
        whose = self._against.whose(framework) if framework is not None else "In general"
        return Sense(framework, whose, " ".join(text.split()))

    def _unknown(self, name: str) -> str:
        terms = self._against.knowledge.terms
        hint = did_you_mean(name, [*terms, *(term.label for term in terms.values())])
        return f"nothing is called `{name}`; {hint}"

    def _named(self, name: str) -> str:
        term = self._against.knowledge.terms.get(name)
        return term.name if term is not None else name

    def _drawn(self, wanted: Wanted, called: str, shape: Shape = Shape.NORMAL) -> Drawing:
        drawn = rendered(self._against.reasoning, wanted, PictureForm.SVG, shape)
        if isinstance(drawn, UsageProblem):
            raise AskError(_said(drawn))
        published = self._against.published
        return Drawing(published.titles.get(called, called), drawn.decode(), published.pages["view"].get(called, ""))


def open_project(path: str | PathLike[str]) -> Glossary:
    """The glossary of a project's folder. Raises AskError with what is wrong in its files."""
    return _opened(consulted.open_project(Path(path)))


def open_copy(path: str | PathLike[str], sha256: str | None = None) -> Glossary:
    """A kept copy of a published `glossary.json`. Raises AskError, also where it has another hash than is given."""
    return _opened(consulted.open_copy(Path(path), sha256=sha256))


def _opened(opened: consulted.Opened) -> Glossary:
    if opened.against is None:
        raise AskError(as_text(opened.diagnostics, opened.loaded.texts if opened.loaded is not None else {}))
    return Glossary(opened.against)


def _said(problem: UsageProblem) -> str:
    return f"{problem.message}; {problem.hint}"


def _linked(address: str, words: str) -> str:
    return f'<a href="{escape(address)}">{escape(words)}</a>' if address else escape(words)
