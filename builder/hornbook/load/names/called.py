"""What the records of a project call the things that claims name, found on the positioned trees."""

from collections.abc import Iterable, Iterator

from hornbook.load.tree import YamlMapping, YamlScalar, YamlSequence
from hornbook.logic import Literal
from hornbook.model.typed_words import Name

Named = Iterable[tuple[str, YamlMapping]]
"""Records, by id."""


def names_of_terms(terms: Named) -> Iterator[Name]:
    """The ids, labels, aliases and sentences of terms."""
    for term, tree in terms:
        label = tree.text("label")
        yield from (Name(text, Literal(term)) for text in (term, *([label.text] if label else [])))
        yield from _aliases(term, tree)
        yield from _sentences(term, tree)
        for sense in tree.groups("senses"):
            if sense.get("called") is None:
                yield from _sentences(term, sense)


def names_of_facts(frameworks: Named) -> Iterator[Name]:
    """The ids and sentences of the facts of frameworks."""
    for _, tree in frameworks:
        atoms = tree.get("atoms")
        for key, fact in atoms.fields if isinstance(atoms, YamlMapping) else ():
            yield Name(key.text, Literal(key.text))
            if isinstance(fact, YamlMapping):
                yield from _sentences(key.text, fact)


def names_of_scopes(records: Named, title: str) -> Iterator[tuple[str, str]]:
    """What frameworks or views are called, each with its id; `title` is the field that names them."""
    for name, tree in records:
        written = tree.text(title)
        yield from ((text, name) for text in (name, *([written.text] if written else [])))


def _aliases(term: str, tree: YamlMapping) -> Iterator[Name]:
    aliases = tree.get("aliases")
    for alias in aliases.items if isinstance(aliases, YamlSequence) else ():
        if isinstance(alias, YamlScalar):
            yield Name(alias.text, Literal(term))
        elif isinstance(alias, YamlMapping) and (text := alias.text("text")) is not None:
            framework = alias.text("framework")
            yield Name(text.text, Literal(term), framework.text if framework else None)


def _sentences(atom: str, tree: YamlMapping) -> Iterator[Name]:
    for field, holds in (("holds", True), ("fails", False)):
        sentence = tree.text(field)
        if sentence is not None:
            yield Name(sentence.text, Literal(atom, holds))
