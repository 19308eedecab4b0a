"""What can be asked over SSH, as a page: made from what the commands say of themselves."""

from __future__ import annotations

from tui.cli.args.shared_options import COMMON_OPTIONS
from tui.cli.help import messages as help_messages
from tui.cli.help.pages import option_label, positional_label, positionals, visible_commands
from tui.document import Block, Document, Fields, Heading, Paragraph, Span
from tui.serve import messages
from tui.text.language import Language, Wording
from tui.text.width import cell_width, pad


def help_page(language: Language) -> Document:
    """What ``ssh HOST help`` prints."""
    commands = [command for command in visible_commands() if command.over_ssh]
    options = [argument for argument in COMMON_OPTIONS if not argument.local_only]
    rows = [
        (" ".join([item.name, *map(positional_label, positionals(item))]), item.help)
        for item in commands
    ]
    more: list[tuple[str, Wording]] = [
        (option_label(argument), argument.help) for argument in options
    ]
    width = max(cell_width(name) for name, _ in (*rows, *more))
    blocks: list[Block] = [
        Paragraph((Span(messages.HELP_ALONE.of(language)),)),
        Heading(help_messages.COMMAND.of(language)),
        _fields(rows, language, width),
        Heading(help_messages.COMMON_OPTIONS.of(language)),
        _fields(more, language, width),
        Paragraph((Span(messages.HELP_TERMINAL.of(language)),)),
        Paragraph((Span(messages.HELP_MORE.of(language)),)),
    ]
    return Document(messages.HELP_TITLE.of(language), "", tuple(blocks))


def _fields(rows: list[tuple[str, Wording]], language: Language, width: int) -> Fields:
    return Fields(tuple((pad(name, width), (Span(text.of(language)),)) for name, text in rows))
