"""Translate argparse's messages into errors that say what is wrong and what is accepted.

argparse reports in English only. A message that no pattern matches is shown as it is.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable

from tui.cli.args.fast_parser import parse_fast
from tui.cli.args.mistyped_command import OTHER_WORDS
from tui.cli.args.shared_options import COMMON_OPTIONS, HELP_OPTIONS, WATCH_OPTION
from tui.cli.args.spec import Argument, Command
from tui.cli.commands import COMMAND_NAMES, SYNONYMS, load_command
from tui.cli.messages import DID_YOU_MEAN, listed
from tui.cli.output.writer import ERROR, print_error_line, printable
from tui.store.rows import KindInfo
from tui.text.close_matches import close_matches
from tui.text.language import Language, Wording

_UNKNOWN_OPTION = Wording("没有选项{name}{near}", "unknown option {name}{near}")
_UNEXPECTED = Wording("多余的参数：{words}{topic}", "unexpected argument: {words}{topic}")
_TOPIC = Wording("；按主题筛选：--tag {words}", "; to filter by topic: --tag {words}")
_QUOTE = Wording(
    "只接受一条记录：多个词的名称要加引号，如{line}",
    "expected one record: put a name of several words in quotes, as in {line}",
)
_LIST_OF_SUBJECT = Wording(
    "；列出一个主题的记录：{line}", "; to list the records of a subject: {line}"
)
_NO_COMMAND = Wording(
    "没有写命令：应写上命令或查询词", "missing command: expected a command or a query"
)
_MISSING = Wording("缺少{name}：{what}", "missing {name}: {what}")
_NO_VALUE = Wording("{name}需要一个值：{value}", "{name} requires a value: {value}")
_ONE_OF = Wording("{names}之一", "one of {names}")
_METAVAR = Wording("{metavar}，{what}", "{metavar}, {what}")
_NO_SUCH_VALUE = Wording(
    "{name}的值“{text}”无效：应为{known}之一{near}",
    "invalid value {text!r} for {name}: expected one of {known}{near}",
)
_TAKES_NO_VALUE = Wording("{name}不带值", "{name} does not take a value")
_OTHER = Wording("{name}：{what}", "{name}: {what}")
_OTHER_NAMES = dict.fromkeys(("--subject", "--topic", "--theme"), "--tag")
"""Options by other names that users expect."""
_DID_YOU_MEAN = Wording(f"；{DID_YOU_MEAN.zh}", f"; {DID_YOU_MEAN.en}")
_SEE_HELP = Wording("用法见：{line} --help", "try: {line} --help")

_RECORDS = ("record", "location", "figure")
"""Completion of arguments that take the name of a record."""
_COMMAND_CUTOFF = 0.7
"""Least similarity of a command to a query; most queries are meant as such."""

OPTION = re.compile(r"-(?!\d*\.?\d+$)[^ ]+$")
"""Words that argparse takes for an option: not negative numbers, nothing with a space."""
_UNRECOGNIZED = re.compile(r"unrecognized arguments: (.*)", re.DOTALL)
_REQUIRED = re.compile(r"the following arguments are required: (.*)")
_ABOUT_ONE = re.compile(r"argument ([^:]+): (.*)", re.DOTALL)
_CHOICE = re.compile(r"invalid choice: (.*) \(choose from .*\)", re.DOTALL)
_EXPECTED = re.compile(r"expected (?:one argument|at least one argument|\d+ arguments?)")


def print_usage_error(
    message: str,
    command: Command | None,
    language: Language,
    max_length: int = 400,
    *,
    typed: str = "",
) -> None:
    """Print an error in a command line to standard error, and where the help is.

    ``max_length``: characters of the error; a message of the parser may echo a long argument.
    ``typed``: the word that stands for the command, if it is not its name.
    """
    name = f"medbrief {typed or command.name}" if command else "medbrief"
    text = f"{name}: {ERROR.of(language)}{message}"
    print_error_line(printable(text, max_length=max_length))
    print_error_line(_SEE_HELP.format(line=name).of(language))


def translate_error(
    message: str,
    line: list[str],
    command: Command | None,
    language: Language,
    *,
    remote: bool = False,
) -> str:
    """Return the text for argparse's ``message`` about a line; ``remote``: without what is refused
    over SSH."""
    known = (*COMMON_OPTIONS, *HELP_OPTIONS, *(command.arguments if command else (WATCH_OPTION,)))
    if remote:
        known = tuple(argument for argument in known if not argument.local_only)
    # An unknown option may cause other errors, such as a positional too many: report it first.
    if unknown := _unknown_option(line, known):
        if command and command.name == "find" and (instead := _list_of_subject(line, known)):
            near = _LIST_OF_SUBJECT.format(line=instead)
            return _UNKNOWN_OPTION.format(name=unknown.partition("=")[0], near=near).of(language)
        return _unrecognized(unknown, known, command).of(language)
    if message.startswith("unrecognized") and (name := _name_in_quotes(line, command)):
        return _QUOTE.format(line=name).of(language)
    if found := _UNRECOGNIZED.fullmatch(message):
        return _unrecognized(found[1], known, command).of(language)
    if found := _REQUIRED.fullmatch(message):
        return _missing(found[1].split(", ")[0], known).of(language)
    if found := _ABOUT_ONE.fullmatch(message):
        name = found[1].split("/")[0]
        return _about_argument(name, _by_name(name, known), found[2]).of(language)
    return message


def did_you_mean(text: str, known: Iterable[str]) -> Wording | str:
    """Return a suggestion that continues a message; empty where no known name is close."""
    plain = {name.lstrip("-"): name for name in known}
    names = [plain[name] for name in close_matches(text.lstrip("-"), plain)]
    return _DID_YOU_MEAN.format(names=listed(names)) if names else ""


def suggest_command(query: str, kinds: Iterable[KindInfo] = (), *, remote: bool = False) -> str:
    """Return the command line that a query with a mistyped command may mean; else empty.

    ``kinds``: of records, which are commands too; ``remote``: only a command that is available
    over SSH.
    """
    first, space, rest = query.partition(" ")
    if rest and first in COMMAND_NAMES:  # the command has not accepted these words
        return ""
    names = [name for name in COMMAND_NAMES if not name.startswith("_")]
    if remote:
        names = [name for name in names if load_command(name).over_ssh]
    names += [word for kind in kinds for word in kind.words if " " not in word]
    found = (
        ()
        if first in SYNONYMS or first.lower() in OTHER_WORDS
        else close_matches(first, names, 1, _COMMAND_CUTOFF)
    )
    return printable(f"medbrief {found[0]}{space}{rest}", 200) if found else ""


def _unknown_option(line: list[str], known: Iterable[Argument]) -> str:
    flags = {name for argument in known for name in argument.names}
    for word in line[: line.index("--")] if "--" in line else line:
        if OPTION.match(word) and not flags.intersection((word.partition("=")[0], word[:2])):
            return word
    return ""


def _name_in_quotes(line: list[str], command: Command | None) -> str:
    """Return the command line with its words as one name, for a command that takes one record;
    empty for another command, and for a line with options."""
    own = [each for each in (command.arguments if command else ()) if not each.is_flag]
    is_of_record = [each.completion in _RECORDS and each.nargs in ("", "?") for each in own]
    options = parse_fast(load_command("find"), line)  # its words are all that are not options
    if command is None or is_of_record != [True] or options is None:
        return ""
    name = " ".join(options.query)
    return "" if "-" in name else f"medbrief {command.name} {shlex.quote(name)}"  # an id has it


def _list_of_subject(line: list[str], known: Iterable[Argument]) -> str:
    """Return the command that lists the records of a subject, for a lookup with options of it
    (``financing --since 2021``); empty where no option is one of its own."""
    own = {name: each for each in known for name in each.names if each.is_flag}
    listing = load_command("list").arguments
    flags = {name: each for each in listing for name in each.names if each.is_flag}
    subject: list[str] = []
    options: list[str] = []
    rest = iter(line)
    for word in rest:
        name, _, value = word.partition("=")
        if name in flags and name not in own:
            options += [word] if value or flags[name].switch else [word, next(rest, "")]
        elif name in own:
            if not (value or own[name].switch):
                next(rest, "")
        elif not word.startswith("-"):
            subject.append(word)
    if not (subject and options) or "--tag" in options:
        return ""
    words = ["--tag", " ".join(subject), *options]
    quoted = (word if word.isalnum() else shlex.quote(word) for word in words)
    return f"medbrief list {' '.join(quoted)}"


def _unrecognized(text: str, known: Iterable[Argument], command: Command | None) -> Wording:
    words = text.removeprefix("-- ").split(" ")
    option = next((word for word in words if word.strip("-") and word.startswith("-")), "")
    if not option:
        has_topics = any("--tag" in argument.names for argument in known)
        topic = _TOPIC.format(words=shlex.join([" ".join(words)])) if has_topics else ""
        return _UNEXPECTED.format(words=" ".join(words), topic=topic)
    name = option.partition("=")[0]
    if name in HELP_OPTIONS[0].names:
        return _TAKES_NO_VALUE.format(name=name)
    if command is None and any(
        name in argument.names
        for each in COMMAND_NAMES
        for argument in load_command(each).arguments
    ):
        return _NO_COMMAND
    flags = [flag for argument in known if argument.is_flag for flag in argument.names]
    meant = _OTHER_NAMES.get(name, "")
    if meant in flags:
        return _UNKNOWN_OPTION.format(name=name, near=_DID_YOU_MEAN.format(names=meant))
    return _UNKNOWN_OPTION.format(name=name, near=did_you_mean(name, flags))


def _missing(name: str, known: Iterable[Argument]) -> Wording:
    argument = _by_name(name, known)
    return _MISSING.format(name=name, what=argument.help) if argument else _NO_COMMAND


def _about_argument(name: str, argument: Argument | None, what: str) -> Wording:
    if argument is None:
        return _OTHER.format(name=name, what=what)
    if what.startswith("ignored explicit argument"):
        return _TAKES_NO_VALUE.format(name=name)
    if _EXPECTED.fullmatch(what):
        if not argument.is_flag:
            return _MISSING.format(name=name, what=argument.help)
        return _NO_VALUE.format(name=name, value=_expected_value(argument))
    if found := _CHOICE.fullmatch(what):
        text = found[1].removeprefix("'").removesuffix("'")
        return _NO_SUCH_VALUE.format(
            name=name,
            text=text,
            near=did_you_mean(text, argument.choices),
            known=listed(argument.choices),
        )
    return Wording(what, what)  # from ``Argument.convert``, in the reader's language


def _expected_value(argument: Argument) -> Wording:
    if argument.choices:
        return _ONE_OF.format(names=listed(argument.choices))
    return _METAVAR.format(metavar=argument.metavar, what=argument.help)


def _by_name(name: str, known: Iterable[Argument]) -> Argument | None:
    for argument in known:
        if name in argument.names or (not argument.is_flag and name == argument.metavar):
            return argument
    return None
