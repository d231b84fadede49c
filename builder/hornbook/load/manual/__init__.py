"""How records are written, told from the declarations of the model: the manual of fields, and JSON Schema."""

from hornbook.load.manual.descriptions import json_schema
from hornbook.load.manual.sections import field_manual

__all__ = ["field_manual", "json_schema"]
