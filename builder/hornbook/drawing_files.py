"""Drawings as files: of views, chains, frameworks and neighbourhoods, in the forms that `outputs` names."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile

from hornbook import diagrams
from hornbook.addresses import (
    DRAWING_SCHEMA,
    FRAMEWORK_SHAPES,
    VIEWS,
    ViewPart,
    divided,
    drawing_address,
    framework_address,
    framework_drawings,
    neighbourhood_address,
    place_in_framework,
    term_address,
    view_address,
    view_part_address,
)
from hornbook.cache import NOTHING_KEPT, NoCache
from hornbook.diagrams import Credit, Diagram, Neighbourhoods
from hornbook.diagrams.data import data_schema
from hornbook.diagrams.forms import Subject, needs_fonts, written
from hornbook.diagrams.values import Addresses
from hornbook.language import later, say
from hornbook.model import Chain, Framework, Implication, KnowledgeBase, PictureForm, Shape, SourceForm, View
from hornbook.reasoning.proof_path import Lit
from hornbook.reasoning.sentences import implication_in_words, names_of, plain
from hornbook.reasoning.view_parts import part_name
from hornbook.spread import spread

_SVG = tuple(form for form in PictureForm if form.kind == "svg")


def drawn_files(knowledge: KnowledgeBase, cache: NoCache = NOTHING_KEPT) -> dict[str, bytes]:
    """All files of drawings, by address. What is too large is not drawn, nor painted what the fonts cannot write."""
    makers = file_makers(knowledge, cache)
    files = {name: data for made in spread(lambda one: one.make(), makers) for name, data in made.items()}
    return files | files_made_here(knowledge, cache)


@dataclass(frozen=True, slots=True)
class Maker:
    """What makes some files of drawings, by address, and the page that they belong to."""

    page: str
    make: Callable[[], dict[str, bytes]]


def file_makers(knowledge: KnowledgeBase, cache: NoCache = NOTHING_KEPT) -> list[Maker]:
    """What makes the files of drawings that any process can make."""
    drawn = [Maker(view_address(one.id), partial(_files, knowledge, cache, one)) for one in _pictured(knowledge)]
    drawn_around = knowledge.frameworks.values() if _forms_of_neighbourhoods(knowledge) else ()
    found = {one.id: diagrams.neighbourhoods_of(knowledge, one) for one in drawn_around}
    around = [
        Maker(term_address(term), partial(_neighbourhood_files, knowledge, cache, found, term))
        for term in dict.fromkeys(term for one in found.values() for term in one.drawn)
    ]
    whole = [
        Maker(framework_address(one.id), partial(_framework_files, knowledge, cache, one, name))
        for one in knowledge.frameworks.values()
        for name in framework_drawings(one)
    ]
    return [*drawn, *whole, *around]


def files_made_here(knowledge: KnowledgeBase, cache: NoCache = NOTHING_KEPT) -> dict[str, bytes]:
    """The files of drawings that this process alone can make: what makes PDF has threads, which no copy of it has."""
    pieces = [piece for one in _pictured(knowledge) for piece in _of(knowledge, one)]
    if any(map(_is_pdf, knowledge.glossary.outputs.frameworks)):
        pieces += _of_frameworks(knowledge)
    made = {piece.address: _made(cache, piece) for piece in pieces if _is_pdf(piece.form)}
    return {DRAWING_SCHEMA: data_schema().encode(), **made}


def _files(knowledge: KnowledgeBase, cache: NoCache, one: View | Chain) -> dict[str, bytes]:
    return {piece.address: _made(cache, piece) for piece in _of(knowledge, one) if not _is_pdf(piece.form)}


def _framework_files(knowledge: KnowledgeBase, cache: NoCache, framework: Framework, name: str) -> dict[str, bytes]:
    pieces = _of_framework(knowledge, framework, name)
    return {piece.address: _made(cache, piece) for piece in pieces if not _is_pdf(piece.form)}


def _neighbourhood_files(
    knowledge: KnowledgeBase, cache: NoCache, found: Mapping[str, Neighbourhoods], term: str
) -> dict[str, bytes]:
    """The files of a term's neighbourhood in every framework that mentions it.

    What a framework takes over as it is has one drawing: that of the framework whose it is, which is credited.
    """
    homes = {name: _drawn_in(knowledge.frameworks[name], found, term) for name in found if term in found[name].touching}
    drawn = {home.id: home for home in homes.values()}.values()
    made = {home.id: _neighbourhood_drawn(knowledge, cache, home, found[home.id], term) for home in drawn}
    return {
        neighbourhood_address(name, term, form): data
        for name, home in homes.items()
        for form, data in made[home.id].items()
    }


def _drawn_in(framework: Framework, found: Mapping[str, Neighbourhoods], term: str) -> Framework:
    """The farthest of the frameworks that one extends, itself among them, in which the neighbourhood is the same."""
    alike = takewhile(lambda base: found[framework.id].shows_like(found[base.id], term), framework.bases)
    return [framework, *alike][-1]


def _neighbourhood_drawn(
    knowledge: KnowledgeBase, cache: NoCache, framework: Framework, found: Neighbourhoods, term: str
) -> dict[PictureForm, bytes]:
    subject = _around(knowledge, framework, found, term)
    return {
        form: _made(cache, _File(neighbourhood_address(framework.id, term, form), subject, form, Shape.NARROW))
        for form in _forms_of_neighbourhoods(knowledge)
        if _can_be_written(subject, form)
    }


def _forms_of_neighbourhoods(knowledge: KnowledgeBase) -> tuple[PictureForm, ...]:
    return tuple(dict.fromkeys(knowledge.glossary.outputs.neighbourhoods))


@dataclass(frozen=True, slots=True)
class _File:
    """One file that is to be written."""

    address: str
    subject: Subject
    form: PictureForm | SourceForm
    shape: Shape

    @property
    def made_from(self) -> str:
        """All that what stands in it depends on, the same in every run."""
        subject = self.subject
        leads = subject.addresses.of_all(subject.diagram)
        said = (subject.credit, subject.lang, subject.schema, subject.lit and subject.lit.in_order, subject.search)
        return repr((subject.diagram, leads, said, self.form, self.shape))


def _made(cache: NoCache, file: _File) -> bytes:
    """What stands in a file."""
    if not cache.keeps:
        return written(file.subject, file.form, file.shape)
    return cache.remembered("drawing file", (file.made_from,), lambda: written(file.subject, file.form, file.shape))


def _is_pdf(form: PictureForm | SourceForm) -> bool:
    return isinstance(form, PictureForm) and form.kind == "pdf"


def files_of_drawing(knowledge: KnowledgeBase, name: str) -> list[str]:
    """The addresses of the files of a view, of a chain, or of a drawing of a framework, by the name of its files."""
    framework = knowledge.frameworks.get(name.partition(".")[0])
    if framework is not None:
        return [file.address for file in _of_framework(knowledge, framework, name)]
    one = knowledge.views.get(name) or knowledge.chains[name]
    return [file.address for file in _of(knowledge, one)]


def texts_of_drawing(knowledge: KnowledgeBase, name: str) -> dict[str, str]:
    """What the same is as text for Graphviz and Mermaid, by the end of the file's name, as far as `outputs` says."""
    framework = knowledge.frameworks.get(name.partition(".")[0])
    if framework is not None:
        subject = _framework_subject(knowledge, framework, name)
    else:
        subject = subject_of(knowledge, knowledge.views.get(name) or knowledge.chains[name])
    forms = (form for form in (SourceForm.MERMAID, SourceForm.DOT) if form in knowledge.glossary.outputs.sources)
    return {} if subject.diagram.too_large else {form.value: written(subject, form).decode() for form in forms}


