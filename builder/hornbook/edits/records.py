"""New records as YAML: what a program knows, written as somebody would write it, and read back as the same."""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from hornbook.load.tree import is_text

Written = str | bool | int | Sequence["Written"] | Mapping[str, "Written"]
"""What a record consists of: names of fields with texts, truths, numbers, lists and groups."""

_WIDEST = 100
"""A list or group that fits on a line of this width stands on one."""


def as_yaml(record: Written) -> str:
    """A record, or a list of records, as the text of a file; fields stay in their order.

    Texts of several lines stand as blocks. What the reader of YAML would not take for text stands in quotes.
    """
    if isinstance(record, Mapping):
        whole: Any = _Record(record)
    else:
        whole = _Records(_Record(one) for one in record) if isinstance(record, list | tuple) else record
    text: str = yaml.dump(whole, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=1_000_000)
    return text


class _Record(dict[str, Any]):
    """What is written with a line for each field, however short it is."""


class _Records(list[_Record]):
    """Likewise, for each record."""


class _Writer(yaml.SafeDumper):
    """Writes lists further in than their field, and nothing as a reference to something written before."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401, ARG002 - PyYAML's
        return True


def _text(writer: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None if is_text(text) else '"'
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style)


def _list(writer: yaml.SafeDumper, items: Sequence[Any]) -> yaml.SequenceNode:
    flows = not isinstance(items, _Records) and _on_one_line(items)
    return writer.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=flows)


def _group(writer: yaml.SafeDumper, group: Mapping[str, Any]) -> yaml.MappingNode:
    flows = not isinstance(group, _Record) and _on_one_line(group)
    return writer.represent_mapping("tag:yaml.org,2002:map", group, flow_style=flows)


def _on_one_line(value: Any) -> bool:  # noqa: ANN401 - whatever a record holds
    """Whether all of it is short; a text of several lines never is."""
    return _width(value) <= _WIDEST


def _width(value: Any) -> int:  # noqa: ANN401 - likewise
    match value:
        case str():
            return len(value) + 2 if "\n" not in value else _WIDEST + 1
        case Mapping():
            return sum(len(key) + 4 + _width(one) for key, one in value.items())
        case list() | tuple():
            return sum(_width(one) + 2 for one in value)
        case _:
            return len(str(value))


_Writer.add_representer(str, _text)
_Writer.add_representer(list, _list)
_Writer.add_representer(tuple, _list)
_Writer.add_representer(dict, _group)
_Writer.add_representer(_Record, _group)
_Writer.add_representer(_Records, _list)
