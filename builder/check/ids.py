"""Published ids: an id that others link to never disappears without a trace."""

from collections.abc import Iterator
from difflib import get_close_matches

from builder.diagnostics import Diagnostic, Place
from builder.model import KnowledgeBase

_IDS = "glossary/ids.txt"


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
    for line in fresh:
        kind, _, name = line.partition(" ")
        yield Diagnostic(
            current[line],
            "id-unlisted",
            f"the {kind} `{name}` is not in {_IDS} yet",
            hint="run `hornbook check --update-ids`",
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
        ):
            found |= {f"{kind} {framework.id}/{part.id}": part.place for part in parts}
    found |= {f"view {view.id}": view.place for view in knowledge.views.values()}
    found |= {f"faq {faq.id}": faq.place for faq in knowledge.faqs.values()}
    return found | {f"source {source.id}": source.place for source in knowledge.sources.values()}


def _former(knowledge: KnowledgeBase) -> frozenset[str]:
    return frozenset(
        [f"term {old}" for term in knowledge.terms.values() for old in term.was]
        + [f"framework {old}" for framework in knowledge.frameworks.values() for old in framework.was]
        + [f"view {old}" for view in knowledge.views.values() for old in view.was]
        + [f"faq {old}" for faq in knowledge.faqs.values() for old in faq.was]
    )
