"""What the keys do to a list: its order, and what of it is seen."""

from __future__ import annotations

from textual import on
from textual.widgets import Input

from tui.app import messages
from tui.app.browse.location import ListQuery, has_facets, has_order
from tui.app.browse.place_screen import PlaceScreen


class ArrangeActions(PlaceScreen):
    """Sorting, narrowing, filtering; what is chosen belongs to the place."""

    def action_change_order(self) -> None:
        """The next of the orders that say something of this list."""
        place = self.history.place
        if not has_order(place.section):
            self.key_bar.show_message(messages.NOTHING_TO_SORT)
        else:
            from tui.app.browse.list_query import next_order  # not before the first screen is drawn

            order = next_order(self.reader.store, place.section, place.arranged.order)
            self.rearrange(place.arranged._replace(order=order))
            self.title_bar.show_message(messages.ORDERS[order].of(self.reader.language))

    def action_narrow(self) -> None:
        """Type what the rows of this list must hold."""
        if not has_order(self.history.place.section):
            self.key_bar.show_message(messages.NOTHING_TO_SORT)
        else:
            self.narrow_box.value = self.history.place.arranged.words
            self.turn_to("narrow")

    def action_choose_facets(self) -> None:
        """Choose by what the list, or the timeline, is filtered."""
        place = self.history.place
        if not has_facets(place.section):
            self.key_bar.show_message(messages.NOTHING_TO_SORT)
        else:
            self.remember()
            from tui.app.dialogs.filter_dialog import FilterDialog

            screen = FilterDialog(self.reader, self.history.place, self.glyphs)
            self.app.push_screen(screen, self._chosen)

    def _chosen(self, arrangement: ListQuery | None) -> None:
        if arrangement is not None and arrangement != self.history.place.arranged:
            self.rearrange(arrangement)

    def action_clear_filters(self) -> None:
        """Everything again, no row marked."""
        self.collected.clear()
        self.record_list.refresh()
        self.rearrange(self.history.place.arranged.unfiltered)

    def drop_words(self) -> bool:
        """Take back the words by which the list is narrowed, where one stands at them."""
        typing = self.focused is self.narrow_box
        words = self.history.place.arranged.words
        if not typing and not (words and self.focused is self.record_list):
            return False
        self.rearrange(self.history.place.arranged._replace(words=""))
        self.turn_to("list")
        return True

    @on(Input.Changed, "#narrow")
    def _words_changed(self, event: Input.Changed) -> None:
        event.stop()
        arranged = self.history.place.arranged
        if self.focused is self.narrow_box and event.value != arranged.words:
            self.rearrange(arranged._replace(words=event.value))

    @on(Input.Submitted, "#narrow")
    def _words_entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.turn_to("list")
