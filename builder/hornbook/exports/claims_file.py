"""The claims as data: what each asks, what its author says, the verdict, and what bears it out.

The address is a promise, and so is the form: fields are only ever added to version 1.
"""

from hornbook.addresses import BADGE, CLAIMS_DATA, CLAIMS_SCHEMA, claim_embed_if_any, claims_parts
from hornbook.exports.certificates import MOST_ATOMS, MOST_STEPS, certificate_data
from hornbook.exports.claim_places import PlacedClaim, asked_in_words, placed_claims
from hornbook.exports.data_files import DIALECT, HASH, PARTS, as_json, data_files
from hornbook.exports.telling import LINE, LINES, PAGE, Schema
from hornbook.logic import UNSETTLED, StepKind, Verdict
from hornbook.model import Claim, EquivalenceClaim, NamingClaim, Says
from hornbook.reasoning.outcomes import answer_of
from hornbook.reasoning.scopes import Reasoning

FORMAT = "hornbook-claims/1"


def claims_files(reasoning: Reasoning) -> dict[str, bytes]:
    """The file and its parts by their addresses, and the schema of both."""
    glossary = reasoning.knowledge.glossary
    about = {
        "schema": CLAIMS_SCHEMA,
        "title": glossary.title,
        "url": glossary.site_url,
        "licence": glossary.licence,
    }
    held = {"claims": {one.key: _claim(reasoning, one) for one in placed_claims(reasoning.knowledge)}}
    files = data_files(CLAIMS_DATA, FORMAT, about, held, claims_parts(reasoning.knowledge))
    return {**files, CLAIMS_SCHEMA: as_json(claims_schema(glossary.site_url))}


def _claim(reasoning: Reasoning, one: PlacedClaim) -> dict[str, object]:
    embed = claim_embed_if_any(reasoning.knowledge, one.record, one.part)
    shown = {} if embed is None else {"embed": embed, "badge": embed + BADGE}
    place = {"url": one.url, one.kind.word: one.record, **shown}
    match one.claim:
        case Claim():
            return {**place, **_question(reasoning, one, one.claim)}
        case EquivalenceClaim(views=views, holds=holds):
            verdict = Verdict.FOLLOWS if holds else Verdict.REFUTED
            return {**place, "equivalent": [*views], "verdict": verdict.value}
        case NamingClaim(meant=meant, called=called):
            return {**place, "sense": meant, "called": called}


def _question(reasoning: Reasoning, one: PlacedClaim, claim: Claim) -> dict[str, object]:
    answer = answer_of(reasoning, claim)
    literals = {"if": claim.premises, "assuming": claim.assuming}
    return {
        "framework": claim.scope.framework,
        **({"view": claim.scope.view} if claim.scope.view else {}),
        "asks": str(claim),
        "words": asked_in_words(reasoning, claim),
        **{name: [*map(str, given)] for name, given in literals.items() if given},
        "then": str(claim.goal),
        "verdict": answer.verdict.value,
        **_author(one, claim),
        "certificate": certificate_data(answer),
    }


def _author(one: PlacedClaim, claim: Claim) -> dict[str, object]:
    """What the author says of it, which is recorded and not computed."""
    if claim.author is None:
        return {}
    cited = claim.author.source
    source = {"ref": cited.ref, **({"at": cited.at} if cited.at else {})}
    words = {"words": one.judgement.says} if one.judgement is not None and one.judgement.says else {}
    return {"author": {"says": claim.author.says.value, **words, "source": source}}


