"""Codes that belong to no one check: what written files and finished pages share, and those of commands."""

from hornbook.diagnostics.codes import Code, Lines, Severity

LINK_BROKEN = Code(
    "link-broken",
    "A link, picture, script or stylesheet leads to nothing that the site has.",
    Lines(
        "docs/index.md",
        "See [the ground](ground.md), [the terms](terms/index.md), ![a drawing](diagrams/rain.svg) and [[rain]].",
        "See [[wet-ground|the ground]], [the terms](terms/index.md), ![a drawing](diagrams/wetness.svg) and [[rain]].",
    ),
)
ANCHOR_MISSING = Code(
    "anchor-missing",
    "A link leads to a place in a page that the page does not have.",
    Lines("docs/index.md", "See [below](#below) and [the top](#weather).", "See [the top](#weather)."),
)
ID_DUPLICATE = Code(
    "id-duplicate",
    "Two elements of one page have the same id, so links to it may land on the wrong one.",
    Lines("docs/index.md", "## Rain { #rain }\n\n## Snow { #rain }", "## Rain { #rain }\n\n## Snow { #snow }"),
)
TABLE_ROW = Code(
    "table-row",
    "A row of a table has more or fewer cells than the table has columns.",
    Lines(
        "glossary/frameworks/weather.yaml",
        "columns: [Day, Weather]\nrows:\n  - [Monday, rain]\n  - [Tuesday]",
        "columns: [Day, Weather]\nrows:\n  - [Monday, rain]\n  - [Tuesday, –]",
    ),
)
MEANING_CHANGED = Code(
    "meaning-changed",
    "Something means something else than before: a verdict, what follows, what is enough, a text, an address or a "
    "drawing. It is no mistake; `hornbook diff` tells it.",
    "One state of a glossary says `assuming: [open]` of an implication, and the next one no longer does.",
    severity=Severity.NOTE,
)
CHANGE_COMPLETED = Code(
    "change-completed",
    "A command that changes several files was cut off, and its change was completed now, or taken back where it could "
    "not be.",
    "The machine stopped while `hornbook mv` was writing.",
    severity=Severity.NOTE,
)
CHANGE_UNFINISHED = Code(
    "change-unfinished",
    "A command that changes several files was cut off, and what it left can be neither completed nor taken back.",
    "A file was edited after the machine had stopped while `hornbook mv` was writing.",
)
WRONG_USAGE = Code(
    "wrong-usage",
    "A command was called in a way that it cannot be: there is no such command, option, name or value, or something "
    "is missing. Nothing was done.",
    "`hornbook chek` was typed where `hornbook check` was meant.",
)
IMPORT_UNREADABLE = Code(
    "import-unreadable",
    "A file that was to be imported is not of the form that was named, or is larger than what is read, or asks for "
    "something to be fetched. Nothing was written.",
    "`hornbook import skos words.ttl`, where `words.ttl` is no Turtle.",
)
IMPORT_LEFT_OUT = Code(
    "import-left-out",
    "Something of an imported vocabulary has no place in the files of a glossary, and was left out.",
    "`hornbook import skos words.ttl`, where a concept has a note for editors.",
    severity=Severity.NOTE,
)
IMPORT_CHANGED = Code(
    "import-changed",
    "Something of an imported vocabulary was carried in another form, such as a label that two terms had.",
    "`hornbook import skos words.ttl`, where two concepts have the same label.",
    severity=Severity.NOTE,
)
