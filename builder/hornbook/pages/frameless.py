"""Pages without the site's frame, to be shown within other people's pages, and what oEmbed says of them.

Whatever they lead to opens outside: a host's page is never replaced, and a frame never becomes a second browser.
"""

import json
import re
from html import escape

from hornbook.addresses import FAVICON, FRAMELESS_SCRIPT, FRAMELESS_STYLES, OEMBED, SCRIPT, STYLES, relative
from hornbook.language import Direction, say
from hornbook.model import Glossary
from hornbook.pages.embeds import Embed
from hornbook.pages.html import EMPTY, Html, join, policy_meta, say_html, tag, trusted, void_tag
from hornbook.pages.use_pages import UsePage

WIDTH = 640
"""The width that oEmbed names; the embeds fit any."""
_LINK = re.compile(r"<a (?P<attributes>[^>]*)>")
_WITHIN = re.compile(r'(?P<name>(?:xlink:)?href)="#')
_IN_PLACE = 'href="?'
"""How the addresses of links begin that lead to another state of the same page."""
_DARK = re.compile(r'^\[data-md-color-scheme="slate"\][^{}]*\{[^{}]*\}', re.MULTILINE)
_UNMARKED = "body:not([data-md-color-scheme])"


def frameless_page(glossary: Glossary, embed: Embed) -> bytes:
    """The embed as a page of its own."""
    home = relative(embed.address, embed.page)
    there = say_html("See it in {site}", site=tag("a", glossary.title, href=home))
    credit = tag("p", there, " · ", glossary.licence)
    main = tag(
        "main",
        embed.shown,
        tag("footer", credit, tag("p", say("Links open in a new tab.")), class_="kb-from"),
        class_="md-typeset",
        data_kb_senses=embed.senses,
    )
    described = void_tag(
        "link", rel="alternate", type="application/json+oembed", href=f"{glossary.site_url}{embed.address}{OEMBED}"
    )
    script = tag("script", src=relative(embed.address, SCRIPT), defer="")
    more = join(described if embed.badge is None else EMPTY, script if embed.reasons else EMPTY)
    return _document(glossary, embed, _outward(main, home), more)


def use_document(glossary: Glossary, use: UsePage) -> bytes:
    """A page on how to show something elsewhere; whoever opens it leaves it by its links, as any page."""
    whence = say_html("From {site}", site=tag("a", glossary.title, href=relative(use.address, use.page)))
    credit = tag("p", whence, " · ", glossary.licence)
    main = tag("main", use.shown, tag("footer", credit, class_="kb-from"), class_="md-typeset kb-using")
    return _document(glossary, use, main, EMPTY)


def _document(glossary: Glossary, shown: Embed | UsePage, main: Html, more: Html) -> bytes:
    """A page around what is shown, with what its head has besides."""
    at = shown.address
    head = join(
        void_tag("meta", charset="utf-8"),
        policy_meta(),
        void_tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void_tag("meta", name="color-scheme", content="light dark"),
        void_tag("meta", name="robots", content="noindex"),
        tag("title", f"{shown.title} – {glossary.title}"),
        void_tag("link", rel="canonical", href=f"{glossary.site_url}{shown.page.partition('#')[0]}"),
        void_tag("link", rel="icon", href=relative(at, FAVICON)),
        *(void_tag("link", rel="stylesheet", href=relative(at, one)) for one in (STYLES, FRAMELESS_STYLES)),
        more,
    )
    body = join(tag("script", src=relative(at, FRAMELESS_SCRIPT)), main)
    rtl = glossary.direction if glossary.direction is Direction.RTL else None
    page = tag("html", tag("head", head), tag("body", body, class_="kb-embed"), lang=glossary.lang, dir=rtl)
    return f"<!doctype html>\n{page}\n".encode()


def frameless_styles(own: str, of_site: str) -> bytes:
    """The style sheet of these pages beside the site's: its `own`, and whatever either says of the dark scheme.

    On the site the theme's script names the scheme; here a reader's system does where the address names none.
    """
    dark = "\n".join(rule.replace('[data-md-color-scheme="slate"]', _UNMARKED) for rule in _DARK.findall(of_site + own))
    return f"{own}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n".encode()


def oembed(glossary: Glossary, embed: Embed) -> bytes:
    """What oEmbed 1.0 says of it (type `rich`): whoever is given the address of its page can show it."""
    address = f"{glossary.site_url}{embed.address}"
    frame = {
        "src": address,
        "title": embed.title,
        "width": str(WIDTH),
        "height": str(embed.height),
        "loading": "lazy",
        "style": "border:0;width:100%",
    }
    written = " ".join(f'{name}="{escape(value)}"' for name, value in frame.items())
    data = {
        "version": "1.0",
        "type": "rich",
        "title": embed.title,
        "provider_name": glossary.title,
        "provider_url": glossary.site_url,
        "html": f"<iframe {written}></iframe>",
        "width": WIDTH,
        "height": embed.height,
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _outward(markup: Html, page: str) -> Html:
    """The same with every link opening outside; what leads to a place on the page leads to it on the site's page."""
    path = page.partition("#")[0]

    def opened(found: re.Match[str]) -> str:
        attributes = _WITHIN.sub(rf'\g<name>="{escape(path)}#', found["attributes"])
        if "href=" not in attributes or _IN_PLACE in attributes:
            return found[0]
        rel = "" if " rel=" in f" {attributes}" else ' rel="noopener"'
        return f'<a {attributes} target="_blank"{rel}>'

    return trusted(_LINK.sub(opened, markup))
