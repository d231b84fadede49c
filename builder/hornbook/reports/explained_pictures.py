"""What is known of a framework, of a view of it, and of a chain."""

from hornbook.model import Chain, Framework, Implication, Prose, View
from hornbook.reasoning.scopes import Reasoning, Setting
from hornbook.reasoning.sentences import chain_in_words, implication_in_words, plain
from hornbook.reports.prose_text import cited, prose_text, told
from hornbook.reports.values import Report


def explain_framework(reasoning: Reasoning, framework: Framework) -> Report:
    """Whose words it holds, what they mean there, and what implies what."""
    knowledge, setting = reasoning.knowledge, reasoning.framework(framework.id)
    parts = [f"{framework.label} (framework)", *told(knowledge, framework.text, framework.note)]
    parts += ["", cited(knowledge, framework.source)]
    if framework.base is not None:
        without = f", without {', '.join(framework.without)}" if framework.without else ""
        parts.append(f"It extends {framework.base.label} [{framework.base.id}]{without}.")
    senses = [
        (term, sense) for term in knowledge.terms.values() for sense in term.senses if sense.framework == framework.id
    ]
    parts += ["", "Its terms:"] if senses else []
    for term, sense in senses:
        of = f", of {sense.of}" if sense.of else ""
        parts.append(f"  - {term.label}{of}: {prose_text(knowledge, sense.text)}")
    parts += _implication_lines(setting, "What implies what:")
    parts += ["", "Its facts:"] if framework.all_facts else []
    parts += [f"  - {fact.holds}; or: {fact.fails} [{fact.id}]" for fact in framework.all_facts]
    parts += ["", "Of each of these at most one holds:"] if framework.all_choices else []
    for choice in framework.all_choices:
        parts.append(f"  - {', '.join(setting.names.name(atom) for atom in choice.one_of)} [{choice.id}]")
    data: dict[str, object] = {
        "id": framework.id,
        "label": framework.label,
        "extends": framework.extends,
        "without": list(framework.without),
        "source": framework.source.ref,
        "text": _text(reasoning, framework.text),
        "senses": [
            {"term": term.id, "id": sense.id, "of": sense.of, "text": prose_text(knowledge, sense.text)}
            for term, sense in senses
        ],
        "implications": _implication_data(setting),
        "facts": [{"id": fact.id, "holds": fact.holds, "fails": fact.fails} for fact in framework.all_facts],
        "views": [view.id for view in knowledge.views.values() if view.framework == framework.id],
    }
    return Report("\n".join(parts), data)


def explain_view(reasoning: Reasoning, view: View) -> Report:
    """What a diagram shows, up to which goal."""
    knowledge, setting = reasoning.knowledge, reasoning.settings[view.scope]
    parts = [f"{view.title} (view of {setting.framework.label})", *told(knowledge, view.text, view.note)]
    parts += ["", f"Goal: {setting.names.name(view.goal)}"]
    if view.equivalent_to is not None:
        parts.append(f"It says the same as “{knowledge.views[view.equivalent_to].title}” [{view.equivalent_to}].")
    parts += [cited(knowledge, view.source), *_implication_lines(setting, "What it shows:")]
    data: dict[str, object] = {
        "id": view.id,
        "title": view.title,
        "framework": view.framework,
        "goal": view.goal,
        "equivalent_to": view.equivalent_to,
        "text": _text(reasoning, view.text),
        "implications": _implication_data(setting),
    }
    return Report("\n".join(parts), data)


def explain_chain(reasoning: Reasoning, chain: Chain) -> Report:
    """The objectives of a chain and what stands between them."""
    knowledge = reasoning.knowledge
    label = knowledge.frameworks[chain.framework].label
    sentence = plain(chain_in_words(knowledge, chain))
    parts = [f"{chain.title} (chain of {label})", *told(knowledge, chain.text, chain.note), "", sentence]
    data: dict[str, object] = {
        "id": chain.id,
        "title": chain.title,
        "framework": chain.framework,
        "text": _text(reasoning, chain.text),
        "sentence": sentence,
    }
    return Report("\n".join([*parts, cited(knowledge, chain.source)]), data)


def _text(reasoning: Reasoning, prose: Prose | None) -> str | None:
    return None if prose is None else prose_text(reasoning.knowledge, prose)


def _implication_lines(setting: Setting, title: str) -> list[str]:
    lines = [f"  - {_sentence(setting, one)} [{one.id}]" for one in setting.implications]
    return ["", title, *lines] if lines else []


def _implication_data(setting: Setting) -> list[object]:
    return [{"id": one.id, "sentence": _sentence(setting, one)} for one in setting.implications]


def _sentence(setting: Setting, implication: Implication) -> str:
    return plain(implication_in_words(setting.names, implication))
