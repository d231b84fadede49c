"""All files of data that `outputs` asks for, by their addresses."""

from collections.abc import Callable, Mapping
from functools import partial

from hornbook.addresses import CLAIMS_DATA, fixed_files
from hornbook.exports.citation import citation_files
from hornbook.exports.claims_file import claims_files
from hornbook.exports.feed import feed_files
from hornbook.exports.glossary_file import Members, glossary_files, made_anew
from hornbook.exports.inventory import inventory_files
from hornbook.exports.llms import llms_files
from hornbook.exports.record_file import record_data
from hornbook.exports.schema_org import schema_org_files
from hornbook.exports.skos import skos_files
from hornbook.exports.sssom import sssom_files
from hornbook.model import DataForm
from hornbook.reasoning.scopes import Reasoning

Files = dict[str, bytes]


def data_exports(reasoning: Reasoning) -> Files:
    """The files; what would be empty is not among them."""
    return {address: data for make in data_makers(reasoning).values() for address, data in make().items()}


def data_makers(reasoning: Reasoning, members: Members = made_anew) -> dict[DataForm, Callable[[], Files]]:
    """What makes the files of each form that is asked for; `members` as in `glossary_files`."""
    asked = reasoning.knowledge.glossary.outputs.data
    made = {form: partial(make, reasoning) for form, make in _MAKERS.items()}
    made[DataForm.JSON] = partial(_json, reasoning, members)
    return {form: made[form] for form in DataForm if form in asked}


def _json(reasoning: Reasoning, members: Members) -> Files:
    claims = claims_files(reasoning) if CLAIMS_DATA in fixed_files(reasoning.knowledge) else {}
    return {**glossary_files(reasoning, members), **claims}


_MAKERS: Mapping[DataForm, Callable[[Reasoning], Files]] = {
    DataForm.SKOS: lambda reasoning: skos_files(reasoning.knowledge),
    DataForm.SSSOM: lambda reasoning: sssom_files(reasoning.knowledge),
    DataForm.SCHEMA_ORG: lambda reasoning: schema_org_files(reasoning.knowledge),
    DataForm.INVENTORY: lambda reasoning: inventory_files(reasoning.knowledge),
    DataForm.FEED: lambda reasoning: feed_files(reasoning.knowledge),
    DataForm.CITATION: lambda reasoning: citation_files(reasoning.knowledge),
    DataForm.LLMS: lambda reasoning: llms_files(reasoning.knowledge),
    DataForm.RECORDS: record_data,
    DataForm.MARKDOWN: lambda _: {},  # made of finished pages: `publish/markdown_siblings.py`
}
