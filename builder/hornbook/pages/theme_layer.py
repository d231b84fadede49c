"""The templates of our layer over the theme, with our words in them in the language that is spoken."""

import json
import re
from collections.abc import Callable, Mapping

from hornbook.addresses import FAQS, INDEXES, TERMS
from hornbook.language import ENGLISH, direction_of, language_name, later, parts, say
from hornbook.model import KnowledgeBase
from hornbook.pages.html import say_html, tag, text

_PLACE = re.compile("<!-- words: (.*?) -->")
_LEADING = later(
    "It may have moved, or the address has a typo. The {terms} and the search above lead to everything; "
    "the {home} says what this is."
)
_LEADING_TO_QUESTIONS = later(
    "It may have moved, or the address has a typo. The {terms}, the {questions} and the search above lead to "
    "everything; the {home} says what this is."
)
_CARD = later("{site}, beside a drawing of boxes and of the arrows between them")


LANGUAGES = frozenset(
    (  # noqa: SIM905 - as many words would take as many lines
        "af ar az be bg bn ca cs cy da de el en eo es et eu fa fi fr gl he hi hr hu hy id is it ja ka kn ko ku-IQ lb "
        "lt lv mk mn ms my nb nl nn pl pt pt-BR ro ru sa sh si sk sl sq sr sv ta te th tl tr uk ur uz vi zh zh-Hant "
        "zh-TW"
    ).split()
)
"""The languages in which the theme has words of its own."""


def language_file(language: str) -> dict[str, bytes]:
    """The theme's words in a language that it lacks, by path: those of the language without its region, or English."""
    if language in LANGUAGES:
        return {}
    name = language_name(language)
    base = name if name in LANGUAGES else ENGLISH
    own = json.dumps({"language": language, "direction": direction_of(language)})
    template = (
        f'{{% macro t(key) %}}{{% import "partials/languages/{base}.html" as base %}}'
        f"{{{{ {own}[key] or base.t(key) }}}}{{% endmacro %}}\n"
    )
    return {f"partials/languages/{language}.html": template.encode()}


def with_words(template: str, knowledge: KnowledgeBase) -> bytes:
    """A template with words in place of the comments that name them."""
    return _PLACE.sub(lambda place: _WORDS[place[1]](knowledge), template).encode()


def _where_to_go(knowledge: KnowledgeBase) -> str:
    """On the page for addresses that lead nowhere: links to the lists of the knowledge base.

    Their addresses are completed by the engine, since that page stands at any.
    """
    there = {index.address for index in INDEXES if index.exists(knowledge)}
    terms, home = tag("a", say("list of terms"), href=TERMS), tag("a", say("home page"), href="index.html")
    if FAQS in there:
        questions = tag("a", say("questions"), href=FAQS)
        said = say_html(_LEADING_TO_QUESTIONS, terms=terms, questions=questions, home=home)
    else:
        said = say_html(_LEADING, terms=terms, home=home)
    return re.sub('href="([^"]*)"', "href=\"{{ '\\1' | url }}\"", said)


def _card() -> str:
    """An expression of the template's language: what the picture shows that stands for the site."""
    words = parts(_CARD, site=None)
    return " ~ ".join("config.site_name" if one is None else json.dumps(one, ensure_ascii=False) for one in words)


_WORDS: Mapping[str, Callable[[KnowledgeBase], str]] = {
    "nothing here": lambda _: text(say("There is no page here")),
    "where to go": _where_to_go,
    "card": lambda _: _card(),
    "edit": lambda _: text(say("Edit this page’s source")),
    "previews": lambda _: text(say("Previews")),
}
