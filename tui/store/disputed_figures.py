"""Disputed figures of statements."""

from __future__ import annotations

from tui.fast_namedtuple import NamedTuple
from tui.store.rows import AnswerWithEvidence
from tui.store.store import Store
from tui.text.language import Wording

_SQL = """
    SELECT d.fact, d.value, d.id, r.title_zh, r.title_en
    FROM disputed_figures d JOIN records r USING (id) ORDER BY r.position
"""


class NamedDispute(NamedTuple):
    """The id of a disagreement and its title, a question."""

    id: str
    title: Wording


def disputes_of(store: Store, entry: AnswerWithEvidence) -> list[NamedDispute]:
    """Return the disagreements about statements that dispute the figure of an answer."""
    found: dict[tuple[str, str], list[NamedDispute]] = store.memoize(
        "disputed_figures", lambda: _by_figure(store)
    )
    return found.get((entry.fact, entry.value), [])


def _by_figure(store: Store) -> dict[tuple[str, str], list[NamedDispute]]:
    found: dict[tuple[str, str], list[NamedDispute]] = {}
    for fact, value, identity, zh, en in store.query(_SQL):
        found.setdefault((fact, value), []).append(NamedDispute(identity, Wording(zh, en)))
    return found
