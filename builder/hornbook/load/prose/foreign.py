"""Markdown that is no text of ours: what somebody's glossary is made of, and what somebody's page says."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markdown_it.token import Token

from hornbook.diagnostics import Place
from hornbook.load.prose.bounds import parsed
from hornbook.load.prose.brackets import PLACEHOLDER, BracketKind, Hidden, find_brackets, hide_brackets
from hornbook.load.prose.markdown import FORMULA, ContentPlaces, glossary_parser
from hornbook.load.prose.passages import passage_of
from hornbook.load.text import SourceText
from hornbook.model.foreign import Aside, Block, ForeignText, WrittenClaim
from hornbook.model.passages import HIDDEN, Passage

_PARSER = glossary_parser()
_FRONT_MATTER = re.compile(r"---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"[ \t>]*<!--(.*)-->[ \t]*")
_ASIDE = re.compile(r"hornbook:\s*(?P<said>on|off|in\s+(?P<framework>\S+))")
_SWITCHES: Mapping[str, bool] = {"on": True, "off": False}
_PLACEHOLDERS = str.maketrans("\ufdd0\ufdd1", "??")


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


def read_foreign_words(source: SourceText) -> ForeignText:
    """What a page says, block by block, and what it asks; code, HTML and front matter are passed over."""
    front = _FRONT_MATTER.match(source.text)
    after = front.end() if front else 0

    def where(start: int, end: int) -> Place:
        return source.place(after + start, after + end)

    # What double brackets show is said with a link to the glossary, which decides what it means.
    found = hide_brackets(source.text[after:].translate(_PLACEHOLDERS))
    hidden = replace(found, brackets=tuple(replace(one, words=None) for one in found.brackets))
    tokens, _ = parsed(_PARSER, hidden.text, {FORMULA: True})
    blocks: list[Block] = []
    claims: list[WrittenClaim] = []
    for token, places, opened in _contents(tokens, hidden):
        passage = passage_of(token, places, hidden, where)
        blocks.append(
            Block(
                passage=passage,
                line=_first_line(passage),
                is_heading=any(tag.startswith("h") for tag in opened),
                is_quoted="blockquote" in opened,
            )
        )
        claims += _claims(token, hidden, source, after)
    code = [one.map for one in tokens if one.type in ("fence", "code_block") and one.map]
    in_code = {source.place(after + hidden.line_start(line)).line for lines in code for line in range(*lines)}
    return ForeignText(
        path=source.path, blocks=tuple(blocks), claims=tuple(claims), asides=tuple(_asides(source, in_code))
    )


def aside_of(line: int, comment: str) -> Aside | None:
    """What a comment says: `hornbook: in ID`, `hornbook: off` or `hornbook: on`; None where it is none of ours."""
    found = _ASIDE.fullmatch(comment.strip())
    if found is None:
        return None
    return Aside(line=line, framework=found["framework"], is_on=_SWITCHES.get(found["said"]))


def _asides(source: SourceText, code: Collection[int]) -> Iterator[Aside]:
    """Those of comments that stand on a line of their own, which is none of code."""
    for number, line in enumerate(source.text.split("\n"), 1):
        comment = _COMMENT.fullmatch(line)
        aside = aside_of(number, comment[1]) if comment is not None and number not in code else None
        if aside is not None:
            yield aside


def _first_line(passage: Passage) -> int:
    return passage.where(0, 1).line


def _contents(tokens: list[Token], hidden: Hidden) -> Iterator[tuple[Token, ContentPlaces, tuple[str, ...]]]:
    """The content of each block, the way back to where it was written, and the elements that it stands in."""
    opened: list[str] = []
    line, places = 0, None
    for token in tokens:
        if token.map:
            line = token.map[0]
        if token.nesting == 1:
            opened.append(token.tag)
        elif token.nesting == -1:
            opened.pop()
        elif token.type == "inline":
            after = None
            if opened and opened[-1] in ("th", "td"):  # cells of a row stand on one line, one after the other
                after = max(hidden.line_of(line)[0], (places.end() if places else None) or 0)
            places = ContentPlaces(hidden, token.content, line, after)
            yield token, places, tuple(opened)


def _claims(token: Token, hidden: Hidden, source: SourceText, after: int) -> Iterator[WrittenClaim]:
    for child in token.children or ():
        for found in PLACEHOLDER.finditer(child.content) if child.type == "text" else ():
            bracket = hidden.brackets[int(found[1])]
            if bracket.kind is BracketKind.CLAIM:
                place = source.place(after + bracket.start, after + bracket.end)
                starts_at = bracket.target_start - bracket.start
                yield WrittenClaim(text=bracket.target, place=place, starts_at=starts_at)


def bracketed_claims(passage: Passage) -> tuple[Passage, tuple[WrittenClaim, ...]]:
    """The claims in the words of a passage, and the passage without what stands in double brackets."""
    brackets = find_brackets(passage.text).closed
    text, claims = passage.text, []
    for bracket in brackets:
        text = text[: bracket.start] + HIDDEN * (bracket.end - bracket.start) + text[bracket.end :]
        if bracket.kind is BracketKind.CLAIM:
            place = passage.where(bracket.start, bracket.end)
            claims.append(
                WrittenClaim(text=bracket.target, place=place, starts_at=bracket.target_start - bracket.start)
            )
    return Passage(text, passage.where), tuple(claims)
