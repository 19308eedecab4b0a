"""Keys for a controller without a running app: panels are simulated by their positions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from tui.app.browse import effects
from tui.app.browse.controller import BrowseController
from tui.app.browse.location import Location
from tui.app.browse.user_session import UserSession
from tui.app.browse.view_state import PanelPositions, ViewState
from tui.app.commands import COMMANDS, CURSOR_COMMANDS
from tui.app.widgets.link_hints import PageLink, links_of
from tui.render.answer_lines import answer_lines
from tui.render.glyphs import UNICODE
from tui.render.line_wrap import Line, plain
from tui.render.page_layout import lay_out
from tui.store import Row, Store
from tui.store.originals import Originals
from tui.text.language import Language

_COMMAND_OF = {key: command.action for command in COMMANDS for key in command.keys}
_STEPS = {
    "down": 1,
    "up": -1,
    "page_down": 10,
    "page_up": -10,
    "half_page_down": 5,
    "half_page_up": -5,
    "first": -(10**6),
    "last": 10**6,
}
_BOXES = ("search", "narrow")

E = TypeVar("E", bound=effects.Effect)


class Keyboard:
    """Presses keys and holds the state that the screen would show. ``width``: of the window."""

    def __init__(
        self,
        store: Store,
        location: Location | None = None,
        *,
        language: Language = "zh",
        session: UserSession | None = None,
        width: int = 120,
        originals: str | None = None,
    ) -> None:
        self.controller = BrowseController(store, Originals(originals), language, session, location)
        self.width = width
        self.focus = "page"
        self.line, self.link, self.top = 0, -1, 0
        self.links: list[PageLink] = []
        self.lines: list[Line] = []
        self.typed = {"search": "", "narrow": ""}
        self.states = 0
        """Number of applied states."""
        self._shown: ViewState | None = None
        self.apply(self.controller.open(self.positions()))

    @property
    def state(self) -> ViewState:
        """The view state."""
        return self.controller.state

    @property
    def location(self) -> Location:
        """The current location."""
        return self.controller.location

    @property
    def position(self) -> str:
        """Section and row number of the title bar."""
        return self.state.title.position

    @property
    def message(self) -> str:
        """The message in the key bar, empty for none."""
        key_bar = self.state.key_bar
        return key_bar.message.of(key_bar.language) if key_bar.message else ""

    @property
    def answer(self) -> str:
        """The text of the answer above the search results."""
        answer, size = self.state.answer, (self._page_width, 20)
        if answer.entry is None:
            return "\n".join(answer.hints)
        texts = (answer.kind, answer.remark, answer.cites, answer.language)
        return "\n".join(map(plain, answer_lines(answer.entry, *texts, size, UNICODE)))

    @property
    def page(self) -> str:
        """The text of the page."""
        return "\n".join(map(plain, lay_out(self.state.page.document, self._page_width, UNICODE)))

    @property
    def rows(self) -> list[Row]:
        """The rows of the list."""
        return list(self.state.list.content.rows)

    @property
    def row(self) -> Row:
        """The row under the cursor."""
        return next(row for row in self.rows if row.id == self.location.record)

    @property
    def targets(self) -> list[str]:
        """Targets of the links of the page."""
        return [link.target for link in self.links]

    @property
    def _page_width(self) -> int:
        return 60 if self.width >= 100 else max(20, self.width - 2)

    def effect(self, kind: type[E]) -> E:
        """The effect of the last key, which must be of this kind."""
        assert isinstance(self.state.effect, kind), self.state.effect
        return self.state.effect

    def positions(self) -> PanelPositions:
        """The positions of the simulated panels."""
        selected = self.links[self.link : self.link + 1] if self.link >= 0 else []
        return PanelPositions(
            self.focus, self.line, self.link, self.links, self.top, self.width,
            row="".join(plain(self.lines[link.line]) for link in selected),
        )  # fmt: skip

    def apply(self, state: ViewState) -> None:
        """Move the simulated panels as the screen does."""
        before, self._shown = self._shown, state
        self.states += 1
        if state.search and (before is None or state.search is not before.search):
            self.typed["search"] = state.search.text
        if state.narrow and (before is None or state.narrow is not before.narrow):
            self.typed["narrow"] = state.narrow.text
        if before is None or state.list is not before.list:
            self.top = max(0, state.list.top)
        if before is None or state.page is not before.page:
            self.line, self.link = max(0, state.page.line), state.page.link
            self.lines = lay_out(state.page.document, self._page_width, UNICODE)
            self.links = links_of(self.lines)
        self.focus = state.focus
        if isinstance(state.effect, effects.MoveLink) and self.links:
            self.link = max(0, min(self.link + state.effect.steps, len(self.links) - 1))

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            if self.state.key_bar.message:
                self.apply(self.controller.message_read())
            self._press(key)

    def type(self, text: str) -> None:
        """Type a text into the focused input box."""
        self.press(*text)

    def _press(self, key: str) -> None:
        controller, positions = self.controller, self.positions()
        if self.focus in _BOXES and (len(key) == 1 or key in ("backspace", "enter")):
            self._edit(key)
        elif key.isdecimal():
            hinted = isinstance(self.state.effect, effects.ShowLinkHints)
            handle = controller.citation_typed if hinted else controller.go_to_section
            self.apply(handle(int(key), positions))
        elif (command := _COMMAND_OF[key]) not in CURSOR_COMMANDS:
            self.apply(controller.execute(command, positions))
        elif self.focus == "sections" and command == "down":
            self.apply(controller.focus("list", positions))
        else:
            self._move(_STEPS[command])

    def _edit(self, key: str) -> None:
        controller, positions = self.controller, self.positions()
        if key == "enter":
            searched = self.focus == "search"
            entered = controller.query_entered(positions) if searched else None
            self.apply(entered or controller.focus("list", positions))
            return
        text = self.typed[self.focus]
        self.typed[self.focus] = text = text[:-1] if key == "backspace" else text + key
        report: Callable[[str, PanelPositions], ViewState] = (
            controller.query_typed if self.focus == "search" else controller.words_typed
        )
        self.apply(report(text, positions))

    def _move(self, steps: int) -> None:
        if self.focus == "sections":
            sections = [name for name, _ in self.state.sections.names]
            number = sections.index(self.state.sections.section) + steps
            section = sections[max(0, min(number, len(sections) - 1))]
            self.apply(self.controller.section_chosen(section, self.positions()))
        elif self.focus == "page":
            self.line = max(0, self.line + steps)
        elif self._recalls(steps):
            self.apply(self.controller.query_recalled(self.positions()))
        elif self.rows:
            ids = [row.id for row in self.rows]
            number = max(0, min(ids.index(self.location.record) + steps, len(ids) - 1))
            self.apply(self.controller.row_moved(number, self.positions()))

    def _recalls(self, steps: int) -> bool:
        """Whether Up is pressed in the search box while the first result is selected."""
        ids = [row.id for row in self.rows]
        return self.focus == "search" and steps == -1 and self.location.record in ("", *ids[:1])

    def follow(self, target: str) -> None:
        """Click on a link."""
        self.apply(self.controller.link_followed(target, self.positions()))

    def enter_line(self, text: str) -> str:
        """Enter a text in the prompt that the last key opened; return why it was refused."""
        prompt = self.effect(effects.AskForLine)
        reason = prompt.check(text)
        if not reason:
            entered = self.controller.line_entered(text, prompt.on_enter, self.positions())
            self.apply(entered)
        return reason
