"""Makes a site with a site engine, reads it over, and puts it on the disk, whole or not at all."""

from hornbook.diagnostics import Codes, Group
from hornbook.publish.causes import at_cause
from hornbook.publish.engines import ENGINE_FAILED, ENGINE_MISSING, OUT, SETTINGS, Engine, EngineResult, run_engine
from hornbook.publish.finished import Looked, check_drawings_of, checking, looking_at
from hornbook.publish.gate import HTML_ATTRIBUTE, HTML_ELEMENT, HTML_EXTERNAL
from hornbook.publish.making import EngineRun, make_files, make_pages_of_share
from hornbook.publish.manifest import hashes_of
from hornbook.publish.markdown_siblings import siblings_of
from hornbook.publish.navigation import empty_pages, navigation
from hornbook.publish.origins import HTML_FILE, HTML_MISSING, Origins, origins_of
from hornbook.publish.scripts import HTML_SCRIPT
from hornbook.publish.search_index import texts_for_search, weighed_search
from hornbook.publish.settings import decided_settings, default_settings
from hornbook.publish.staging import is_cleared
from hornbook.publish.standing import still_stands
from hornbook.publish.theme import installed_theme
from hornbook.publish.tree import (
    OUTPUT_BUSY,
    OUTPUT_CONFLICT,
    OUTPUT_FAILED,
    OUTPUT_NOT_OURS,
    OUTPUT_PATH,
    Written,
    failed_output,
    read_tree,
    refused_output,
    write_tree,
)

__all__ = [
    "CODES",
    "OUT",
    "SETTINGS",
    "Engine",
    "EngineResult",
    "EngineRun",
    "Looked",
    "Origins",
    "Written",
    "at_cause",
    "check_drawings_of",
    "checking",
    "decided_settings",
    "default_settings",
    "empty_pages",
    "failed_output",
    "hashes_of",
    "installed_theme",
    "is_cleared",
    "looking_at",
    "make_files",
    "make_pages_of_share",
    "navigation",
    "origins_of",
    "read_tree",
    "refused_output",
    "run_engine",
    "siblings_of",
    "still_stands",
    "texts_for_search",
    "weighed_search",
    "write_tree",
]

CODES: Codes = {
    Group.OUTPUT: (
        OUTPUT_NOT_OURS,
        OUTPUT_BUSY,
        OUTPUT_CONFLICT,
        OUTPUT_PATH,
        OUTPUT_FAILED,
        ENGINE_MISSING,
        ENGINE_FAILED,
        HTML_FILE,
        HTML_MISSING,
        HTML_SCRIPT,
        HTML_ELEMENT,
        HTML_ATTRIBUTE,
        HTML_EXTERNAL,
    ),
}
"""What can be found while a site is made and written; broken links are gathered by the checks."""
