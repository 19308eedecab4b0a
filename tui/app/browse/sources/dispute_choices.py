"""The disputes that a page links to, to choose from."""

from __future__ import annotations

from collections.abc import Iterable

from tui.document.link_target import DISAGREEMENT_PREFIX, parse_target
from tui.fast_namedtuple import NamedTuple
from tui.store import Store
from tui.text.language import Language


class DisputeChoice(NamedTuple):
    """A dispute. ``target``: leads to it; ``title``: the question; ``id``: of its record."""

    target: str
    title: str
    id: str


def dispute_choices(
    store: Store, language: Language, targets: Iterable[str]
) -> list[DisputeChoice]:
    """Return the disputes among the targets of links, in their order."""
    disputes = []
    for target in dict.fromkeys(targets):
        record = parse_target(target).record
        if record.startswith(DISAGREEMENT_PREFIX) and (row := store.row(record, language)):
            disputes.append(DisputeChoice(target, row.cells[0], record))
    return disputes


def sides(store: Store, language: Language, dispute: str) -> list[str]:
    """Return what each side of a dispute says, and who."""
    rows = store.query(
        f"SELECT text_{language}, by_{language} FROM disagreements WHERE id = ? ORDER BY side",
        (dispute,),
    )
    return [f"{by}: {text}" if language == "en" else f"{by}：{text}" for text, by in rows]
