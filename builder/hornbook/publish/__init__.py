"""Makes a site with a site engine, reads it over, and puts it on the disk, whole or not at all."""

from hornbook.publish.engines import OUT, SETTINGS, Engine, EngineResult, run_engine
from hornbook.publish.finished import check_site
from hornbook.publish.origins import Origins, origins_of
from hornbook.publish.settings import engine_settings
from hornbook.publish.theme import installed_theme
from hornbook.publish.tree import Written, read_tree, write_tree

__all__ = [
    "OUT",
    "SETTINGS",
    "Engine",
    "EngineResult",
    "Origins",
    "Written",
    "check_site",
    "engine_settings",
    "installed_theme",
    "origins_of",
    "read_tree",
    "run_engine",
    "write_tree",
]
