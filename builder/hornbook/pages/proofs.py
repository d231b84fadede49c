"""Sentences, implications, proofs and models as HTML."""

from collections.abc import Iterable, Sequence

from hornbook.addresses import framework_address, relative, source_address
from hornbook.logic import Answer, Literal, Model, Proof, StepKind, SufficientSets
from hornbook.model import Citation, Evidence, Framework, Implication
from hornbook.model.author_names import authors_of
from hornbook.pages.context import Context, Lit
from hornbook.pages.html import EMPTY, Html, join, listing, tag
from hornbook.pages.marks import chip
from hornbook.pages.prose_html import Section, prose_html
from hornbook.pages.sentence_html import sentence_html
from hornbook.reasoning.outcomes import apart
from hornbook.reasoning.scopes import Setting, record_of
from hornbook.reasoning.sentences import (
    Named,
    Sentence,
    implication_in_words,
    joined,
    name_of,
    phrase,
    proof_text,
)


def citation_html(context: Context, citation: Citation, at: str) -> Html:
    """A source and the place in it, linked to the bibliography."""
    source = context.knowledge.sources[citation.ref]
    first, *others = authors_of(source).names or (source.title,)
    who = first if isinstance(first, str) else f"{first.particle} {first.family}".strip()
    who += " et al." if others else ""
    year = f" {source.issued[:4]}" if source.issued else ""
    where = f", {citation.at}" if citation.at else ""
    return tag("a", f"{who}{year}{where}", href=relative(at, source_address(source.id)), class_="kb-cite")


def implication_html(context: Context, framework: Framework, implication: Implication, section: Section) -> Html:
    """An implication in words, with its reason, its source, and whether it was inferred."""
    words = sentence_html(implication_in_words(context.knowledge, framework, implication), section.at)
    link = relative(section.at, framework_address(framework.id, implication.id))
    origin = [tag("a", implication.id, href=link, class_="kb-by")]
    if implication.evidence is Evidence.INFERRED:
        origin.append(chip("inferred", "inferred"))
    origin.append(citation_html(context, implication.source, section.at))
    reason = prose_html(context.knowledge, context.finder, implication.because, section)
    note = prose_html(context.knowledge, context.finder, implication.note, section)
    return join(
        tag("p", words, class_="kb-statement"),
        tag("p", *origin, class_="kb-origin"),
        tag("div", reason, class_="kb-because") if reason else EMPTY,
        tag("div", note, class_="kb-note") if note else EMPTY,
    )


def proof_html(
    context: Context, setting: Setting, proof: Proof, at: str, name: str, shown: Sequence[Implication] | None = None
) -> Html:
    """A proof: what is given in one line, then a numbered line for each thing concluded, and its path lit.

    `name` is unique on the page. The drawing shows the implications `shown`, or just those that the proof uses.
    """
    written = proof_text(context.knowledge, setting, proof)
    given = sentence_html(joined(written.given), at) if written.given else "nothing"
    lines = []
    for line in written.lines:
        source: Html = EMPTY
        record = record_of(setting, line.step.clause) if line.step.clause else None
        if isinstance(record, Implication):
            source = tag("span", citation_html(context, record.source, at), class_="kb-source")
        depth = f"kb-depth-{min(line.depth, 4)}" if line.depth else None
        established = str(line.step.literal) if line.step.literal and not line.depth else ""
        lines.append(
            tag(
                "li",
                sentence_html(line.sentence, at),
                " ",
                source,
                class_=depth,
                data_kb_literal=established,
                data_kb_by=record.id if record else "",
            )
        )
    body = tag("ol", *lines, class_="kb-steps") if lines else tag("p", "It is among what is given.")
    return tag(
        "div",
        tag("p", tag("strong", "Given: "), given, "."),
        _path(context, setting, proof, at, name, shown),
        body,
        class_="kb-proof",
    )


