"""Everything that one positioned record refers to, and the texts and claims in it, parsed."""

from collections.abc import Iterator
from dataclasses import dataclass

from hornbook.diagnostics import Diagnostic, Place
from hornbook.load.bracket_contents import read_claim
from hornbook.load.claim_records import ClaimRecord
from hornbook.load.leaves import LONGEST_PROSE, ClaimText, LiteralText, Markdown, Ref
from hornbook.load.prose import parse_prose
from hornbook.load.record_parts import Record
from hornbook.load.record_walk import FoundLeaf, FoundRecord, walk
from hornbook.load.references import References
from hornbook.load.situation_records import AnswerRecord
from hornbook.load.yaml_values import YamlMapping, YamlScalar, YamlValue
from hornbook.logic import Literal
from hornbook.model import Claim, Prose
from hornbook.model.notation import parse_literal


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts and the claims in notation of a record, by the place where each begins."""

    prose: dict[Place, Prose]
    claims: dict[Place, Claim]


def check_tree(record: type[Record], value: YamlValue, framework: str, references: References) -> Texts:
    """Check all references of one record; `framework` is the one that its words belong to unless it says so."""
    texts = Texts({}, {})
    for found in walk(record, value, framework):
        match found:
            case FoundRecord(record=kind, value=group) if kind is ClaimRecord:
                for diagnostic in _scope_clash(group, references):
                    references.report(diagnostic)
            case FoundRecord(record=kind, value=group) if kind is AnswerRecord:
                _check_option(group, references)
            case FoundLeaf():
                _check_leaf(found, found.framework or framework, texts, references)
            case _:
                pass
    return texts


def _check_leaf(found: FoundLeaf, framework: str, texts: Texts, references: References) -> None:
    scalar = found.scalar
    match found.leaf:
        case Ref("option"):
            pass  # asked together with the question that offers it
        case Ref(kind):
            _check_id(kind, scalar, framework, references)
        case LiteralText(kind, or_impossible):
            literal = parse_literal(scalar.text)
            if isinstance(literal, Literal) and not (or_impossible and scalar.text == "impossible"):
                start = scalar.text.rindex(literal.atom)
                references.check(kind, literal.atom, scalar.part(start, start + len(literal.atom)), framework)
        case Markdown() if len(scalar.text) <= LONGEST_PROSE:
            texts.prose[scalar.place] = parse_prose(scalar.text, scalar.place, scalar.part, framework, references)
        case ClaimText():
            claim = read_claim(scalar.text, 0, scalar.part, framework, references)
            if claim:
                texts.claims[scalar.place] = claim
        case _:
            pass


def _check_option(group: YamlMapping, references: References) -> None:
    question, option = group.text("question"), group.text("answer")
    if question is not None and option is not None and option.text:
        references.check_option(question.text, option.text, option.part(0, len(option.text)))


def _check_id(kind: str, scalar: YamlScalar, framework: str, references: References) -> None:
    if scalar.text:
        references.check(kind, scalar.text, scalar.part(0, len(scalar.text)), framework)


def _scope_clash(group: YamlMapping, references: References) -> Iterator[Diagnostic]:
    view, framework = group.text("view"), group.text("framework")
    if view is None or framework is None:
        return
    actual = references.known.view_frameworks.get(view.text)
    if actual is not None and actual != framework.text and framework.text in references.known.linked:
        message = f"`{view.text}` is a view of `{actual}`, not of `{framework.text}`"
        yield Diagnostic(view.place, "reference-kind", message, hint="leave out the framework; the view says it")
