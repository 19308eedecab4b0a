"""How many of the listed policies have each of the forces that a question names."""

from __future__ import annotations

from tui.document.shared_labels import FORCE_WORDS
from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.tables import in_list
from tui.text.language import NO_TEXT, Wording, enumeration

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.search.several_answers import SeveralAnswers
    from tui.store import Store

_NOT_RANKED = len(FORCE_WORDS) - 1
"""The place of declarative wording in ``FORCE_WORDS``."""
_COUNTS = Wording("{remark}（{counts}）", "{remark} ({counts})")
_NOTES = Wording("（{notes}）", " ({notes})")
_SEVERAL = Wording("{count}项有多种措辞", "several: {count}")
_NONE = Wording("{count}项没有", "none: {count}")


def policies_by_force(store: Store, ids: Iterable[str], tags: Iterable[str]) -> dict[str, int]:
    """Return how many of the policies have each force, the most frequent first: in a provision on
    one of the subjects, if there are any."""
    places, values = in_list(sorted(ids))
    of_subject = ""
    if subjects := [*tags]:
        of_subject = (
            " AND EXISTS (SELECT 1 FROM provision_tags t WHERE t.id = p.id "
            f"AND t.provision = p.number AND t.tag IN ({','.join('?' * len(subjects))}))"
        )
    rows = store.query(
        "SELECT force, count(DISTINCT id) AS policies FROM provisions p "
        f"WHERE id IN ({places}) AND force IS NOT NULL{of_subject} "
        "GROUP BY force ORDER BY policies DESC, force",
        (*values, *subjects),
    )
    return dict(rows)


def not_of_one_force(store: Store, ids: Iterable[str], tags: tuple[str, ...]) -> Wording:
    """Return how many of the policies have several of the counted forces and how many have none;
    empty where each has one, so that the counts add up to the number of policies."""
    forces = [len(policies_by_force(store, [identity], tags)) for identity in ids]
    several, none = sum(number > 1 for number in forces), forces.count(0)
    notes = [
        form.format(count=number) for form, number in ((_SEVERAL, several), (_NONE, none)) if number
    ]
    return _NOTES.format(notes=enumeration(notes)) if notes else NO_TEXT


def binding_order(
    store: Store, ids: Iterable[str], tags: tuple[str, ...], *, weakest: bool = False
) -> dict[str, int]:
    """Return the place of each policy that has a force among the others: by the most binding one of
    its provisions on the subjects, if there are any, or with ``weakest`` by the least binding one,
    the least binding first. Declarative wording, which is not ranked, is last."""
    places: dict[str, int] = {}
    for identity in ids:
        found = policies_by_force(store, [identity], tags)
        at = [rank for rank, force in enumerate(FORCE_WORDS) if force in found]
        ranked = [rank for rank in at if rank != _NOT_RANKED]
        if at:
            places[identity] = at[0]
        if weakest and ranked:
            places[identity] = _NOT_RANKED - 1 - ranked[-1]
    return places


def forces_on_subjects(store: Store, identity: str, tags: Iterable[str]) -> Wording:
    """Return the forces of the provisions of a policy that are on one of the subjects, from the
    most to the least binding; empty where none has one."""
    found = {each for tag in tags for each in policies_by_force(store, [identity], [tag])}
    labels = [FORCE_WORDS[each] for each in FORCE_WORDS if each in found]
    return Wording("、".join(it.zh for it in labels), ", ".join(it.en for it in labels))


def with_force_counts(
    store: Store, found: SeveralAnswers, forces: tuple[str, ...], tags: Iterable[str]
) -> SeveralAnswers:
    """Return a list with the number of its policies of each force in its remark, from the most to
    the least binding force; a policy may have several."""
    counted = policies_by_force(store, (item.described.record.id for item, _ in found.ranked), tags)
    labels = [(FORCE_WORDS[each], counted.get(each, 0)) for each in FORCE_WORDS if each in forces]
    counts = Wording(
        "、".join(f"{label.zh}{count}项" for label, count in labels),
        ", ".join(f"{label.en.lower()} {count}" for label, count in labels),
    )
    (first, verdict), *rest = found.ranked
    remark = _COUNTS.format(remark=verdict.remark, counts=counts)
    return found._replace(ranked=[(first, verdict._replace(remark=remark)), *rest])
