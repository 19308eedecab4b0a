"""The texts of the title bar and of the frame of the list."""

from __future__ import annotations

from tui.app import messages
from tui.app.browse.location import PAGES, ListQuery, Location
from tui.app.browse.order_names import order_tags
from tui.app.browse.sources.list_source import PIN_SIGN, ListContent
from tui.app.browse.sources.localized_briefing import LocalizedBriefing
from tui.app.browse.user_session import UserSession
from tui.app.browse.view_state import TitleView


def title_view(
    briefing: LocalizedBriefing,
    session: UserSession,
    location: Location,
    content: ListContent,
    cursor: int,
    *,
    marked: int,
) -> TitleView:
    """Return section, row number, order and conditions of a location. ``marked``: how many records
    are marked."""
    language, list_query = briefing.language, location.list_query
    count, total = len(content.rows), content.total
    number = ""
    if count or (list_query.has_filters and total):
        number = f"{min(cursor + 1, count)}/{count}" if count else "0"
    details = []
    if marked:
        details.append(messages.MARKED.format(count=marked).of(language))
    if location.section not in PAGES and session.note(location.record) is not None:
        details.append(f"{PIN_SIGN}{messages.PINNED.of(language)}")
    if not briefing.show_forecasts:
        details.append(messages.FORECASTS_HIDDEN.of(language))
    if location.section in PAGES and list_query != ListQuery():
        from tui.app.browse.sources.list_query import description

        details += filter(None, [description(briefing.store, location, language)])
    position = number
    if total > count:
        position += f" {messages.FILTERED.format(total=total).of(language)}"
    tag, short_tag = position, position
    if content.order:
        tag, short_tag = (
            " · ".join(filter(None, (each.of(language), position)))
            for each in order_tags(content.order, reverse=list_query.reverse)
        )
    section = briefing.section_title(location.section)
    short = dict(briefing.section_names()).get(location.section, section)
    return TitleView(
        briefing.title(),
        section,
        number,
        "  ".join(details),
        briefing.edition(),
        tag,
        tuple((short, each) for each in (tag, short_tag, position, number)),
    )
