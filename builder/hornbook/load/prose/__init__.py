"""Markdown to trees of prose: texts of records and pages written by hand, with their references and claims."""
