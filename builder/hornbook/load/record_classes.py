"""Which class validates the records of each kind."""

from collections.abc import Mapping

from hornbook import kinds
from hornbook.kinds import Kind
from hornbook.load import framework_records, picture_records, records, situation_records
from hornbook.load.record_parts import Record

RECORDS: Mapping[Kind, type[Record]] = {
    kinds.GLOSSARY: records.GlossaryRecord,
    kinds.SOURCE: records.SourceRecord,
    kinds.CHANGE: records.ChangeRecord,
    kinds.TERM: records.TermRecord,
    kinds.FRAMEWORK: framework_records.FrameworkRecord,
    kinds.VIEW: picture_records.ViewRecord,
    kinds.CHAIN: picture_records.ChainRecord,
    kinds.FAQ: situation_records.FaqRecord,
    kinds.EXAMPLE: situation_records.ExampleRecord,
    kinds.QUESTION: situation_records.QuestionRecord,
    kinds.DISAGREEMENT: situation_records.DisagreementRecord,
    kinds.STATEMENT: situation_records.StatementRecord,
}
"""Every kind but pages, which are Markdown."""
