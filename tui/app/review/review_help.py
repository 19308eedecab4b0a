"""The help of the review."""

from __future__ import annotations

from tui.app import messages as app_messages
from tui.app.commands import COMMANDS, SUSPEND
from tui.app.keymap import Keymap
from tui.app.review import messages
from tui.app.review.review_commands import HELP_GROUPS, HOMES, REVIEW_COMMANDS
from tui.app.review.review_state import SIGNS
from tui.document import Block, Document, Fields, Heading, Paragraph, Span
from tui.text.language import Language


def help_page(language: Language, keymap: Keymap) -> Document:
    """Return the keys by task, and the meaning of the signs."""
    known = (*COMMANDS, SUSPEND, *REVIEW_COMMANDS, HOMES)
    commands = {command.action: command for command in known}
    own = {command.action for command in (*REVIEW_COMMANDS, HOMES, SUSPEND)}
    blocks: list[Block] = []
    for title, actions in HELP_GROUPS:
        rows = []
        for action in actions:
            command = commands[action]
            shared = action not in own or command.keys in [one.keys for one in COMMANDS]
            shown = keymap.shown(command, language) if shared else command.shown.of(language)
            rows.append((shown, (Span(command.title.of(language)),)))
        blocks += [Heading(title.of(language)), Fields(tuple(rows))]
    signs = [
        (sign, (Span(messages.STATES[state].of(language), role),))
        for state, (sign, role) in SIGNS.items()
    ]
    blocks += [Heading(messages.STATES_HEADING.of(language)), Fields(tuple(signs))]
    blocks.append(Paragraph((Span(app_messages.HELP_CLOSE.of(language), "muted"),)))
    return Document(messages.HELP_TITLE.of(language), "", tuple(blocks))
