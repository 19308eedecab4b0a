"""What the briefing says of compared players beside figures: offerings, summaries, statements,
gaps. Below the tables, a paragraph or a list for each player."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tui.document import Block, Heading, Paragraph, Span
from tui.document.link_target import record_target
from tui.store import Store
from tui.text.language import Language, Wording
from tui.views import messages
from tui.views.comparison_subjects import Subject
from tui.views.player_gaps import gaps_about, gaps_about_all, linked_records
from tui.views.quote_numbering import QuoteNumbering

_MAX_LINKS = 6
"""Statements or gaps of a player; its page has the others."""


def text_blocks(
    store: Store, subjects: Sequence[Subject], evidence: QuoteNumbering, language: Language
) -> Iterator[Block]:
    """Yield the part of the page that is in words, after the products and services."""
    yield Heading(messages.POSITIONING.of(language))
    for subject in subjects:
        entry = store.answers(subject.record)[0]
        text = Span(entry.answer.of(language))
        yield Paragraph((*_name(subject, language), text, *evidence.mark_spans(entry)))
    about = [statements_about(store, subject.record) for subject in subjects]
    shared = {each: title for each, title in about[0].items() if all(each in it for it in about)}
    rest = [{each: it for each, it in own.items() if each not in shared} for own in about]
    yield from _lists(messages.SAID, shared, rest, subjects, language)
    own_gaps = [gaps_about(store, subject) for subject in subjects]
    shared = gaps_about_all(store, subjects)
    yield from _lists(messages.NOT_SAID, shared, own_gaps, subjects, language)


def _name(subject: Subject, language: Language) -> tuple[Span, ...]:
    colon = "：" if language == "zh" else ": "
    return (Span(subject.title.of(language), "title"), Span(colon))


def offering_blocks(
    store: Store, subjects: Sequence[Subject], evidence: QuoteNumbering, language: Language
) -> Iterator[Block]:
    """Yield a heading and what each player offers, if it is known of any."""
    if offerings := list(_offerings(store, subjects, evidence, language)):
        yield Heading(messages.OFFERINGS.of(language))
        yield from offerings


def _offerings(
    store: Store, subjects: Sequence[Subject], evidence: QuoteNumbering, language: Language
) -> Iterator[Paragraph]:
    """Yield the names of the products and services of each player, with their citations."""
    separator = Span("；" if language == "zh" else "; ")
    for subject in subjects:
        entries = {entry.fact: entry for entry in store.answers(subject.record)}
        rows = store.query(
            f"SELECT fact, answer_{language} FROM answers WHERE id = ? AND form = 'offering' "
            "ORDER BY number",
            (subject.record,),
        )
        spans: list[Span] = []
        for fact, answer in rows:
            name = answer.partition("：" if language == "zh" else ": ")[0]
            spans += [separator] if spans else []
            spans += [Span(name), *evidence.mark_spans(entries[fact])]
        if spans:
            yield Paragraph((*_name(subject, language), *spans))


def statements_about(store: Store, player: str) -> dict[str, Wording]:
    """Return the statements, by id, that are about a player or dispute what is said of it."""
    return linked_records(store, player, "statement", ("supports", "related"))


def _lists(
    title: Wording,
    shared: Mapping[str, Wording],
    own: Sequence[Mapping[str, Wording]],
    subjects: Sequence[Subject],
    language: Language,
) -> Iterator[Block]:
    """Yield a list of links for each player, then those that concern all."""
    lists = [
        (subject.title, found, subject.record)
        for subject, found in zip(subjects, own, strict=True)
        if found
    ]
    if shared:
        lists.append((messages.ABOUT_ALL, shared, ""))
    if lists:
        yield Heading(title.of(language))
    for name, found, record in lists:
        yield Heading(name.of(language), 2)
        for each, text in list(found.items())[:_MAX_LINKS]:
            yield Paragraph((Span(text.of(language), "link", record_target(each)),), bullet="-")
        if record and len(found) > _MAX_LINKS:
            more = messages.MORE.format(count=len(found) - _MAX_LINKS).of(language)
            yield Paragraph((Span(more, "link", record_target(record)),), bullet="-")
