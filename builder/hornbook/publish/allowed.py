"""What a finished page may consist of: the tables that the gate holds every page against.

The frame's tables list what Material for MkDocs 9.8 writes around a page with search, colour schemes, tabs,
navigation paths and edit links; a test builds such a site and holds it against them. Zensical's classic frame differs
in an id alone. What is not listed is refused,
so a table grows only when somebody has looked at what it lets in.
"""

import re
from collections.abc import Mapping

from hornbook.publish.elements import Zone

Table = Mapping[str, frozenset[str]]
"""The attributes that each element may have besides the ones that all may have."""


def _table(lines: str) -> dict[str, frozenset[str]]:
    """Read `element attribute attribute …`, one element a line."""
    rows = (line.split() for line in lines.strip().splitlines())
    return {row[0]: frozenset(row[1:]) for row in rows}


_SVG_PAINT = (
    "fill fill-opacity fill-rule stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin "
    "stroke-opacity stroke-miterlimit opacity display color transform vector-effect paint-order"
)
_SVG_TEXT = (
    "font-family font-size font-weight font-style text-anchor dominant-baseline alignment-baseline letter-spacing "
    "text-decoration textLength lengthAdjust direction"
)
SVG = _table(f"""
    a xlink:href href target rel {_SVG_PAINT}
    circle cx cy r {_SVG_PAINT}
    clipPath clipPathUnits
    defs
    desc
    ellipse cx cy rx ry {_SVG_PAINT}
    g clip-path {_SVG_PAINT} {_SVG_TEXT}
    line x1 y1 x2 y2 marker-start marker-end {_SVG_PAINT}
    marker viewBox refX refY markerWidth markerHeight markerUnits orient
    path d marker-start marker-mid marker-end {_SVG_PAINT}
    polygon points {_SVG_PAINT}
    polyline points marker-start marker-mid marker-end {_SVG_PAINT}
    rect x y width height rx ry {_SVG_PAINT}
    svg xmlns xmlns:xlink viewBox width height x y version preserveAspectRatio focusable {_SVG_PAINT} {_SVG_TEXT}
    symbol viewBox
    text x y dx dy xml:space {_SVG_PAINT} {_SVG_TEXT}
    title
    tspan x y dx dy {_SVG_PAINT} {_SVG_TEXT}
    use href xlink:href x y width height {_SVG_PAINT}
""")
"""Drawings within pages: nothing that moves, runs, styles or holds HTML."""

DRAWING = SVG | _table("""
    dc:creator
    dc:publisher
    dc:rights
    dc:source
    dc:title
    metadata
    rdf:Description rdf:about
    rdf:RDF xmlns:rdf xmlns:dc
    style
""")
"""Drawings as files of their own, which bring their colours for light and dark along, and whom they are owed to."""

HEAD = _table("""
    head
    link rel href type title hreflang sizes
    meta charset name property content http-equiv
    script src defer async type id
    title
""")

FRAME = _table("""
    a href target rel data-clipboard data-clipboard-text
    article
    aside
    body data-md-color-scheme data-md-color-primary data-md-color-accent
    button type
    div data-md-type
    footer
    form name
    header
    html
    input type name checked autocomplete autocapitalize autocorrect spellcheck placeholder required
    label for
    li
    main
    nav data-md-level
    ol
    script src defer async type
    span
    ul
""")
FRAME_DATA = frozenset(
    {
        "data-md-color-accent",
        "data-md-color-media",
        "data-md-color-primary",
        "data-md-color-scheme",
        "data-md-component",
        "data-md-scrollfix",
        "data-md-toggle",
    }
)
"""What connects the frame with the engine's script."""

MATHEMATICS = _table("""
    math display alttext
    mfrac linethickness
    mi mathvariant
    mn
    mo form lspace maxsize minsize rspace stretchy
    mover accent
    mpadded height width
    mphantom
    mroot
    mrow
    mspace width
    msqrt
    mstyle displaystyle scriptlevel
    msub
    msubsup
    msup
    mtable
    mtd
    mtext
    mtr
    munder accentunder
    munderover
""")
"""Formulas: what `mathematics` lets through, and nothing that links, loads, styles or acts."""

