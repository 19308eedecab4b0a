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
        *("latest", "newest", "most recent", "last", "最新", "最近", "最后", "最晚"),
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
_DATE = Wording("（{date}）", " ({date})")


def order_asked(question: Question) -> str:
    """Return whether a question asks for the newest or the oldest records: ``newest``, ``oldest``
    or neither."""
    words = {part.text for part in question.parts} | set(question.fillers)
    text = question.query.text
    if not OLDEST.isdisjoint(words) or any(w in text for w in OLDEST if not w.isascii()):
        return "oldest"
    if "latest" in question.asks and any(word in text for word in NEWEST):
        return "newest"
    return "" if NEWEST.isdisjoint(words) else "newest"


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
