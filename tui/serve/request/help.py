"""The page that ``ssh HOST help`` prints, generated from the commands' own descriptions."""

from __future__ import annotations

from collections.abc import Sequence

from tui.cli.args.kind_commands import KindCommand
from tui.cli.args.shared_options import COMMON_OPTIONS
from tui.cli.help import messages as help_messages
from tui.cli.help.pages import (
    kind_label,
    option_label,
    positional_label,
    positionals,
    visible_commands,
)
from tui.document import Block, Document, Fields, Heading, Paragraph, Span
from tui.serve import messages
from tui.text.language import Language, Wording
from tui.text.width import cell_width, pad


def help_page(language: Language, kinds: Sequence[KindCommand] = ()) -> Document:
    """Return the commands and options available over SSH."""
    commands = [command for command in visible_commands() if command.over_ssh]
    options = [argument for argument in COMMON_OPTIONS if not argument.local_only]
    command_rows = [
        (" ".join([command.name, *map(positional_label, positionals(command))]), command.help)
        for command in commands
    ]
    option_rows: list[tuple[str, Wording]] = [
        (option_label(option), option.help) for option in options
    ]
    kind_rows = [(kind_label(kind), kind.title) for kind in kinds]
    width = max(cell_width(name) for name, _ in (*command_rows, *kind_rows, *option_rows))
    blocks: list[Block] = [
        _paragraph(messages.HELP_ALONE, language),
        Heading(help_messages.COMMAND.of(language)),
        _fields(command_rows, language, width),
        *([Heading(help_messages.KINDS.of(language))] if kinds else []),
        *([_fields(kind_rows, language, width)] if kinds else []),
        Heading(help_messages.COMMON_OPTIONS.of(language)),
        _fields(option_rows, language, width),
        _paragraph(messages.HELP_TERMINAL, language),
        _paragraph(messages.HELP_MORE, language),
    ]
    return Document(messages.HELP_TITLE.of(language), "", tuple(blocks))


def _paragraph(text: Wording, language: Language) -> Paragraph:
    return Paragraph((Span(text.of(language)),))


def _fields(rows: list[tuple[str, Wording]], language: Language, width: int) -> Fields:
    return Fields(tuple((pad(name, width), (Span(text.of(language)),)) for name, text in rows))
