"""What a glossary publishes of itself, read by whoever keeps a copy: a knowledge base that can be asked."""

from hornbook.load.published.vocabulary import published_of

__all__ = ["published_of"]
