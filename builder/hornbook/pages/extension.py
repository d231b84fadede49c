"""What a framework takes over from the one that it extends, and which ones extend it."""

from collections.abc import Iterator

from hornbook.addresses import place_in_framework
from hornbook.model import Framework, Implication
from hornbook.pages.excerpts import first_listed
from hornbook.pages.generated_page import Blocks, Heading
from hornbook.pages.html import Html, folded, join, tag
from hornbook.pages.marks import counted
from hornbook.pages.page import Page
from hornbook.reasoning.sentences import OR, implication_in_words, joined

_MOST = 60
TAKEN_OVER = "taken-over"


def extends_html(page: Page, framework: Framework) -> Html:
    """Which framework it extends and what it leaves out of that, and which ones extend it."""
    lines = []
    if framework.base is not None:
        more = [", without ", _left_out(page, framework, framework.base)] if framework.without else []
        lines.append(tag("p", "It extends ", page.to(framework.base.id), *more, "."))
    extending = [one for one in page.knowledge.frameworks.values() if one.extends == framework.id]
    if extending:
        lines.append(tag("p", "Extended by ", join(*(page.to(one.id) for one in extending), by=", "), "."))
    return join(*lines)


def taken_over(page: Page, framework: Framework) -> Blocks:
    """Implications, facts and choices that count here and are written elsewhere, each with where."""
    if framework.base is None:
        return []
    names, own = page.names(framework.id), {id(one) for one in framework.implications}
    implications = [one for one in framework.all_implications if id(one) not in own]
    facts = framework.all_facts[: len(framework.all_facts) - len(framework.facts)]
    choices = framework.all_choices[: len(framework.all_choices) - len(framework.choices)]
    lists = [
        (counted(implications, "implication"), len(implications), _implications(page, framework, implications)),
        (
            counted(facts, "fact"),
            len(facts),
            (_from(page, framework, one.id, f"{one.holds[:1].upper()}{one.holds[1:]}.") for one in facts),
        ),
        (
            counted(choices, "choice"),
            len(choices),
            (
                _from(page, framework, one.id, join("At most one of these: ", page.sentence(options), "."))
                for one in choices
                for options in [joined((names.named(atom) for atom in one.one_of), OR)]
            ),
        ),
    ]
    base = page.to(framework.base.id)
    shown = [folded(title, first_listed(items, total, _MOST, base)) for title, total, items in lists if total]
    lead = tag("p", "What counts here because it counts in ", base, ":")
    return [Heading(2, "Taken over", TAKEN_OVER), lead, *shown] if shown else []


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
    return join(words, " ", tag("span", "from ", link, class_="kb-source"))
