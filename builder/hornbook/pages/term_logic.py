"""What each author's implications say of a term: what gives it, what it helps give, and what fails with it."""

from collections.abc import Sequence
from dataclasses import replace

from hornbook.addresses import explore_address, framework_address
from hornbook.language import later, say, say_many
from hornbook.logic import Consequences, Literal, SufficientSets
from hornbook.model import Implication, Scope, Term, TermKind
from hornbook.pages.excerpts import first_listed, more_html
from hornbook.pages.figures import LEGEND, narrow_figure_html
from hornbook.pages.framework_pages import IMPLICATIONS
from hornbook.pages.generated_page import Blocks, Heading
from hornbook.pages.html import EMPTY, Html, folded, join, listing, say_html, tag
from hornbook.pages.page import Page
from hornbook.pages.proofs import implication_html, sets_html
from hornbook.reasoning.outcomes import Failing, direct_sets_of, if_it_fails, sufficient_sets
from hornbook.reasoning.scopes import Setting
from hornbook.reasoning.sentences import OR, capital, implication_in_words, joined, under_conditions
from hornbook.reasoning.shared_parts import same_in_both

_MOST_WHOLE = 8
_MOST_BRIEF = 16
_MOST_SETS = 8
_MOST_FAILING = 12


def term_logic(page: Page, term: Term) -> Blocks:
    """What follows, by author: one drawing in sight, everything else folded up under its author's name."""
    settings = [
        one for one in page.reasoning.settings.values() if one.scope.view is None and term.id in one.theory.atoms
    ]
    settings.sort(key=lambda one: one.framework.id != page.knowledge.glossary.framework)
    if not settings:
        return []
    title = say("What follows, by author") if len(page.knowledge.frameworks) > 1 else say("What follows")
    blocks: Blocks = [Heading(2, title, "logic")]
    first, *others = _told_once(settings, term)
    blocks += [_figure(page, term, first[0]), _in_framework(page, term, first[0], EMPTY), _likewise(page, first)]
    for told in others:
        figure = _figure(page, term, told[0], alone=False)
        blocks += [_in_framework(page, term, told[0], figure), _likewise(page, told)]
    return blocks


def _told_once(settings: Sequence[Setting], term: Term) -> list[list[Setting]]:
    """The settings, together those of which one extends the other and shares all that has to do with the term."""
    told: list[list[Setting]] = []
    for one in settings:
        same = next((some for some in told if term.id in same_in_both(some[0], one)), None)
        if same is None:
            told.append([one])
        else:
            same.append(one)
    return told


def _likewise(page: Page, told: Sequence[Setting]) -> Html:
    """In which further frameworks the same holds as in the first of these."""
    _, *others = told
    if not others:
        return EMPTY
    links = join(*(tag("span", page.to(one.framework.id), id=f"in-{one.framework.id}") for one in others), by=", ")
    return tag("p", say_html(_SAME, frameworks=links))


_SAME = later("Likewise in: {frameworks}. All that has to do with this term is shared there.")


def _figure(page: Page, term: Term, setting: Setting, *, alone: bool = True) -> Html:
    """The term and its neighbours in one framework; nothing where there are none, or too many."""
    framework = setting.framework
    picture = page.drawings.neighbourhood(framework, term.id, page.at)
    if picture is None:
        return EMPTY
    shown = say("{term} and its neighbours in {framework}.", term=term.label, framework=framework.label)
    return narrow_figure_html(picture, setting.using.get(term.id, ()), f"{shown} {say(LEGEND)}" if alone else "")


def _in_framework(page: Page, term: Term, setting: Setting, figure: Html) -> Html:
    """What the implications of one framework say of the term."""
    framework, uses = setting.framework, setting.using.get(term.id, ())
    section = page.section(framework.id, linked=[term.id])
    giving = [one for one in uses if one.conclusion == Literal(term.id)]
    refuting = [one for one in uses if one.conclusion == Literal(term.id, holds=False)]
    helping = [one for one in uses if one not in giving and one not in refuting]
    gives = say("What follows from it") if term.kind is TermKind.FAILURE else say("Helps imply")
    return folded(
        say_html("In {framework}", framework=framework.label),
        figure,
        _implications(section, setting, giving, say("Follows from"), f"follows-from-{framework.id}"),
        _implications(section, setting, refuting, say("Ruled out by"), f"ruled-out-by-{framework.id}"),
        _implications(section, setting, helping, gives, f"helps-give-{framework.id}"),
        _enough(page, setting, Literal(term.id)),
        _failing(page, setting, term),
        class_="kb-words kb-logic",
        id=f"in-{framework.id}",
    )


