"""The numbers and remarks of the quotes at the end of a page."""

from __future__ import annotations

import pytest

from tui.document import Heading, Quotes
from tui.document.quote_list import QuoteList, in_full

_WORDS = ("herald", "增长了一成", "", "")


def _remarks(quotes: QuoteList) -> list[str]:
    (_, block) = quotes.blocks()
    assert isinstance(block, Quotes)
    return [quote.remark for quote in block.items]


def test_words_that_state_one_figure_and_imply_another_are_derived_only_for_the_second() -> None:
    quotes = QuoteList("en")
    stated = quotes.number(_WORDS, lambda: "Herald", "quoted", "")
    implied = quotes.number(_WORDS, lambda: "Herald", "derived", "")
    assert stated != implied
    assert _remarks(quotes) == ["", "inferred from these words"]


def test_equal_quotes_share_a_number() -> None:
    quotes = QuoteList("en")
    numbers = {quotes.number(_WORDS, lambda: "Herald", "quoted", "") for _ in range(2)}
    assert len(numbers) == 1
    assert quotes.has(_WORDS, "quoted")
    assert not quotes.has(_WORDS, "derived")


def test_a_gloss_is_shown_in_english_and_the_heading_says_whose_it_is() -> None:
    for language, gloss in (("en", "up by a tenth"), ("zh", "")):
        quotes = QuoteList(language)
        quotes.number(_WORDS, lambda: "Herald", "quoted", "")
        quotes.number(_WORDS, lambda: "Herald", "quoted", "", "up by a tenth")
        heading, block = quotes.blocks()
        assert isinstance(heading, Heading)
        assert isinstance(block, Quotes)
        assert [quote.gloss for quote in block.items] == [gloss]
        assert ("editor's translation" in heading.text) == bool(gloss)


def test_what_explains_whose_figure_it_is_is_printed_once_for_each_source() -> None:
    named = {"en": "IT Juzi (source line; inferred)", "zh": "IT桔子（见来源注，编者推断）"}
    for language, above in (("en", "IT Juzi (as above)"), ("zh", "IT桔子（同上）")):
        quotes = QuoteList(language)
        via = named[language]
        for words, source, origin in (
            ("一成", "herald", via),
            ("两成", "herald", via),
            ("三成", "gazette", via),
            ("四成", "gazette", "Mob"),
            ("五成", "gazette", "Mob"),
        ):
            quotes.number((source, words, "", ""), lambda: "Source", "quoted", origin)
        cited = {"en": "cited from ", "zh": "转引自"}[language]
        expected = [via, above, via, "Mob", "Mob"]
        assert _remarks(quotes) == [cited + name for name in expected]


@pytest.mark.parametrize(
    ("remark", "whole"),
    [
        ("转引自IT桔子（同上）", "转引自IT桔子（编者推断）"),
        ("转引自IT桔子（同上）；据原文推断", "转引自IT桔子（编者推断）；据原文推断"),
        ("转引自Mob（同上）", "转引自Mob（同上）"),
        ("转引自Mob", "转引自Mob"),
        ("", ""),
    ],
)
def test_a_remark_that_refers_to_one_above_can_be_printed_in_full(remark: str, whole: str) -> None:
    assert in_full(remark, ["", "IT桔子", "IT桔子（编者推断）"], "zh") == whole


def test_the_same_words_at_another_place_are_told_apart() -> None:
    quotes = QuoteList("en")
    first = quotes.number(_WORDS, lambda: "Herald", "quoted", "")
    other = quotes.number((*_WORDS[:2], "去年", ""), lambda: "Herald", "quoted", "")
    assert first != other
    assert _remarks(quotes) == ["", "elsewhere in the document"]
