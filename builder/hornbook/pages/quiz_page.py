"""The quiz: questions about one example after another, then what the frameworks and other people say to them.

It can be read and answered without a script; with one, the reader's answers are held against one another.
"""

from collections.abc import Iterator, Mapping

from hornbook.addresses import QUIZ, example_address, part_address
from hornbook.kinds import EXAMPLE
from hornbook.logic import UNSETTLED, Literal, Unsettled, Verdict
from hornbook.model import AnswerKind, Example, Option, Question, Share
from hornbook.pages.context import Context
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.html import EMPTY, Html, folded, join, row, table, tag, void_tag
from hornbook.pages.marks import NOT_APPLYING, dash, former_places, mark
from hornbook.pages.page import Page
from hornbook.reasoning.answers import AnswerClash, answer_clashes, answer_counts_as, refined_by
from hornbook.reasoning.quiz import asked_in, examples_of, offered_in, verdicts_on
from hornbook.reasoning.readings import facts_in
from hornbook.reasoning.sentences import under_conditions

_KINDS = {AnswerKind.POLL: "Polled", AnswerKind.AUTHOR: "The author", AnswerKind.COMMENT: "Comments"}


def quiz_page(context: Context) -> GeneratedPage:
    """The page at `/quiz/`."""
    page = Page(context, QUIZ)
    blocks: Blocks = [tag("p", _LEAD)]
    for question in page.knowledge.questions.values():
        blocks += [Heading(2, question.question, question.id), *_question(page, question)]
    return GeneratedPage(
        address=QUIZ,
        title="Quiz",
        description="Examples to judge for yourself, and what follows from them in each framework.",
        blocks=tuple(blocks),
    )


_LEAD = (
    "Judge each example for yourself before you open the next one. Your answers stay on this page: nothing is stored "
    "and nothing is sent."
)


def _question(page: Page, question: Question) -> Iterator[Html]:
    examples = examples_of(page.knowledge, question)
    yield join(former_places(question.was), page.section().prose(question.text))
    parts = [_shown_example(page, question, example, number) for number, example in enumerate(examples, 1)]
    parts.append(_checked(page, question, examples))
    parts.append(_answers(page, question, examples))
    # Without a script the form must not send anything anywhere; this method does nothing outside a dialog.
    yield tag("form", *parts, method="dialog", class_="kb-quiz", data_kb_quiz=question.id)


def _shown_example(page: Page, question: Question, example: Example, number: int) -> Html:
    """One example with its options; every one but the first is hidden until asked for."""
    choices = [_option(question, example, option) for option in question.options]
    shown = tag(
        "fieldset",
        tag("legend", example.label),
        page.section().prose(example.text),
        tag("p", question.question, class_="kb-asked"),
        *choices,
        data_kb_example=example.id,
    )
    if number == 1:
        return shown
    return folded(f"Show example {number}", shown, class_="kb-words kb-next")


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


def _checked(page: Page, question: Question, examples: list[Example]) -> Html:
    """What a script shows once the reader has answered; each sentence stands here, hidden until it is true."""
    notes = [
        tag(
            "span",
            mark(Verdict.CONTRADICTORY, "These contradict each other"),
            f" {refining.label} is {refined.label} with more information. {_KEPT} {_BOTH}",
            hidden="",
            data_kb_refined=refined.id,
            data_kb_refining=refining.id,
        )
        for refining in examples
        for refined in refined_by(page.knowledge, refining)
        if question.exclusive and refined in examples
    ]
    fine = tag(
        "span", mark(Verdict.FOLLOWS, "Your answers do not contradict each other"), hidden="", data_kb_consistent=""
    )
    clear = tag("p", tag("button", "Clear my answers", type="reset", class_="md-button"))
    return join(tag("output", *notes, fine, class_="kb-checked"), clear)


_KEPT = "So a definite answer to the first is also the answer to the second."
_BOTH = "If you mean both, your first answer assumes something that is not among its facts."


def _answers(page: Page, question: Question, examples: list[Example]) -> Html:
    """What is behind the examples, what people answered, and folded up what frameworks and the author say."""
    yours = [tag("td", "—", data_kb_answer=example.id) for example in examples]
    titles = ("Who", *(page.to(example.id) for example in examples))
    you = tag("tr", tag("th", "You", scope="row"), *yours, hidden="", data_kb_yours="")
    recorded = list(_recorded(page, question, examples))
    computed = list(_computed(page, question, examples))
    clashes = [_clash(page, clash) for clash in answer_clashes(page.knowledge, question)]
    return folded(
        "What others answered, and why",
        *_behind(page, question, examples),
        table(titles, [you, *recorded], "kb-models kb-quiz-table"),
        *clashes,
        folded(
            "What follows in each framework", tag("p", _COMPUTED), table(titles, computed, "kb-models kb-quiz-table")
        ),
        folded("What the author says", page.section().prose(question.answer)),
        tag("p", "Source: ", page.cite(question.source)),
        class_="kb-words kb-quiz-answers",
    )


