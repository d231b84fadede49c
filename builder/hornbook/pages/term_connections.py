"""What stands around a term: examples of it, related terms, mentions, and the pages that use it."""

from hornbook.addresses import example_address, framework_address, relative, term_address
from hornbook.model import Relation, Sense, Term
from hornbook.pages.context import Context
from hornbook.pages.document import Heading
from hornbook.pages.html import EMPTY, Html, join, listing, tag
from hornbook.pages.marks import chip
from hornbook.pages.proofs import citation_html
from hornbook.pages.sentence_html import name_html, sentence_html
from hornbook.pages.uses import uses_html
from hornbook.reasoning.readings import Reading
from hornbook.reasoning.sentences import joined, phrase

Blocks = list[Heading | Html]

_RELATIONS = {
    Relation.EXACT: "the same as",
    Relation.CLOSE: "close to",
    Relation.BROAD: "narrower than",
    Relation.NARROW: "broader than",
    Relation.RELATED: "related to",
}


def term_link(context: Context, term: str, at: str) -> Html:
    """A link to a term by its name."""
    return name_html(term, context.knowledge.terms[term].name, at)


def sense_matches(context: Context, sense: Sense, at: str) -> Html:
    """How a sense relates to other authors' senses, in SKOS's words."""
    items = []
    for one in sense.matches:
        term, _, other = one.target.partition("/")
        record = context.knowledge.terms[term]
        framework = next(found.framework for found in record.senses if found.id == other)
        whose = context.knowledge.frameworks[framework].label if framework else other
        link = relative(at, f"{term_address(term)}#sense-{other}")
        items.append(join(f"{_RELATIONS[one.relation]} ", tag("a", f"{record.name}, {whose}", href=link)))
    lead = "Beside other authors’ senses, in our reading: "
    return tag("p", lead, join(*items, by="; "), ".", class_="kb-verdict") if items else EMPTY


def term_examples(context: Context, term: Term, at: str) -> Blocks:
    """The examples in which the term holds and those in which it fails, as each framework reads their facts."""
    readings = context.readings.get(term.id, ())
    if not readings:
        return []
    blocks: Blocks = [Heading(2, "In examples", "examples"), tag("p", _READ)]
    for sign, lead, holds in (("✓", "It holds in", True), ("✗", "It fails in", False)):
        items = [_reading(context, one, at) for one in readings if one.literal.holds is holds]
        if items:
            shown = tag("span", sign, class_="kb-sign", aria_hidden="true")
            blocks += [tag("p", shown, f" {lead}:", class_="kb-verdict"), listing(items)]
    return blocks


_READ = "What the facts of each situation give in each framework; unless it is marked as given, it was computed."


def term_connections(context: Context, term: Term, at: str) -> Blocks:
    """Related terms, those that merely mention it, and every page that uses it."""
    items = [join(f"{_RELATIONS[one.relation]} ", term_link(context, one.target, at)) for one in term.matches]
    everything = context.knowledge.terms.values()
    for lead, others in (
        ("a failure of ", term.failure_of),
        ("its failures: ", tuple(other.id for other in everything if term.id in other.failure_of)),
        ("addresses ", term.addresses),
        ("addressed by ", tuple(other.id for other in everything if term.id in other.addresses)),
        ("see also ", term.related),
    ):
        links = [term_link(context, other, at) for other in others]
        items += [join(lead, join(*links, by=", "))] if links else []
    blocks: Blocks = [Heading(2, "Related terms", "related"), listing(items)] if items else []
    if term.mentions:
        links = [citation_html(context, mention, at) for mention in term.mentions]
        blocks += [Heading(2, "Mentioned by", "mentions"), tag("p", _MENTIONED), listing(links)]
    uses = context.uses.get(term.id, ())
    nothing = tag("p", f"Nothing else uses it. {term.unused or ''}".strip())
    return [*blocks, Heading(2, "Used in", "used-in"), uses_html(uses, at) if uses else nothing]


_MENTIONED = "These use the word without giving it a sense of their own:"


def _reading(context: Context, reading: Reading, at: str) -> Html:
    example = context.knowledge.examples[reading.example]
    framework = context.knowledge.frameworks[reading.framework]
    number = next(
        (
            number
            for number, one in enumerate(example.judgements, 1)
            if one.claim.scope.framework == framework.id
            and one.claim.assuming == reading.assuming
            and one.claim.goal.atom == reading.literal.atom
        ),
        None,
    )
    link = tag("a", example.label, href=relative(at, example_address(example.id, number)))
    who = tag("a", framework.label, href=relative(at, framework_address(framework.id)))
    assumed = joined(phrase(context.knowledge, framework, literal) for literal in reading.assuming)
    return join(
        link,
        " — in ",
        who,
        sentence_html((", assuming that ", *assumed), at) if reading.assuming else EMPTY,
        join(" ", chip("given")) if reading.given else EMPTY,
    )
