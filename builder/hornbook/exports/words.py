"""Texts of records as words."""

from hornbook.addresses import title_of
from hornbook.model import KnowledgeBase, Prose


def in_words(knowledge: KnowledgeBase, prose: Prose | None) -> str:
    """A text as words, each of its blocks in a line of its own."""
    if prose is None:
        return ""
    blocks = (Prose((node,), prose.place).plain_text(lambda name: title_of(knowledge, name)) for node in prose.nodes)
    return "\n".join(" ".join(words.split()) for words in blocks if words.strip())
