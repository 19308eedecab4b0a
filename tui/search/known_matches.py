"""The known questions that a query is like."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.question_keys import RAREST, keys_of_part, question_keys
from tui.question.tables import in_list

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.store import Store

_MOST = 24
"""Known questions that are compared."""


class KnownMatch(NamedTuple):
    """The known question of a record that is most like the query. ``similarity``: the cosine of
    both, 0 to 1. ``keys``: what both have. ``others``: how many further known
    questions of the record are like it."""

    similarity: float
    keys: frozenset[str]
    others: int = 0

    def has(self, part: Part) -> bool:
        """Return whether the known question has a part of the query."""
        return any(not self.keys.isdisjoint(keys) for keys in keys_of_part(part))


def known_matches(store: Store, question: Question) -> dict[int, KnownMatch]:
    """Return the best known question of each record by its position."""
    keys = question_keys(question)
    places, wanted = in_list((RAREST, *keys))
    rarity: dict[str, float] = dict(
        store.query(f"SELECT key, rarity FROM key_rarity WHERE key IN ({places})", wanted)
    )
    rarest = rarity.pop(RAREST, 0.0)
    if not rarity:
        return {}
    weights = {key: share * rarity.get(key, rarest) for key, share in keys.items()}
    length = sum([weight**2 for weight in weights.values()]) ** 0.5 or 1.0
    known = [(key, weight / length) for key, weight in weights.items() if key in rarity]
    values = ",".join(["(?,?)"] * len(known))
    # The most similar ones first, then what they share: half the time of one query for both.
    similar: dict[int, float] = dict(
        store.query(
            f"WITH asked(key, weight) AS (VALUES {values}) "
            "SELECT q.question, sum(q.weight * a.weight) AS similarity "
            "FROM asked a CROSS JOIN question_keys q ON q.key = a.key "
            f"GROUP BY q.question ORDER BY similarity DESC LIMIT {_MOST}",
            [value for pair in known for value in pair],
        )
    )
    places, wanted = in_list(rarity)
    numbers = ",".join(map(str, similar))
    shared = {
        number: (position, keys)
        for number, position, keys in store.query(
            "SELECT k.number, k.position, group_concat(q.key, char(10)) FROM known_questions k "
            f"CROSS JOIN question_keys q WHERE k.number IN ({numbers}) "
            f"AND q.key IN ({places}) AND q.question = k.number GROUP BY k.number",
            wanted,
        )
    }
    found: dict[int, KnownMatch] = {}
    for number, similarity in similar.items():
        position, shared_keys = shared[number]
        if position in found:
            found[position] = found[position]._replace(others=found[position].others + 1)
        else:
            found[position] = KnownMatch(similarity, frozenset(shared_keys.split("\n")))
    return found
