"""The settings of one run of a site engine: the project's own, with what is decided here laid over them."""

import json
from collections.abc import Mapping, Sequence
from html import escape

from hornbook.publish.engines import OUT

PAGES = "docs"
THEME = "theme"


def engine_settings(facts: Mapping[str, str], language: str, project: str, hooks: Sequence[str] = ()) -> bytes:
    """The settings as a file for the folder of a run, in which `docs/` and `theme/` stand.

    `facts` are texts by the engine's names for them, such as `site_name`; themes print them as they are, so they are
    escaped here. `project` is the path of the project's own settings, and `hooks` those of its programs.
    """
    settings: dict[str, object] = {
        "INHERIT": project,
        "docs_dir": PAGES,
        "site_dir": OUT,
        "extra_templates": [],  # files of `docs/`, which must not become programs
        "theme": {"custom_dir": THEME, "language": language},
        **{name: escape(text) for name, text in facts.items()},
    }
    if hooks:
        settings["hooks"] = list(hooks)
    return (json.dumps(settings, indent=2, sort_keys=True) + "\n").encode()  # JSON is YAML
