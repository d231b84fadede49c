"""What stands around a term: examples of it, related terms, mentions, and the pages that use it."""

from hornbook.addresses import EXAMPLES, example_address, faq_address, part_address, term_address, title_of
from hornbook.kinds import EXAMPLE
from hornbook.language import later, say, say_many
from hornbook.model import Sense, Term, TermKind
from hornbook.pages.elsewhere import elsewhere_html
from hornbook.pages.excerpts import first_joined, first_listed
from hornbook.pages.generated_page import Blocks, Heading
from hornbook.pages.html import EMPTY, Html, folded, join, listing, say_html, tag
from hornbook.pages.marks import chip, value_sign
from hornbook.pages.page import Page
from hornbook.pages.uses import uses_html
from hornbook.reasoning.kin import Kin
from hornbook.reasoning.matches import RELATIONS
from hornbook.reasoning.readings import Reading
from hornbook.reasoning.sentences import under_conditions


def sense_matches(page: Page, sense: Sense) -> Html:
    """How a sense relates to other authors' senses, and to what other vocabularies have, in SKOS's words."""
    items = []
    for one in sense.matches:
        term, _, other = one.target.partition("/")
        record = page.knowledge.terms[term]
        framework = next(found.framework for found in record.senses if found.id == other)
        whose = page.knowledge.frameworks[framework].label if framework else other
        link = page.link(f"{term_address(term)}#sense-{other}", f"{record.name}, {whose}")
        items.append(say_html(RELATIONS[one.relation], other=link))
    inside, outside = EMPTY, EMPTY
    if items:
        compared = say_html(
            "Compared with other authors’ senses, in our reading: {senses}.", senses=join(*items, by="; ")
        )
        inside = tag("p", compared, class_="kb-verdict")
    elsewhere = elsewhere_html(sense.elsewhere)
    if elsewhere:
        entries = say_html("In other vocabularies: {entries}.", entries=join(*elsewhere, by="; "))
        outside = tag("p", entries, class_="kb-verdict")
    return join(inside, outside)


def term_examples(page: Page, term: Term) -> Blocks:
    """The examples in which the term holds and those in which it fails, as each framework reads their facts."""
    readings = page.context.readings.of(term.id)
    unsettled = page.context.readings.unsettled_for(page.reasoning, term.id)
    if not readings and not unsettled:
        return []
    parts = [tag("p", say(_READ))]
    for holds, lead in _IN_EXAMPLES[term.kind is TermKind.FAILURE].items():
        those = [one for one in readings if one.literal.holds is holds]
        if those:
            items = (_reading(page, one) for one in those)
            listed = first_listed(items, len(those), _MOST_EXAMPLES, page.link(EXAMPLES, say("all examples")))
            parts += [tag("p", value_sign(holds=holds), " ", say(lead), class_="kb-verdict"), listed]
    if unsettled:
        items = (say_html(_IN, example=page.to(example), framework=page.to(one)) for example, one in unsettled)
        listed = first_listed(items, len(unsettled), _MOST_EXAMPLES, page.link(EXAMPLES, say("all examples")))
        parts += [tag("p", say("Not settled within the limit of steps:")), listed]
    found = dict.fromkeys([*(one.example for one in readings), *(example for example, _ in unsettled)])
    title = ", ".join(page.knowledge.examples[one].label for one in found)
    if len(found) > _MOST_EXAMPLES:
        title = say_many("{count} example", "{count} examples", len(found))
    return [Heading(2, say("In examples"), "examples"), folded(title, *parts)]


_READ = later(
    "What follows from the facts of each example in each framework. What is not marked as given was computed."
)
_IN_EXAMPLES = {
    False: {True: later("It holds in:"), False: later("It fails in:")},
    True: {True: later("It occurs in:"), False: later("It does not occur in:")},
}
"""What stands over the examples in which a term, or a failure, is true, and over those in which it is not."""
_IN = later("{example} — in {framework}")


def term_connections(page: Page, term: Term) -> Blocks:
    """Related terms, those that merely mention it, and every page that uses it."""
    kin = page.context.kin.get(term.id) or Kin()
    items = [
        say_html(RELATIONS[relation], other=first_joined([*map(page.name, others)], _MOST_RELATED))
        for relation, others in kin.matches.items()
        if others
    ]
    for message, others in (
        (later("a failure of {terms}"), term.failure_of),
        (later("its failures: {terms}"), kin.failures),
        # Words: a method that is there for these failures
        (later("addresses {terms}"), term.addresses),
        (later("addressed by {terms}"), kin.addressed_by),
        (later("see also {terms}"), term.related),
    ):
        links = [*map(page.name, others)]
        items += [say_html(message, terms=first_joined(links, _MOST_RELATED))] if links else []
    blocks: Blocks = [Heading(2, say("Related terms"), "related"), listing(items)] if items else []
    outside = elsewhere_html(term.elsewhere)
    if outside:
        blocks += [Heading(2, say("In other vocabularies"), "elsewhere"), listing(outside)]
    if term.mentions:
        links = [page.cite(mention) for mention in term.mentions]
        blocks += [Heading(2, say("Mentioned by"), "mentions"), tag("p", say(_MENTIONED)), listing(links)]
    return [*blocks, Heading(2, say("Used in"), "used-in"), _used_in(page, term)]


def _used_in(page: Page, term: Term) -> Html:
    uses = page.context.uses.get(term.id, ())
    if not uses:
        alone = say("Nothing else uses it.")
        return tag("p", f"{alone} {term.unused or ''}".strip())
    # Words: where a term is used
    return folded(say_many("{count} place", "{count} places", len(uses)), uses_html(uses, page.at))


def term_questions(page: Page, term: Term) -> Blocks:
    """The questions most worth reading: those that name the term, those whose short answer does, then others."""
    faqs = page.knowledge.faqs
    using = {use.record for use in page.context.uses.get(term.id, ()) if use.address == faq_address(use.record)}
    ranked = sorted(
        (one for name, one in faqs.items() if name in using) if using else (),
        key=lambda one: (not page.names_term(one.question, term.id), not page.names_term(one.short, term.id)),
    )
    if not ranked:
        return []
    items = [
        join(page.to(one.id), f" {one.short} ", tag("span", title_of(page.knowledge, one.framework), class_="kb-whose"))
        for one in ranked[:_MOST]
    ]
    return [Heading(2, say("Questions about it"), "questions"), listing(items)]


_MOST = 3
_MOST_EXAMPLES = 12
_MOST_RELATED = 24


_MENTIONED = later("These use the word without giving it a sense of their own:")


def _reading(page: Page, reading: Reading) -> Html:
    example = page.knowledge.examples[reading.example]
    judgement = next(
        (
            one
            for one in example.judgements
            if one.claim.scope.framework == reading.framework
            and one.claim.assuming == reading.assuming
            and one.claim.goal.atom == reading.literal.atom
        ),
        None,
    )
    address = example_address(example.id)
    if judgement is not None:
        address = part_address(page.knowledge, EXAMPLE, example.id, judgement)
    return join(
        say_html(_IN, example=page.link(address, example.label), framework=page.to(reading.framework)),
        page.sentence(under_conditions(page.names(reading.framework), reading.assuming)),
        say(", if the word applies there") if reading.if_it_applies else "",
        # Words: what is so in an example was told, not computed
        join(" ", chip(say("given"))) if reading.given else EMPTY,
    )
