"""Pages of words that name several terms, and the line on a term's page that leads to the others."""

from collections.abc import Sequence

from hornbook.addresses import term_address
from hornbook.language import say_many
from hornbook.model import Term
from hornbook.model.shared_names import Meaning, SharedName, compared
from hornbook.pages.context import Context
from hornbook.pages.generated_page import Blocks, GeneratedPage
from hornbook.pages.html import EMPTY, Html, join, say_html, tag
from hornbook.pages.page import Page
from hornbook.pages.whose import whose


def shared_name_page(context: Context, address: str, names: Sequence[SharedName]) -> GeneratedPage:
    """The page of one word, or of several that an address cannot tell apart: what each may mean."""
    page = Page(context, address)
    blocks: Blocks = []
    for name in names:
        meanings = [_meaning(page, one) for one in name.meanings]
        blocks += [tag("p", say_html("“{word}” may mean:", word=name.text)), tag("dl", *meanings, class_="kb-az")]
    title = ", ".join(name.text for name in names)
    return GeneratedPage(
        address=address,
        title=title,
        description=say_many(
            "What “{word}” may mean: {count} term has this name.",
            "What “{word}” may mean: {count} terms have this name.",
            len(names[0].terms),
            word=title,
        ),
        blocks=tuple(blocks),
    )


def other_meanings_html(page: Page, term: Term) -> Html:
    """What else the label of a term may mean; nothing where it means nothing else."""
    name = page.context.shared.get(compared(term.label))
    if name is None:
        return EMPTY
    others = [_named(page, one) for one in name.meanings if one.term != term.id]
    words = say_html("“{word}” may also mean: {terms}.", word=term.label, terms=join(*others, by="; "))
    return tag("p", words, class_="kb-other-meanings")


def _meaning(page: Page, meaning: Meaning) -> Html:
    term = page.knowledge.terms[meaning.term]
    author = tag("span", f" {whose(page.knowledge, term)}", class_="kb-whose")
    return tag("div", tag("dt", _named(page, meaning)), tag("dd", term.short, author))


def _named(page: Page, meaning: Meaning) -> Html:
    """A term, by its label and its id where others have the same label, and who uses the word so."""
    terms = page.knowledge.terms
    label = terms[meaning.term].label
    shared = page.context.shared.get(compared(label))
    named_so = shared.terms if shared else (meaning.term,)
    is_told_apart = all(compared(terms[one].label) != compared(label) for one in named_so if one != meaning.term)
    words = label if is_told_apart else f"{label} ({meaning.term})"
    link = page.link(term_address(meaning.term), words, class_="kb-link")
    if meaning.framework is None:
        return link
    return say_html("{term} (in the words of {framework})", term=link, framework=page.to(meaning.framework))
