"""One record as data, beside its page: what the data of the whole glossary say of it, and of what glossary it is."""

from hornbook.addresses import GLOSSARY_SCHEMA, record_files
from hornbook.exports.data_files import as_json
from hornbook.exports.records import data_of
from hornbook.exports.telling import Telling
from hornbook.reasoning.scopes import Reasoning

FORMAT = "hornbook-record/1"


def record_data(reasoning: Reasoning) -> dict[str, bytes]:
    """A file for each record that has a page; `record` is as `glossary.json` has it, whose `schema` describes it."""
    telling = Telling(reasoning)
    glossary = telling.knowledge.glossary
    about = {"title": glossary.title, "url": glossary.site_url, "licence": glossary.licence, "lang": glossary.lang}
    return {
        address: as_json(
            {
                "format": FORMAT,
                "schema": GLOSSARY_SCHEMA,
                "kind": kind.word,
                "id": name,
                "glossary": about,
                "record": data_of(telling, telling.knowledge.by_id(kind.declaration)[name]),
            }
        )
        for address, (kind, name) in record_files(telling.knowledge).items()
    }
