"""What the record classes are made of: positioned lists, groups and single values, and the class of all records."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    model_validator,
)

from hornbook.diagnostics import Place
from hornbook.load.leaves import (
    Choice,
    Flag,
    Id,
    Leaf,
    Line,
    LiteralText,
    Markdown,
    Mistake,
    Ref,
    as_pydantic,
    described,
)
from hornbook.load.yaml_values import YamlMapping, YamlScalar, YamlSequence, YamlValue
from hornbook.model import Evidence

_T = TypeVar("_T")


def _items(value: object) -> list[YamlValue]:
    if isinstance(value, YamlSequence):
        return list(value.items)
    hint = "write `[a, b]`, or one item in a line after `- `"
    raise as_pydantic(Mistake("field-type", f"should be a list, not {described(value)}", hint))


def _some_items(value: object) -> list[YamlValue]:
    items = _items(value)
    if not items:
        raise as_pydantic(Mistake("field-empty", "is an empty list", "name at least one"))
    return items


def _several_items(value: object) -> list[YamlValue]:
    items = _items(value)
    if len(items) < 2:
        raise as_pydantic(Mistake("field-form", f"has {len(items)} items", "name at least two"))
    return items


def _two_items(value: object) -> list[YamlValue]:
    items = _items(value)
    if len(items) != 2:
        raise as_pydantic(Mistake("field-form", f"has {len(items)} items", "name exactly two"))
    return items


def _named(value: object) -> dict[str, YamlValue]:
    if isinstance(value, YamlMapping):
        return {key.text: inner for key, inner in value.fields}
    hint = "write `id: …` in a line for each"
    raise as_pydantic(Mistake("field-type", f"should be a group of ids, not {described(value)}", hint))


Listed = Annotated[list[_T], BeforeValidator(_items)]
Some = Annotated[list[_T], BeforeValidator(_some_items), Field(min_length=1)]
Several = Annotated[list[_T], BeforeValidator(_several_items), Field(min_length=2)]
Pair = Annotated[list[_T], BeforeValidator(_two_items), Field(min_length=2, max_length=2)]
Named = Annotated[dict[str, _T], BeforeValidator(_named)]

Text = Annotated[YamlScalar, Leaf()]
OneLine = Annotated[YamlScalar, Line()]
Prose = Annotated[YamlScalar, Markdown()]
NewId = Annotated[YamlScalar, Id()]
TrueOrFalse = Annotated[YamlScalar, Flag()]
TermRef = Annotated[YamlScalar, Ref("term")]
SenseRef = Annotated[YamlScalar, Ref("sense")]
FrameworkRef = Annotated[YamlScalar, Ref("framework")]
ViewRef = Annotated[YamlScalar, Ref("view")]
Premise = Annotated[YamlScalar, LiteralText("atom")]
Conclusion = Annotated[YamlScalar, LiteralText("atom", or_impossible=True)]
ClaimLiteral = Annotated[YamlScalar, LiteralText("known-atom")]
EvidenceWord = Annotated[YamlScalar, Choice(tuple(Evidence))]


@dataclass(frozen=True, slots=True)
class KeysAre:
    """Marks a group whose field names are values themselves, such as ids of atoms."""

    leaf: Leaf


class Record(BaseModel):
    """A group of fields; made from a positioned mapping, whose place it keeps."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True)

    shorthand: ClassVar[str | None] = None
    """The field that a single value in place of the group stands for."""
    together: ClassVar[tuple[str, ...]] = ()
    """Fields of which all are given, or none."""
    either: ClassVar[tuple[str, ...]] = ()
    """Fields of which at least one is given."""
    apart: ClassVar[tuple[str, str] | None] = None
    """Two lists that have nothing in common."""

    _place: Place = PrivateAttr()

    @property
    def place(self) -> Place:
        """Where the group stands."""
        return self._place

    @model_validator(mode="wrap")
    @classmethod
    def _from_tree(cls, value: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        fields: dict[str, Any]
        match value:
            case YamlScalar() if cls.shorthand:
                fields = {cls.shorthand: value}
            case YamlMapping():
                fields = {key.text: inner for key, inner in value.fields}
            case _:
                message = f"should be a group of fields, not {described(value)}"
                raise as_pydantic(Mistake("field-type", message, "write one `field: value` in a line"))
        record = handler(fields)
        record._place = value.place  # noqa: SLF001 - it is this class's own field
        return record
