"""The screen of panels with the present place in every one of them."""

from __future__ import annotations

from tui.app import messages
from tui.app.browse.location import PAGES, PINS, SEARCH, ListQuery, Location
from tui.app.browse.page_source import PageSource
from tui.app.browse.panels_screen import PanelsScreen
from tui.app.widgets.record_list import PINNED
from tui.render.glyphs import Glyphs


class ShownPlace(PanelsScreen):
    """All panels show the place that the history has for the present one."""

    def __init__(self, reader: PageSource, place: Location, glyphs: Glyphs) -> None:
        super().__init__(reader, place, glyphs)
        self.collected: list[str] = []
        """Records that are marked for a comparison, in the order in which they were."""
        self.record_list.marked = self.collected
        self.arrangements: dict[str, ListQuery] = {}
        """How each section was listed when it was left."""
        self.total = 0
        """Rows that the list would have if nothing were left out."""
        self._listed: tuple[str, str, ListQuery, str] | None = None

    def show_place(self) -> None:
        """Show the present place in every panel."""
        language = self.reader.language
        self.show_list()
        if not self.history.place.record and self.record_list.row:
            self.history.adjust(record=self.record_list.row.id)
        place = self.history.place
        self.arrangements[place.section] = place.arranged
        self.section_bar.show(self.reader.section_names(), place.section)
        self.key_bar.show(language, place.section)
        self.search_box.placeholder = messages.SEARCH_HINT.of(language)
        self.narrow_box.placeholder = messages.NARROW_HINT.of(language)
        self.too_small.update(messages.TOO_SMALL.of(language), layout=False)
        self.show_page_title()
        self.page.set_document(self.reader.document(place), place.line, place.link)
        self.show_panels()

    def show_list(self) -> None:
        """The list, unless it is the one that is shown: then the cursor alone."""
        place = self.history.place
        wanted = (place.section, place.query, place.arranged, self.reader.language)
        if place.section == PINS:  # what it lists changes while one is there
            self._listed = None
        self.record_list.set_pinned(pin.id for pin in self.keeping.kept.pins)
        if wanted == self._listed:
            self.record_list.move_cursor_to(place.record, place.top)
        else:
            self._listed = wanted
            listed = self.reader.listed(place)
            self.total = listed.total
            self.record_list.show(listed, place.record, place.top)

    def show_page(self) -> None:
        """The page, and above it where one is."""
        place = self.history.place
        self.show_page_title()
        self.page.show(self.reader.document(place), place.line, place.link)

    def show_page_title(self) -> None:
        """Where one is, what of it is left out, in which order the rest stands."""
        place, language = self.history.place, self.reader.language
        section, count = self.reader.section_title(place.section), len(self.record_list.rows)
        listed = count or (place.arranged.filters and self.total)
        where = (
            f"{section} {min(self.record_list.cursor + 1, count)}/{count}" if listed else section
        )
        details = []
        if place.section not in PAGES and self.keeping.note(place.record) is not None:
            details.append(f"{PINNED}{messages.PINNED.of(language)}")
        if not self.reader.forecasts:
            details.append(messages.FORECASTS_HIDDEN.of(language))
        if place.section != SEARCH and place.arranged != ListQuery():
            from tui.app.browse.list_query import said  # not before the first screen is drawn

            details += filter(None, [said(self.reader.store, place, language)])
        if self.total > count:
            details.append(messages.FILTERED.format(total=self.total).of(language))
        self.title_bar.show(self.reader.title(), where, "  ".join(details))

    def list_again(self) -> None:
        """The list as it is now, whatever it was."""
        self._listed = None
        self.show_list()
