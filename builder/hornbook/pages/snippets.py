"""What people write to show a drawing, a definition or a verdict of this site elsewhere, in the language of each place.

Pure texts: what contributors wrote is words in each of the languages, and only files that the site has are named.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from urllib.parse import quote

from hornbook.diagnostics.markdown import markdown_words
from hornbook.language import later, say
from hornbook.model.latex import latex_words

_MOST = 600
"""Alternative texts have at most so many characters; the page that a snippet leads to has the rest."""
_IN_ADDRESSES = "!$&()*+,-./:;=?@[]_~#%"
"""What stands in an address as it is; quotes and whatever else some language takes for its own does not."""
_PUNCTUATION = re.compile(r"([!-+\-./:-@\[-`{-~•‣⁃])")
"""What may be markup in reStructuredText: the punctuation of ASCII but commas, and bullets."""
_PHONE = "(max-width: 520px)"
EXPLORER_HEIGHT = 900
"""About as many pixels as an explorer needs at first; it tells its host how many it is."""
_SHRINKS_FROM = 456
"""In a column of 344 pixels the words of a wider drawing, of 12 pixels, would be smaller than nine."""
_LONGEST = 20_000
"""A text for other programs that has more characters is not shown, but said to be in its file."""
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
    explorer: str | None = None
    """The address of the embed as an explorer, where it can be one."""

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
    narrow: int = 0
    """The width of the drawing for phones."""
    files: dict[str, str]
    """The address of each file by the end of its name, such as `narrow.dark.svg`."""
    texts: dict[str, str]
    """What it is as a text for Mermaid (`mmd`) and for Graphviz (`dot`), as far as the site has these forms."""

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
    opened = _frame_tag(shown, 'style="border: 0"')
    return f"{opened}\n<p>{html_credit(shown)}</p>"


def mdx_frame(shown: Shown) -> str:
    """The same in MDX, the Markdown of Docusaurus, where a style is an object and HTML has to be XML."""
    return f"{_frame_tag(shown, 'style={{border: 0}}')}\n\n{markdown_credit(shown)}"


def _frame_tag(shown: Shown, style: str) -> str:
    return (
        f'<iframe src="{escape(url(shown.embed))}" title="{escape(one_line(shown.title))}"\n'
        f'  width="100%" height="{shown.height}" {style} loading="lazy"></iframe>'
    )


def of_drawing(drawn: Drawn) -> list[Snippet]:
    """What is written to show a drawing, and its embed; nothing where that takes a file that the site does not have."""
    return [*of_picture(drawn), *of_embed(drawn)]


def small_on_phones(drawings: Iterable[Drawn]) -> str:
    """What to say of drawings that are too wide for a phone where pages shrink them; nothing if there are none."""
    wide = [say("“{title}”", title=one.title) for one in drawings if one.narrow > _SHRINKS_FROM]
    return say(_SHRUNK, titles=", ".join(wide)) if wide else ""


_SHRUNK = later(
    "Wider than a phone, and so with small words where a page shrinks pictures: {titles}. "
    "The explorer in a frame never shrinks them."
)


def of_picture(drawn: Drawn) -> list[Snippet]:
    """What is written to show a drawing as a picture or a text."""
    return [*_pictures(drawn), *_texts(drawn), *_papers(drawn), *_sources(drawn), *_notebooks(drawn)]


def of_embed(shown: Shown) -> list[Snippet]:
    """What is written to show what has an embed."""
    return list(_frames(shown))


def _pictures(drawn: Drawn) -> Iterator[Snippet]:
    fixed = drawn.first("light.svg", "svg", "png")
    if fixed:
        words = say("It chooses by width and by colours, and leads to the page.")
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
        figure = f'<figure style="margin: 0">\n{_picture(drawn, vector, [(_PHONE, phone)])}\n'
        figure += f"<figcaption>{html_credit(drawn)}</figcaption>\n</figure>"
        words = say("For any page; the picture is light or dark as the reader’s system is.")
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
        words = say("A picture that leads to the page.")
        yield Snippet(id="markdown", where="Markdown", words=words, code=code)
        light, dark = drawn.first("light.svg"), drawn.first("dark.svg")
        if light and dark:
            both = "".join(
                f"[![{alt}](<{url(one)}#only-{mode}>)](<{page}>)" for one, mode in ((light, "light"), (dark, "dark"))
            )
            code = f"{both}\n\n{markdown_credit(drawn)}"
            yield Snippet(id="mkdocs", where="MkDocs", words=say(_IN_MATERIAL), code=code)
        yield Snippet(id="docusaurus", where="Docusaurus", words=say(_IN_MDX), code=_in_mdx(drawn, file))
        code = (
            f".. figure:: {url(file)}\n   :alt: {drawn.alt}\n   :target: {page}\n\n"
            f"   {rest_words(drawn.named)}. `{rest_words(say('See it there'))} <{page}>`__"
        )
        yield Snippet(id="sphinx", where="Sphinx", words=say("For reStructuredText."), code=code)
    pixels = drawn.first("png")
    if pixels:
        code = f"[![{alt}](<{url(pixels)}>)](<{page}>)\n\n{markdown_credit(drawn)}"
        yield Snippet(id="pictures", where=say("Editors that take pictures only"), words=say(_PIXELS), code=code)


_IN_MATERIAL = later("With the theme Material, the picture follows the site’s own switch between light and dark.")
_IN_MDX = later("For MDX; the picture follows the site’s own switch between light and dark.")
_PIXELS = later("LessWrong and the like refuse frames and vectors; this is Markdown with a PNG that leads to the page.")


def _in_mdx(drawn: Drawn, file: str) -> str:
    """A picture in MDX: HTML as XML, with the names that React gives attributes."""
    phone = drawn.first("narrow.svg", "narrow.light.svg")
    source = f'  <source media="{_PHONE}" srcSet="{escape(url(phone))}" />\n' if phone else ""
    image = f'  <img src="{escape(url(file))}" alt="{escape(drawn.alt)}"{_zoom(drawn, file)} />'
    picture = f'<a href="{escape(url(drawn.page))}"><picture>\n{source}{image}\n</picture></a>'
    return f"{picture}\n\n{markdown_credit(drawn)}"


def _papers(drawn: Drawn) -> Iterator[Snippet]:
    slides = [drawn.files[form] for form in ("wide.svg", "wide.png") if form in drawn.files]
    if slides:
        alt = say("Alternative text: {words}", words=drawn.alt)
        credit = say("Credit: {credit}, {address}", credit=drawn.named, address=url(drawn.page))
        code = "\n".join([*map(url, slides), alt, credit])
        words = say("The picture fills a slide of 16:9: insert the file, then its alternative text and the credit.")
        yield Snippet(id="slides", where=say("Slides"), words=words, code=code)
    paper = drawn.first("pdf")
    if paper:
        alt = latex_words(drawn.alt)
        code = (
            f"% {one_line(say('the file: {address}', address=url(paper)))}\n"
            f"% {one_line(say('in the preamble: {code}', code=_PACKAGES))}\n\\begin{{figure}}\n"
            f"  \\centering\n  \\includegraphics[width=\\linewidth,alt={{{alt}}}]{{{drawn.name}.pdf}}\n"
            f"  \\caption{{{latex_words(drawn.named)}. \\href{{{latex_url(drawn.page)}}}"
            f"{{{latex_words(url(drawn.page))}}}}}\n\\end{{figure}}"
        )
        words = say("Vectors with their fonts; save the file beside your text.")
        yield Snippet(id="latex", where="LaTeX", words=words, code=code)


_PACKAGES = r"\usepackage{graphicx,hyperref}"


def _sources(drawn: Drawn) -> Iterator[Snippet]:
    mermaid, dot = drawn.texts.get("mmd"), drawn.texts.get("dot")
    if mermaid is not None:
        fenced = f"```mermaid\n{mermaid}```\n\n{markdown_credit(drawn)}"
        words = say("For Markdown on hosts that draw Mermaid; elsewhere take what stands within the fence.")
        yield from _source(drawn, "mmd", Snippet(id="mermaid", where="Mermaid", words=words, code=fenced))
    if dot is not None:
        words = say("For Graphviz, with links and credit.")
        told = f"// {drawn.named}, {url(drawn.page)}\n{dot.rstrip()}"
        yield from _source(drawn, "dot", Snippet(id="dot", where="DOT", words=words, code=told))


def _source(drawn: Drawn, form: str, whole: Snippet) -> Iterator[Snippet]:
    """A text for other programs; of one that is too long for a page, where its file is, if it has one."""
    file = drawn.files.get(form)
    if len(whole.code) <= _LONGEST:
        yield whole
    elif file is not None:
        words = say(_ELSEWHERE, number=f"{len(drawn.texts[form]):,}")
        yield replace(whole, words=words, code=f"{url(file)}\n{drawn.alt}\n{drawn.named}, {url(drawn.page)}")


_ELSEWHERE = later("The text has {number} characters, more than are shown here; it is in this file.")


def _frames(shown: Shown) -> Iterator[Snippet]:
    if shown.explorer != shown.embed:
        words = say("The diagram with its words.")
        yield Snippet(id="frame", where=say("Frame"), words=words, code=frame(shown))
    if shown.explorer is not None:
        words = say("Readers mark what holds and what fails, and see what follows.")
        code = frame(replace(shown, embed=shown.explorer, height=EXPLORER_HEIGHT))
        yield Snippet(id="explorer", where=say("Explorer in a frame"), words=words, code=code)
    yield framed_in_mdx(shown)


def framed_in_mdx(shown: Shown) -> Snippet:
    """The frame as Docusaurus takes it."""
    return Snippet(id="mdx", where=say("Frame in Docusaurus"), words=say("The same for MDX."), code=mdx_frame(shown))


def _notebooks(drawn: Drawn) -> Iterator[Snippet]:
    file = drawn.first("svg", "light.svg", "png")
    if file:
        markup = f"{_picture(drawn, file, [])}<br>{html_credit(drawn)}"
        code = f"from IPython.display import HTML\n\nHTML({json.dumps(markup, ensure_ascii=False)})"
        yield Snippet(id="jupyter", where="Jupyter", words=say("A cell of Python."), code=code)
