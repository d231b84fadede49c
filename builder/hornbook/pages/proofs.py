"""Implications, proofs, models and sufficient sets as HTML."""

import json
from collections.abc import Iterable, Mapping, Sequence

from hornbook.addresses import CHECKER, place_in_framework, relative
from hornbook.language import later, later_many, say, say_many
from hornbook.logic import Answer, Literal, Proof, SufficientSets
from hornbook.model import Evidence, Implication
from hornbook.pages.figures import picture_html
from hornbook.pages.html import EMPTY, Html, folded, join, listing, say_html, say_many_html, table, tag
from hornbook.pages.marks import chip, value_cell
from hornbook.pages.page import Page
from hornbook.provers import replayable
from hornbook.reasoning.connections import connected
from hornbook.reasoning.outcomes import apart
from hornbook.reasoning.presuppositions import applying_in
from hornbook.reasoning.proof_path import lit_by
from hornbook.reasoning.proof_text import ProofLine, proof_text
from hornbook.reasoning.scopes import Setting, record_of
from hornbook.reasoning.sentences import OR, Names, Sentence, implication_in_words, joined

_MOST_ROWS = 30
"""So many rows of what differs between situations, or of what does not, can be read."""


def implication_html(page: Page, names: Names, implication: Implication) -> Html:
    """An implication in words, with its reason, its source, and whether it was inferred."""
    address = place_in_framework(page.knowledge.frameworks[names.framework], implication.id)
    origin = [page.link(address, say("Implication"), class_="kb-cite")]
    if implication.evidence is Evidence.INFERRED:
        origin.append(chip(say("inferred"), "inferred"))
    origin.append(page.cite_all(implication.sources))
    reason = page.prose(implication.because)
    return join(
        tag("p", page.sentence(implication_in_words(names, implication)), class_="kb-statement"),
        tag("p", *origin, class_="kb-origin"),
        tag("div", reason, class_="kb-because") if reason else EMPTY,
        page.note(implication.note),
    )


def proof_html(
    page: Page, setting: Setting, proof: Proof, name: str, shown: Sequence[Implication] | None = None
) -> Html:
    """A proof: what is given in one line, then a numbered line for each thing concluded, and its path lit.

    `name` is unique on the page. The drawing shows the implications `shown`, or just those that the proof uses.
    """
    written = proof_text(setting, proof)
    # Words: stands behind "Given:"
    given = page.sentence(joined(written.given)) if written.given else say("nothing")
    lines = [_line(page, setting, line) for line in written.lines]
    return tag(
        "div",
        tag("p", tag("strong", say("Given:"), " "), given, "."),
        _path(page, setting, proof, name, shown),
        tag("ol", *lines, class_="kb-steps") if lines else tag("p", say("It is among what is given.")),
        class_="kb-proof",
        data_kb_proof=json.dumps(replayable(setting.theory, proof), separators=(",", ":")) if lines else None,
        data_kb_checker=relative(page.at, CHECKER) if lines else None,
    )


def proof_title(proof: Proof, what: str | None = None) -> str:
    """What stands over a folded proof, in the language that is spoken; "The proof" where nothing is said."""
    count = sum(1 for step in proof.steps if step.clause)
    return say_many("{title} ({count} step)", "{title} ({count} steps)", count, title=what or say("The proof"))


def situations_html(page: Page, setting: Setting, answer: Answer, asked: Iterable[Literal]) -> Html:
    """The situations that show a question to be open, side by side: what is asked, then what differs, the rest folded.

    There are two, which differ as little as can be, or one where the other side follows once the words apply. Atoms
    that have nothing to do with the question are left out.
    """
    found = [
        (title, model, applying_in(setting, model).not_applying)
        for title, model in (
            (say("Where it is true"), answer.model_with),
            (say("Where it is false"), answer.model_without),
        )
        if model is not None
    ]
    first = dict.fromkeys(literal.atom for literal in asked)
    others = sorted(connected(setting, first) - first.keys())
    same: list[str] = []
    differing: list[str] = []
    for atom in others:
        values = {_shown_of(atom, model, outside) for _, model, outside in found}
        (differing if len(values) > 1 else same).append(atom)
    titles = (say("Statement"), *(title for title, _, _ in found))
    kind = setting.names.kind

    def rows(atoms: Iterable[str]) -> Html:
        lines = [
            tag(
                "tr",
                tag("th", page.sentence(setting.names.named(atom)), scope="row"),
                *(value_cell(kind(atom), holds=_shown_of(atom, model, outside)) for _, model, outside in found),
            )
            for atom in atoms
        ]
        return table(titles, lines, "kb-models")

    both = len(found) > 1
    lead = say(_BOTH_AGREE if both else _IT_AGREES)
    rest = say("The rest is the same in both") if both else say("The rest")
    # Where there are many, those that hold tell most: in such situations as much as can be fails.
    told = same if len(same) <= _MOST_ROWS else sorted(same, key=lambda atom: not found[0][1][atom])
    remaining = folded(rest, rows(told[:_MOST_ROWS]), _left_out(told[_MOST_ROWS:], _SAME)) if same else EMPTY
    left = _left_out(differing[_MOST_ROWS:], _DIFFER if both else _BELONG)
    shown = join(rows((*first, *differing[:_MOST_ROWS])), left)
    return tag("div", tag("p", lead), shown, remaining, class_="kb-models-box")


