"""What stands around a term: examples of it, related terms, mentions, and the pages that use it."""

from hornbook.addresses import EXAMPLES, example_address, faq_address, part_address, term_address, title_of
from hornbook.kinds import EXAMPLE
from hornbook.model import Sense, Term
from hornbook.pages.elsewhere import elsewhere_html
from hornbook.pages.excerpts import first_joined, first_listed
from hornbook.pages.generated_page import Blocks, Heading
from hornbook.pages.html import EMPTY, Html, folded, join, listing, tag
from hornbook.pages.marks import chip, counted, value_sign
from hornbook.pages.page import Page
from hornbook.pages.uses import uses_html
from hornbook.reasoning.kin import Kin
from hornbook.reasoning.matches import RELATIONS
from hornbook.reasoning.readings import Reading
from hornbook.reasoning.sentences import under_conditions, value_words


def sense_matches(page: Page, sense: Sense) -> Html:
    """How a sense relates to other authors' senses, and to what other vocabularies have, in SKOS's words."""
    items = []
    for one in sense.matches:
        term, _, other = one.target.partition("/")
        record = page.knowledge.terms[term]
        framework = next(found.framework for found in record.senses if found.id == other)
        whose = page.knowledge.frameworks[framework].label if framework else other
        link = page.link(f"{term_address(term)}#sense-{other}", f"{record.name}, {whose}")
        items.append(join(f"{RELATIONS[one.relation]} ", link))
    lead = "Compared with other authors’ senses, in our reading: "
    inside = tag("p", lead, join(*items, by="; "), ".", class_="kb-verdict") if items else EMPTY
    outside = elsewhere_html(sense.elsewhere)
    if not outside:
        return inside
    return join(inside, tag("p", "In other vocabularies: ", join(*outside, by="; "), ".", class_="kb-verdict"))


def term_examples(page: Page, term: Term) -> Blocks:
    """The examples in which the term holds and those in which it fails, as each framework reads their facts."""
    readings = page.context.readings.of(term.id)
    unsettled = page.context.readings.unsettled_for(page.reasoning, term.id)
    if not readings and not unsettled:
        return []
    parts = [tag("p", _READ)]
    for word, holds in zip(value_words(term.kind), (True, False), strict=True):
        those = [one for one in readings if one.literal.holds is holds]
        if those:
            items = (_reading(page, one) for one in those)
            listed = first_listed(items, len(those), _MOST_EXAMPLES, page.link(EXAMPLES, "all examples"))
            parts += [tag("p", value_sign(holds=holds), f" It {word} in:", class_="kb-verdict"), listed]
    if unsettled:
        items = (join(page.to(example), " — in ", page.to(framework)) for example, framework in unsettled)
        listed = first_listed(items, len(unsettled), _MOST_EXAMPLES, page.link(EXAMPLES, "all examples"))
        parts += [tag("p", "Not settled within the limit of steps:"), listed]
    found = dict.fromkeys([*(one.example for one in readings), *(example for example, _ in unsettled)])
    labels = ", ".join(page.knowledge.examples[one].label for one in found)
    title = labels if len(found) <= _MOST_EXAMPLES else counted(found, "example")
    return [Heading(2, "In examples", "examples"), folded(title, *parts)]


_READ = "What follows from the facts of each example in each framework. What is not marked as given was computed."


def term_connections(page: Page, term: Term) -> Blocks:
    """Related terms, those that merely mention it, and every page that uses it."""
    kin = page.context.kin.get(term.id) or Kin()
    items = []
    for lead, others in (
        *((f"{RELATIONS[relation]} ", [*others]) for relation, others in kin.matches.items()),
        ("a failure of ", term.failure_of),
        ("its failures: ", kin.failures),
        ("addresses ", term.addresses),
        ("addressed by ", kin.addressed_by),
        ("see also ", term.related),
    ):
        links = [*map(page.name, others)]
        items += [join(lead, first_joined(links, _MOST_RELATED))] if links else []
    blocks: Blocks = [Heading(2, "Related terms", "related"), listing(items)] if items else []
    outside = elsewhere_html(term.elsewhere)
    if outside:
        blocks += [Heading(2, "In other vocabularies", "elsewhere"), listing(outside)]
    if term.mentions:
        links = [page.cite(mention) for mention in term.mentions]
        blocks += [Heading(2, "Mentioned by", "mentions"), tag("p", _MENTIONED), listing(links)]
    return [*blocks, Heading(2, "Used in", "used-in"), _used_in(page, term)]


def _used_in(page: Page, term: Term) -> Html:
    uses = page.context.uses.get(term.id, ())
    if not uses:
        return tag("p", f"Nothing else uses it. {term.unused or ''}".strip())
    return folded(counted(uses, "place"), uses_html(uses, page.at))


def term_questions(page: Page, term: Term) -> Blocks:
    """The questions most worth reading: those that name the term, those whose short answer does, then others."""
    faqs = page.knowledge.faqs
    using = {use.address for use in page.context.uses.get(term.id, ())}
    ranked = sorted(
        (one for one in faqs.values() if faq_address(one.id) in using),
        key=lambda one: (not page.names_term(one.question, term.id), not page.names_term(one.short, term.id)),
    )
    if not ranked:
        return []
    items = [
        join(page.to(one.id), f" {one.short} ", tag("span", title_of(page.knowledge, one.framework), class_="kb-whose"))
        for one in ranked[:_MOST]
    ]
    return [Heading(2, "Questions about it", "questions"), listing(items)]


_MOST = 3
_MOST_EXAMPLES = 12
_MOST_RELATED = 24


_MENTIONED = "These use the word without giving it a sense of their own:"


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
        page.link(address, example.label),
        " — in ",
        page.to(reading.framework),
        page.sentence(under_conditions(page.names(reading.framework), reading.assuming)),
        ", if the word applies there" if reading.if_it_applies else "",
        join(" ", chip("given")) if reading.given else EMPTY,
    )
