"""What a reader of filtered records must know beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from tui.cli.output.record_output import report_undated, report_unknown
from tui.cli.output.writer import print_message
from tui.document.facet_declarations import FACETS
from tui.store import Store
from tui.text.language import NO_TEXT, Language, Wording, enumeration
from tui.views.matching_facts import select_by_facts
from tui.views.selection import Selection, SelectionFilter, facet_choices, select, unknown_facets

_NOT_APPLICABLE = Wording("--{name}不适用于{kinds}", "--{name} does not apply to {kinds}")
NO_MATCH = Wording("没有符合条件的记录", "no records match these filters")
_WITHOUT = Wording(
    "不限--{name}时有{count}条：{values}{note}", "without --{name}, {count} match: {values}{note}"
)
_NOTE = Wording("（{notes}）", " ({notes})")
_SEVERAL = Wording("{count}条有多项", "several: {count}")
_NONE = Wording("{count}条没有", "none: {count}")


def report_selection(
    store: Store, found: Selection, language: Language, filters: SelectionFilter
) -> None:
    """Print what a reader of filtered records must know: that none match, and whether a filter does
    not apply to their kinds; which have no date."""
    if not found.ids:
        print_message(NO_MATCH.of(language))
        kinds = filters.facets.get("kind", ())
        names = enumeration([_words(store, kind) for kind in kinds])
        for name in filters.facets:
            if kinds and not _applies(store, name, kinds):
                print_message(_NOT_APPLICABLE.format(name=name, kinds=names).of(language))
        for name in filters.facets:
            if FACETS[name].values:
                _report_other_values(store, filters, name, language)
    report_undated(store, found.undated, language)
    report_unknown(store, unknown_facets(store, filters), found.unknown, language)


def _report_other_values(
    store: Store, filters: SelectionFilter, facet: str, language: Language
) -> None:
    """Print how many records the other filters leave, and which values of the facet they have."""
    others = {name: values for name, values in filters.facets.items() if name != facet}
    left = select_by_facts(store, filters._replace(facets=others)).ids
    having = {
        choice.value: (choice.label, {*left} & {*select(store, wanted).ids})
        for choice in facet_choices(store, facet)
        for wanted in (SelectionFilter({**others, facet: (choice.value,)}),)
    }
    values = [
        Wording(f"{label.zh}{len(ids)}", f"{value} {len(ids)}")
        for value, (label, ids) in having.items()
        if ids
    ]
    if values:
        number = Counter(chain.from_iterable(ids for _, ids in having.values()))
        several = sum(count > 1 for count in number.values())
        notes = ((_SEVERAL, several), (_NONE, len(left) - len(number)))
        said = [form.format(count=count) for form, count in notes if count]
        note = _NOTE.format(notes=enumeration(said)) if said else NO_TEXT
        message = _WITHOUT.format(
            name=facet, count=len(left), values=enumeration(values), note=note
        )
        print_message(message.of(language))


def _applies(store: Store, facet: str, kinds: Sequence[str]) -> bool:
    """Return whether a record of one of the kinds has a value of the facet."""
    places = ", ".join("?" * len(kinds))
    rows = store.query(
        "SELECT 1 FROM facets f JOIN records r USING (id) "
        f"WHERE f.facet = ? AND r.kind IN ({places}) LIMIT 1",
        (facet, *kinds),
    )
    return next(rows, None) is not None


def _words(store: Store, kind: str) -> Wording:
    info = next(each for each in store.kinds() if each.id == kind)
    return Wording(info.label.zh, info.words[0])