def _of(knowledge: KnowledgeBase, one: View | Chain) -> Iterator[_File]:
    outputs, subject = knowledge.glossary.outputs, subject_of(knowledge, one)
    asked: list[tuple[PictureForm | SourceForm, Shape]] = [
        (form, shape) for shape in Shape for form in outputs.forms(shape)
    ]
    asked += [(source, Shape.NORMAL) for source in dict.fromkeys(outputs.sources)]
    for form, shape in asked:
        if _can_be_written(subject, form):
            yield _File(drawing_address(one.id, form, shape), subject, form, shape)


def kept_drawings(knowledge: KnowledgeBase) -> Mapping[str, View | Chain]:
    """The names that a drawing kept beside its view may have, each with the view or chain that gives it."""
    return {
        drawing_address(one.id, form, shape).removeprefix(VIEWS): one
        for one in _pictured(knowledge)
        for shape in Shape
        for form in _SVG
    }


def kept_drawing(knowledge: KnowledgeBase, one: View | Chain, name: str, cache: NoCache = NOTHING_KEPT) -> bytes | None:
    """The drawing of this name as it is now; None where it is too large."""
    subject = subject_of(knowledge, one)
    if subject.diagram.too_large:
        return None
    named = {drawing_address(one.id, form, shape): (form, shape) for shape in Shape for form in _SVG}
    return _made(cache, _File(VIEWS + name, subject, *named[VIEWS + name]))


