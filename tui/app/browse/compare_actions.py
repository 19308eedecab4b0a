"""What the keys do to set records side by side."""

from __future__ import annotations

from tui.app import messages
from tui.app.browse.location import COMPARISON, PAGES, SEARCH, TIMELINE, Location
from tui.app.browse.place_screen import PlaceScreen
from tui.store import Row
from tui.text.language import Wording

_MOST = 6
"""Records beside each other; more are not read across."""
_COMPARABLE = ("player", "statistic")


class CompareActions(PlaceScreen):
    """Marking rows and comparing what is marked; the timeline."""

    def action_mark(self) -> None:
        """Mark the row under the cursor, or the record that is read, for a comparison."""
        row = self._row()
        if row is None:
            return
        said = self._refused(row)
        if said is None:
            if row.id in self.collected:
                self.collected.remove(row.id)
            else:
                self.collected.append(row.id)
            said = messages.MARKED.format(count=len(self.collected))
            if self.focused is self.record_list:
                self.record_list.move(1)
            self.record_list.refresh()
        self.title_bar.show_message(said.of(self.reader.language))

    def _row(self) -> Row | None:
        place = self.history.place
        if place.section in PAGES or place.cited_by:
            return None
        if place.section == SEARCH:
            return self.record_list.row
        return self.reader.store.row(place.record, self.reader.language)

    def _refused(self, row: Row) -> Wording | None:
        """Why a row cannot be marked."""
        if row.id in self.collected:
            return None
        if row.kind not in _COMPARABLE:
            return messages.NOT_COMPARABLE
        first = self._kind_of_collected()
        if first and first != row.kind:
            return messages.OTHER_KIND
        return messages.TOO_MANY_MARKED if len(self.collected) >= _MOST else None

    def _kind_of_collected(self) -> str:
        if not self.collected:
            return ""
        row = self.reader.store.row(self.collected[0], self.reader.language)
        return row.kind if row else ""

    def action_open_comparison(self) -> None:
        """What is marked, side by side; else the measure that is read with those it must not be
        confused with."""
        ids = self.collected if len(self.collected) > 1 else self._akin()
        if len(ids) > 1:
            self.go(Location(COMPARISON, ",".join(ids), panel="page"))
        else:
            self.title_bar.show_message(messages.MARK_MORE.of(self.reader.language))

    def _akin(self) -> list[str]:
        record = self.history.place.record
        others = self.reader.store.query(
            "SELECT other FROM compare_with WHERE id = ? ORDER BY other", (record,)
        )
        return [record, *(row[0] for row in others)][:_MOST]

    def action_open_timeline(self) -> None:
        """What happened when."""
        self.go(Location(TIMELINE, panel="page"))
