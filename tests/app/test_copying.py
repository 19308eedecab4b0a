"""What y copies: the figure or quote that the cursor stands on, with its citation."""

from __future__ import annotations

import re
from base64 import b64decode

import pytest

from tests.app.reading import Reading, opened
from tui.app.browse.location import SEARCH, Location
from tui.app.terminal.osc52 import MAX_BASE64_BYTES, clipboard_sequence
from tui.export.clipboard import figure_clip
from tui.store import Store
from tui.text.language import LANGUAGES, Language

_STATISTIC = Location("statistics", "market-size", panel="page")
_OSC52 = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")


async def _copied(reading: Reading) -> str:
    """The text that y sends, as it stands on the slip: without its line ends."""
    written: list[str] = []
    driver = reading.app._driver
    assert driver is not None
    before = driver.write
    driver.write = written.append  # type: ignore[method-assign]
    try:
        await reading.press("y")
    finally:
        driver.write = before  # type: ignore[method-assign]
    found = _OSC52.search("".join(written))
    assert found
    text = b64decode(found[1]).decode()
    shown = re.sub(r"\s", "", reading.text)
    assert re.sub(r"\s", "", text) in shown
    await reading.press("z")  # any key
    assert reading.has_panels
    return text


async def test_a_page_gives_its_main_answer(real_store: Store) -> None:
    async with opened(real_store, place=_STATISTIC) as reading:
        text = await _copied(reading)
    assert text.startswith(
        "互联网医疗市场规模，2022年：3,099亿元（已报告）；另有来源：2022年：3,537亿元"
    )
    assert "“互联网医疗市场规模已经达到了3099亿元”" in text
    assert text.endswith("[medbrief market-size@2022]")


async def test_in_english_it_is_english(real_store: Store) -> None:
    async with opened(real_store, (80, 24), "en", place=_STATISTIC) as reading:
        text = await _copied(reading)
    assert text.startswith("Internet-healthcare market size, 2022: CNY 309.9 billion (reported)")


async def test_a_row_gives_the_record_under_the_cursor(real_store: Store) -> None:
    async with opened(real_store, place=Location("statistics")) as reading:
        await reading.press("down")
        row = real_store.rows("statistics", "zh")[1]
        assert (await _copied(reading)).startswith(row.title.zh)


async def test_a_search_gives_the_fact_that_it_found(real_store: Store) -> None:
    async with opened(real_store, place=Location(SEARCH, panel="search")) as reading:
        await reading.type("市场规模2020")
        await reading.press("down", "up", "tab", "left")
        text = await _copied(reading)
    assert "2020年：1,961亿元" in text


async def test_the_citation_of_one_figure_gives_that_figure(real_store: Store) -> None:
    async with opened(real_store, place=_STATISTIC) as reading:
        targets = [link.target for link in reading.app.screen.panels.page.links]  # type: ignore[attr-defined]
        await reading.press(*["tab"] * (targets.index("cite:5") + 1))
        text = await _copied(reading)
    assert "1,630亿元（已报告，不采用）" in text
    assert text.endswith("[medbrief market-size@2021-10]")


async def test_a_citation_gives_the_quote_with_its_reference(real_store: Store) -> None:
    async with opened(real_store, place=_STATISTIC) as reading:
        await reading.press("3")
        text = await _copied(reading)
    assert text.startswith("“由2016年的650亿元增长至2020年”")
    assert "[EB/OL]" in text
    assert text.endswith("[medbrief market-size]")


async def test_the_overview_has_nothing_until_a_link_is_chosen(real_store: Store) -> None:
    async with opened(real_store) as reading:
        await reading.press("y")
        assert reading.said.startswith("这里没有可复制的")
        await reading.press("tab")
        assert "[medbrief " in await _copied(reading)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_can_be_copied_with_its_evidence(
    real_store: Store, language: Language
) -> None:
    for identity in real_store.identities():
        for entry in real_store.answers(identity):
            text = figure_clip(real_store, entry, language)
            assert "\n" not in text
            assert entry.answer.of(language) in text
            assert text.endswith(f"[medbrief {entry.fact or entry.id}]")
            for citation in entry.citations:
                assert " ".join(citation["exact"].split()) in text
                assert citation["url"] in text


def test_within_tmux_it_is_sent_plain_and_wrapped() -> None:
    plain = clipboard_sequence("医保", {"TERM": "xterm"})
    assert plain == "\x1b]52;c;5Yy75L+d\x07"
    for environ in ({"TMUX": "/tmp/tmux,1,0"}, {"TERM": "tmux-256color"}):
        sent = clipboard_sequence("医保", environ)
        assert sent == f"{plain}\x1bPtmux;\x1b{plain}\x1b\\"


def test_within_screen_it_is_wrapped_in_pieces_that_screen_takes() -> None:
    text = "医保" * 200
    sent = clipboard_sequence(text, {"STY": "1.pts", "TERM": "screen"})
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", sent, re.DOTALL)
    assert max(map(len, pieces)) <= 250
    assert "".join(pieces) == clipboard_sequence(text, {})


def test_what_no_terminal_takes_is_not_sent() -> None:
    assert clipboard_sequence("x" * MAX_BASE64_BYTES, {}) == ""
    assert clipboard_sequence("x" * (MAX_BASE64_BYTES // 4 * 3), {})