_BOTH_AGREE = later("Both agree with all implications that count here and with what is given, so both are possible.")
_IT_AGREES = later("It agrees with all implications that count here and with what is given, so it is possible.")
_DIFFER = later_many("{count} more differs; it is not listed.", "{count} more differ; they are not listed.")
_BELONG = later_many("{count} more belongs to it; it is not listed.", "{count} more belong to it; they are not listed.")
_SAME = later_many("{count} more is the same; it is not listed.", "{count} more are the same; they are not listed.")


def _left_out(atoms: Sequence[str], message: tuple[str, str]) -> Html:
    """How many rows are left out."""
    said = say_many(*message, len(atoms), count=f"{len(atoms):,}")
    return tag("p", said, class_="kb-hint") if atoms else EMPTY


def _shown_of(atom: str, model: Mapping[str, bool], outside: frozenset[str]) -> bool | None:
    """The value of an atom in a situation; None where the word does not apply."""
    return None if atom in outside else model[atom]


def sets_html(page: Page, setting: Setting, sets: SufficientSets) -> Html:
    """Minimal sufficient sets as a list, conditions apart from the rest."""
    return additions_html(page, setting, [(literals, ()) for literals in sets.sets], complete=sets.complete)


def additions_html(
    page: Page, setting: Setting, found: Sequence[tuple[Iterable[Literal], tuple[Literal, ...]]], *, complete: bool
) -> Html:
    """Sets that are enough as a list, each with what else would do in its place; whether these are all."""
    items = []
    for literals, stronger in found:
        item = _set_html(page, setting, literals)
        if stronger:
            others = page.sentence(joined(_said(setting.names, stronger), OR))
            item = say_many_html(*_OR_ELSE, len(stronger), set=item, others=others)
        items.append(item)
    capped = EMPTY if complete else tag("p", say_many(*_ONLY, len(items)) if items else say(_NONE))
    return join(listing(items, "kb-sets") if items else EMPTY, capped)


_OR_ELSE = later_many(
    "{set} (or {others}, which gives it together with what is given)",
    "{set} (or {others}, which give it together with what is given)",
)
_ONLY = later_many("Only this one is listed; there may be more.", "Only these {count} are listed; there may be more.")
_NONE = later("None is listed; there may be more.")


def _set_html(page: Page, setting: Setting, literals: Iterable[Literal]) -> Html:
    rest, assumed = apart(setting, literals)
    words = page.sentence(joined(_said(setting.names, rest)))
    if not assumed:
        return words
    conditions = page.sentence(joined(map(setting.names.phrase, assumed)))
    if not rest:
        return say_html("assuming that {conditions}", conditions=conditions)
    return say_html("{set}, assuming that {conditions}", set=words, conditions=conditions)


def _line(page: Page, setting: Setting, line: ProofLine) -> Html:
    step = line.step
    record = record_of(setting, step.clause) if step.clause else None
    source: Html = EMPTY
    if isinstance(record, Implication):
        source = tag("span", page.cite_all(record.sources), class_="kb-source")
    return tag(
        "li",
        page.sentence(line.sentence),
        " ",
        source,
        class_=f"kb-depth-{min(line.depth, 4)}" if line.depth else None,
        data_kb_literal=str(step.literal) if step.literal and not line.depth else "",
        data_kb_by=record.id if record else "",
    )


def _path(page: Page, setting: Setting, proof: Proof, name: str, shown: Sequence[Implication] | None) -> Html:
    """The drawing of a proof, all of its path lit; a script can light it step by step."""
    lit = lit_by(setting, proof)
    used = setting.picked(lit.implications)
    wanted = shown if shown and all(one in shown for one in used) else used
    drawn = page.drawings.proof(setting.framework, wanted, lit, page.at, name) if used else None
    given = ",".join(map(str, sorted(lit.given)))
    return EMPTY if drawn is None else picture_html(drawn, "kb-path", data_kb_given=given)


def _said(names: Names, literals: Sequence[Literal]) -> list[Sentence]:
    """Terms by their names; by whole phrases where one of them fails, since "no a and b" could be read as no b too."""
    by_name = all(one.holds for one in literals if one.atom in names.terms)
    return [names.named(one.atom) if by_name and one.atom in names.terms else names.phrase(one) for one in literals]
