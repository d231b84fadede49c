"""What is known of a question, of a question of the quiz, and of a disagreement."""

from hornbook.model import Disagreement, Faq, Question
from hornbook.reasoning.scopes import Reasoning
from hornbook.reports.prose_text import cited, claim_lines, prose_text, told
from hornbook.reports.values import Report


def explain_faq(reasoning: Reasoning, faq: Faq) -> Report:
    """The short answer, the answer, and the claims that bear it out with their verdicts."""
    knowledge = reasoning.knowledge
    lines, claims = claim_lines(reasoning, faq.claims)
    parts = [faq.question, faq.short, *told(knowledge, faq.answer, faq.note)]
    parts += ["", "What bears it out:", *lines] if lines else []
    data: dict[str, object] = {
        "id": faq.id,
        "question": faq.question,
        "framework": faq.framework,
        "short": faq.short,
        "answer": prose_text(knowledge, faq.answer),
        "claims": claims,
    }
    return Report("\n".join([*parts, "", cited(knowledge, faq.source)]), data)


def explain_disagreement(reasoning: Reasoning, disagreement: Disagreement) -> Report:
    """What authors differ on, and what each holds."""
    knowledge = reasoning.knowledge
    parts = [disagreement.question, disagreement.short, *told(knowledge, disagreement.text)]
    shared, claims = claim_lines(reasoning, disagreement.claims)
    parts += ["", "What is asked of all:", *shared] if shared else []
    positions: list[object] = []
    for position in disagreement.positions:
        says = prose_text(knowledge, position.says)
        lines, own = claim_lines(reasoning, position.claims)
        parts += ["", f"{knowledge.frameworks[position.framework].label}: {says}", *lines]
        positions.append({"framework": position.framework, "says": says, "claims": own})
    data: dict[str, object] = {
        "id": disagreement.id,
        "question": disagreement.question,
        "short": disagreement.short,
        "claims": claims,
        "positions": positions,
    }
    return Report("\n".join(parts), data)


def explain_question(reasoning: Reasoning, question: Question) -> Report:
    """The answers that a question of the quiz offers, and of which examples it is asked."""
    knowledge = reasoning.knowledge
    examples = [knowledge.examples[one] for one in question.examples]
    parts = [f"{question.question} (quiz)", *told(knowledge, question.text), "", "Answers:"]
    parts += [f"  - {option.label} [{option.id}]" for option in question.options]
    parts += ["", "Asked of:", *(f"  - {one.label} [{one.id}]" for one in examples)]
    parts += [*told(knowledge, question.answer), "", cited(knowledge, question.source)]
    data: dict[str, object] = {
        "id": question.id,
        "question": question.question,
        "options": [{"id": option.id, "label": option.label} for option in question.options],
        "examples": list(question.examples),
        "answer": prose_text(knowledge, question.answer),
    }
    return Report("\n".join(parts), data)
