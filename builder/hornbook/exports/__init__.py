"""Exports: the knowledge base in forms that other programs read, as bytes. Pure; nothing here writes a file."""

from hornbook.exports.bibtex import bibtex
from hornbook.exports.csl_json import csl_json
from hornbook.exports.every_file import data_exports, data_makers
from hornbook.exports.headers import headers
from hornbook.exports.proof_files import proof_makers, proof_texts
from hornbook.exports.terms_file import terms_file

__all__ = ["bibtex", "csl_json", "data_exports", "data_makers", "headers", "proof_makers", "proof_texts", "terms_file"]
