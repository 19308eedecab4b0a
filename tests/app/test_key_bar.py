"""The key bar: what a panel needs, each key in its place."""

from __future__ import annotations

import time

import pytest

from tests.app.reading import opened
from tui.app.browse.location import OVERVIEW, Location
from tui.app.widgets.status_bars import KeyBar
from tui.store import Store
from tui.text.language import LANGUAGES, Language

_DISPUTED = Location("statistics", "consultation-market", panel="page")
_UNDISPUTED = Location("statistics", "waiting-time", panel="page")


async def test_the_key_of_a_dispute_keeps_its_place_and_can_be_clicked(
    sample_store: Store,
) -> None:
    for size in ((80, 24), (120, 40)):
        async with opened(sample_store, size, "en", location=_UNDISPUTED) as reading:
            assert "dispute" not in reading.lines[-1]
            keys = reading.lines[-1].rstrip()
            assert not keys.endswith("│")
        async with opened(sample_store, size, "en", location=_DISPUTED) as reading:
            assert reading.lines[-1].startswith(f"{keys} │ d dispute")
            await reading.click("d dispute")
            assert reading.position.startswith("Disputes")


@pytest.mark.parametrize("section", ["statistics", "players", "gaps", "themes"])
async def test_keys_keep_their_places_from_row_to_row(sample_store: Store, section: str) -> None:
    async with opened(sample_store, (120, 40), "en", location=Location(section)) as reading:
        places = {}
        for _ in range(6):
            bar = reading.lines[-1]
            for key in ("Enter", "Esc", "/ search", ": commands", "? help", "q quit"):
                assert places.setdefault(key, bar.find(key)) == bar.find(key) >= 0
            end = bar.find("q quit") + len("q quit")
            assert (
                bar[end:].startswith((" │ d dispute ", " │ d dispute: ")) or not bar[end:].strip()
            )
            await reading.press("down")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("location", [_DISPUTED, _UNDISPUTED, Location("players")])
async def test_the_smallest_window_shows_how_to_go_back(
    sample_store: Store, location: Location, language: Language
) -> None:
    async with opened(sample_store, (40, 12), language, location=location) as reading:
        for key in (" Esc ", " : ", " ? ", " q "):
            assert key in reading.lines[-1]


@pytest.mark.parametrize("width", range(60, 140, 10))
async def test_every_bar_says_how_to_go_back_and_to_leave(sample_store: Store, width: int) -> None:
    for location in (_UNDISPUTED, Location("players"), Location(OVERVIEW, panel="page")):
        async with opened(sample_store, (width, 24), "en", location=location) as reading:
            is_first = location.section == OVERVIEW  # no page is before it
            assert ("Esc back" in reading.lines[-1]) != is_first
            for key in (": commands", "? help", "q quit"):
                assert key in reading.lines[-1]


async def test_section_bar_and_input_boxes_show_their_own_keys(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), "en", location=Location("players")) as reading:
        await reading.press("t")
        typed = "Type words │ Enter apply  Esc clear  ↑↓ choose  Tab page │ Ctrl+P commands"
        assert reading.message == typed
        await reading.press("escape", "slash")
        typed = "Type a query │ Enter open  Esc back  ↑↓ choose  Tab page │ Ctrl+P commands"
        assert reading.message == f"{typed} │ ↑ on the first: earlier query"
        await reading.click("Ctrl+P commands")
        assert not reading.has_panels
        await reading.press("escape")
        await reading.press("escape", "left")
        assert reading.message.startswith("←→ section  Enter open ")
        assert "filter" not in reading.message


async def test_below_a_dialog_there_are_no_keys_of_the_panels(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), "en", location=Location("players")) as reading:
        for key in ("F", "S", "p"):
            await reading.press(key)
            assert reading.message == ""
            await reading.press("escape")
            assert "? help" in reading.message


async def test_a_page_shows_copy_and_links_a_list_its_filter_and_order(
    sample_store: Store,
) -> None:
    async with opened(sample_store, (80, 24), "en", location=_UNDISPUTED) as reading:
        page = reading.lines[-1]
        assert "y copy" in page
        assert "g links" in page
        assert "filter" not in page
        assert "s sort" not in page
        await reading.press("left")
        assert reading.lines[-1].startswith(" Enter open ")
        assert "F filter" in reading.lines[-1]
        assert "s sort" in reading.lines[-1]


async def test_the_answer_takes_the_lines_it_needs(sample_store: Store) -> None:
    async with opened(
        sample_store, (120, 40), location=Location(OVERVIEW, panel="page")
    ) as reading:
        await reading.press("slash", *"zzzzzz")
        low = reading.app.screen.query_one("#answer").size.height
        await reading.press(*["backspace"] * 6, *"chufang 2023")
        card = reading.app.screen.query_one("#answer")
        assert low < card.size.height <= 11
        last = reading.lines[card.region.bottom - 2]
        assert last.strip("│ ")  # no empty line above the frame


async def test_the_smallest_window_shows_the_answer(sample_store: Store) -> None:
    async with opened(sample_store, (40, 12), "en", location=Location("search")) as reading:
        await reading.press("slash", *"consultation market 2022")
        assert "CNY 10 billion" in reading.text


async def test_a_message_gives_its_place_back_to_the_keys(
    sample_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[object] = []
    show = KeyBar.show_message
    monkeypatch.setattr("tui.app.message_timer.MESSAGE_SECONDS", 0.1)
    monkeypatch.setattr(
        KeyBar, "show_message", lambda bar, text: (shown.append(text), show(bar, text))
    )
    async with opened(sample_store, (80, 24), "en", location=_UNDISPUTED) as reading:
        await reading.press("d")
        deadline = time.monotonic() + 60
        while "q quit" not in reading.lines[-1]:
            assert time.monotonic() < deadline
            await reading.settle()
        assert [each for each in shown if each]
        assert reading.app.controller.state.key_bar.message is None


async def test_a_message_keeps_the_keys_that_still_fit(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), "en", location=_UNDISPUTED) as reading:
        await reading.press("right")
        message, *keys = reading.lines[-1].strip().split(" │ ")
        assert message.startswith("no panel on the right")
        assert "q quit" in keys[-1]
        await reading.click("/ search")
        assert "no panel on the right" not in reading.message


@pytest.mark.parametrize(
    ("language", "select", "follow"),
    [("en", "Enter link ", "Enter open "), ("zh", "回车 选择 ", "回车 打开 ")],
)
async def test_the_bar_says_what_enter_does(
    sample_store: Store, language: Language, select: str, follow: str
) -> None:
    async with opened(sample_store, (120, 40), language, location=Location("players")) as reading:
        assert follow in reading.lines[-1]
        await reading.press("enter")
        assert select in reading.lines[-1]
        await reading.press("enter")  # selects the first link
        assert follow in reading.lines[-1]
        await reading.press("end")  # where no link is selected
        assert select in reading.lines[-1]
        await reading.press("o")  # a card is always selected
        assert follow in reading.lines[-1]


async def test_the_bar_says_how_to_leave_the_zoom(sample_store: Store) -> None:
    async with opened(sample_store, (160, 40), "en", location=Location("players")) as reading:
        assert "z zoom " in reading.lines[-1]
        for _ in range(2):  # in the list, and on the page
            await reading.press("z")
            await reading.resize(120, 40)
            assert "z restore " in reading.lines[-1]
            await reading.resize(160, 40)
            await reading.click("z restore")
            assert "z zoom " in reading.lines[-1]
            await reading.press("enter")
