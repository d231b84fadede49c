"""Whole files of each form, small, with much of what the form has; to be damaged."""

TURTLE = b"""\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@base <http://a.example/> .
<s> a skos:ConceptScheme ; skos:prefLabel "Weather"@en ; skos:hasTopConcept <rain> .
<rain> a skos:Concept ; skos:prefLabel "Rain"@en, "Regen"@de ; skos:altLabel "shower"@en ; skos:inScheme <s> ;
  skos:definition "Water that falls."@en ; skos:broader <water> ; skos:exactMatch <http://b.example/rain> .
<water> a skos:Concept ; skos:prefLabel "Water"@en ; skos:narrower <rain> ; skos:note "Wet." ; skos:related <ice> .
<ice> a skos:Concept ; skos:prefLabel "Ice"@en ; skos:scopeNote "Cold."@en .
"""
RDF = b"""\
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">
<skos:Concept rdf:about="http://a.example/rain"><skos:prefLabel xml:lang="en">Rain</skos:prefLabel>
<skos:altLabel>shower</skos:altLabel><skos:broader rdf:resource="http://a.example/water"/></skos:Concept>
<skos:Concept rdf:about="http://a.example/water"><skos:prefLabel>Water</skos:prefLabel></skos:Concept></rdf:RDF>
"""
TABLE = b"""\
term,definition,synonyms,broader,source
"Rain","Water, that falls.",shower; drizzle,Water,Almanac
Water,Wet.,,,
"Ice ""cold"" x",Frozen water.,frost,Water,https://a.example/ice
"""
MARKDOWN = b"""\
# Weather

## Rain

Water that *falls*, see [water](#water) and `x`.

**Synonyms**: shower, drizzle

## Water

Wet. $a^2$

| Term | Definition |
|---|---|
| Ice | Frozen [water](https://a.example) |
| Fog | Low. |

**Snow**: white rain

Hail
: Hard rain.
"""
FOREIGN = b"""\
# Figures

A square is a rhombus. So [[rectangle => square]], or [[square + not kite => rhombus : holds]].

Every rectangle is a square. If it is planar, then it is a kite. `[[code]]`, $x$ and [link](https://a.example).
"""
RESTRUCTURED = b"""\
Figures
=======

A square is a rhombus. So [[rectangle => square]].

.. note::

   ``[[code]]``

- one
- two

.. include:: /etc/passwd

.. |a| replace:: square

|a| is a `kite`_.

.. _kite: https://a.example
"""
DRAWING = b"""\
<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
<style>.a{fill:red}</style><defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs>
<g class="a" transform="scale(2)"><path d="M0 0L9 9" fill="url(#g)"/><text x="1" y="2">A &amp; b</text></g>
<a href="https://a.example/"><rect width="3" height="3"/></a><use href="#g"/></svg>
"""
SPACES = {
    "properties/P000001.md": (
        b"---\nuid: P000001\nname: $T_0$\naliases:\n  - Kolmogorov\n---\nPoints of $X$ differ. {P2}\n"
    ),
    "properties/P000002.md": (
        b"---\nuid: P2\nname: Compact\nrefs:\n- doi: 10.1/9\n  name: A book\n---\nSee {{doi:10.1/9}}.\n"
    ),
    "theorems/T000001.md": (
        b"---\nuid: T1\nif:\n  and:\n  - P1: true\n  - P2: false\nthen:\n  P2: true\n---\nImmediate.\n"
    ),
    "spaces/S000001/README.md": (b"---\nuid: S000001\nname: Two points\n---\nLet $X=\\{0,1\\}$. <b>Discrete</b>.\n"),
    "spaces/S000001/properties/P000002.md": (b"---\nspace: S1\nproperty: P2\nvalue: true\n---\nBy {S1|P1}.\n"),
}
"""A folder in the form of π-Base, by the paths in it."""