def _enough(page: Page, setting: Setting, goal: Literal) -> Html:
    """Sets of what nothing gives, and those that give it in one step, where they say something else."""
    minimal = sufficient_sets(page.reasoning, setting, goal)
    if minimal.sets == (frozenset(),):
        return EMPTY
    parts: list[Html] = []
    if minimal.sets or not minimal.complete:
        lead = say("Each of these sets is enough, and nothing in it can be left out:")
        parts += [*([tag("p", lead)] if minimal.sets else []), _sets(page, setting, minimal, goal)]
    direct = direct_sets_of(page.reasoning, setting, goal)
    if direct.sets:
        parts += [tag("p", say("Directly, by one implication:")), _sets(page, setting, direct, goal)]
    return join(_title(say("Enough for it"), f"enough-{setting.framework.id}"), *parts) if parts else EMPTY


def _implications(page: Page, setting: Setting, found: list[Implication], title: str, anchor: str) -> Html:
    """The first with their reasons, further ones in one line each; the others stand on the framework's own page."""
    if not found:
        return EMPTY
    whole, brief = found[:_MOST_WHOLE], found[_MOST_WHOLE:][:_MOST_BRIEF]
    items = [implication_html(page, setting.names, one) for one in whole]
    lines = [page.sentence(implication_in_words(setting.names, one)) for one in brief]
    address = framework_address(setting.framework.id, IMPLICATIONS)
    all_of_them = page.link(address, say("all of {framework}", framework=setting.framework.label))
    in_brief = say_many("{count} more in brief", "{count} more in brief", len(lines))
    return join(
        _title(title, anchor),
        listing(items, "kb-implications"),
        folded(in_brief, listing(lines)) if lines else EMPTY,
        more_html(len(found) - len(whole) - len(brief), all_of_them),
    )


def _failing(page: Page, setting: Setting, term: Term) -> Html:
    failing: Failing = if_it_fails(page.reasoning, setting, term.id)
    found: list[tuple[Literal | None, Consequences]] = [(None, failing.consequences), *failing.conditional]
    said = [(literals, condition) for condition, more in found for literals in _all_of(more)]
    items = (_then(page, setting, literals, condition) for literals, condition in said)
    lead = say("If it fails, the following is also true. Each line is the contrapositive of an implication:")
    if not said and failing.complete:
        lead = say(
            "From this alone nothing else follows: no implication of {framework} needs it.",
            framework=setting.framework.label,
        )
    title = say("If it does not occur") if term.kind is TermKind.FAILURE else say("If it fails")
    return join(
        _title(title, f"if-it-fails-{setting.framework.id}"),
        tag("p", lead),
        first_listed(items, len(said), _MOST_FAILING, _explored(page, setting, Literal(term.id, holds=False))),
        EMPTY if failing.complete else tag("p", say("More may follow; it is not settled within the limit of steps.")),
    )


def _all_of(found: Consequences) -> list[tuple[Literal, ...]]:
    """What follows, as lists of which at least one holds."""
    return [*((literal,) for literal in found.literals), *(tuple(sorted(some)) for some in found.alternatives)]


def _then(page: Page, setting: Setting, literals: tuple[Literal, ...], condition: Literal | None) -> Html:
    phrases = [setting.names.phrase(literal) for literal in literals]
    assuming = under_conditions(setting.names, () if condition is None else (condition,))
    if len(phrases) == 1:
        return page.sentence((*capital(phrases[0]), *assuming, "."))
    some = page.sentence((*joined(phrases, OR), *assuming))
    return say_html("At least one of these: {literals}.", literals=some)


def _sets(page: Page, setting: Setting, found: SufficientSets, goal: Literal) -> Html:
    """Sets that are enough, or the first of many."""
    shown = replace(found, sets=found.sets[:_MOST_SETS])
    left = len(found.sets) - len(shown.sets)
    return join(sets_html(page, setting, shown), more_html(left, _explored(page, setting, goal)))


def _explored(page: Page, setting: Setting, literal: Literal) -> Html:
    """Where readers can ask for the rest."""
    scope = Scope(setting.framework.id)
    address = explore_address(scope, goal=literal) if literal.holds else explore_address(scope, (literal,))
    return page.link(address, say("in the explorer"))


def _title(words: str, anchor: str) -> Html:
    return tag("h3", words, id=anchor)
