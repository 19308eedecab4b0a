"""The page of a record: laid-out lines, and a cursor that goes from link to link."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.strip import Strip

from tui.app.theme import strip
from tui.app.widgets.layout_cache import LayoutCache
from tui.app.widgets.line_view import LineView
from tui.app.widgets.page_links import LinkLetters, PageLink
from tui.app.widgets.page_position import characters, line_of
from tui.document import Document
from tui.document.link_target import citation_target
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import Line, plain
from tui.text.width import cell_width


class DocumentView(LineView):
    """A document laid out for the panel's width."""

    def __init__(
        self, glyphs: Glyphs, identity: str, followed: Callable[[str], None] | None = None
    ) -> None:
        """``followed``: told where the link leads that was entered or clicked."""
        super().__init__(identity)
        self._glyphs = glyphs
        self._followed = followed
        self._laid = LayoutCache(glyphs)
        self._document: Document | None = None
        self.lines: list[Line] = []
        self.links: list[PageLink] = []
        self.link = -1
        """The chosen link; -1 for none."""
        self._wanted: tuple[int, int] | None = None
        """Line and link of a document not laid out yet: a hidden page has no width."""
        self._hints = LinkLetters()
        self._hints_wanted = False
        self._kept = (0, 0, False)
        """Where the last resize left the top, the characters before it, and whether it is blank."""

    def show(self, document: Document, line: int = 0, link: int = -1) -> None:
        """Show another page from ``line`` on; below 0: where ``link`` is in sight."""
        self.put(document, line, link)
        self.settle()

    def put(self, document: Document, line: int = 0, link: int = -1) -> None:
        """What is to be shown once the panel has its place: until ``settle`` nothing is laid out
        that might have to be laid out for another width at once."""
        if self.lines and not self._wanted and document == self._document:
            wanted = link if link < len(self.links) else -1
            if wanted != self.link:
                self._choose(wanted)
            self.jump(self._first_line(line))
            self._kept = (-1, 0, False)
            return
        self._document = document
        self._wanted = (line, link)
        self.lines, self.links, self.link = [], [], -1
        self._hints.end()
        self._hints_wanted = False

    def settle(self) -> None:
        """Lay out what has been put, unless that has been done."""
        if self._wanted:
            self._lay_out()

    def renew(self, document: Document) -> None:
        """Show the page as it is after an edit: what stood at the top stays there, and the chosen
        link is chosen, as far as they are still there."""
        before = [plain(line) for line in self.lines]
        top, link = self.top, self.link
        target = self.links[link].target if 0 <= link < len(self.links) else ""
        self.show(document, top)
        wanted = before[top : top + 1]
        same = [number for number, line in enumerate(self.lines) if [plain(line)] == wanted]
        if same:
            self.jump(min(same, key=lambda number: abs(number - top)))
        links = [number for number, each in enumerate(self.links) if each.target == target]
        if links:
            self._choose(min(links, key=lambda number: abs(number - link)))

    def _lay_out(self) -> None:
        width = self.cells
        if self._document is None or width < 1:
            return
        self.lines, self.links = self._laid.page(self._document, width - 1)
        self.content_changed()
        if self._wanted:
            line, link = self._wanted
            self._wanted = None
            self.link = link if link < len(self.links) else -1
            self.jump(self._first_line(line))
            self._kept = (-1, 0, False)
            if self._hints_wanted:
                self.begin_hints()

    def _first_line(self, wanted: int) -> int:
        """``wanted``; below 0: one with which the chosen link is well in sight."""
        if wanted >= 0 or self.link < 0:
            return max(0, wanted)
        return max(0, self.links[self.link].line - self.size.height // 3)

    def resized(self) -> None:
        """The page is laid out anew; what stood at the top stays there, however often."""
        self._hints_wanted |= bool(self._hints)
        if self._wanted:
            self._lay_out()
            return
        top, before, blank = self._kept
        if top != self.top:  # the reader has moved since
            before = characters(self.lines[: self.top])
            blank = not characters(self.lines[self.top : self.top + 1])
        self._lay_out()
        if before:
            line = line_of(self.lines, before)
            above = blank and not characters(self.lines[line - 1 : line])
            self.jump(line - above)
        if 0 <= self.link < len(self.links):
            self.show_line(self.links[self.link].line)
        self._kept = (self.top, before, blank)
        if self._hints_wanted:  # links may stand elsewhere now
            self.begin_hints()

    def line_count(self) -> int:
        """Lines of the page."""
        return len(self.lines)

    def draw(self, number: int, width: int) -> Strip:
        """A line, the chosen link turned around."""
        chosen: set[int] = set()
        if 0 <= self.link < len(self.links):
            chosen = {span for line, span in self.links[self.link].spans if line == number}
        if self._hints:
            line, letters = self._hints.over(self.lines[number], number, self.links, self._in_sight)
            return strip(line, width, self.app.theme, letters)
        return strip(self.lines[number], width, self.app.theme, chosen)

    # -- naming a link by letters

    @property
    def hinting(self) -> bool:
        """Whether links bear letters."""
        return bool(self._hints)

    def begin_hints(self) -> bool:
        """Put letters at the links in the window; False where there is none. A page that was
        hidden does so as soon as it has lines."""
        self._hints_wanted = self._wanted is not None
        if self._hints_wanted:
            return True
        self._hints.begin(self.links, self._in_sight)
        self.refresh()
        return bool(self._hints)

    def take_hint(self, letter: str) -> str:
        """The target of the link whose label is complete with ``letter``, if there is one."""
        chosen = self._hints.take(letter)
        self.refresh()
        return "" if chosen is None else self.links[chosen].target

    # -- moving

    def move(self, steps: int) -> None:
        """To the next link on another line if it is in sight, else a line further."""
        link = self._beyond(steps)
        if link is not None and self._in_sight(self.links[link].line):
            self._choose(link)
            return
        self.jump(max(0, self.top + steps))
        if self.link >= 0 and not self._in_sight(self.links[self.link].line):
            self._choose(-1)

    def move_link(self, steps: int) -> None:
        """To the next link, wherever it is; from none, to the first in the window."""
        if not self.links:
            return
        if self.link < 0:
            seen = [n for n, link in enumerate(self.links) if self._in_sight(link.line)]
            following = [n for n, link in enumerate(self.links) if link.line >= self.top]
            candidates = seen or following or [len(self.links) - 1]
            self._choose(candidates[0] if steps > 0 else candidates[-1])
        else:
            self._choose(max(0, min(self.link + steps, len(self.links) - 1)))
        self.show_line(self.links[self.link].line)

    def move_screen(self, steps: int) -> None:
        """A window's height, less one line to read on from."""
        self._choose(-1)
        self.jump(max(0, self.top + steps * max(1, self.size.height - 1)))

    def move_edge(self, steps: int) -> None:
        """To the end or the beginning."""
        self._choose(-1)
        self.jump(len(self.lines) if steps > 0 else 0)

    def _beyond(self, steps: int) -> int | None:
        """The next link on another line in the direction of ``steps``."""
        if self.link >= 0:
            line = self.links[self.link].line
        else:
            line = self.top - 1 if steps > 0 else self.top + self.size.height
        if steps > 0:
            return next((n for n, link in enumerate(self.links) if link.line > line), None)
        return next(
            (n for n in range(len(self.links) - 1, -1, -1) if self.links[n].line < line), None
        )

    def _in_sight(self, line: int) -> bool:
        return self.top <= line < self.top + self.size.height

    def _choose(self, link: int) -> None:
        self.link = link
        self.refresh()

    # -- following

    def follow(self) -> None:
        """Go where the chosen link leads."""
        if 0 <= self.link < len(self.links):
            self._go(self.links[self.link].target)

    def follow_citation(self, number: int) -> None:
        """Go to the citation of that number, if the page has it."""
        target = citation_target(number)
        if any(link.target == target for link in self.links):
            self._go(target)

    def _go(self, target: str) -> None:
        if self._followed:
            self._followed(target)

    def on_click(self, event: events.Click) -> None:
        """A click on a link follows it."""
        place = event.get_content_offset(self)
        if place is None or place.y + self.top >= len(self.lines):
            return
        at = 0
        for span in self.lines[place.y + self.top]:
            at += cell_width(span.text)
            if place.x < at:
                if span.target:
                    self._go(span.target)
                return
