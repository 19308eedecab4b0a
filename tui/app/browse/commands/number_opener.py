"""What digits do: open a citation of the page by its number, or a section: on the section bar, and
where there are no citations."""

from __future__ import annotations

from time import monotonic

from tui.app import messages
from tui.app.browse.browse_model import BrowseModel
from tui.app.browse.location import PAGES, Location
from tui.app.browse.view_state import DigitUse, digit_use
from tui.document.link_target import citation_target
from tui.fast_namedtuple import NamedTuple

_SECOND_DIGIT_SECONDS = 1.0
"""Time within which a second digit belongs to the number that the first one began."""


class _FirstDigit(NamedTuple):
    """A digit that may begin a number of two: what it opens, where and when it was typed."""

    digit: int
    use: DigitUse
    location: Location
    time: float


class NumberOpener:
    """Opens a citation or a section by its number. The first digit opens it immediately; a second
    digit soon after it opens the one with the two-digit number instead. Where no section has that
    number, it is refused."""

    def __init__(self) -> None:
        self._started: _FirstDigit | None = None

    def end_number(self) -> None:
        """Take the next digit for the first one of a number."""
        self._started = None

    def open(self, model: BrowseModel, digit: int) -> None:
        """Handle a digit."""
        started, self._started = self._started, None
        if started and monotonic() - started.time < _SECOND_DIGIT_SECONDS:
            number = started.digit * 10 + digit
            if location := _destination(model, started.use, started.location, number):
                if model.location == started.location:
                    model.go(location)
                else:
                    model.history.location = location  # going back skips the first one
                    model.show_location()
                return
            if started.use.sections:  # never a citation of the section that the first one opened
                model.show_reason(messages.NO_TAB, number=number)
                return
        model.remember()
        use, here = digit_use(model.state), model.location
        if digit:
            self._started = _FirstDigit(digit, use, here, monotonic())
        location = _destination(model, use, here, digit)
        if location is None:
            reason = messages.NO_TAB if use.sections else messages.NO_CITATION
            model.show_reason(reason, number=digit)
        elif use.sections and location.section == here.section:
            model.show_reason(messages.HERE_ALREADY)
        else:
            model.go(location)


def _destination(model: BrowseModel, use: DigitUse, here: Location, number: int) -> Location | None:
    """Return where a number leads that was typed at ``here``; None if there is none such."""
    if not 1 <= number <= (use.citations or use.sections):
        return None
    if use.citations:
        return model.pages.destination(citation_target(number), here)
    section = model.state.sections.names[number - 1][0]
    return Location(section, panel="page" if section in PAGES else "list")