def claims_schema(site_url: str) -> Schema:
    """What the file and its parts may hold."""
    about: Schema = {
        "format": {"enum": [FORMAT, f"{FORMAT}/part"]},
        "content": {"description": "The hash of all else, parts put together, as canonical JSON.", **HASH},
        "schema": {"description": "This schema, from the site’s address.", **LINE},
        "title": LINE,
        "url": {"description": "The site’s address.", "type": "string", "format": "uri"},
        "licence": LINE,
        "claims": {
            "description": "The claims by their places, such as `faq/ID#claim-ID`.",
            "type": "object",
            "additionalProperties": {"$ref": "#/$defs/Claim"},
        },
        "parts": PARTS,
    }
    return {
        "$schema": DIALECT,
        "$id": site_url + CLAIMS_SCHEMA,
        "title": "Claims as data",
        "type": "object",
        "properties": about,
        "required": ["format"],
        "$defs": {"Claim": _CLAIM, "Certificate": _CERTIFICATE, "Step": _STEP, "Situation": _SITUATION},
    }


_CLAIM: Schema = {
    "type": "object",
    "properties": {
        "url": {"description": "Its place on a page, from the site’s address.", **PAGE},
        **{name: {"description": "The record that states it.", **LINE} for name in ("faq", "example", "disagreement")},
        "embed": {"description": "The same for other people’s pages to show, if they can.", **PAGE},
        "badge": {"description": "Its verdict as a small picture, likewise.", **PAGE},
        "framework": {"description": "Whose implications count.", **LINE},
        "view": {"description": "Only this view’s implications count.", **LINE},
        "asks": {"description": "What it asks, in the notation of `hornbook ask`.", **LINE},
        "words": {"description": "The same in a sentence.", **LINE},
        "if": {"description": "What is taken as given: `a` or `not a`.", **LINES},
        "assuming": {"description": "Conditions on the setting.", **LINES},
        "then": {"description": "The goal.", **LINE},
        "equivalent": {"description": "Two views that say the same, or by the verdict do not.", **LINES},
        "sense": {"description": "A sense, `term/sense`, for which the author has another word.", **LINE},
        "called": {"description": "That word: a term.", **LINE},
        "verdict": {"description": "What follows, as computed.", "enum": [*Verdict, UNSETTLED.value]},
        "author": {
            "description": "What the author says of it; recorded, not computed.",
            "type": "object",
            "properties": {
                "says": {"enum": [*Says]},
                "words": {"description": "In the source’s own word.", **LINE},
                "source": {"type": "object", "properties": {"ref": LINE, "at": LINE}, "required": ["ref"]},
            },
            "required": ["says", "source"],
        },
        "certificate": {"$ref": "#/$defs/Certificate"},
    },
    "required": ["url"],
}
_CERTIFICATE: Schema = {
    "type": "object",
    "properties": {
        "steps": {"description": "How many steps the proof has.", "type": "integer", "minimum": 1},
        "proof": {
            "description": f"The proof, if it has no more than {MOST_STEPS} steps; the page of the claim has all.",
            "type": "array",
            "items": {"$ref": "#/$defs/Step"},
        },
        "situations": {
            "description": "A situation with what is given and the goal, and one without the goal.",
            "type": "object",
            "properties": {name: {"$ref": "#/$defs/Situation"} for name in ("with", "without")},
        },
    },
}
_STEP: Schema = {
    "type": "object",
    "properties": {
        "kind": {"enum": [*StepKind]},
        "literal": {
            "description": "What is concluded; null for a contradiction.",
            "type": ["string", "null"],
        },
        "implication": {"description": "The implication or choice that it is by.", "type": ["string", "null"]},
        "from": {
            "description": "The earlier steps that it rests on, from 0.",
            "type": "array",
            "items": {"type": "integer"},
        },
        "under": {"description": "The suppositions that it stands under, outermost first.", **LINES},
    },
    "required": ["kind", "literal", "implication", "from", "under"],
}
_SITUATION: Schema = {
    "description": "An assignment to every atom.",
    "type": "object",
    "properties": {
        "atoms": {"description": "How many have a value.", "type": "integer"},
        "holds": {"description": f"Those that hold; left out where there are more than {MOST_ATOMS} atoms.", **LINES},
        "fails": LINES,
    },
    "required": ["atoms"],
}
