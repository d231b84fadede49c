"""One reader for every kind of record: a positioned tree becomes a value of the model, by the model's declarations.

A value is made in one walk, and every mistake on the way is a diagnostic with its place: wrong shapes, missing and
unknown fields, references to nothing, prose and claims that cannot be read, items that are named twice.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any

from hornbook.diagnostics import Diagnostic, Place, Severity
from hornbook.diagnostics.formats import shown
from hornbook.load.names import (
    CLAIM_NOTATION,
    FIELD_REPEATED,
    Mistake,
    References,
    Suggestions,
    Where,
    read_claim,
    typeset,
)
from hornbook.load.records.completion import Around, completed
from hornbook.load.records.fields import wrong_names
from hornbook.load.records.meant import listed_as, unquoted
from hornbook.load.records.rules import broken_rules, words_of
from hornbook.load.records.scalars import (
    FIELD_CHOICE,
    FIELD_EMPTY,
    FIELD_FORM,
    FIELD_TYPE,
    IMPOSSIBLE,
    LONGEST_PROSE,
    TEXT_QUOTED,
    described,
    mistake_in,
    not_text,
    value_of,
)
from hornbook.load.tree import ScalarKind, YamlMapping, YamlScalar, YamlSequence, YamlValue
from hornbook.logic import Literal
from hornbook.model import Claim, EquivalenceClaim, NamingClaim, Prose
from hornbook.model.declared import (
    ByAtoms,
    ByIds,
    Group,
    Many,
    Shape,
    Single,
    fields_of,
    inline_of,
    named_by_file,
    places_of,
)
from hornbook.model.fields import Atoms, Line, NewId, Ref, Words
from hornbook.model.notation import parse_literal
from hornbook.model.passages import Passage, without_formulas


class Unread(Enum):
    """In place of a value that could not be made; why is among the diagnostics."""

    UNREAD = auto()


UNREAD = Unread.UNREAD
_ITEM = "an item of "
_Value = Any
"""A value of the model, or `UNREAD`; which class it has the shape says."""


ReadProse = Callable[[str, Place, Where, str, References, list[Passage] | None], Prose]
"""Makes prose of a text, its place, that of each stretch of it, and the framework for claims without `in`."""


@dataclass(frozen=True, slots=True)
class _Where:
    """How a message names a value."""

    name: str
    key: YamlScalar | None = None
    """The name of its field as it is written, where it stands alone in it."""

    @property
    def field(self) -> str:
        """How a message names the field that it stands in, alone or in a list."""
        return self.name.removeprefix(_ITEM)

    def item(self) -> "_Where":
        """An item of the list that stands here."""
        return _Where(f"{_ITEM}{self.field}")


class Reader:
    """Reads records one after the other; what is wrong with them is kept by the references that it was given."""

    def __init__(
        self,
        references: References,
        suggestions: Suggestions,
        read_prose: ReadProse,
        passages: list[Passage] | None = None,
    ) -> None:
        """Begin with nothing read; what the records say in our own words is added to `passages`, if wanted."""
        self._passages = passages
        self._references = references
        self._suggestions = suggestions
        self._read_prose = read_prose

    def record(self, declaration: type, tree: YamlValue, around: Around) -> _Value:
        """The record that a file holds, or an item of one; `UNREAD` where it has mistakes."""
        return self._group(Group((declaration,)), tree, around, _Where("the record"))

    def _read(self, shape: Shape, tree: YamlValue, around: Around, where: _Where) -> _Value:
        match shape:
            case Single():
                return self._single(shape, tree, around, where)
            case Many():
                return self._many(shape, tree, around, where)
            case Group():
                return self._group(shape, tree, around, where)
            case ByIds():
                return self._by_ids(shape, tree, around, where)
            case ByAtoms():
                return self._by_atoms(shape, tree, around, where)

    def _single(self, shape: Single, tree: YamlValue, around: Around, where: _Where) -> _Value:
        if not isinstance(tree, YamlScalar):
            return self._unread(not_text(tree, where.field), tree, where)
        found = mistake_in(shape.how, tree)
        if found is not None:
            self._unread(found, tree, where)
        # Looked at even where the form is wrong, so that no mistake hides another.
        meant = self._meant(shape, tree, around) if tree.kind is ScalarKind.TEXT else None
        if found is not None:
            return UNREAD
        if isinstance(shape.how, Line):
            self._note_quoted(tree, where)
        if meant is not None:
            return meant
        value = value_of(shape.how, tree)
        return self._typeset(value, tree) if isinstance(shape.how, Line | Words) else value

    def _typeset(self, text: str, scalar: YamlScalar) -> str:
        """Plain text with its formulas set."""
        before = len(scalar.text) - len(scalar.text.lstrip())
        return typeset(text, lambda start, end: scalar.part(before + start, before + end), self._references)

    def _note_quoted(self, scalar: YamlScalar, where: _Where) -> None:
        """Say that typographic quotation marks enclose a whole value; titles of somebody's may be quotations."""
        inside = unquoted(scalar.text) if where.field not in ("`title`", "`says`") else None
        if inside is not None:
            message = f"{where.name} stands in quotation marks that readers will see"
            hint = f"write `{inside}`; quotation marks that YAML drops are straight ones"
            self._references.report(Diagnostic(scalar.place, TEXT_QUOTED, message, hint=hint))

    def _meant(self, shape: Single, scalar: YamlScalar, around: Around) -> Prose | None:
        """Ask for what a text refers to; prose is made here already."""
        text = scalar.text
        match shape.how:
            case Ref("option"):
                pass  # asked together with the question that offers it
            case Ref(kind) if text:
                self._references.check(kind, text, scalar.part(0, len(text)), around.framework)
            case Atoms(kind, or_impossible):
                literal = parse_literal(text)
                if isinstance(literal, Literal) and not (or_impossible and text == IMPOSSIBLE):
                    start = text.rindex(literal.atom)
                    place = scalar.part(start, start + len(literal.atom))
                    self._references.check(kind, literal.atom, place, around.framework)
            case how if how is Prose and len(text) <= LONGEST_PROSE:
                around_it = around.framework
                return self._read_prose(text, scalar.place, scalar.part, around_it, self._references, self._passages)
            case Line(told=True) | Words(told=True) if self._passages is not None:
                words = without_formulas(text) if self._references.known.mathematics else text
                self._passages.append(Passage(words, scalar.part))
            case _:
                pass
        return None

    def _many(self, shape: Many, tree: YamlValue, around: Around, where: _Where) -> _Value:
        if shape.alone and not isinstance(tree, YamlSequence):
            one = self._read(shape.item, tree, around, where)
            return UNREAD if one is UNREAD else shape.made((one,))
        if not isinstance(tree, YamlSequence):
            hint = "write `[a, b]`, or one item in a line after `- `"
            if isinstance(tree, YamlScalar) and tree.text and where.key is not None and _is_short(shape):
                hint = f"write `{listed_as(where.key.text, tree)}`"
            return self._unread(Mistake(FIELD_TYPE, f"should be a list, not {described(tree)}", hint), tree, where)
        how = shape.item.how if isinstance(shape.item, Single) else None
        # Claims are compared by what they ask, once all are known.
        if how is not Prose and not (isinstance(shape.item, Group) and Claim in shape.item.declarations):
            self._note_repeated(where.field, tree)
        items = [self._read(shape.item, item, around, where.item()) for item in tree.items]
        wrong = _wrong_count(shape, len(items))
        if wrong is not None:
            return self._unread(wrong, tree, where)
        if UNREAD in items:
            return UNREAD
        # What is named twice in a list of any length is reported, and says nothing more.
        is_set = isinstance(how, Ref | NewId | Atoms) or (isinstance(shape.item, Many) and shape.item.made is frozenset)
        return shape.made(dict.fromkeys(items)) if is_set and shape.count.most is None else shape.made(items)

    def _note_repeated(self, field: str, tree: YamlSequence) -> None:
        scalars = [item for item in tree.items if isinstance(item, YamlScalar)]
        seen: set[str] = set()
        for item in scalars if len(scalars) == len(tree.items) else ():
            if words_of(item) in seen:
                message = f"{field} names `{shown(item.text)}` twice"
                self._references.report(Diagnostic(item.place, FIELD_REPEATED, message, hint="delete one"))
            seen.add(words_of(item))

    def _group(self, shape: Group, tree: YamlValue, around: Around, where: _Where) -> _Value:
        declaration = meant_among(shape.declarations, tree)
        if declaration is None:
            return self._notation(tree, around, where)
        shorthand: str | None = getattr(declaration, "shorthand", None)
        if not isinstance(tree, YamlMapping) and shorthand is not None:
            only = next(one for one in fields_of(declaration) if one.name == shorthand)
            value = self._read(only.shape, tree, around, where)
            made = {only.path: value}
            return UNREAD if value is UNREAD else self._made(declaration, made, {shorthand: tree}, tree.place, around)
        if not isinstance(tree, YamlMapping):
            message, hint = f"should be a group of fields, not {described(tree)}", "write one `field: value` in a line"
            return self._unread(Mistake(FIELD_TYPE, message, hint), tree, where)
        return self._fields(declaration, tree, around)

    def _fields(self, declaration: type, tree: YamlMapping, around: Around) -> _Value:
        declared = fields_of(declaration)
        own = tree.text("framework") if any(one.name == "framework" for one in declared) else None
        inside = around.named(own.text if own else None)
        given = {key.text: (key, value) for key, value in tree.fields}
        found = [*wrong_names(declared, tree, self._suggestions), *broken_rules(declaration, tree, self._references)]
        for mistake in found:
            self._references.report(mistake)
        values: dict[tuple[str, ...], _Value] = {}
        record: dict[str, _Value] = {}
        within = replace(inside, record=record)  # which grows with each field, for those behind it
        for one in declared:
            if one.name in given:
                key, value = given[one.name]
                read = values[one.path] = self._read(one.shape, value, within, _Where(f"`{one.name}`", key))
                if read is not UNREAD:
                    record[one.path[0]] = read
        if UNREAD in values.values() or any(mistake.severity is Severity.ERROR for mistake in found):
            return UNREAD
        trees = {name: value for name, (_, value) in given.items()}
        return self._made(declaration, values, trees, tree.place, inside)

    def _made(
        self,
        declaration: type,
        values: Mapping[tuple[str, ...], _Value],
        trees: Mapping[str, YamlValue],
        place: Place,
        around: Around,
    ) -> _Value:
        """The value of a class from what was read of its fields, those that are written inline included."""
        known = self._references.known
        own = {path[0]: value for path, value in values.items() if len(path) == 1}
        for name, inner in inline_of(declaration):
            below = {path[1:]: value for path, value in values.items() if path[0] == name}
            own[name] = self._made(inner, below, trees, place, around)
        for name, of, each in places_of(declaration):
            tree = trees.get(of) if of is not None else None
            if each:
                own[name] = tuple(item.place for item in tree.items) if isinstance(tree, YamlSequence) else ()
            else:
                own[name] = place if tree is None else tree.place
        for name in named_by_file(declaration):
            own[name] = around.id
        return declaration(**completed(declaration, own, around, place, known))

    def _by_ids(self, shape: ByIds, tree: YamlValue, around: Around, where: _Where) -> _Value:
        if not isinstance(tree, YamlMapping):
            return self._unread(_no_ids(tree), tree, where)
        group = Group((shape.declaration,))
        made = []
        for key, value in tree.fields:
            if shape.key is not None and key.kind is ScalarKind.TEXT:
                self._meant(Single(shape.key), key, around)
            one = self._group(group, value, replace(around, id=key.text), _Where(f"`{shown(key.text)}`", key))
            made.append(one if one is UNREAD else replace(one, place=key.place))
        return UNREAD if UNREAD in made else tuple(made)

    def _by_atoms(self, shape: ByAtoms, tree: YamlValue, around: Around, where: _Where) -> _Value:
        if not isinstance(tree, YamlMapping):
            return self._unread(_no_ids(tree, "true"), tree, where)
        made: list[_Value] = []
        for key, value in tree.fields:
            if key.kind is ScalarKind.TEXT:
                self._meant(Single(shape.key), key, around)
            inside = replace(around, id=key.text)
            if isinstance(value, YamlMapping) and not self._is_record(shape.declaration, value):
                made += self._by_frameworks(shape, value, inside)
            else:
                one = self._group(Group((shape.declaration,)), value, inside, _Where(f"`{shown(key.text)}`", key))
                made.append(one if one is UNREAD else replace(one, place=key.place))
        return UNREAD if UNREAD in made else tuple(made)

    def _is_record(self, declaration: type, tree: YamlMapping) -> bool:
        """Whether a group holds the fields of a record, not frameworks; names that are neither are taken for fields."""
        names = {one.name for one in fields_of(declaration)}
        frameworks = self._references.known.framework_atoms
        return any(key.text in names for key, _ in tree.fields) or not any(
            key.text in frameworks or isinstance(value, YamlScalar) for key, value in tree.fields
        )

    def _by_frameworks(self, shape: ByAtoms, tree: YamlMapping, around: Around) -> Iterator[_Value]:
        for key, value in tree.fields:
            self._references.check("framework", key.text, key.place, around.framework)
            where = _Where(f"`{shown(key.text)}`", key)
            one = self._group(Group((shape.declaration,)), value, around.named(key.text), where)
            yield one if one is UNREAD else replace(one, framework=key.text, place=key.place)

    def _notation(self, tree: YamlValue, around: Around, where: _Where) -> _Value:
        """A claim in one line."""
        if not isinstance(tree, YamlScalar):
            message = "is a claim that YAML takes for a field, because of its `: `"
            return self._unread(Mistake(CLAIM_NOTATION, message, "put the whole claim in quotes"), tree, where)
        found = mistake_in(Words(), tree)
        if found is not None:
            self._unread(found, tree, where)
        claim = None
        if tree.kind is ScalarKind.TEXT:
            claim = read_claim(tree.text, 0, tree.part, around.framework, self._references)
        return UNREAD if claim is None or found is not None else claim

    def _unread(self, found: Mistake, tree: YamlValue, where: _Where) -> Unread:
        """Report a mistake; what is empty is shown at the name of its field."""
        hint = found.hint
        if found.code == FIELD_CHOICE and hint is None:
            hint = "write one of these words"
        is_empty = isinstance(tree, YamlScalar) and tree.start == tree.end
        place = where.key.place if is_empty and where.key is not None else tree.place
        self._references.report(Diagnostic(place, found.code, f"{where.name} {found.message}", hint=hint))
        return UNREAD


