"""What the briefing says of compared players beside figures: positioning, offerings, statements,
gaps; what they share and where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.document import Cell, Paragraph, Span, Spans, TableRow
from tui.document.link_target import record_target
from tui.store import Store
from tui.text.language import Language, Wording, enumeration
from tui.views import messages
from tui.views.comparison_subjects import Subject
from tui.views.measure_figures import Figure
from tui.views.quote_numbering import QuoteNumbering

_MAX_LINKS = 6
"""Statements or gaps in a cell; the page of the player has the others."""

_POINT = Span("- ", "muted")
"""Before each of several items of a cell."""


def positioning_row(
    store: Store, subjects: Sequence[Subject], evidence: QuoteNumbering, language: Language
) -> TableRow:
    """Return what the briefing says of each player as a whole."""
    entries = [store.answers(subject.record)[0] for subject in subjects]
    texts = ((Span(each.answer.of(language)), *evidence.mark_spans(each)) for each in entries)
    label = (Span(messages.POSITIONING.of(language), "label"),)
    return TableRow(label, tuple((text,) for text in texts))


def offerings_row(
    store: Store, subjects: Sequence[Subject], evidence: QuoteNumbering, language: Language
) -> TableRow:
    """Return the names of the products and services of each player, with their citations."""
    cells = []
    for subject in subjects:
        answers = store.answers(subject.record)
        rows = store.query(
            f"SELECT fact, answer_{language} FROM answers WHERE id = ? AND form = 'offering' "
            "ORDER BY number",
            (subject.record,),
        )
        cell: list[Spans] = []
        for fact, answer in rows:
            name = answer.partition("：" if language == "zh" else ": ")[0]
            entry = next(each for each in answers if each.fact == fact)
            cell.append((_POINT, Span(name), *evidence.mark_spans(entry)))
        cells.append(tuple(cell))
    return TableRow((Span(messages.OFFERINGS.of(language), "label"),), tuple(cells))


def statements_row(store: Store, subjects: Sequence[Subject], language: Language) -> TableRow:
    """Return links to the statements about each player."""
    cells = tuple(
        _links(statements_about(store, subject.record), subject, language) for subject in subjects
    )
    return TableRow((Span(messages.SAID.of(language), "label"),), cells)


def gaps_row(store: Store, subjects: Sequence[Subject], language: Language) -> TableRow:
    """Return links to the gaps of each player: first those about its own figures."""
    cells = []
    for subject in subjects:
        own = gaps_of(store, subject.record)
        related = _linked(store, subject.record, "gap", ("related",))
        found = dict(own) | {each: title for each, title in related.items() if each not in own}
        cells.append(_links(found, subject, language))
    return TableRow((Span(messages.NOT_SAID.of(language), "label"),), tuple(cells))


def gaps_of(store: Store, player: str) -> dict[str, Wording]:
    """Return the gaps, by id, that say that figures of a player are missing."""
    rows = store.query(
        "SELECT DISTINCT r.id, r.title_zh, r.title_en FROM missing_figures m "
        "JOIN records r USING (id) WHERE m.measure = ? OR m.measure LIKE ? ORDER BY r.position",
        (player, f"{player}.%"),
    )
    return {identity: Wording(zh, en) for identity, zh, en in rows}


def statements_about(store: Store, player: str) -> dict[str, Wording]:
    """Return the statements, by id, that are about a player or dispute what is said of it."""
    return _linked(store, player, "statement", ("supports", "related"))


def _linked(store: Store, player: str, kind: str, types: tuple[str, ...]) -> dict[str, Wording]:
    places = ", ".join("?" * len(types))
    rows = store.query(
        "SELECT DISTINCT r.id, r.title_zh, r.title_en FROM links l JOIN records r "
        f"ON r.id = l.from_id WHERE l.to_id = ? AND r.kind = ? AND l.type IN ({places}) "
        "ORDER BY r.position",
        (player, kind, *types),
    )
    return {identity: Wording(zh, en) for identity, zh, en in rows}


def _links(found: dict[str, Wording], subject: Subject, language: Language) -> Cell:
    links = list(found.items())[:_MAX_LINKS]
    cell: list[Spans] = [
        (_POINT, Span(title.of(language), "link", record_target(each))) for each, title in links
    ]
    if rest := len(found) - len(links):
        more = messages.MORE.format(count=rest).of(language)
        cell.append((_POINT, Span(more, "link", record_target(subject.record))))
    return tuple(cell)


def in_common(
    store: Store,
    subjects: Sequence[Subject],
    fields: Sequence[tuple[str, list[str]]],
    figures: Sequence[Sequence[Figure]],
    language: Language,
) -> Iterator[Paragraph]:
    """Yield a sentence on what the players share and one on where they differ, as far as the
    records say, then the statements about all of them. ``fields``: labels and the value of each
    player, as in the table below."""
    same = [
        messages.SHARED_VALUE.format(label=label.lower(), value=values[0])
        for label, values in fields
        if values[0] and len(set(values)) == 1
    ]
    different = [
        Wording(label, label.lower())
        for label, values in fields
        if sum(map(bool, values)) > 1 and len(set(values)) > 1
    ]
    counts = [len({figure.measure for figure in own}) for own in figures]
    if len(set(counts)) > 1:
        numbers = enumeration([Wording(str(count), str(count)) for count in counts])
        different.append(messages.MEASURES_KNOWN.format(numbers=numbers))
    for head, items in ((messages.IN_COMMON, same), (messages.DIFFERENT, different)):
        if items:
            text = messages.SENTENCE.format(text=enumeration(items))
            yield Paragraph((Span(head.of(language), "label"), Span(text.of(language))))
    about = [statements_about(store, subject.record) for subject in subjects]
    shared = [each for each in about[0] if all(each in other for other in about[1:])]
    if shared:
        yield Paragraph((Span(messages.ABOUT_ALL.of(language), "label"),))
    for each in shared:
        link = Span(about[0][each].of(language), "link", record_target(each))
        yield Paragraph((link,), bullet="-")