def _path(
    context: Context, setting: Setting, proof: Proof, at: str, name: str, shown: Sequence[Implication] | None
) -> Html:
    """The drawing of a proof, all of its path lit; a script can light it step by step."""
    lit = lit_by(setting, proof)
    used = [one for one in setting.implications if one.id in lit.implications]
    wanted = shown if shown and all(one in shown for one in used) else used
    drawn = context.drawings.proof(setting.framework, wanted, lit, at, name) if used else None
    given = ",".join(map(str, sorted(lit.given)))
    return EMPTY if drawn is None else tag("div", drawn, class_="kb-path kb-scroll", data_kb_given=given)


def models_html(context: Context, setting: Setting, answer: Answer, asked: Iterable[Literal], at: str) -> Html:
    """The two models of an open question side by side; what no column says holds, fails."""
    models = [model for model in (answer.model_with, answer.model_without) if model is not None]
    first = [literal.atom for literal in asked]
    shown = [*dict.fromkeys(first), *sorted(_worth_showing(context, setting, models) - set(first))]
    rows = []
    for atom in shown:
        name = sentence_html(_atom_words(context, setting, atom), at)
        values = [_value(model, atom) for model in models]
        rows.append(tag("tr", tag("th", name, scope="row"), *values))
    head = tag(
        "tr",
        tag("th", "Statement", scope="col"),
        tag("th", "A model where it holds", scope="col"),
        tag("th", "A model where it fails", scope="col"),
    )
    table = tag("table", tag("thead", head), tag("tbody", *rows), class_="kb-models")
    lead = "Both columns satisfy every implication of the scope, and what is given."
    rest = " Everything else that the framework knows of fails in both." if len(shown) < len(models[0]) else ""
    return tag("div", tag("p", lead + rest), tag("div", table, class_="kb-scroll"), class_="kb-models-box")


def sets_html(context: Context, setting: Setting, sets: SufficientSets, at: str) -> Html:
    """Minimal sufficient sets as a list, conditions apart from the rest."""
    items = []
    for literals in sets.sets:
        rest, assumed = apart(setting, literals)
        words = _names(context, setting, rest, at)
        if assumed:
            conditions = joined(phrase(context.knowledge, setting.framework, literal) for literal in assumed)
            words = join(words, (", " if rest else ""), "assuming that ", sentence_html(conditions, at))
        items.append(words)
    capped = EMPTY if sets.complete else tag("p", f"Only the first {len(sets.sets)} sets are listed.")
    return join(listing(items, "kb-sets"), capped)


def lit_by(setting: Setting, proof: Proof) -> Lit:
    """What a proof lights on a drawing."""
    given = frozenset(step.literal for step in proof.steps if step.kind is StepKind.GIVEN and step.literal)
    all_concluded = frozenset(step.literal for step in proof.steps if step.literal and not step.under)
    used = frozenset(record_of(setting, step.clause).id for step in proof.steps if step.clause)
    return Lit(given, all_concluded - given, used)


def _names(context: Context, setting: Setting, literals: Iterable[Literal], at: str) -> Html:
    sentences = []
    for literal in literals:
        words = _atom_words(context, setting, literal.atom)
        sentences.append(words if literal.holds else ("no ", *words))
    return sentence_html(joined(sentences), at)


def _atom_words(context: Context, setting: Setting, atom: str) -> Sentence:
    name = name_of(context.knowledge, setting.framework, atom)
    return (Named(atom, name),) if atom in context.knowledge.terms else (name,)


def _worth_showing(context: Context, setting: Setting, models: list[Model]) -> set[str]:
    terms = context.knowledge.terms
    return {atom for atom in setting.theory.atoms if atom in terms or any(model[atom] for model in models)}


def _value(model: Model, atom: str) -> Html:
    sign, word = ("✓", "holds") if model[atom] else ("✗", "fails")
    shown = tag("span", sign, class_="kb-sign", aria_hidden="true")
    return tag("td", shown, f" {word}", class_=f"kb-{word}")
