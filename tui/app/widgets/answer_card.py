"""The answer to the query, in a frame above the search results."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.strip import Strip

from tui.app.browse.sources.answer_view import AnswerView
from tui.app.textual_internals.line_widgets import LineWidget
from tui.app.textual_theme import strip
from tui.document import Span
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import Line, line_width, wrap
from tui.render.panel_border import FrameKind, PanelTitles, bottom_line, top_line


class AnswerCard(LineWidget):
    """A card that shows an ``AnswerView``. A click on it opens the record."""

    def __init__(self, widget_id: str, glyphs: Glyphs, chosen: Callable[[], None]) -> None:
        super().__init__(widget_id)
        self._glyphs = glyphs
        self._chosen = chosen
        self._answer = AnswerView()
        self._frame: FrameKind = "rule"
        self._height = 0
        self._lines: list[Line] = []
        self._key: object = None

    def show(self, answer: AnswerView) -> None:
        """Show another answer."""
        self._answer = answer
        self.refresh()

    def set_height(self, lines: int, frame: FrameKind) -> None:
        """Take so many lines, none to hide."""
        self._frame = frame
        if lines != self._height:
            self._height = lines
            self.display = bool(lines)
            if lines:
                self.styles.height = lines

    def render_line(self, y: int) -> Strip:
        """Return a line of the frame or of the answer."""
        width, height = self.size
        key = (self._answer, width, height, self._frame)
        if key != self._key:
            self._key, self._lines = key, self._layout(width, height)
        line = self._lines[y] if y < len(self._lines) else ()
        return strip(line, width, self.app.theme)

    def _layout(self, width: int, height: int) -> list[Line]:
        answer, box = self._answer, self._frame == "box"
        titles = PanelTitles(answer.heading, answer.number)
        top = top_line(titles, width, self._frame, self._glyphs, focused=False)
        inner = width - 4 if box else width - 2
        room = height - 1 - box
        if answer.entry:
            from tui.render.answer_lines import answer_lines  # lazy: not in the first frame

            lines = answer_lines(
                answer.entry, answer.kind, answer.remark, answer.cites, answer.language,
                (inner, room), self._glyphs,
            )  # fmt: skip
        else:
            lines = [line for hint in answer.hints for line in wrap((Span(hint, "muted"),), inner)]
        lines = lines[:room]
        if not box:
            return [top, *((Span(" "), *line) for line in lines)]
        edge = Span(self._glyphs.edge, "frame")
        lines += [()] * (room - len(lines))
        framed = [
            (edge, Span(" "), *line, Span(" " * (inner - line_width(line) + 1)), edge)
            for line in lines
        ]
        return [
            top,
            *framed,
            bottom_line(titles._replace(foot=""), width, self._glyphs, focused=False),
        ]

    def on_click(self, _event: events.Click) -> None:
        """Open the record."""
        if self._answer.entry:
            self._chosen()
