"""Words that only the source's language has are printed with their English on English pages."""

from __future__ import annotations

import pytest

from tui.compile.catalogue import Catalogue
from tui.compile.facts.figure_notes import figure_notes
from tui.compile.kinds import KINDS
from tui.compile.kinds.player import PlayerKind
from tui.compile.kinds.statistic import StatisticKind
from tui.load import Content
from tui.model import Bilingual, Player, Rate, Statistic
from tui.text.language import Language

_CALLED = Bilingual(zh="增长率", en="growth rate")
_ENGLISH_NAME = "Changle Health Information Technology Co., Ltd."


def _catalogue(content: Content) -> Catalogue:
    return Catalogue(content, {kind.id: kind.label for kind in KINDS.values()})


def _statistic(content: Content) -> tuple[Statistic, Rate]:
    """Return a statistic and its rate that the source calls by another name."""
    return next(
        (record, rate)
        for record in content.records
        if isinstance(record, Statistic)
        for rate in record.rates
        if rate.called
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", "“增长率”"), ("en", "the source calls it “growth rate” (增长率)")],
)
def test_the_term_of_a_source_is_printed_with_its_english(
    content: Content, language: Language, words: str
) -> None:
    statistic, rate = _statistic(content)
    marked = rate.model_copy(update={"called": _CALLED})
    assert words in figure_notes(marked).of(language)
    changed = statistic.model_copy(update={"rates": (marked,)})
    assert words in str(StatisticKind().page(changed, _catalogue(content), language))


def test_a_term_without_english_is_printed_as_the_source_has_it(content: Content) -> None:
    _, rate = _statistic(content)
    printed = rate.model_copy(update={"called": "增长率"})
    assert "the source calls it “增长率”" in figure_notes(printed).en


@pytest.mark.parametrize(("language", "named"), [("zh", False), ("en", True)])
def test_a_legal_name_is_printed_in_english_and_as_registered(
    content: Content, language: Language, named: bool
) -> None:
    player = next(it for it in content.records if isinstance(it, Player) and it.legal_name)
    translated = player.model_copy(update={"legal_name_en": _ENGLISH_NAME})
    page = str(PlayerKind().page(translated, _catalogue(content), language))
    assert player.legal_name
    assert player.legal_name in page
    # The other language has it among the names that the search knows, not on the page.
    assert (f"{_ENGLISH_NAME} ({player.legal_name})" in page) is named
    assert _ENGLISH_NAME in set(PlayerKind().names(translated))
