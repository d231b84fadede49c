"""Measure drawings: of the neighbourhoods of a generated vocabulary, against a process of `dot` for each.

Run it as `python -m benchmarks.drawings 200`. It prints milliseconds of processors: for the first drawing (where an
earlier run has left the compiled Graphviz in its cache), for each further one, and for each with a `dot` of its own.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.vocabularies import clustered, write
from hornbook.diagrams import Diagram, Variant, lay_out, neighbourhoods_of, svg_inline
from hornbook.load import load

SIZE = 50


def main(terms: int) -> None:
    """Print the three times; the last is missing where there is no `dot`."""
    diagrams = _diagrams(terms)
    first = _milliseconds(diagrams[:1])
    each = _milliseconds(diagrams[1:]) / (len(diagrams) - 1)
    print(f"{first:.1f} {each:.2f}", end="")
    if shutil.which("dot"):
        print(f" {_by_processes(diagrams) / len(diagrams):.2f}", end="")
    print()


def _diagrams(terms: int) -> list[Diagram]:
    with tempfile.TemporaryDirectory() as folder:
        write(clustered(terms, min(SIZE, terms)), Path(folder))
        knowledge = load(Path(folder)).knowledge
    assert knowledge is not None
    found = [neighbourhoods_of(knowledge, one) for one in knowledge.frameworks.values()]
    return [around.of(term) for around in found for term in around.drawn]


def _milliseconds(diagrams: list[Diagram]) -> float:
    begun = time.process_time()
    for diagram in diagrams:
        svg_inline(lay_out(diagram, Variant.NARROW, search=False), lambda term: term, "")
    return 1000 * (time.process_time() - begun)


def _by_processes(diagrams: list[Diagram]) -> float:
    """The same boxes and lines, as SVG, by a `dot` for each drawing."""
    begun = os.times()
    for diagram in diagrams:
        subprocess.run(["dot", "-Tsvg"], input=_graph(diagram), stdout=subprocess.DEVNULL, text=True, check=True)  # noqa: S607 - whichever there is
    ended = os.times()
    return 1000 * (ended.children_user - begun.children_user + ended.children_system - begun.children_system)


def _graph(diagram: Diagram) -> str:
    boxes = "".join(f'"{box.atom}" [label="{box.label}" shape=box];\n' for box in diagram.boxes)
    pills = "".join(f'"{pill.implication}" [label="{pill.label}"];\n' for pill in diagram.pills)
    lines = "".join(
        f'"{line.source.atom if line.source else line.implication}" -> '
        f'"{line.target.atom if line.target else line.implication}";\n'
        for line in diagram.lines
    )
    return f"digraph {{ rankdir=BT; node [fontname=Helvetica];\n{boxes}{pills}{lines}}}"


if __name__ == "__main__":
    main(int(sys.argv[1]))
