"""Quoted words as readers see them."""

from __future__ import annotations

from tui.document.gloss import in_quotation_marks, quoted_title
from tui.text.language import Wording


def test_marks_within_a_quote_are_single_ones() -> None:
    assert in_quotation_marks("建立“医+药”体系") == "“建立‘医+药’体系”"


def test_an_apostrophe_stays_as_it_is() -> None:
    assert in_quotation_marks("the nation’s\n first") == "“the nation’s first”"


def test_marks_within_a_quoted_title_are_single() -> None:
    title = quoted_title(Wording("“互联网+”意见", "“Internet Plus” opinions"))
    assert title == ("“‘互联网+’意见”", "“‘Internet Plus’ opinions”")
