"""Loading: a project's files become a knowledge base, or diagnostics that say where and what to do."""

from hornbook.diagnostics import ID_DUPLICATE, Codes, Group
from hornbook.load import names, prose, records, text, tree
from hornbook.load.engine_settings import SETTINGS_DIFFER, SETTINGS_NAV, SETTINGS_UNSAFE, EngineSettings, unknown_pages
from hornbook.load.loading import YAML_EMPTY, Loaded, load
from hornbook.load.records import field_manual, json_schema
from hornbook.load.text import find_assets

__all__ = [
    "CODES",
    "EngineSettings",
    "Loaded",
    "field_manual",
    "find_assets",
    "json_schema",
    "load",
    "unknown_pages",
]

_OWN: Codes = {
    Group.FILES: (SETTINGS_NAV, SETTINGS_DIFFER, SETTINGS_UNSAFE),
    Group.YAML: (YAML_EMPTY,),
    Group.IDS: (ID_DUPLICATE,),
}
CODES: Codes = {
    group: tuple(
        code
        for codes in (text.CODES, tree.CODES, names.CODES, records.CODES, prose.CODES, _OWN)
        for code in codes.get(group, ())
    )
    for group in Group
}
"""What loading can find."""
