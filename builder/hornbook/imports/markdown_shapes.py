"""How a page of Markdown is a glossary: lists of definitions, tables, terms in bold or headings; what finds most."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from hornbook.addresses import Outside, outside
from hornbook.imports.cells import columns_of
from hornbook.imports.words import one_line
from hornbook.model.shared_names import compared

_LEAD = re.compile(r"\s*(\*\*|__)(?P<label>.+?)\1[ \t]*(?:[:：–—-](?=\s|$))?[ \t]*", re.DOTALL)
_MARKER = re.compile(r" {0,3}(?:[-+*]|\d{1,9}[.)]|[:~])[ \t]+")
_LED = re.compile(
    r"(?P<mark>[`*_]?)(?P<label>[^\n:;.!?`*_]{1,60}?)(?P=mark)(?:[ \t]*[:：](?=\s)|[ \t]+[–—-](?=\s))[ \t]*"
)
"""A few words, perhaps set off, and a sign behind them."""
LETTERS = re.compile(r"(?:[^\W_]|[#*])(?:\s*[-–—/,&…]+\s*[^\W_])*")
"""What a heading says under which terms stand by their first letters."""
_LISTS = frozenset({"bullet_list_open", "ordered_list_open"})
_END_OF_LABEL = ":： \t"


@dataclass(frozen=True, slots=True)
class Block:
    """Something that stands on a page by itself."""

    tokens: tuple[Token, ...]
    first: int
    end: int
    """The line behind its last."""

    @property
    def kind(self) -> str:
        """What its parser calls it."""
        return self.tokens[0].type


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A term as a page has it."""

    labels: tuple[str, ...]
    """The first is its own, the others mean the same."""
    anchor: str | None
    """Its name in links, where it says one."""
    line: int
    """Counted from 0."""
    raw: str
    """Its text as it is written, without what marks it as that of a term."""
    tokens: tuple[Token, ...]
    """Those of its text."""
    blocks: tuple[int, ...]
    """The numbers of the blocks that it is made of."""
    cells: Mapping[str, str] = field(default_factory=dict)
    """What a table says of it beside, in words, by what holds it (`COLUMNS`)."""
    address: str | None = None
    """Where its name leads, outside of the page."""
    left: tuple[str, ...] = ()
    """What stands in columns whose names say nothing."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The entries that a page has if it is read in one way, which `called` names."""

    called: str
    entries: tuple[Entry, ...]


def shape_of(blocks: Sequence[Block], lines: Sequence[str]) -> Shape:
    """The way of reading that finds most terms; of two that find as many, the more explicit one."""
    ways: tuple[tuple[str, Callable[[Sequence[Block], Sequence[str]], Iterator[Entry]]], ...] = (
        ("entries of lists of definitions", _defined),
        ("rows of tables", _in_rows),
        ("words in bold", _in_bold),
        ("headings", _below_headings),
    )
    shapes = [Shape(called, tuple(way(blocks, lines))) for called, way in ways]
    best = max(shapes, key=lambda one: len(one.entries))
    if best is shapes[-1] or not best.entries:
        items = Shape("items of lists", tuple(_led_items(blocks, lines)))
        return items if len(items.entries) > 1 and _are_lists(best.entries, blocks) else best
    return best


def _are_lists(entries: Sequence[Entry], blocks: Sequence[Block]) -> bool:
    """Whether nothing but lists stands under most headings, so that these are no terms; or whether there are none."""
    alone = [one for one in entries if all(blocks[number].kind in _LISTS for number in one.blocks[1:])]
    return 2 * len(alone) >= len(entries)


def blocks_of(tokens: Sequence[Token], lines: Sequence[str]) -> tuple[Block, ...]:
    """The page, cut where something new begins."""
    found: list[list[Token]] = []
    for token in tokens:
        if token.level == 0 and token.nesting >= 0:
            found.append([])
        found[-1].append(token)
    return tuple(Block(tuple(one), *(one[0].map or (0, len(lines)))) for one in found)


def words_in(token: Token) -> str:
    """What a line of text says, without its markup; a formula keeps its dollar signs."""
    parts = []
    for child in token.children or ():
        match child.type:
            case "text" | "code_inline" | "text_special":
                parts.append(child.content)
            case "softbreak" | "hardbreak":
                parts.append(" ")
            case "formula":
                parts.append(f"{child.markup}{child.content}{child.markup}")
            case "image":
                parts.append(child.content)
            case _:
                pass
    return one_line("".join(parts))


