"""Exports: the knowledge base in forms that other programs read, as bytes. Pure; nothing here writes a file."""

from hornbook.exports.bibtex import bibtex
from hornbook.exports.csl_json import csl_json
from hornbook.exports.headers import headers
from hornbook.exports.proof_files import proof_texts

__all__ = ["bibtex", "csl_json", "headers", "proof_texts"]
