"""Files for `hornbook import` that are made to cost much, each with the command that reads it."""

import json
from collections.abc import Mapping

from hornbook.imports.skos import MOST_CONCEPTS
from hornbook.imports.tables import MOST_ROWS

_RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">'
_NAMED = '<skos:Concept rdf:about="http://a.example/c"><skos:prefLabel>{}</skos:prefLabel></skos:Concept></rdf:RDF>'
_TURTLE = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@base <http://a.example/> .\n"
_LAUGHS = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{one + 1} "{f"&a{one};" * 10}">' for one in range(20))


def _concepts(count: int, more: str = "") -> str:
    """Concepts of which each may name the next one, the last one the first."""
    return _TURTLE + "".join(
        f'<n{one}> a skos:Concept ; skos:prefLabel "C{one}"{more.format(next=(one + 1) % count)} .\n'
        for one in range(count)
    )


REFUSED: Mapping[str, tuple[str, str]] = {
    "laughs.rdf": ("skos", f"<!DOCTYPE r [{_LAUGHS}]>{_RDF}{_NAMED.format('&a20;')}"),
    "long-entity.rdf": ("skos", f'<!DOCTYPE r [<!ENTITY a "{"x" * 100_000}">]>{_RDF}{_NAMED.format("&a;" * 50_000)}'),
    "file-in-entity.rdf": ("skos", f'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///dev/zero">]>{_RDF}{_NAMED.format("&a;")}'),
    "deep.rdf": ("skos", _RDF + "<skos:Concept><skos:broader>" * 30_000),
    "deep.ttl": ("skos", f"{_TURTLE}<a> skos:narrower {'(' * 100_000}"),
    "blank.ttl": ("skos", f"{_TURTLE}<a> skos:narrower {'[ skos:narrower ' * 50_000}"),
    "many.ttl": ("skos", _concepts(MOST_CONCEPTS + 1)),
    "deep.jsonld": ("skos", "[" * 100_000),
    "deep-values.jsonld": ("skos", '{"@id":"http://a.example/c","http://a.example/x":' * 100_000),
    "fetched.jsonld": ("skos", json.dumps({"@context": "http://127.0.0.1:9/c", "@id": "http://a.example/c"})),
    "many.csv": ("csv", "label\n" + "a\n" * (MOST_ROWS + 1)),
    "open.csv": ("csv", 'label\n"' + "a" * 5_000_000),
    "quoted.csv": ("csv", "label\n" + '"' * 1_000_001),
    "lists.md": ("markdown", "# G\n\n" + "- " * 500_000),
}
"""By the name of the file: the command, and the text; nothing of them is carried."""

CARRIED: Mapping[str, tuple[str, str]] = {
    "circle.ttl": ("skos", _concepts(1_000, " ; skos:broader <n{next}>")),
    "star.ttl": (
        "skos",
        f"{_concepts(300)}<n0> skos:broader {', '.join(f'<m{one}>' for one in range(20_000))} .\n"
        + "".join(f"<n{one}> skos:broader <n0> .\n" for one in range(1, 300)),
    ),
    "long-label.ttl": ("skos", f'{_TURTLE}<a> a skos:Concept ; skos:prefLabel "{"a" * 2_000_000}" .'),
    "wide.csv": ("csv", f"label\na{',' * 1_000_000}\n"),
    "columns.csv": ("csv", f"label{',c' * 2_000}\n" + f"a{',' * 2_000}\n" * 300),
}
"""Likewise; these become terms, and what is left out is said."""
