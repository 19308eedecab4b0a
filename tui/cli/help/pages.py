"""Help pages for the terminal, generated from the command specifications."""

from __future__ import annotations

from collections.abc import Sequence

from tui.cli.args.kind_commands import KindCommand
from tui.cli.args.shared_options import COMMON_OPTIONS, HELP_OPTIONS
from tui.cli.args.spec import Argument, Command, Group
from tui.cli.commands import COMMAND_NAMES, load_command
from tui.cli.exit_codes import EXIT_CODES
from tui.cli.help import messages
from tui.document import Block, Document, Fields, Heading, Paragraph, Span, Spans
from tui.export.csv_columns import CSV_COLUMNS
from tui.fast_namedtuple import TYPE_CHECKING
from tui.render.json_fields import SHAPES
from tui.text.language import Language, Wording
from tui.text.width import cell_width, pad

if TYPE_CHECKING:
    from typing import TypeAlias

_HelpRow: TypeAlias = "tuple[str, Wording]"
"""A name and what it means."""


def overview_page(language: Language, kinds: Sequence[KindCommand] = ()) -> Document:
    """Return the page of ``medbrief --help``: what readers use, and where the rest is.
    ``kinds``: of records, which are commands too."""
    groups = [(title, rows) for group, title, rows in _groups() if group in messages.OF_READERS]
    listed = (messages.KINDS, [(kind_label(kind), kind.title) for kind in kinds])
    groups[2:2] = [listed] if kinds else []
    others = [
        (title.of(language), Wording(*[", ".join(name for name, _ in rows)] * 2))
        for group, title, rows in _groups()
        if group not in messages.OF_READERS
    ]
    common = [
        (option_label(argument), argument.help)
        for argument in (*COMMON_OPTIONS, *HELP_OPTIONS)
        if argument.names[0] in messages.FREQUENT_OPTIONS
    ]
    sections = [
        *groups,
        (messages.OTHER_COMMANDS, others),
        (messages.FREQUENT, common),
        (messages.MORE, list(messages.FURTHER)),
    ]
    width = max(cell_width(name) for _, rows in sections for name, _ in rows)
    blocks: list[Block] = [
        Paragraph((Span(messages.WITHOUT_COMMAND.of(language)),)),
        Heading(messages.USAGE.of(language)),
        *(Paragraph(command_usage, 2) for command_usage in general_usage(language)),
    ]
    for title, rows in sections:
        blocks += [Heading(title.of(language)), _fields(rows, language, width)]
    return Document("medbrief", messages.ABOUT.of(language), tuple(blocks))


def commands_page(language: Language) -> Document:
    """Return the page of ``medbrief help commands``."""
    return _list_page(
        messages.ALL_COMMANDS, [(title, rows) for _, title, rows in _groups()], language
    )


def options_page(language: Language) -> Document:
    """Return the page of ``medbrief help options``."""
    sections = [
        (
            messages.COMMON_OPTIONS,
            [(option_label(each), each.help) for each in (*COMMON_OPTIONS, *HELP_OPTIONS)],
        ),
        (messages.VARIABLES, list(messages.ENVIRONMENT)),
        (messages.EXIT_CODES, [(str(code), meaning) for code, meaning in EXIT_CODES]),
    ]
    return _list_page(messages.OPTIONS_TITLE, sections, language)


def _list_page(
    title: Wording, sections: Sequence[tuple[Wording, Sequence[_HelpRow]]], language: Language
) -> Document:
    width = max(cell_width(name) for _, rows in sections for name, _ in rows)
    blocks: list[Block] = []
    for head, rows in sections:
        blocks += [Heading(head.of(language)), _fields(rows, language, width)]
    return Document(title.of(language), "", tuple(blocks))


def _groups() -> list[tuple[Group, Wording, list[_HelpRow]]]:
    """Return the commands by group, in the order of the help."""
    commands = visible_commands()
    return [
        (group, title, [(each.name, each.help) for each in commands if each.group == group])
        for group, title in messages.GROUPS.items()
    ]


