"""The commands that bring in other vocabularies."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hornbook import __version__
from hornbook.cli.printing import (
    begin_or_end,
    clear_begun,
    edge_of_run,
    end_what_was_cut_off,
    format_option,
    print_found,
    refuse,
    write_or_end,
)

# Each command imports what it needs, so that none waits for what only others do.
if TYPE_CHECKING:
    from collections.abc import Callable

    from hornbook.diagnostics import Diagnostic
    from hornbook.imports.projects import Imported
    from hornbook.imports.values import Vocabulary

_to = click.option(
    "--to", "folder", type=click.Path(path_type=Path), help="The new folder, or the project; here if left out."
)
_its_language = click.option("--lang", "language", default="", help="The language that it is in; English if not.")
_language = click.option("--lang", "language", default="", help="The language to carry; that of most labels if not.")


@click.group("import")
def import_() -> None:
    """Bring in a vocabulary that exists: as files of a new project, or of one that is there. Nothing is overwritten."""


@import_.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_to
@_language
@format_option
@click.pass_obj
def skos(root: Path, file: Path, folder: Path | None, language: str, form: str) -> None:
    """A vocabulary in SKOS: Turtle (.ttl), JSON-LD (.jsonld) or RDF/XML (.rdf)."""
    from hornbook.imports import rdf
    from hornbook.imports.skos import read_skos
    from hornbook.reports.values import UsageProblem

    if not rdf.is_installed():
        hint = "install it with `pip install 'hornbook[skos]'`"
        refuse(UsageProblem("to read SKOS takes the package `rdflib`, which is not installed here", hint), form)
    _bring_in(root, folder, form, lambda: read_skos(_named(file, form), file.read_bytes(), language))


@import_.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_to
@_its_language
@click.option("--column", "columns", multiple=True, metavar="WHAT=NAME", help="What one is called: label=Fachwort, …")
@format_option
@click.pass_obj
def csv(root: Path, file: Path, folder: Path | None, language: str, columns: tuple[str, ...], form: str) -> None:
    """A table in CSV: a row for each term, columns found by their names (term, definition, synonyms, …)."""
    from hornbook.imports.cells import COLUMNS
    from hornbook.imports.tables import read_table
    from hornbook.reports.values import UsageProblem

    named = dict(one.partition("=")[::2] for one in columns)
    wrong = next((what for what, name in named.items() if what not in COLUMNS or not name), None)
    if wrong is not None:
        hint = f"write WHAT=NAME, where WHAT is one of {', '.join(COLUMNS)}"
        refuse(UsageProblem(f"`{wrong}` is nothing that a column holds", hint), form)
    _bring_in(root, folder, form, lambda: _in(language, read_table(_named(file, form), file.read_bytes(), named)))


@import_.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_to
@_its_language
@format_option
@click.pass_obj
def markdown(root: Path, file: Path, folder: Path | None, language: str, form: str) -> None:
    """A glossary in Markdown: terms in headings, in bold, in tables or in lists of definitions."""
    from hornbook.imports.markdown_file import read_markdown

    _bring_in(root, folder, form, lambda: _in(language, read_markdown(_named(file, form), file.read_bytes())))


@import_.command()
@click.argument("source", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@_to
@format_option
@click.pass_obj
def pibase(root: Path, source: Path, folder: Path | None, form: str) -> None:
    """A folder in the format of π-Base: properties, theorems and spaces become terms, implications and examples."""
    from hornbook.imports.folders import read_folder
    from hornbook.imports.pibase import FILES, LARGEST, MOST_FILES, read_pibase
    from hornbook.reports.values import UsageProblem

    found = read_folder(source, FILES, MOST_FILES, LARGEST)
    if isinstance(found, str):
        refuse(
            UsageProblem(f"`{source}` {found}", "name the folder that holds `properties`, `theorems` and `spaces`"),
            form,
        )
    _bring_in(root, folder, form, lambda: read_pibase(source.resolve().name, _named(source, form), found))


@import_.command()
@click.argument("name", required=False)
@click.pass_obj
def update(root: Path, name: str | None) -> None:
    """Fetch the data of the glossaries that `imports` names, or of NAME alone, and write their hashes."""
    from hornbook.edits.values import Refusal
    from hornbook.imports.fetching import fetched
    from hornbook.imports.updating import updated
    from hornbook.reports.values import UsageProblem

    end_what_was_cut_off(root)
    done = updated(root, name, fetched)
    if isinstance(done, Refusal):
        refuse(UsageProblem(done.message, done.hint))
    write_or_end(root, done.changes)
    for line in done.told:
        click.echo(line)
    for line in done.failed:
        click.echo(f"error: {line}", err=True)
    sys.exit(1 if done.failed else 0)


def _in(language: str, read: "Vocabulary | Diagnostic") -> "Vocabulary | Diagnostic":
    """What was read of a file that does not say in which language it is."""
    from hornbook.imports.values import Vocabulary

    return replace(read, language=language) if isinstance(read, Vocabulary) else read


def _bring_in(root: Path, folder: Path | None, form: str, read: "Callable[[], Vocabulary | Diagnostic]") -> None:
    """Read a vocabulary, write its files, check the project, and say what came of it."""
    from hornbook.diagnostics import Diagnostic
    from hornbook.edits.values import Refusal
    from hornbook.imports.projects import imported
    from hornbook.reports.values import UsageProblem

    try:
        vocabulary = read()
    except OSError as error:
        hint = "it may have been moved or locked meanwhile"
        refuse(UsageProblem(f"`{error.filename}` cannot be read: {error.strerror or error}", hint), form)
    if isinstance(vocabulary, Diagnostic):
        print_found(replace(edge_of_run(Path.cwd(), form), prefix=""), (vocabulary,), {}, form, err=form == "text")
        sys.exit(1)
    target = root if folder is None else (Path.cwd() / folder).resolve()
    clear_begun(target)
    if target.is_dir():
        end_what_was_cut_off(target)
    done = imported(target, vocabulary)
    if isinstance(done, Refusal):
        refuse(UsageProblem(done.message, done.hint), form)
    if done.errors:
        print_found(replace(edge_of_run(Path.cwd(), form), prefix=""), done.errors, {}, form, err=form == "text")
        sys.exit(1)
    if done.is_new:
        begin_or_end(target, done.changes)
    else:
        write_or_end(target, done.changes, {})
    _report(target, folder, done, form)


def _report(target: Path, folder: Path | None, done: "Imported", form: str) -> None:
    """Say what was carried and what was not, with what a check of the project finds; errors fail the run."""
    from hornbook import production
    from hornbook.diagnostics import Severity
    from hornbook.diagnostics.formats import as_json, as_text
    from hornbook.diagnostics.writers import found_in
    from hornbook.imports import reports

    examined = production.examine(target)
    edge = edge_of_run(target, form)
    found = edge.seen(examined.diagnostics)
    texts = edge.texts(examined.texts)
    if form == "text":
        click.echo(reports.as_text(done, str(folder or ".")))
        click.echo(as_text((one for one in found if one.severity is not Severity.NOTE), texts).rstrip("\n"))
    elif form == "json":
        data = {**reports.as_data(done), "check": json.loads(as_json(found))}
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
    else:
        click.echo(found_in(form, [*reports.as_findings(done), *found], texts, __version__).rstrip("\n"))
    sys.exit(1 if examined.failed else 0)


def _named(file: Path, form: str) -> str:
    """How a file is called in messages: from where the command runs, or from the repository."""
    return f"{edge_of_run(file.resolve().parent, form).prefix}{file.name}"
