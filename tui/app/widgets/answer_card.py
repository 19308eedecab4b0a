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

_MIN_TITLED = 4
"""Lines below which the title of the record stands in the frame."""


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

    def fit(self, most: int, width: int, frame: FrameKind) -> None:
        """Take the lines that the answer needs, at most ``most``, none to hide."""
        self._frame = frame
        edges = 2 if frame == "box" else 1
        lines = len(self._texts(width, most - edges)) + edges if most else 0
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
        room = height - 1 - box
        titles = PanelTitles(answer.heading, answer.number)
        if answer.entry and room < _MIN_TITLED:
            titles = titles._replace(title=answer.entry.title.of(answer.language))
        top = top_line(titles, width, self._frame, self._glyphs, focused=False)
        inner = width - 4 if box else width - 2
        lines = self._texts(width, room)
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

    def _texts(self, width: int, room: int) -> list[Line]:
        """Return at most ``room`` lines without the frame of a card of ``width`` cells."""
        answer = self._answer
        inner = width - 4 if self._frame == "box" else width - 2
        if not answer.entry:
            hints = (wrap((Span(hint, "muted"),), inner) for hint in answer.hints)
            return [line for lines in hints for line in lines][:room]
        from tui.render.answer_lines import answer_lines  # lazy: not in the first frame

        return answer_lines(
            answer.entry, answer.kind, answer.remark, answer.cites, answer.language,
            (inner, room), self._glyphs, answer.disputes,
        )  # fmt: skip

    def on_click(self, _event: events.Click) -> None:
        """Open the record."""
        if self._answer.entry:
            self._chosen()
