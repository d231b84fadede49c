"""What a record must keep to beyond the form of each field, found on its tree before anything is made of it."""

from collections.abc import Callable, Iterator, Mapping

from hornbook.diagnostics import TABLE_ROW, Code, Diagnostic, Lines, Place
from hornbook.diagnostics.formats import shown
from hornbook.load.names import FIELD_MISSING, FIELD_REPEATED, REFERENCE_KIND, References
from hornbook.load.tree import YamlMapping, YamlScalar, YamlSequence
from hornbook.model import Chain, Choice, Claim, Framework, RecordedAnswer, Table

MOST_OPTIONS = 60
"""A choice excludes each two of its atoms by a clause, so its cost grows with the square of their number."""

FIELD_TOGETHER = Code(
    "field-together",
    "Of two fields that belong together only one is given.",
    Lines("glossary/terms/rain.yaml", "holds: it rains", "holds: it rains\nfails: it does not rain"),
)
CHOICE_TOO_LARGE = Code(
    "choice-too-large",
    "A choice is among more atoms than can be compared two by two.",
    f"In `glossary/frameworks/weather.yaml`, a choice among more than {MOST_OPTIONS} atoms.",
)
CHAIN_GAPS = Code(
    "chain-gaps",
    "A chain does not have exactly one gap between each two of its links.",
    Lines(
        "diagrams/down.yaml",
        "links: [{label: a cloud}, {term: rain}, {term: wet-ground}]\ngaps:\n  - {label: falling}",
        "links: [{label: a cloud}, {term: rain}, {term: wet-ground}]\ngaps:\n  - {label: falling}\n  - {}",
    ),
)


def broken_rules(declaration: type, group: YamlMapping, references: References) -> Iterator[Diagnostic]:
    """Find fields of a class that go only together, and what the rules of its own are broken by."""
    yield from _not_together(_said(declaration, "together"), group)
    yield from _neither(_said(declaration, "either"), group)
    yield from _in_both(_said(declaration, "apart"), group)
    rule = _RULES.get(declaration)
    if rule is not None:
        yield from rule(group, references)


def beginning(group: YamlMapping) -> Place:
    """The first field of a group, since the whole of it may be long."""
    return group.fields[0][0].place if group.fields else group.place


def words_of(item: YamlScalar) -> str:
    """What an item says: a literal may be written with any space after its `not`."""
    return " ".join(item.text.split())


def _said(declaration: type, what: str) -> tuple[str, ...]:
    """What a class says of its fields as a whole, by their names in YAML; most say nothing."""
    names: tuple[str, ...] = getattr(declaration, what, ())
    return names


def _not_together(names: tuple[str, ...], group: YamlMapping) -> Iterator[Diagnostic]:
    given = [name for name in names if group.get(name)]
    missing = [name for name in names if not group.get(name)]
    if given and missing:
        key = group.key(given[0])
        assert key is not None
        yield Diagnostic(
            key.place,
            FIELD_TOGETHER,
            f"`{given[0]}` is given without `{missing[0]}`",
            hint=f"add `{missing[0]}: …`, or delete `{given[0]}`",
        )


def _neither(names: tuple[str, ...], group: YamlMapping) -> Iterator[Diagnostic]:
    if names and not any(group.get(name) for name in names):
        first, *others = (f"`{name}`" for name in names)
        yield Diagnostic(
            beginning(group),
            FIELD_MISSING,
            f"{' or '.join([first, *others])} is missing",
            hint=f"add {first} or {' or '.join(others)}",
        )


def _in_both(names: tuple[str, ...], group: YamlMapping) -> Iterator[Diagnostic]:
    if not names:
        return
    first, second = names
    seen = {words_of(item) for item in group.texts(first)}
    once = {words_of(item): item for item in reversed([*group.texts(second)])}
    for words in once.keys() & seen:
        message = f"`{second}` names `{shown(words)}`, as `{first}` does"
        yield Diagnostic(once[words].place, FIELD_REPEATED, message, hint="delete one")


def _too_many_options(choice: YamlMapping, _references: References) -> Iterator[Diagnostic]:
    """A choice among more atoms than can be compared two by two."""
    options = choice.get("one_of")
    if isinstance(options, YamlSequence) and len(options.items) > MOST_OPTIONS:
        yield Diagnostic(
            options.place,
            CHOICE_TOO_LARGE,
            f"the choice is among {_counted(len(options.items), 'atom')}; the limit is {MOST_OPTIONS}",
            hint="make several choices of it",
        )


def _uneven_rows(table: YamlMapping, _references: References) -> Iterator[Diagnostic]:
    """Rows that have more or fewer cells than there are columns."""
    columns, rows = table.get("columns"), table.get("rows")
    if not isinstance(columns, YamlSequence) or not isinstance(rows, YamlSequence):
        return
    wanted = len(columns.items)
    for row in rows.items:
        if isinstance(row, YamlSequence) and len(row.items) != wanted:
            yield Diagnostic(
                row.place,
                TABLE_ROW,
                f"this row has {_counted(len(row.items), 'cell')}; the table has {_counted(wanted, 'column')}",
                hint="write one cell for each column; a cell without a word is written `–`",
            )


def _gaps_between(chain: YamlMapping, _references: References) -> Iterator[Diagnostic]:
    """A chain that does not have exactly one gap between each two links."""
    links, gaps, key = chain.get("links"), chain.get("gaps"), chain.key("gaps")
    if not isinstance(links, YamlSequence) or not isinstance(gaps, YamlSequence) or len(links.items) < 2:
        return
    if key is not None and len(gaps.items) != len(links.items) - 1:
        yield Diagnostic(
            key.place,
            CHAIN_GAPS,
            f"the chain has {_counted(len(links.items), 'link')} and {_counted(len(gaps.items), 'gap')}",
            hint="write one gap between each two links; one that the author leaves unnamed is written `{}`",
        )


def _option_of_question(answer: YamlMapping, references: References) -> Iterator[Diagnostic]:
    """An answer whose question offers no such option; the references keep what they find."""
    question, option = answer.text("question"), answer.text("answer")
    if question is not None and option is not None and option.text:
        references.check_option(question.text, option.text, option.part(0, len(option.text)))
    yield from ()


def _view_of_framework(claim: YamlMapping, references: References) -> Iterator[Diagnostic]:
    """A claim in a view of one framework that names another one."""
    view, framework = claim.text("view"), claim.text("framework")
    if view is None or framework is None:
        return
    actual = references.known.view_frameworks.get(view.text)
    if actual is not None and actual != framework.text and framework.text in references.known.linked:
        message = f"`{view.text}` is a view of `{actual}`, not of `{framework.text}`"
        yield Diagnostic(view.place, REFERENCE_KIND, message, hint="leave out the framework; the view says it")


def _without_base(framework: YamlMapping, _references: References) -> Iterator[Diagnostic]:
    """A framework that leaves something out of what it does not take over."""
    key = framework.key("without")
    if key is not None and framework.get("extends") is None:
        hint = "add `extends: …`, or delete `without`"
        yield Diagnostic(key.place, FIELD_TOGETHER, "`without` is given without `extends`", hint=hint)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


_RULES: Mapping[type, Callable[[YamlMapping, References], Iterator[Diagnostic]]] = {
    Chain: _gaps_between,
    Choice: _too_many_options,
    Claim: _view_of_framework,
    Framework: _without_base,
    RecordedAnswer: _option_of_question,
    Table: _uneven_rows,
}
