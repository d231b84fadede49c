"""The addresses of records and of their parts, and the words of links to them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from hornbook.addresses.fixed import AROUND, VIEWS
from hornbook.addresses.former import former_ids, former_names
from hornbook.kinds import (
    DISAGREEMENT,
    EXAMPLE,
    EXPLORER,
    FAQ,
    FRAMEWORK,
    LINKED,
    QUESTION,
    SHARED_CLAIM,
    SOURCE,
    STATED,
    TERM,
    VIEW,
    Kind,
    Part,
    parts_of,
)
from hornbook.language import say
from hornbook.logic import Literal
from hornbook.model import Claim, HandwrittenPage, KnowledgeBase, PictureForm, Scope, Shape, SourceForm
from hornbook.model.outside import OutsideTerm, outside_name


@dataclass(frozen=True, slots=True)
class Anchored:
    """A part of a record, and its place on the record's page."""

    part: Part
    value: Any
    number: int
    """Among its like in the same list, from 1."""
    anchor: str
    former: str | None
    """An anchor that it had before and that leads to it."""
    was: tuple[str, ...] = ()
    """Anchors under the ids that it had before; they lead to it too."""
    framework: str | None = None
    """The one that it is put to here, where its own is another."""

    @property
    def anchors(self) -> tuple[str, ...]:
        """Every anchor that leads to it, the present one first."""
        return tuple(dict.fromkeys((self.anchor, *((self.former,) if self.former else ()), *self.was)))

    @property
    def earlier(self) -> tuple[str, ...]:
        """Every anchor that leads to it but the present one."""
        return self.anchors[1:]

    def within(self, framework: str, formers: Iterable[str] = ()) -> "Anchored":
        """The place of the same question put to a framework, which had other ids before (`formers`)."""
        former = None if self.former is None else f"{self.former}-in-{framework}"
        names = (framework, *formers)
        was = tuple(f"{one}-in-{name}" for one in self.anchors for name in names)
        return replace(self, anchor=f"{self.anchor}-in-{framework}", former=former, was=was, framework=framework)


def record_address(kind: Kind, name: str, anchor: str | None = None) -> str:
    """The page of the record of this kind and id, or a place on it."""
    assert kind.address is not None
    return kind.address.format(name) + (f"#{anchor}" if anchor else "")


def term_address(term: str) -> str:
    """The page of a term."""
    return record_address(TERM, term)


def framework_address(framework: str, part: str | None = None) -> str:
    """The page of a framework, or one of its implications, facts, choices, lists or tables on it."""
    return record_address(FRAMEWORK, framework, part)


def explore_address(scope: Scope, given: Iterable[Literal] = (), goal: Literal | None = None) -> str:
    """The explorer of a scope, with what is taken as given and the goal; the script reads them from the fragment."""
    page = view_address(scope.view) if scope.view is not None else EXPLORER.format(scope.framework)
    known = sorted(given)
    parts = {
        "holds": ",".join(one.atom for one in known if one.holds),
        "fails": ",".join(one.atom for one in known if not one.holds),
        "goal": "" if goal is None else ("" if goal.holds else "!") + goal.atom,
    }
    state = "&".join(f"{key}={value}" for key, value in parts.items() if value)
    return f"{page}#{state}" if state else page


def view_address(view: str) -> str:
    """The page of a view or a chain."""
    return record_address(VIEW, view)


def drawing_address(name: str, form: PictureForm | SourceForm, shape: Shape = Shape.NORMAL) -> str:
    """A file of the drawing of a view or a chain: `diagrams/ID.narrow.dark.svg`."""
    return f"{VIEWS}{name}{shape.suffix}.{form}"


def neighbourhood_address(framework: str, term: str, form: PictureForm) -> str:
    """A file of what stands around a term in a framework."""
    return f"{AROUND}{framework}/{term}.{form}"


def faq_address(faq: str) -> str:
    """The page of a question."""
    return record_address(FAQ, faq)


def example_address(example: str) -> str:
    """The page of an example."""
    return record_address(EXAMPLE, example)


def question_address(question: str) -> str:
    """A question on the page of the quiz."""
    return record_address(QUESTION, question)


def disagreement_address(disagreement: str) -> str:
    """The page of a disagreement."""
    return record_address(DISAGREEMENT, disagreement)


def source_address(source: str, statement: str | None = None) -> str:
    """The page of a source, or one of its statements on it."""
    return record_address(SOURCE, source, STATED.anchor.format(statement) if statement else None)


def page_address(path: str) -> str:
    """The address of a hand-written page, given its file in `docs/`; engines take `README.md` for an `index.md`."""
    folder, slash, name = path.removesuffix(".md").rpartition("/")
    return folder + slash + ("" if name in {"index", "README"} else f"{name}/")


