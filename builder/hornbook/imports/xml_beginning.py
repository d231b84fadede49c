"""What stands before the first element of a file of XML: there alone it can name something outside, or make it grow.

Entities are replaced wherever they are named (XML 1.0, 4.4), so none may name another, and what they come to is
counted. A document type that is a file elsewhere, or gives elements attributes, is refused.
"""

from contextlib import suppress
from typing import Any, NoReturn
from xml.parsers import expat

_LARGEST_REPLACED = 1_000_000
_MOST_TIMES = 10


class _EnoughError(Exception):
    """Ends the look at a file."""


class XmlBeginning:
    """A look at a file up to its first element; what is wrong with XML itself is left to whoever reads the rest."""

    def __init__(self, data: bytes) -> None:
        self.refused: tuple[str, str] | None = None
        """Why the file must not be read, and what to do."""
        self._data = data
        self._lengths: dict[str, int] = {}
        self._parser = parser = expat.ParserCreate()
        parser.XmlDeclHandler, parser.StartDoctypeDeclHandler = self._declared, self._begins
        parser.EntityDeclHandler, parser.AttlistDeclHandler = self._entity, self._attributes
        parser.StartElementHandler = self._element
        with suppress(_EnoughError, expat.ExpatError):
            parser.Parse(data, True)  # noqa: FBT003 - it is the whole

    @property
    def line(self) -> int:
        """Where the look ended."""
        return self._parser.CurrentLineNumber

    def _refuse(self, message: str, hint: str) -> NoReturn:
        self.refused = (message, hint)
        raise _EnoughError

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in ("utf-8", "us-ascii", "ascii"):
            self._refuse(f"the file says that it is written in {encoding[:40]}", "save it as UTF-8")

    def _begins(self, _name: str, system: str | None, public: str | None, _inside: int) -> None:
        if system or public:
            self._refuse("the document type names a file elsewhere", "delete `SYSTEM` or `PUBLIC`: nothing is fetched")

    def _entity(self, *parts: Any) -> None:  # noqa: ANN401 - expat's
        name, is_parameter, value, _, system, public, _ = parts
        if is_parameter or system or public or value is None or "&" in value or "%" in value:
            self._refuse("an entity names something elsewhere, or other entities", "write out what it stands for")
        self._lengths[name] = len(value)

    def _attributes(self, *_: Any) -> None:  # noqa: ANN401 - likewise
        self._refuse("the document type gives elements attributes", "write the attributes out")

    def _element(self, *_: Any) -> None:  # noqa: ANN401 - likewise
        comes_to = sum(length * self._data.count(f"&{name};".encode()) for name, length in self._lengths.items())
        if comes_to > max(_LARGEST_REPLACED, _MOST_TIMES * len(self._data)):
            message = f"what the entities of the file stand for comes to more than {_MOST_TIMES} times the file"
            self._refuse(message, "write them out")
        raise _EnoughError
