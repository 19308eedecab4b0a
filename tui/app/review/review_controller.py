"""The controller of the review: commands and panel events in, the state of the panels out.

It imports no Textual. The screen calls it once per key and applies the ``ReviewState``.
"""

from __future__ import annotations

from collections.abc import Callable

from tui.app.browse.effects import Leave, OpenHelp
from tui.app.messages import ONE_LANGUAGE
from tui.app.review import decision_commands, messages
from tui.app.review.review_model import ReviewModel, show_problem
from tui.app.review.review_state import PANELS, ReviewState
from tui.diagnostics import ContentError
from tui.edit.review_session import ReviewSession
from tui.text.language import Language, Wording, other_language


class ReviewController:
    """Carries out commands and panel events on a ``ReviewModel``."""

    def __init__(self, session: ReviewSession, language: Language) -> None:
        self.model = ReviewModel(session, language)

    @property
    def state(self) -> ReviewState:
        """What the panels show."""
        return self.model.state

    @property
    def language(self) -> Language:
        """The language of the panels."""
        return self.model.language

    def open(self, width: int) -> ReviewState:
        """Show the first undecided candidate."""
        self.model.width = width
        self.model.show()
        return self.state

    def resized(self, width: int) -> ReviewState:
        """The window has another width: show the panels that fit it."""
        self.model.width = width
        self.model.request(None)
        self.model.show_panels()
        return self.state

    # -- commands

    def execute(self, command: str) -> ReviewState:
        """Carry out a command of the registry by its name."""
        return self._run(_COMMANDS[command])

    def choose_home(self, number: int) -> ReviewState:
        """Choose one of the likely records of the current candidate, counted from 1."""
        return self._run(lambda model: decision_commands.choose_home(model, number))

    def entered(self, text: str, on_enter: Callable[[str], None]) -> ReviewState:
        """Continue with what a dialog returned."""
        return self._run(lambda _: on_enter(text))

    def edited(self, problem: Wording | None) -> ReviewState:
        """The editor program has ended: read the content again. ``problem``: why it did not
        start."""
        return self._run(lambda model: decision_commands.read_again(model, problem))

    # -- what the panels report

    def row_moved(self, number: int) -> ReviewState:
        """The cursor of the queue moved to a row."""

        def move(model: ReviewModel) -> None:
            model.select(model.rows[number])
            model.written = None

        return self._run(move)

    def query_typed(self, query: str) -> ReviewState:
        """The text that filters the queue changed."""

        def change(model: ReviewModel) -> None:
            model.query = query
            if not model.current:
                model.select_next(-1)

        return self._run(change)

    def query_entered(self) -> ReviewState:
        """The text is complete: back to the queue."""
        return self._run(_end_query)

    def panel_clicked(self, panel: str) -> ReviewState:
        """A panel was clicked: move the focus there."""

        def focus(model: ReviewModel) -> None:
            model.focus, model.is_typing = panel, False

        return self._run(focus)

    def key_without_function(self, key: str) -> ReviewState:
        """Say that a key has no function."""
        self.model.request(None)
        self.model.show_message(messages.NO_SUCH_KEY.format(key=key))
        return self.state

    def cannot_suspend(self) -> ReviewState:
        """Say that the process cannot be suspended."""
        self.model.request(None)
        self.model.show_message(messages.CANNOT_SUSPEND)
        return self.state

    def message_read(self) -> ReviewState:
        """Remove the message from the key bar, because a key was pressed."""
        self.model.request(None)
        self.model.show_message(None)
        return self.state

    def _run(self, action: Callable[[ReviewModel], None]) -> ReviewState:
        model = self.model
        model.request(None)
        try:
            action(model)
        except ContentError as error:
            show_problem(model, error)
        except OSError as error:
            why = error.strerror or type(error).__name__
            text = messages.CANNOT_WRITE.format(file=error.filename, why=why)
            model.show_message(text, is_error=True)
        model.show()
        return model.state


def _move_focus(model: ReviewModel, steps: int) -> None:
    model.focus = PANELS[(PANELS.index(model.focus) + steps) % len(PANELS)]


def _end_query(model: ReviewModel) -> None:
    model.is_typing, model.focus = False, "queue"


def _go_back(model: ReviewModel) -> None:
    if model.focus == "queue" or model.is_typing:
        model.query = ""
    _end_query(model)
    if not model.current:
        model.select_next(-1)


def _open_search(model: ReviewModel) -> None:
    model.is_typing, model.focus = True, "queue"


def _toggle_open(model: ReviewModel) -> None:
    model.only_open = not model.only_open
    current = model.current
    if current is None or (model.only_open and current.state != "open"):
        model.select_next(current.start if current else -1)


def _zoom(model: ReviewModel) -> None:
    model.alone = not model.alone


def _change_language(model: ReviewModel) -> None:
    languages = model.session.languages
    if len(languages) == 1:
        model.show_message(ONE_LANGUAGE[languages[0]])
        return
    model.language = other_language(model.language)
    model.show_message(None)


_COMMANDS: dict[str, Callable[[ReviewModel], None]] = {
    **decision_commands.COMMANDS,
    "next_panel": lambda model: _move_focus(model, 1),
    "previous_panel": lambda model: _move_focus(model, -1),
    "go_back": _go_back,
    "open_search": _open_search,
    "toggle_open": _toggle_open,
    "zoom": _zoom,
    "change_language": _change_language,
    "open_help": lambda model: model.request(OpenHelp()),
    "leave": lambda model: model.request(Leave()),
}
