"""The page of a record: laid-out lines, and a cursor that moves from link to link."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.reactive import reactive
from textual.strip import Strip

from tui.app.textual_theme import strip
from tui.app.widgets import dashboard_links
from tui.app.widgets.dashboard_links import Direction
from tui.app.widgets.layout_cache import LayoutCache, PageLayout, character_count, line_at
from tui.app.widgets.line_view import LineView
from tui.app.widgets.link_hints import LinkHints, PageLink, link_beyond, nearest, target_at
from tui.document import Document
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import Line, plain
from tui.render.page_layout import cards_of
from tui.render.panel_border import PanelTitles, title_room
from tui.text.width import cell_width


class DocumentView(LineView):
    """A document laid out for the width of the panel."""

    link = reactive(-1, repaint=False)  # number of the selected link; -1 for none

    def __init__(
        self,
        glyphs: Glyphs,
        widget_id: str,
        link_followed: Callable[[str], None] = lambda _: None,
        clicked: Callable[[], None] = lambda: None,
    ) -> None:
        """``link_followed``: called with the target of a clicked link; ``clicked``: after a click
        elsewhere."""
        super().__init__(widget_id, glyphs)
        self._follow = link_followed
        self._clicked = clicked
        self._document: Document | None = None
        self._layouts = LayoutCache(glyphs)
        self.lines: list[Line] = []
        self.links: list[PageLink] = []
        self._pending: tuple[int, int] | None = None
        """First line and link of a document that is not laid out yet."""
        self._is_dashboard = False
        """Whether the document has cards: one of its links is always selected."""
        self._numbered: list[PageLink] = []
        """The links of the last dashboard, which number the link of a location."""
        self._hints = LinkHints()
        self._hints_pending = False
        self._last_resize = (0, 0, False)
        """The first line after the last resize, the characters before it, whether it is blank."""

    @property
    def position(self) -> tuple[int, ...]:
        """The selected link and the first visible line."""
        return (self.link, self.top)

    def show(self, document: Document, line: int = 0, link: int = -1) -> None:
        """Show a document from ``line`` on; if negative, from where ``link`` is visible."""
        self.set_document(document, line, link)
        self.ensure_layout()

    def set_document(self, document: Document, line: int = 0, link: int = -1) -> None:
        """Set the document without laying it out.

        ``ensure_layout`` does so when the panel has its final width.
        """
        if self.lines and not self._pending and document == self._document:
            selected = self._selectable(link)
            if selected != self.link:
                self._select(selected)
            self.scroll_to_line(self._first_line(line))
            self._last_resize = (-1, 0, False)
            return
        self._document = document
        self._is_dashboard = cards_of(document) is not None
        self._pending = (line, link)
        self.lines, self.links, self.link = [], [], -1
        self._hints.hide()
        self._hints_pending = False

    def ensure_layout(self) -> None:
        """Lay the document out if that is pending; a hidden panel waits until it has a width."""
        if self._pending:
            self._lay_out()

    def update_document(self, document: Document) -> None:
        """Show an edited document; keep the first visible line and the link if they still exist."""
        lines = [plain(line) for line in self.lines]
        top, link = self.top, self.link
        target = self.links[link].target if 0 <= link < len(self.links) else ""
        self.show(document, top)
        first_line = lines[top : top + 1]
        same = [number for number, line in enumerate(self.lines) if [plain(line)] == first_line]
        if same:
            self.scroll_to_line(min(same, key=lambda number: abs(number - top)))
        self._select(nearest(self.links, target, link, self.link))

    def _lay_out(self) -> None:
        if self._document is None or self.line_width < 1:
            return
        self.lines, self.links = self.laid_out(self._document)
        self.content_changed()
        if self._pending:
            line, link = self._pending
            self._pending = None
            self.link = self._selectable(link)
            self.scroll_to_line(self._first_line(line))
            self._last_resize = (-1, 0, False)
            if self._hints_pending:
                self.show_hints()
        elif self._is_dashboard:
            self.link = self._selectable(self.link)

    def _selectable(self, link: int) -> int:
        if not self._is_dashboard or not self.links:
            return link if link < len(self.links) else -1
        before, self._numbered = self._numbered, self.links
        link = min(max(0, link), max(len(before), len(self.links)) - 1)
        if before is not self.links and link < len(before):
            link = nearest(self.links, before[link].target, link, link)
        return min(link, len(self.links) - 1)

    def laid_out(self, document: Document) -> PageLayout:
        """Return a document laid out for the panel, with title and kind in the frame; the title
        begins the page if there is no frame or no room in it."""
        title, kind = document.title, document.kind
        fits = cell_width(title) <= title_room(self.outer_size.width, self.frame.kind)
        self.set_titles(PanelTitles(title, kind) if fits else PanelTitles(kind))
        if not fits and self.frame.kind != "none":
            document = document._replace(kind="")  # the frame has it
        titled = self.frame.kind == "none" or not fits
        width, height = self.line_width - 1, self.size.height
        return self._layouts.layout(document, width, height, titled=titled)

    def _first_line(self, line: int) -> int:
        """Return ``line``; if negative, the line that puts the link into the upper third."""
        if line >= 0 or self.link < 0:
            return max(0, line)
        return max(0, self.links[self.link].line - self.size.height // 3)

    def fit_to_size(self, top: int) -> None:
        """Lay the page out for the new width and keep the first line, also over several resizes."""
        self._hints_pending |= bool(self._hints)
        if self._pending:
            self._lay_out()
            return
        last_top, before, blank = self._last_resize
        if last_top != top:  # scrolled by the reader since the last resize
            before = character_count(self.lines[:top])
            blank = not character_count(self.lines[top : top + 1])
        self._lay_out()
        line = line_at(self.lines, before) if before else 0
        above = line and blank and not character_count(self.lines[line - 1 : line])
        self.scroll_to_line(line - above)
        if 0 <= self.link < len(self.links):
            self.show_line(self.links[self.link].line)
        self._last_resize = (self.top, before, blank)
        if self._hints_pending:  # other links may be visible now
            self.show_hints()

    def line_count(self) -> int:
        """Return the number of lines of the page."""
        return len(self.lines)

    def draw_line(self, number: int, width: int) -> Strip:
        """Return a line with the hints, or with the selected link reversed."""
        line, reversed_spans, as_block = self.lines[number], set[int](), True
        in_row = False
        if self._hints:
            place = (number, self.links, self._is_visible, width)
            line, reversed_spans = self._hints.overlay(line, *place)
        elif 0 <= self.link < len(self.links):
            link = self.links[self.link]
            reversed_spans = {span for link_line, span in link.spans if link_line == number}
            if not self._is_dashboard:  # of a figure, beside its period
                in_row = bool(reversed_spans) and {"label", "figure"} <= {s.role for s in line}
            else:
                line, reversed_spans, as_block = dashboard_links.with_cursor(
                    self.lines, number, link, self._glyphs, focused=self.has_focus
                )
                in_row = not as_block and len(line) - 1 in reversed_spans
        return strip(line, width, self.app.theme, reversed_spans, as_block=as_block, in_row=in_row)

    # -- link hints

    @property
    def hints_shown(self) -> bool:
        """True while the links are labeled."""
        return bool(self._hints)

    def show_hints(self) -> tuple[bool, bool]:
        """Label the visible links, on a page without layout after its layout; return whether a link
        has a letter, and whether the page has citations."""
        self._hints_pending = self._pending is not None
        if not self._hints_pending:
            self._hints.show(self.links, self._is_visible)
            self.refresh()
        return self._hints.has_letters, self._hints.has_citations

    def type_hint(self, letter: str) -> str:
        """Return the target of the link whose label ``letter`` completes, or an empty string."""
        link = self._hints.type(letter)
        self.refresh()
        return "" if link is None else self.links[link].target

    # -- moving

    def watch_has_focus(self, has_focus: bool) -> None:
        """Repaint the frame, and the selected card of a dashboard."""
        super().watch_has_focus(has_focus)
        if self._is_dashboard:
            self.refresh()

    def move(self, steps: int) -> None:
        """Select the next link on another line if it is visible, else scroll by ``steps`` lines; on
        a dashboard, the next one wherever it is."""
        if self._is_dashboard and self.move_to_neighbor("down" if steps > 0 else "up"):
            return
        line = self.top - 1 if steps > 0 else self.top + self.size.height
        line = self.links[self.link].line if self.link >= 0 else line
        link = link_beyond(self.links, line, steps)
        if link is not None and self._is_visible(self.links[link].line):
            self._select(link)
            return
        self.scroll_to_line(max(0, self.top + steps))
        self._select_visible()

    def move_to_neighbor(self, direction: Direction) -> bool:
        """Select the link beside or below the selected one on a dashboard; return whether there is
        one."""
        if not self._is_dashboard or self.link < 0:
            return False
        link = dashboard_links.neighbor(self.lines, self.links, self.link, direction)
        if link is None:
            return False
        self._select(link)
        for line, _ in reversed(self.links[link].spans):
            self.show_line(line)
        return True

    def _select_visible(self) -> None:
        """Deselect a link that is out of sight; on a dashboard select the first one in sight."""
        if self.link >= 0 and not self._is_visible(self.links[self.link].line):
            visible = [n for n, link in enumerate(self.links) if self._is_visible(link.line)]
            if visible or not self._is_dashboard:
                self._select(visible[0] if self._is_dashboard else -1)

    def move_link(self, steps: int) -> bool:
        """Select the next link wherever it is, first a visible one; return if it changed."""
        before = self.link
        if before < 0:
            visible = [n for n, link in enumerate(self.links) if self._is_visible(link.line)]
            below = (n for n, link in enumerate(self.links) if link.line >= self.top)
            candidates = visible or [next(below, len(self.links) - 1)]
            self._select(candidates[0] if steps > 0 else candidates[-1])
        else:
            self._select(max(0, min(before + steps, len(self.links) - 1)))
        if self.link >= 0:
            self.show_line(self.links[self.link].line)
        return self.link != before

    def move_screen(self, steps: float) -> None:
        """Scroll by ``steps`` times the height of the window, less one line of overlap."""
        self._scroll_without_link(self.top + self.screen_lines(steps))

    def move_edge(self, steps: int) -> None:
        """Scroll to the end or the beginning."""
        self._scroll_without_link(len(self.lines) if steps > 0 else 0)

    def _scroll_without_link(self, line: int) -> None:
        self._select(self.link if self._is_dashboard else -1)
        self.scroll_to_line(max(0, line))
        self._select_visible()

    def _is_visible(self, line: int) -> bool:
        return self.top <= line < self.top + self.size.height

    def _select(self, link: int) -> None:
        self.link = link
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Follow the clicked link."""
        offset = event.get_content_offset(self)
        target, find = None, dashboard_links.clicked_target if self._is_dashboard else target_at
        if offset and offset.y + self.top < len(self.lines):
            target = find(self.lines[offset.y + self.top], offset.x)
        if not target:
            self._clicked()
            return
        clicked = [n for n, link in enumerate(self.links) if link.target == target]
        if clicked and self._is_dashboard:
            self._select(clicked[0])
        self._follow(target)
