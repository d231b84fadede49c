"""What texts point to: references and claims in double brackets or in one line, and addresses on the web."""

from urllib.parse import urlsplit

from hornbook.addresses import NO_ADDRESS, AddressFlaw, address_flaw, mail_flaw
from hornbook.diagnostics import Code, Diagnostic, Lines, Severity
from hornbook.diagnostics.formats import shown
from hornbook.kinds import FRAMEWORK
from hornbook.load.names import References, id_mistake, slug
from hornbook.load.prose.brackets import Bracket, BracketKind, Where
from hornbook.logic import Literal
from hornbook.model import Claim, Embed, Reference, Scope, StatedClaim
from hornbook.model.notation import NotationProblem, ParsedClaim, parse_claim

PROSE_REFERENCE = Code(
    "prose-reference",
    "Double brackets do not hold a reference or a claim, or are never closed.",
    Lines(
        "glossary/terms/rain.yaml",
        "text: Rain, which leaves a [[Wet ground]], [[wet-ground|]], [[wet-ground.",
        "text: Rain, which leaves a [[wet-ground]], a [[wet-ground|puddle]], `[[wet-ground`.",
    ),
)
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
PROSE_LINK = Code(
    "prose-link",
    "A link leads somewhere that links may not lead, or elsewhere than its words say, or stands inside another link.",
    Lines(
        "glossary/terms/rain.yaml",
        "[Rain](javascript:alert(1)), [so](../rain/),\n"
        "[a [[rain]]](https://example.org), which leaves a [[wet-ground|wet ground]].",
        "[Rain](https://example.org), [[rain|so]],\n[[rain]], which leaves a [[wet-ground|wet ground]].",
    ),
)


def read_bracket(
    bracket: Bracket, where: Where, framework: str, references: References
) -> Reference | StatedClaim | Embed | None:
    """Resolve a reference, claim or embed; None where it is a mistake, which is reported.

    `framework` is the one that a claim without `in` is asked in.
    """
    place = where(bracket.start, bracket.end)
    if bracket.words == "":
        message = "there are no words after `|`"
        references.report(Diagnostic(place, PROSE_REFERENCE, message, hint="write them, or delete the `|`"))
        return None
    if bracket.kind is BracketKind.CLAIM:
        claim = read_claim(bracket.target, bracket.target_start, where, framework, references)
        return StatedClaim(claim, bracket.words, place) if claim else None
    target = bracket.target
    target_place = where(bracket.target_start, bracket.target_start + max(1, len(target)))
    if id_mistake(target):
        suggestion = f"use `[[{slug(target)}]]`, or " if slug(target) in references.known.linked else ""
        message = f"`{shown(target)}` is neither an id nor a claim"
        hint = f"{suggestion}write `[[id]]`, `[[id|words]]` or `[[a => b]]`; a literal `[[` is written `\\[[`"
        references.report(Diagnostic(target_place, PROSE_REFERENCE, message, hint=hint))
        return None
    kind = "embed" if bracket.kind is BracketKind.EMBED else "link"
    if not references.check(kind, target, target_place, framework):
        return None
    return Embed(target, place) if kind == "embed" else Reference(target, bracket.words, place)


def read_claim(text: str, start: int, where: Where, framework: str, references: References) -> Claim | None:
    """Read a claim in notation that begins at the offset `start` of what `where` speaks of."""
    parsed = parse_claim(text)
    if isinstance(parsed, NotationProblem):
        offset = min(parsed.offset, max(0, len(text) - 1))
        references.report(
            Diagnostic(
                where(start + offset, start + offset + 1),
                CLAIM_NOTATION,
                f"in this claim {parsed.message}",
                hint=parsed.hint,
            )
        )
        return None
    in_order = _check_literals(parsed, start, where, framework, references)
    scope = _scope(parsed, start, where, framework, references)
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


def link_flaw(text: str) -> AddressFlaw | None:
    """Say why a link in prose cannot lead to an address, and what to write instead; None where it can."""
    flaw = mail_flaw(text) if text.lower().startswith("mailto:") else address_flaw(text)
    if flaw is not NO_ADDRESS:
        return flaw
    return AddressFlaw(flaw.message, "link to `https://…`; write `[[id]]` for a page of this site")


def names_another_host(words: str, address: str) -> bool:
    """Whether the words of a link are an address themselves, but of another host than readers are sent to."""
    return words.lower().startswith(("https://", "http://")) and _host(words.split(maxsplit=1)[0]) != _host(address)


def _host(address: str) -> str | None:
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return host.removesuffix(".").removeprefix("www.") if host else None
