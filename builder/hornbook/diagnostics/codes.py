"""Codes: what a kind of finding is called, how bad it is, what it means, and what brings it about.

Each is declared beside the check that reports it; what gathers them is the table `CODES` of a package of checks.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class Severity(StrEnum):
    """How bad it is: only errors stop a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of one file that bring a finding about, and what could stand there instead."""

    path: str
    """Where they stand in the project of the code's case, `tests/cases/CODE`."""
    wrong: str
    right: str


class Code(str):
    """The name of one kind of finding, such as `claim-verdict`, with what there is to say of it."""

    __slots__ = ("example", "meaning", "severity")

    severity: Severity
    meaning: str
    """One or two plain sentences for contributors: what was found, and why it matters."""
    example: Lines | str
    """What brings it about: lines of a file, or words where no lines can show it."""

    def __new__(cls, name: str, meaning: str, example: Lines | str, *, severity: Severity = Severity.ERROR) -> Self:
        """Declare a kind of finding under a name that no other one has."""
        code = super().__new__(cls, name)
        code.severity, code.meaning, code.example = severity, meaning, example
        return code

    def __getnewargs_ex__(self) -> tuple[tuple[str, str, Lines | str], dict[str, Severity]]:
        """What makes it again in another process."""
        return (str(self), self.meaning, self.example), {"severity": self.severity}


class Group(StrEnum):
    """What codes are about, in the order of their page."""

    FILES = "Files"
    YAML = "YAML"
    FIELDS = "Fields"
    IDS = "Ids"
    REFERENCES = "References and links"
    TEXTS = "Texts"
    CLAIMS = "Claims and checks"
    DRAWINGS = "Drawings"
    OUTPUT = "Output"
    COMMANDS = "Commands"


Codes = Mapping[Group, tuple[Code, ...]]
"""The codes that a package of checks can report, by what they are about."""
