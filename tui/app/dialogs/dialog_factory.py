"""Create the dialog that a command asks for, with what its result leads to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from textual.screen import ModalScreen

from tui.app import messages
from tui.app.browse import effects
from tui.app.browse.controller import BrowseController
from tui.app.browse.location import ListQuery, Location
from tui.app.browse.view_state import PanelPositions, ViewState
from tui.app.dialogs.command_palette import CommandPalette
from tui.app.dialogs.dispute_dialog import DisputeDialog
from tui.app.dialogs.export_dialog import ExportDialog
from tui.app.dialogs.filter_dialog import FilterDialog
from tui.app.dialogs.help_dialog import HelpDialog
from tui.app.dialogs.problems_dialog import ProblemsDialog
from tui.app.dialogs.prompt_dialog import PromptDialog
from tui.app.dialogs.text_dialog import TextDialog
from tui.config import Theme
from tui.render.glyphs import Glyphs


class Dialog(NamedTuple):
    """A dialog and the handler of its result; None for a dialog without a result. ``on_cancel``:
    the handler where it ends without one."""

    screen: ModalScreen[Any]
    on_result: Callable[[Any, PanelPositions], ViewState] | None = None
    on_cancel: Callable[[PanelPositions], ViewState] | None = None


class Below(NamedTuple):
    """What a dialog can change on the screen below it while it is open. ``update``: carry out a
    function of the controller; ``use_theme``: show a theme."""

    update: Callable[[Callable[[PanelPositions], ViewState]], None]
    use_theme: Callable[[Theme], None]


def create_dialog(
    effect: effects.Effect, controller: BrowseController, glyphs: Glyphs, below: Below
) -> Dialog:
    """Return the dialog for an effect.

    Raises:
        TypeError: the effect opens no dialog.
    """
    language = controller.lists.briefing.language
    keymap = controller.session.keymap
    match effect:
        case effects.OpenPalette(without_effect, only, chosen):
            theme, use_theme = controller.theme, below.use_theme
            palette = CommandPalette(
                controller.lists, keymap, glyphs, theme, use_theme, without_effect, only, chosen
            )
            return Dialog(palette, controller.palette_chosen)
        case effects.ChooseDispute(disputes, first):
            store = controller.lists.briefing.store
            dialog = DisputeDialog(disputes, first, store, language, glyphs)
            return Dialog(dialog, controller.link_followed)
        case effects.OpenFilters(location):
            return _filter_dialog(location, controller, glyphs, below)
        case effects.OpenHelp(here, omitted):
            return Dialog(HelpDialog(language, glyphs, keymap, here, omitted))
        case effects.OpenProblems(problems):
            return Dialog(ProblemsDialog(problems, language, glyphs))
        case effects.ShowCopiedText(title, text, hint):
            return Dialog(TextDialog(title, text, hint, glyphs))
        case effects.AskForLine(title, hint, text, on_enter, check, keep):
            return Dialog(
                PromptDialog(title, hint, text, glyphs, check, keep),
                lambda line, positions: controller.line_entered(line, on_enter, positions),
            )
        case effects.OpenExport(choices, first):
            shows_all = controller.lists.briefing.show_forecasts
            heading = messages.EXPORT if shows_all else messages.EXPORT_WITH_FORECASTS
            export_dialog = ExportDialog(heading, choices, first, language, glyphs)
            return Dialog(export_dialog, controller.exported)
    raise TypeError(f"no dialog for {effect!r}")


def _filter_dialog(
    location: Location, controller: BrowseController, glyphs: Glyphs, below: Below
) -> Dialog:
    def show(list_query: ListQuery) -> None:
        below.update(lambda positions: controller.filters_chosen(list_query, positions))

    dialog = FilterDialog(controller.lists.briefing, location, glyphs, show)
    return Dialog(
        dialog,
        controller.filters_chosen,
        lambda positions: controller.filters_canceled(location, positions),
    )
