"""Loading: a project's files become a knowledge base, or diagnostics that say where and what to do.

Each room below is entered by its door, its `__init__`.
"""

from hornbook.load.engine_settings import EngineSettings, unknown_pages
from hornbook.load.loading import Loaded, load, load_logic
from hornbook.load.names import Known, Named
from hornbook.load.text import find_assets

__all__ = ["EngineSettings", "Known", "Loaded", "Named", "find_assets", "load", "load_logic", "unknown_pages"]
