"""Help pages for the terminal, generated from the command specifications."""

from __future__ import annotations

from collections.abc import Sequence

from tui.cli.args.kind_commands import KindCommand
from tui.cli.args.shared_options import COMMON_OPTIONS, HELP_OPTIONS
from tui.cli.args.spec import Argument, Command
from tui.cli.commands import COMMAND_NAMES, load_command
from tui.cli.exit_codes import EXIT_CODES
from tui.cli.help import messages
from tui.document import Block, Document, Fields, Heading, Paragraph, Span, Spans
from tui.export.csv_columns import CSV_COLUMNS
from tui.render.json_fields import SHAPES
from tui.text.language import Language, Wording
from tui.text.width import cell_width, pad


def overview_page(language: Language, kinds: Sequence[KindCommand] = ()) -> Document:
    """Return the page of ``medbrief --help``; ``kinds``: of records, which are commands too."""
    groups: list[tuple[Wording, list[tuple[str, Wording]]]] = []
    for group, title in messages.GROUPS.items():
        commands = [command for command in visible_commands() if command.group == group]
        if commands:
            groups.append((title, [(command.name, command.help) for command in commands]))
        if group == "browse" and kinds:
            groups.append((messages.KINDS, [(kind_label(kind), kind.title) for kind in kinds]))
    rows = [row for _, group_rows in groups for row in group_rows]
    common = [
        (option_label(argument), argument.help) for argument in (*COMMON_OPTIONS, *HELP_OPTIONS)
    ]
    exits = [(str(code), meaning) for code, meaning in EXIT_CODES]
    width = max(
        cell_width(name) for name, _ in (*rows, *common, *messages.ENVIRONMENT, *messages.FURTHER)
    )
    blocks: list[Block] = [
        Paragraph((Span(messages.WITHOUT_COMMAND.of(language)),)),
        Heading(messages.USAGE.of(language)),
        *(Paragraph(command_usage, 2) for command_usage in general_usage(language)),
    ]
    for title, items in groups:
        blocks += [Heading(title.of(language)), _fields(items, language, width)]
    for title, items in (
        (messages.COMMON_OPTIONS, common),
        (messages.VARIABLES, list(messages.ENVIRONMENT)),
        (messages.EXIT_CODES, exits),
        (messages.MORE, list(messages.FURTHER)),
    ):
        blocks += [Heading(title.of(language)), _fields(items, language, width)]
    return Document("medbrief", messages.ABOUT.of(language), tuple(blocks))


def command_page(command: Command, language: Language, *, remote: bool = False) -> Document:
    """Return the page of ``medbrief COMMAND --help``; ``remote``: as an SSH client may use it."""
    own = [argument for argument in command.arguments if argument.is_flag]
    shared = [*COMMON_OPTIONS, *HELP_OPTIONS]
    if remote:
        own = [argument for argument in own if not argument.local_only]
        shared = [argument for argument in shared if not argument.local_only]
    parts: list[tuple[Wording, list[tuple[str, Wording]]]] = [
        (
            messages.ARGUMENTS,
            [(positional_label(item), item.help) for item in positionals(command)],
        ),
        (messages.OPTIONS, [(option_label(argument), argument.help) for argument in own]),
    ]
    common = [(option_label(argument), argument.help) for argument in shared]
    rows = [row for _, items in parts for row in items]
    width = max(cell_width(name) for name, _ in (*rows, *common))
    blocks: list[Block] = [
        *(Paragraph((Span(detail.of(language)),)) for detail in command.details),
        Heading(messages.USAGE.of(language)),
        Paragraph(command_usage(command, language), 2),
    ]
    for title, items in parts:
        if items:
            blocks += [Heading(title.of(language)), _fields(items, language, width)]
    local = {name for argument in COMMON_OPTIONS if argument.local_only for name in argument.names}
    examples = [
        (example.line, example.result)
        for example in command.examples
        if not (remote and local.intersection(example.line.split()))
    ]
    if examples:
        blocks += [Heading(messages.EXAMPLES.of(language)), _fields(examples, language)]
    blocks += [Heading(messages.COMMON_OPTIONS.of(language)), _fields(common, language, width)]
    exits = [
        (str(code), meaning)
        for code, meaning in EXIT_CODES
        if code <= messages.LAST_COMMAND_EXIT_CODE
    ]
    blocks += [Heading(messages.EXIT_CODES.of(language)), _fields(exits, language, width)]
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


def _fields(rows: list[tuple[str, Wording]], language: Language, width: int = 0) -> Fields:
    return Fields(tuple((pad(name, width), (Span(text.of(language)),)) for name, text in rows))
