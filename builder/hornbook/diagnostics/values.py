"""What a check found, and where: frozen, ordered values that are collected, sorted and printed once."""

from dataclasses import dataclass, field

from hornbook.diagnostics.codes import Code, Severity


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one file: lines and columns count from 1, columns in code points, the end is exclusive."""

    path: str
    """Relative to the project's root, with forward slashes."""
    line: int = 1
    column: int = 1
    end_line: int = 0
    """0 where only the beginning is known."""
    end_column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Related:
    """Another place that the diagnostic speaks of, such as the first definition of a doubled id."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The new text of a stretch of a file; of an empty stretch, what is put there."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One finding: a fact about the input, and what to do about it.

    The message stands alone, in lower case and without a full stop, values quoted in backticks.
    """

    place: Place
    code: Code
    message: str
    hint: str | None = field(default=None, compare=False)
    notes: tuple[str, ...] = field(default=(), compare=False)
    """Lines shown below the message: a proof, a model, a derivation."""
    related: tuple[Related, ...] = field(default=(), compare=False)
    fix: tuple[Edit, ...] = field(default=(), compare=False)
    """What to write in its file in order to mend it, where nothing else can be meant; no two overlap."""

    def __post_init__(self) -> None:
        if not isinstance(self.code, Code):
            raise TypeError(f"{self.code!r} is no declared code")

    @property
    def severity(self) -> Severity:
        """That of its code."""
        return self.code.severity


def written_at(place: Place, text: str | None) -> tuple[Edit, ...]:
    """The fix that writes a text at a place; none where there is no text, or the end of the place is not known."""
    return (Edit(place, text),) if text is not None and place.end_line else ()


def has_errors(diagnostics: tuple[Diagnostic, ...]) -> bool:
    """Tell whether any of these stops a build."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
