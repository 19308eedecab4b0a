"""``--since`` and ``--until``: a range of time, as precise as it is given."""

from __future__ import annotations

from tui.cli.args.spec import Argument, Options, UsageError
from tui.text.language import Wording
from tui.text.periods import day_range
from tui.views.selection import DateRange

_NO_DATE = Wording(
    "“{text}”不是日期：写2021、2021-06、2021-06-30、2021-H1或2024-Q1",
    "{text!r} is no date: write 2021, 2021-06, 2021-06-30, 2021-H1 or 2024-Q1",
)
_REVERSED = Wording(
    "--since {since}晚于--until {until}：把两者对调",
    "--since {since} is later than --until {until}: swap them",
)


def parse_date(text: str) -> str:
    """A date or period, as it was written."""
    try:
        day_range(text)
    except ValueError:
        raise UsageError(_NO_DATE.format(text=text)) from None
    return text


def requested_range(options: Options) -> DateRange | None:
    """The range that was asked for; None for all of time.

    Raises:
        UsageError: it ends before it begins.
    """
    if not (options.since or options.until):
        return None
    whole = DateRange()
    first = day_range(options.since)[0] if options.since else whole.first
    last = day_range(options.until)[1] if options.until else whole.last
    if first > last:
        raise UsageError(_REVERSED.format(since=options.since, until=options.until))
    return DateRange(first, last)


SINCE = Argument(
    ("--since",),
    Wording("从何时起，如2021、2021-06", "from then on: 2021, 2021-06"),
    "DATE",
    parse_date,
)
UNTIL = Argument(
    ("--until",), Wording("到何时止，含当时", "up to and including then"), "DATE", parse_date
)