def _behind(page: Page, question: Question, examples: list[Example]) -> Iterator[Html]:
    """That one example is another with more known, which ties the answers to both together."""
    for refining in examples:
        for refined in refined_by(page.knowledge, refining):
            if question.exclusive and refined in examples:
                tied = f"{refining.label} is {refined.label} with more information. {_KEPT}"
                yield tag("p", tag("strong", tied), class_="kb-behind")


_COMPUTED = (
    "What follows in a framework is computed from the facts of the example; each cell links to the reasons. What "
    "people answered is recorded, not computed."
)


def _computed(page: Page, question: Question, examples: list[Example]) -> Iterator[Html]:
    """A row for each framework, and for each choice in it, under which some judgement was made."""
    for framework, assuming in asked_in(page.knowledge, question):
        condition = page.sentence(under_conditions(page.names(framework), assuming))
        cells = (_cell(page, question, example, framework, assuming) for example in examples)
        yield row(join(page.to(framework), condition), *cells)


def _cell(page: Page, question: Question, example: Example, framework: str, assuming: tuple[Literal, ...]) -> Html:
    """The option that follows from the facts, or that none does, with a link to the reasons."""
    setting = page.reasoning.framework(framework)
    if not facts_in(setting, example):
        return dash(_NO_FACTS)
    verdicts = verdicts_on(page.reasoning, setting, question, example, assuming)
    if not verdicts and offered_in(setting, question):
        return dash(f"the word {NOT_APPLYING} here")
    shown, decisive = _shown(verdicts)
    reasons = [
        part_address(page.knowledge, EXAMPLE, example.id, one)
        for one in example.judgements
        if one.claim.scope.framework == framework
        and one.claim.assuming == assuming
        and (decisive is None or decisive.literal is None or one.claim.goal.atom == decisive.literal.atom)
    ]
    return join(shown, " ", page.link(next(iter(reasons), example_address(example.id)), "why"))


_NO_FACTS = "none of the facts counts here"


def _shown(verdicts: Mapping[Option, Verdict | Unsettled]) -> tuple[Html, Option | None]:
    """What the verdicts on the options come to, and the option that decides it."""
    found = set(verdicts.values())
    following = [option for option, verdict in verdicts.items() if verdict is Verdict.FOLLOWS]
    if Verdict.CONTRADICTORY in found:
        return mark(Verdict.CONTRADICTORY), None
    if following:
        return join(*(mark(Verdict.FOLLOWS, option.label) for option in following), by=" "), following[0]
    if found == {Verdict.REFUTED}:
        return mark(Verdict.REFUTED, "None of them"), None
    if UNSETTLED in found:
        return mark(UNSETTLED), None
    return mark(Verdict.OPEN), next((one for one in verdicts if verdicts[one] is Verdict.OPEN), None)


def _recorded(page: Page, question: Question, examples: list[Example]) -> Iterator[Html]:
    """A row for each kind of recorded answers."""
    for kind, title in _KINDS.items():
        cells = []
        for example in examples:
            given = [one for one in example.answers if one.question == question.id and one.kind is kind]
            said = [
                join(
                    tag("strong", answer_counts_as(question, one).label),
                    f": {one.by} ",
                    tag("span", page.cite(one.source), class_="kb-source"),
                    _bar(one.share),
                )
                for one in given
            ]
            cells.append(join(*said, by="; "))
        if any(cells):
            yield row(title, *(cell or "—" for cell in cells))


def _bar(share: Share | None) -> Html:
    """A bar as long as a word for a share is; the words beside it say the same."""
    if share is None:
        return EMPTY
    return tag("span", tag("span", class_=f"kb-share-{share}"), class_="kb-bar", aria_hidden="true")


def _clash(page: Page, clash: AnswerClash) -> Html:
    words = (
        f" To “{clash.refined.label}”, {clash.refined_answer.by} answered “{clash.refined_option.label}”; to “",
        page.to(clash.refining.id),
        f"”, {clash.refining_answer.by} answered “{clash.refining_option.label}”. {_CLASH}",
    )
    return tag("p", mark(Verdict.CONTRADICTORY, "These cannot both be right"), *words, class_="kb-clash")


_CLASH = (
    "The second example is the first with more information, so a definite answer to the first is also the answer to "
    "the second. But these two answers exclude each other."
)
