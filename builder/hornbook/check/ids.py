"""Published ids: an id that others link to never disappears without a trace."""

from collections.abc import Iterator
from difflib import get_close_matches

from hornbook.diagnostics import Diagnostic, Place
from hornbook.model import Chain, Disagreement, Example, Faq, KnowledgeBase, Question, View

_IDS = "glossary/ids.txt"
_SHOWN = 10
_Page = View | Chain | Faq | Example | Question | Disagreement


def check_ids(knowledge: KnowledgeBase) -> Iterator[Diagnostic]:
    """Hold the ids that exist against the list of those that were published."""
    if not knowledge.published:
        return
    current = _current(knowledge)
    former = _former(knowledge)
    fresh = sorted(set(current) - set(knowledge.published))
    for line, place in knowledge.published.items():
        if line in current or line in former or line in knowledge.retired:
            continue
        kind, _, name = line.partition(" ")
        candidates = [other.partition(" ")[2] for other in fresh if other.startswith(f"{kind} ")]
        successor = next(iter(get_close_matches(name, candidates, 1, 0.5)), None)
        renamed = f"if `{successor}` took its place, add `was: [{name}]` there; " if successor else ""
        yield Diagnostic(
            place,
            "id-removed",
            f"the {kind} `{name}` was published and is gone",
            hint=f"{renamed}bring it back, or write `retired {line}` on this line",
        )
    if fresh:
        first = current[fresh[0]]
        kind, _, name = fresh[0].partition(" ")
        others = f" and {len(fresh) - 1} more" if len(fresh) > 1 else ""
        yield Diagnostic(
            first,
            "id-unlisted",
            f"the {kind} `{name}`{others}: not in {_IDS} yet",
            hint="run `hornbook check --update-ids`",
            notes=tuple(f"also {line}" for line in fresh[1:_SHOWN]),
        )


def published_ids(knowledge: KnowledgeBase) -> str:
    """What `glossary/ids.txt` should hold: every id there is and every one there was."""
    kept = {line for line in knowledge.published if line in _former(knowledge)}
    lines = sorted({*_current(knowledge), *kept} - knowledge.retired)
    return "\n".join([*lines, *sorted(f"retired {line}" for line in knowledge.retired)]) + "\n"


def _current(knowledge: KnowledgeBase) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for term in knowledge.terms.values():
        found[f"term {term.id}"] = term.place
        found |= {f"sense {term.id}/{sense.id}": sense.place for sense in term.senses}
    for framework in knowledge.frameworks.values():
        found[f"framework {framework.id}"] = framework.place
        for kind, parts in (
            ("fact", framework.facts),
            ("choice", framework.choices),
            ("implication", framework.implications),
            ("list", framework.lists),
            ("table", framework.tables),
        ):
            found |= {f"{kind} {framework.id}/{part.id}": part.place for part in parts}
    for kind, records in _pages(knowledge).items():
        found |= {f"{kind} {record.id}": record.place for record in records}
    return found | {f"source {source.id}": source.place for source in knowledge.sources.values()}


def _former(knowledge: KnowledgeBase) -> frozenset[str]:
    return frozenset(
        [f"term {old}" for term in knowledge.terms.values() for old in term.was]
        + [f"framework {old}" for framework in knowledge.frameworks.values() for old in framework.was]
        + [f"{kind} {old}" for kind, records in _pages(knowledge).items() for record in records for old in record.was]
    )


def _pages(knowledge: KnowledgeBase) -> dict[str, tuple[_Page, ...]]:
    """What has a page, or as a quiz question a place on one, and no parts with ids of their own."""
    return {
        "view": tuple(knowledge.views.values()),
        "chain": tuple(knowledge.chains.values()),
        "faq": tuple(knowledge.faqs.values()),
        "example": tuple(knowledge.examples.values()),
        "question": tuple(knowledge.questions.values()),
        "disagreement": tuple(knowledge.disagreements.values()),
    }
