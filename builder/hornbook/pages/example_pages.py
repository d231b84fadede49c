"""Examples: a situation in words and as facts, and what each framework makes of it."""

from itertools import groupby

from hornbook.addresses import (
    EXAMPLES,
    EXAMPLES_A_PAGE,
    Anchored,
    anchors_of,
    example_address,
    explore_address,
    framework_address,
    part_page,
    question_address,
    title_of,
)
from hornbook.kinds import EXAMPLE, JUDGEMENT
from hornbook.language import later, say, say_many
from hornbook.logic import Literal
from hornbook.model import (
    AnswerKind,
    Claim,
    Example,
    Judgement,
    KnowledgeBase,
    Prose,
    RecordedAnswer,
    RecordedFact,
    Scope,
)
from hornbook.pages.author_says import author_html
from hornbook.pages.cards import card, cards
from hornbook.pages.claim_card import certificate_html, claim_frame, marks_of
from hornbook.pages.context import Context
from hornbook.pages.example_follows import follows_blocks
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.html import EMPTY, Html, join, listing, say_html, tag
from hornbook.pages.marks import chip, mark
from hornbook.pages.page import Page
from hornbook.pages.parts import parts_html, ranges
from hornbook.reasoning.answers import answer_counts_as
from hornbook.reasoning.outcomes import outcome_of
from hornbook.reasoning.readings import facts_in
from hornbook.reasoning.search import examples_known
from hornbook.reasoning.sentences import Names, Sentence, capitalized, plain, said, under_conditions

_SUMMARY = 240
"""As many characters of a situation as an index shows of it."""
_KINDS = {
    AnswerKind.POLL: later("poll"),
    AnswerKind.AUTHOR: later("the author’s own answer"),
    AnswerKind.COMMENT: later("comment"),
}


def example_index(context: Context) -> GeneratedPage:
    """The page at `/examples/`: every situation with how it begins and how often it was decided."""
    page = Page(context, EXAMPLES)
    examples = page.knowledge.examples.values()
    total = sum(len(example.judgements) for example in examples)
    stories = say_many(
        "{count} example: a story from the sources, with its facts.",
        "{count} examples: stories from the sources, each with its facts.",
        len(examples),
    )
    verdicts = say_many(
        "{count} verdict says what follows from these facts in a framework.",
        "{count} verdicts say what follows from these facts in a framework.",
        total,
    )
    unknown = say("What is not among the facts is unknown, not false.")
    lead = " ".join(filter(None, (stories, verdicts if total else "", unknown)))
    return _list_page(page, say("Examples"), 1, tag("p", lead), _tables(page))


def examples_part(context: Context, number: int) -> GeneratedPage:
    """A page with a further part of the examples."""
    page = Page(context, part_page(EXAMPLES, number))
    return _list_page(page, say("Examples, part {number}", number=number), number)


def _list_page(page: Page, title: str, number: int, *lead: Html) -> GeneratedPage:
    """A page with a part of the examples, and links to the other parts."""
    examples = list(page.knowledge.examples.values())
    start = (number - 1) * EXAMPLES_A_PAGE
    parts = parts_html(page, EXAMPLES, ranges(len(examples), EXAMPLES_A_PAGE), number)
    shown = cards(*(_card(page, example) for example in examples[start : start + EXAMPLES_A_PAGE]))
    return GeneratedPage(
        address=page.at,
        title=title,
        description=say("Stories from the sources, their facts, and what follows from these in each framework."),
        blocks=(*lead, parts, shown, parts),
        searched=number == 1,
    )


def example_page(context: Context, example: Example) -> GeneratedPage:
    """The page at `/examples/ID/`."""
    page = Page(context, example_address(example.id))
    note = page.note(example.note)
    return GeneratedPage(
        address=page.at,
        title=example.label,
        description=summary_of(page.knowledge, example.text),
        edit=example.place,
        blocks=(
            page.prose(example.text),
            _outside() if example.outside else EMPTY,
            note,
            Heading(2, say("Its facts"), "facts"),
            *_facts(page, example),
            *_judgements(page, example),
            *follows_blocks(page, example),
            *_answers(page, example),
            Heading(2, say("Source"), "source"),
            tag("p", page.cite_all(example.sources)),
        ),
    )


def _tables(page: Page) -> Html:
    """Where the same examples stand as tables, by framework."""
    links = [
        page.link(f"{explore_address(Scope(framework.id))}#examples", framework.label)
        for framework in page.knowledge.frameworks.values()
        if framework.all_implications and examples_known(page.reasoning, page.reasoning.framework(framework.id))
    ]
    return tag("p", say_html(_TABLES, frameworks=join(*links, by=", "))) if links else EMPTY


_TABLES = later("The same as a table, which can be searched by what holds and what fails: {frameworks}.")


def _outside() -> Html:
    outside = chip(say("not told in the source"), "warning")
    words = say("The source only names this example; the story is told elsewhere.")
    return tag("p", outside, " ", words, class_="kb-open")


def summary_of(knowledge: KnowledgeBase, prose: Prose) -> str:
    """How a text begins: its first paragraph, cut between words."""
    first = Prose(prose.nodes[:1], prose.place)
    words = " ".join(first.plain_text(lambda target: title_of(knowledge, target)).split())
    return words if len(words) <= _SUMMARY else words[:_SUMMARY].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _card(page: Page, example: Example) -> Html:
    summary = tag("p", summary_of(page.knowledge, example.text))
    return card(page.to(example.id), summary, marks_of(one.claim for one in example.judgements))


