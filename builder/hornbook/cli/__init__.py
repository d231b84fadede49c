"""The command line: the only package that prints or exits.

Exit codes: 0 clean, 1 errors found (with `--strict`, warnings too), 2 wrong usage, 3 a bug of ours.
"""

import gc
import io
import os
import sys
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NoReturn

import click

from hornbook import __version__
from hornbook.cli.ending import end_when_told
from hornbook.cli.importing import import_
from hornbook.cli.printing import (
    ALL_FORMATS,
    HOW,
    begin_or_end,
    clear_begun,
    counted,
    edge_of_run,
    end_what_was_cut_off,
    format_option,
    print_found,
    print_report,
    put_or_end,
    refuse,
    write_or_end,
)

# Each command imports what it needs, so that none waits for what only others do.
if TYPE_CHECKING:
    from collections.abc import Mapping

    from hornbook.cache import NoCache
    from hornbook.changes.sides import Side
    from hornbook.diagnostics import Diagnostic
    from hornbook.edits.values import FileChanges, Refusal
    from hornbook.load import Loaded
    from hornbook.production import Result
    from hornbook.reasoning.scopes import Reasoning


ENGINES = ("mkdocs", "properdocs", "zensical")
"""The names of `publish.Engine`, the first by default."""

_strict = click.option("--strict", is_flag=True, help="Let warnings fail the run too.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hornbook")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The project's folder; here if left out.",
)
@click.pass_context
def hornbook(context: click.Context, root: Path) -> None:
    """Turn a glossary whose terms imply one another into a site whose every claim is checked."""
    context.obj = root.resolve()


@hornbook.command()
@format_option
@_strict
@click.option("--fix", is_flag=True, help="Mend the mistakes of which only one correction can be meant.")
@click.option("--update-ids", is_flag=True, help="Add new ids to glossary/ids.txt.")
@click.option("--update-drawings", is_flag=True, help="Write the drawings kept in diagrams/ anew.")
@click.pass_obj
def check(
    root: Path,
    form: str,
    strict: bool,  # noqa: FBT001
    fix: bool,  # noqa: FBT001
    update_ids: bool,  # noqa: FBT001
    update_drawings: bool,  # noqa: FBT001
) -> None:
    """Check the glossary, its claims and its views; write nothing unless asked to, or to end what was cut off."""
    from hornbook import production
    from hornbook.diagnostics import has_errors
    from hornbook.edits.journal import complete

    cache = _cache()
    changing = fix or update_ids or update_drawings
    left = complete(root)
    result = production.examine(root, cache=cache) if changing else production.examine_briefly(root, cache)
    if left is None or not has_errors((left,)):
        result = _mended(root, result, quiet=form != "text") if fix else result
        result = _renewed(root, result, ids=update_ids, drawings=update_drawings)
    result = _also(result, left)
    cache.tidy()
    _report(root, result, form)
    _exit(result, strict=strict)


@hornbook.command()
@format_option
@click.option("--shard", metavar="N/OF", help="Make a share of the site for `hornbook join` instead, such as 3/8.")
@click.option("--out", type=click.Path(path_type=Path), help="The folder for a shard, outside of the project.")
@click.option("--engine", type=click.Choice(ENGINES), default=ENGINES[0], help="What makes the pages of a shard.")
@click.pass_obj
def build(root: Path, form: str, shard: str | None, out: Path | None, engine: str) -> None:
    """Write the site engine's sources into build/."""
    from hornbook import production

    if shard is not None:
        _exit(_make_shard(root, form, shard, out, engine))
        return
    cache = _cache()
    result = production.build_sources(root, _examined(root, cache, briefly=True), cache)
    cache.tidy()
    _report(root, result, form)
    if result.built is not None and form == "text":
        click.echo(f"{counted(result.built.changed, 'file')} written, {result.built.unchanged} unchanged: build/")
    _exit(result)


def _make_shard(root: Path, form: str, shard: str, out: Path | None, engine: str) -> "Result":
    """Make a share of the site and report it; ends the run where it cannot be asked for so."""
    from hornbook.publish import Engine
    from hornbook.reports.values import UsageProblem
    from hornbook.shards import make_shard, read_share

    share = read_share(shard)
    if out is None:
        share = UsageProblem("a shard needs a folder of its own", "name one outside of the project with `--out`")
    if isinstance(share, UsageProblem):
        refuse(share, form)
    assert out is not None
    result = make_shard(root, Engine(engine), share, out)
    if isinstance(result, UsageProblem):
        refuse(result, form)
    _report(root, result, form)
    return result


