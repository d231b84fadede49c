"""What contributors may write and what may go wrong: fields, JSON Schema, forms, codes, made from declarations."""

from hornbook.manual.codes import all_codes
from hornbook.manual.descriptions import json_schema
from hornbook.manual.forms import form_settings, issue_forms
from hornbook.manual.sections import field_manual

__all__ = ["all_codes", "field_manual", "form_settings", "issue_forms", "json_schema"]
