"""The page at `/contribute/fields/`: what may be written in each file, field by field, with examples."""

from collections.abc import Iterable, Mapping, Sequence

from hornbook.addresses import FIELDS
from hornbook.model.manual import Code, Excerpt, FieldManual, Phrase, Pointer, SectionManual, WordManual, phrase
from hornbook.pages.field_ideas import IDEAS, Idea
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.html import EMPTY, Html, folded, join, row, table, tag, text_kept
from hornbook.pages.marks import counted

_LEAD = (
    "Every field of every file: whether it must be there, what it may hold, what it means. The tables are made from "
    "the declarations by which files are read, and the examples are cut out of a small project that is checked."
)


def fields_page(manual: Sequence[SectionManual]) -> GeneratedPage:
    """The manual as a page: which files there are, the ideas behind them, and a table for each kind and each part."""
    blocks: Blocks = [tag("p", _LEAD), Heading(2, "The files", "files"), _files(manual)]
    blocks.append(Heading(2, "Ideas behind the fields", "ideas"))
    titles = {field.anchor: (section.title, field.name) for section in manual for field in section.fields}
    for idea in IDEAS:
        said = [tag("p", _html(phrase(words))) for words in idea.paragraphs]
        blocks.append(folded(idea.title, *said, _fields_of(idea, titles), id=idea.anchor))
    for section in manual:
        blocks += _section(section)
    return GeneratedPage(
        address=FIELDS,
        title="Fields",
        description="What may be written in each file: every field, what it may hold and what it means.",
        blocks=tuple(blocks),
        in_english=True,
        searched=False,  # it says every common word, and would come before terms that are called so
    )


def _files(manual: Iterable[SectionManual]) -> Html:
    """The kinds of files, each leading to its fields."""
    listed = [
        join(
            tag("dt", _link(section.title, section.anchor)),
            tag("dd", _html(section.meaning), " ", _html(section.file)),
        )
        for section in manual
        if section.is_kind
    ]
    return tag("dl", *listed, class_="kb-codes")


def _fields_of(idea: Idea, titles: Mapping[str, tuple[str, str]]) -> Html:
    """The fields that an idea stands behind."""
    links = [_link(join(titles[one][0], " ", tag("code", titles[one][1])), one) for one in idea.fields]
    return tag("p", "Fields: ", join(*links, by=", "), class_="kb-hint") if links else EMPTY


def _section(section: SectionManual) -> Blocks:
    """A kind of file, or folded up a part of records: what it is, its fields, and what holds of several of them."""
    meaning = tag("p", join(_html(section.meaning), " ", _html(section.file)))
    fields = (
        _table(f"Fields: {section.title}", [_field(field) for field in section.fields]),
        *(tag("p", _html(rule)) for rule in section.rules),
        tag("p", _html(section.alone)) if section.alone else EMPTY,
        _example(section.example_alone),
        *(_words(field.name, field.words) for field in section.fields if field.words),
    )
    if not section.is_kind:
        return [folded(section.title, meaning, *fields, id=section.anchor)]
    return [Heading(2, section.title, section.anchor), meaning, folded(counted(section.fields, "field"), *fields)]


def _field(field: FieldManual) -> Html:
    need = "required" if field.required else "may be left out"
    if field.otherwise:
        need = join(need, "; then ", _html(field.otherwise))
    meaning = join(_html(field.meaning), *(_more(idea) for idea in IDEAS if field.anchor in idea.fields))
    return row(
        join(_link(tag("code", field.name), field.anchor), tag("span", need, class_="kb-block kb-source")),
        join(meaning, _example(field.example)),
        _html(field.holds),
        id=field.anchor,
    )


def _more(idea: Idea) -> Html:
    return join(" More: ", _link(idea.title, idea.anchor), ".")


def _words(field: str, words: Iterable[WordManual]) -> Html:
    """The words that a field may hold, each with its meaning."""
    listed = [join(tag("dt", tag("code", word.word), id=word.anchor), tag("dd", _html(word.meaning))) for word in words]
    return join(tag("p", "The words of ", tag("code", field), ":"), tag("dl", *listed, class_="kb-values"))


def _example(excerpt: Excerpt | None) -> Html:
    return EMPTY if excerpt is None else tag("pre", tag("code", text_kept(excerpt.text)))


def _table(name: str, rows: Sequence[Html]) -> Html:
    """A table of fields, which scrolls inside itself, also by the keyboard."""
    titles = ("Field", "What it means, with an example", "What it may hold")
    return table(titles, rows, "kb-table kb-fields", tabindex="0", role="region", aria_label=name)


def _html(words: Phrase) -> Html:
    """A phrase with its code and its links, which stay on this page."""
    return join(*map(_piece, words))


def _piece(piece: str | Code | Pointer) -> Html | str:
    match piece:
        case Code(text):
            return tag("code", text)
        case Pointer(words, anchor):
            return _link(words, anchor)
        case _:
            return piece


def _link(words: Html | str, anchor: str) -> Html:
    return tag("a", words, href=f"#{anchor}")
