"""Find the record that a user means, by id, figure or name; report names that match none."""

from __future__ import annotations

from collections.abc import Sequence

from tui.cli import messages
from tui.cli.output.writer import print_message, printable, write_output
from tui.cli.settings import Settings
from tui.document.fact_ref import record_id_of
from tui.document.link_target import DISAGREEMENT_PREFIX
from tui.store import Store

_LEAST_LETTERS = 4
"""Below that an unknown id is the initials of too many names to suggest records for it."""


def resolve_id(store: Store, name: str) -> str:
    """Return the id of the record with that id, with that figure (market-size@2022), or, where
    only one has it, with that name in either language; else ``name`` itself. A name may be followed
    by a period (JD Health@2023)."""
    reference = resolve_reference(store, name)
    return _record_with(store, reference) or reference


def resolve_reference(store: Store, name: str) -> str:
    """Return an id or the reference of a figure as it is; in place of a name the id of the record
    with that name, if only one has it."""
    if not name.strip() or store.row(name, "zh") or _record_with(store, name):
        return store.resolved(name)
    from tui.search.name_match import records_named

    named = records_named(store, name)
    if len(named) > 1:  # the page of a disputed figure has the name of the figure
        named = [each for each in named if not each.startswith(DISAGREEMENT_PREFIX)]
    if len(named) == 1:
        return named[0]
    title, at, period = name.partition("@")
    return f"{resolve_reference(store, title)}@{period}" if at else name


def _record_with(store: Store, fact: str) -> str:
    if not fact:
        return ""
    rows = store.query("SELECT id FROM answers WHERE fact = ? LIMIT 1", (fact,))
    return next((str(row[0]) for row in rows), "")


def report_unknown_id(
    store: Store,
    identity: str,
    settings: Settings,
    kind: str | None = None,
    known: Sequence[str] = (),
    *,
    as_json: bool = False,
    beside: Sequence[str] = (),
) -> int:
    """Print that there is no such record (of that kind), and suggestions; return the exit code.

    Suggestions are the ids close to ``identity`` among ``known``, else among all records; else the
    records that a search for ``identity`` finds. ``as_json``: print an empty array, too.
    ``beside``: the other ids of the line, which are no suggestions.
    """
    from tui.search import find
    from tui.text.close_matches import close_matches

    if as_json:
        write_output("[]\n")
    record = record_id_of(identity)
    is_figure = record != identity and store.row(record, "zh") is not None
    if is_figure:
        facts = [fact.fact for fact in store.facts(record) if fact.fact]
        measure, at, period = identity.partition("@")
        if measure == record:  # a company has a figure of each metric for a period
            alike = [fact for fact in facts if fact.endswith(f"@{period}") and at]
        else:
            alike = [fact for fact in facts if fact.startswith(measure)]
        known = known or alike or facts
    missing = messages.NO_SUCH_FIGURE if is_figure else messages.NO_SUCH_RECORD
    print_message(missing.format(id=printable(identity)).of(settings.language))
    ids = [entry.id for entry in store.entries(kind) if entry.id not in beside]
    near = close_matches(identity, known) or list(known[:3]) or close_matches(identity, ids)
    if not near and kind:
        print_message(messages.AVAILABLE.format(names=messages.listed(ids)).of(settings.language))
        return 1
    if not near and not (identity.isascii() and len(identity) < _LEAST_LETTERS):
        near = [
            hit.entry.id
            for hit in find(store, identity, 3)
            if hit.match != "near" or (hit.verdict.all_corrected and not identity.isascii())
        ]
    if near:
        names = messages.listed(near)
        print_message(messages.DID_YOU_MEAN.format(names=names).of(settings.language))
    return 1