ARTICLE = MATHEMATICS | _table("""
    a href target rel
    abbr
    aside
    b
    bdi
    blockquote cite
    br
    button type
    caption
    cite
    code
    col span
    colgroup span
    data value
    dd
    del cite datetime
    details open name
    dfn
    div
    dl
    dt
    em
    fieldset disabled
    figcaption
    figure
    footer
    form method
    h1
    h2
    h3
    h4
    h5
    h6
    header
    hr
    i
    img src srcset sizes alt width height loading decoding
    input type name value checked disabled placeholder autocomplete
    ins cite datetime
    kbd
    label for
    legend
    li value
    mark
    nav
    ol start reversed type
    optgroup label disabled
    option value label selected disabled
    output for name
    p
    picture
    pre
    q cite
    s
    samp
    section
    select name disabled
    small
    source srcset media type sizes
    span
    strong
    sub
    summary
    sup
    table
    tbody
    td colspan rowspan headers style
    tfoot
    th colspan rowspan headers scope abbr style
    thead
    time datetime
    tr
    u
    ul
    var
    wbr
""")
ARTICLE_DATA = frozenset(
    {
        "data-fact",
        "data-from",
        "data-holds",
        "data-implication",
        "data-preview",
        "data-search-exclude",
        "data-tabs",
        "data-term",
        "data-to",
    }
)
"""What drawings and links say of the vocabulary, and two marks that the engine reads; nothing is fetched for them."""

PLAIN = (
    HEAD
    | ARTICLE
    | _table("""
    body
    html
    main
    meta charset name property content http-equiv
    script type src defer
""")
)
"""Pages of ours without the frame: redirects, and drawings to be shown within other sites."""

EVERYWHERE = frozenset({"class", "dir", "hidden", "id", "lang", "role", "tabindex", "title"})
PREFIXES = ("aria-", "data-kb-")
"""Every attribute with one of these beginnings is words for assistive technology, or data for our own script."""

TABLES: Mapping[Zone, Table] = {
    Zone.HEAD: HEAD,
    Zone.FRAME: FRAME,
    Zone.ARTICLE: ARTICLE,
    Zone.PLAIN: PLAIN,
    Zone.DRAWING: DRAWING,
}

LOADS = frozenset(
    {("img", "src"), ("img", "srcset"), ("source", "srcset"), ("script", "src"), ("use", "href"), ("use", "xlink:href")}
)
"""Addresses that a browser fetches without being asked; `link` depends on its `rel`."""
SCHEMES = frozenset({"http", "https", "mailto"})
ADDRESSES = frozenset({"href", "xlink:href", "src", "srcset", "cite"})
FETCHED_LINKS = frozenset({"stylesheet", "icon"})
OTHER_LINKS = frozenset({"alternate", "author", "canonical", "license", "next", "prev"})

_FRAME_ID = r"__(drawer|search|toc|config|palette_[0-9]+|nav_[0-9_]+(_label)?)"
"""Ids by which the engine's script finds parts of the frame; content must not pose as one of them."""
_ARTICLE_ID = r"(?!__)[^\s]+|__skip|__tabbed_[0-9]+(_[0-9]+)?|__(span|codelineno|code)[-_0-9]+"
_META_NAME = (
    "description|author|viewport|generator|robots|color-scheme|theme-color|keywords|(twitter|citation|dc)[:_.][a-z_:]+"
)
_PAINTED = ("fill", "stroke", "color", "clip-path", "marker-start", "marker-mid", "marker-end")
_PAINT = r"url\(#[A-Za-z0-9_.-]+\)|var\(--[a-z0-9-]+(, ?[^()\\]*)?\)|(rgb|hsl)a?\([^()\\]*\)|[^()\\]*"
"""Paint may be looked up in its own drawing only; a backslash could write `url` in other letters."""

