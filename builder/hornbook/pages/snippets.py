"""What people write to show a drawing, a definition or a verdict of this site elsewhere, in the language of each place.

Pure texts: what contributors wrote is words in each of the languages, and only files that the site has are named.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from hornbook.diagnostics.markdown import markdown_words
from hornbook.model.latex import latex_words

_MOST = 600
"""Alternative texts have at most so many characters; the page that a snippet leads to has the rest."""
_IN_ADDRESSES = "!$&()*+,-./:;=?@[]_~#%"
"""What stands in an address as it is; quotes and whatever else some language takes for its own does not."""
_PUNCTUATION = re.compile(r"([^\w\s,]|_)", re.ASCII)
_PHONE = "(max-width: 520px)"
_DARK = "(prefers-color-scheme: dark)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """What is written in one place."""

    id: str
    where: str
    """The heading: the place, or what is shown there."""
    words: str
    """One sentence on it."""
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is shown elsewhere, with what its credit says; addresses are whole."""

    title: str
    author: str
    """Whose it is; empty where nobody's in particular."""
    publisher: str
    licence: str
    page: str
    embed: str
    height: int

    @property
    def credit(self) -> str:
        """Whose it is, where it comes from, and under which licence."""
        return one_line(" · ".join(filter(None, (self.author, self.publisher, self.licence))))

    @property
    def named(self) -> str:
        """The title with the credit."""
        return f"{one_line(self.title)} · {self.credit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn(Shown):
    """A drawing: what it shows in words, and its files."""

    name: str
    description: str
    width: int
    """In pixels, as its page shows it."""
    files: dict[str, str]
    """The address of each file by the end of its name, such as `narrow.dark.svg`."""

    @property
    def alt(self) -> str:
        """What it shows, for who does not see it."""
        words = one_line(f"{self.title}. {self.description}")
        return words if len(words) <= _MOST else f"{words[:_MOST].rpartition(' ')[0]} …"

    def first(self, *forms: str) -> str | None:
        """The address of the first of some files that the site has."""
        return next((self.files[form] for form in forms if form in self.files), None)


def one_line(text: str) -> str:
    """A text whose line breaks and runs of spaces are single spaces."""
    return " ".join(text.split())


def url(address: str) -> str:
    """An address in which no language finds anything of its own but what addresses consist of."""
    return quote(address, safe=_IN_ADDRESSES)


def rest_words(text: str) -> str:
    """A text as words in reStructuredText."""
    return _PUNCTUATION.sub(r"\\\1", one_line(text))


def latex_url(address: str) -> str:
    """An address in LaTeX, also where it is the argument of another command."""
    return re.sub(r"([%#&_~])", r"\\\1", quote(address, safe=_IN_ADDRESSES.replace("$", "")))


def html_credit(shown: Shown) -> str:
    """Title and credit in HTML; the title leads to the page."""
    return f'<a href="{escape(url(shown.page))}">{escape(one_line(shown.title))}</a> · {escape(shown.credit)}'


def markdown_credit(shown: Shown) -> str:
    """Title and credit in Markdown; the title leads to the page."""
    return f"[{markdown_words(shown.title)}](<{url(shown.page)}>) · {markdown_words(shown.credit)}"


def frame(shown: Shown) -> str:
    """A frame that shows the embed, with the credit below it."""
    title = escape(one_line(shown.title))
    return (
        f'<iframe src="{escape(url(shown.embed))}" title="{title}"\n'
        f'  width="100%" height="{shown.height}" style="border: 0" loading="lazy"></iframe>\n'
        f"<p>{html_credit(shown)}</p>"
    )


def of_drawing(drawn: Drawn) -> list[Snippet]:
    """What is written to show a drawing; nothing for a place that needs a file which the site does not have."""
    made = (*_pictures(drawn), *_texts(drawn), *_papers(drawn), *_sources(drawn), *_frames(drawn))
    return list(made)


def _pictures(drawn: Drawn) -> Iterator[Snippet]:
    fixed = drawn.first("light.svg", "svg", "png")
    if fixed:
        words = "It chooses by width and by colours, and leads to the page."
        sources = [
            (f"{_PHONE} and {_DARK}", drawn.first("narrow.dark.svg")),
            (_PHONE, drawn.first("narrow.light.svg", "narrow.svg")),
            (_DARK, drawn.first("dark.svg")),
        ]
        code = f"<p>{_picture(drawn, fixed, sources)}<br>\n<sub>{html_credit(drawn)}</sub></p>"
        yield Snippet(id="readme", where="GitHub README", words=words, code=code)
    vector = drawn.first("svg", "light.svg")
    if vector:
        phone = drawn.first("narrow.svg", "narrow.light.svg")
        figure = f"<figure>\n{_picture(drawn, vector, [(_PHONE, phone)])}\n"
        figure += f"<figcaption>{html_credit(drawn)}</figcaption>\n</figure>"
        words = "For any page; the picture is light or dark as the reader’s system is."
        yield Snippet(id="html", where="HTML", words=words, code=figure)


