"""How many policies have provisions of each force, and the policies in the order of these."""

from __future__ import annotations

from collections import Counter

from tui.document.shared_labels import FORCE_VERBS_COUNTED, FORCE_WORDS
from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.several.list_remark import sure_policies
from tui.search.several.provision_topics import (
    forces_on_topics,
    is_subject,
    provisions_on_topics,
)
from tui.text.language import NO_TEXT, Wording, enumeration

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.search.list_topics import Topic
    from tui.search.several_answers import SeveralAnswers
    from tui.store import Store

_NOT_RANKED = len(FORCE_WORDS) - 1
"""The place of declarative wording in ``FORCE_WORDS``."""
_COUNTS = Wording("{remark}（{counts}）", "{remark} ({counts})")
_BY_WORDING = Wording(
    "{found}，按引文的措辞：{counts}{notes}", "{found}, by the wording quoted: {counts}{notes}"
)
_NOTHING_QUOTED = Wording(
    "{found}；引文中没有相关条款", "{found}; none has a provision on it quoted"
)
_NOTES = Wording("（其中{notes}）", " ({notes})")
_SEVERAL = (
    Wording("{count}项兼有几类措辞", "{count} has several kinds of wording"),
    Wording("{count}项兼有几类措辞", "{count} have several kinds of wording"),
)
_NOTHING_REQUIRED = Wording(
    "引文中没有强制性措辞\n{counts}", "nothing quoted is mandatory\n{counts}"
)
_NONE = (
    Wording("{count}项没有可归类的引文", "{count} has no quote of any of these kinds"),
    Wording("{count}项没有可归类的引文", "{count} have no quote of any of these kinds"),
)


def policies_by_force(forces: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Return how many policies have each force, the most frequent first. ``forces``: of each
    policy."""
    counts = Counter(force for each in forces.values() for force in each)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], [*FORCE_WORDS].index(item[0]))))


def not_of_one_force(ids: Iterable[str], forces: Mapping[str, Iterable[str]]) -> Wording:
    """Return how many of the policies have several of the counted forces and how many have none;
    empty where each has one, so that the counts add up to the number of policies."""
    numbers = [len([*forces.get(identity, ())]) for identity in ids]
    several, none = sum(number > 1 for number in numbers), numbers.count(0)
    notes = [
        forms[number > 1].format(count=number)
        for forms, number in ((_SEVERAL, several), (_NONE, none))
        if number
    ]
    return _NOTES.format(notes=enumeration(notes)) if notes else NO_TEXT


def binding_order(forces: Mapping[str, Iterable[str]], *, weakest: bool = False) -> dict[str, int]:
    """Return the place of each policy among the others: by the most binding one of its forces, or
    with ``weakest`` by the least binding one, the least binding first. Declarative wording, which
    is not ranked, is last."""
    places: dict[str, int] = {}
    for identity, found in forces.items():
        at = [rank for rank, force in enumerate(FORCE_WORDS) if force in found]
        ranked = [rank for rank in at if rank != _NOT_RANKED]
        if at:
            places[identity] = at[0]
        if weakest and ranked:
            places[identity] = _NOT_RANKED - 1 - ranked[-1]
    return places


def force_labels(forces: Iterable[str]) -> Wording:
    """Return forces in words, from the most to the least binding."""
    found = {*forces}
    labels = [label for force, label in FORCE_WORDS.items() if force in found]
    return Wording(
        "、".join(it.zh for it in labels), ", ".join(it.en for it in labels).capitalize()
    )


def counted_forces(counts: Mapping[str, int]) -> Wording:
    """Return how many policies do what: ``2 promote, 1 explores``."""
    return enumeration(
        [
            Wording(
                f"{FORCE_WORDS[force].zh}{count}项",
                f"{count} {FORCE_VERBS_COUNTED[force][count != 1]}",
            )
            for force, count in counts.items()
        ]
    )


def or_nothing_required(remark: Wording, counts: Mapping[str, int]) -> Wording:
    """Return a remark that begins with the absence of mandatory wording where there is none."""
    return remark if "required" in counts else _NOTHING_REQUIRED.format(counts=remark)


def with_counts(
    store: Store, found: Wording, ids: list[str], topics: Sequence[Topic] = ()
) -> tuple[Wording, dict[str, int]]:
    """Return what a list has in words, with how many of its policies have each force in their
    provisions on the topics, and these numbers."""
    forces = forces_on_topics(store, ids, topics)
    counts = policies_by_force(forces)
    if not counts:
        is_on_subject = any(map(is_subject, topics))
        if is_on_subject and not provisions_on_topics(store, ids, topics):
            found = _NOTHING_QUOTED.format(found=found)
        return found, counts
    counted = sure_policies(store, ids)  # doubtful policies are counted apart in ``found``
    sure = policies_by_force({each: forces[each] for each in counted if each in forces})
    if not sure:
        counted, sure = ids, counts
    notes = not_of_one_force(counted, forces)
    return _BY_WORDING.format(found=found, counts=counted_forces(sure), notes=notes), counts


def with_force_counts(
    store: Store, found: SeveralAnswers, forces: tuple[str, ...], topics: Iterable[Topic]
) -> SeveralAnswers:
    """Return a list with the number of its policies of each force in its remark, from the most to
    the least binding force; a policy may have several."""
    ids = [item.described.record.id for item, _ in found.ranked]
    counted = policies_by_force(forces_on_topics(store, ids, topics))
    counts = counted_forces({each: counted.get(each, 0) for each in FORCE_WORDS if each in forces})
    (first, verdict), *rest = found.ranked
    remark = _COUNTS.format(remark=verdict.remark, counts=counts)
    return found._replace(ranked=[(first, verdict._replace(remark=remark)), *rest])
