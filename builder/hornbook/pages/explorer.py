"""The explorer: boxes to tick in one scope, beside its drawing; the script says what follows from them.

Everything stands on the page already: what a reader can tick, the words, the drawings. The script only fills in.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from hornbook.addresses import (
    TERMS,
    ViewPart,
    divided,
    explorer_file,
    framework_address,
    is_large,
    place_in_framework,
    relative,
    view_part_address,
)
from hornbook.language import later, say, say_many
from hornbook.logic import Literal
from hornbook.model import Implication, Scope, TermKind, View
from hornbook.pages.figures import picture_html
from hornbook.pages.html import EMPTY, Html, join, say_html, tag, void_tag
from hornbook.pages.page import Page
from hornbook.reasoning.around import worth_drawing
from hornbook.reasoning.explorable import explorable
from hornbook.reasoning.scopes import Reasoning, Setting, first_view, properties
from hornbook.reasoning.sentences import plain, value_words
from hornbook.reasoning.view_parts import part_name

_LEAD = later(
    "Mark what holds and what fails; the rest stays unknown. What follows is computed on this page, and nothing is "
    "sent. You can also mark a box of the diagram by pressing it."
)


def explorer_html(page: Page, scope: Scope, goal: Literal | None) -> Html:
    """The explorer of a scope; `goal` is asked for at first, or what its framework is about.

    Of a scope that is too large for a page it holds what is drawn, and the script fetches the rest.
    """
    setting = page.reasoning.settings[scope]
    atoms = in_order(setting)
    asked = goal or about(page.reasoning, setting)
    shown = worth_drawing(setting.framework, None if asked is None else asked.atom)
    large = is_large(setting.framework) if scope.view is None else _part(page, setting) is not None
    if large:
        seen = _seen(page, setting, shown if scope.view is None else ())
        drawn = {atom for one in seen for atom in one.atoms} | ({asked.atom} if asked else set())
        atoms = [atom for atom in atoms if atom in drawn]
    boards = [
        _caption(page, setting, shown),
        *(picture_html(drawn, "") for drawn in page.drawings.explorer(scope, shown, page.at)),
    ]
    return tag(
        "div",
        _form(page, setting, atoms, asked, large=large),
        tag("p", role="status", class_="kb-status"),
        tag("div", *boards, class_="kb-boards"),
        _results(),
        class_="kb-explorer" if scope.view is not None else "kb-explorer kb-explorer-wide",
        data_search_exclude="",
        data_kb_state="holds fails goal",
        data_kb_explorer="" if large else explorer_data(page, scope),
        data_kb_from=relative(page.at, explorer_file(scope)) if large else None,
    )


def _view(page: Page, setting: Setting) -> View | None:
    """The view that is drawn: of a framework its first."""
    asked = setting.scope.view
    return first_view(page.knowledge, setting.framework) if asked is None else page.knowledge.views[asked]


def _part(page: Page, setting: Setting) -> ViewPart | None:
    """What is drawn of a view that is too large for one drawing; None of any other."""
    view = _view(page, setting)
    whole = None if view is None else divided(page.knowledge, view)
    return None if view is None or whole is None else whole.part_for(view.goal)


def _seen(page: Page, setting: Setting, shown: Sequence[Implication]) -> list[Implication]:
    """Implications that are shown, and those that are drawn of a view."""
    view, part = _view(page, setting), _part(page, setting)
    drawn = {one.id for one in shown}
    drawn.update(one.id for one in part.implications) if part else drawn.update(view.show if view else ())
    return [one for one in setting.implications if one.id in drawn]


def explorer_data(page: Page, scope: Scope) -> str:
    """What the script must know of a scope, as JSON; its addresses are relative to the page."""
    framework = page.knowledge.frameworks[scope.framework]
    data = explorable(page.reasoning, page.reasoning.settings[scope])
    home = framework_address(scope.framework)
    elsewhere = {
        one.id: relative(home, address).partition("#")[0]
        for one in framework.all_implications
        if not (address := place_in_framework(framework, one.id)).startswith(f"{home}#")
    }
    written = {
        "atoms": data.atoms,
        "phrases": data.phrases,
        "clauses": data.clauses,
        "candidates": data.candidates,
        "failures": data.failures,
        "bad": data.bad,
        "properties": data.properties,
        "names": data.names,
        "conditions": data.conditions,
        "presupposes": data.presupposes,
        "terms": relative(page.at, TERMS),
        "records": relative(page.at, home),
        **({"elsewhere": elsewhere} if elsewhere else {}),
    }
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


def _caption(page: Page, setting: Setting, drawn: Sequence[Implication]) -> Html:
    """What of a framework or a large view is drawn, where the marks are about more than that."""
    view, part, number = _view(page, setting), _part(page, setting), len(setting.framework.all_implications)
    if part is not None and view is not None:
        link = page.link(view_part_address(view.id, part.number), part_name(setting.names, part))
        return tag("p", say_html(_SHOWN_OF_VIEW if setting.scope.view else _SHOWN, shown=link), class_="kb-hint")
    if setting.scope.view is not None or (view is None and number == len(drawn)):
        return EMPTY
    around = say_many(
        "{shown} of {count} implication, around what is asked at first",
        "{shown} of {count} implications, around what is asked at first",
        number,
        shown=len(drawn),
        count=f"{number:,}",
    )
    told = say_html(_SHOWN, shown=around if view is None else page.to(view.id))
    return tag("p", told, class_="kb-hint")


_SHOWN_OF_VIEW = later("Shown: {shown}. Marks count in the whole diagram, shown or not.")
_SHOWN = later("Shown: {shown}. Marks count in the whole framework, shown or not.")


def _form(page: Page, setting: Setting, atoms: list[str], asked: Literal | None, *, large: bool) -> Html:
    assumable = setting.conditions
    failures = {atom for atom in atoms if setting.names.kind(atom) is TermKind.FAILURE} - set(assumable)
    groups = (
        # Words: above what readers may suppose; they mark what holds and what fails
        (say("Suppose"), [atom for atom in atoms if atom not in assumable and atom not in failures]),
        (say("Failures"), [atom for atom in atoms if atom in failures]),
        (say("Conditions"), [atom for atom in atoms if atom in assumable]),
    )
    suppose = tag("table", *(_rows(page, setting, title, some) for title, some in groups), class_="kb-suppose")
    buttons = (
        # Words: a button: take all marks off
        tag("button", say("Clear"), type="reset", class_="md-button"),
        tag("button", say("Copy link"), type="button", class_="md-button", data_kb_copy=""),
    )
    return tag(
        "form",
        tag("p", say(_LEAD), class_="kb-hint"),
        tag("label", say("What are you interested in?"), class_="kb-after", for_="explorer-goal"),
        _goals(setting, atoms, asked),
        _finder(setting) if large else EMPTY,
        suppose,
        tag("p", *buttons, class_="kb-buttons"),
        method="dialog",
    )


def _finder(setting: Setting) -> Html:
    """Where readers find what has no row yet; the script fills the list, which it has from the file."""
    return join(
        tag(
            "label",
            say("Find another of {count}", count=f"{len(setting.theory.atoms):,}"),
            class_="kb-after",
            for_="explorer-find",
        ),
        void_tag("input", type="search", id="explorer-find", data_kb_find=""),
    )


def _rows(page: Page, setting: Setting, title: str, atoms: list[str]) -> Html:
    """Atoms of one kind below a row of titles; nothing for none."""
    if not atoms:
        return EMPTY
    # Words: whether something holds
    words = (title, *value_words(setting.names.kind(atoms[0])), say("unknown"))
    titles = [tag("th", word, scope="col") for word in words]
    return tag("tbody", tag("tr", *titles), *(_row(page, setting, atom) for atom in atoms))


def _row(page: Page, setting: Setting, atom: str) -> Html:
    """One atom with its three states, and room for what the rest says of it."""
    is_condition = atom in setting.conditions
    name = plain(setting.names.phrase(Literal(atom))) if is_condition else setting.names.name(atom)
    shown = page.name(atom, name) if atom in page.knowledge.terms else name
    number = setting.theory.index.number
    choices = [
        _choice(atom, str(number(Literal(atom, holds))), f"{name}: {word}", checked=False)
        for word, holds in zip(value_words(setting.names.kind(atom)), (True, False), strict=True)
    ]
    unknown = say("unknown")
    choices.append(_choice(atom, "", f"{name}: {unknown}", checked=True))
    head = tag("th", shown, tag("span", class_="kb-computed"), scope="row")
    return tag("tr", head, *(tag("td", choice) for choice in choices), data_kb_atom=str(number(Literal(atom)) >> 1))


def _choice(atom: str, value: str, label: str, *, checked: bool) -> Html:
    box = void_tag(
        "input", type="radio", name=f"suppose-{atom}", value=value, aria_label=label, checked="" if checked else None
    )
    return tag("label", box)


def _goals(setting: Setting, atoms: Iterable[str], asked: Literal | None) -> Html:
    options = []
    for atom in atoms:
        for holds in (True, False):
            literal = Literal(atom, holds)
            words = plain(setting.names.phrase(literal))
            options.append(
                tag(
                    "option",
                    words,
                    value=str(setting.theory.index.number(literal)),
                    selected="" if literal == asked else None,
                )
            )
    return tag("select", *options, name="goal", id="explorer-goal")


def _results() -> Html:
    """Where the script puts what follows; empty parts stay hidden."""

    def part(name: str, title: str) -> Html:
        return tag("section", tag("p", title, class_="kb-part"), tag("div"), hidden="", data_kb_part=name)

    situations = tag("summary", say("Situations"))
    return tag(
        "div",
        part("proof", say("Why")),
        part("applies", say("Where the words apply")),
        tag("details", situations, tag("div"), hidden="", class_="kb-words", data_kb_part="situations"),
        part("missing", say("What would be enough")),
        part("direct", say("Directly, by one implication")),
        part("follows", say("What follows from your marks")),
        class_="kb-results",
    )


def in_order(setting: Setting) -> list[str]:
    """The atoms as the author's implications name them: first what nothing gives, then what is concluded."""
    named = [
        literal.atom
        for implication in setting.implications
        for literal in (*implication.premises, *implication.assuming, *filter(None, (implication.conclusion,)))
    ]
    concluded = {one.conclusion.atom for one in setting.implications if one.conclusion is not None}
    atoms = list(dict.fromkeys([*named, *setting.theory.index.atoms]))
    return sorted(atoms, key=lambda atom: atom in concluded)


def about(reasoning: Reasoning, setting: Setting) -> Literal | None:
    """What a framework is about: the goal of its first view, else the property that most implications conclude."""
    view = first_view(reasoning.knowledge, setting.framework)
    if view is not None:
        return Literal(view.goal)
    known = set(properties(reasoning, setting))
    concluded = Counter(one.conclusion for one in setting.implications)
    best = max(
        in_order(setting), key=lambda atom: concluded[Literal(atom)] if Literal(atom) in known else -1, default=None
    )
    return None if best is None else Literal(best)
