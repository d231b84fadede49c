"""Diagnostics: what was found, where, and how it is printed. A leaf: nothing of ours is imported here."""

from hornbook.diagnostics.values import Diagnostic, Place, Related, Severity, has_errors

__all__ = ["Diagnostic", "Place", "Related", "Severity", "has_errors"]
