"""What `hornbook explain` says of anything that has a name: which records are called so, and the report on one."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from hornbook.kinds import CHAIN, DISAGREEMENT, EXAMPLE, FAQ, FRAMEWORK, KINDS, QUESTION, SOURCE, TERM, VIEW, Kind
from hornbook.mathematics import in_letters
from hornbook.model import Term
from hornbook.model.typed_words import Phrase, is_word, phrase_of
from hornbook.reasoning.scopes import Reasoning
from hornbook.reports.asked_names import closest
from hornbook.reports.explained_codes import code_names, explain_code
from hornbook.reports.explained_pictures import explain_chain, explain_framework, explain_view
from hornbook.reports.explained_questions import explain_disagreement, explain_faq, explain_question
from hornbook.reports.explained_situations import explain_example, explain_source
from hornbook.reports.explained_terms import explain_term
from hornbook.reports.values import Report, UsageProblem

_REPORTS: Mapping[Kind, Callable[[Reasoning, Any], Report]] = {
    TERM: explain_term,
    FRAMEWORK: explain_framework,
    VIEW: explain_view,
    CHAIN: explain_chain,
    FAQ: explain_faq,
    EXAMPLE: explain_example,
    QUESTION: explain_question,
    DISAGREEMENT: explain_disagreement,
    SOURCE: explain_source,
}
_NAMES = ("label", "title", "question")
"""The fields of records by which they are called."""


def explain(reasoning: Reasoning, name: str) -> Report | UsageProblem:
    """Say what is known of the record, or of the code of messages, with an id, label, title or alias.

    The word for its kind may stand before it, as in `source primer`, to tell it from others that are called the same.
    """
    found = _called(reasoning, name)
    if len(found) > 1:
        listed = " or ".join(f"`{kind.word} {record.id}`" for kind, record in found)
        return UsageProblem(f"`{name}` may mean {listed}", "write the one that is meant")
    if found:
        ((kind, record),) = found
        report = _REPORTS[kind](reasoning, record)
        return Report(report.text, {"explains": kind.word, **report.data})
    code = explain_code(name)
    if code is not None:
        return code
    called = {text: record.id for _, record in _records(reasoning) for text in _names(record)}
    close = closest(name, {**{one: one for one in code_names()}, **called})
    hint = f"did you mean `{close}`?" if close else "name a term, framework, diagram, question, example, source or code"
    return UsageProblem(f"nothing is called `{name}`", hint)


def _called(reasoning: Reasoning, name: str) -> list[tuple[Kind, Any]]:
    """The records of that name; an id outweighs other names, and a present id a former one."""
    records = list(_records(reasoning))
    wanted = _words(in_letters(name) if reasoning.knowledge.glossary.mathematics else name)
    for kinds, words in ((tuple(_REPORTS), wanted), *_with_kind(wanted)):
        among = [(kind, record) for kind, record in records if kind in kinds]
        for names in (lambda one: (one.id,), _names, lambda one: getattr(one, "was", ())):
            found = [(kind, one) for kind, one in among if words in map(_words, names(one))]
            if found:
                return found
    return []


def _with_kind(wanted: Phrase) -> Iterator[tuple[tuple[Kind, ...], Phrase]]:
    """A name without the word for a kind before it, and the kinds that the word may mean."""
    for kind in KINDS:
        for called in {kind.word, kind.called}:
            before = phrase_of(called)
            if kind in _REPORTS and wanted[: len(before)] == before:
                yield (kind,), wanted[len(before) :]


def _records(reasoning: Reasoning) -> Iterator[tuple[Kind, Any]]:
    for kind in _REPORTS:
        yield from ((kind, record) for record in reasoning.knowledge.by_id(kind.declaration).values())


def _names(record: Any) -> tuple[str, ...]:  # noqa: ANN401 - of any kind
    """All that a record is called: its id, its title, and other words for it."""
    others = [alias.text for alias in record.aliases] if isinstance(record, Term) else getattr(record, "asked", ())
    return (record.id, *(text for field in _NAMES if (text := getattr(record, field, None))), *others)


def _words(text: str) -> Phrase:
    return tuple(filter(is_word, phrase_of(text)))
