"""The overview in a pipe: a list that is cut says how much is missing and what prints it."""

from __future__ import annotations

from tui.cli.launch import cards_with_rest
from tui.document import Card, CardRow, Cards, Span
from tui.document.link_target import section_target, timeline_target
from tui.store import Store


def _card(target: str, rows: int, count: int) -> Card:
    row = CardRow("", (Span("x"),), "", "")
    return Card("Title", target, str(count), rows=(row,) * rows)


def test_a_list_that_is_cut_names_the_rest_and_its_command(sample_store: Store) -> None:
    block = Cards(
        (),
        (
            _card(section_target("gaps"), 24, 52),
            _card(section_target("players"), 3, 3),
            _card(section_target("players"), 2, 3),
            _card(timeline_target(()), 24, 30),
        ),
        "Key figures",
    )
    cards = cards_with_rest(block, sample_store, "en")
    assert isinstance(cards, Cards)
    assert [card.notes for card in cards.lists] == [
        ("… 28 more: medbrief gaps",),
        (),
        ("… 1 more: medbrief companies",),
        ("… 6 more: medbrief timeline",),
    ]
