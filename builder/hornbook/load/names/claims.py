"""Claims in one line, as records and texts hold them: what they name must exist where they are asked."""

from collections.abc import Callable

from hornbook.diagnostics import Code, Diagnostic, Lines, Place, Severity
from hornbook.kinds import FRAMEWORK
from hornbook.load.names.references import References
from hornbook.logic import Literal
from hornbook.model import Claim, Scope
from hornbook.model.notation import NotationProblem, ParsedClaim, parse_claim

CLAIM_NOTATION = Code(
    "claim-notation",
    "A claim in a text does not follow the notation of claims.",
    Lines("glossary/faq/does-rain-wet.yaml", '- "rain => wet-ground : perhaps"', '- "rain => wet-ground : follows"'),
)
FIELD_REPEATED = Code(
    "field-repeated",
    "A list names the same thing twice; once is enough, and something else may have been meant.",
    Lines("glossary/frameworks/weather.yaml", "if: [rain, rain]", "if: [rain]"),
    severity=Severity.WARNING,
)

Where = Callable[[int, int], Place]
"""The place of a stretch of the text that is read."""


def read_claim(text: str, start: int, where: Where, framework: str, references: References) -> Claim | None:
    """Read a claim in notation that begins at the offset `start` of what `where` speaks of."""
    parsed = parse_claim(text)
    if isinstance(parsed, NotationProblem):
        offset = min(parsed.offset, max(0, len(text) - 1))
        meant = references.in_notation(text, framework)
        references.report(
            Diagnostic(
                where(start + offset, start + offset + 1),
                CLAIM_NOTATION,
                f"in this claim {parsed.message}",
                hint=f"write `{meant}`" if meant else parsed.hint,
            )
        )
        return None
    scope = _scope(parsed, start, where, framework, references)
    within = framework if scope is None else scope.framework
    in_order = _check_literals(parsed, start, where, within, references)
    if scope is None or not in_order:
        return None
    whole = where(start, start + len(text))
    verdict_place = whole
    if parsed.verdict_offset is not None:
        verdict_start = start + parsed.verdict_offset
        verdict_place = where(verdict_start, verdict_start + len(parsed.verdict))
    return Claim(
        premises=tuple(dict.fromkeys(parsed.premises)),
        assuming=tuple(dict.fromkeys(parsed.assuming)),
        goal=parsed.goal,
        verdict=parsed.verdict,
        scope=scope,
        place=whole,
        verdict_place=verdict_place,
    )


def _check_literals(parsed: ParsedClaim, start: int, where: Where, framework: str, references: References) -> bool:
    """Tell whether every literal names an atom; one that is given twice is reported, but may stand."""
    literals = [
        (literal, where(start + offset, start + offset + len(literal.atom)))
        for literal, offset in zip(parsed.literals, parsed.offsets, strict=True)
    ]
    in_order = True
    for literal, place in literals:
        in_order &= references.check("known-atom", literal.atom, place, framework)
    goal = len(parsed.premises)
    seen: set[Literal] = set()
    for literal, place in (*literals[:goal], *literals[goal + 1 :]):
        if literal in seen:
            references.report(Diagnostic(place, FIELD_REPEATED, f"`{literal}` is given twice", hint="delete one"))
        seen.add(literal)
    return in_order


def _scope(parsed: ParsedClaim, start: int, where: Where, framework: str, references: References) -> Scope | None:
    name = parsed.scope
    if name is None or parsed.scope_offset is None:
        return Scope(framework)
    place = where(start + parsed.scope_offset, start + parsed.scope_offset + len(name))
    if not references.check("scope", name, place, framework):
        return None
    if references.known.linked[name].kind is FRAMEWORK:
        return Scope(name)
    return Scope(references.known.view_frameworks.get(name, framework), name)
