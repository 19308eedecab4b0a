"""What the keys do on the screen of panels: an action for each command of the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType

from tui.app import messages
from tui.app.bindings import bindings, digit_bindings
from tui.app.browse.arrange_actions import ArrangeActions
from tui.app.browse.compare_actions import CompareActions
from tui.app.browse.edited_content import EditedContent
from tui.app.browse.keep_actions import KeepActions
from tui.app.browse.link_actions import LinkActions
from tui.app.browse.location import OVERVIEW, PAGES, SEARCH, Location
from tui.app.widgets.line_view import LineView
from tui.document.link_target import parse_target
from tui.render.theme import THEMES
from tui.store import Row
from tui.text.language import other_language

if TYPE_CHECKING:
    from tui.app.app import BriefingApp


class BrowseScreen(ArrangeActions, CompareActions, KeepActions, LinkActions, EditedContent):
    """The panels with their keys."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(), *digit_bindings()]

    def action_go_back(self) -> None:
        """To the place before; at the beginning, to the overview. From words by which a list is
        narrowed, first to the whole list."""
        if self.drop_words():
            return
        self.remember()
        if self.history.back() is None:
            self.history.place = Location(OVERVIEW, panel="page")
        self._show_again()

    def action_go_forward(self) -> None:
        """To the place from which the last step back led."""
        self.remember()
        if self.history.forward() is not None:
            self._show_again()

    def _show_again(self) -> None:
        if self.history.place.section == SEARCH:
            self.search_box.restore_query(self.history.place.query)
        self.show_place()

    def action_go_to_overview(self) -> None:
        """To the first page."""
        self.go(Location(OVERVIEW, panel="page"))

    def action_inward(self) -> None:
        """Along a row of sections; from a column of them to the list, from there to the page."""
        if self._along_sections(1):
            return
        self.turn_to("list" if self.focused is self.section_bar else "page")

    def action_outward(self) -> None:
        """Along a row of sections; from the page to the list, from there to the sections."""
        if self._along_sections(-1):
            return
        to_list = self.focused is self.page and self.history.place.section not in PAGES
        self.turn_to("list" if to_list else "sections")

    def _along_sections(self, steps: int) -> bool:
        if self.focused is not self.section_bar or self.section_bar.is_vertical:
            return False
        self.section_bar.move(steps)
        return True

    def action_down(self) -> None:
        """A step down; from a row of sections, into the list."""
        if self.focused is self.section_bar and not self.section_bar.is_vertical:
            self.turn_to("list")
        else:
            super().action_down()

    def action_enter(self) -> None:
        """Open what the cursor stands on."""
        if self.focused is self.record_list:
            self.record_list.choose()
        elif self.focused is self.page:
            self.page.follow()
        else:
            self.turn_to("list")

    def action_next_link(self) -> None:
        """The next link of the page."""
        self._to_link(1)

    def action_previous_link(self) -> None:
        """The link before."""
        self._to_link(-1)

    def _to_link(self, steps: int) -> None:
        if self.focused is not self.page:
            self.turn_to("page")
        self.page.move_link(steps)

    def panel(self) -> LineView | None:
        """While a query is typed, arrows move in the list of what it finds."""
        typing = self.focused in (self.search_box, self.narrow_box)
        return self.record_list if typing else super().panel()

    def action_zoom(self) -> None:
        """The panel that is read alone, with all its columns; or all panels again."""
        self.toggle_class("-alone")
        self.show_seen()

    # -- searching, language, help, leaving

    def action_open_search(self) -> None:
        """Type a query; what it finds is listed at once."""
        if self.history.place.section == SEARCH:
            self.search_box.restore_query(self.history.place.query)
            self.turn_to("search")
        else:
            self.search_box.value = ""
            self.go(Location(SEARCH, panel="search"))

    def action_open_palette(self) -> None:
        """Commands, sections and records by a few letters."""
        from tui.app.dialogs.command_palette import (
            CommandPalette,  # not before the first screen is drawn
        )

        self.app.push_screen(CommandPalette(self.reader, self.glyphs), self._offered)

    def _offered(self, row: Row | None) -> None:
        """Do or open what the palette gave."""
        from tui.app.dialogs.command_palette import COMMAND, SECTION

        if row is None:
            return
        if row.kind == COMMAND:
            getattr(self, f"action_{row.id}")()
        elif row.kind == SECTION:
            self.go(Location(row.section, panel="page" if row.section in PAGES else "list"))
        else:
            self.go(Location(row.section, row.id, panel="page"))

    def action_change_language(self) -> None:
        """The other language, in the same place."""
        self.remember()
        self.reader.language = other_language(self.reader.language)
        self.show_place()

    def action_open_disagreement(self) -> None:
        """The disagreement that the page speaks of, if there is one."""
        for link in self.page.links:
            if parse_target(link.target).record.startswith("disagreement-"):
                self.follow(link.target)
                return

    def action_toggle_forecasts(self) -> None:
        """Figures that are forecasts, hidden or shown."""
        self.remember()
        self.reader.forecasts = not self.reader.forecasts
        self.show_page()

    def action_change_theme(self) -> None:
        """The next of the themes; says which."""
        app = cast("BriefingApp", self.app)
        theme = THEMES[(THEMES.index(app.chosen_theme) + 1) % len(THEMES)]
        app.choose_theme(theme)
        self.keeping.change(lambda kept: kept._replace(theme=theme))
        app.notice(messages.THEMES[theme])

    def action_close_notice(self) -> None:
        """Take the notice away."""
        self.notice.show("", "")

    def action_open_problems(self) -> None:
        """What is wrong with the content that is being edited."""
        from tui.app.dialogs.problems import ProblemsDialog

        problems = cast("BriefingApp", self.app).problems
        self.app.push_screen(ProblemsDialog(problems, self.reader.language, self.glyphs))

    def action_open_help(self) -> None:
        """The keys and the marks."""
        from tui.app.dialogs.help import HelpDialog  # not before the first screen is drawn

        self.app.push_screen(HelpDialog(self.reader.language, self.glyphs, self.keeping.keymap))

    def action_leave(self) -> None:
        """Quit."""
        self.app.exit()
