"""A page that is opened for one of its figures opens where that figure stands."""

from __future__ import annotations

import pytest

from tests.app.reading import opened
from tui.app.browse.location import Location
from tui.app.browse.page_facts import link_of_fact as link_at
from tui.store import Store
from tui.text.language import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_has_its_place(real_store: Store, language: Language) -> None:
    facts = [*real_store.query("SELECT id, fact FROM answers WHERE fact <> '' AND value <> ''")]
    lost = [fact for record, fact in facts if link_at(real_store, record, fact, language) < 0]
    assert len(facts) > 100
    assert lost == []


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@pytest.mark.parametrize(
    ("figure", "copied"),
    [("market-size@2020", "2020年：1,961亿元"), ("market-size@2025", "2025年：超过1万亿元")],
)
async def test_the_cursor_stands_at_the_figure(
    real_store: Store, size: tuple[int, int], figure: str, copied: str
) -> None:
    link = link_at(real_store, "market-size", figure, "zh")
    place = Location("statistics", "market-size", panel="page", link=link, line=-1)
    async with opened(real_store, size, place=place) as reading:
        assert reading.chosen
        await reading.press("y")
        assert copied in reading.text.replace("\n", "")


def test_what_is_no_figure_has_no_place(real_store: Store) -> None:
    assert link_at(real_store, "market-size", "", "zh") == -1
    assert link_at(real_store, "market-size", "market-size@1066", "zh") == -1
    assert link_at(real_store, "nobody", "market-size@2020", "zh") == -1


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@pytest.mark.parametrize(
    ("query", "copied"),
    [("jdjk yingshou", "136亿元"), ("市场规模 2025 预测", "超过1万亿元")],
)
async def test_what_a_search_answers_is_where_its_page_opens(
    real_store: Store, size: tuple[int, int], query: str, copied: str
) -> None:
    async with opened(real_store, size) as reading:
        await reading.press("slash")
        await reading.type(query)
        await reading.press("enter")
        assert reading.chosen
        await reading.press("y")
        assert copied in reading.text.replace("\n", "")
