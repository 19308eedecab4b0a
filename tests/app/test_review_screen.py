"""The review in a running app: layout in three sizes, keys, dialogs, mouse."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.app.idle import run_app
from tests.app.reading import Reading
from tests.edit.grown_sample import grow, open_session
from tests.golden import check_golden
from tui.app.review.review_app import ReviewApp
from tui.app.review.review_controller import ReviewController
from tui.text.language import Language

_GOLDEN = Path(__file__).parent / "golden" / "review"


@asynccontextmanager
async def _review(
    content: Path, size: tuple[int, int], language: Language = "en"
) -> AsyncIterator[Reading]:
    grow(content)
    app = ReviewApp(ReviewController(open_session(content), language))
    async with run_app(app, size) as pilot:
        yield Reading(app, pilot)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("size", "language"),
    [((80, 24), "zh"), ((80, 24), "en"), ((120, 40), "en"), ((120, 40), "zh"), ((200, 60), "en")],
    ids=str,
)
async def test_the_panels_match_their_golden(
    sample_copy: Path, size: tuple[int, int], language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample_copy.parent)  # paths are relative to the working directory
    async with _review(sample_copy, size, language) as reading:
        path = _GOLDEN / f"review-{size[0]}x{size[1]}-{language}.txt"
        check_golden(path, f"{reading.text}\n")


async def test_one_panel_at_a_time_and_back(sample_copy: Path) -> None:
    async with _review(sample_copy, (80, 24)) as reading:
        await reading.press("tab")
        assert "Resulting record" in reading.text
        assert "Queue" not in reading.text
        await reading.press("tab")
        assert "line 8" in reading.text
        await reading.press("escape")
        assert "Queue" in reading.text
        await reading.resize(120, 40)
        for title in ("Original", "Queue", "Resulting record"):
            assert title in reading.text


async def test_a_day_of_decisions(sample_copy: Path) -> None:
    async with _review(sample_copy, (120, 40)) as reading:
        await reading.press("a")
        assert reading.message.startswith("wrote ")
        await reading.press("j")
        assert "a add" in reading.message
        await reading.press("n")
        await reading.type("a plan")
        await reading.press("enter")
        assert reading.message == "candidate 17: rejected"
        await reading.press("u", "u")
        assert reading.message == "undone"
        await reading.press("up", "z", "z", "Q")
        assert "Q has no function" in reading.message


async def test_the_record_is_completed_from_a_list(sample_copy: Path) -> None:
    async with _review(sample_copy, (100, 30)) as reading:
        await reading.press("m")
        await reading.type("night")
        assert "night-market" in reading.text
        assert "changle-health" not in reading.text
        await reading.press("tab", "enter")
        assert reading.message == "a adds it to night-market"
        await reading.press("m")
        await reading.type("zzz")
        assert "no record matches" in reading.text
        await reading.press("enter", "escape")
        assert "Queue" in reading.text


async def test_keys_typed_ahead_act_one_after_the_other(sample_copy: Path) -> None:
    async with _review(sample_copy, (120, 40)) as reading:
        await reading.chunk("s", "s", "n", "x", "y", "enter", "s")
        assert "4 open" in reading.text
        assert "candidate 18: skipped" in reading.message


async def test_filter_help_and_mouse(sample_copy: Path) -> None:
    async with _review(sample_copy, (120, 40)) as reading:
        await reading.press("slash")
        await reading.type("18%")
        await reading.press("enter")
        assert "filter: 18%" in reading.lines[0]
        await reading.press("escape", "question_mark")
        assert "Review of a source" in reading.text
        await reading.press("escape")
        await reading.click("150亿元        2024")
        assert "17/24" in reading.lines[0]
        await reading.click("s skip")
        assert "candidate 15: skipped" in reading.message


async def test_a_small_window_says_so(sample_copy: Path) -> None:
    async with _review(sample_copy, (30, 10)) as reading:
        assert "too small" in reading.text
