"""The page at `/contribute/fields/`: what may be written in each file, field by field, with examples."""

from collections.abc import Iterable, Mapping, Sequence

from hornbook.addresses import FIELDS
from hornbook.language import later, say, say_many
from hornbook.model.manual import Excerpt, FieldManual, SectionManual, WordManual, phrase, say_phrase
from hornbook.pages.field_ideas import IDEAS, Idea
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.html import EMPTY, Html, folded, join, row, say_html, table, tag, text_kept
from hornbook.pages.phrases import link_here, phrase_html

_LEAD = later(
    "Every field of every file: whether it must be there, what it may hold, what it means. The tables are made from "
    "the declarations by which files are read, and the examples are cut out of a small project that is checked."
)


def fields_page(manual: Sequence[SectionManual]) -> GeneratedPage:
    """The manual as a page: which files there are, the ideas behind them, and a table for each kind and each part."""
    blocks: Blocks = [tag("p", say(_LEAD)), Heading(2, say("The files"), "files"), _files(manual)]
    blocks.append(Heading(2, say("Ideas behind the fields"), "ideas"))
    titles = {field.anchor: (section.title, field.name) for section in manual for field in section.fields}
    for idea in IDEAS:
        said = [tag("p", phrase_html(phrase(say(words)))) for words in idea.paragraphs]
        blocks.append(folded(say(idea.title), *said, _fields_of(idea, titles), id=idea.anchor))
    for section in manual:
        blocks += _section(section)
    return GeneratedPage(
        address=FIELDS,
        title=say("Fields"),
        description=say("What may be written in each file: every field, what it may hold and what it means."),
        blocks=tuple(blocks),
        in_english=True,
        searched=False,  # it says every common word, and would come before terms that are called so
    )


def _files(manual: Iterable[SectionManual]) -> Html:
    """The kinds of files, each leading to its fields."""
    listed = [
        join(
            tag("dt", link_here(section.title, section.anchor)),
            tag("dd", phrase_html(section.meaning), " ", phrase_html(section.file)),
        )
        for section in manual
        if section.is_kind
    ]
    return tag("dl", *listed, class_="kb-codes")


def _fields_of(idea: Idea, titles: Mapping[str, tuple[str, str]]) -> Html:
    """The fields that an idea stands behind."""
    links = [link_here(join(titles[one][0], " ", tag("code", titles[one][1])), one) for one in idea.fields]
    return tag("p", say_html("Fields: {fields}", fields=join(*links, by=", ")), class_="kb-hint") if links else EMPTY


def _section(section: SectionManual) -> Blocks:
    """A kind of file, or folded up a part of records: what it is, its fields, and what holds of several of them."""
    meaning = tag("p", join(phrase_html(section.meaning), " ", phrase_html(section.file)))
    fields = (
        _table(say("Fields: {fields}", fields=section.title), [_field(field) for field in section.fields]),
        *(tag("p", phrase_html(rule)) for rule in section.rules),
        tag("p", phrase_html(section.alone)) if section.alone else EMPTY,
        _example(section.example_alone),
        *(_words(field.name, field.words) for field in section.fields if field.words),
    )
    if not section.is_kind:
        return [folded(section.title, meaning, *fields, id=section.anchor)]
    count = say_many("{count} field", "{count} fields", len(section.fields))
    return [Heading(2, section.title, section.anchor), meaning, folded(count, *fields)]


def _field(field: FieldManual) -> Html:
    need = say_phrase("required") if field.required else say_phrase("may be left out")
    if field.otherwise:
        need = say_phrase("may be left out; then {value}", value=field.otherwise)
    meaning = join(phrase_html(field.meaning), *(_more(idea) for idea in IDEAS if field.anchor in idea.fields))
    name = link_here(tag("code", field.name), field.anchor)
    return row(
        join(name, tag("span", phrase_html(need), class_="kb-block kb-source")),
        join(meaning, _example(field.example)),
        phrase_html(field.holds),
        id=field.anchor,
    )


def _more(idea: Idea) -> Html:
    return join(" ", say_html("More: {idea}.", idea=link_here(say(idea.title), idea.anchor)))


def _words(field: str, words: Iterable[WordManual]) -> Html:
    """The words that a field may hold, each with its meaning."""
    listed = [
        join(tag("dt", tag("code", word.word), id=word.anchor), tag("dd", phrase_html(word.meaning))) for word in words
    ]
    return join(
        tag("p", say_html("The words of {field}:", field=tag("code", field))), tag("dl", *listed, class_="kb-values")
    )


def _example(excerpt: Excerpt | None) -> Html:
    return EMPTY if excerpt is None else tag("pre", tag("code", text_kept(excerpt.text)))


def _table(name: str, rows: Sequence[Html]) -> Html:
    """A table of fields, which scrolls inside itself, also by the keyboard."""
    titles = (say("Field"), say("What it means, with an example"), say("What it may hold"))
    return table(titles, rows, "kb-table kb-fields", tabindex="0", role="region", aria_label=name)
