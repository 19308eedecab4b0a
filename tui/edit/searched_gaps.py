"""Record that a source was searched and does not answer data gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.check.autofix import toml_string
from tui.check.context import CheckContext
from tui.edit.record_insertion import edited
from tui.edit.toml_insertion import insert_inline
from tui.model import Gap

ALL = "all"


class UnknownGapError(ValueError):
    """A data gap that does not exist; ``gap``: its id."""

    def __init__(self, gap: str) -> None:
        super().__init__(gap)
        self.gap = gap


def record_without_answer(
    context: CheckContext, source: str, gaps: Sequence[str], *, write: bool = True
) -> tuple[str, ...]:
    """Add a source to the ``looked_in`` of data gaps, ``all`` for those that were looked up in more
    than one source; return the ids of those that are changed. ``write``: False to only return them.

    Raises:
        UnknownGapError: there is no such gap; nothing is written.
        ContentError: a record would be invalid.
        OSError: a file cannot be written.
    """
    known = {record.id: record for record in context.content.records if isinstance(record, Gap)}
    for gap in gaps:
        if gap not in known and gap != ALL:
            raise UnknownGapError(gap)
    chosen = _general(known.values()) if ALL in gaps else (known[gap] for gap in gaps)
    edits = []
    for record in chosen:
        if source not in record.looked_in:
            text = context.content.files[record.id].text
            item, count = toml_string(source), len(record.looked_in)
            edits.append(
                edited(context, record.id, insert_inline(text, ("looked_in",), count, item))
            )
    for edit in edits if write else ():
        edit.write()
    return tuple(edit.entry for edit in edits)


def _general(gaps: Iterable[Gap]) -> Iterator[Gap]:
    """Yield the gaps that are not about one document."""
    return (gap for gap in gaps if len(gap.looked_in) > 1)
