"""Text to positioned trees: YAML by its events, each value knowing where it was written."""

from hornbook.diagnostics import Codes, Group
from hornbook.load.tree.escapes import YAML_ESCAPE
from hornbook.load.tree.reader import (
    YAML_ANCHOR,
    YAML_CUT,
    YAML_DUPLICATE_KEY,
    YAML_KEY,
    YAML_MANY_DOCUMENTS,
    YAML_MERGE_KEY,
    YAML_TAG,
    YAML_TOO_DEEP,
    YAML_TOO_LARGE,
    is_text,
    read_leniently,
    read_yaml,
)
from hornbook.load.tree.syntax import YAML_SYNTAX, syntax_diagnostic
from hornbook.load.tree.values import ScalarKind, YamlMapping, YamlScalar, YamlSequence, YamlValue, comment_behind

__all__ = [
    "CODES",
    "ScalarKind",
    "YamlMapping",
    "YamlScalar",
    "YamlSequence",
    "YamlValue",
    "comment_behind",
    "is_text",
    "read_leniently",
    "read_yaml",
    "syntax_diagnostic",
]

CODES: Codes = {
    Group.YAML: (
        YAML_SYNTAX,
        YAML_CUT,
        YAML_ESCAPE,
        YAML_DUPLICATE_KEY,
        YAML_ANCHOR,
        YAML_TAG,
        YAML_MERGE_KEY,
        YAML_KEY,
        YAML_MANY_DOCUMENTS,
        YAML_TOO_DEEP,
        YAML_TOO_LARGE,
    ),
}
"""What the room can find."""
