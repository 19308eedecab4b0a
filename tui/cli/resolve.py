"""Find the record that a user means, by id, figure or name; report names that match none."""

from __future__ import annotations

from collections.abc import Sequence

from tui.cli import messages
from tui.cli.output.writer import print_message, printable, write_output
from tui.cli.settings import Settings
from tui.store import Store

_LEAST_LETTERS = 4
"""Below that an unknown id is the initials of too many names to suggest records for it."""


def resolve_id(store: Store, name: str) -> str:
    """Return the id of the record with that id, with that figure (market-size@2022), or, where
    only one has it, with that name in either language; else ``name`` itself."""
    if store.row(name, "zh") or not name.strip():
        return name
    for row in store.query("SELECT id FROM answers WHERE fact = ? LIMIT 1", (name,)):
        return str(row[0])
    from tui.search.name_match import records_named

    named = records_named(store, name)
    return named[0] if len(named) == 1 else name


def report_unknown_id(
    store: Store,
    identity: str,
    settings: Settings,
    kind: str | None = None,
    known: Sequence[str] = (),
    *,
    as_json: bool = False,
) -> int:
    """Print that there is no such record (of that kind), and suggestions; return the exit code.

    Suggestions are the ids close to ``identity`` among ``known``, else among all records; else the
    records that a search for ``identity`` finds. ``as_json``: print an empty array, too.
    """
    from tui.search import find
    from tui.text.close_matches import close_matches

    if as_json:
        write_output("[]\n")
    record = identity.partition("@")[0].partition("#")[0]
    is_figure = record != identity and store.row(record, "zh") is not None
    if is_figure:
        known = known or [fact.fact for fact in store.facts(record) if fact.fact]
    missing = messages.NO_SUCH_FIGURE if is_figure else messages.NO_SUCH_RECORD
    print_message(missing.format(id=printable(identity)).of(settings.language))
    ids = [entry.id for entry in store.entries(kind)]
    near = close_matches(identity, known) or list(known[:3]) or close_matches(identity, ids)
    if not near and kind:
        print_message(messages.AVAILABLE.format(names=messages.listed(ids)).of(settings.language))
        return 1
    if not near and not (identity.isascii() and len(identity) < _LEAST_LETTERS):
        near = [hit.entry.id for hit in find(store, identity, 3) if hit.match != "near"]
    if near:
        names = messages.listed(near)
        print_message(messages.DID_YOU_MEAN.format(names=names).of(settings.language))
    return 1
