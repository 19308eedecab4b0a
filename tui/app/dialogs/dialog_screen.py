"""What all dialogs have in common."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.await_complete import AwaitComplete
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen

from tui.app.textual_theme import styles
from tui.app.widgets.dialog_box import SHORT, DialogBox

Result = TypeVar("Result")


class DimmedScreen:
    """The screen below a dialog in one quiet color, that of muted text, which every palette has."""

    def __init__(self, below: BackgroundScreen, style: Style) -> None:
        self.below, self.style = below, style

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the segments of the screen below in that color."""
        for segment in console.render(self.below, options):
            text, _, control = segment
            yield segment if control else Segment(text, self.style)


class DialogScreen(ModalScreen[Result], Generic[Result]):
    """A dialog that closes once and leaves the screen below it alone. That screen stays visible
    around the dialog where the style sheet gives the dialog a transparent background."""

    CSS_PATH: ClassVar = "dialogs.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]  # noqa: RUF012

    def render(self) -> RenderableType:
        """Return the screen below, dimmed."""
        below = super().render()
        if isinstance(below, BackgroundScreen):
            return DimmedScreen(below, styles(self.app.theme)["muted"])
        return below

    def on_resize(self, event: events.Resize) -> None:
        """Fit the frame to the window."""
        for box in self.query(DialogBox):
            box.fit(event.size.height)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close the dialog with its result, unless it is closed already: Textual would close the
        screen below it, or fail."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)
