"""Filter dialog, narrowing box and columns of a list as they are drawn."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from tests.app.reading import opened
from tui.app.browse.location import ListQuery, Location
from tui.app.widgets.checkbox_list import CheckboxList
from tui.app.widgets.text_input import TextInput
from tui.store import Store
from tui.text.language import LANGUAGES, Language, Wording

_POLICIES = Location("policies")


async def test_letters_narrow_the_list_and_escape_restores_it(sample_store: Store) -> None:
    async with opened(sample_store, location=_POLICIES) as reading:
        before = reading.text
        await reading.press("t", *"canglan")
        assert reading.position.endswith("/2")
        assert reading.lines[2].startswith(" 筛选：canglan")
        await reading.press("enter")
        assert "“canglan” ✕  x全部清除" in reading.lines[3]
        await reading.press("escape", "down", "home")
        assert reading.text == before


def _count(line: str) -> str:
    """The number at the end of a line of the filter dialog."""
    return line.partition("╮")[0].rstrip(" │┃").split()[-1]


async def test_filters_are_selected_with_keys_and_mouse(sample_store: Store) -> None:
    async with opened(sample_store, location=_POLICIES) as reading:
        total = reading.position.rpartition("/")[2]
        await reading.press("F")
        national = _count(reading.lines[reading.find("] 国家级")[1]])
        provincial = _count(reading.lines[reading.find("] 省级")[1]])
        await reading.press("space", "enter")
        assert reading.position.endswith(f"/{national}")
        await reading.press("F")
        await reading.click("] 省级", 2)
        assert f"{int(national) + int(provincial)}条记录匹配" in reading.text
        await reading.press("enter")
        assert reading.position.endswith(f"/{int(national) + int(provincial)}")
        assert "国家级 ✕  省级 ✕" in reading.lines[3]
        await reading.press("F", "ctrl+x", "enter")
        assert reading.position.endswith(f"/{total}")


async def test_j_and_k_move_in_the_filter_until_text_is_typed(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), "en", location=_POLICIES) as reading:
        await reading.press("F")
        options = reading.app.screen.query_one("#facets-list", CheckboxList)
        typed = reading.app.screen.query_one("#facets-words", TextInput)
        await reading.press("j", "j", "k")
        assert (options.cursor, typed.value) == (1, "")
        await reading.press("slash", "k")
        assert typed.value == "k"
        await reading.press("j")
        assert typed.value == "kj"
        await reading.press("escape", "escape", "F", "p", "k")
        typed = reading.app.screen.query_one("#facets-words", TextInput)
        assert typed.value == "pk"


async def test_the_list_beside_the_filters_shows_each_choice_and_escape_takes_it_back(
    sample_store: Store,
) -> None:
    async with opened(sample_store, (120, 40), location=_POLICIES) as reading:
        await reading.press("down", "down")
        before = reading.text
        await reading.press("F")
        assert "夜间线上门诊服务规范" in reading.text
        await reading.press("down", "space")
        assert "3条记录匹配" in reading.text
        assert reading.position.endswith("/3")
        await reading.press("escape")
        assert reading.text == before
        await reading.press("F", "down", "space")
        await reading.click_cell(1, 38)
        assert "条记录匹配" not in reading.text
        assert reading.position.endswith("/3")


async def test_letters_narrow_the_options_and_enter_checks_the_one_that_is_meant(
    sample_store: Store,
) -> None:
    async with opened(sample_store, (120, 40), "en", location=_POLICIES) as reading:
        await reading.press("F", *"2021")
        assert "] 2021" in reading.text
        assert "] 2022" not in reading.text
        await reading.press("enter")
        assert reading.has_panels
        assert reading.position.endswith("/2")
        assert "2021 ✕" in reading.text
        await reading.press("F", *"qqq")
        assert "no option matches" in reading.text
        await reading.press("escape")
        assert "[x] 2021" in reading.text
        await reading.press("escape")
        assert reading.position.endswith("/2")


@pytest.mark.parametrize("key", ["F", "p", "S", "question_mark"])
async def test_the_panels_stay_visible_and_quiet_around_a_dialog(
    sample_store: Store, key: str
) -> None:
    async with opened(sample_store, (120, 40), "en", location=_POLICIES) as reading:
        await reading.press(key)
        assert reading.lines[0].startswith(" medbrief ")
        assert "Policies" in reading.lines[1]
        assert "╭" in reading.lines[2]
        quiet = {segment.style for segment in reading.strips[0] if segment.text.strip()}
        assert len(quiet) == 1


async def test_a_filter_without_matches_keeps_the_columns_and_says_which_key_clears(
    sample_store: Store,
) -> None:
    async with opened(sample_store, (120, 40), "en", location=_POLICIES) as reading:
        column, _ = reading.find("Date ↓")
        width = reading.app.screen.query_one("#list").size.width
        await reading.press("t")
        assert reading.lines[2].startswith(" filter: ")
        await reading.press(*"zzz")
        assert reading.find("Date ")[0] == column
        assert "Date ↓" not in reading.text  # what matches comes first
        assert reading.app.screen.query_one("#list").size.width == width
        assert "nothing matches; Esc clears" in reading.text
        assert "0 of 10" in reading.text


async def test_z_shows_a_list_with_all_its_columns(sample_store: Store) -> None:
    async with opened(sample_store, (100, 16), location=Location("statistics")) as reading:
        assert "走势" not in reading.text
        await reading.press("z")
        assert "走势" in reading.lines[3]
        await reading.press("end")
        assert "走势" in reading.lines[3]  # the header does not scroll
        await reading.press("home")
        await reading.click("行业融资起数")
        assert " 行业融资起数 ─" in reading.text
        assert "走势" not in reading.text
        await reading.press("z", "escape")
        assert "走势" not in reading.text


async def test_the_list_keeps_its_scroll_position(sample_store: Store) -> None:
    async with opened(sample_store, (80, 14), location=Location("themes")) as reading:
        await reading.press("space", "space", *["up"] * 5)
        before = reading.text
        await reading.press("enter", "escape")
        assert reading.text == before


async def test_the_key_bar_offers_no_sorting_without_a_list(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40)) as reading:
        assert "排序" not in reading.lines[-1]
        await reading.press("s")
        assert "没有可排序或筛选的列表" in reading.lines[-1]


async def test_a_sorted_column_says_so_and_its_figures_are_never_cut(sample_store: Store) -> None:
    async with opened(sample_store, (160, 40), "en", location=Location("statistics")) as reading:
        await reading.press("s", "s")
        assert "Latest value ↓" in reading.lines[3]
        assert "390 million" in reading.lines[reading.find("Electronic")[1]]


async def test_titles_come_before_other_columns(sample_store: Store) -> None:
    async with opened(sample_store, (200, 40), "en", location=Location("policies")) as reading:
        assert "Guiding opinions on promoting Internet Plus" in reading.text
    async with opened(sample_store, (120, 40), location=Location("statistics")) as reading:
        assert "最新值" in reading.lines[3]
        assert "…" not in "".join(line[:30] for line in reading.lines[4:20])


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_policies_show_their_dates_newest_first_at_every_size(
    sample_store: Store, size: tuple[int, int], language: Language
) -> None:
    async with opened(sample_store, size, language, location=_POLICIES) as reading:
        head = Wording("日期 ↓", "Date ↓").of(language)
        newest = Wording("2023年6月", "Jun 2023").of(language)
        column, line = reading.find(f"  {head}")
        before, found, _ = reading.lines[line + 1].partition(newest)
        assert found
        assert cell_len(before) == column + 2


_ON_SUPERVISION = Location("policies", list_query=ListQuery(facets=(("tag", ("supervision",)),)))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_list_on_a_subject_has_the_provisions_on_it_below_each_policy(
    sample_store: Store, size: tuple[int, int]
) -> None:
    async with opened(sample_store, size, location=_ON_SUPERVISION) as reading:
        column, line = reading.find("允许 · 处方可以跨省流转。")
        assert "跨省线上会诊" in reading.lines[line - 1]
        assert "探索 · 就慢性病长期管理等开展综合试点。" in reading.lines[line + 1]
        await reading.press("home")
        first = reading.position
        await reading.press("down")  # past the provisions of the first policy
        assert reading.position != first
        assert reading.lines[line][:column].rstrip().endswith("▌")
        await reading.press("F")
        forces = {
            word: _count(reading.lines[reading.find(f"] {word}")[1]])
            for word in ("要求", "允许", "鼓励", "推进", "一般表述")
        }
        assert forces == {"要求": "3", "允许": "1", "鼓励": "0", "推进": "1", "一般表述": "0"}


@pytest.mark.parametrize("words", ["insurance payment", "医保支付", "yibaozhifu"])
async def test_words_that_name_a_subject_show_the_provisions_on_it(
    sample_store: Store, words: str
) -> None:
    location = Location("policies", list_query=ListQuery(words=words))
    async with opened(sample_store, (120, 40), location=location) as reading:
        assert "允许 · 慢性病复诊可用医保付费。" in reading.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_force_of_a_policy_is_in_its_line_where_the_list_is_sorted_by_it(
    sample_store: Store, language: Language
) -> None:
    title = {"zh": "跨省线上会诊", "en": "Implementation plan"}[language]
    force = {"zh": "允许、探索", "en": "Permitted, explored"}[language]
    async with opened(sample_store, (100, 40), location=_POLICIES, language=language) as reading:
        line = next(n for n, text in enumerate(reading.lines) if title in text)
        assert force not in "".join(reading.lines[line : line + 2])
    first, size = re.split("、|, ", force)[0], ({"zh": 120, "en": 150}[language], 40)
    async with opened(sample_store, size, location=_POLICIES, language=language) as reading:
        line = next(n for n, text in enumerate(reading.lines) if title in text)
        assert f"  {first}" in reading.lines[line]
    by_force = _POLICIES._replace(list_query=ListQuery(order="force"))
    async with opened(sample_store, (120, 40), location=by_force, language=language) as reading:
        line = next(n for n, text in enumerate(reading.lines) if title in text)
        assert force in reading.lines[line]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (200, 60)])
async def test_a_space_follows_the_marks(
    sample_store: Store, size: tuple[int, int], language: Language
) -> None:
    async with opened(sample_store, size, language) as reading:
        marks = 0
        for key in "345678":
            await reading.press(key, "c")
            for line in reading.lines[3:-1]:
                if found := re.match(r"│?[▌ ]([!+])(.)", line):
                    assert found[2] == " ", line
                    marks += 1
        assert marks
