"""``medbrief disagreements``: figures side by side, then statements in a list."""

from __future__ import annotations

import pytest

from tests.cli.command import Medbrief
from tui.store import Store


def test_disputed_figures_are_side_by_side_and_statements_listed_with_ids(
    medbrief: Medbrief, sample_store: Store
) -> None:
    text = medbrief("disagreements", "--lang", "en", "--width", "200").text
    figures, _, statements = text.partition("Disputed statements: ")
    for (identity,) in sample_store.query("SELECT DISTINCT id FROM disagreements"):
        first, *_ = sample_store.answers(identity)[0].disagrees
        name = sample_store.answers(identity)[0].title.en
        assert (name in figures) == bool(first["value"])
        assert (f" {identity}" in statements) == (not first["value"])
    assert figures.startswith("Disputed figures: ")
    assert "reported, used here" in figures


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_statements_are_aligned_with_their_headings(medbrief: Medbrief, width: int) -> None:
    text = medbrief("disagreements", "--lang", "en", "--width", str(width)).text
    _, _, statements = text.partition("Disputed statements: ")
    _, head, *rows = statements.splitlines()
    places = [head.index(word) for word in ("Type", "Id") if word in head]
    for row in rows:
        assert all(row[place - 2 : place] == "  " != row[place : place + 1] for place in places)


def test_a_subject_narrows_the_list_as_it_does_in_list(medbrief: Medbrief) -> None:
    narrowed = medbrief("disagreements", "market", "--lang", "en")
    assert narrowed.text == medbrief("list", "disagreements", "market", "--lang", "en").text
    assert "disagreement-consultation-market" in narrowed.text
    assert "disagreement-e-prescriptions" not in narrowed.text
