"""Other words for fields, and for the words that fields may hold: what people write before they know the model's.

Only hints are made of them. A word is looked up in lower case, with `_` for spaces and hyphens; of several meanings
the first counts that the record at hand knows.
"""

from collections.abc import Mapping

FIELDS: Mapping[str, tuple[str, ...]] = {
    "alias": ("aliases",),
    "also_known_as": ("aliases",),
    "alternative_names": ("aliases",),
    "answer": ("answer", "text", "says", "short"),
    "assume": ("assuming",),
    "assumes": ("assuming",),
    "assumptions": ("assuming",),
    "authors": ("author",),
    "category": ("kind",),
    "citation": ("source",),
    "close_match": ("elsewhere", "match"),
    "comment": ("note",),
    "conclusion": ("then",),
    "date": ("issued", "date"),
    "definition": ("short", "text", "description"),
    "description": ("short", "text", "description"),
    "doi": ("elsewhere",),
    "exact_match": ("elsewhere", "match"),
    "external_ids": ("elsewhere",),
    "gnd": ("elsewhere",),
    "heading": ("title", "label", "question"),
    "href": ("URL",),
    "identifier": ("id", "elsewhere"),
    "identifiers": ("elsewhere",),
    "journal": ("container-title",),
    "license": ("licence",),
    "link": ("URL",),
    "meaning": ("short", "text"),
    "name": ("label", "title", "question", "id"),
    "names": ("aliases",),
    "negation": ("fails",),
    "notes": ("note",),
    "options": ("options", "one_of"),
    "other_names": ("aliases",),
    "premises": ("if",),
    "published": ("issued", "container-title"),
    "publisher": ("container-title",),
    "q": ("question",),
    "reason": ("because",),
    "reference": ("source",),
    "references": ("mentions", "source"),
    "renamed_from": ("was",),
    "see_also": ("related",),
    "statement": ("says", "text"),
    "summary": ("short", "text"),
    "synonym": ("aliases",),
    "synonyms": ("aliases",),
    "term": ("label",),
    "text": ("text", "says", "answer", "short"),
    "title": ("title", "question", "label"),
    "type": ("kind",),
    "unless": ("assuming",),
    "url": ("URL",),
    "web": ("URL",),
    "website": ("URL",),
    "when": ("if",),
    "why": ("because",),
    "year": ("issued",),
}
"""Fields by what else they are called."""

WORDS: Mapping[str, tuple[str, ...]] = {
    "true": ("follows", "always", "yes"),
    "yes": ("follows", "always"),
    "implied": ("follows",),
    "entailed": ("follows",),
    "valid": ("follows",),
    "proved": ("follows",),
    "false": ("refuted", "open", "no"),
    "no": ("refuted", "open"),
    "invalid": ("open", "refuted"),
    "does not follow": ("open", "refuted"),
    "unknown": ("open",),
    "undecided": ("open",),
    "impossible": ("contradictory", "refuted"),
}
"""Words that fields may hold, by what else they are called."""

NEGATIONS = ("no", "non", "!", "¬", "~", "−", "-")
"""What people write before an id for its negation; `not` is what is read."""
