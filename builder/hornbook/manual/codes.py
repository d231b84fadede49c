"""What the program can report: the codes that every part declares, gathered for the page of codes."""

from hornbook import check, kept_drawings, lint, publish
from hornbook.diagnostics import (
    CHANGE_COMPLETED,
    CHANGE_UNFINISHED,
    ID_DUPLICATE,
    IMPORT_CHANGED,
    IMPORT_LEFT_OUT,
    IMPORT_UNREADABLE,
    MEANING_CHANGED,
    WRONG_USAGE,
    Code,
    Codes,
    Group,
)
from hornbook.load import foreign, names, outside, prose, records, text, tree
from hornbook.load.engine_decided import SETTINGS_DECIDED, SETTINGS_FILE
from hornbook.load.engine_nav import SETTINGS_NAV
from hornbook.load.engine_settings import SETTINGS_DIFFER, SETTINGS_UNSAFE
from hornbook.load.engine_unknown import SETTINGS_UNKNOWN
from hornbook.load.loading import YAML_EMPTY

_OF_LOADING: Codes = {
    Group.FILES: (
        SETTINGS_NAV,
        SETTINGS_DIFFER,
        SETTINGS_DECIDED,
        SETTINGS_UNKNOWN,
        SETTINGS_FILE,
        SETTINGS_UNSAFE,
    ),
    Group.YAML: (YAML_EMPTY,),
    Group.IDS: (ID_DUPLICATE,),
}
_OF_CHANGES: Codes = {Group.CLAIMS: (MEANING_CHANGED,)}
_OF_IMPORTS = (IMPORT_UNREADABLE, IMPORT_LEFT_OUT, IMPORT_CHANGED)
_OF_COMMANDS: Codes = {Group.COMMANDS: (WRONG_USAGE, CHANGE_COMPLETED, CHANGE_UNFINISHED, *_OF_IMPORTS)}
_ROOMS = (text.CODES, tree.CODES, names.CODES, records.CODES, prose.CODES, outside.CODES, foreign.CODES)


def all_codes() -> dict[Group, tuple[Code, ...]]:
    """Everything that the program can report, by what it is about, in the order of the page of codes."""
    gathered = (
        *_ROOMS,
        _OF_LOADING,
        check.CODES,
        lint.CODES,
        kept_drawings.CODES,
        _OF_CHANGES,
        publish.CODES,
        _OF_COMMANDS,
    )
    return {group: tuple(code for found in gathered for code in found.get(group, ())) for group in Group}
