"""The page of a term: what each author means by it, what it follows from, and what rests on it."""

from dataclasses import replace

from hornbook.addresses import TERMS, embed_if_any, term_address, title_of, use_if_any
from hornbook.kinds import TERM
from hornbook.language import say
from hornbook.model import Term
from hornbook.model.prose import at_first_heading
from hornbook.pages.context import Context
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.history import history_html
from hornbook.pages.html import EMPTY, Html, folded, join, say_html, tag
from hornbook.pages.marks import use_paragraph
from hornbook.pages.own_words import kind_chip, word_chips
from hornbook.pages.page import Page
from hornbook.pages.search_words import BOOST, names_html
from hornbook.pages.shared_name_page import other_meanings_html
from hornbook.pages.structured_data import defined_term
from hornbook.pages.term_connections import term_connections, term_examples, term_questions
from hornbook.pages.term_logic import term_logic
from hornbook.pages.term_senses import SENSES, sense_values, term_senses
from hornbook.pages.whose import described, whose


def term_page(context: Context, term: Term) -> GeneratedPage:
    """The page at `/terms/ID/`."""
    page = Page(context, term_address(term.id), tags=term.tags)
    others = other_meanings_html(page, term)
    blocks: Blocks = [names_html(term), *([others] if others else []), lead_html(page, term), *term_senses(page, term)]
    blocks += term_questions(page, term)
    blocks += term_logic(page, term)
    blocks += term_examples(page, term)
    blocks += term_connections(page, term)
    blocks += _history(page, term)
    blocks += _cite(page, term)
    return GeneratedPage(
        address=page.at,
        title=term.label,
        description=described(page.knowledge, term),
        edit=term.place,
        blocks=tuple(blocks),
        json_ld=defined_term(page.knowledge, term),
        embed=embed_if_any(page.knowledge, TERM, term.id),
        search_boost=BOOST,
    )


def lead_html(page: Page, term: Term) -> Html:
    """The short definition, what kind of thing it is, whose words these are, and other names."""
    facts = [kind_chip(page, term)] if page.knowledge.kinds_differ and term.own_kind else []
    facts += word_chips(page, term)
    author = whose(page.knowledge, term)
    if author:
        facts.append(tag("span", page.link(f"{page.at}#{SENSES}", author), class_="kb-whose"))
    aliases = {alias.text.replace("-", " ").casefold(): alias.text for alias in reversed(term.aliases)}
    aliases.pop(term.label.casefold(), None)
    if aliases:
        facts.append(
            tag("span", say_html("also: {names}", names=", ".join(reversed(aliases.values()))), class_="kb-aliases")
        )
    meaning, more = _meaning(page, term)
    values = EMPTY if len(term.senses) > 1 else sense_values(term.kind, term.holds, term.fails)
    told = tag("p", *facts, class_="kb-facts") if facts else EMPTY
    return join(tag("div", meaning, told, values, class_="kb-lead"), more)


def _meaning(page: Page, term: Term) -> tuple[Html, Html]:
    """The short definition, and below it the text, unless that begins with the same words; apart from its sections."""
    short = tag("p", term.short, class_="kb-short")
    if term.text is None:
        return short, EMPTY
    section = replace(page.section(linked=[term.id]), level=1)
    words = " ".join(term.text.plain_text(lambda name: title_of(page.knowledge, name)).split())
    before, after = (section.prose(part) for part in at_first_heading(term.text))
    return before if words.startswith(term.short.removesuffix("…")) else join(short, before), after


def _history(page: Page, term: Term) -> Blocks:
    """What changed about the term; a history that says nothing of it says so, and one that is not kept says nothing."""
    if not page.knowledge.changes:
        return []
    changes = [change for change in page.knowledge.changes if term.id in change.ids]
    return [
        Heading(2, say("What changed"), "history"),
        history_html(page, changes) or tag("p", say("Nothing is recorded for this term.")),
    ]


def _cite(page: Page, term: Term) -> Blocks:
    glossary = page.knowledge.glossary
    address = f"{glossary.site_url}{TERMS}{term.id}/"
    words = say_html("“{term}.” {glossary}.", term=term.label, glossary=glossary.title)
    if page.knowledge.changes:
        version = say("Version of {date}.", date=page.knowledge.changes[0].date)
        words = join(words, " ", version)
    licence = say("The text may be reused under {licence}.", licence=glossary.licence)
    if term.senses:
        licence = say(
            "The text may be reused under {licence}; the senses are their authors’.", licence=glossary.licence
        )
    use = use_if_any(page.knowledge, TERM, term.id)
    return [
        Heading(2, say("Cite this page"), "cite"),
        folded(say("The words to cite"), tag("p", words, " ", address, class_="kb-citation"), tag("p", licence)),
        use_paragraph(page.at, use, say("this term"), say(": previews, frames, quotes.")),
    ]
