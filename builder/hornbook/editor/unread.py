"""Messages that cannot be read are answered as JSON-RPC 2.0 has it (section 5.1); the next one is read all the same."""

from typing import Any

from pygls.exceptions import JsonRpcException, JsonRpcInvalidRequest, JsonRpcParseError
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol


class AnsweringProtocol(LanguageServerProtocol):
    """The protocol of `pygls`, with an answer to a request that has an id and not what belongs to its method."""

    def structure_message(self, data: dict[str, Any]) -> Any:  # noqa: ANN401 - of any kind of message
        """A message as a value; what it raises is answered where somebody waits for it."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if not _is_request(data):
                raise
            raise _UnreadRequestError(data["id"], error) from error


class AnsweringServer(LanguageServer):
    """The server of `pygls`, with an answer to what is no message."""

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ANN401 - one of several classes
        """Answer what could not be read: with null for its id, where that is not known."""
        if source is not JsonRpcException:
            super().report_server_error(error, source)
        elif isinstance(error, _UnreadRequestError):
            self._refuse(error.id, error.why)
        elif isinstance(error, ValueError | RecursionError):
            self._refuse(None, JsonRpcParseError("the message is no JSON that can be read"))
        else:
            self._refuse(None, JsonRpcInvalidRequest("the message is no request, notification or response"))

    def _refuse(self, number: int | str | None, why: JsonRpcException) -> None:
        # As a mapping: the classes of the protocol leave out an id that is null. Nothing public sends an error alone.
        told = {"jsonrpc": "2.0", "id": number, "error": {"code": why.code, "message": why.message}}
        self.protocol._send_data(told)  # noqa: SLF001 - as said above


class _UnreadRequestError(Exception):
    """A request that could not be read, though it has an id."""

    def __init__(self, number: int | str, why: JsonRpcException) -> None:
        self.id, self.why = number, why
        super().__init__(str(why))


def _is_request(data: dict[str, Any]) -> bool:
    return "method" in data and isinstance(data.get("id"), int | str)