def command_page(command: Command, language: Language, *, remote: bool = False) -> Document:
    """Return the page of ``medbrief COMMAND --help``; ``remote``: as an SSH client may use it."""
    own = [argument for argument in command.arguments if argument.is_flag]
    shared = [*COMMON_OPTIONS, *HELP_OPTIONS]
    if remote:
        own = [argument for argument in own if not argument.local_only]
        shared = [argument for argument in shared if not argument.local_only]
    parts: list[tuple[Wording, list[_HelpRow]]] = [
        (
            messages.ARGUMENTS,
            [(positional_label(item), item.help) for item in positionals(command)],
        ),
        (messages.OPTIONS, [(option_label(argument), argument.help) for argument in own]),
    ]
    width = max((cell_width(name) for _, rows in parts for name, _ in rows), default=0)
    blocks: list[Block] = [
        Heading(messages.USAGE.of(language)),
        Paragraph(command_usage(command, language), 2),
    ]
    local = {name for argument in COMMON_OPTIONS if argument.local_only for name in argument.names}
    examples = [
        (example.line_in(language), example.result)
        for example in command.examples
        if not (remote and local.intersection(example.line.split()))
    ]
    if examples:
        blocks += [Heading(messages.EXAMPLES.of(language)), _fields(examples, language)]
    for title, items in parts:
        if items:
            blocks += [Heading(title.of(language)), _fields(items, language, width)]
    if command.details:
        blocks.append(Heading(messages.DETAILS.of(language)))
        blocks += (Paragraph((Span(detail.of(language)),)) for detail in command.details)
    blocks.append(Heading(messages.COMMON_OPTIONS.of(language)))
    blocks.append(Paragraph((Span(" ".join(argument.names[0] for argument in shared)),)))
    if not remote:
        blocks.append(Paragraph((Span(messages.SEE_OPTIONS.of(language)),)))
    return Document(f"medbrief {command.name}", command.help.of(language), tuple(blocks))


def json_fields_page(language: Language) -> Document:
    """Return the page of ``medbrief help json``."""
    width = max(cell_width(f"{field.name}  {field.form}") for s in SHAPES for field in s.fields)
    blocks: list[Block] = [Paragraph((Span(messages.JSON_INTRO.of(language)),))]
    for shape in SHAPES:
        name = max(len(field.name) for field in shape.fields)
        rows = [(f"{f.name.ljust(name)}  {f.form}", f.meaning) for f in shape.fields]
        blocks += [Heading(shape.title.of(language)), _fields(rows, language, width)]
    return Document(messages.JSON_TITLE.of(language), "", tuple(blocks))


def csv_columns_page(language: Language) -> Document:
    """Return the page of ``medbrief help csv``."""
    blocks: list[Block] = [Paragraph((Span(messages.CSV_INTRO.of(language)),))]
    for group in CSV_COLUMNS:
        names = Span(group.names.replace(" ", ", "), "title")
        blocks += [Paragraph((names,)), Paragraph((Span(group.meaning.of(language)),), indent=2)]
    return Document(messages.CSV_TITLE.of(language), "", tuple(blocks))


def visible_commands() -> list[Command]:
    """Return the commands that the help lists, in its order."""
    return [command for name in COMMAND_NAMES if (command := load_command(name)).group != "hidden"]


def positionals(command: Command) -> list[Argument]:
    """Return the positional arguments of a command."""
    return [argument for argument in command.arguments if not argument.is_flag]


def kind_label(kind: KindCommand) -> str:
    """Return the words by which a kind is a command: ``policies, 政策``."""
    return ", ".join(kind.words)


def general_usage(language: Language) -> list[Spans]:
    """Return the usage lines of the general help."""
    option, word = f"[{messages.OPTION.of(language)}…]", f"{messages.WORD.of(language)}…"
    return [
        (Span("medbrief", "title"), Span(f" {option}")),
        (Span("medbrief", "title"), Span(f" {messages.COMMAND.of(language)} {option}")),
        (Span("medbrief", "title"), Span(f" {word} {option}")),
    ]


def command_usage(command: Command, language: Language) -> Spans:
    """Return the usage line of a command."""
    words = "".join(f" {positional_label(argument)}" for argument in positionals(command))
    option = messages.OPTION.of(language)
    return (Span(f"medbrief {command.name}", "title"), Span(f"{words} [{option}…]"))


def positional_label(argument: Argument) -> str:
    """Return a positional argument as usage lines show it: ``QUERY…``, ``[KIND]``."""
    name = argument.metavar or "|".join(argument.choices)
    if argument.nargs in ("+", "*"):
        name += "…"
    return f"[{name}]" if argument.nargs in ("?", "*") else name


def option_label(argument: Argument) -> str:
    """Return an option with its short names and its value: ``--output, -o FILE``."""
    value = argument.metavar or "|".join(argument.choices)
    return ", ".join(argument.names) + (f" {value}" if value else "")


def _fields(rows: Sequence[_HelpRow], language: Language, width: int = 0) -> Fields:
    return Fields(tuple((pad(name, width), (Span(text.of(language)),)) for name, text in rows))
