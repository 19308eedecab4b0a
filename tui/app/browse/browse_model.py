"""Where the user is in the briefing, and the state of the panels that follows from it.

Commands are functions that take the model (``navigation_commands`` and others). They change the
location and then build the parts of ``state`` that must be shown again.
"""

from __future__ import annotations

from tui.app import messages
from tui.app.browse.effects import Effect
from tui.app.browse.location import COMPARISON, PAGES, PINS, SEARCH, History, ListQuery, Location
from tui.app.browse.marked_records import marks_hint
from tui.app.browse.sources.answer_view import answer_view
from tui.app.browse.sources.list_source import ListContent, ListSource, row_number
from tui.app.browse.sources.localized_briefing import LocalizedBriefing
from tui.app.browse.sources.page_source import PageSource
from tui.app.browse.title import title_view
from tui.app.browse.user_session import UserSession
from tui.app.browse.view_state import (
    InputText,
    KeyBarView,
    ListView,
    PageView,
    PanelPositions,
    SectionsView,
    TitleView,
    ViewState,
    visible_panels,
)
from tui.config import Theme
from tui.document import Document
from tui.document.link_target import FOLD, parse_target
from tui.fast_namedtuple import TYPE_CHECKING
from tui.store import Row
from tui.store.originals import Originals
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.diagnostics import Problem


