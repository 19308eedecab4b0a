"""What all dialogs have in common."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.await_complete import AwaitComplete
from textual.geometry import Region
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.app.dialogs.hint_keys import key_at
from tui.app.textual_theme import styles
from tui.app.widgets.dialog_box import SHORT, DialogBox, TextLine

Result = TypeVar("Result")


class DimmedScreen:
    """The screen below a dialog in one quiet color, that of muted text, which every palette has;
    without its key bar, whose keys do nothing there."""

    def __init__(self, below: BackgroundScreen, style: Style) -> None:
        self.below, self.style = below, style

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the segments of the screen below in that color, blank in its last line."""
        line, last = 0, self.below.screen.size.height - 1
        for segment in console.render(self.below, options):
            text, _, control = segment
            line += text == "\n"
            shown = text if line < last or text == "\n" else " " * segment.cell_length
            yield segment if control else Segment(shown, self.style)


class DialogScreen(ModalScreen[Result], Generic[Result]):
    """A dialog that closes once and leaves the screen below it alone. That screen stays visible
    around the dialog where the style sheet gives the dialog a transparent background."""

    CSS_PATH: ClassVar = "dialogs.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-roomy")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]  # noqa: RUF012

    def render(self) -> RenderableType:
        """Return the screen below, dimmed unless the dialog shows something on it."""
        below = super().render()
        if isinstance(below, BackgroundScreen) and not self.shows_below:
            return DimmedScreen(below, styles(self.app.theme)["muted"])
        return below

    @property
    def shows_below(self) -> bool:
        """Whether the screen below is what the reader looks at."""
        return False

    def on_resize(self, event: events.Resize) -> None:
        """Fit the frame to the window."""
        for box in self.query(DialogBox):
            box.fit(event.size.height)

    def on_click(self, event: events.Click) -> None:
        """Press the key that the clicked hint names; close the dialog at a click outside it, but
        not at the second click of the double click that opened it."""
        # Once it has bubbled, the event has the screen as its widget.
        widget = self.get_widget_at(*event.screen_offset)[0]
        if widget is self and event.chain == 1:
            self.cancel()
        elif isinstance(widget, (DialogBox, Static, TextLine)):
            x, y = event.screen_offset - widget.region.offset
            line = widget.render_lines(Region(0, y, widget.region.width, 1))
            if key := key_at("".join(strip.text for strip in line), x):
                self.app.simulate_key(key)

    def cancel(self) -> None:
        """Close the dialog without a result."""
        self.dismiss()

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close the dialog with its result, unless it is closed already: Textual would close the
        screen below it, or fail."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)
