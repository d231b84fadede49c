"""What loading can find: the codes of its rooms, gathered for the page of codes."""

from hornbook.diagnostics import ID_DUPLICATE, Codes, Group
from hornbook.load import names, prose, records, text, tree
from hornbook.load.engine_settings import SETTINGS_DIFFER, SETTINGS_NAV, SETTINGS_UNSAFE
from hornbook.load.loading import YAML_EMPTY

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
