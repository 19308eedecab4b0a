"""What is named: a record by its id, a figure or its very name; and what to say of a name that is
nothing here: which ids were perhaps meant."""

from __future__ import annotations

from collections.abc import Sequence

from tui.cli import messages
from tui.cli.output.writer import print_message, printable
from tui.cli.settings import Settings
from tui.store import Store

_SURE = 0.98
"""The score of a title, a name or a code as it stands."""


def resolve_id(store: Store, name: str) -> str:
    """The id of the record that is named: by its id, by a figure of it (market-size@2022), or by
    what it alone is called, in either language. What is nothing of these comes back as it is."""
    if store.row(name, "zh") or not name.strip():
        return name
    for row in store.query("SELECT id FROM answers WHERE fact = ? LIMIT 1", (name,)):
        return str(row[0])
    from tui.search import find

    called = [hit for hit in find(store, name, 2) if hit.score >= _SURE]
    return called[0].entry.id if len(called) == 1 else name


def report_unknown_id(
    store: Store,
    identity: str,
    settings: Settings,
    kind: str | None = None,
    known: Sequence[str] = (),
) -> int:
    """Say that there is no such record (of that kind), and which ids are near to it: among
    ``known`` first, then among all, then of what the words would find. Returns the exit code."""
    from tui.search import find
    from tui.text.close_matches import close_matches

    print_message(messages.NO_SUCH_RECORD.format(id=printable(identity)).of(settings.language))
    ids = [entry.id for entry in store.entries(kind)]
    near = close_matches(identity, known) or list(known[:3])
    near = near or close_matches(identity, ids) or (ids if kind else [])
    near = near or [hit.entry.id for hit in find(store, identity, 3)]  # a name, not an id
    if near:
        print_message(messages.DID_YOU_MEAN.format(names=", ".join(near)).of(settings.language))
    return 1