@hornbook.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@format_option
@click.option("--engine", type=click.Choice(ENGINES), default=ENGINES[0])
@click.option("--out", type=click.Path(path_type=Path), help="Where the site goes; site/ if left out.")
@click.pass_obj
def join(root: Path, folders: tuple[Path, ...], form: str, engine: str, out: Path | None) -> None:
    """Build the site from the shards that `hornbook build --shard` left in these folders."""
    from hornbook import production
    from hornbook.publish import Engine
    from hornbook.reports.values import UsageProblem
    from hornbook.shards import joined_shards

    cache = joined_shards(folders, _cache())
    if isinstance(cache, UsageProblem):
        refuse(cache, form)
    result = production.build_site(root, Engine(engine), out, cache=cache)
    cache.tidy()
    _report(root, result, form)
    _exit_with_site(root, result, form, out)


@hornbook.command()
@format_option
@click.option("--engine", type=click.Choice(ENGINES), default=ENGINES[0])
@click.option("--out", type=click.Path(path_type=Path), help="Where the site goes; site/ if left out.")
@click.option("--timings", is_flag=True, help="Say how the time was spent.")
@click.pass_obj
def site(root: Path, form: str, engine: str, out: Path | None, timings: bool) -> None:  # noqa: FBT001
    """Build the whole site and check every finished page."""
    from hornbook import production
    from hornbook.publish import Engine

    quiet = form != "text"
    start = monotonic()
    _say("Checking the glossary …", quiet=quiet)
    cache = _cache()
    examined = _examined(root, cache, briefly=True)
    if not examined.failed:
        _say(f"Building the site with {engine} and checking its pages …", quiet=quiet)
    result = production.build_site(root, Engine(engine), out, examined, cache)
    cache.tidy()
    _report(root, result, form)
    if timings and not quiet:
        whole = monotonic() - start
        own = whole - result.engine_seconds
        click.echo(f"{whole:.2f} s in all, {own:.2f} s of it ours ({own / whole:.0%})")
    _exit_with_site(root, result, form, out)


@hornbook.command()
@click.option("--engine", type=click.Choice(ENGINES), default=ENGINES[0])
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="0 takes any free port.")
@click.pass_obj
def serve(root: Path, engine: str, port: int) -> None:
    """Show the site while you edit; mistakes are shown in its pages, and the last good site stays."""
    from hornbook.publish import Engine
    from hornbook.serve import Voice, serve_project

    gc.enable()
    edge = edge_of_run(root, "text")
    voice = Voice(click.echo, lambda result: (edge.seen(result.diagnostics), edge.texts(result.texts)))
    problem = serve_project(root, Engine(engine), port, voice, cache=_cache())
    if problem is not None:
        click.echo(f"error: {problem}\nhint: choose another with `--port`; 0 takes any free one", err=True)
        sys.exit(2)


@hornbook.command()
@click.argument("question")
@click.option("--in", "framework", help="The framework to ask in; the glossary's own if left out.")
@click.option("--view", help="Count only the implications of this view.")
@format_option
@click.pass_obj
def ask(root: Path, question: str, framework: str | None, view: str | None, form: str) -> None:
    """Ask what follows: "outer-alignment + inner-alignment => intent-alignment assuming mesa-optimizer"."""
    from hornbook.load import recall_logic
    from hornbook.reports.asked import answer_question

    print_report(answer_question(_sound(root, recall_logic(root, _cache()), form), question, framework, view), form)


@hornbook.command()
@click.argument("name")
@format_option
@click.pass_obj
def explain(root: Path, name: str, form: str) -> None:
    """Say what is known of a term, framework, diagram, question, example, source, or of a code of messages."""
    from hornbook.load import load
    from hornbook.reports.explained import explain as explain_name
    from hornbook.reports.explained_codes import explain_code

    loaded = load(root)
    # Whoever asks what a code means may have a project that does not load because of it.
    code = explain_code(name) if loaded.knowledge is None else None
    print_report(code or explain_name(_sound(root, loaded, form), name), form)


