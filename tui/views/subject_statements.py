"""The statements of a brief: those on its subject before, or instead of, others with its tag."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tui.store import Store
from tui.store.tag_aliases import tag_aliases
from tui.views.name_in_text import has_name
from tui.views.selection import facet_choices
from tui.views.subject_figures import of_other_markets


def statements_of(
    store: Store, records: Mapping[str, Sequence[str]], tag: str
) -> tuple[list[str], int]:
    """Return statements, and how many of them are worth naming: those that are not disputed (they
    stand with their dispute), first those that rest on a figure of the subject or name it, last
    those on figures of another market. Where the subject is a measure, only the first ones are
    worth naming: others just touch it. ``records``: of the subject with the tag ``tag`` by kind,
    the main statistic first."""
    about: dict[str, str] = dict(
        store.query(
            "SELECT about, id FROM disagreements UNION "
            "SELECT about, merged_into FROM merged_disagreements"
        )
    )
    statistics, disputes = records.get("statistic", ()), records.get("disagreement", ())
    statements = [each for each in records.get("statement", ()) if about.get(each) not in disputes]
    others = set(of_other_markets(store, [store.answers(each)[0] for each in statistics]))
    own = set(statistics) - others
    label = next(each.label for each in facet_choices(store, "tag") if each.value == tag)
    kinds = store.query("SELECT id FROM records WHERE kind = 'statistic'")
    general = {row[0] for row in kinds} - set(statistics)
    rests_on: dict[str, set[str]] = defaultdict(set)
    for statement, figure in store.query("SELECT from_id, to_id FROM links WHERE type='supports'"):
        rests_on[statement].add(figure)
    names = subject_names(store, tag)

    def place(statement: str) -> int:
        if rests_on[statement] & own:
            return 0
        if rests_on[statement] & (others | general):
            return 2
        text = store.answers(statement)[0].answer
        return 0 if any(has_name(name, text) for name in names) else 1

    places = {each: place(each) for each in statements}
    ordered = sorted(statements, key=places.__getitem__)
    is_measure = bool(statistics) and has_name(label.zh, store.answers(statistics[0])[0].title)
    on_it = sum(not place for place in places.values())
    return ordered, on_it if is_measure and on_it else len(ordered)


def subject_names(store: Store, tag: str) -> list[str]:
    """Return the names of a subject in both languages, and its aliases."""
    label = next(each.label for each in facet_choices(store, "tag") if each.value == tag)
    return [*label, *(alias for each, alias in tag_aliases(store) if each == tag)]
