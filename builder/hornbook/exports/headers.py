"""What hosts such as Netlify and Cloudflare Pages send with the files of the site, in their file `_headers`."""

from urllib.parse import urlsplit

from hornbook.model import KnowledgeBase

_EVERYWHERE = ("X-Content-Type-Options: nosniff", "Referrer-Policy: strict-origin-when-cross-origin")
_FOR_OTHERS = ("api/*", "diagrams/*", "embed/*", "schema/*")
"""What pages of other sites fetch."""


def headers(knowledge: KnowledgeBase) -> bytes:
    """Files are what their names say, and what is data for others may be read by pages of others.

    What a page may load and run stands in the page itself, since most hosts send no headers of ours.
    """
    root = urlsplit(knowledge.glossary.site_url).path
    lines = [f"{root}*", *(f"  {header}" for header in _EVERYWHERE)]
    for files in _FOR_OTHERS:
        lines += [f"{root}{files}", "  Access-Control-Allow-Origin: *"]
    return ("\n".join(lines) + "\n").encode()
