"""Which record leads to which other record, and by which field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.document.fact_ref import record_id_of
from tui.model.record import Record


class Connection(NamedTuple):
    """One record naming another. ``type`` is the field that names it."""

    from_id: str
    to_id: str
    type: str


def connections(records: tuple[Record, ...]) -> Iterator[Connection]:
    """Yield every connection between two records, once."""
    seen = set()
    for record in records:
        related = (("related", other) for other in record.related)
        for type_, target in (*related, *record.links()):
            connection = Connection(record.id, record_id_of(target), type_)
            if connection not in seen and connection.to_id != record.id:
                seen.add(connection)
                yield connection
