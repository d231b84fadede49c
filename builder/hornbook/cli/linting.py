"""What `hornbook lint` does: opens the glossary, reads the files, prints what is found in them."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from hornbook.cli.printing import counted, edge_of_run, print_found, put_or_end, refuse
from hornbook.consulted import open_copy, open_project, read_foreign_file, texts_below
from hornbook.diagnostics import Diagnostic, Severity, bounded
from hornbook.lint import Against, lint
from hornbook.lint.vale import vale_files
from hornbook.reports.values import UsageProblem


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the command was called."""

    root: Path
    files: tuple[Path, ...]
    glossary: Path | None
    sha256: str | None
    framework: str | None
    vale: Path | None


def lint_files(wanted: Wanted, form: str, *, strict: bool) -> None:
    """Print what is found in the files, and end the run."""
    if not wanted.files and wanted.vale is None:
        refuse(UsageProblem("there is nothing to look at", "name files or folders, or a folder for `--vale`"), form)
    against = opened(wanted.root, wanted.glossary, wanted.sha256, form)
    if wanted.framework is not None and wanted.framework not in against.knowledge.frameworks:
        known = ", ".join(against.knowledge.frameworks) or "none"
        refuse(UsageProblem(f"there is no framework `{wanted.framework}`", f"known: {known}"), form)
    if wanted.vale is not None:
        _write_vale(against, wanted.vale, quiet=form != "text" or bool(wanted.files))
    if wanted.files:
        _print_found(against, wanted, form, strict=strict)


def opened(root: Path, glossary: Path | None, sha256: str | None, form: str) -> Against:
    """A kept copy, or a project's own glossary; where it cannot be asked that is said, and the run ends."""
    if glossary is not None:
        found = open_copy(glossary, sha256=sha256)
        edge = edge_of_run(Path.cwd(), form)
    else:
        found = open_project(root)
        edge = edge_of_run(root, form)
    if found.against is None:
        texts = {} if found.loaded is None else found.loaded.texts
        print_found(edge, found.diagnostics, texts, form, err=form == "text")
        sys.exit(1)
    return found.against


def _print_found(against: Against, wanted: Wanted, form: str, *, strict: bool) -> None:
    found: list[Diagnostic] = []
    texts: dict[str, str] = {}
    here = Path.cwd()
    for path in dict.fromkeys(one for named in wanted.files for one in texts_below(named)):
        name = Path(os.path.relpath(path.absolute(), here)).as_posix()
        read = read_foreign_file(path, name)
        texts[name] = read.text
        found += bounded((*read.diagnostics, *lint(against, read.foreign, wanted.framework)))
    print_found(edge_of_run(here, form), sorted(found), texts, form)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    sys.exit(1 if any(one.severity in failing for one in found) else 0)


def _write_vale(against: Against, folder: Path, *, quiet: bool) -> None:
    files = vale_files(against)
    put_or_end({folder / path: text for path, text in files.items()})
    if not quiet:
        click.echo(f"{counted(len(files), 'file')} written: {folder}")
