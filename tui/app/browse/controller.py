"""The controller of the main screen: commands and panel events in, the state of the panels out.

It imports no Textual. The screen calls it once per key and applies the ``ViewState`` it returns.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.app import messages
from tui.app.browse.browse_model import BrowseModel
from tui.app.browse.commands import (
    app_commands,
    export_commands,
    list_commands,
    navigation_commands,
    record_commands,
)
from tui.app.browse.commands.number_opener import NumberOpener
from tui.app.browse.location import OVERVIEW, PAGES, ListQuery, Location, first_location
from tui.app.browse.sources.list_source import ListSource
from tui.app.browse.sources.localized_briefing import LocalizedBriefing
from tui.app.browse.user_session import UserSession
from tui.app.browse.view_state import NoticeView, PanelPositions, ViewState
from tui.config import Theme
from tui.fast_namedtuple import TYPE_CHECKING
from tui.render.theme import theme_by_name
from tui.store import Row, Store
from tui.store.originals import Originals
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from tui.diagnostics import Problem

_COMMANDS = {
    **navigation_commands.COMMANDS,
    **list_commands.COMMANDS,
    **record_commands.COMMANDS,
    **export_commands.COMMANDS,
    **app_commands.COMMANDS,
}
"""Commands by name, without those that move a cursor within a panel: panels carry these out and
report where the cursor is."""


class BrowseController:
    """Carries out commands and panel events on a ``BrowseModel``.

    Every method that changes something takes the positions of the panels and returns the state
    that they then show.
    """

    def __init__(
        self,
        store: Store,
        originals: Originals,
        language: Language,
        session: UserSession | None = None,
        location: Location | None = None,
        theme: Theme = "auto",
    ) -> None:
        """Start at ``location``, else where the session was left, else at the overview."""
        self.session = session or UserSession()
        last = None if location else self.session.last_location(store)
        self._location_hint: Wording | None = last[1] if last else None
        start = location or (last[0] if last else first_location(OVERVIEW))
        briefing = LocalizedBriefing(store, language)
        self._model = BrowseModel(briefing, originals, self.session, start, theme)
        self._numbers = NumberOpener()

    @property
    def state(self) -> ViewState:
        """What the panels show."""
        return self._model.state

    @property
    def lists(self) -> ListSource:
        """The source of lists, for the dialogs."""
        return self._model.lists

    @property
    def location(self) -> Location:
        """The current location."""
        return self._model.location

    @property
    def theme(self) -> Theme:
        """The chosen theme."""
        return self._model.theme

    @property
    def problems(self) -> Sequence[Problem]:
        """Problems of the content that is being edited."""
        return self._model.problems

    # -- start and end

    def open_at_fact(self, fact: str) -> None:
        """Open the page of the first location where it cites a fact."""
        history = self._model.history
        history.location = self._model.pages.at_fact(history.location, fact)

    def open(self, positions: PanelPositions, hint: Wording | None = None) -> ViewState:
        """Show the first location, with ``hint`` as a notice."""
        model = self._model
        model.begin(positions)
        model.show_earlier_query()
        model.show_location()
        model.show_message(self.session.first_message(self._location_hint))
        if hint:
            model.replace(notice=NoticeView(hint, messages.CLOSE_NOTICE))
        return model.state

    def save_location(self, positions: PanelPositions) -> None:
        """Save the location for the next session."""
        self._model.begin(positions)
        self._model.remember()
        briefing = self._model.briefing
        language = None if briefing.only_language else briefing.language
        self.session.save_location(self._model.location, language)

    # -- commands

    def execute(self, command: str, positions: PanelPositions) -> ViewState:
        """Carry out a command of the registry by its name."""
        self._numbers.end_number()
        return self._run(_COMMANDS[command], positions)

    def go_to_section(self, digit: int, positions: PanelPositions) -> ViewState:
        """Handle a digit: go to the section of that number."""
        return self._run(lambda model: self._numbers.open(model, digit), positions)

    def focus(self, panel: str, positions: PanelPositions) -> ViewState:
        """Move the focus to a panel."""
        return self._run(lambda model: model.focus_panel(panel), positions)

    def _run(self, action: Callable[[BrowseModel], None], positions: PanelPositions) -> ViewState:
        self._model.begin(positions)
        action(self._model)
        return self._model.state

    # -- what panels report

    def row_moved(self, number: int, positions: PanelPositions) -> ViewState:
        """The cursor of the list moved to a row: show its page."""
        return self._run(lambda model: list_commands.move_cursor_to(model, number), positions)

    def row_chosen(self, number: int, positions: PanelPositions) -> ViewState:
        """A row was clicked: select it beside its page, else go to its page."""
        return self._run(lambda model: list_commands.choose_row(model, number), positions)

    def heading_chosen(self, column: int, positions: PanelPositions) -> ViewState:
        """The heading of a column was clicked: sort by it."""
        return self._run(lambda model: list_commands.sort_by_column(model, column), positions)

    def chip_chosen(self, number: int, positions: PanelPositions) -> ViewState:
        """A filter was clicked: remove it."""
        return self._run(lambda model: list_commands.remove_filter(model, number), positions)

    def section_chosen(self, section: str, positions: PanelPositions) -> ViewState:
        """The cursor of the section tabs moved: go to that section."""
        return self._run(lambda model: navigation_commands.open_section(model, section), positions)

    def link_followed(self, target: str, positions: PanelPositions) -> ViewState:
        """A link was clicked: go to its target."""
        return self._run(lambda model: model.follow(target), positions)

    def hints_ended(self, target: str, positions: PanelPositions) -> ViewState:
        """Link hints are gone: follow the link that was chosen, if any."""

        def end(model: BrowseModel) -> None:
            model.show_message(None)
            if target:
                model.follow(target)

        return self._run(end, positions)

    def citation_typed(self, digit: int, positions: PanelPositions) -> ViewState:
        """A digit was typed while link hints were shown: open the citation of that number."""

        def open_citation(model: BrowseModel) -> None:
            model.show_message(None)
            self._numbers.open_citation(model, digit)

        return self._run(open_citation, positions)

    def hints_left(self, panel: str, positions: PanelPositions) -> ViewState:
        """The key of the hints was pressed again: show the panel that had the focus before them."""

        def leave(model: BrowseModel) -> None:
            model.show_message(None)
            if panel != model.positions.focus:
                model.focus_panel(panel)

        return self._run(leave, positions)

    def query_typed(self, query: str, positions: PanelPositions) -> ViewState:
        """The text in the search box changed: list its results."""
        return self._run(lambda model: list_commands.search_for(model, query), positions)

    def query_recalled(self, positions: PanelPositions) -> ViewState:
        """Up from the first result: put an earlier query into the search box."""
        return self._run(list_commands.recall_query, positions)

    def query_entered(self, positions: PanelPositions) -> ViewState:
        """Enter in the search box: go to what the query asks for."""
        return self._run(navigation_commands.open_result, positions)

    def words_typed(self, words: str, positions: PanelPositions) -> ViewState:
        """The text in the box that narrows the list changed."""
        return self._run(lambda model: list_commands.narrow_by(model, words), positions)

    # -- what dialogs return

    def palette_chosen(self, row: Row, positions: PanelPositions) -> ViewState:
        """Carry out or open what was chosen in the command palette."""
        from tui.app.browse.sources.palette_list import COMMAND, SECTION, THEME

        if row.kind == COMMAND:
            return self.execute(row.id, positions)
        if row.kind == THEME:
            theme = theme_by_name(row.id) or "auto"
            return self._run(lambda model: app_commands.use_theme(model, theme), positions)
        panel = "list" if row.kind == SECTION and row.section not in PAGES else "page"
        record = "" if row.kind == SECTION else row.id
        location = Location(row.section, record, panel=panel)
        return self._run(lambda model: model.go(location), positions)

    def filters_chosen(self, list_query: ListQuery, positions: PanelPositions) -> ViewState:
        """Apply the filters that were chosen in the filter dialog."""

        def apply(model: BrowseModel) -> None:
            if list_query != model.location.list_query:
                model.change_query(list_query)

        return self._run(apply, positions)

    def filters_canceled(self, location: Location, positions: PanelPositions) -> ViewState:
        """Show the list as it was at ``location``, before the filter dialog was opened."""

        def restore(model: BrowseModel) -> None:
            if model.location.list_query != location.list_query:
                model.history.location = location
                model.show_location()

        return self._run(restore, positions)

    def line_entered(
        self, text: str, on_enter: Callable[[str], None], positions: PanelPositions
    ) -> ViewState:
        """Continue with the line that was entered in a prompt."""
        return self._run(lambda _: on_enter(text), positions)

    def exported(self, message: Wording, positions: PanelPositions) -> ViewState:
        """Say which file the export dialog wrote."""
        return self._run(lambda model: model.show_message(message), positions)

    # -- what the app reports

    def resized(self, positions: PanelPositions) -> ViewState:
        """The window has another width: show the panels that fit it."""
        return self._run(lambda model: model.show_visible_panels(), positions)

    def cannot_suspend(self, positions: PanelPositions) -> ViewState:
        """Say that the process cannot be suspended."""
        leave = self.session.keymap.wording_of("leave")
        message = messages.CANNOT_SUSPEND.format(leave=leave)
        return self._run(lambda model: model.show_message(message), positions)

    def key_without_function(self, key: str, positions: PanelPositions) -> ViewState:
        """Say that a key has no function."""
        return self._run(lambda model: model.show_reason(messages.NO_SUCH_KEY, key=key), positions)

    def at_edge(self, positions: PanelPositions, *, end: bool) -> ViewState:
        """Say that a panel cannot move further."""
        message = messages.AT_END if end else messages.AT_START
        return self._run(lambda model: model.show_message(message), positions)

    def message_read(self) -> ViewState:
        """Remove the message from the key bar, because a key was pressed."""
        self._model.show_message(None)
        self._model.replace(effect=None)
        return self._model.state

    def content_changed(self, newer: Store, positions: PanelPositions) -> ViewState:
        """Show the briefing after an edit."""
        self._model.briefing.store.reload_from(newer)
        return self._run(app_commands.reload, positions)

    def problems_found(self, problems: Sequence[Problem], positions: PanelPositions) -> ViewState:
        """Show that the edited content has problems; the briefing before the edit stays."""
        return self._run(lambda model: app_commands.show_problems(model, problems), positions)
