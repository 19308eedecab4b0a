"""The command that exports what is shown to a file."""

from __future__ import annotations

from collections.abc import Callable

from tui.app import messages
from tui.app.browse.browse_model import BrowseModel
from tui.app.browse.effects import OpenExport
from tui.app.browse.location import COMPARISON, PAGES


def export(model: BrowseModel) -> None:
    """Open the export dialog; over SSH say why there is none."""
    if model.session.remote:
        section, record = model.location.section, model.location.record
        target = "--all" if section in PAGES or not record else record
        model.show_message(messages.NO_EXPORT_OVER_SSH.format(id=target))
        return
    from tui.app.browse.sources.export_choices import (
        export_choices,
    )

    choices = export_choices(model.lists, model.location, model.content, model.marked)
    if not choices:
        model.show_message(messages.NOTHING_TO_EXPORT)
        return
    model.remember()
    listed = model.positions.focus in ("list", "search", "narrow", "sections")
    if model.marked and model.location.section != COMPARISON:  # which exports what it compares
        model.request(OpenExport(choices, len(choices) - 1))  # the marked records
        return
    first = next((number for number, each in enumerate(choices) if each.is_list == listed), 0)
    model.request(OpenExport(choices, first))


COMMANDS: dict[str, Callable[[BrowseModel], None]] = {"export": export}
