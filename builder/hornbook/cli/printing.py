"""What every command prints and how it ends: findings, answers, and why something cannot be done."""

import os
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from hornbook import __version__

# Each command imports what it needs, so that none waits for what only others do.
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hornbook.diagnostics import Diagnostic
    from hornbook.diagnostics.edge import Edge
    from hornbook.edits.values import FileChanges
    from hornbook.reports.values import Report, UsageProblem

FORMATS = ("text", "json", "github", "sarif")
ALL_FORMATS = (*FORMATS, "markdown")
HOW = "How to print. Paths are relative to where the command runs; github and sarif: to GITHUB_WORKSPACE, if set."

format_option = click.option("--format", "form", type=click.Choice(FORMATS), default="text", help=HOW)


def edge_of_run(root: Path, form: str) -> "Edge":
    """How this run's paths and commands look to whoever called it."""
    from hornbook.diagnostics.edge import edge_of

    on_github = form in ("github", "sarif")
    return edge_of(root, called=sys.argv[0], python=sys.executable, environ=os.environ, on_github=on_github)


def print_found(
    edge: "Edge",
    diagnostics: "Iterable[Diagnostic]",
    texts: "Mapping[str, str]",
    form: str,
    *,
    err: bool = False,
) -> None:
    """Print findings in a form; `err` is where people look for what went wrong."""
    from hornbook.diagnostics.edge import wants_colour
    from hornbook.diagnostics.writers import found_in

    colour = wants_colour(os.environ, is_terminal=(sys.stderr if err else sys.stdout).isatty())
    printed = found_in(form, edge.seen(diagnostics), edge.texts(texts), __version__, colour=colour)
    click.echo(printed.rstrip("\n"), err=err, color=colour)


def print_report(report: "Report | UsageProblem", form: str) -> None:
    """Print an answer; where there is none, say why and end the run."""
    from hornbook.diagnostics.writers import answer_in
    from hornbook.reports.values import UsageProblem

    if isinstance(report, UsageProblem):
        refuse(report, form)
    click.echo(answer_in(form, report.text, report.data, __version__).rstrip("\n"))


def write_or_end(root: Path, changes: "FileChanges", read: "Mapping[str, str] | None" = None) -> None:
    """Carry out changes of what was read; where somebody changed it, or the system refuses, end the run."""
    from hornbook.edits.writing import write_changes

    _or_end(lambda: write_changes(root, changes, read), root, root.name)


def clear_begun(root: Path) -> None:
    """Remove what a run that was killed has left of a new project, so far as the system allows it."""
    from hornbook.edits.new_folder import clear_away

    with suppress(OSError):
        clear_away(root)


def begin_or_end(root: Path, changes: "FileChanges") -> None:
    """Write the files of a new project; where the system refuses, end the run."""
    from hornbook.edits.new_folder import write_new_folder

    _or_end(lambda: write_new_folder(root, changes.written), root.parent, root.name)


def put_or_end(files: "Mapping[Path, str]", *, only_new: bool = False) -> None:
    """Write files that stand alone, each whole, or only those that are new; where the system refuses, end the run."""
    from hornbook.disk import put_file

    for path, text in files.items():
        put = partial(put_file, path, text.encode(), only_new=only_new)
        _or_end(put, (Path.cwd() / path).parent, path.name, "it was left as it is")


def _or_end(write: "Callable[[], None]", folder: Path, name: str, instead: str = "nothing was written") -> None:
    """Do it; where somebody else writes there, or the system refuses, say so of what is called so in a folder."""
    from hornbook.diagnostics import Place
    from hornbook.disk import MeanwhileError
    from hornbook.reports.values import UsageProblem

    try:
        write()
    except MeanwhileError as error:
        refuse(UsageProblem(f"{error}; {instead}", "run this again once nobody else is writing"))
    except OSError as error:
        from hornbook.publish import failed_output

        print_found(edge_of_run(folder, "text"), (failed_output(error, Place(name)),), {}, "text", err=True)
        sys.exit(1)


def refuse(problem: "UsageProblem", form: str = "text") -> NoReturn:
    """End the run with what was wrong in how it was called; on the error stream only where people read it."""
    from hornbook.diagnostics.writers import problem_in

    hint = edge_of_run(Path.cwd(), form).words(problem.hint)
    printed = problem_in(form, problem.message, hint, __version__)
    click.echo(printed.rstrip("\n"), err=form == "text")
    sys.exit(2)


def counted(number: int, word: str) -> str:
    """A number of things in words."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def end_what_was_cut_off(root: Path) -> None:
    """Complete a change that was cut off, and say so; where that cannot be, end the run."""
    from hornbook.diagnostics import has_errors
    from hornbook.edits.journal import complete

    left = complete(root)
    if left is not None:
        print_found(edge_of_run(root, "text"), (left,), {}, "text", err=True)
        if has_errors((left,)):
            sys.exit(1)