def _picture(drawn: Drawn, file: str, sources: list[tuple[str, str | None]]) -> str:
    chosen = [f'  <source media="{media}" srcset="{escape(url(one))}">\n' for media, one in sources if one]
    image = (
        f'<img src="{escape(url(file))}" alt="{escape(drawn.alt)}" style="max-width: 100%; height: auto"'
        f"{_zoom(drawn, file)}>"
    )
    return f'<a href="{escape(url(drawn.page))}"><picture>\n{"".join(chosen)}  {image}\n</picture></a>'


def _zoom(drawn: Drawn, file: str) -> str:
    """The width of a picture that has two pixels for one."""
    return f' width="{drawn.width}"' if file.endswith(".png") else ""


def _texts(drawn: Drawn) -> Iterator[Snippet]:
    file = drawn.first("svg", "light.svg", "png")
    alt = markdown_words(drawn.alt)
    page = url(drawn.page)
    if file:
        code = f"[![{alt}](<{url(file)}>)](<{page}>)\n\n{markdown_credit(drawn)}"
        yield Snippet(id="markdown", where="Markdown", words="A picture that leads to the page.", code=code)
        light, dark = drawn.first("light.svg"), drawn.first("dark.svg")
        if light and dark:
            both = "".join(
                f"[![{alt}](<{url(one)}#only-{mode}>)](<{page}>)" for one, mode in ((light, "light"), (dark, "dark"))
            )
            words = "With the theme Material, the picture follows the site’s own switch between light and dark."
            yield Snippet(id="mkdocs", where="MkDocs", words=words, code=f"{both}\n\n{markdown_credit(drawn)}")
        code = (
            f".. figure:: {url(file)}\n   :alt: {drawn.alt}\n   :target: {page}\n\n"
            f"   {rest_words(drawn.named)}. `See it there <{page}>`__"
        )
        yield Snippet(id="sphinx", where="Sphinx", words="For reStructuredText.", code=code)
    pixels = drawn.first("png")
    if pixels:
        code = f"[![{alt}](<{url(pixels)}>)](<{page}>)\n\n{markdown_credit(drawn)}"
        words = "LessWrong and the like refuse frames and vectors; this is Markdown with a PNG that leads to the page."
        yield Snippet(id="pictures", where="Editors that take pictures only", words=words, code=code)


def _papers(drawn: Drawn) -> Iterator[Snippet]:
    slides = [drawn.files[form] for form in ("wide.svg", "wide.png") if form in drawn.files]
    if slides:
        lines = [*map(url, slides), f"Alternative text: {drawn.alt}", f"Credit: {drawn.named}, {url(drawn.page)}"]
        words = "The picture fills a slide of 16:9: insert the file, then its alternative text and the credit."
        yield Snippet(id="slides", where="Slides", words=words, code="\n".join(lines))
    paper = drawn.first("pdf")
    if paper:
        alt = latex_words(drawn.alt)
        code = (
            f"% the file: {url(paper)}\n% in the preamble: \\usepackage{{graphicx,hyperref}}\n\\begin{{figure}}\n"
            f"  \\centering\n  \\includegraphics[width=\\linewidth,alt={{{alt}}}]{{{drawn.name}.pdf}}\n"
            f"  \\caption{{{latex_words(drawn.named)}. \\href{{{latex_url(drawn.page)}}}"
            f"{{{latex_words(url(drawn.page))}}}}}\n\\end{{figure}}"
        )
        words = "Vectors with their fonts; save the file beside your text."
        yield Snippet(id="latex", where="LaTeX", words=words, code=code)


def _sources(drawn: Drawn) -> Iterator[Snippet]:
    mermaid, dot = drawn.first("mmd"), drawn.first("dot")
    credit = f"# {drawn.alt}\n# {drawn.named}, {url(drawn.page)}"
    if mermaid:
        code = f"{credit}\n(echo '```mermaid'; curl -fsS '{url(mermaid)}'; echo '```') >> README.md"
        words = "The text that hosts of Mermaid draw themselves; title, description and credit are in it."
        yield Snippet(id="mermaid", where="Mermaid", words=words, code=code)
    if dot:
        code = f"{credit}\ncurl -fsS '{url(dot)}' | dot -Tsvg -o {drawn.name}.svg"
        yield Snippet(id="dot", where="DOT", words="The text for Graphviz, with links.", code=code)


def _frames(drawn: Drawn) -> Iterator[Snippet]:
    words = "The diagram with its words and, where it has one, the explorer."
    yield Snippet(id="frame", where="Frame", words=words, code=frame(drawn))
    file = drawn.first("svg", "light.svg", "png")
    if file:
        markup = f"{_picture(drawn, file, [])}<br>{html_credit(drawn)}"
        code = f"from IPython.display import HTML\n\nHTML({json.dumps(markup, ensure_ascii=False)})"
        yield Snippet(id="jupyter", where="Jupyter", words="A cell of Python.", code=code)
