"""A page while it is made: its sources, its address and whose words it uses, bound once for all of its parts."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from hornbook.addresses import FRAMEWORKS, address_of, outside_term, relative, source_address, title_of
from hornbook.language import say
from hornbook.model import Citation, KnowledgeBase, Prose
from hornbook.model.author_names import author_and_year
from hornbook.pages.context import Context, Drawings
from hornbook.pages.html import EMPTY, Html, join, say_html, tag
from hornbook.pages.prose_html import Headings, Section, outside_html, prose_html
from hornbook.pages.sentence_html import name_html, sentence_html
from hornbook.reasoning.scopes import Reasoning
from hornbook.reasoning.sentences import Names, Sentence


@dataclass(frozen=True, slots=True)
class Page:
    """One section of one page, or the page as a whole; its methods write what every kind of page is made of."""

    context: Context
    at: str
    """Its address."""
    framework: str | None = None
    """Whose words its prose uses; None: nobody's in particular."""
    ids: str = ""
    """With what the ids of its drawings begin, so that one drawing can stand on it several times."""
    tags: tuple[str, ...] = ()
    """What its record is about."""
    level: int = 1
    """That of the heading that its prose stands under."""
    part: str = ""
    """The part of the record whose prose it shows, with which the anchors of headings in it begin."""
    anchors: set[str] = field(default_factory=set, compare=False, repr=False)
    """Those of headings in prose, all over the page; it grows, as the next does."""
    linked: set[str] = field(default_factory=set, compare=False, repr=False)
    """The terms that its prose needs no further link to."""

    @property
    def knowledge(self) -> KnowledgeBase:
        """The knowledge base that the page shows something of."""
        return self.context.knowledge

    @property
    def reasoning(self) -> Reasoning:
        """What follows in it."""
        return self.context.reasoning

    @property
    def drawings(self) -> Drawings:
        """What makes drawings for the page."""
        return self.context.drawings

    def section(self, framework: str | None = None, linked: Iterable[str] = ()) -> "Page":
        """A new section of the page: its prose links every term once more, except those `linked`."""
        return replace(self, framework=framework, level=2, linked=set(linked))

    def in_words_of(self, framework: str | None) -> "Page":
        """The same section where it goes on in the words of another framework."""
        return replace(self, framework=framework)

    def names(self, framework: str) -> Names:
        """What the atoms of a framework are called."""
        return self.reasoning.framework(framework).names

    def address(self, address: str) -> str:
        """An address of the site as this page writes it."""
        return relative(self.at, address)

    def link(self, address: str, words: Html | str, **attributes: str | None) -> Html:
        """A link from this page to an address of the site."""
        return tag("a", words, href=self.address(address), **attributes)

    def to(self, target: str, **attributes: str | None) -> Html:
        """A link to what has this id and a page, such as a term, a view or a framework, by its title."""
        return self.link(address_of(self.knowledge, target), title_of(self.knowledge, target), **attributes)

    def name(self, term: str, words: str | None = None) -> Html:
        """A term's name, or other words for it, as a link with a preview; on the term's own page just the words."""
        foreign = outside_term(self.knowledge, term)
        if foreign is not None:
            return outside_html(term, foreign, words)
        return name_html(term, words or self.knowledge.terms[term].name, self.at)

    def sentence(self, sentence: Sentence) -> Html:
        """A sentence with its names and grounds as links."""
        return sentence_html(self.knowledge, sentence, self.at)

    def names_term(self, words: str, term: str) -> bool:
        """Tell whether words name a term, by its label or an alias."""
        return any(term in mention.terms for mention in self.context.finder.find(words, self.framework))

    def cite(self, citation: Citation) -> Html:
        """A source and the place in it, linked to its page."""
        source = self.knowledge.sources[citation.ref]
        where = f", {citation.at}" if citation.at else ""
        return self.link(source_address(source.id), f"{author_and_year(source)}{where}", class_="kb-cite")

    def cite_all(self, citations: Iterable[Citation]) -> Html:
        """Sources and the places in them, one after the other."""
        return join(*map(self.cite, citations), by="; ")

    def in_framework(self, framework: str) -> Html:
        """In whose framework something is said; the word leads to where it is explained."""
        word = self.link(FRAMEWORKS, say("framework"))
        return say_html("In the {framework} of {author}", framework=word, author=self.to(framework))

    def origin(self, framework: str, citation: Citation) -> Html:
        """In whose vocabulary something is said, and where it comes from."""
        return tag("p", self.in_framework(framework), " · ", self.cite(citation))

    def prose(self, prose: Prose | None) -> Html:
        """Contributors' prose; nothing for none."""
        headings = Headings(self.level, self.part, self.anchors)
        section = Section(self.at, self.framework, self.linked, self.tags, headings)
        return prose_html(self.knowledge, self.context.finder, prose, section)

    def note(self, prose: Prose | None) -> Html:
        """What a reader should know besides, in a box of its own; nothing for none."""
        written = self.prose(prose)
        return tag("div", written, class_="kb-note") if written else EMPTY
