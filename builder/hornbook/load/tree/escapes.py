"""Formulas in double quotes, where YAML takes some of their commands for escapes of its own."""

import re

from hornbook.diagnostics import Code, Diagnostic, Lines, Severity
from hornbook.load.tree.values import YamlScalar

YAML_ESCAPE = Code(
    "yaml-escape",
    "A command of a formula stands in double quotes, where YAML reads its beginning as a line break or a tab.",
    Lines("glossary/terms/rain.yaml", r'short: "Rain on $3 \times 4$ roofs."', r"short: 'Rain on $3 \times 4$ roofs.'"),
    severity=Severity.WARNING,
)

_COMMANDS = (
    "nabla|natural|ncong|ne|nearrow|neg|neq|nexists|ngeq|ngtr|ni|nleq|nless|nmid|not|notin|nparallel|nsim|nsubseteq|nu"
    "|nwarrow|tan|tanh|tau|tbinom|text[a-z]*|tfrac|theta|tilde|times|to|top|triangle[a-z]*"
)
"""Those in use that begin with n or t; YAML refuses the other letters, or the characters that they would make."""
_EATEN = re.compile(rf"(?<!\\)(?:\\\\)*(\\(?:{_COMMANDS}))(?![A-Za-z])")


def eaten_commands(scalar: YamlScalar) -> list[Diagnostic]:
    """A warning for each command between two dollar signs of a value in double quotes that YAML reads otherwise."""
    if scalar.style != '"':
        return []
    raw = scalar.source.text[scalar.start : scalar.end]
    first, last = raw.find("$"), raw.rfind("$")
    return [
        Diagnostic(
            scalar.source.place(scalar.start + found.start(1), scalar.start + found.end(1)),
            YAML_ESCAPE,
            f"in double quotes `{found[1]}` is a {'line break' if found[1][1] == 'n' else 'tab'} and `{found[1][2:]}`",
            hint=f"write `\\{found[1]}`, or put the value in single quotes, where backslashes stay what they are",
        )
        for found in _EATEN.finditer(raw, max(first, 0), max(last, 0))
    ]
