"""The senses of a term on its page: which ideas there are and whose, then each sense in its author's words."""

from dataclasses import replace

from hornbook.addresses import disagreement_address, title_of
from hornbook.language import in_context, later, say, say_many
from hornbook.model import Evidence, Sense, Term, TermKind
from hornbook.pages.generated_page import Blocks, Heading
from hornbook.pages.html import EMPTY, Html, folded, join, row, say_html, table, tag
from hornbook.pages.marks import chip, former_places
from hornbook.pages.page import Page
from hornbook.pages.term_connections import sense_matches
from hornbook.pages.whose import ideas_and_authors
from hornbook.reasoning.ideas import Idea, are_compared, author_of, ideas_of, named_by_sources
from hornbook.reasoning.sentences import capitalized, joined, plain

SENSES = "senses"
_MOST_OPEN = 4
"""Of more senses, only the first of each idea is open."""
_READING = later("Which senses express the same idea is our reading of the sources.")


def term_senses(page: Page, term: Term) -> Blocks:
    """Where the authors part, where that leads, and what each of them means by the term."""
    if not term.senses and term.note is None:
        return []
    section = page.section(linked=[term.id])
    many = len(term.senses)
    title = say("What it means") if many < 2 else say_many("{count} sense", "{count} senses", many)
    return [
        *_parting(page, term, ideas_of(term)),
        Heading(2, title, SENSES),
        *senses_html(section, term),
        section.note(term.note),
    ]


def senses_html(section: Page, term: Term) -> list[Html]:
    """Each sense in its author's words, those of one idea together; of many, only the first of each idea is open."""
    ideas = ideas_of(term)
    many = len(term.senses) > _MOST_OPEN
    senses = []
    for number, idea in enumerate(ideas, start=1):
        shown = number if len(ideas) > 1 else None
        for sense in idea.senses:
            closed = many and sense is not idea.senses[0]
            its_own = replace(section.in_words_of(sense.framework), part=sense.id)
            senses.append(_sense(its_own, term, sense, shown, closed=closed))
    return senses


def _parting(page: Page, term: Term, ideas: tuple[Idea, ...]) -> Blocks:
    """A row for each author, a column for each idea; and the disagreements that name the term."""
    rows: dict[tuple[object, ...], list[Sense]] = {}
    for sense in term.senses:
        rows.setdefault(author_of(page.knowledge, sense), []).append(sense)
    disagreements = _disagreements(page, term)
    if len(rows) < 2:
        return disagreements
    blocks: Blocks = []
    if are_compared(term):
        lead = ideas_and_authors(len(ideas), len(rows))
        titles = [say("Author"), *(say("Idea {number}", number=number) for number, _ in enumerate(ideas, start=1))]
        if len(ideas) == 1:
            titles = [say("Author"), say("Applies to")]
        lines = [
            row(
                named_by_sources(page.knowledge, senses[0]),
                *(_cell(page, [sense for sense in senses if sense in idea.senses]) for idea in ideas),
            )
            for senses in rows.values()
        ]
        matrix = table(titles, lines, "kb-models kb-ideas", tabindex="0", role="region", aria_label=lead)
        blocks += [Heading(2, lead, "ideas"), matrix, tag("p", say(_READING), class_="kb-verdict")]
    return [*blocks, *disagreements]


def _cell(page: Page, senses: list[Sense]) -> Html:
    # Words: in a table, that an author has this idea
    links = [page.link(f"{page.at}#sense-{sense.id}", _of(sense) or say("yes")) for sense in senses]
    return join(*links, by="; ") if links else join("–")


def _of(sense: Sense) -> str:
    """What a sense applies to, as its attribute; nothing where it does not say."""
    return in_context("a sense", "of {subject}", subject=sense.of) if sense.of else ""


def _disagreements(page: Page, term: Term) -> Blocks:
    """The disagreements whose question or short answer names the term."""
    named = [
        one
        for one in page.knowledge.disagreements.values()
        if page.names_term(one.question, term.id) or page.names_term(one.short, term.id)
    ]
    if not named:
        return []
    links = [page.link(disagreement_address(one.id), one.question) for one in named]
    return [tag("p", tag("strong", say("Where they disagree:"), " "), join(*links, by=" · "), class_="kb-disagree")]


def _sense(page: Page, term: Term, sense: Sense, idea: int | None, *, closed: bool) -> Html:
    head = [
        tag("span", page.cite_all(sense.sources), class_="kb-framework")
        if sense.framework is None
        else page.to(sense.framework, class_="kb-framework")
    ]
    if sense.of:
        head.append(tag("span", say_html("applied to {subject}", subject=sense.of), class_="kb-of"))
    if sense.called != term.id:
        called = say_html("this author calls it {term}", term=page.name(sense.called))
        head.append(tag("span", called, class_="kb-of"))
    if sense.evidence is Evidence.INFERRED:
        head.append(chip(say("inferred"), "inferred"))
    if sense.framework is not None:
        head.append(tag("span", page.cite_all(sense.sources), class_="kb-source"))
    if idea:
        head.append(tag("span", say("Idea {number}", number=idea), class_="kb-source"))
    quote = tag("blockquote", tag("p", sense.quote), class_="kb-quote") if sense.quote else EMPTY
    more = join(
        sense_values(term.kind, sense.holds, sense.fails), quote, sense_matches(page, sense), page.note(sense.note)
    )
    shown = join(
        tag("p", join(*head, by=" "), class_="kb-sense-head"),
        page.prose(sense.text),
        folded(_summary(sense), more, class_="kb-words kb-more") if more else EMPTY,
    )
    if closed:
        words = [_who(page, sense), _of(sense), say("idea {number}", number=idea) if idea else ""]
        shown = folded(", ".join(filter(None, words)), shown, class_="kb-words kb-more")
    was = former_places(f"sense-{old}" for old in sense.was)
    return tag("section", was, shown, class_="kb-sense", id=f"sense-{sense.id}")


def _who(page: Page, sense: Sense) -> str:
    if sense.framework is not None:
        return title_of(page.knowledge, sense.framework)
    return named_by_sources(page.knowledge, sense)


def _summary(sense: Sense) -> str:
    """What is folded up under a sense."""
    parts = {
        later("when it holds"): sense.holds,
        later("a quotation"): sense.quote,
        later("other senses"): tuple(sense.matches),
        later("other vocabularies"): tuple(sense.elsewhere),
        later("a note"): sense.note,
    }
    return capitalized(plain(joined((say(name),) for name, there in parts.items() if there)))


def sense_values(kind: TermKind, holds: str | None, fails: str | None) -> Html:
    """The sentences for both values of a term, or of one author's sense of it."""
    if not holds or not fails:
        return EMPTY
    is_failure = kind is TermKind.FAILURE
    return tag(
        "dl",
        tag("dt", say("It occurs when") if is_failure else say("It holds when")),
        tag("dd", f"{holds}."),
        tag("dt", say("It does not occur when") if is_failure else say("It fails when")),
        tag("dd", f"{fails}."),
        class_="kb-values",
    )
