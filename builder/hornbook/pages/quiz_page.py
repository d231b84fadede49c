"""The quiz: questions about one example after another, then what the frameworks and other people say to them.

It can be read and answered without a script; with one, the reader's answers are held against one another.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby

from hornbook.addresses import QUIZ, example_address, framework_address, relative
from hornbook.logic import Literal, Verdict
from hornbook.model import Example, Option, Question, Scope
from hornbook.pages.context import Context
from hornbook.pages.document import Document, Heading
from hornbook.pages.example_pages import example_link
from hornbook.pages.html import EMPTY, Html, join, tag, void_tag
from hornbook.pages.marks import SIGNS, claim_mark, mark
from hornbook.pages.proofs import citation_html
from hornbook.pages.prose_html import Section, prose_html
from hornbook.pages.sentence_html import sentence_html
from hornbook.reasoning.answers import AnswerClash, answer_clashes, answer_counts_as, refined_by
from hornbook.reasoning.outcomes import outcome
from hornbook.reasoning.readings import facts_in
from hornbook.reasoning.sentences import joined, phrase

_KINDS = {"poll": "Polled", "author": "The author", "comment": "Comments"}


def quiz_page(context: Context) -> Document:
    """The page at `/quiz/`."""
    blocks: list[Heading | Html] = [tag("p", _LEAD)]
    for question in context.knowledge.questions.values():
        blocks += [Heading(2, question.question, question.id), *_question(context, question)]
    return Document(
        address=QUIZ,
        title="Quiz",
        description="Situations to judge for yourself, and what the frameworks make of them.",
        blocks=tuple(blocks),
    )


_LEAD = (
    "Judge each situation for yourself before you open the next one. Your answers stay on this page: nothing is "
    "stored and nothing is sent."
)


def _question(context: Context, question: Question) -> Iterator[Html]:
    examples = [context.knowledge.examples[example] for example in question.examples]
    yield prose_html(context.knowledge, context.finder, question.text, Section(QUIZ))
    parts = [_situation(context, question, example, number) for number, example in enumerate(examples, 1)]
    parts.append(_checked(context, question, examples))
    parts.append(_answers(context, question, examples))
    # Without a script the form must not send anything anywhere; this method does nothing outside a dialog.
    yield tag("form", *parts, method="dialog", class_="kb-quiz", data_kb_quiz=question.id)


def _situation(context: Context, question: Question, example: Example, number: int) -> Html:
    """One situation with its options; every one but the first is hidden until asked for."""
    choices = [_option(question, example, option) for option in question.options]
    shown = tag(
        "fieldset",
        tag("legend", example.label),
        prose_html(context.knowledge, context.finder, example.text, Section(QUIZ)),
        tag("p", question.question, class_="kb-asked"),
        *choices,
        data_kb_example=example.id,
    )
    if number == 1:
        return shown
    return tag("details", tag("summary", f"Show situation {number}"), shown, class_="kb-words kb-next")


def _option(question: Question, example: Example, option: Option) -> Html:
    definite = "" if option.literal is not None else None
    choice = void_tag(
        "input",
        type="radio",
        name=f"{question.id}-{example.id}",
        value=option.id,
        data_kb_label=option.label,
        data_kb_definite=definite,
    )
    return tag("label", choice, f" {option.label}", class_="kb-option")


def _checked(context: Context, question: Question, examples: list[Example]) -> Html:
    """What a script shows once the reader has answered; each sentence stands here, hidden until it is true."""
    notes = [
        tag(
            "span",
            mark("!", "These cannot stand together", "contradictory"),
            f" {refining.label} is {refined.label} with more known. {_KEPT}",
            hidden="",
            data_kb_refined=refined.id,
            data_kb_refining=refining.id,
        )
        for refining in examples
        for refined in refined_by(context.knowledge, refining)
        if question.exclusive and refined in examples
    ]
    fine = tag("span", mark("✓", "Your answers can stand together", "follows"), hidden="", data_kb_consistent="")
    clear = tag("p", tag("button", "Clear my answers", type="reset", class_="md-button"))
    return join(tag("output", *notes, fine, class_="kb-checked"), clear)


_KEPT = (
    "Whatever is true of the first is true of the second, so a definite answer to the first is the answer to the "
    "second as well. If you meant both, the first answer took something for granted that is not among its facts."
)


def _answers(context: Context, question: Question, examples: list[Example]) -> Html:
    """What the frameworks make of the situations, what people answered, and what the author says."""
    yours = [tag("td", "—", data_kb_answer=example.id) for example in examples]
    rows = [
        tag("tr", tag("th", "You", scope="row"), *yours, hidden="", data_kb_yours=""),
        *_computed(context, question, examples),
        *_recorded(context, question, examples),
    ]
    titles = [tag("th", example_link(context, example.id, QUIZ), scope="col") for example in examples]
    head = tag("tr", tag("th", "Who", scope="col"), *titles)
    table = tag("table", tag("thead", head), tag("tbody", *rows), class_="kb-models kb-quiz-table")
    return tag(
        "details",
        tag("summary", "Show what each framework says, and what others answered"),
        tag("p", _COMPUTED),
        tag("div", table, class_="kb-scroll"),
        *(_clash(context, clash) for clash in answer_clashes(context.knowledge, question)),
        prose_html(context.knowledge, context.finder, question.answer, Section(QUIZ)),
        tag("p", "Source: ", citation_html(context, question.source, QUIZ)),
        class_="kb-words kb-quiz-answers",
    )


_COMPUTED = (
    "What a framework says is computed from the facts of the situation; each cell leads to the reasons. What people "
    "answered is recorded as they gave it."
)


def _computed(context: Context, question: Question, examples: list[Example]) -> Iterator[Html]:
    """A row for each framework, and for each choice in it, under which some judgement was made."""
    wanted = {option.literal for option in question.options}
    asked = dict.fromkeys(
        (judgement.claim.scope.framework, judgement.claim.assuming)
        for example in examples
        for judgement in example.judgements
        if judgement.claim.goal in wanted
    )
    for framework_id, found in groupby(sorted(asked, key=lambda one: one[0]), key=lambda one: one[0]):
        framework = context.knowledge.frameworks[framework_id]
        link = tag("a", framework.label, href=relative(QUIZ, framework_address(framework_id)))
        for _, assuming in found:
            assumed = joined(phrase(context.knowledge, framework, literal) for literal in assuming)
            condition = sentence_html((", assuming that ", *assumed), QUIZ) if assuming else EMPTY
            cells = [tag("td", _cell(context, question, example, framework_id, assuming)) for example in examples]
            yield tag("tr", tag("th", link, condition, scope="row"), *cells)


def _cell(
    context: Context, question: Question, example: Example, framework: str, assuming: tuple[Literal, ...]
) -> Html:
    """The option that follows from the facts, or that none does, with a link to the reasons."""
    setting = context.reasoning.settings[Scope(framework)]
    facts = facts_in(setting, example)
    if not facts:
        return tag("span", "–", class_="kb-cannot", role="img", aria_label=_NO_FACTS, title=_NO_FACTS)
    verdicts = {
        option: outcome(context.reasoning, setting, (*facts, *assuming), option.literal).answer.verdict
        for option in question.options
        if option.literal is not None and option.literal.atom in setting.theory.atoms
    }
    shown, decisive = _shown(verdicts)
    numbers = [
        number
        for number, one in enumerate(example.judgements, 1)
        if one.claim.scope.framework == framework
        and one.claim.assuming == assuming
        and (decisive is None or decisive.literal is None or one.claim.goal.atom == decisive.literal.atom)
    ]
    link = tag("a", "why", href=relative(QUIZ, example_address(example.id, next(iter(numbers), None))))
    return join(shown, " ", link)


_NO_FACTS = "none of the facts counts here"


def _shown(verdicts: Mapping[Option, Verdict]) -> tuple[Html, Option | None]:
    """What the verdicts on the options come to, and the option that decides it."""
    found = set(verdicts.values())
    following = [option for option, verdict in verdicts.items() if verdict is Verdict.FOLLOWS]
    if Verdict.CONTRADICTORY in found:
        return claim_mark(Verdict.CONTRADICTORY), None
    if following:
        sign, _ = SIGNS[Verdict.FOLLOWS]
        return join(*(mark(sign, option.label, Verdict.FOLLOWS) for option in following), by=" "), following[0]
    if found == {Verdict.REFUTED}:
        return mark(SIGNS[Verdict.REFUTED][0], "None of them", Verdict.REFUTED), None
    return claim_mark(Verdict.OPEN), next((one for one in verdicts if verdicts[one] is Verdict.OPEN), None)


def _recorded(context: Context, question: Question, examples: list[Example]) -> Iterator[Html]:
    """A row for each kind of recorded answers."""
    for kind, title in _KINDS.items():
        cells = []
        for example in examples:
            given = [one for one in example.answers if one.question == question.id and one.kind == kind]
            said = [
                join(
                    tag("strong", answer_counts_as(question, one).label),
                    f": {one.by} ",
                    tag("span", citation_html(context, one.source, QUIZ), class_="kb-source"),
                )
                for one in given
            ]
            cells.append(join(*said, by="; "))
        if any(cells):
            yield tag(
                "tr",
                tag("th", title, scope="row"),
                *(tag("td", cell or "—") for cell in cells),
            )


def _clash(context: Context, clash: AnswerClash) -> Html:
    words = join(
        f" To “{clash.refined.label}”, {clash.refined_answer.by} answered “{clash.refined_option.label}”; to “",
        example_link(context, clash.refining.id, QUIZ),
        (
            f"”, {clash.refining_answer.by} answered “{clash.refining_option.label}”. The second situation is the "
            "first with more known, so a definite answer to the first must hold of the second too; and the answers to "
            "this question exclude each other."
        ),
    )
    return tag("p", mark("!", "These cannot both be right", "contradictory"), words, class_="kb-clash")
