"""Commands called in a way that they cannot be: what was wrong, in our words, and what was probably meant."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

import click

from hornbook.reports.asked_names import closest
from hornbook.reports.values import UsageProblem

_FORMAT = "--format"
_NO_CHOICE = re.compile(r"(['\"])(.*)\1 is not (?:one of )?", re.DOTALL)
_QUOTED = re.compile(r"'([^']*)'")


def misuse(found: click.ClickException) -> UsageProblem:
    """What click refused, with a hint: a command, an option or a value that is like the one that was written."""
    context = found.ctx if isinstance(found, click.UsageError) else None
    if context is None:
        return UsageProblem(_ours(found.format_message()), "see `hornbook --help`")
    usage = f"write it as `{' '.join((_typed(context), *context.command.collect_usage_pieces(context)))}`"
    match found:
        case click.NoSuchCommand():
            hint = _meant(found.command_name, _commands(context), "commands")
            return UsageProblem(f"there is no command `{found.command_name}`", hint)
        case click.NoSuchOption():
            hint = _other_option(context, found.option_name)
            return UsageProblem(f"`{_typed(context)}` has no option `{found.option_name}`", hint)
        case click.MissingParameter() if found.param is not None:
            return UsageProblem(f"`{_typed(context)}` needs {_shown(found.param, context)}", usage)
        case click.BadParameter() if found.param is not None:
            return UsageProblem(*_bad_value(found.param, found.message, context, usage))
        case _:
            return UsageProblem(f"`{_typed(context)}`: {_ours(found.format_message())}", usage)


def asked_form(arguments: Sequence[str], forms: Collection[str]) -> str:
    """The form of printing that a command line asks for, whatever else is wrong with it; `text` if none of `forms`."""
    words = arguments[: arguments.index("--")] if "--" in arguments else arguments
    asked = [word.removeprefix(f"{_FORMAT}=") for word in words if word.startswith(f"{_FORMAT}=")]
    asked += [after for word, after in pairwise(words) if word == _FORMAT]
    return next((form for form in asked if form in forms), "text")


def _bad_value(param: click.Parameter, said: str, context: click.Context, usage: str) -> tuple[str, str]:
    written = _NO_CHOICE.match(said)
    if isinstance(param.type, click.Choice) and written is not None:
        hint = _meant(written[2], [str(choice) for choice in param.type.choices], "one of")
        return f"`{written[2]}` is no value of {_shown(param, context)}", hint
    return f"{_shown(param, context)}: {_ours(said)}", usage


def _other_option(context: click.Context, name: str) -> str:
    """An option that is like one that there is not here; or where it belongs, if another command has it."""
    own = [option for param in context.command.params for option in _options(param)]
    whole = context.find_root().command
    if context.command is not whole and _has(whole, name):
        return f"write it before the command: `hornbook {name} … {context.info_name}`"
    commands = context.command.commands.items() if isinstance(context.command, click.Group) else ()
    having = next((command for command, one in commands if _has(one, name)), None)
    return (
        _meant(name, own, "options") if having is None else f"write it behind a command: `hornbook {having} {name} …`"
    )


def _has(command: click.Command, option: str) -> bool:
    return any(option in _options(param) for param in command.params)


def _options(param: click.Parameter) -> Iterator[str]:
    return (option for option in (*param.opts, *param.secondary_opts) if option.startswith("--"))


def _commands(context: click.Context) -> list[str]:
    return context.command.list_commands(context) if isinstance(context.command, click.Group) else []


def _meant(word: str, known: Collection[str], what: str) -> str:
    close = closest(word, {one: one for one in known})
    return f"did you mean `{close}`?" if close else f"{what}: {', '.join(known)}"


def _typed(context: click.Context) -> str:
    return " ".join(["hornbook", *([context.info_name or ""] if context.parent else [])])


def _shown(param: click.Parameter, context: click.Context) -> str:
    name = max(param.opts, key=len) if isinstance(param, click.Option) else param.make_metavar(context)
    return f"`{name}`"


def _ours(message: str) -> str:
    """A message of click's in the form that ours have."""
    words = _QUOTED.sub(r"`\1`", message.strip().rstrip("."))
    return words[:1].lower() + words[1:]