def _facts(page: Page, example: Example) -> Blocks:
    blocks: Blocks = []
    earlier: set[tuple[Literal, str | None]] = set()
    if example.refines is not None:
        earlier = {(fact.literal, fact.framework) for fact in page.knowledge.examples[example.refines].facts}
        blocks.append(tag("p", say_html(_MORE, example=page.to(example.refines))))
    added = [bool(earlier) and (fact.literal, fact.framework) not in earlier for fact in example.facts]
    items = [_fact(page, example, fact, is_added=new) for fact, new in zip(example.facts, added, strict=True)]
    none = tag("p", say("None is recorded, so everything is unknown."))
    blocks.append(listing(items, "kb-truths") if items else none)
    refining = [one.id for one in page.knowledge.examples.values() if one.refines == example.id]
    if refining:
        links = join(*map(page.to, refining), by=", ")
        blocks.append(tag("p", say_html(_REFINING, examples=links)))
    return blocks


_MORE = later(
    "It is {example} with more information. All its facts are facts here too, so whatever follows there follows here."
)
_REFINING = later("More is told in {examples}. Whatever follows here follows there too.")


def _fact(page: Page, example: Example, fact: RecordedFact, *, is_added: bool) -> Html:
    """A fact as a sentence about the situation, the frameworks for which it counts, and why it is recorded."""
    frameworks: dict[str, list[Html]] = {}
    for framework in page.knowledge.frameworks.values():
        setting = page.reasoning.framework(framework.id)
        if fact.framework in (None, framework.id) and fact.literal in facts_in(setting, example):
            anchor = fact.atom if fact.atom in setting.names.facts else None
            link = page.link(framework_address(framework.id, anchor), framework.label)
            frameworks.setdefault(_said(setting.names, fact.literal), []).append(link)
    added = join(" ", chip(say("added here"))) if is_added else EMPTY
    is_one_of_several = len(page.knowledge.frameworks) > 1
    sentences = [
        tag(
            "p",
            f"{capitalized(words)}. ",
            tag("span", say_html("A fact in {frameworks}", frameworks=join(*links, by=", ")), class_="kb-source")
            if is_one_of_several
            else EMPTY,
            added,
        )
        for words, links in frameworks.items()
    ]
    cited = tag("p", page.cite_all(fact.sources), class_="kb-origin") if fact.sources else EMPTY
    return join(*sentences, page.prose(fact.because), cited)


def _said(names: Names, fact: Literal) -> str:
    """The sentence about the situation that the fact stands for."""
    return names.meaning(fact) or plain(names.phrase(fact))


def _judgements(page: Page, example: Example) -> Blocks:
    if not example.judgements:
        return []
    places = [one for one in anchors_of(page.knowledge, EXAMPLE, example) if one.part is JUDGEMENT]
    places.sort(key=_framework)
    blocks: Blocks = [Heading(2, say("What follows in each framework"), "judgements")]
    for framework, found in groupby(places, key=_framework):
        label = page.knowledge.frameworks[framework].label
        blocks.append(Heading(3, label, f"in-{framework}"))
        blocks += [judgement_card(page, example.id, one) for one in found]
    return blocks


def _framework(one: Anchored) -> str:
    judgement: Judgement = one.value
    return judgement.claim.scope.framework


def judgement_card(page: Page, example: str, one: Anchored) -> Html:
    """What a framework makes of the example: the verdict, and what bears it out."""
    judgement: Judgement = one.value
    claim = judgement.claim
    outcome = outcome_of(page.reasoning, claim)
    verdict = outcome.answer.verdict
    word = say_html("The source’s word for it: {word}", word=tag("q", judgement.says or ""))
    says = join(word, " ") if judgement.says else EMPTY
    body = [
        tag("p", mark(verdict), " ", page.sentence(asked_of_facts(page, claim)), class_="kb-claim-head"),
        tag("p", says, page.cite(judgement.source), class_="kb-origin"),
        author_html(page, claim, verdict),
        page.section(claim.scope.framework).note(claim.note),
        certificate_html(page, claim, outcome, one.anchor),
    ]
    return claim_frame(page, example, verdict, body, one)


def asked_of_facts(page: Page, claim: Claim) -> Sentence:
    """What is asked of the facts, as a question."""
    names = page.names(claim.scope.framework)
    condition = under_conditions(names, claim.assuming)
    goal: Sentence = (*names.phrase(claim.goal), *condition)
    return said("From the facts, does it follow that {goal}?", goal=goal)


def _answers(page: Page, example: Example) -> Blocks:
    if not example.answers:
        return []
    items = [_answer(page, answer) for answer in example.answers]
    recorded = tag("p", say("These answers were recorded, not computed."))
    return [Heading(2, say("What people answered"), "answers"), recorded, listing(items)]


def _answer(page: Page, answer: RecordedAnswer) -> Html:
    question = page.knowledge.questions[answer.question]
    told = say_html(
        "{answer} to “{question}”: {people}.",
        answer=tag("q", answer_counts_as(question, answer).label),
        question=page.link(question_address(question.id), question.question),
        people=answer.by,
    )
    return join(told, " ", chip(say(_KINDS[answer.kind])), " ", page.cite(answer.source))