@hornbook.command()
@click.argument("name", required=False)
@click.option("-o", "--output", "file", required=True, help="Where it goes; its ending says the form; - is here.")
@click.option("--form", "ending", help="The form, if not that of the file's ending: wide.png, narrow.dark.svg, …")
@click.option("--around", metavar="TERM", help="Draw what stands around a term.")
@click.option("--in", "framework", help="The framework; the glossary's own if left out.")
@click.option("--highlight", metavar="QUESTION", help="Show the proof: what it uses is lit, the rest is pale.")
@click.option("--force", is_flag=True, help="Write over a file that is no drawing.")
@format_option
@click.pass_obj
def render(  # noqa: PLR0913, PLR0917 - each is an option
    root: Path,
    name: str | None,
    file: str,
    ending: str | None,
    around: str | None,
    framework: str | None,
    highlight: str | None,
    force: bool,  # noqa: FBT001
    form: str,
) -> None:
    """Draw a view, chain, framework, neighbourhood or proof: svg, png, pdf, dot, mmd, json; .narrow or .wide before."""
    from hornbook.edits.drawings import write_drawing
    from hornbook.load import recall_logic
    from hornbook.reports.rendered import Wanted, form_of, rendered
    from hornbook.reports.values import Report, UsageProblem

    asked = form_of(f"drawing.{ending or 'svg'}" if file == "-" or ending else file)
    if isinstance(asked, UsageProblem):
        refuse(asked, form)
    reasoning = _sound(root, recall_logic(root, _cache()), form)
    wanted = Wanted(name=name, around=around, framework=framework, highlight=highlight)
    drawn = rendered(reasoning, wanted, *asked)
    if isinstance(drawn, UsageProblem):
        refuse(drawn, form)
    if file == "-":
        click.echo(drawn, nl=False)
        return
    refusal = write_drawing(Path(file), drawn, asked[0].rpartition(".")[2], force=force)
    if refusal is not None:
        refuse(UsageProblem(refusal.message, refusal.hint), form)
    print_report(Report(f"{file} is drawn", {"drawn": file}), form)


@hornbook.command()
@click.argument("base", required=False)
@click.option("--format", "form", type=click.Choice(ALL_FORMATS), default="text", help=HOW)
@click.option("--drawings", type=click.Path(path_type=Path), help="Write the drawings before and after to this folder.")
@click.pass_obj
def diff(root: Path, base: str | None, form: str, drawings: Path | None) -> None:
    """Say what changed in meaning since BASE: a branch, a commit or a folder; where this branch began if left out."""
    from hornbook.changes.report import as_findings, as_json, as_markdown, as_text, report_changes
    from hornbook.changes.sides import base_folder, read_side
    from hornbook.reports.values import UsageProblem

    with base_folder(root, base) as folder:
        if isinstance(folder, UsageProblem):
            refuse(folder, form)
        before, after = read_side(folder), read_side(root)
    report = report_changes(before, after)
    if drawings is not None:
        _write_drawings(root, before, after, drawings)
    if form in ("github", "sarif"):
        print_found(edge_of_run(root, form), as_findings(report), {}, form)
        return
    click.echo({"text": as_text, "markdown": as_markdown, "json": as_json}[form](report))


@hornbook.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--plain", is_flag=True, help="Terms alone: nothing that follows from anything.")
@click.pass_obj
def init(root: Path, folder: Path, plain: bool) -> None:  # noqa: FBT001
    """Begin a project in the new folder DIR: a tiny sample that builds, with its README and workflows."""
    from hornbook.edits.starting import started
    from hornbook.edits.values import Refusal
    from hornbook.reports.values import UsageProblem

    target = (root / folder).resolve()
    clear_begun(target)
    changes = started(target, plain=plain)
    if isinstance(changes, Refusal):
        refuse(UsageProblem(changes.message, changes.hint))
    begin_or_end(target, changes)
    for path in changes.paths:
        click.echo(f"  {folder / path}")
    click.echo(f"{counted(len(changes.paths), 'file')} written. Now run `cd {folder}` and `hornbook serve`.")


