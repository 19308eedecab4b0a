"""What digits do: go to a section by its number; while link hints are shown, open a citation of the
page by its number."""

from __future__ import annotations

from time import monotonic

from tui.app import messages
from tui.app.browse.browse_model import BrowseModel
from tui.app.browse.location import PAGES, Location
from tui.document.link_target import citation_target
from tui.fast_namedtuple import NamedTuple

_SECOND_DIGIT_SECONDS = 1.0
"""Time within which a second digit belongs to the number that the first one began."""


class _FirstDigit(NamedTuple):
    """A digit that may begin a number of two. ``citations``: of the page where it was typed, 0 for
    a section; ``location``: where it was typed; ``has_moved``: whether that location is now an
    entry of the history; ``is_alone``: whether no other digit was typed soon before it."""

    digit: int
    citations: int
    location: Location
    has_moved: bool
    time: float
    is_alone: bool = True


class NumberOpener:
    """Opens a section or a citation by its number. The first digit opens it immediately; a second
    digit soon after it opens the one with the two-digit number instead. Where there is none with
    that number, the second digit goes to a section of its own, with a message if the first one
    could begin a number."""

    def __init__(self) -> None:
        self._started: _FirstDigit | None = None

    def end_number(self) -> None:
        """Take the next digit for the first one of a number."""
        self._started = None

    def open(self, model: BrowseModel, digit: int) -> None:
        """Go to the section of a digit, or open what the number has that it completes."""
        started, self._started = self._started, None
        if started and monotonic() - started.time >= _SECOND_DIGIT_SECONDS:
            started = None
        if started:
            number = started.digit * 10 + digit
            location = _destination(model, started.citations, started.location, number)
            if location and started.has_moved:
                model.history.location = location  # going back skips the first one
                model.show_location()
            elif location:
                model.go(location)
            if location:
                return
        model.remember()
        here = model.location
        location, has_moved = _destination(model, 0, here, digit), False
        if location is None:
            model.show_reason(messages.NO_TAB, number=digit)
        elif location.section != here.section or here.cited_by:
            model.go(location)
            has_moved = True
        elif location.panel != model.positions.focus:
            model.focus_panel(location.panel)
        else:
            model.show_reason(messages.HERE_ALREADY)
        if started and started.is_alone and not started.citations:
            number = started.digit * 10 + digit
            if started.digit * 10 <= len(model.state.sections.names):
                model.show_reason(messages.NO_TAB, number=number)
        self._start(digit, 0, here, has_moved=has_moved, is_alone=started is None)

    def open_citation(self, model: BrowseModel, digit: int) -> None:
        """Open the citation of the page that has this number."""
        model.remember()
        here = model.location
        citations = max((quote.number for quote in model.state.page.document.quotes), default=0)
        location = _destination(model, citations, here, digit) if citations else None
        if location:
            model.go(location)
        else:
            model.show_reason(messages.NO_CITATION, number=digit)
        if citations:
            self._start(digit, citations, here, has_moved=bool(location))

    def _start(
        self,
        digit: int,
        citations: int,
        here: Location,
        *,
        has_moved: bool,
        is_alone: bool = True,
    ) -> None:
        if digit:
            time = monotonic()
            self._started = _FirstDigit(digit, citations, here, has_moved, time, is_alone)


def _destination(
    model: BrowseModel, citations: int, here: Location, number: int
) -> Location | None:
    """Return where a number leads that was typed at ``here``; None if there is none such."""
    names = model.state.sections.names
    if not 1 <= number <= (citations or len(names)):
        return None
    if citations:
        return model.pages.destination(citation_target(number), here)
    section = names[number - 1][0]
    return Location(section, panel="page" if section in PAGES else "list")