def meant_among(declarations: tuple[type, ...], tree: YamlValue) -> type | None:
    """The class of a group that may have several; None for a claim, which may be written in one line."""
    if Claim not in declarations:
        return declarations[0]
    names = {key.text for key, _ in tree.fields} if isinstance(tree, YamlMapping) else set()
    if EquivalenceClaim in declarations and "equivalent" in names:
        return EquivalenceClaim
    # YAML may have taken the `: ` before the verdict for a field.
    if isinstance(tree, YamlScalar) or any("=>" in name for name in names):
        return None
    return NamingClaim if NamingClaim in declarations and "sense" in names else Claim


def _is_short(shape: Many) -> bool:
    """Whether the items of a list are words, which a list in brackets can hold."""
    return isinstance(shape.item, Single) and isinstance(shape.item.how, Ref | NewId | Atoms)


def _wrong_count(shape: Many, items: int) -> Mistake | None:
    least, most = shape.count.least, shape.count.most
    if least == most is not None and items != most:
        return Mistake(FIELD_FORM, f"has {items} items", "name exactly two")
    if least == 1 and not items:
        return Mistake(FIELD_EMPTY, "is an empty list", "name at least one")
    return Mistake(FIELD_FORM, f"has {items} items", "name at least two") if items < least else None


def _no_ids(tree: YamlValue, value: str = "…") -> Mistake:
    first = tree.items[0] if isinstance(tree, YamlSequence) and tree.items else tree
    name = first.text if isinstance(first, YamlScalar) and first.text else "id"
    hint = f"write `{name.removeprefix('not ')}: {value}` in a line for each, without `- `"
    return Mistake(FIELD_TYPE, f"should be a group of ids, not {described(tree)}", hint)