def docs_address(path: str) -> str:
    """The address of a file of `docs/` or of the builder's, pages and others, as files are called there."""
    return page_address(path) if path.endswith(".md") else path


def page_title(knowledge: KnowledgeBase, page: HandwrittenPage) -> str:
    """What a hand-written page is called: the title that it gives, its first heading, or else its address."""
    if page.title is not None:
        return page.title
    words = (
        heading.words(lambda target: title_of(knowledge, target)) for heading in page.headings if heading.level == 1
    )
    return next(words, page_address(page.path).rstrip("/") or say("Home"))


def address_of(knowledge: KnowledgeBase, target: str) -> str:
    """The page that `[[target]]` leads to."""
    found = _linked(knowledge, target)
    assert found is not None
    kind, _ = found
    return record_address(kind, target)


def outside_term(knowledge: KnowledgeBase, target: str) -> OutsideTerm | None:
    """The term of another glossary that `other:term` names; None for an id of our own."""
    named = outside_name(target)
    return None if named is None else knowledge.outside[named[0]].terms[named[1]]


def title_of(knowledge: KnowledgeBase, target: str) -> str:
    """The words that `[[target]]` shows in running text; of a term of another glossary, its label."""
    foreign = outside_term(knowledge, target)
    if foreign is not None:
        return foreign.label
    found = _linked(knowledge, target)
    assert found is not None
    return title_of_record(*found)


def title_of_record(kind: Kind, record: object) -> str:
    """The words for a record of this kind where it is linked or listed."""
    assert kind.title is not None
    words = kind.title.format(record)
    return say(kind.known_as, title=words) if kind.known_as else words


def anchors_of(knowledge: KnowledgeBase, kind: Kind, record: object) -> Iterator[Anchored]:
    """The parts of a record that have a place on its page; what leads to several of them leads to the first."""
    found = [one for part in parts_of(kind) for one in _anchors(knowledge, part, _held(knowledge, part, record), ("",))]
    taken = {anchor for one in found for anchor in (one.anchor, one.former)}
    for one in found:
        was = tuple(anchor for anchor in dict.fromkeys(one.was) if anchor not in taken)
        taken.update(was)
        yield replace(one, was=was) if was != one.was else one


def places_on(knowledge: KnowledgeBase, kind: Kind, record: object) -> Iterator[Anchored]:
    """The parts of a record that have a place on its page, and its shared claims as every framework is asked them."""
    for one in anchors_of(knowledge, kind, record):
        yield one
        if one.part is SHARED_CLAIM:
            for framework in asked_in(knowledge, one.value):
                yield one.within(framework, former_ids(knowledge, FRAMEWORK, framework))


def asked_in(knowledge: KnowledgeBase, claim: Claim) -> list[str]:
    """The frameworks that can be asked what a claim asks: those that have all of its atoms."""
    atoms = {literal.atom for literal in (*claim.given, claim.goal)}
    return [framework.id for framework in knowledge.frameworks.values() if atoms <= framework.atoms]


def part_address(knowledge: KnowledgeBase, kind: Kind, name: str, value: object) -> str:
    """The place of one part of a record, such as one of its claims, on the record's page."""
    parts = anchors_of(knowledge, kind, knowledge.by_id(kind.declaration)[name])
    return record_address(kind, name, next(one.anchor for one in parts if one.value is value))


def _linked(knowledge: KnowledgeBase, target: str) -> tuple[Kind, Any] | None:
    """What `[[target]]` leads to: its kind and the record."""
    for kind in LINKED:
        record = knowledge.by_id(kind.declaration).get(target)
        if record is not None:
            return kind, record
    return None


def _anchors(
    knowledge: KnowledgeBase, part: Part, values: Iterable[Any], before: tuple[str, ...]
) -> Iterator[Anchored]:
    """The places of parts; `before` is what their anchors begin with, the present form first, then former ones."""
    met: Counter[str] = Counter()
    for number, value in enumerate(values, 1):
        name = getattr(value, part.key) if isinstance(part.key, str) else part.key(value)
        met[name] += 1
        again = f"-{met[name]}" if met[name] > 1 else ""
        names = (name, *former_names(knowledge, part, value))
        anchor, *was = (f"{start}{part.anchor.format(one)}{again}" for start in before for one in names)
        formers = () if part.former is None else [f"{start}{part.former.format(number)}" for start in before]
        yield Anchored(part, value, number, anchor, next(iter(formers), None), (*formers[1:], *was))
        for inner in parts_of(part):
            assert inner.field is not None
            yield from _anchors(knowledge, inner, getattr(value, inner.field), (anchor, *was))


def _held(knowledge: KnowledgeBase, part: Part, record: Any) -> Iterable[Any]:  # noqa: ANN401 - of any kind
    if part.field is not None:
        held: Iterable[Any] = getattr(record, part.field)
        return held
    return knowledge.statements.get(record.id, ())
