"""The settings that a site engine is given: the owner's, with what they leave out, and with what is decided anyway.

Both are put together as nodes of YAML, so that tags of the owner's reach the engine as they were written.
"""

from collections.abc import Collection, Iterator, Mapping

import yaml

from hornbook.load.engine_settings import EngineSettings

_REPRESENTER = yaml.representer.SafeRepresenter()
_LISTS_OF_NAMES = frozenset({"markdown_extensions", "plugins"})
"""Lists whose entries are a name each, or a name with options."""
_LISTS_OF_FILES = frozenset({"extra_css", "extra_javascript"})


def merged_settings(
    settings: EngineSettings, ours: Mapping[str, object], decided: Mapping[str, object], empty: Collection[str] = ()
) -> bytes:
    """The settings of one run as a file.

    `ours` are values for what the owner does not say: groups are filled field by field, and to our lists of names and
    of files the owner's are added. `decided` are values that nobody overrides, in groups likewise. `empty` are the
    pages, by the names that a navigation has for them, which the site would have if there were anything on them: the
    owner's navigation is without them.
    """
    top = yaml.compose(settings.text, Loader=yaml.SafeLoader)
    if not isinstance(top, yaml.MappingNode):
        top = yaml.MappingNode("tag:yaml.org,2002:map", [])
    nav = _value(top, "nav")
    if nav is not None:
        _leave_out(nav, frozenset(empty))
    _fill(top, ours)
    _decide(top, decided)
    written: str = yaml.serialize(top, Dumper=yaml.SafeDumper, allow_unicode=True, width=1 << 20)
    return written.encode()


def _node(value: object) -> yaml.Node:
    """A value as the node that YAML is written from."""
    return _REPRESENTER.represent_data(value)


def _value(group: yaml.MappingNode, name: str) -> yaml.Node | None:
    """The value of a field; of a doubled one the last, as engines read it."""
    return next((value for key, value in reversed(group.value) if key.value == name), None)


def _set(group: yaml.MappingNode, name: str, value: yaml.Node) -> None:
    group.value = [(key, old) for key, old in group.value if key.value != name] + [(_node(name), value)]


def _fill(group: yaml.MappingNode, ours: Mapping[str, object]) -> None:
    for name, value in ours.items():
        said = _value(group, name)
        if said is None or (isinstance(said, yaml.ScalarNode) and said.tag.endswith(":null")):
            _set(group, name, _node(value))
        elif isinstance(value, Mapping):
            if isinstance(said, yaml.ScalarNode) and name == "theme":
                said = _node({"name": said.value})
                _set(group, name, said)
            if isinstance(said, yaml.MappingNode):
                _fill(said, value)
        elif name in _LISTS_OF_NAMES | _LISTS_OF_FILES and isinstance(said, yaml.SequenceNode):
            said.value = [*_wanting(said, _node(value), filled=name in _LISTS_OF_NAMES), *said.value]


def _wanting(said: yaml.SequenceNode, ours: yaml.Node, *, filled: bool) -> Iterator[yaml.Node]:
    """Our entries that the owner's list lacks; what it has of our options is added to the entries that it has."""
    for entry in ours.value:
        at = next((at for at, one in enumerate(said.value) if _name_of(one) == _name_of(entry)), None)
        if at is None:
            yield entry
        elif filled and isinstance(entry, yaml.MappingNode):
            options = entry.value[0][1]
            theirs = said.value[at]
            if isinstance(theirs, yaml.ScalarNode) or not isinstance(theirs.value[0][1], yaml.MappingNode):
                said.value[at] = entry
            else:
                here = theirs.value[0][1]
                here.value += [pair for pair in options.value if _value(here, pair[0].value) is None]


def _name_of(entry: yaml.Node) -> str | None:
    if isinstance(entry, yaml.MappingNode) and entry.value:
        path = _value(entry, "path")
        return str((entry.value[0][0] if path is None else path).value)
    return str(entry.value) if isinstance(entry, yaml.ScalarNode) else None


def _decide(group: yaml.MappingNode, decided: Mapping[str, object]) -> None:
    for name, value in decided.items():
        said = _value(group, name)
        if isinstance(value, Mapping) and isinstance(said, yaml.MappingNode):
            _decide(said, value)
        else:
            _set(group, name, _node(value))


def _leave_out(nav: yaml.Node, empty: frozenset[str]) -> None:
    """Take entries out that name an empty page, and sections that have nothing else."""
    if isinstance(nav, yaml.SequenceNode):
        for entry in nav.value:
            _leave_out(entry, empty)
        nav.value = [entry for entry in nav.value if not _is_empty(entry, empty)]
    elif isinstance(nav, yaml.MappingNode):
        for _, value in nav.value:
            _leave_out(value, empty)
        nav.value = [(key, value) for key, value in nav.value if not _is_empty(value, empty)]


def _is_empty(entry: yaml.Node, empty: frozenset[str]) -> bool:
    return entry.value in empty if isinstance(entry, yaml.ScalarNode) else not entry.value
