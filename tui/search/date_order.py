"""The order of a list by date that a question asks for: latest policy, 最早的政策."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.tables import in_list
from tui.text.language import NO_TEXT, Wording
from tui.text.periods import day_range

if TYPE_CHECKING:
    from tui.question.period_parser import MonthRange
    from tui.question.reader import Question
    from tui.store import IndexedRecord, Store

NEWEST = frozenset(
    (
        *("latest", "newest", "most recent", "recent", "last", "最新", "最近", "最后", "最晚"),
        *("近期", "近来"),
        *("从新到旧", "由新到旧", "从晚到早"),
    )
)
OLDEST = frozenset(
    (
        *("earliest", "oldest", "first", "最早", "最先", "首个", "首份", "首部", "第一个"),
        *("第一份", "第一部", "第一项"),
        *("从旧到新", "由旧到新", "从早到晚", "由早到晚"),
    )
)
_NEWEST_FIRST = Wording(
    "最新的是{title}{date}\n{found}，由新到旧",
    "the latest is {title}{date}\n{found}, newest first",
)
_OLDEST_FIRST = Wording(
    "最早的是{title}{date}\n{found}，由旧到新",
    "the earliest is {title}{date}\n{found}, oldest first",
)
_UP_TO_NOW = {
    **dict.fromkeys(("this year", "今年"), (0, 0)),
    **dict.fromkeys(("last year", "previous year", "去年"), (1, 1)),
    **dict.fromkeys(("year before last", "前年"), (2, 2)),
    **dict.fromkeys(("past year", "近一年", "过去一年"), (1, 0)),
}
"""Words for a time to how many years ago it begins and ends."""
_SOME_YEARS = (0, 1)
"""Of a number that is not said; a time does not end before it begins."""
_DATE = Wording("（{date}）", " ({date})")


def order_asked(question: Question) -> str:
    """Return whether a question asks for the newest or the oldest records: ``newest``, ``oldest``
    or neither. Those of a time up to now are the newest."""
    words = {part.text for part in question.parts} | set(question.fillers)
    text = question.query.text
    if not OLDEST.isdisjoint(words) or any(w in text for w in OLDEST if not w.isascii()):
        return "oldest"
    if "latest" in question.asks and any(word in text for word in NEWEST):
        return "newest"
    if not NEWEST.isdisjoint(words):
        return "newest"
    return "newest" if _years_up_to_now(text) else ""


def recent_months(question: Question) -> MonthRange | None:
    """Return the months up to now that a question asks for (this year, 近两年); None for some time
    (recently) and for a question without such words."""
    years = _years_up_to_now(question.query.text)
    if not years or years == _SOME_YEARS:
        return None
    from datetime import date

    from tui.question.period_parser import MonthRange

    this_year = date.today().year
    return MonthRange((this_year - years[0]) * 100 + 1, (this_year - years[1]) * 100 + 12)


def _years_up_to_now(text: str) -> tuple[int, int] | None:
    """Return how many years ago a time begins and ends that a text names relative to now."""
    found = next((_UP_TO_NOW[each] for each in _UP_TO_NOW if each in text), None)
    if found is None and ("year" in text or "年" in text):
        from tui.search.several.last_years import last_years

        if last := last_years(text):
            return (last[0], 0) if last[0] else _SOME_YEARS
    return found


def ordered_remark(order: str, found: Wording, title: Wording, date: str) -> Wording:
    """Return which record comes first, with its date if it has one, then what a list has, with its
    order."""
    day = NO_TEXT
    if date:
        from tui.text.dates import format_date

        day = _DATE.format(date=Wording(format_date(date, "zh"), format_date(date, "en")))
    message = _OLDEST_FIRST if order == "oldest" else _NEWEST_FIRST
    return message.format(found=found, title=title, date=day)


def dates_of(
    store: Store, records: list[IndexedRecord]
) -> tuple[bool, dict[str, tuple[int, int] | None]]:
    """Return whether any of the records has a date of its own, and the months of each, as yyyymm:
    of its date, else of its facts."""
    places, wanted = in_list(record.position for record in records)
    sql = f"SELECT id, date FROM records WHERE date <> '' AND position IN ({places})"
    dates: dict[str, str] = dict(store.query(sql, wanted))
    months: dict[str, tuple[int, int] | None] = {}
    for record in records:
        if date := dates.get(record.id):
            first, last = day_range(date)
            months[record.id] = first // 100, last // 100
        else:
            spans = record.first_month, record.last_month
            months[record.id] = spans if record.first_month else None
    return any(record.id in dates for record in records), months


def is_within(dates: tuple[int, int] | None, months: MonthRange | None) -> bool:
    """Return whether the months of a record touch those asked for."""
    if months is None:
        return True
    return dates is not None and dates[0] <= months.last and dates[1] >= months.first
