"""The settings of one run of a site engine, as far as we make them: what is left out is ours, some of it for good."""

from collections.abc import Mapping, Sequence
from html import escape

from hornbook.addresses import FAVICON, SCRIPT, STYLES
from hornbook.kinds import ADDRESSED
from hornbook.language import say
from hornbook.publish.engines import OUT

PAGES = "docs"
THEME = "theme"
_FOLDERS = sorted(
    {f"/{address.replace('{}', '*')}" for kind in ADDRESSED for address in (kind.address, *kind.also) if address}
    - {f"/{kind.address.replace('{}', '*')}" for kind in ADDRESSED if kind.address and "#" in kind.address}
)
"""Pages of records: a thousand terms in the tree of pages would make every page heavy."""


def default_settings() -> dict[str, object]:
    """What holds where the owner of a site says nothing of it, with its words in the language that is spoken."""
    theme = {**_THEME, "palette": _palette()}
    return {"theme": theme, "markdown_extensions": _extensions(), **_REST}


_THEME: Mapping[str, object] = {
    "name": "material",
    "variant": "classic",  # how Zensical comes to look like Material; the others pass over it
    "font": False,
    "favicon": FAVICON,
    "icon": {"logo": "hornbook/mark"},
    "features": [
        "navigation.instant",
        "navigation.tabs",
        "navigation.top",
        "navigation.indexes",
        "content.action.edit",
        "search.highlight",
        "search.suggest",
        "toc.follow",
    ],
}
_REST: Mapping[str, object] = {
    "extra": {"generator": False},
    "extra_css": [STYLES],
    "extra_javascript": [SCRIPT],
    "plugins": [
        {
            "search": {
                # Words end at dashes, quotation marks and points as well, those of other languages too.
                "separator": r"""[\s\u200b\-–—\u05be_,:;!?…\u060c\u061b\u061f=\[\]()"“”„«»‹›''‘’‚`/]+|\.(?!\d)""",
                # No word is left out: “if” and “not” can be names of terms.
                "pipeline": [],
            }
        }
    ],
    "not_in_nav": "\n".join(_FOLDERS) + "\n",
    "validation": {
        "omitted_files": "info",
        "absolute_links": "warn",
        "unrecognized_links": "warn",
    },
}


def _palette() -> list[dict[str, object]]:
    """The schemes, each with the switch to the next."""
    dyed = {"primary": "indigo", "accent": "indigo"}
    return [
        {
            "media": "(prefers-color-scheme)",
            "toggle": {"icon": "material/brightness-auto", "name": say("Switch to light mode")},
        },
        {
            "media": "(prefers-color-scheme: light)",
            "scheme": "default",
            **dyed,
            "toggle": {"icon": "material/brightness-7", "name": say("Switch to dark mode")},
        },
        {
            "media": "(prefers-color-scheme: dark)",
            "scheme": "slate",
            **dyed,
            "toggle": {"icon": "material/brightness-4", "name": say("Follow the system setting")},
        },
    ]


def _extensions() -> list[object]:
    """Pages come as headings and ready HTML, so nothing else is needed."""
    return ["attr_list", {"toc": {"permalink": True, "permalink_title": say("Link to this section")}}]


def decided_settings(facts: Mapping[str, str], language: str, hooks: Sequence[str] = ()) -> dict[str, object]:
    """What nobody overrides, for the folder of a run, in which `docs/` and `theme/` stand.

    `facts` are texts by the engine's names for them, such as `site_name`; themes print them as they are, so they are
    escaped here. `hooks` are the paths of the project's programs.
    """
    settings: dict[str, object] = {
        "docs_dir": PAGES,
        "site_dir": OUT,
        "use_directory_urls": True,
        "extra_templates": [],  # files of `docs/`, which must not become programs
        "theme": {"custom_dir": THEME, "language": language},
        **{name: escape(text) for name, text in facts.items()},
    }
    if hooks:
        settings["hooks"] = list(hooks)
    return settings
