"""Loading: a project's files become a knowledge base, or diagnostics that say where and what to do.

Each room below is entered by its door, its `__init__`.
"""

from hornbook.load.engine_apart import pages_in_navigation
from hornbook.load.engine_decided import lost_files, own_files
from hornbook.load.engine_merged import merged_settings
from hornbook.load.engine_nav import unknown_pages
from hornbook.load.engine_settings import EngineSettings
from hornbook.load.kept_logic import recall_logic
from hornbook.load.loading import Loaded, load, load_logic
from hornbook.load.names import Known, Named
from hornbook.load.text import find_assets

__all__ = [
    "EngineSettings",
    "Known",
    "Loaded",
    "Named",
    "find_assets",
    "load",
    "load_logic",
    "lost_files",
    "merged_settings",
    "own_files",
    "pages_in_navigation",
    "recall_logic",
    "unknown_pages",
]
