"""Words after a kind of record narrow its list: ``policies insurance``, ``gaps ali health``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.cli.args.list_filters import requested_tag
from tui.cli.args.spec import Argument
from tui.cli.args.tag_names import find_tag
from tui.question.reader import read_edited_question
from tui.search.list_filter import filter_records
from tui.search.list_topics import ISSUER, Topic, records_about, topics_of
from tui.store import Store
from tui.text.language import Wording
from tui.views.selection import SelectionFilter

SUBJECT = Argument(
    ("subject",),
    Wording("主题，或记录里的词", "subject, or words of the records"),
    "SUBJECT",
    nargs="*",
)
_MOST = 2**31
"""All records that were issued by one of them."""


class NarrowedList(NamedTuple):
    """Filters, with the values of facets that words name; and the ids of the records that have
    every word in any of their texts, where they name none."""

    filters: SelectionFilter
    ids: frozenset[str] | None = None


def narrowed_list(
    store: Store, kind: str | None, filters: SelectionFilter, text: str
) -> NarrowedList:
    """Return how words narrow the list of a kind: as the name of a tag, as values of facets, else
    as words of the records.

    Raises:
        UsageError: they do none of these.
    """
    if tag := find_tag(store, text).tag:
        return NarrowedList(_with_facets(filters, {"tag": [tag]}))
    if found := narrowed_by_words(store, kind, filters, text):
        return found
    return NarrowedList(_with_facets(filters, {"tag": [requested_tag(store, text)]}))


def _with_facets(filters: SelectionFilter, values: Mapping[str, Sequence[str]]) -> SelectionFilter:
    facets = dict(filters.facets)
    for name, named in values.items():
        facets[name] = tuple(dict.fromkeys((*facets.get(name, ()), *named)))
    return filters._replace(facets=facets)


def _named_tag(store: Store, topic: Topic) -> Topic:
    """Return a topic that is no value of a facet as the tag of which it is a name, if it is one."""
    tag = "" if topic.facet else find_tag(store, topic.part.text, by_name=True).tag
    return topic._replace(facet="tag", value=tag) if tag else topic


def narrowed_by_words(
    store: Store, kind: str | None, filters: SelectionFilter, text: str
) -> NarrowedList | None:
    """Return how words narrow a list that are not the name of a tag; None where no record is
    left."""
    infos = [each for each in store.kinds() if each.id == kind]
    for info in infos:
        parts = read_edited_question(store, text).parts
        topics = [
            _named_tag(store, topic) for part in parts for topic in topics_of(store, info, part)
        ]
        if topics and all(topic.facet for topic in topics):
            facets: dict[str, list[str]] = {}
            issuers = [topic for topic in topics if topic.facet == ISSUER]
            for topic in topics:
                if topic not in issuers:
                    facets.setdefault(topic.facet, []).extend((topic.value, *topic.others))
            issued = records_about(store, info, issuers, _MOST) if issuers else []
            ids = frozenset(record.id for record in issued) if issuers else None
            return NarrowedList(_with_facets(filters, facets), ids)
    of_kind = {
        identity
        for identity, kind_of in store.query("SELECT id, kind FROM records")
        if kind in (None, kind_of)
    }
    found = filter_records(store, text, of_kind)
    return NarrowedList(filters, frozenset(found)) if found else None


def options_of_command(command: Sequence[str]) -> dict[str, list[str]]:
    """Return the options of the words of a command (``policies --tag insurance --since 2020``)."""
    options: dict[str, list[str]] = {}
    for option, value in zip(command[1::2], command[2::2], strict=True):
        options.setdefault(option.removeprefix("--"), []).append(value)
    return options
