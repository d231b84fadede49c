"""What texts point to: references and claims in double brackets, and addresses on the web."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from hornbook.addresses import NO_ADDRESS, AddressFlaw, address_flaw, mail_flaw
from hornbook.diagnostics import Code, Diagnostic, Lines
from hornbook.diagnostics.formats import shown
from hornbook.load.names import References, Where, id_mistake, read_claim, slug, typeset
from hornbook.load.prose.brackets import Bracket, BracketKind
from hornbook.model import Embed, Reference, StatedClaim
from hornbook.model.notation import ID_PATTERN
from hornbook.model.outside import outside_name

PROSE_REFERENCE = Code(
    "prose-reference",
    "Double brackets do not hold a reference or a claim, or are never closed.",
    Lines(
        "glossary/terms/rain.yaml",
        "text: Rain, which leaves a [[Wet ground]], [[wet-ground|]], [[wet-ground.",
        "text: Rain, which leaves a [[wet-ground]], a [[wet-ground|puddle]], `[[wet-ground`.",
    ),
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
    words = bracket.words and typeset(bracket.words, lambda _start, _end: place, references)
    if bracket.words == "":
        message = "there are no words after `|`"
        references.report(Diagnostic(place, PROSE_REFERENCE, message, hint="write them, or delete the `|`"))
        return None
    if bracket.kind is BracketKind.CLAIM:
        claim = read_claim(bracket.target, bracket.target_start, where, framework, references)
        return StatedClaim(claim, words, place) if claim else None
    target = bracket.target
    target_place = where(bracket.target_start, bracket.target_start + max(1, len(target)))
    outside = outside_name(target) if bracket.kind is BracketKind.REFERENCE else None
    if any(map(id_mistake, outside or (target,))):
        message = f"`{shown(target)}` is neither an id nor a claim"
        suggestion = _meant(target, framework, references)
        if bracket.words in references.known.linked:
            suggestion = f"the id comes first: use `[[{bracket.words}|{shown(target)}]]`, or "
        hint = f"{suggestion}write `[[id]]`, `[[id|words]]` or `[[a => b]]`; a literal `[[` is written `\\[[`"
        references.report(Diagnostic(target_place, PROSE_REFERENCE, message, hint=hint))
        return None
    kind = "embed" if bracket.kind is BracketKind.EMBED else "link"
    if not references.check(kind, target, target_place, framework):
        return None
    return Embed(target, place) if kind == "embed" else Reference(target, words, place)


def _meant(target: str, framework: str, references: References) -> str:
    """What to write for a page or a claim that is not named by an id, with what leads on from it; empty if unknown."""
    if slug(target) in references.known.linked:
        return f"use `[[{slug(target)}]]`, or "
    term = references.called(target)
    if term is not None:
        return f"use `[[{term}|{shown(target)}]]`, or "
    claim = references.in_notation(target, framework)
    return f"use `[[{claim}]]`, or " if claim else ""


def link_flaw(text: str) -> AddressFlaw | None:
    """Say why a link in prose cannot lead to an address, and what to write instead; None where it can."""
    flaw = mail_flaw(text) if text.lower().startswith("mailto:") else address_flaw(text)
    if flaw is not NO_ADDRESS:
        return flaw
    return AddressFlaw(flaw.message, "link to `https://…`; write `[[id]]` for a page of this site")


@dataclass(frozen=True, slots=True)
class NamedByPath:
    """What the address of a link within the site names."""

    name: str
    rest: str
    """What follows the path: a place on the page, a query, or nothing."""


_ID_IN_PATH = re.compile(
    rf"(?:[^:?#]*/)?(?P<name>(?!index[./]){ID_PATTERN})(?:/|/index\.(?:md|html)|\.(?:md|yaml|yml|html))?(?P<rest>[?#].*)?",
    re.DOTALL,
)


def named_by_path(address: str) -> NamedByPath | None:
    """The id that a link names by a page or a file: `../wet-ground/`, `wet-ground.md`, `terms/wet-ground.yaml`.

    None for the address of another site, and for what names no id.
    """
    found = None if address.startswith("//") else _ID_IN_PATH.fullmatch(address)
    return None if found is None else NamedByPath(found["name"], found["rest"] or "")


def link_meant(named: NamedByPath, references: References) -> str:
    """What to write in place of a link that names something of the site as it cannot be named."""
    linked = references.known.linked
    if named.name in linked:
        return f"write `[[{named.name}|words]]`: a text leads to whole pages"
    former = references.known.former.get(named.name)
    meant = former or references.closest(named.name, linked)
    return f"write `[[{meant}|words]]`" if meant else "write `[[id|words]]` for a page of this site"


def names_another_host(words: str, address: str) -> bool:
    """Whether the words of a link are an address themselves, but of another host than readers are sent to."""
    return words.lower().startswith(("https://", "http://")) and _host(words.split(maxsplit=1)[0]) != _host(address)


def _host(address: str) -> str | None:
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return host.removesuffix(".").removeprefix("www.") if host else None
