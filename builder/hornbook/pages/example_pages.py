"""Examples: a situation in words and as facts, and what each framework makes of it."""

from itertools import groupby

from hornbook.addresses import (
    EXAMPLES,
    example_address,
    framework_address,
    question_address,
    relative,
    title_of,
)
from hornbook.logic import Literal
from hornbook.model import Example, Framework, Judgement, Prose, RecordedAnswer, Scope
from hornbook.pages.claim_card import VERDICTS, card_of, certificate_html, marks_of
from hornbook.pages.context import Context
from hornbook.pages.document import Document, Heading
from hornbook.pages.html import EMPTY, Html, join, listing, tag
from hornbook.pages.marks import chip, claim_mark
from hornbook.pages.proofs import citation_html
from hornbook.pages.prose_html import Section, prose_html
from hornbook.pages.sentence_html import name_html, sentence_html
from hornbook.reasoning.outcomes import outcome_of
from hornbook.reasoning.sentences import joined, meaning, phrase, plain

Blocks = list[Heading | Html]

_SUMMARY = 240
"""As many characters of a situation as an index shows of it."""
_KINDS = {"poll": "poll", "author": "the author’s own answer", "comment": "comment"}


def example_index(context: Context) -> Document:
    """The page at `/examples/`: every situation with how it begins and how often it was decided."""
    examples = context.knowledge.examples.values()
    total = sum(len(example.judgements) for example in examples)
    lead = (
        f"{len(examples)} situations, told in words and written down as facts. {total} times it is computed, from "
        "the facts alone, what a framework makes of one. What is not among the facts is unknown, never false."
    )
    return Document(
        address=EXAMPLES,
        title="Examples",
        description="Situations as facts, and what each framework makes of them.",
        blocks=(
            tag("p", lead),
            tag("div", *(_card(context, example) for example in examples), class_="kb-cards"),
        ),
    )


def example_page(context: Context, example: Example) -> Document:
    """The page at `/examples/ID/`."""
    at = example_address(example.id)
    section = Section(at)
    note = prose_html(context.knowledge, context.finder, example.note, section)
    return Document(
        address=at,
        title=example.label,
        description=summary_of(context, example.text),
        edit=f"glossary/examples/{example.id}.yaml",
        blocks=(
            prose_html(context.knowledge, context.finder, example.text, section),
            _outside() if example.outside else EMPTY,
            tag("div", note, class_="kb-note") if note else EMPTY,
            Heading(2, "Its facts", "facts"),
            *_facts(context, example, at),
            *_judgements(context, example, at),
            *_answers(context, example, at),
            Heading(2, "Source", "source"),
            tag("p", citation_html(context, example.source, at)),
        ),
    )


def _outside() -> Html:
    mark = chip("told from outside the source", "warning")
    words = " The source only names this example; what happens in it was taken from elsewhere."
    return tag("p", mark, words, class_="kb-open")


def example_link(context: Context, example: str, at: str) -> Html:
    """An example by its label, as a link."""
    return tag("a", context.knowledge.examples[example].label, href=relative(at, example_address(example)))


def summary_of(context: Context, prose: Prose) -> str:
    """How a text begins: its first paragraph, cut between words."""
    first = Prose(prose.nodes[:1], prose.place)
    words = " ".join(first.plain_text(lambda target: title_of(context.knowledge, target)).split())
    return words if len(words) <= _SUMMARY else words[:_SUMMARY].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _card(context: Context, example: Example) -> Html:
    return tag(
        "div",
        tag("p", example_link(context, example.id, EXAMPLES), class_="kb-card-title"),
        tag("p", summary_of(context, example.text)),
        tag("p", *marks_of(one.claim for one in example.judgements), class_="kb-facts"),
        class_="kb-card",
    )


def _facts(context: Context, example: Example, at: str) -> Blocks:
    blocks: Blocks = []
    earlier: set[Literal] = set()
    if example.refines is not None:
        earlier = set(context.knowledge.examples[example.refines].facts)
        words = join("It is ", example_link(context, example.refines, at), _MORE)
        blocks.append(tag("p", words))
    items = [_fact(context, fact, at, is_added=bool(earlier) and fact not in earlier) for fact in example.facts]
    blocks.append(listing(items, "kb-truths") if items else tag("p", "None is recorded: everything is unknown."))
    refining = [one.id for one in context.knowledge.examples.values() if one.refines == example.id]
    if refining:
        links = join(*(example_link(context, one, at) for one in refining), by=", ")
        blocks.append(tag("p", "More is known in ", links, ". ", _KEPT))
    return blocks


_MORE = " with more known: every fact of it holds here too, so every definite verdict on it is kept."
_KEPT = "Every definite verdict given here is kept there."


