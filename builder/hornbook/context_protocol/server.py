"""A server of the Model Context Protocol (https://modelcontextprotocol.io): three tools over stdin and stdout."""

from typing import Annotated, Any

from mcp.server import MCPServer
from mcp.types import ToolAnnotations
from pydantic import Field

from hornbook import __version__
from hornbook.context_protocol import answers
from hornbook.lint import Against

_INSTRUCTIONS = (
    "A glossary whose terms imply one another. Authors use words differently, so every answer says whose sense and "
    "which framework it used. Where an answer has `needs`, nothing was chosen: ask the user which of `choices` is "
    "meant, and call again with it. Never answer in its place."
)
_READS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)

_Framework = Annotated[
    str | None,
    Field(description="Whose words count: the id or label of a framework. Leave out what the user left out."),
]


def context_server(against: Against) -> MCPServer:
    """The server of one glossary."""
    glossary = against.knowledge.glossary
    server = MCPServer(
        "hornbook", title=glossary.title, instructions=f"{glossary.title}. {_INSTRUCTIONS}", version=__version__
    )

    @server.tool(annotations=_READS)
    def define(
        term: Annotated[str, Field(description="An id, a label or another word for a term.")],
        framework: _Framework = None,
    ) -> dict[str, Any]:
        """Say what an author means by a term, or ask back whose sense is wanted."""
        return answers.define(against, term, framework)

    @server.tool(annotations=_READS)
    def ask(
        question: Annotated[str, Field(description="`A + not B => C assuming D`, by ids or in words.")],
        framework: _Framework = None,
    ) -> dict[str, Any]:
        """Say whether something follows, with the proof or what is missing, or ask back in which framework."""
        return answers.ask(against, question, framework)

    @server.tool(annotations=_READS)
    def check_text(
        text: Annotated[str, Field(description="The text, with claims in double brackets or in sentences.")],
        framework: _Framework = None,
        form: Annotated[str, Field(description="`markdown` or `restructuredtext`.")] = "markdown",
    ) -> dict[str, Any]:
        """Find what does not follow in a text, dropped conditions, converses, and words whose sense is open."""
        return answers.check_text(against, text, framework, form)

    return server


def serve_context(against: Against) -> None:
    """Serve until standard input ends."""
    context_server(against).run("stdio")
