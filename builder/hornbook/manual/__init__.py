"""What contributors may write and what may go wrong: fields, JSON Schema and codes, made from their declarations."""

from hornbook.manual.codes import all_codes
from hornbook.manual.descriptions import json_schema
from hornbook.manual.sections import field_manual
from hornbook.manual.skeletons import skeleton

__all__ = ["all_codes", "field_manual", "json_schema", "skeleton"]
