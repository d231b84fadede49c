"""Views and chains as values of the model; only what is in order comes here."""

from collections.abc import Mapping

from hornbook.load.part_conversion import Context, citation, cited, line, lines, prose, some_prose, text_of
from hornbook.load.picture_records import ChainRecord, LinkRecord, ViewRecord
from hornbook.model import Chain, Citation, Gap, Link, Term, View


def view(context: Context, name: str, record: ViewRecord, source: Citation) -> View:
    """Convert a view; `source` is its framework's source."""
    other = record.equivalent_to
    return View(
        id=name,
        title=line(record.title),
        framework=record.framework.text,
        goal=record.goal.text,
        show=lines(record.show),
        equivalent_to=text_of(other),
        text=some_prose(context, record.text),
        note=some_prose(context, record.note),
        source=cited(record.source, source, record.place),
        was=lines(record.was),
        place=record.place,
        equivalent_to_place=other.place if other else record.place,
    )


def chain(context: Context, name: str, record: ChainRecord, terms: Mapping[str, Term]) -> Chain:
    """Convert a chain; a link without words of its own has its term's name."""
    return Chain(
        id=name,
        title=line(record.title),
        framework=record.framework.text,
        links=tuple(_link(link, terms) for link in record.links),
        gaps=tuple(
            Gap(term=text_of(gap.term), label=line(gap.label) if gap.label else None, place=gap.place)
            for gap in record.gaps
        ),
        text=prose(context, record.text),
        note=some_prose(context, record.note),
        source=citation(record.source),
        was=lines(record.was),
        place=record.place,
    )


def _link(record: LinkRecord, terms: Mapping[str, Term]) -> Link:
    term = text_of(record.term)
    label = line(record.label) if record.label else terms[term].name if term else None
    assert label is not None
    return Link(term=term, label=label, matches=lines(record.matches), place=record.place)
