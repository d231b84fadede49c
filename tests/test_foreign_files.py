"""What somebody commits under `build/` or `site/` is never read, run, published or kept."""

import errno
import json
import os
from pathlib import Path

import pytest

from hornbook.production import build_site, build_sources, examine
from hornbook.publish import Engine, read_tree
from hornbook.publish.manifest import MANIFEST
from tests.sample_copy import copy_of_sample

FORGED = json.dumps({"format": 1, "files": {}})
TEMPLATE = "{% block site_nav %}<script>alert(1)</script>{{ 7 * 191 }}{% endblock %}"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_of_sample(tmp_path / "shapes")


def commit(project: Path, path: str, text: str) -> None:
    (project / path).parent.mkdir(parents=True, exist_ok=True)
    (project / path).write_text(text, encoding="utf-8")


def poison(project: Path) -> None:
    """A template that runs, a link to a file outside, a page and a script, with a manifest that vouches for them."""
    commit(project, f"build/{MANIFEST}", FORGED)
    commit(project, "build/theme/partials/header.html", TEMPLATE)
    commit(project, "build/theme/base.html", TEMPLATE)
    commit(project, "build/docs/foreign.md", "# Foreign\n\n<script>alert(1)</script>\n")
    commit(project, "build/docs/assets/evil.js", "alert(1)")
    commit(project, "build/mkdocs.yml", "hooks: [evil.py]")
    commit(project, "secret.txt", "secret")
    (project / "build/docs/leak.txt").symlink_to(project / "secret.txt")


@pytest.mark.parametrize("engine", list(Engine))
def test_the_engine_sees_only_what_was_made_for_this_run(project: Path, engine: Engine) -> None:
    clean = build_site(copy_of_sample(project.parent / "clean"), engine)
    assert clean.diagnostics == ()
    poison(project)
    before = {path: path.lstat().st_mtime_ns for path in (project / "build").rglob("*")}
    assert build_site(project, engine).diagnostics == ()
    assert read_tree(project / "site") == read_tree(project.parent / "clean" / "site")
    assert {path: path.lstat().st_mtime_ns for path in (project / "build").rglob("*")} == before


def test_sources_are_not_written_beside_those_of_others(project: Path) -> None:
    poison(project)
    found = build_sources(project).diagnostics
    assert [(one.code, one.place.path) for one in found] == [("output-conflict", "build/docs/assets/evil.js")]
    assert "likewise: docs/leak.txt" in found[0].notes


@pytest.mark.parametrize("manifest", [FORGED, json.dumps({"format": 1, "files": {"index.html": "0" * 64}})])
@pytest.mark.parametrize("name", ["evil.html", "assets/evil.js", "terms/square/more.html"])
def test_nothing_foreign_stays_beside_the_site(project: Path, name: str, manifest: str) -> None:
    commit(project, f"site/{MANIFEST}", manifest)
    commit(project, f"site/{name}", "<script>alert(1)</script>")
    found = build_site(project, Engine.MKDOCS)
    assert [(one.code, one.place.path) for one in found.diagnostics] == [("output-conflict", f"site/{name}")]
    assert found.site is None
    (project / "site" / name).unlink()
    assert build_site(project, Engine.MKDOCS).diagnostics == ()


@pytest.mark.parametrize("name", ["leak.txt", ".DS_Store"])
def test_a_link_in_the_site_leads_nobody_out(project: Path, name: str) -> None:
    commit(project, f"site/{MANIFEST}", FORGED)
    commit(project, "secret.txt", "secret")
    (project / f"site/{name}").symlink_to(project / "secret.txt")
    assert [one.code for one in build_site(project, Engine.MKDOCS).diagnostics] == ["output-conflict"]


def test_programs_beside_the_settings_do_not_stand_in_for_the_engines(project: Path) -> None:
    for name in ("mkdocs.py", "material.py", "markdown.py", "json.py"):
        commit(project, name, "raise SystemExit('the wrong module')")
    assert build_site(project, Engine.MKDOCS).diagnostics == ()


