"""What people write to show a definition, or a claim with its verdict, elsewhere. Pure texts, as in `snippets`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from hornbook.diagnostics.markdown import markdown_words
from hornbook.language import in_context, later, say
from hornbook.model.latex import latex_words
from hornbook.pages.snippets import Shown, Snippet, frame, framed_in_mdx, html_credit, markdown_credit, one_line, url


@dataclass(frozen=True, slots=True)
class Quoted:
    """A definition in words."""

    id: str
    words: str
    whose: str
    """Author and source; empty where nobody's in particular."""
    page: str
    """The address of its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Defined(Shown):
    """A term: its short definition, and each author's sense."""

    name: str
    previews: str
    """The address of the script that gives previews."""
    short: Quoted
    senses: Sequence[Quoted]
    date: str | None
    """Of the latest change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed(Shown):
    """A claim with its verdict; its title is what it says."""

    badge: str
    """The address of its badge."""
    verdict: str


_PREVIEWS = later(
    "The script stands once on a page; each link to a term then shows its definition to who points at it."
)


def of_term(term: Defined) -> list[Snippet]:
    """What is written to define a term elsewhere by what this site says."""
    page = url(term.page)
    link = (
        f'<script src="{escape(url(term.previews))}" defer></script>\n'
        f'<a href="{escape(page)}">{escape(one_line(term.title))}</a>\n<p>{html_credit(term)}</p>'
    )
    preview = Snippet(id="preview", where=say("Link with a preview"), words=say(_PREVIEWS), code=link)
    card = say("The card of the term, with every author’s sense.")
    framed = Snippet(id="frame", where=say("Frame"), words=card, code=frame(term))
    return [preview, framed, framed_in_mdx(term), *_quotes(term), _citation(term)]


def _quotes(term: Defined) -> Iterator[Snippet]:
    for number, one in enumerate((term.short, *term.senses)):
        where = say("Quote: {whose}", whose=one.whose) if number else say("Quote in Markdown")
        words = say("This author’s sense, in Markdown.") if number else say("The short definition.")
        title, whose = markdown_words(term.title), markdown_words(one.whose)
        by = f" · {whose}" if whose else ""
        credit = f"[{title}](<{url(one.page)}>){by} · {markdown_words(f'{term.publisher} · {term.licence}')}"
        code = f"> **{title}**: {markdown_words(one.words)}\n>\n> — {credit}"
        yield Snippet(id=one.id, where=where, words=words, code=code)


def _citation(term: Defined) -> Snippet:
    note = latex_words(term.credit)
    if term.date:
        note = say("{credit}. Version of {date}", credit=note, date=term.date)
    fields = {
        "title": f"{{{latex_words(one_line(term.title))}}}",
        "howpublished": latex_words(one_line(term.publisher)),
        **({"year": term.date[:4]} if term.date else {}),
        "url": url(term.page),
        "note": note,
    }
    lines = [f"@misc{{{term.name},", *(f"  {name} = {{{value}}}," for name, value in fields.items()), "}"]
    return Snippet(id="bibtex", where="BibTeX", words=say("A record for a list of references."), code="\n".join(lines))


def of_claim(claim: Claimed) -> list[Snippet]:
    """What is written to show a claim and its verdict elsewhere."""
    alt = one_line(say("{claim}: {verdict}", claim=claim.title, verdict=claim.verdict))
    page, badge = url(claim.page), url(claim.badge)
    markdown = f"[![{markdown_words(alt)}](<{badge}>)](<{page}>)\n\n{markdown_credit(claim)}"
    html = f'<a href="{escape(page)}"><img src="{escape(badge)}" alt="{escape(alt)}"></a>\n<p>{html_credit(claim)}</p>'
    text = f"{alt}. {claim.credit}, {page}"
    changing, proved = say("It changes when the verdict does."), say("The verdict with its proof or situations.")
    today = say("The claim and the verdict as they are today.")
    return [
        Snippet(id="markdown", where=say("Badge in Markdown"), words=changing, code=markdown),
        Snippet(id="html", where=say("Badge in HTML"), words=say("The same for any page."), code=html),
        Snippet(id="frame", where=say("Frame"), words=proved, code=frame(claim)),
        framed_in_mdx(claim),
        Snippet(id="text", where=in_context("a form", "Text"), words=today, code=text),
    ]