def _pictured(knowledge: KnowledgeBase) -> list[View | Chain]:
    return [*knowledge.views.values(), *knowledge.chains.values()]


def subject_of(knowledge: KnowledgeBase, one: View | Chain) -> Subject:
    """What the files of a view or a chain show and say."""
    diagram = view_diagram(knowledge, one) if isinstance(one, View) else diagrams.chain_of(knowledge, one)
    framework = knowledge.frameworks[one.framework]
    subject = _subject(knowledge, framework, diagram, view_address(one.id), search=True)
    if isinstance(one, Chain) or divided(knowledge, one) is None:
        return subject
    return replace(subject, addresses=_whole_addresses(knowledge, addresses_of_view(knowledge, one)))


def _whole_addresses(knowledge: KnowledgeBase, leads: Addresses) -> Addresses:
    """Addresses from the root of the site as whole ones."""
    site, of_implication = knowledge.glossary.site_url, leads.of_implication
    return Addresses(
        of_term=lambda term: f"{site}{leads.of_term(term)}",
        of_implication=None if of_implication is None else lambda one: f"{site}{of_implication(one)}",
    )


def _framework_subject(knowledge: KnowledgeBase, framework: Framework, name: str) -> Subject:
    """What the files of one of a framework's drawings show and say."""
    parts = framework_drawings(framework)
    title = title_of_part(framework, [*parts].index(name) + 1, len(parts))
    diagram = diagram_in(knowledge, framework, parts[name], name.replace(".", "-"), title, None)
    return _subject(knowledge, framework, diagram, framework_address(framework.id), search=True)


def framework_subject(knowledge: KnowledgeBase, framework: Framework) -> Subject:
    """What one drawing of everything that a framework implies shows and says."""
    diagram = diagram_in(
        knowledge, framework, framework.all_implications, framework.id, title_of_part(framework, 1, 1), None
    )
    return _subject(knowledge, framework, diagram, framework_address(framework.id), search=True)


def title_of_part(framework: Framework, number: int, parts: int) -> str:
    """The title of one of so many drawings of a framework."""
    if parts == 1:
        return say("Implications of {framework}", framework=framework.label)
    message = later("Implications of {framework}, part {number} of {parts}")
    return say(message, framework=framework.label, number=number, parts=parts)


def neighbourhoods(knowledge: KnowledgeBase, framework: Framework) -> dict[str, Subject]:
    """What the files of all neighbourhoods in a framework show and say, by the term."""
    found = diagrams.neighbourhoods_of(knowledge, framework)
    return {term: _around(knowledge, framework, found, term) for term in found.drawn}


def _around(knowledge: KnowledgeBase, framework: Framework, found: Neighbourhoods, term: str) -> Subject:
    diagram = replace(found.of(term), id=f"{framework.id}-{term}")
    return _subject(knowledge, framework, diagram, term_address(term), search=False)


