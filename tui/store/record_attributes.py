"""Properties of records beside their answers, by kind; imported by JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from tui.question.tables import in_lists
from tui.store.store import Store


class KindAttributes(NamedTuple):
    """The attributes of a kind. ``table``: where they are; ``columns``: by the names of the
    attributes; ``bilingual``: columns that end in ``_zh`` and ``_en``; ``flags``: columns that are
    true or false."""

    table: str
    columns: tuple[str, ...]
    bilingual: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


ATTRIBUTES: Mapping[str, KindAttributes] = {
    "player": KindAttributes(
        "players",
        ("role", "ticker", "legal_name", "founded", "parent"),
        ("exchange", "short"),
    ),
    "policy": KindAttributes(
        "policies",
        ("number", "level", "issued", "period", "status"),
        ("region", "issuers", "issuers_note"),
    ),
    "statistic": KindAttributes("statistics", ("unit",), ("scope", "area", "denominator")),
    "source": KindAttributes(
        "sources",
        ("type", "language", "published", "date_earliest", "date_latest", "url", "accessed"),
        ("author", "producer", "container"),
    ),
    "statement": KindAttributes(
        "statements",
        ("type", "basis", "as_of", "horizon"),
        ("said_by",),
        ("self_description", "anecdote", "disputed"),
    ),
    "gap": KindAttributes("gaps", ("reason",)),
}
"""By kind; other kinds have none. Of a source without a date, ``published`` is unknown and the
earliest and the latest possible date are known, as far as there are bounds."""


def attributes_of(store: Store, kind: str, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return the attributes of records of a kind by id: texts, pairs ``{zh, en}``, None for what
    is not known, true or false; of policies their provisions, too."""
    known = ATTRIBUTES.get(kind)
    if known is None:
        return {}
    pairs = [f"{name}_{language}" for name in known.bilingual for language in ("zh", "en")]
    columns = ", ".join([*known.columns, *known.flags, *pairs])
    found = {}
    for places, wanted in in_lists([*dict.fromkeys(ids)]):
        sql = f"SELECT id, {columns} FROM {known.table} WHERE id IN ({places})"
        for identity, *values in store.query(sql, wanted):
            count = len(known.columns)
            flags = dict(zip(known.flags, map(bool, values[count:]), strict=False))
            texts = dict(zip(known.columns, (text or None for text in values[:count]), strict=True))
            pair_values = values[count + len(flags) :]
            both = zip(pair_values[::2], pair_values[1::2], strict=True)
            names = zip(known.bilingual, both, strict=True)
            found[identity] = {
                **texts,
                **flags,
                **{name: {"zh": zh, "en": en} if zh or en else None for name, (zh, en) in names},
            }
            if kind == "policy":
                found[identity]["provisions"] = _provisions(store, identity)
    return found


def _provisions(store: Store, policy: str) -> list[dict[str, Any]]:
    """Return the provisions of a policy: text, force and verb, None where it is not classified;
    subjects; whether a source retells it."""
    rows = store.query(
        "SELECT text_zh, text_en, force, verb, (SELECT group_concat(tag, ' ') "
        "FROM provision_tags t WHERE t.id = p.id AND t.provision = p.number), retold "
        "FROM provisions p WHERE id = ? ORDER BY number",
        (policy,),
    )
    return [
        {
            "text": {"zh": zh, "en": en},
            "force": force,
            "verb": verb,
            "tags": (tags or "").split(),
            "retold": bool(retold),
        }
        for zh, en, force, verb, tags, retold in rows
    ]
