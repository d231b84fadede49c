"""Loading: a project's files become a knowledge base, or diagnostics that say where and what to do."""

import os

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # nothing installed beside us may change what is read

from hornbook.load.assets import find_assets
from hornbook.load.engine_settings import EngineSettings
from hornbook.load.loading import Loaded, load
from hornbook.load.schema import KINDS, json_schema

__all__ = ["KINDS", "EngineSettings", "Loaded", "find_assets", "json_schema", "load"]
