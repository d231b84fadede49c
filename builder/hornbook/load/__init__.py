"""Loading: a project's files become a knowledge base, or diagnostics that say where and what to do."""

from hornbook.load.engine_settings import EngineSettings
from hornbook.load.loading import Loaded, load
from hornbook.load.records.manual import field_manual
from hornbook.load.records.schema import json_schema
from hornbook.load.text.assets import find_assets

__all__ = ["EngineSettings", "Loaded", "field_manual", "find_assets", "json_schema", "load"]
