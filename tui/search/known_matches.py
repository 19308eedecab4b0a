"""The known questions that a query is like."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.index_lookup import aside_positions
from tui.question.question_keys import RAREST, keys_of_part, question_keys
from tui.question.tables import value_rows

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.store import Store

_MOST = 24
"""Known questions that are compared."""
_LOOKED_AT = 64
"""Known questions whose whole similarity is computed."""
_SURE = 0.15
"""Similarity by which a known question leads over those that another measure answers."""
_HEAVY = 0.9
"""Share of the squared length of a query that its heavy keys have: the words that thousands of
questions have (what, the, of) are left out at first, 30 % of the time of the slowest queries."""


class KnownMatch(NamedTuple):
    """The known question of a record that is most like the query. ``similarity``: the cosine of
    both, 0 to 1. ``keys``: what both have. ``others``: how many further known
    questions of the record are like it. ``measure``: the measure of the record that answers it;
    empty where another part or the record does."""

    similarity: float
    keys: frozenset[str]
    others: int = 0
    measure: str = ""

    def has(self, part: Part) -> bool:
        """Return whether the known question has a part of the query."""
        return any(not self.keys.isdisjoint(keys) for keys in keys_of_part(part))


def known_matches(store: Store, question: Question) -> dict[int, KnownMatch]:
    """Return the best known question of each record by its position, without those of another
    industry that the question does not name."""
    keys = question_keys(question)
    rows, wanted = value_rows((RAREST, *keys))
    sql = f"SELECT key, rarity FROM {rows} CROSS JOIN key_rarity ON key = column1"
    rarity: dict[str, float] = dict(store.query(sql, wanted))
    rarest = rarity.pop(RAREST, 0.0)
    if not rarity:
        return {}
    weights = {key: share * rarity.get(key, rarest) for key, share in keys.items()}
    length = sum([weight**2 for weight in weights.values()]) ** 0.5 or 1.0
    known = sorted(
        [(key, weight / length) for key, weight in weights.items() if key in rarity],
        key=lambda pair: -pair[1],
    )
    # The most similar ones by the heavy keys, then their whole similarity and what they share.
    heavy = known[: _heavy(known)]
    numbers = ",".join(
        str(number)
        for (number,) in store.query(
            f"WITH asked(key, weight) AS (VALUES {','.join(['(?,?)'] * len(heavy))}) "
            "SELECT q.question FROM asked a CROSS JOIN question_keys q ON q.key = a.key "
            f"GROUP BY q.question ORDER BY sum(q.weight * a.weight) DESC LIMIT {_LOOKED_AT}",
            [value for pair in heavy for value in pair],
        )
    )
    similar = store.query(
        f"WITH asked(key, weight) AS (VALUES {','.join(['(?,?)'] * len(known))}) "
        "SELECT k.position, sum(q.weight * a.weight) AS similarity, group_concat(q.key, char(10)), "
        "k.measure "
        "FROM known_questions k CROSS JOIN asked a CROSS JOIN question_keys q "
        f"WHERE k.number IN ({numbers}) AND q.key = a.key AND q.question = k.number "
        f"GROUP BY k.number ORDER BY similarity DESC LIMIT {_MOST}",
        [value for pair in known for value in pair],
    )
    found: dict[int, KnownMatch] = {}
    for position, similarity, keys_of_both, measure in similar:
        if best := found.get(position):
            is_unsure = measure != (best.measure or None) and similarity > best.similarity - _SURE
            found[position] = best._replace(
                others=best.others + 1, measure="" if is_unsure else best.measure
            )
        else:
            found[position] = KnownMatch(
                similarity, frozenset(keys_of_both.split("\n")), measure=measure or ""
            )
    asides = aside_positions(store)
    if asides and not asides.isdisjoint(found):
        from tui.search.aside_records import left_out

        out = left_out(store, question, asides, found)
        return {at: match for at, match in found.items() if at not in out}
    return found


def _heavy(known: list[tuple[str, float]]) -> int:
    """Return how many of the keys, the heaviest first, have the share ``_HEAVY`` of all."""
    wanted = _HEAVY * sum([weight**2 for _, weight in known])
    for number, (_, weight) in enumerate(known, start=1):
        wanted -= weight**2
        if wanted <= 0:
            return number
    return len(known)
