"""Hornbook: a knowledge base whose every claim is recomputed from its implications."""

__version__ = "0.1.0"
