"""What can be exported at a location: the page, the list, the marked records."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.app import messages
from tui.app.browse.location import (
    COMPARISON,
    OVERVIEW,
    PAGES,
    PINS,
    SEARCH,
    SUBJECT,
    TIMELINE,
    Location,
)
from tui.app.browse.sources.list_source import ListContent, ListSource
from tui.document.facet_declarations import FACETS
from tui.text.language import NO_TEXT, Wording, plural
from tui.text.width import truncate

if TYPE_CHECKING:
    from tui.export.formats import Contents
    from tui.store import Store

_MAX_NAME = 60
"""Cells of a suggested file name; file systems permit 255 bytes."""
_MAX_IDS = 2
"""Ids of records in a suggested file name."""
_NOT_IN_NAMES = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f/\\:*?\"<>|·，。、：；“”‘’（）()\[\]{},;'`~!$&#%]+"
)
"""Characters that file systems forbid, or that a shell does not take as they are."""


class ExportChoice(NamedTuple):
    """Something to export. ``label``: its name in the dialog; ``entries``: what the formats for
    programs have an entry for; ``name``: of the file, without extension; ``is_list``: whether it
    has the rows of the list; ``contents``: collects it."""

    label: Wording
    entries: Wording
    name: Wording
    contents: Callable[[str], Contents]
    is_list: bool = False


def export_choices(
    lists: ListSource, location: Location, content: ListContent, marked: Sequence[str]
) -> list[ExportChoice]:
    """Return what can be exported: what the page and the list show, and what is marked."""
    choices = [
        _page(lists, location),
        _list(lists, location, content),
        None if location.section in PAGES else _short_brief(lists, location),
        _marked(lists, marked),
    ]
    return [choice for choice in choices if choice]


def file_name(title: str) -> str:
    """Return a title as the name of a file, without extension."""
    name = _NOT_IN_NAMES.sub("-", title).strip("-.")
    return truncate(name, _MAX_NAME, "").strip("-.") or "medbrief"


def _page(lists: ListSource, location: Location) -> ExportChoice | None:
    briefing = lists.briefing
    store = briefing.store
    if location.section == TIMELINE:
        return _timeline(store, location, lists)
    if location.section == COMPARISON:
        return _comparison(store, location, lists)
    if location.section == SUBJECT:
        return _short_brief(lists, location)
    if location.section == OVERVIEW:
        ids = store.identities()
        label = messages.EXPORT_ALL.format(count=len(ids))
        return ExportChoice(
            label, messages.PER_FACT, store.title(), lambda _: _contents(lists, ids, whole=True)
        )
    row = store.row(location.record, briefing.language) if location.record else None
    if row is None:
        return None
    label = messages.EXPORT_PAGE.format(title=row.title)
    name = Wording(row.id, row.id)
    return ExportChoice(label, messages.PER_FACT, name, lambda _: _contents(lists, [row.id]))


def _timeline(store: Store, location: Location, lists: ListSource) -> ExportChoice | None:
    from tui.views import joined_subjects, subject_of_types, timeline_events, undated_events

    selected = location.list_query.selected
    types, years = selected.get("type", ()), selected.get("year", ())
    events = timeline_events(store, None, types, years)
    undated = () if years else undated_events(store, types)
    chosen_years = Wording("、".join(sorted(years)), ", ".join(sorted(years)))
    subject = joined_subjects((subject_of_types(store, types), chosen_years))

    def contents(_form: str) -> Contents:
        from tui.export.page_contents import timeline_contents

        return timeline_contents(store, events, undated, lists.briefing.language, subject)

    if not events:
        return None
    name = joined_subjects((messages.TIMELINE, subject))
    label = messages.EXPORT_EVENTS.format(count=len(events), events=plural(len(events), "event"))
    return ExportChoice(label, messages.PER_EVENT, name, contents)


def _comparison(store: Store, location: Location, lists: ListSource) -> ExportChoice | None:
    from tui.export.page_contents import comparison_contents
    from tui.views import IncomparableError, UnknownSubjectError

    ids = [name for name in location.record.split(",") if name]
    try:
        found = comparison_contents(store, ids, lists.briefing.language) if len(ids) > 1 else None
    except (IncomparableError, UnknownSubjectError):
        return None
    if found is None or found.page is None:
        return None
    label = messages.EXPORT_PAGE.format(title=found.page.title)
    return ExportChoice(label, messages.PER_FACT, _name_of(ids), lambda _: found)


def _list(lists: ListSource, location: Location, content: ListContent) -> ExportChoice | None:
    store, language = lists.briefing.store, lists.briefing.language
    if not len(content.rows):
        return None
    ids = [row.id for row in content.rows if store.row(row.id, language)]
    subject = _subject(lists, location)
    entries = messages.PER_FACT if location.section == SEARCH else messages.PER_RECORD

    def contents(_form: str) -> Contents:
        found = _contents(lists, ids, subject=subject)
        if location.section != SEARCH:
            return found._replace(one_each=True)
        return found._replace(facts=facts)

    facts = lists.found_facts() if location.section == SEARCH else ()
    if not ids:
        return None
    name = lists.briefing.section_title(location.section)
    has_subject = location.section in (SEARCH, PINS) or location.list_query.has_filters
    title = subject if has_subject else Wording(name, name)
    label = messages.EXPORT_LIST.format(
        title=title, count=len(ids), records=plural(len(ids), "record")
    )
    return ExportChoice(label, entries, title, contents, is_list=True)


def _short_brief(lists: ListSource, location: Location) -> ExportChoice | None:
    """Return the short brief that is shown, or of the subject by which the list is filtered."""
    from tui.views import facet_choices

    is_page = location.section == SUBJECT
    tags = (location.record,) if is_page else location.list_query.selected.get("tag", ())
    store, language = lists.briefing.store, lists.briefing.language
    if location.section in (SEARCH, PINS) or len(tags) != 1:
        return None

    def contents(form: str) -> Contents:
        from tui.export.page_contents import subject_contents

        return subject_contents(store, tags[0], language, form)

    subject = next(each.label for each in facet_choices(store, "tag") if each.value == tags[0])
    label = messages.EXPORT_SHORT_BRIEF.format(subject=subject)
    return ExportChoice(label, messages.PER_RECORD, Wording(tags[0], tags[0]), contents)


def _subject(lists: ListSource, location: Location) -> Wording:
    """Return what the listed records have in common, as ``medbrief list`` with these filters."""
    from tui.views import joined_subjects, subject_of_facets

    if location.section == SEARCH:
        query = " ".join(location.query.split())
        return Wording(f"“{query}”", f"“{query}”")
    if location.section == PINS:
        return messages.PINS
    selected = location.list_query.selected
    facets = {name: selected[name] for name in FACETS if selected.get(name)}
    kind = next(each.kind for each in lists.briefing.sections if each.id == location.section)
    words = " ".join(location.list_query.words.split())
    quoted = Wording(f"“{words}”", f"“{words}”") if words else NO_TEXT
    found = subject_of_facets(lists.briefing.store, {**facets, "kind": (kind,)})
    return joined_subjects((found, quoted))


def _marked(lists: ListSource, marked: Sequence[str]) -> ExportChoice | None:
    if not marked:
        return None
    ids = list(marked)
    label = messages.EXPORT_MARKED.format(count=len(ids))
    return ExportChoice(label, messages.PER_FACT, _name_of(ids), lambda _: _contents(lists, ids))


def _name_of(ids: Sequence[str]) -> Wording:
    """Return the ids of two records, or the first with the number of the others, for a file."""
    shown = " ".join(ids) if len(ids) <= _MAX_IDS else f"{ids[0]} and {len(ids) - 1} more"
    return Wording(shown, shown)


def _contents(
    lists: ListSource, ids: Sequence[str], *, whole: bool = False, subject: Wording = NO_TEXT
) -> Contents:
    from tui.export.formats import Contents

    briefing = lists.briefing
    return Contents(briefing.store, ids, briefing.language, whole, subject)
