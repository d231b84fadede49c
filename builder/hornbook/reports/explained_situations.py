"""What is known of an example, and of a source."""

from hornbook.model import Example, RecordedFact, Source
from hornbook.reasoning.outcomes import answer_of
from hornbook.reasoning.presuppositions import applying_given
from hornbook.reasoning.readings import facts_in, what_follows
from hornbook.reasoning.scopes import Reasoning, Setting
from hornbook.reasoning.sentences import capital, plain, under_conditions
from hornbook.reasoning.verdicts import VERDICT_WORDS
from hornbook.reports.prose_text import cited, prose_text, source_text, told
from hornbook.reports.values import Report


def explain_example(reasoning: Reasoning, example: Example) -> Report:
    """The story, its facts as sentences, and what each framework makes of them."""
    knowledge = reasoning.knowledge
    parts = [f"{example.label} (example)", *told(knowledge, example.text, example.note)]
    if example.refines is not None:
        parts += ["", f"It adds facts to “{knowledge.examples[example.refines].label}” [{example.refines}]."]
    facts = [
        {"literal": str(fact.literal), "framework": fact.framework, "sentence": _fact_sentence(reasoning, fact)}
        for fact in example.facts
    ]
    parts += ["", "Its facts:", *(f"  - {fact['sentence']}" for fact in facts)] if facts else []
    frameworks: dict[str, object] = {}
    for framework in knowledge.frameworks.values():
        lines, data = _in_framework(reasoning, reasoning.framework(framework.id), example)
        if lines:
            parts += ["", f"In {framework.label}:", *lines]
            frameworks[framework.id] = data
    report: dict[str, object] = {
        "id": example.id,
        "label": example.label,
        "text": prose_text(knowledge, example.text),
        "facts": facts,
        "frameworks": frameworks,
    }
    return Report("\n".join([*parts, "", cited(knowledge, *example.sources)]), report)


def explain_source(reasoning: Reasoning, source: Source) -> Report:
    """What a work is, whose words are taken from it, and what it states."""
    knowledge = reasoning.knowledge
    parts = [f"{source_text(source)} (source)", *([source.url] if source.url else [])]
    used = [one for one in knowledge.frameworks.values() if one.source.ref == source.id]
    parts += [f"Framework: {one.label} [{one.id}]" for one in used]
    statements = knowledge.statements.get(source.id, ())
    parts += ["", "What it states:", *(f"  - {one.text} [{one.id}]" for one in statements)] if statements else []
    data: dict[str, object] = {
        "id": source.id,
        "author": list(source.author),
        "title": source.title,
        "issued": source.issued,
        "url": source.url,
        "frameworks": [one.id for one in used],
        "statements": [{"id": one.id, "text": one.text} for one in statements],
    }
    return Report("\n".join(parts), data)


def _fact_sentence(reasoning: Reasoning, fact: RecordedFact) -> str:
    """What is recorded, in the words of a framework for which it counts."""
    for setting in reasoning.settings.values():
        framework = setting.framework.id
        if fact.atom in setting.theory.atoms and fact.framework in {None, framework}:
            sentence = plain(setting.names.phrase(fact.literal))
            return f"{sentence} (for {setting.framework.label})" if fact.framework else sentence
    return str(fact.literal)


def _in_framework(reasoning: Reasoning, setting: Setting, example: Example) -> tuple[list[str], dict[str, object]]:
    """The verdicts that are stated of it, and what follows from its facts alone."""
    lines: list[str] = []
    verdicts: list[object] = []
    for judgement in example.judgements:
        claim = judgement.claim
        if claim.scope.framework == setting.framework.id:
            verdict = answer_of(reasoning, claim).verdict
            goal = (*capital(setting.names.phrase(claim.goal)), *under_conditions(setting.names, claim.assuming))
            lines.append(f"  - {VERDICT_WORDS[verdict].word}: {plain(goal)}")
            assuming = [str(literal) for literal in claim.assuming]
            verdicts.append({"then": str(claim.goal), "assuming": assuming, "verdict": verdict.value})
    facts = facts_in(setting, example)
    found = what_follows(reasoning, setting, facts) if facts else None
    silent = applying_given(reasoning, setting, facts).not_applying
    new = [one for one in found.literals if one not in facts and one.atom not in silent] if found else []
    lines += (
        ["  From its facts alone:", *(f"  - {plain(capital(setting.names.phrase(one)))}" for one in new)] if new else []
    )
    if found is not None and not found.complete:
        lines.append("  (More may follow: it is not settled within the limit of steps.)")
    return lines, {"verdicts": verdicts, "follows": [str(one) for one in new]}