class BrowseModel:
    """The location with its history, the list query of each section, the records marked for a
    comparison; and ``state``, what the panels show."""

    def __init__(
        self,
        briefing: LocalizedBriefing,
        originals: Originals,
        session: UserSession,
        location: Location,
        theme: Theme,
    ) -> None:
        self.briefing = briefing
        self.session = session
        self.lists = ListSource(briefing, session)
        self.pages = PageSource(self.lists, originals, session)
        self.history = History(location)
        self.positions = PanelPositions()
        self.cursor = 0
        """The number of the row under the cursor of the list."""
        self.preselected = ""
        """The id of the record that is selected because it is the first of its list."""
        self.marked: list[str] = []
        """Ids of records marked for a comparison, in the order in which they were marked."""
        self.copied = ""
        """The text that was copied last; empty once it was shown."""
        self.alone = False
        """Whether one panel at a time takes the whole width."""
        self.theme: Theme = theme
        self.problems: tuple[Problem, ...] = ()
        self._queries: dict[str, ListQuery] = {}
        """How each section was listed when it was left."""
        self._shown_list: tuple[str, str, ListQuery, str] | None = None
        self.state = ViewState(
            location,
            TitleView(),
            SectionsView([], ""),
            ListView(ListContent()),
            PageView(Document("", "", ())),
            KeyBarView(briefing.language),
        )

    @property
    def location(self) -> Location:
        """The current location."""
        return self.history.location

    @property
    def content(self) -> ListContent:
        """The list that is shown."""
        return self.state.list.content

    @property
    def row(self) -> Row | None:
        """The row under the cursor of the list."""
        rows = self.content.rows
        return rows[self.cursor] if rows else None

    # -- moving between locations

    def begin(self, positions: PanelPositions) -> None:
        """Start a command with the panels in these positions."""
        self.positions = positions
        self.state = self.state._replace(focus=positions.focus, effect=None)

    def remember(self) -> None:
        """Store the positions of the panels in the current location, for the way back."""
        now = self.positions
        self.history.adjust(panel=now.focus, line=now.line, link=now.link, top=now.top)

    def go(self, location: Location) -> None:
        """Go to another location; going back returns to the current one."""
        self.remember()
        self.preselected = ""
        self.history.go(self.with_last_query(location))
        self.show_location()

    def with_last_query(self, location: Location) -> Location:
        """Return the location with its section listed as it was left, without filters where these
        would leave out the record."""
        last = self._queries.get(location.section, ListQuery())
        if location.list_query != ListQuery() or location.section == COMPARISON:
            return location
        queried = location._replace(list_query=last)
        if last.has_filters and location.record and location.section not in PAGES:
            rows = self.lists.content(queried).rows
            if all(row.id != location.record for row in rows):
                return location._replace(list_query=last.unfiltered)
        return queried

    def change_query(self, list_query: ListQuery, *, from_top: bool = False) -> None:
        """Sort or filter the list of the current location. The cursor stays on its record, if the
        record is still listed; ``from_top``: on the first row, if nobody moved it."""
        self.history.adjust(list_query=list_query, top=-1)
        if from_top and self.location.record == self.preselected:
            self.set_record("")
            self.show_location()
            return
        self.show_list()
        record = self.row.id if self.row else "" if self.content.total else self.location.record
        if record != self.location.record:
            self.set_record(record)
        elif self.location.section in PAGES:
            self.history.adjust(line=0, link=-1)
        else:
            self.history.adjust(line=self.positions.line, link=self.positions.link)
        self.show_location()

    def set_record(self, record: str) -> None:
        """Show another record at the current location, from the first line of its page."""
        self.history.adjust(record=record, cited_by="", citation=0, line=0, link=-1)

    def focus_panel(self, panel: str) -> None:
        """Move the focus to another panel of the current location."""
        self.remember()
        self.history.adjust(panel=panel)
        self.show_panels()

    def open_row(self, number: int) -> None:
        """Go to the page of a row."""
        self.cursor = number
        if row := self.row:
            self.go(self.pages.opened(row, self.location))
        else:
            self.show_reason(messages.NO_ROWS)

    def follow(self, target: str) -> None:
        """Go to the target of a link; fold the section of a heading away, or show it again."""
        kind, name = parse_target(target)
        if kind == FOLD:
            self.fold_sections(self.pages.headings_of(self.location, name))
            return
        location, here = self.pages.destination(target, self.location), self.location
        if location and location.record and location.page == here.page and not here.cited_by:
            self.show_message(messages.ALREADY_HERE)
        elif location:
            self.go(location)

    def fold_sections(self, names: frozenset[str]) -> None:
        """Fold the sections with these headings away, on this page and all others; show them again
        if any of them is folded."""
        self.session.fold(names, closed=not names & self.session.closed_sections)
        self.remember()
        self.show_page()
        self.replace(page=self.state.page._replace(keep_position=True))

    # -- building the state

    def replace(self, **parts: object) -> None:
        """Replace parts of the state: the screen updates what they show."""
        self.state = self.state._replace(**parts)  # type: ignore[arg-type]

    def show_location(self) -> None:
        """Show the current location in every panel."""
        self.show_list()
        if not self.location.record and self.row:
            self.history.adjust(record=self.row.id)
            self.preselected = self.row.id
        location = self.location
        self._queries[location.section] = location.list_query
        names, section = self.briefing.section_names(), location.section
        sections = SectionsView(names, section, self.briefing.counts)
        self.replace(
            sections=sections,
            key_bar=self.state.key_bar._replace(
                language=self.briefing.language,
                section=section,
                one_language=self.briefing.only_language is not None,
                is_first=self.history.is_first,
            ),
        )
        self.show_page()
        self.show_panels()

    def show_list(self) -> None:
        """Show the list of the current location; only its cursor where the list is the same."""
        location = self.location
        key = (location.section, location.query, location.list_query, self.briefing.language)
        content = self.content
        # The list of pins changes while it is shown.
        if key != self._shown_list or location.section == PINS:
            content = self.lists.content(location)
            self._shown_list = key
        self.cursor = row_number(content.rows, location.record)
        pins = tuple(pin.id for pin in self.session.state.pins)
        position, marked = (self.cursor, location.top), tuple(self.marked)
        self.replace(list=ListView(content, *position, pins, marked, *self.list_foot()))

    def list_foot(self) -> tuple[str, tuple[str, ...]]:
        """Return how many records are marked and what can be done with them, with the commands."""
        if not self.marked:
            return "", ()
        hint, commands = marks_hint(self.session, self.briefing, self.marked)
        return hint.of(self.briefing.language), commands

    def show_list_again(self) -> None:
        """Fetch the list of the current location again and show it."""
        self._shown_list = None
        self.show_list()

    def show_page(self) -> None:
        """Show the page of the current location, and the title bar."""
        location = self.location
        self.show_title()
        document, at = self.pages.document(location), self.pages.line_of_answer(location)
        self.replace(location=location, page=PageView(document, *at))
        if location.section == SEARCH:
            answer = answer_view(self.lists, location, document)
            self.replace(answer=answer._replace(number=self.state.title.number))
        self._show_keys()

    def show_title(self) -> None:
        """Show section, row number and conditions in the title bar."""
        row, marked = (self.location, self.content, self.cursor), len(self.marked)
        self.replace(title=title_view(self.briefing, self.session, *row, marked=marked))

    def show_panels(self) -> None:
        """Show the panels of the current location and focus one of them."""
        self.show_visible_panels()
        focus = self.location.panel
        with_list = () if self.location.section in PAGES else ("list",)
        if focus not in ("sections", "search", "narrow", *with_list):
            focus = "page"
        self.replace(location=self.location, focus=focus)
        self._show_keys()

    def _show_keys(self) -> None:
        """Show the keys for the focused panel, and the disputes about the record."""
        disputes = self.pages.disputes(self.location, self.state.page.document)
        titles = tuple(dispute.title for dispute in disputes)
        view = self.state.key_bar
        key_bar = view._replace(disputes=titles, panel=self.state.focus, alone=self.alone)
        if key_bar != view:
            self.replace(key_bar=key_bar)

    def show_visible_panels(self) -> None:
        """Show the panels that fit the current location and the window."""
        width, height = self.positions.width, self.positions.height
        empty = self.location.section == SEARCH and not self.content.rows
        visible = visible_panels(self.location, width, height, alone=self.alone, empty=empty)
        self.replace(visible=visible)

    def show_message(self, message: Wording | None) -> None:
        """Show a message in the key bar until the next key, or the keys again."""
        self.replace(key_bar=self.state.key_bar._replace(message=message))

    def show_reason(self, reason: Wording, **values: object) -> None:
        """Say in the key bar why a key does nothing here. ``{command}`` is filled in with the keys
        of the command."""
        self.show_message(self.session.with_keys(reason, **values))

    def show_earlier_query(self) -> None:
        """Put the query of the current location into the search box."""
        if self.location.section == SEARCH:
            self.replace(search=InputText(self.location.query, earlier=True))

    def request(self, effect: Effect) -> None:
        """Ask the screen for an action beyond the panels."""
        self.replace(effect=effect)