def anchor_in(token: Token) -> str | None:
    """The name that `{#name}` gives a line of text."""
    attributes = (child.content for child in token.children or () if child.type == "attributes")
    return next((found[1] for one in attributes if (found := re.search(r"#([\w-]+)", one))), None)


def _defined(blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[Entry]:
    """Lists of definitions: one term or several, then what they mean."""
    for number, block in enumerate(blocks):
        labels: list[Token] = []
        texts: list[tuple[Token, ...]] = []
        for kind, inside in _children(block.tokens):
            if kind == "dt_open":
                if texts:
                    yield from _definition(labels, texts, lines, number)
                    labels, texts = [], []
                labels.append(inside[1])
            elif kind == "dd_open":
                texts.append(inside)
        yield from _definition(labels, texts, lines, number)


def _definition(
    labels: Sequence[Token], texts: Sequence[tuple[Token, ...]], lines: Sequence[str], number: int
) -> Iterator[Entry]:
    if labels and texts:
        raw = "\n\n".join(_without_marker(lines, *_map_of_meaning(inside)) for inside in texts)
        tokens = tuple(token for inside in texts for token in inside)
        yield _entry([words_in(one) for one in labels], labels[0], raw, tokens, (number,))


def _in_rows(blocks: Sequence[Block], _lines: Sequence[str]) -> Iterator[Entry]:
    """Tables that have a column for what terms are called, and one for what they mean."""
    for number, block in enumerate(blocks):
        if block.kind != "table_open":
            continue
        rows = [[one for one in row if one.type == "inline"] for row in _rows(block.tokens)]
        heads = [compared(words_in(cell)) for cell in rows[0]]
        at = columns_of(heads)
        if "label" not in at or "text" not in at:
            continue
        for row in rows[1:]:
            cells = {what: words_in(row[column]) for what, column in at.items()}
            others = re.split(r"[;,]", cells.pop("aliases", ""))
            label, text = row[at["label"]], row[at["text"]]
            entry = _entry([cells.pop("label"), *others], label, text.content, (text,), (number,))
            unread = [column for column in range(len(row)) if column not in at.values() and words_in(row[column])]
            yield replace(
                entry,
                cells={what: words for what, words in cells.items() if words and what != "text"},
                left=tuple(f"{words_in(rows[0][column])}: {words_in(row[column])}" for column in unread),
            )


def _rows(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    start = 0
    for at, token in enumerate(tokens):
        if token.type == "tr_open":
            start = at
        elif token.type == "tr_close":
            yield tuple(tokens[start:at])


def _in_bold(blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[Entry]:
    """Paragraphs and items of lists that begin with words in bold; what follows a paragraph belongs to it."""
    begun: tuple[int, str] | None = None
    for number, block in enumerate((*blocks, None)):
        label = _lead(block.tokens) if block is not None and block.kind == "paragraph_open" else None
        has_ended = block is None or label is not None or block.kind in {"heading_open", *_LISTS}
        if begun is not None and has_ended:
            inside = range(begun[0], number)
            yield _paragraphs(blocks, lines, inside, begun[1])
            begun = None
        if label is not None:
            begun = (number, label)
        if block is not None and block.kind in _LISTS:
            yield from _items(block, lines, number)


def _paragraphs(blocks: Sequence[Block], lines: Sequence[str], inside: range, label: str) -> Entry:
    first, last = blocks[inside[0]], blocks[inside[-1]]
    raw = _LEAD.sub("", "\n".join(lines[first.first : last.end]), count=1)
    tokens = tuple(token for number in inside for token in blocks[number].tokens)
    return _entry([label], tokens[1], raw, tokens, tuple(inside))


def _items(block: Block, lines: Sequence[str], number: int) -> Iterator[Entry]:
    for _, inside in _children(block.tokens):
        label = _lead(inside[1:])
        if label is not None:
            raw = _LEAD.sub("", _without_marker(lines, *_map(inside[0])), count=1)
            yield _entry([label], inside[2], raw, inside, (number,))


def _led_items(blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[Entry]:
    """Items that begin with a few words and a colon or a dash, in lists in which all items do."""
    for number, block in enumerate(blocks):
        inside = [tokens for kind, tokens in _children(block.tokens)] if block.kind in _LISTS else []
        led = [_LED.match(one[2].content) if len(one) > 2 and one[2].type == "inline" else None for one in inside]
        for tokens, found in zip(inside, led, strict=True) if all(led) else ():
            assert found is not None
            raw = _LED.sub("", _without_marker(lines, *_map(tokens[0])), count=1)
            yield _entry([found["label"]], tokens[2], raw, tokens, (number,))


def _lead(tokens: Sequence[Token]) -> str | None:
    """The words in bold that a paragraph begins with, if something follows them."""
    if len(tokens) < 2 or tokens[0].type != "paragraph_open":
        return None
    children = [one for one in tokens[1].children or () if one.type != "text" or one.content]
    found = _LEAD.match(tokens[1].content)
    if not children or children[0].type != "strong_open" or found is None:
        return None
    end = next(at for at, one in enumerate(children) if one.type == "strong_close")
    words = "".join(one.content for one in children[1:end])
    return one_line(words).rstrip(_END_OF_LABEL) or None


def _below_headings(blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[Entry]:
    """The headings of the level at which most have something below them; of two such levels, the deeper one."""
    headings = [number for number, block in enumerate(blocks) if block.kind == "heading_open"]
    with_text = [one for one in headings if one + 1 < len(blocks) and blocks[one + 1].kind != "heading_open"]
    levels = Counter(blocks[one].tokens[0].tag for one in with_text)
    if not levels:
        return
    level = max(levels, key=lambda tag: (levels[tag], tag))
    named = [words_in(blocks[one].tokens[1]) for one in with_text if blocks[one].tokens[0].tag == level]
    if 2 * sum(LETTERS.fullmatch(one) is not None for one in named) > len(named) or (level == "h1" and len(named) == 1):
        return  # what stands under letters, or under the title of the page, are no terms
    ends = [one for one in headings if blocks[one].tokens[0].tag <= level]
    for number, end in zip(ends, [*ends[1:], len(blocks)], strict=True):
        if blocks[number].tokens[0].tag != level or number + 1 == end or blocks[number + 1].kind == "heading_open":
            continue
        raw = "\n".join(lines[blocks[number].end : blocks[end - 1].end])
        tokens = tuple(token for block in blocks[number + 1 : end] for token in block.tokens)
        title = blocks[number].tokens[1]
        yield _entry([words_in(title)], title, raw, tokens, tuple(range(number, end)))


def _entry(labels: Sequence[str], title: Token, raw: str, tokens: tuple[Token, ...], blocks: tuple[int, ...]) -> Entry:
    """An entry whose label stands in `title`; a map of lines is missing only where a parser gives none."""
    named = tuple(word for one in labels if (word := one_line(one).rstrip(_END_OF_LABEL)))
    return Entry(
        labels=named,
        anchor=anchor_in(title),
        line=_map(title)[0],
        raw=raw,
        tokens=tokens,
        blocks=blocks,
        address=_address_in(title, named),
    )


def _address_in(title: Token, named: Sequence[str]) -> str | None:
    """The web address to which the whole name of a term leads."""
    children = title.children or []
    opens = [at for at, one in enumerate(children) if one.type == "link_open"]
    if not opens or not named:
        return None
    end = next(at for at in range(opens[0], len(children)) if children[at].type == "link_close")
    words = words_in(Token("inline", "", 0, children=children[opens[0] + 1 : end])).rstrip(_END_OF_LABEL)
    address = str(children[opens[0]].attrGet("href") or "")
    return address if words == named[0] and isinstance(outside(address), Outside) and "://" in address else None


def _children(tokens: Sequence[Token]) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """What a block holds, one level further in, from where each begins."""
    start = 0
    for at, token in enumerate(tokens):
        if token.level == 1 and token.nesting == 1:
            start = at
        elif token.level == 1 and token.nesting == -1:
            yield tokens[start].type, tuple(tokens[start:at])


def _map(token: Token) -> tuple[int, int]:
    return (token.map[0], token.map[1]) if token.map else (0, 0)


def _map_of_meaning(inside: Sequence[Token]) -> tuple[int, int]:
    """The lines of what a term means; the parser has those of the last one begin at its term."""
    first, end = _map(inside[0])
    return max([first, *(_map(token)[0] for token in inside[1:2])]), end


def _without_marker(lines: Sequence[str], first: int, end: int) -> str:
    """The text of an item, without its marker and as far to the left as it goes."""
    if first >= end:
        return ""
    marker = _MARKER.match(lines[first])
    inset = marker.end() if marker else 0
    others = (line[min(inset, len(line) - len(line.lstrip(" "))) :] for line in lines[first + 1 : end])
    return "\n".join([lines[first][inset:], *others])
