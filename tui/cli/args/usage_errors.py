"""What is wrong with a command line, in the reader's language.

argparse finds the fault and names it in English; here it is said anew, with what would mend
it. A message that is not known here is passed on as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.cli.args.recovery import HELP_OPTIONS
from tui.cli.args.shared_options import COMMON_OPTIONS, WATCH_OPTION
from tui.cli.args.spec import Argument, Command
from tui.cli.commands import COMMAND_NAMES, load_command
from tui.cli.output.writer import printable
from tui.text.close_matches import close_matches
from tui.text.language import Language, Wording

_NO_OPTION = Wording("没有选项{name}{near}", "there is no option {name}{near}")
_TOO_MANY = Wording("多了：{words}", "too much: {words}")
_NO_COMMAND = Wording("只有选项，没有命令", "options, but no command")
_MISSING = Wording("还缺{name}：{what}", "{name} is missing: {what}")
_NO_VALUE = Wording("{name}后面要有{value}", "{name} wants {value}")
_ONE_OF = Wording("{names}之一", "one of {names}")
_VALUE = Wording("{value}：{what}", "{value}: {what}")
_NEEDLESS = Wording("{name}不带值", "{name} takes no value")
_NO_CHOICE = Wording(
    "{name}不能是“{text}”{near}（有{known}）", "{name} cannot be {text!r}{near} (one of {known})"
)
_OTHER = Wording("{name}：{what}", "{name}: {what}")
_NEAR = Wording("；是不是：{names}", "; did you mean: {names}")
_TRY = Wording("试试：{line} --help", "try: {line} --help")

_UNRECOGNIZED = re.compile(r"unrecognized arguments: (.*)", re.DOTALL)
_REQUIRED = re.compile(r"the following arguments are required: (.*)")
_ABOUT_ONE = re.compile(r"argument ([^:]+): (.*)", re.DOTALL)
_CHOICE = re.compile(r"invalid choice: (.*) \(choose from .*\)", re.DOTALL)
_EXPECTED = re.compile(r"expected (?:one argument|at least one argument|\d+ arguments?)")


def help_hint(command: Command | None, language: Language) -> str:
    """Where help is."""
    return _TRY.format(line=program_name(command)).of(language)


def program_name(command: Command | None) -> str:
    """``medbrief``, with the command if there is one."""
    return f"medbrief {command.name}" if command else "medbrief"


def translate_error(
    message: str, line: list[str], command: Command | None, language: Language
) -> str:
    """What a reader is told where argparse has ``message`` for a line."""
    known = (*COMMON_OPTIONS, *HELP_OPTIONS, *(command.arguments if command else (WATCH_OPTION,)))
    if unknown := _unknown_option(line, known):  # whatever else: this is the slip
        return _unrecognized(unknown, known, command).of(language)
    if found := _UNRECOGNIZED.fullmatch(message):
        return _unrecognized(found[1], known, command).of(language)
    if found := _REQUIRED.fullmatch(message):
        return _missing(found[1].split(", ")[0], known).of(language)
    if found := _ABOUT_ONE.fullmatch(message):
        name = found[1].split("/")[0]
        return _about(name, _by_name(name, known), found[2]).of(language)
    return message


def did_you_mean(text: str, known: Iterable[str]) -> Wording | str:
    """What may be meant by ``text``; empty where nothing comes near."""
    plain = {name.lstrip("-"): name for name in known}
    names = [plain[name] for name in close_matches(text.lstrip("-"), plain)]
    return _NEAR.format(names=join_names(names)) if names else ""


def suggest_command(query: str) -> str:
    """The line that is meant where the first word of a query is nearly a command; else empty."""
    first, space, rest = query.partition(" ")
    names = [name for name in COMMAND_NAMES if not name.startswith("_")]
    found = close_matches(first, names, 1)
    return printable(f"medbrief {found[0]}{space}{rest}", 200) if found else ""


def join_names(names: Iterable[str]) -> Wording:
    """Names in a row."""
    names = list(names)
    return Wording("、".join(names), ", ".join(names))


def _unknown_option(line: list[str], known: Iterable[Argument]) -> str:
    flags = {name for argument in known for name in argument.names}
    for word in line[: line.index("--")] if "--" in line else line:
        if word.startswith("--") and " " not in word and word.partition("=")[0] not in flags:
            return word
    return ""


def _unrecognized(text: str, known: Iterable[Argument], command: Command | None) -> Wording:
    words = text.removeprefix("-- ").split(" ")
    option = next((word for word in words if word.strip("-") and word.startswith("-")), "")
    if not option:
        return _TOO_MANY.format(words=" ".join(words))
    name = option.partition("=")[0]
    every = (
        [] if command else [item for each in COMMAND_NAMES for item in load_command(each).arguments]
    )
    if any(name in item.names for item in every):
        return _NO_COMMAND
    flags = [flag for argument in known if argument.is_flag for flag in argument.names]
    return _NO_OPTION.format(name=name, near=did_you_mean(name, flags))


def _missing(name: str, known: Iterable[Argument]) -> Wording:
    argument = _by_name(name, known)
    return _MISSING.format(name=name, what=argument.help) if argument else _NO_COMMAND


def _about(name: str, argument: Argument | None, what: str) -> Wording:
    if argument is None:
        return _OTHER.format(name=name, what=what)
    if what.startswith("ignored explicit argument"):
        return _NEEDLESS.format(name=name)
    if _EXPECTED.fullmatch(what):
        if not argument.is_flag:
            return _MISSING.format(name=name, what=argument.help)
        return _NO_VALUE.format(name=name, value=_value(argument))
    if found := _CHOICE.fullmatch(what):
        text = found[1].removeprefix("'").removesuffix("'")
        known = join_names(argument.choices)
        return _NO_CHOICE.format(
            name=name, text=text, near=did_you_mean(text, argument.choices), known=known
        )
    return _OTHER.format(name=name, what=what) if argument.is_flag else Wording(what, what)


def _value(argument: Argument) -> Wording:
    value: Wording | str = argument.metavar
    if argument.choices:
        value = _ONE_OF.format(names=join_names(argument.choices))
    return _VALUE.format(value=value, what=argument.help)


def _by_name(name: str, known: Iterable[Argument]) -> Argument | None:
    return next(
        (
            item
            for item in known
            if name in item.names or (not item.is_flag and name == item.metavar)
        ),
        None,
    )
