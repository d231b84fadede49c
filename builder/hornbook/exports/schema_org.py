"""The vocabulary in the words of schema.org: a DefinedTermSet with each term as a DefinedTerm, as on the pages."""

from hornbook.addresses import SCHEMA_ORG
from hornbook.exports.data_files import as_json
from hornbook.model import KnowledgeBase
from hornbook.pages.structured_data import defined_term, defined_term_set


def schema_org_files(knowledge: KnowledgeBase) -> dict[str, bytes]:
    """The file, unless there are no terms."""
    if not knowledge.terms:
        return {}
    within = ("@context", "inDefinedTermSet")
    terms = (defined_term(knowledge, term) for term in knowledge.terms.values())
    members = [{name: value for name, value in term.items() if name not in within} for term in terms]
    data = {**defined_term_set(knowledge), "hasDefinedTerm": members}
    return {SCHEMA_ORG: as_json(data)}
