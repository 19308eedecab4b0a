"""What the app says of the records that are marked."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app import messages
from tui.app.browse.sources.localized_briefing import LocalizedBriefing
from tui.app.browse.user_session import UserSession
from tui.render.panel_border import FOOT_SEPARATOR
from tui.store import Row
from tui.text.language import Wording, enumeration
from tui.text.width import truncate

MAX_COMPARED = 6
"""Records in one comparison; more columns are not readable."""
_NAMED = 3
"""Marked records that a message names; more have no room."""
_NAME_WIDTH = 24


def marked_rows(briefing: LocalizedBriefing, marked: Sequence[str]) -> list[Row]:
    """Return the marked records that the briefing has."""
    rows = (briefing.store.row(each, briefing.language) for each in marked)
    return [row for row in rows if row]


def are_comparable(briefing: LocalizedBriefing, marked: Sequence[str]) -> bool:
    """Whether the marked records are all of kinds that can be compared."""
    comparable = {kind.id for kind in briefing.store.kinds() if kind.comparable}
    return {row.kind for row in marked_rows(briefing, marked)} <= comparable


def have_one_kind(briefing: LocalizedBriefing, marked: Sequence[str]) -> bool:
    """Whether the marked records are all of one kind."""
    return len({row.kind for row in marked_rows(briefing, marked)}) < 2


def marked_names(briefing: LocalizedBriefing, marked: Sequence[str]) -> Wording:
    """Return the names of the first marked records, and a sign that there are more."""
    titles = [row.title for row in marked_rows(briefing, marked)]
    short = [
        Wording(truncate(title.zh, _NAME_WIDTH), truncate(title.en, _NAME_WIDTH))
        for title in titles[:_NAMED]
    ]
    more = [Wording("…", "…")] if len(titles) > _NAMED else []
    return enumeration([*short, *more])


def marks_hint(
    session: UserSession, briefing: LocalizedBriefing, marked: Sequence[str]
) -> tuple[Wording, tuple[str, ...]]:
    """Return a hint that counts the marked records and names what can be done with them, and the
    command of each part of the hint: empty for the count. Comparing takes two records."""
    count, commands = messages.MARKED, ["clear_filters"]
    if not are_comparable(briefing, marked):
        count, commands = messages.MARKED_NOT_COMPARABLE, ["export", "clear_filters"]
    elif len(marked) > MAX_COMPARED or not have_one_kind(briefing, marked):
        commands = ["export", "clear_filters"]
    elif len(marked) > 1:
        commands = ["open_comparison", "clear_filters"]
    parts = [count, *(messages.MARKED_COMMANDS[each] for each in commands)]
    hint = Wording(
        FOOT_SEPARATOR.join(each.zh for each in parts),
        FOOT_SEPARATOR.join(each.en for each in parts),
    )
    return session.with_keys(hint, count=len(marked)), ("", *commands)
