"""The catalogue of diagnostic codes: each with its severity and what it means.

One code has one folder in `tests/cases/` and one section on the site's page of codes; a test compares the lists.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding."""

    severity: str
    meaning: str
    """One or two plain sentences for contributors: what was found, and why it matters."""


def _error(meaning: str) -> Code:
    return Code("error", meaning)


def _warning(meaning: str) -> Code:
    return Code("warning", meaning)


def _note(meaning: str) -> Code:
    return Code("note", meaning)


CODES: dict[str, Code] = {
    # load: files
    "file-missing": _error("A file that every project needs is not there."),
    "file-unread": _warning("A file or folder stands where nothing reads it, so what it says has no effect."),
    "file-unreadable": _error("A file could not be opened or read."),
    "file-link": _error("A file or folder is a symbolic link or a device; only ordinary files are read."),
    "file-too-large": _error("A file, or all files together, are larger than what is read."),
    "file-encoding": _error("A file is not UTF-8 text."),
    "text-control-character": _error(
        "A text holds a character that nobody can see, or that changes the direction of the text around it."
    ),
    "text-not-composed": _warning(
        "A text writes letters and their accents apart, so that equal words compare as different."
    ),
    "file-kind": _error("A file of docs/ is of a kind that must not be copied to the site, such as a script."),
    "file-name": _error("A file of docs/ has a name that no address can have, or no file on some system."),
    "file-reserved": _error(
        "A file of docs/ stands where the builder or the site engine writes, or where another file of docs/ would."
    ),
    # load: YAML
    "yaml-syntax": _error("A YAML file cannot be read any further than this."),
    "yaml-empty": _error("A YAML file says nothing."),
    "yaml-duplicate-key": _error("One group gives the same field twice, so one of the two values would be lost."),
    "yaml-anchor": _error("A YAML anchor or alias is used; values are repeated instead."),
    "yaml-tag": _error("A YAML tag is used; the kind of a value is known from its field."),
    "yaml-merge-key": _error("A YAML merge key is used; fields are written out instead."),
    "yaml-key": _error("The name of a field is not plain text."),
    "yaml-many-documents": _error("A YAML file holds more than one document."),
    "yaml-too-deep": _error("Values are nested deeper than any record needs."),
    "yaml-too-large": _error("A YAML file holds more values, or a longer value, than any record needs."),
    # load: records
    "field-unknown": _error("A record has a field of a name that its kind of record does not have."),
    "field-missing": _error("A record lacks a field that its kind of record must have."),
    "field-type": _error("A field holds another type of value than it should; nothing is converted silently."),
    "field-choice": _error("A field holds a word that is not one of those it may hold."),
    "field-form": _error(
        "A field's text does not have the form it needs, such as a date, an address or a single line."
    ),
    "field-empty": _error("A field that must say something is empty."),
    "field-together": _error("Of two fields that belong together only one is given."),
    "field-repeated": _warning("A list names the same thing twice."),
    "table-row": _error("A row of a table has more or fewer cells than the table has columns."),
    "choice-too-large": _error("A choice is among more atoms than can be compared two by two."),
    "chain-gaps": _error("A chain does not have exactly one gap between each two of its links."),
    "text-too-long": _error("A text is longer than its place on the site allows."),
    "id-form": _error("An id is not made of lower-case letters, digits and single hyphens, or it is too long."),
    "id-reserved": _error(
        "An id is a name that the site, the notation of claims or an operating system needs for itself."
    ),
    "id-taken": _error("An id is used for two things, so that a link to it would be a guess."),
    "alias-taken": _error("A label or alias names two terms, so that a mention of it would be a guess."),
    "ids-line": _error("A line of the list of published ids is not of the form `kind id` or `retired kind id`."),
    # load: references
    "reference-unknown": _error("A reference names something that does not exist."),
    "reference-kind": _error("A reference names a thing of another kind than is wanted there."),
    "atom-without-sentences": _error(
        "A term is used in an implication but has no sentences for when it holds and when it fails."
    ),
    "settings-nav": _error(
        "The navigation names a page of docs/ by its file; engines know it by the folder it becomes."
    ),
    "settings-differ": _error("The site engine's settings and the glossary say different things of the site."),
    # load: prose
    "prose-html": _error(
        "A text contains HTML, or gives something on a page attributes of its own; texts are Markdown only."
    ),
    "page-front-matter": _error("The front matter of a page holds a field or a value that pages may not have."),
    "prose-heading": _error(
        "A text contains a heading, or a page one that is inside something else or says nothing; the headings of a "
        "record's page are made from its fields."
    ),
    "prose-image": _error(
        "A text contains an image, where pictures are drawings of views, or a page one that is no file of the site."
    ),
    "prose-link": _error("A link leads somewhere that links may not lead, or stands inside another link."),
    "prose-embed": _error("An embedded view or question does not stand alone on its line."),
    "prose-count": _error("A text counts something that is no kind of record."),
    "prose-reference": _error("Double brackets do not hold a reference or a claim, or are never closed."),
    "prose-too-deep": _error("A text is nested deeper than a page can show."),
    "claim-notation": _error("A claim in a text does not follow the notation of claims."),
    # check
    "claim-verdict": _error("A claim's verdict is not the one that the implications give."),
    "claim-missing": _error("The sets that a claim lists as missing are not the ones that were computed."),
    "claim-scope": _error("A claim uses an atom that its framework or view does not know."),
    "claim-naming": _error("A claim about an author's word for a sense does not agree with the term's record."),
    "framework-contradictory": _error("The implications of a framework cannot hold together."),
    "claim-unconditional": _warning(
        "A claim takes as given a term that is said only under a condition, and does not assume it."
    ),
    "example-refines": _error(
        "An example that refines another one lacks or contradicts one of its facts, loses a verdict, or refines itself."
    ),
    "statement-nowhere": _error("A statement of a source names an address that the finished site does not have."),
    "view-goal": _error("The goal of a view occurs in none of the implications that it shows."),
    "views-differ": _error("Two views that are said to be equivalent are not."),
    "implication-redundant": _note("An implication follows from the others of its framework."),
    "term-unused": _note("No implication, claim, example, chain, page or other term uses this term."),
    "id-removed": _error("A published id is gone, so addresses that others use would break."),
    "id-unlisted": _warning("An id is not in the list of published ids yet."),
    "view-too-large": _error("A view or chain has more boxes than a drawing that can be read."),
    "drawing-stale": _error("A drawing that is kept beside its specification is not the one that is made now."),
    # publish
    "output-not-ours": _error("The folder to write to holds, or is, something that this program did not write."),
    "output-busy": _error("Another build is writing to the same folder."),
    "output-conflict": _error(
        "The folder to write to holds a file that this program did not write; it would be published unread."
    ),
    "output-path": _error("A path of the site would leave the output folder, or cannot be a file there."),
    "output-failed": _error("The system refused to read or write a file; what stood there before is still whole."),
    "engine-missing": _error("The site engine that was asked for is not installed."),
    "engine-failed": _error("The site engine found mistakes or stopped, so there is no new site."),
    "link-broken": _error("A link, picture, script or stylesheet leads to nothing that the site has."),
    "anchor-missing": _error("A link leads to a place in a page that the page does not have."),
    "id-duplicate": _error("Two elements of one page have the same id, so links to it may land on the wrong one."),
    "html-file": _error(
        "The finished site has a file that neither the builder nor the theme brought, or one that was changed."
    ),
    "html-element": _error(
        "A finished page has an element that pages of this site never have, or has it out of place."
    ),
    "html-attribute": _error("An element of a finished page has an attribute or a value that is not allowed there."),
    "html-script": _error("A finished page has a script that is neither the theme's nor the builder's."),
    "html-external": _error("A finished page would load something from another site when it is read."),
}
