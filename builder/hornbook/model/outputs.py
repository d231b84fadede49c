"""Which files a site has beside its pages: drawings, pictures for shared links, embeds, proofs, data."""

from dataclasses import dataclass
from typing import Annotated as A

from hornbook.model.fields import Word


class PictureForm(Word):
    """A form in which a drawing is written for people to look at; also the end of the file's name."""

    SVG = "svg", "Light or dark as the reader’s system is; boxes are links."
    LIGHT_SVG = "light.svg", "Light, without a style and without links, for places that show pictures only."
    DARK_SVG = "dark.svg", "The same in dark."
    PNG = "png", "Light, two pixels for one, for places that take no vectors."
    DARK_PNG = "dark.png", "The same in dark."
    PDF = "pdf", "Light, as vectors with its fonts; boxes are links."
    DARK_PDF = "dark.pdf", "The same in dark."

    @property
    def is_dark(self) -> bool:
        """Whether its colours are the dark ones."""
        return self.value.startswith("dark.")

    @property
    def kind(self) -> str:
        """`svg`, `png` or `pdf`."""
        return self.value.rpartition(".")[2]


class SourceForm(Word):
    """A form in which a drawing is written for other programs; also the end of the file's name."""

    DOT = "dot", "For Graphviz."
    MERMAID = "mmd", "For Mermaid, with a title and a description for those who do not see it."
    JSON = "json", "Everything that is drawn, with what it means and where it stands in each shape."


class Shape(Word):
    """What a drawing is laid out for; also a part of the file's name, before its form."""

    NORMAL = "normal", "A page's column."
    NARROW = "narrow", "A phone, upright."
    WIDE = "wide", "A slide of 16:9."

    @property
    def suffix(self) -> str:
        """What the names of its files have behind the id."""
        return "" if self is Shape.NORMAL else f".{self.value}"


class CardsFor(Word):
    """How many pictures there are that other sites show for a link."""

    KINDS = "kinds", "One for each kind of page, and one for each diagram’s page."
    SITE = "site", "One for the whole site."


class EmbedOf(Word):
    """What other people's pages can show of the site: each has a page without the frame, and one that says how."""

    DIAGRAMS = "diagrams", "Views with their explorers, and chains."
    FRAMEWORKS = "frameworks", "Explorers of frameworks."
    TERMS = "terms", "The definitions of terms, with whose they are."
    CLAIMS = "claims", "Claims with their verdicts, and badges of these."


class DataForm(Word):
    """A form in which the vocabulary is written for other programs."""

    JSON = "json", "Everything as JSON with schemas: what other glossaries import, and claims with their certificates."
    SKOS = "skos", "Terms and senses as concepts of SKOS, in Turtle and JSON-LD, with shapes (SHACL)."
    SSSOM = "sssom", "Mappings as a table in the form of SSSOM."
    SCHEMA_ORG = "schema-org", "The terms in the words of schema.org, as JSON-LD."
    INVENTORY = "inventory", "Names to link to from other documentation, as Sphinx lists them: `objects.inv`."
    FEED = "feed", "The changes of the vocabulary as an Atom feed."
    CITATION = "citation", "How the whole is cited: `CITATION.cff`."
    LLMS = "llms", "What language models are given to read first: `llms.txt`."
    RECORDS = "records", "A file of JSON in the folder of each record’s page: `index.json`."
    MARKDOWN = "markdown", "Each page as Markdown too, in its folder: `index.md`."


class ProofForm(Word):
    """A form in which questions and proofs are written for other people’s provers; also the end of the file’s name."""

    CNF = "cnf", "What is put to a solver for each claim, in DIMACS."
    LRAT = "lrat", "The proof that it cannot be satisfied, for each claim that has one."
    SMT2 = "smt2", "All questions to a framework, in SMT-LIB."
    LEAN = "lean", "All proofs in a framework, as theorems of Lean 4."


_USUAL = (PictureForm.SVG, PictureForm.LIGHT_SVG, PictureForm.DARK_SVG, PictureForm.PNG, PictureForm.PDF)
"""Without PNG in dark, which takes longest to make and is asked for least."""


_DATA = tuple(one for one in DataForm if one not in {DataForm.RECORDS, DataForm.MARKDOWN})
"""Without the two of which there is a file for each page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """Which files are written beside the pages. An empty list stands for none."""

    diagrams: A[tuple[PictureForm, ...], "The forms of views and chains."] = (*_USUAL, PictureForm.DARK_PNG)
    narrow: A[tuple[PictureForm, ...], "The forms of views and chains as phones show them, upright."] = _USUAL
    wide: A[tuple[PictureForm, ...], "The forms of views and chains as slides of 16:9."] = _USUAL
    sources: A[tuple[SourceForm, ...], "What views and chains are written as for other programs."] = (
        SourceForm.DOT,
        SourceForm.MERMAID,
        SourceForm.JSON,
    )
    neighbourhoods: A[
        tuple[PictureForm, ...], "The forms of what stands around each term, in each framework that uses it."
    ] = (PictureForm.SVG,)
    frameworks: A[
        tuple[PictureForm, ...], "The forms of each framework’s drawing, both for a page’s column and for a phone."
    ] = (PictureForm.SVG,)
    proofs: A[
        tuple[ProofForm, ...],
        "The forms of questions and proofs for other people’s provers. Of `cnf` and `lrat` there are files for each "
        "claim, of the others one for each framework.",
    ] = (ProofForm.SMT2, ProofForm.LEAN)
    cards: A[CardsFor, "How many pictures there are for links to the site."] = CardsFor.KINDS
    embeds: A[
        tuple[EmbedOf, ...], "What other people’s pages can show. Each term takes three files for it, each claim two."
    ] = tuple(EmbedOf)
    data: A[tuple[DataForm, ...], "The forms in which the vocabulary is written for other programs."] = _DATA

    def forms(self, shape: Shape) -> tuple[PictureForm, ...]:
        """The forms of views and chains in one shape, each once."""
        forms = {Shape.NORMAL: self.diagrams, Shape.NARROW: self.narrow, Shape.WIDE: self.wide}[shape]
        return tuple(dict.fromkeys(forms))


DEFAULT_OUTPUTS = Outputs()
"""What is written where nothing is said."""
