"""The screen of panels over content that is being edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui.app import messages
from tui.app.browse.location import PAGES, PINS
from tui.app.browse.place_screen import PlaceScreen
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.app.app import BriefingApp


class EditedContent(PlaceScreen):
    """Another briefing than before, in the panels as they stand."""

    def briefing_changed(self) -> None:
        """Another briefing than before, at the same place as far as there still is one."""
        self.remember()
        self.reader.read_again()
        gone = self._fall_back()
        self.list_again()
        if gone:
            self.show_place()
            cast("BriefingApp", self.app).notice(gone)
            return
        place = self.history.place
        self.section_bar.show(self.reader.section_names(), place.section)
        self.show_page_title()
        self.page.update_document(self.reader.document(place))

    def _fall_back(self) -> Wording | None:
        """Where the record that is seen has been removed: to what stands in its stead in the list.
        What is then said of it."""
        place, at = self.history.place, self.record_list.cursor
        if place.section in (*PAGES, PINS) or not place.record:
            return None
        if self.reader.store.row(place.record, self.reader.language):
            return None
        rows = self.reader.listed(place).rows
        record = rows[min(at, len(rows) - 1)].id if rows else ""
        self.history.adjust(record=record, cited_by="", citation=0, line=0, link=-1)
        return messages.RECORD_GONE.format(id=place.record)
