"""Markdown that is no text of ours, as the tokens of our parser: what somebody's glossary is made of."""

from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from hornbook.load.prose.bounds import parsed
from hornbook.load.prose.markdown import FORMULA, glossary_parser

_PARSER = glossary_parser()


@dataclass(frozen=True, slots=True)
class ForeignPage:
    """A page as its parser takes it apart."""

    tokens: tuple[Token, ...]
    definitions: tuple[tuple[int, int], ...]
    """The lines of what names the address of a link, from and up to which."""


def read_foreign(text: str) -> ForeignPage:
    """Take a page apart; work is bounded as it is for texts of ours."""
    env: dict[str, Any] = {FORMULA: True}
    tokens, _ = parsed(_PARSER, text, env)
    named = (*env.get("references", {}).values(), *env.get("duplicate_refs", ()))
    return ForeignPage(tuple(tokens), tuple((one["map"][0], one["map"][1]) for one in named))
