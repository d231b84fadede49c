"""Settings that MkDocs and ProperDocs do not know, each with its line and what was probably meant."""

from collections.abc import Iterator
from difflib import get_close_matches

from hornbook.diagnostics import Code, Diagnostic, Lines, Severity
from hornbook.diagnostics.formats import shown
from hornbook.load.engine_settings import EngineSettings

SETTINGS_UNKNOWN = Code(
    "settings-unknown",
    "The settings in `mkdocs.yml` have one that MkDocs and ProperDocs do not know: they stop there.",
    Lines("mkdocs.yml", "extra_cs: [more.css]", "extra_css: [more.css]"),
    severity=Severity.WARNING,
)

KNOWN = frozenset(
    {
        "INHERIT",
        "config_file_path",
        "copyright",
        "dev_addr",
        "docs_dir",
        "draft_docs",
        "edit_uri",
        "edit_uri_template",
        "exclude_docs",
        "extra",
        "extra_css",
        "extra_javascript",
        "extra_templates",
        "google_analytics",
        "hooks",
        "markdown_extensions",
        "mdx_configs",
        "nav",
        "not_in_nav",
        "pages",
        "plugins",
        "remote_branch",
        "remote_name",
        "repo_name",
        "repo_url",
        "site_author",
        "site_description",
        "site_dir",
        "site_name",
        "site_url",
        "strict",
        "theme",
        "use_directory_urls",
        "validation",
        "watch",
    }
)
"""What may stand at the margin of `mkdocs.yml`; `INHERIT` is refused elsewhere."""
_MERGES, _NEAR = "<<", 0.75


def unknown_settings(settings: EngineSettings) -> Iterator[Diagnostic]:
    """Each setting at the margin that is none.

    It is a warning: MkDocs and ProperDocs stop there when the site is built, Zensical passes over it.
    """
    for key, _ in settings.fields.fields if settings.fields is not None else ():
        if key.text not in KNOWN | {_MERGES}:
            close = get_close_matches(key.text, sorted(KNOWN), 1, _NEAR)
            message = f"there is no setting `{shown(key.text)}`"
            hint = f"did you mean `{close[0]}`?" if close else "what is your own stands under `extra`"
            yield Diagnostic(key.place, SETTINGS_UNKNOWN, message, hint=hint)