VALUES: Mapping[tuple[Zone | None, str, str], re.Pattern[str]] = {
    (zone, tag, attribute): re.compile(rf"(?:{pattern})\Z")
    for zone, tag, attribute, pattern in (
        (None, "td", "style", r"text-align: (left|center|right);"),
        (None, "th", "style", r"text-align: (left|center|right);"),
        (None, "a", "target", "_blank|_top|_parent"),
        (None, "button", "type", "button|reset"),
        (None, "form", "method", "dialog"),
        (None, "meta", "charset", "utf-8"),
        (None, "meta", "property", r"(og|article|twitter):[a-z_:]+"),
        (None, "meta", "name", _META_NAME),
        (None, "*", "display", "none|inline|block"),
        (None, "svg", "xmlns", "http://www.w3.org/2000/svg"),
        (None, "svg", "xmlns:xlink", "http://www.w3.org/1999/xlink"),
        (None, "rdf:RDF", "xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        (None, "rdf:RDF", "xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        (Zone.HEAD, "meta", "http-equiv", "Content-Security-Policy"),
        (Zone.HEAD, "script", "type", r"application/ld\+json|module"),
        (Zone.PLAIN, "script", "type", r"application/ld\+json"),
        (Zone.FRAME, "script", "type", "application/json|module"),
        (Zone.FRAME, "input", "type", "checkbox|radio|text"),
        (Zone.FRAME, "input", "name", "__palette|query"),
        (Zone.FRAME, "form", "name", "search"),
        (Zone.ARTICLE, "input", "type", "checkbox|radio|search"),
        (Zone.PLAIN, "input", "type", "checkbox|radio|search"),
        (Zone.ARTICLE, "*", "id", _ARTICLE_ID),
        (Zone.ARTICLE, "*", "name", _ARTICLE_ID),
        (Zone.ARTICLE, "*", "for", _ARTICLE_ID),
        (Zone.FRAME, "*", "id", _FRAME_ID),
        (Zone.FRAME, "*", "for", _FRAME_ID),
        (None, "*", "tabindex", "0|-1|"),
        *((None, "*", name, _PAINT) for name in _PAINTED),
    )
}
"""The values that an attribute may have, in one zone or in all (None), on one element or on all (`*`)."""

LOADED_BY_CLASS = frozenset({"glightbox", "mermaid", "pyodide"})
"""Classes for whose sake an engine's script fetches a program from another site, the last one to run what it holds."""

SPINE: Mapping[str, tuple[str, ...]] = {
    "html.no-js": ("head", "body"),
    "body": (
        "input.md-toggle",
        "input.md-toggle",
        "label.md-overlay",
        "div[skip]",
        "div[announce]",
        "header.md-header",
        "div.md-container",
        "div.md-dialog",
        "div.md-progress?",
    ),
    "div.md-container": ("nav.md-tabs?", "main.md-main", "footer.md-footer"),
    "main.md-main": ("div.md-main__inner", "button.md-top?"),
    "div.md-main__inner": ("div.md-sidebar?", "div.md-sidebar?", "div.md-content"),
    "div.md-content": ("nav.md-path?", "article.md-content__inner"),
}
"""Which parts stand around the article, and in which order, scripts apart; `?` marks those that may be missing.

Content that closes the article before its end leaves a trace here: a part too many, too few or out of order.
"""

SCRIPT_PLACES = frozenset({"head", "body", "nav.md-header__inner", "aside.md-banner", "div.md-main__inner"})
"""Where the engine's inline scripts stand, one in each place."""

DATA_IN_XML = (".xml", ".atom", ".rss")
"""Files for programs, which browsers nevertheless run where they hold elements of HTML or SVG."""

OTHER_FORMATS = (".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".svgz", ".swf", ".xsl", ".xslt")
"""Kinds of files that browsers run and that the gate does not read; the site has none."""

EXTERNAL_IN_STYLE = re.compile(
    rb"@import|url\([\"']?\s*(?!data:|#)(?:[a-z][a-z0-9+.-]*:|\\)|[\"'(]\s*(?:https?:|//)", re.IGNORECASE
)
"""A style sheet that loads something from elsewhere; pictures written into it are fine."""

IGNORED_IN_STYLE = re.compile(
    rb"(?P<kept>\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"
    rb"|(?<![\w\x80-\xff@#-])url\([ \t\r\n\f]*(?![\"' \t\r\n\f])[^)]*\))|/\*.*?\*/",
    re.DOTALL | re.IGNORECASE,
)
"""Comments, which say nothing, and what only looks as if it held some (`kept`): texts, and addresses without quotes."""
NAMESPACES = re.compile(rb"http://www\.w3\.org/(?:2000/svg|1999/xlink)(?=[\"'\\%])")
"""Names of vocabularies in pictures that are written into a style; nothing is fetched from there."""