def _fact(context: Context, fact: Literal, at: str, *, is_added: bool) -> Html:
    """A fact as a sentence about the situation, with its atom and the frameworks for which it counts."""
    frameworks = [
        framework
        for framework in context.knowledge.frameworks.values()
        if fact.atom in context.reasoning.settings[Scope(framework.id)].theory.atoms
    ]
    said: dict[str, list[Html]] = {}
    for one in frameworks:
        link = tag("a", one.label, href=relative(at, framework_address(one.id, _anchor(fact, one))))
        said.setdefault(_said(context, one, fact), []).append(link)
    sign, value = ("✓", "true") if fact.holds else ("✗", "false")
    shown = tag("span", sign, class_="kb-sign", aria_hidden="true")
    term = context.knowledge.terms.get(fact.atom)
    atom = name_html(term.id, term.name, at) if term else tag("span", fact.atom, class_="kb-by")
    return join(
        *(
            tag(
                "p",
                f"{words[:1].upper()}{words[1:]}. ",
                tag("span", "Counts in ", join(*links, by=", "), class_="kb-source"),
            )
            for words, links in said.items()
        ),
        tag(
            "p",
            tag("span", shown, f" {value}: ", class_=f"kb-{'holds' if fact.holds else 'fails'}"),
            atom,
            join(" ", chip("added here")) if is_added else EMPTY,
            class_="kb-source",
        ),
    )


def _said(context: Context, framework: Framework, fact: Literal) -> str:
    """The sentence about the situation that the fact stands for."""
    return meaning(context.knowledge, framework, fact) or plain(phrase(context.knowledge, framework, fact))


def _anchor(fact: Literal, framework: Framework) -> str | None:
    return fact.atom if any(one.id == fact.atom for one in framework.facts) else None


def _judgements(context: Context, example: Example, at: str) -> Blocks:
    if not example.judgements:
        return []
    numbered = sorted(enumerate(example.judgements, 1), key=lambda one: one[1].claim.scope.framework)
    blocks: Blocks = [Heading(2, "What each framework makes of it", "judgements")]
    for framework, found in groupby(numbered, key=lambda one: one[1].claim.scope.framework):
        label = context.knowledge.frameworks[framework].label
        blocks.append(Heading(3, label, f"in-{framework}"))
        blocks += [_judgement(context, one, number, at) for number, one in found]
    return blocks


def _judgement(context: Context, judgement: Judgement, number: int, at: str) -> Html:
    claim = judgement.claim
    outcome = outcome_of(context.reasoning, claim)
    verdict = outcome.answer.verdict
    note = prose_html(context.knowledge, context.finder, claim.note, Section(at, claim.scope.framework))
    says = join("The source’s word for it: ", tag("q", judgement.says), " ") if judgement.says else EMPTY
    body = [
        tag("p", claim_mark(verdict), " ", asked_html(context, judgement, at), class_="kb-claim-head"),
        tag("p", VERDICTS[verdict], class_="kb-verdict"),
        tag("p", says, citation_html(context, judgement.source, at), class_="kb-origin"),
        tag("div", note, class_="kb-note") if note else EMPTY,
        certificate_html(context, claim, outcome, at, f"judgement-{number}"),
    ]
    return card_of(verdict, body, f"judgement-{number}")


def asked_html(context: Context, judgement: Judgement, at: str) -> Html:
    """What is asked of the facts, as a question."""
    framework = context.knowledge.frameworks[judgement.claim.scope.framework]
    goal = phrase(context.knowledge, framework, judgement.claim.goal)
    assumed = joined(phrase(context.knowledge, framework, literal) for literal in judgement.claim.assuming)
    condition = (", assuming that ", *assumed) if judgement.claim.assuming else ()
    return sentence_html(("From the facts, does it follow that ", *goal, *condition, "?"), at)


def _answers(context: Context, example: Example, at: str) -> Blocks:
    if not example.answers:
        return []
    items = [_answer(context, answer, at) for answer in example.answers]
    return [Heading(2, "What people answered", "answers"), tag("p", _RECORDED), listing(items)]


_RECORDED = "Recorded as it was given; nothing here is computed."


def _answer(context: Context, answer: RecordedAnswer, at: str) -> Html:
    question = context.knowledge.questions[answer.question]
    label = next(option.label for option in question.options if option.id == answer.option)
    link = tag("a", question.question, href=relative(at, question_address(question.id)))
    return join(
        tag("q", label),
        " to “",
        link,
        f"”: {answer.by}. ",
        chip(_KINDS.get(answer.kind, answer.kind)),
        " ",
        citation_html(context, answer.source, at),
    )
