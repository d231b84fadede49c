"""HTML as values: only `Html` is markup; every other string is text, and is escaped where it enters."""

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape

from hornbook.language import ENGLISH, Direction, English, against, apart, parts, parts_many
from hornbook.mathematics import Formula, Typeset
from hornbook.pages.formula_html import formula_markup
from hornbook.policy import policy_element
from hornbook.reasoning.sentences import AND

_SPECIAL = re.compile(r"[&<>\"'\n\r]")


class Html(str):
    """Markup that was built here, safe to put into a page.

    Only this module makes it. Whatever is formatted, joined or cut out of it is a plain string again, hence text.
    """

    __slots__ = ()


EMPTY = Html()
_MARKUP_ALONE = frozenset({Html})


def text(words: str) -> Html:
    """Words as markup: every special character becomes a character reference, line breaks become spaces."""
    if not _SPECIAL.search(words):
        return Html(words)
    return Html(escape(words, quote=True).replace("\n", " ").replace("\r", " "))


def text_kept(words: str) -> Html:
    """Text whose line breaks count, as in code."""
    return join(*words.split("\n"), by=_LINE_BREAK)


def trusted(markup: str) -> Html:
    """Markup that was made elsewhere: the one way in. Whoever calls it answers for what is inside."""
    return Html(markup)


def tag(name: str, /, *children: Html | str, **attributes: str | None) -> Html:
    """An element; children that are plain strings are text.

    Attribute names write `_` for `-`, and a final `_` where Python has a keyword (`class_`); None leaves one out.
    """
    if not _MARKUP_ALONE.issuperset(map(type, children)):
        if name in _WITH_DIRECTION and "dir" not in attributes:
            children, attributes = _directed(name, children, attributes)
        set_in = _markup if name not in _OF_TEXT else _plain
        children = tuple(map(set_in, children))
    written = _written(**attributes) if attributes else ""
    return Html(f"<{name}{written}>{''.join(children)}</{name}>")


def formula_html(formula: Formula) -> Html:
    """A formula of a text as MathML."""
    return Html(formula_markup(formula, focused=True))


def void_tag(name: str, /, **attributes: str | None) -> Html:
    """An element that never holds anything, such as `input`; attributes as in `tag`."""
    return Html(f"<{name}{_written(**attributes)}>")


def policy_meta() -> Html:
    """What tells browsers that the page runs nothing but files of its site."""
    return Html(policy_element())


def join(*pieces: Html | str, by: Html | str = "") -> Html:
    """Pieces one after the other; those that are plain strings are text."""
    return Html(_markup(by).join([piece if isinstance(piece, Html) else _markup(piece) for piece in pieces]))


def say_html(message: str, /, **pieces: Html | str) -> Html:
    """A message in the language that is spoken; what fills its gaps is markup, or text."""
    return join(*parts(message, **{name: isolated(piece) for name, piece in pieces.items()}))


def say_many_html(one: str, many: str, count: int, /, **pieces: Html | str) -> Html:
    """The same for a message that depends on a number; it is also what fills a gap called `count`."""
    return join(*parts_many(one, many, count, **{name: isolated(piece) for name, piece in pieces.items()}))


def isolated(piece: Html | str) -> Html | str:
    """What stands within a sentence: a text in which anything runs against the page is kept apart from its words."""
    if isinstance(piece, Html):
        return piece
    direction = apart(piece)
    if direction is None:
        return piece
    # Spaces around it part words of the page's direction.
    words = piece.strip()
    before, _, after = piece.partition(words)
    return join(before, tag("bdi", words, dir=direction), after)


def joined_html(pieces: Sequence[Html | str], last: str = AND) -> Html:
    """Pieces in a row, as `joined` has sentences: "a", "a and b", "a, b and c"."""
    if len(pieces) < 2:
        return join(*pieces)
    row = join(pieces[0])
    for piece in pieces[1:-1]:
        row = say_html("{some}, {next}", some=row, next=piece)
    return say_html(last, some=row, last=pieces[-1])


def folded(title: Html | str, *inside: Html | str, class_: str = "kb-words", **attributes: str | None) -> Html:
    """What stands folded up under its title until a reader opens it."""
    return tag("details", tag("summary", title), *inside, class_=class_, **attributes)


def listing(items: Sequence[Html | str], class_: str | None = None) -> Html:
    """A bulleted list; nothing at all for no items."""
    return tag("ul", *(tag("li", item) for item in items), class_=class_) if items else EMPTY


def table(titles: Sequence[Html | str], rows: Sequence[Html], class_: str | None = None, **of_box: str | None) -> Html:
    """A table with a title above each column, in a box inside which it scrolls; `rows` are `tr` elements."""
    head = tag("thead", tag("tr", *(tag("th", title, scope="col") for title in titles)))
    return tag("div", tag("table", head, tag("tbody", *rows), class_=class_), class_="kb-scroll", **of_box)


def row(head: Html | str, *cells: Html | str, **attributes: str | None) -> Html:
    """A row of a table: what it is about, then its cells."""
    return tag("tr", tag("th", head, scope="row"), *(tag("td", cell) for cell in cells), **attributes)


_TEXTS = frozenset({"p", "dd", "blockquote", "option"})
"""Elements of text that have a direction of their own as a whole."""
_LABELS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dt", "summary", "figcaption", "caption"})
"""Elements that stand where the page's direction puts them, whatever that of their words."""
_IN_LINES = frozenset({"a", "em", "strong", "span", "label"})
_WITH_DIRECTION = _TEXTS | _LABELS | _IN_LINES


def _directed(
    name: str, children: tuple[Html | str, ...], attributes: dict[str, str | None]
) -> tuple[tuple[Html | str, ...], dict[str, str | None]]:
    """The children of an element, and its attributes, where text in it may run against the page."""
    if len(children) > 1 or name in _LABELS:
        return tuple(map(isolated, children)), attributes
    for child in children:
        if not isinstance(child, Html):
            direction = against(child) if name in _TEXTS else apart(child)
            return children, attributes if direction is None else {**attributes, "dir": direction}
    return children, attributes


_LINE_BREAK = Html("&#10;")
"""Within a block a line that is empty would end it, for engines that read HTML as CommonMark does."""


_OF_TEXT = frozenset({"option", "title", "textarea"})
"""Elements that hold text alone."""


def _markup(piece: Html | str) -> Html:
    if type(piece) is str:  # as most are
        return text(piece)
    if isinstance(piece, Html):
        return piece
    if isinstance(piece, Typeset):
        pieces = (text(one) if isinstance(one, str) else Html(formula_markup(one)) for one in piece.pieces)
        return Html("".join(pieces))
    if isinstance(piece, English):
        return Html(f'<span lang="{ENGLISH}" dir="{Direction.LTR}">{text(piece)}</span>')
    return text(piece)


def _plain(piece: str) -> Html:
    return piece if isinstance(piece, Html) else text(piece)


@lru_cache(maxsize=1 << 14)  # the same classes and links stand on every page
def _written(**attributes: str | None) -> str:
    return "".join([_attribute(key, value) for key, value in attributes.items() if value is not None])


def _attribute(key: str, value: str) -> str:
    """One attribute; line breaks are character references, since an empty line would end a block of HTML."""
    escaped = escape(value, quote=True).replace("\n", "&#10;").replace("\r", "&#13;")
    return f' {key.rstrip("_").replace("_", "-")}="{escaped}"'