@hornbook.command()
@click.argument("files", metavar="FILE…", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--glossary", type=click.Path(path_type=Path), help="A kept copy of a published glossary.json.")
@click.option("--sha256", help="What that copy must hash to.")
@click.option("--in", "framework", help="The framework whose words the texts use.")
@click.option("--vale", type=click.Path(path_type=Path), help="Write the words as a style for Vale to this folder.")
@format_option
@_strict
@click.pass_obj
def lint(  # noqa: PLR0913, PLR0917 - each is an option
    root: Path,
    files: tuple[Path, ...],
    glossary: Path | None,
    sha256: str | None,
    framework: str | None,
    vale: Path | None,
    form: str,
    strict: bool,  # noqa: FBT001
) -> None:
    """Hold texts of any project, Markdown or reStructuredText, against a glossary: what follows, and whose words."""
    from hornbook.cli.linting import Wanted, lint_files

    lint_files(Wanted(root, files, glossary, sha256, framework, vale), form, strict=strict)


@hornbook.command()
@click.argument("kind")
@click.argument("name", metavar="ID")
@click.pass_obj
def new(root: Path, kind: str, name: str) -> None:
    """Begin a file for a new term, framework, view, … called ID: what must be written, and what may be."""
    from hornbook.edits.beginning import begun
    from hornbook.edits.values import Refusal
    from hornbook.reports.values import UsageProblem

    end_what_was_cut_off(root)
    changes = begun(root, kind, name)
    if isinstance(changes, Refusal):
        refuse(UsageProblem(changes.message, changes.hint))
    write_or_end(root, changes, {})
    (path,) = changes.written
    click.echo(f"{path} is there: write what is still empty, then run `hornbook check`")


@hornbook.command()
@click.argument("kind", required=False)
@click.option("--out", type=click.Path(path_type=Path), help="Where the schemas go; .hornbook/schema/ if left out.")
@click.option("--vscode", is_flag=True, help="Write .vscode/ too, where its files are not there yet.")
@click.pass_obj
def schema(root: Path, kind: str | None, out: Path | None, vscode: bool) -> None:  # noqa: FBT001
    """Write JSON Schemas with the project's ids for editors, one for each kind of file; print that of KIND."""
    from hornbook.editor import schema_files
    from hornbook.load import load
    from hornbook.manual import SCHEMA_FOLDER
    from hornbook.reports.values import UsageProblem

    loaded = load(root)
    texts = schema_files.schema_texts(loaded)
    if kind is not None and kind not in texts:
        refuse(UsageProblem(f"there is no schema `{kind}`", f"known: {', '.join(texts)}"))
    if loaded.knowledge is None:
        click.echo("the project has mistakes (see `hornbook check`): ids are those that could be read", err=True)
    if kind is not None:
        click.echo(texts[kind], nl=False)
        return
    folder = out or root / SCHEMA_FOLDER
    put_or_end(schema_files.hiding_paths(folder), only_new=True)
    put_or_end(schema_files.schema_paths(folder, texts))
    click.echo(f"{counted(len(texts), 'schema')} written: {folder}")
    settings = schema_files.vscode_files() if vscode else {}
    put_or_end({root / path: text for path, text in settings.items()}, only_new=True)
    for path in schema_files.differing(root, settings):
        click.echo(f"{path} is there already, and was left as it is")


@hornbook.command()
def lsp() -> None:
    """Serve an editor over stdin and stdout as a language server, which the editor starts itself."""
    from importlib.util import find_spec

    from hornbook.reports.values import UsageProblem

    if find_spec("pygls") is None:
        hint = "install it with `pip install 'hornbook[lsp]'`"
        refuse(UsageProblem("the language server needs the package `pygls`, which is not installed here", hint))
    from hornbook.editor.server import serve_editor

    gc.enable()
    serve_editor()


@hornbook.command()
@click.option("--glossary", type=click.Path(path_type=Path), help="A kept copy of a published glossary.json.")
@click.option("--sha256", help="What that copy must hash to.")
@click.pass_obj
def mcp(root: Path, glossary: Path | None, sha256: str | None) -> None:
    """Serve a client of the Model Context Protocol over stdin and stdout, which it starts itself."""
    from importlib.util import find_spec

    from hornbook.reports.values import UsageProblem

    if find_spec("mcp") is None:
        hint = "install it with `pip install 'hornbook[mcp]'`"
        refuse(UsageProblem("the Model Context Protocol needs the package `mcp`, which is not installed here", hint))
    from hornbook.cli.linting import opened
    from hornbook.context_protocol.server import serve_context

    gc.enable()
    serve_context(opened(root, glossary, sha256, "text"))


@hornbook.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; fail where something would be changed.")
@click.pass_obj
def fmt(root: Path, only_check: bool) -> None:  # noqa: FBT001
    """Lay all YAML files out in one way: fields in order, comments beside theirs; what they say stays the same."""
    from hornbook.edits.tidying import tidied

    end_what_was_cut_off(root)
    changes, read, unread = tidied(root)
    if not only_check:
        write_or_end(root, changes, read)
    for path in changes.paths:
        click.echo(f"would be laid out anew: {path}" if only_check else path)
    for path in unread:
        click.echo(f"left as it is, since it cannot be read (see `hornbook check`): {path}", err=True)
    sys.exit(1 if unread or (only_check and changes.paths) else 0)


@hornbook.command()
@click.argument("old")
@click.argument("new")
@click.pass_obj
def mv(root: Path, old: str, new: str) -> None:
    """Give a record, a part of one (RECORD/PART) or a word of the glossary (tag:WORD) the id NEW, wherever it is named.

    The former address of a record or part leads on.
    """
    from hornbook.edits.renaming import renamed
    from hornbook.kept_drawings import files_beside
    from hornbook.load import load

    end_what_was_cut_off(root)
    loaded = load(root)
    _change(root, renamed(loaded, old, new, files_beside(root)), loaded.texts, f"`{old}` is called `{new}` now")


@hornbook.command()
@click.argument("name")
@click.option("--for", "heir", help="The id of what takes its place; every reference is to it from now on.")
@click.pass_obj
def retire(root: Path, name: str, heir: str | None) -> None:
    """Take out a record, a part of one (RECORD/PART) or a word of the glossary (tag:WORD).

    The address of a record says so, and what took its place.
    """
    from hornbook.edits.retiring import retired
    from hornbook.kept_drawings import files_beside
    from hornbook.load import load

    end_what_was_cut_off(root)
    loaded = load(root)
    _change(root, retired(loaded, name, heir, files_beside(root)), loaded.texts, f"`{name}` is retired")


hornbook.add_command(import_)


def main() -> NoReturn:
    """Run the command line; whatever is raised below is a bug of ours, and is said so in one line."""
    gc.disable()  # short runs end before a collection would pay
    end_when_told()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a name that cannot be printed is no reason to stop
    try:
        hornbook.main(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as help_wanted:
        help_wanted.show()
        sys.exit(2)
    except click.ClickException as found:
        from hornbook.misuse import asked_form, misuse

        refuse(misuse(found), asked_form(sys.argv[1:], ALL_FORMATS))
    except click.Abort:
        sys.exit(130)
    except Exception as bug:  # noqa: BLE001 -- the last place where an exception can be met
        if os.environ.get("HORNBOOK_DEBUG"):
            import traceback

            traceback.print_exc()
        click.echo(f"hornbook: a bug of ours ({type(bug).__name__}: {bug}). Please report it.", err=True)
        click.echo("With HORNBOOK_DEBUG=1 in the environment it prints where it happened.", err=True)
        sys.exit(3)
    finally:
        gc.freeze()  # or the interpreter would look through all that there is, to end
    sys.exit(0)


def _cache() -> "NoCache":
    """What earlier runs made; where a folder named for it is refused, that is said, and everything is made anew."""
    from hornbook.cache import open_cache

    cache, refused = open_cache(os.environ, Path.home())
    if refused is not None:
        click.echo(f"note: nothing is kept for the next run: HORNBOOK_CACHE: {refused}", err=True)
    cache.clear_away()
    return cache


def _report(root: Path, result: "Result", form: str) -> None:
    print_found(edge_of_run(root, form), result.diagnostics, result.texts, form)


def _exit_with_site(root: Path, result: "Result", form: str, out: Path | None) -> None:
    """Say where the site is, if there is one, and end the run."""
    from hornbook.production import SITE

    if result.site is not None and form == "text":
        click.echo(f"The site is in {(out or root / SITE) / 'index.html'}")
    _exit(result)


def _exit(result: "Result", *, strict: bool = False) -> None:
    """End the run; a note never fails it."""
    from hornbook.diagnostics import Severity

    warned = any(found.severity is Severity.WARNING for found in result.diagnostics)
    sys.exit(1 if result.failed or (strict and warned) else 0)


def _sound(root: Path, loaded: "Loaded", form: str) -> "Reasoning":
    """The reasoning of what was read; where there are mistakes they are printed and the run ends.

    Whether its claims are right is for `check` to say: no answer rests on them, and none takes steps from it.
    """
    from hornbook.reasoning.scopes import reason_about

    if loaded.knowledge is None:
        print_found(edge_of_run(root, form), loaded.diagnostics, loaded.texts, form, err=form == "text")
        sys.exit(1)
    return reason_about(loaded.knowledge, claims=())


def _write_drawings(root: Path, before: "Side", after: "Side", out: Path) -> None:
    from hornbook.changes.drawings import drawings_side_by_side
    from hornbook.production import write_beside

    refused = write_beside(root, out, drawings_side_by_side(before.knowledge, after.knowledge))
    if refused is not None:
        print_found(edge_of_run(root, "text"), (refused,), {}, "text", err=True)
        sys.exit(1)


def _change(root: Path, changes: "FileChanges | Refusal", read: "Mapping[str, str]", done: str) -> None:
    """Carry out changes of what was read and say which files they touched; where they are refused, end the run."""
    from hornbook.edits.values import Refusal, texts_after
    from hornbook.kept_drawings import drawings_after
    from hornbook.load import load
    from hornbook.reports.values import UsageProblem

    if isinstance(changes, Refusal):
        refuse(UsageProblem("\n  ".join((changes.message, *map(str, changes.places))), changes.hint))
    after = texts_after(read, changes)
    knowledge = load(root, dict.fromkeys(read) | after).knowledge
    if knowledge is not None:
        drawn, kept = drawings_after(root, knowledge, changes.moved, changes.deleted)
        changes, read = replace(changes, written={**changes.written, **drawn}), {**kept, **read}
    write_or_end(root, changes, read)
    click.echo(f"{done}: {counted(len(changes.paths), 'file')} changed")
    for path in changes.paths:
        click.echo(f"  {path}")


def _examined(root: Path, cache: "NoCache", *, briefly: bool = False) -> "Result":
    """What is found in a project, once what was cut off in it is ended."""
    from hornbook import production
    from hornbook.edits.journal import complete

    left = complete(root)
    return _also(production.examine_briefly(root, cache) if briefly else production.examine(root, cache=cache), left)


def _also(result: "Result", left: "Diagnostic | None") -> "Result":
    return result if left is None else replace(result, diagnostics=tuple(sorted((*result.diagnostics, left))))


def _renewed(root: Path, result: "Result", *, ids: bool, drawings: bool) -> "Result":
    """What is found once the list of ids and the drawings are written anew, as far as that is asked for."""
    if result.reasoning is None or not (ids or drawings):
        return result
    from hornbook import kept_drawings, production
    from hornbook.check import published_ids
    from hornbook.edits.values import FileChanges

    knowledge = result.reasoning.knowledge
    written = {production.IDS: published_ids(knowledge)} if ids else {}
    written |= kept_drawings.renewed_drawings(root, knowledge) if drawings else {}
    write_or_end(root, FileChanges(written=written))
    return production.examine(root)


_ROUNDS = 5
"""So often mistakes are mended, since some come to light only once others are gone."""


def _mended(root: Path, result: "Result", *, quiet: bool) -> "Result":
    """What is found once everything that is certain is mended; it is said which files were changed."""
    from hornbook import production
    from hornbook.edits.fixing import fixes

    for _ in range(_ROUNDS):
        changes = fixes(result.diagnostics, result.texts)
        if not changes.paths:
            break
        write_or_end(root, changes, result.texts)
        for path in changes.paths:
            _say(f"mended: {path}", quiet=quiet)
        result = production.examine(root)
    return result


def _say(message: str, *, quiet: bool) -> None:
    if not quiet:
        click.echo(message)