def proof_subject(
    knowledge: KnowledgeBase, framework: Framework, implications: Sequence[Implication], title: str, lit: Lit
) -> Subject:
    """What a drawing of the implications that a proof uses shows and says."""
    diagram = diagram_in(knowledge, framework, implications, "proof", title, None)
    subject = _subject(knowledge, framework, diagram, framework_address(framework.id), search=True)
    return replace(subject, lit=lit)


def view_diagram(knowledge: KnowledgeBase, view: View) -> Diagram:
    """What a view shows; of a large one an overview of its parts."""
    framework = knowledge.frameworks[view.framework]
    whole = divided(knowledge, view)
    if whole is not None:
        return diagrams.overview_of(names_of(knowledge, framework), whole, id=view.id, title=view.title, goal=view.goal)
    return diagram_in(knowledge, framework, framework.picked(view.show), view.id, view.title, view.goal)


def part_diagram(knowledge: KnowledgeBase, view: View, part: ViewPart) -> Diagram:
    """What a part of a large view shows."""
    framework = knowledge.frameworks[view.framework]
    title = say("{view}: {part}", view=view.title, part=part_name(names_of(knowledge, framework), part))
    drawn = {atom for one in part.implications for atom in one.atoms}
    goal = view.goal if view.goal in drawn else None
    return diagram_in(knowledge, framework, part.implications, f"{view.id}-{part.number}", title, goal)


def leads_in(framework: Framework) -> Addresses:
    """Where the pieces of a diagram of a framework's implications lead, from the root of the site."""
    return Addresses(of_term=term_address, of_implication=partial(place_in_framework, framework))


def addresses_of_view(knowledge: KnowledgeBase, view: View) -> Addresses:
    """Where the pieces of a view's diagram lead, from the root of the site."""
    framework = knowledge.frameworks[view.framework]
    if divided(knowledge, view) is None:
        return leads_in(framework)
    return Addresses(
        of_term=lambda number: view_part_address(view.id, int(number)),
        of_implication=lambda pair: view_part_address(view.id, int(pair.partition("-")[2])),
    )


def diagram_in(
    knowledge: KnowledgeBase,
    framework: Framework,
    implications: Sequence[Implication],
    name: str,
    title: str,
    goal: str | None,
) -> Diagram:
    """What some implications of a framework show, described by the sentences that pages use."""
    names = names_of(knowledge, framework)
    said = " ".join(plain(implication_in_words(names, one)) for one in implications)
    return diagrams.diagram_of(knowledge, framework, implications, id=name, title=title, description=said, goal=goal)


def _subject(
    knowledge: KnowledgeBase, framework: Framework, diagram: Diagram, address: str, *, search: bool
) -> Subject:
    glossary = knowledge.glossary
    site = glossary.site_url
    return Subject(
        diagram=diagram,
        addresses=_whole_addresses(knowledge, leads_in(framework)),
        credit=Credit(
            author=framework.label,
            publisher=glossary.title,
            address=f"{site}{address}",
            site=site,
            licence=glossary.licence,
        ),
        lang=glossary.lang,
        schema=f"{site}{DRAWING_SCHEMA}",
        search=search,
    )


def _of_frameworks(knowledge: KnowledgeBase) -> Iterator[_File]:
    for framework in knowledge.frameworks.values():
        for name in framework_drawings(framework):
            yield from _of_framework(knowledge, framework, name)


def _of_framework(knowledge: KnowledgeBase, framework: Framework, name: str) -> Iterator[_File]:
    subject = _framework_subject(knowledge, framework, name)
    for shape in FRAMEWORK_SHAPES:
        for form in dict.fromkeys(knowledge.glossary.outputs.frameworks):
            if _can_be_written(subject, form):
                yield _File(drawing_address(name, form, shape), subject, form, shape)


def _can_be_written(subject: Subject, form: PictureForm | SourceForm) -> bool:
    return not subject.diagram.too_large and not (needs_fonts(form) and subject.unpaintable)
