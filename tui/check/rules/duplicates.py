"""E6: records that name themselves, and what a list holds twice."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import cache
from typing import get_origin

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.document.fact_ref import record_id_of
from tui.load.record_references import references
from tui.model import Comparison, Dispute, Observation, Rate, Relation
from tui.model.base import Model
from tui.text.language import Wording

_MAY_NAME_ITSELF = {"events", "metrics", "observations", "rates", "parent"}
"""Fields where a record may name itself: it takes part in its own events, its rates compare its own
figures. E604 covers ``parent``."""


def _self_reference(context: CheckContext) -> Iterator[Violation]:
    for record in context.content.records:
        named = (*record.related, *(record_id_of(target) for _, target in record.links()))
        if record.id not in named:  # spares walking the record
            continue
        for ref in references(record):
            own = not ref.in_text and record_id_of(ref.target) == record.id
            if own and ref.path[0] not in _MAY_NAME_ITSELF and ref.kind in ("record", "fact"):
                yield Violation(record.id, ref.path, {"id": record.id})


def _listed_twice(context: CheckContext) -> Iterator[Violation]:
    for entry, path, part in context.parts(Model):
        for field in _list_fields(type(part)):
            seen: set[Hashable] = set()
            for number, item in enumerate(getattr(part, field)):
                key = _identity(item)
                if key in seen:
                    yield Violation(entry, (*path, field, number), {"field": field})
                elif key is not None:
                    seen.add(key)


@cache
def _list_fields(model: type[Model]) -> tuple[str, ...]:
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if get_origin(field.annotation) is tuple)


def _identity(item: object) -> Hashable:
    """Return what two items of a list must not share; None for figures, which K406 compares."""
    if isinstance(item, Observation | Rate):
        return None
    if isinstance(item, Comparison):
        return item.id
    if isinstance(item, Dispute):
        return item.by
    if isinstance(item, Relation):
        return (item.type, item.player)
    return item if isinstance(item, Hashable) else None


RULES = (
    Rule(
        code="E606",
        severity="error",
        message=Wording("记录“{id}”引用了自身", "the record {id!r} names itself"),
        fix=Wording("改为另一条记录，或删去", "name another record, or remove it"),
        why=Wording(
            "自己与自己的关系、比较或佐证没有内容。",
            "A relation, comparison or support of a record with itself says nothing.",
        ),
        incorrect='id = "jd-health"\nrelated = ["jd-health"]',
        correct='id = "jd-health"\nrelated = ["jd-group"]',
        check=_self_reference,
    ),
    Rule(
        code="E607",
        severity="error",
        message=Wording("“{field}”中有重复的一项", "{field!r} lists the same item twice"),
        fix=Wording("删去一项，或合并两项", "remove one of them, or merge them"),
        why=Wording(
            "同一项列两次，读者会当作两份依据。",
            "Readers take an item that is listed twice for two pieces of evidence.",
        ),
        incorrect='related = ["jd-group", "jd-group"]',
        correct='related = ["jd-group"]',
        check=_listed_twice,
    ),
)
