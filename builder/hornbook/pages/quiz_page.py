"""The quiz: questions about one example after another, then what the frameworks and other people say to them.

It can be read and answered without a script; with one, the reader's answers are held against one another.
"""

from collections.abc import Iterator, Mapping

from hornbook.addresses import QUIZ, example_address, part_address
from hornbook.kinds import EXAMPLE
from hornbook.language import later, say
from hornbook.logic import UNSETTLED, Literal, Unsettled, Verdict
from hornbook.model import AnswerKind, Example, Option, Question, Share
from hornbook.pages.context import Context
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.html import EMPTY, Html, folded, join, row, say_html, table, tag, void_tag
from hornbook.pages.marks import dash, former_places, mark
from hornbook.pages.page import Page
from hornbook.reasoning.answers import AnswerClash, answer_clashes, answer_counts_as, refined_by
from hornbook.reasoning.quiz import asked_in, examples_of, offered_in, verdicts_on
from hornbook.reasoning.readings import facts_in
from hornbook.reasoning.sentences import under_conditions

_KINDS = {
    AnswerKind.POLL: later("Polled"),
    AnswerKind.AUTHOR: later("The author"),
    AnswerKind.COMMENT: later("Comments"),
}


def quiz_page(context: Context) -> GeneratedPage:
    """The page at `/quiz/`."""
    page = Page(context, QUIZ)
    blocks: Blocks = [tag("p", say(_LEAD))]
    for question in page.knowledge.questions.values():
        blocks += [Heading(2, question.question, question.id), *_question(page, question)]
    return GeneratedPage(
        address=QUIZ,
        title=say("Quiz"),
        description=say("Examples to judge for yourself, and what follows from them in each framework."),
        blocks=tuple(blocks),
    )


_LEAD = later(
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
    return folded(say("Show example {number}", number=number), shown, class_="kb-words kb-next")


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
            mark(Verdict.CONTRADICTORY, say("These contradict each other")),
            f" {_tied(refining, refined)} {say(_BOTH)}",
            hidden="",
            data_kb_refined=refined.id,
            data_kb_refining=refining.id,
        )
        for refining in examples
        for refined in refined_by(page.knowledge, refining)
        if question.exclusive and refined in examples
    ]
    consistent = mark(Verdict.FOLLOWS, say("Your answers do not contradict each other"))
    fine = tag("span", consistent, hidden="", data_kb_consistent="")
    clear = tag("p", tag("button", say("Clear my answers"), type="reset", class_="md-button"))
    return join(tag("output", *notes, fine, class_="kb-checked"), clear)


_BOTH = later("If you mean both, your first answer assumes something that is not among its facts.")
_TIED = later(
    "{second} is {first} with more information. So a definite answer to the first is also the answer to the second."
)


def _tied(refining: Example, refined: Example) -> str:
    """What ties the answers to two examples together."""
    return say(_TIED, second=refining.label, first=refined.label)


def _answers(page: Page, question: Question, examples: list[Example]) -> Html:
    """What is behind the examples, what people answered, and folded up what frameworks and the author say."""
    yours = [tag("td", "—", data_kb_answer=example.id) for example in examples]
    titles = (say("Who"), *(page.to(example.id) for example in examples))
    you = tag("tr", tag("th", say("You"), scope="row"), *yours, hidden="", data_kb_yours="")
    recorded = list(_recorded(page, question, examples))
    computed = list(_computed(page, question, examples))
    clashes = [_clash(page, clash) for clash in answer_clashes(page.knowledge, question)]
    return folded(
        say("What others answered, and why"),
        *_behind(page, question, examples),
        table(titles, [you, *recorded], "kb-models kb-quiz-table"),
        *clashes,
        folded(
            say("What follows in each framework"),
            tag("p", say(_COMPUTED)),
            table(titles, computed, "kb-models kb-quiz-table"),
        ),
        folded(say("What the author says"), page.section().prose(question.answer)),
        tag("p", say_html("Source: {source}", source=page.cite(question.source))),
        class_="kb-words kb-quiz-answers",
    )


def _behind(page: Page, question: Question, examples: list[Example]) -> Iterator[Html]:
    """That one example is another with more known, which ties the answers to both together."""
    for refining in examples:
        for refined in refined_by(page.knowledge, refining):
            if question.exclusive and refined in examples:
                yield tag("p", tag("strong", _tied(refining, refined)), class_="kb-behind")


_COMPUTED = later(
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
        return dash(say(_NO_FACTS))
    verdicts = verdicts_on(page.reasoning, setting, question, example, assuming)
    if not verdicts and offered_in(setting, question):
        return dash(say("the word does not apply here"))
    shown, decisive = _shown(verdicts)
    reasons = [
        part_address(page.knowledge, EXAMPLE, example.id, one)
        for one in example.judgements
        if one.claim.scope.framework == framework
        and one.claim.assuming == assuming
        and (decisive is None or decisive.literal is None or one.claim.goal.atom == decisive.literal.atom)
    ]
    return join(shown, " ", page.link(next(iter(reasons), example_address(example.id)), say("why")))


_NO_FACTS = later("none of the facts counts here")


def _shown(verdicts: Mapping[Option, Verdict | Unsettled]) -> tuple[Html, Option | None]:
    """What the verdicts on the options come to, and the option that decides it."""
    found = set(verdicts.values())
    following = [option for option, verdict in verdicts.items() if verdict is Verdict.FOLLOWS]
    if Verdict.CONTRADICTORY in found:
        return mark(Verdict.CONTRADICTORY), None
    if following:
        return join(*(mark(Verdict.FOLLOWS, option.label) for option in following), by=" "), following[0]
    if found == {Verdict.REFUTED}:
        return mark(Verdict.REFUTED, say("None of them")), None
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
            yield row(say(title), *(cell or "—" for cell in cells))


def _bar(share: Share | None) -> Html:
    """A bar as long as a word for a share is; the words beside it say the same."""
    if share is None:
        return EMPTY
    return tag("span", tag("span", class_=f"kb-share-{share}"), class_="kb-bar", aria_hidden="true")


def _clash(page: Page, clash: AnswerClash) -> Html:
    words = say_html(
        "To “{first}”, {some} answered “{answer}”; to “{second}”, {others} answered “{other}”.",
        first=clash.refined.label,
        some=clash.refined_answer.by,
        answer=clash.refined_option.label,
        second=page.to(clash.refining.id),
        others=clash.refining_answer.by,
        other=clash.refining_option.label,
    )
    clashing = mark(Verdict.CONTRADICTORY, say("These cannot both be right"))
    return tag("p", clashing, " ", words, " ", say(_CLASH), class_="kb-clash")


_CLASH = later(
    "The second example is the first with more information, so a definite answer to the first is also the answer to "
    "the second. But these two answers exclude each other."
)