def test_the_owners_own_hook_still_runs(project: Path) -> None:
    commit(project, "notes/hook.py", "def on_post_build(config):\n    raise SystemExit('the hook ran')\n")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "hooks: [notes/hook.py]\n", encoding="utf-8")
    (found,) = build_site(project, Engine.MKDOCS).diagnostics
    assert found.code == "engine-failed"
    assert found.notes == ("the hook ran",)


def test_a_page_that_a_hook_leaves_out_is_missed(project: Path) -> None:
    commit(project, "docs/left.md", "# Left\n")
    leaving = "def on_files(files, config):\n    files.remove(files.get_file_from_path('left/index.md'))\n"
    commit(project, "notes/hook.py", leaving)
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    commit(project, "mkdocs.yml", f"{settings}\nhooks: [notes/hook.py]\n")
    found = [(one.code, one.place.path) for one in build_site(project, Engine.MKDOCS).diagnostics]
    assert [place for code, place in found if code == "html-missing"] == ["docs/left.md"]


def test_what_an_extension_brings_into_pages_is_refused(project: Path) -> None:
    commit(project, "foreign.html", '\n\n<div class="kb-claim"><form><input name="password"></form></div>\n')
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    extension = f"  - pymdownx.snippets:\n      auto_append: [{project / 'foreign.html'}]\n      base_path: [/]\n"
    commit(project, "mkdocs.yml", settings.replace("  - attr_list\n", f"  - attr_list\n{extension}", 1))
    messages = {one.message for one in build_site(project, Engine.MKDOCS).diagnostics if one.code == "html-element"}
    assert any("`kb-claim`" in message and "was not put into the page" in message for message in messages)


@pytest.mark.parametrize(
    "out", ["build", "build/x", "docs", "docs/new", "glossary/new", "diagrams/x", "site/sub", ".git"]
)
def test_the_site_never_goes_where_something_else_stands(project: Path, out: str) -> None:
    before = sorted(project.rglob("*"))
    found = build_site(project, Engine.MKDOCS, project / out).diagnostics
    assert [one.code for one in found] == ["output-not-ours"]
    assert sorted(project.rglob("*")) == before


@pytest.mark.parametrize("path", ["mkdocs.yml", "docs/pipe.md", "glossary/terms/pipe.yaml", "docs/pipe.svg"])
def test_a_pipe_is_refused_and_nobody_waits_for_it(project: Path, path: str) -> None:
    (project / path).unlink(missing_ok=True)
    os.mkfifo(project / path)
    assert path in {one.place.path for one in examine(project).diagnostics if one.code == "file-link"}


def test_settings_that_cannot_be_read_are_told_by_the_check(project: Path) -> None:
    settings = project / "mkdocs.yml"
    for content, code in ((b"a: [", "yaml-syntax"), (b"a: \xe9\n", "file-encoding")):
        settings.write_bytes(content)
        assert code in {one.code for one in examine(project).diagnostics if one.place.path == "mkdocs.yml"}
    settings.unlink()
    settings.symlink_to(project / "docs")
    assert "file-link" in {one.code for one in examine(project).diagnostics if one.place.path == "mkdocs.yml"}
    settings.unlink()
    settings.mkdir()
    assert "file-link" in {one.code for one in examine(project).diagnostics if one.place.path == "mkdocs.yml"}


def test_a_page_of_the_navigation_that_is_nowhere_is_told_by_the_check(project: Path) -> None:
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    commit(project, "mkdocs.yml", settings.replace("  - Terms:", "  - No: nowhere/index.md\n  - Terms:"))
    found = [one for one in examine(project).diagnostics if one.place.path == "mkdocs.yml"]
    assert [(one.code, "nowhere" in one.message) for one in found] == [("settings-nav", True)]


def test_where_no_folder_can_be_made_for_the_run_it_is_said(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(project / "nowhere"))
    result = build_site(project, Engine.MKDOCS)
    assert [(one.code, one.place.path) for one in result.diagnostics] == [("output-failed", "site")]
    assert not (project / "site").exists()


def test_a_full_disk_under_the_run_is_said(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    result = build_site(project, Engine.MKDOCS)
    assert [one.code for one in result.diagnostics] == ["output-failed"]
    assert "no space left" in result.diagnostics[0].message
