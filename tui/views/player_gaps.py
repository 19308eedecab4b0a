"""The data gaps of compared players: those about one of them, and those about all."""

from __future__ import annotations

from collections.abc import Sequence

from tui.store import Store
from tui.text.language import LANGUAGES, Wording
from tui.views.comparison_subjects import Subject


def gaps_of_figures(store: Store, subject: Subject) -> dict[str, Wording]:
    """Return the gaps, by id, that say that figures of a player are missing."""
    rows = store.query(
        "SELECT DISTINCT r.id, r.title_zh, r.title_en FROM missing_figures m "
        "JOIN records r USING (id) WHERE m.measure = ? OR m.measure LIKE ? ORDER BY r.position",
        (subject.record, f"{subject.record}.%"),
    )
    return {identity: Wording(zh, en) for identity, zh, en in rows}


def gaps_about(store: Store, subject: Subject) -> dict[str, Wording]:
    """Return the gaps about a player, by id: those of its figures, then those that name it."""
    longer = _longer_names(store, subject.title)
    related = linked_records(store, subject.record, "gap", ("related",))
    named = {each: title for each, title in related.items() if _names(title, subject, longer)}
    return gaps_of_figures(store, subject) | named


def gaps_about_all(store: Store, subjects: Sequence[Subject]) -> dict[str, Wording]:
    """Return the gaps that concern all players and are about none of them in particular."""
    own = {identity for subject in subjects for identity in gaps_about(store, subject)}
    first, *others = (
        linked_records(store, subject.record, "gap", ("related",)) for subject in subjects
    )
    return {
        each: title
        for each, title in first.items()
        if each not in own and all(each in other for other in others)
    }


def linked_records(
    store: Store, player: str, kind: str, types: tuple[str, ...]
) -> dict[str, Wording]:
    """Return the records of a kind that lead to a player, by id, in the order of the briefing."""
    places = ", ".join("?" * len(types))
    rows = store.query(
        "SELECT DISTINCT r.id, r.title_zh, r.title_en FROM links l JOIN records r "
        f"ON r.id = l.from_id WHERE l.to_id = ? AND r.kind = ? AND l.type IN ({places}) "
        "ORDER BY r.position",
        (player, kind, *types),
    )
    return {identity: Wording(zh, en) for identity, zh, en in rows}


def _longer_names(store: Store, title: Wording) -> list[Wording]:
    """Return the names of other players that contain this one, longest first."""
    rows = store.query(
        "SELECT r.title_zh, r.title_en FROM records r JOIN players p USING (id) "
        "WHERE instr(r.title_zh, ?) OR instr(r.title_en, ?)",
        (title.zh, title.en),
    )
    names = [Wording(zh, en) for zh, en in rows if Wording(zh, en) != title]
    return sorted(names, key=lambda name: -len(name.en))


def _names(question: Wording, subject: Subject, longer: Sequence[Wording]) -> bool:
    for language in LANGUAGES:
        text = question.of(language)
        for name in longer:
            if name.of(language) != subject.title.of(language):
                text = text.replace(name.of(language), "")
        if subject.title.of(language) in text:
            return True
    return False
