"""What a framework takes over from the one that it extends, and which ones extend it."""

from collections.abc import Iterator

from hornbook.addresses import place_in_framework
from hornbook.language import say, say_many
from hornbook.model import Choice, Framework, Implication
from hornbook.pages.excerpts import first_listed
from hornbook.pages.generated_page import Blocks, Heading
from hornbook.pages.html import Html, folded, join, say_html, tag
from hornbook.pages.page import Page
from hornbook.reasoning.sentences import OR, Names, Sentence, implication_in_words, joined, said

_MOST = 60
TAKEN_OVER = "taken-over"


def extends_html(page: Page, framework: Framework) -> Html:
    """Which framework it extends and what it leaves out of that, and which ones extend it."""
    lines = []
    if framework.base is not None:
        base, left_out = page.to(framework.base.id), _left_out(page, framework, framework.base)
        whole = say_html("It extends {framework}.", framework=base)
        less = say_html("It extends {framework}, without {parts}.", framework=base, parts=left_out)
        lines.append(tag("p", less if framework.without else whole))
    extending = [one for one in page.knowledge.frameworks.values() if one.extends == framework.id]
    if extending:
        others = join(*(page.to(one.id) for one in extending), by=", ")
        lines.append(tag("p", say_html("Extended by {frameworks}.", frameworks=others)))
    return join(*lines)


def choice_in_words(names: Names, choice: Choice) -> Sentence:
    """A choice as a sentence."""
    options = joined((names.named(atom) for atom in choice.one_of), OR)
    return said("At most one of these: {literals}.", literals=options)


def taken_over(page: Page, framework: Framework) -> Blocks:
    """Implications, facts and choices that count here and are written elsewhere, each with where."""
    if framework.base is None:
        return []
    names, own = page.names(framework.id), {id(one) for one in framework.implications}
    implications = [one for one in framework.all_implications if id(one) not in own]
    facts = framework.all_facts[: len(framework.all_facts) - len(framework.facts)]
    choices = framework.all_choices[: len(framework.all_choices) - len(framework.choices)]
    lists = [
        (
            say_many("{count} implication", "{count} implications", len(implications)),
            len(implications),
            _implications(page, framework, implications),
        ),
        (
            say_many("{count} fact", "{count} facts", len(facts)),
            len(facts),
            (_from(page, framework, one.id, f"{one.holds[:1].upper()}{one.holds[1:]}.") for one in facts),
        ),
        (
            say_many("{count} choice", "{count} choices", len(choices)),
            len(choices),
            (_from(page, framework, one.id, page.sentence(choice_in_words(names, one))) for one in choices),
        ),
    ]
    base = page.to(framework.base.id)
    shown = [folded(title, first_listed(items, total, _MOST, base)) for title, total, items in lists if total]
    lead = tag("p", say_html("What counts here because it counts in {framework}:", framework=base))
    return [Heading(2, say("Taken over"), TAKEN_OVER), lead, *shown] if shown else []


def _left_out(page: Page, framework: Framework, base: Framework) -> Html:
    """The parts that are left out, as links; what is presupposed has no place of its own."""
    anchored = {one.id for one in base.all_implications} | {one.id for one in base.all_facts}
    anchored |= {one.id for one in base.all_choices}
    links = (
        page.link(place_in_framework(base, one), tag("code", one)) if one in anchored else tag("code", one)
        for one in framework.without
    )
    return join(*links, by=", ")


def _implications(page: Page, framework: Framework, implications: list[Implication]) -> Iterator[Html]:
    names = page.names(framework.id)
    for one in implications:
        yield _from(page, framework, one.id, page.sentence(implication_in_words(names, one)))


def _from(page: Page, framework: Framework, part: str, words: Html | str) -> Html:
    """Something that is taken over, with a link to where it is written."""
    home = framework.home_of(part)
    link = page.link(place_in_framework(home, part), home.label)
    return join(words, " ", tag("span", say_html("from {framework}", framework=link), class_="kb-source"))
