"""What is known of a term."""

from hornbook.language import say
from hornbook.logic import Literal
from hornbook.model import Term
from hornbook.reasoning.matches import RELATIONS, elsewhere_data, entries
from hornbook.reasoning.outcomes import direct_sets_of, if_it_fails, sufficient_sets
from hornbook.reasoning.scopes import Reasoning, Setting
from hornbook.reasoning.sentences import OR, capital, implication_in_words, joined, plain
from hornbook.reports.prose_text import prose_text
from hornbook.reports.values import Report, set_text


def explain_term(reasoning: Reasoning, term: Term) -> Report:
    """Say what authors mean by a term, and in each framework what it follows from and what rests on it."""
    kind = reasoning.knowledge.glossary.kind_called(term.own_kind)
    parts = [f"{term.label} ({kind or 'term'})", term.short]
    for sense in term.senses:
        label = reasoning.knowledge.frameworks[sense.framework].label if sense.framework else "in general"
        of = f", of {sense.of}" if sense.of else ""
        called = f" (called {sense.called})" if sense.called != term.id else ""
        parts += ["", f"{label}{of}{called}: {prose_text(reasoning.knowledge, sense.text)}"]
    words = {"group": term.group, "tags": ", ".join(term.tags), "status": term.status}
    parts += [f"{name.capitalize()}: {said}" for name, said in words.items() if said]
    outside = [say(RELATIONS[relation], other=found.name) for relation, found in entries(term.elsewhere)]
    if outside:
        parts += ["", f"In other vocabularies: {'; '.join(outside)}."]
    data: dict[str, object] = {"id": term.id, "label": term.label, "kind": term.own_kind, "short": term.short}
    data |= {name: said for name, said in words.items() if said}
    if outside:
        data["elsewhere"] = elsewhere_data(term.elsewhere)
    frameworks: dict[str, object] = {}
    for setting in reasoning.settings.values():
        if setting.scope.view is None and term.id in setting.theory.atoms:
            lines, facts = _in_framework(reasoning, setting, term)
            parts += ["", f"In {setting.framework.label}:", *lines]
            frameworks[setting.framework.id] = facts
    data["frameworks"] = frameworks
    return Report("\n".join(parts), data)


def _in_framework(reasoning: Reasoning, setting: Setting, term: Term) -> tuple[list[str], dict[str, object]]:
    names = setting.names
    lines, ids = [], []
    for implication in setting.implications:
        if term.id in implication.atoms:
            lines.append(f"  - {plain(implication_in_words(names, implication))} [{implication.id}]")
            ids.append(implication.id)
    sets = sufficient_sets(reasoning, setting, Literal(term.id))
    if any(sets.sets):
        lines.append("  Enough for it:")
        lines += [f"  - {set_text(setting, literals)}" for literals in sets.sets]
    direct = direct_sets_of(reasoning, setting, Literal(term.id))
    if any(direct.sets):
        lines.append("  Enough for it, by one implication:")
        lines += [f"  - {set_text(setting, literals)}" for literals in direct.sets]
    if not (sets.complete and direct.complete):
        lines.append("  (There may be other sets that are enough: it is not settled within the limit of steps.)")
    failing = if_it_fails(reasoning, setting, term.id)
    then = [plain(capital(names.phrase(literal))) for literal in failing.consequences.literals]
    for some in failing.consequences.alternatives:
        phrases = [names.phrase(literal) for literal in sorted(some)]
        then.append(f"At least one of these: {plain(joined(phrases, OR))}")
    for condition, more in failing.conditional:
        assumed = plain(names.phrase(condition))
        then += [f"{plain(capital(names.phrase(one)))}, assuming that {assumed}" for one in more.literals]
    if then:
        lines += ["  If it fails:", *(f"  - {line}." for line in then)]
    if not failing.complete:
        lines.append("  (More may follow if it fails: it is not settled within the limit of steps.)")
    data: dict[str, object] = {
        "implications": ids,
        "enough": [[str(one) for one in sorted(some)] for some in sets.sets],
        "enough_complete": sets.complete,
        "direct": [[str(one) for one in sorted(some)] for some in direct.sets],
        "direct_complete": direct.complete,
    }
    return lines, data
