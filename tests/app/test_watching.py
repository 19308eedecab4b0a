"""Content edited while the app runs (``--watch``): edits and problems are shown in place."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.app.reading import Reading, opened
from tui.app.browse.location import Location
from tui.store import Store, open_store

_PATIENCE = 60.0
"""Timeout in seconds."""
_LINES = 30


@pytest.fixture
def store(environment: Mapping[str, str], sample_copy: Path) -> Iterator[Store]:
    with open_store(str(sample_copy), environment) as briefing:
        yield briefing


@asynccontextmanager
async def _watching(
    store: Store, content: Path, location: Location, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Reading]:
    async with opened(store, size, "en", location=location, watched=str(content)) as reading:
        yield reading


async def _until(reading: Reading, seen: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not seen():
        assert time.monotonic() < end, reading.text
        await asyncio.sleep(0.05)


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def _player(content: Path) -> tuple[Path, str]:
    """Return the file of a record and its English name."""
    file = sorted((content / "players").glob("*.toml"))[0]
    line = next(line for line in file.read_text(encoding="utf-8").split("\n") if "names" in line)
    return file, line.partition('en = "')[2].partition('"')[0]


async def test_an_edit_is_shown_at_the_same_location(store: Store, sample_copy: Path) -> None:
    file, name = _player(sample_copy)
    location = Location("players", file.stem, panel="page")
    async with _watching(store, sample_copy, location) as reading:
        before = reading.position
        assert name in reading.text
        _edit(file, f'en = "{name}"', f'en = "{name} Ltd"')  # the list is in the order of names
        await _until(reading, lambda: f"{name} Ltd ─" in reading.text)
        assert reading.position == before


async def test_an_edit_keeps_the_first_line_and_the_link(store: Store, sample_copy: Path) -> None:
    file, name = _player(sample_copy)
    location = Location("players", file.stem, panel="page")
    async with _watching(store, sample_copy, location, (80, 12)) as reading:
        await reading.press("tab", "tab")
        chosen, lines = reading.chosen, reading.lines[4:9]
        assert chosen
        assert reading.lines[2] != lines[0]
        _edit(file, f'en = "{name}"', 'en = "Renamed Ltd"')
        await _until(reading, lambda: "Renamed Ltd" in reading.text)
        assert reading.chosen == chosen
        assert reading.lines[4:9] == lines


async def test_a_problem_is_shown_above_the_last_valid_briefing(
    store: Store, sample_copy: Path
) -> None:
    file, name = _player(sample_copy)
    good = file.read_text(encoding="utf-8")
    location = Location("players", file.stem, panel="page")
    async with _watching(store, sample_copy, location, (100, _LINES)) as reading:
        before = reading.lines[:-2]
        file.write_text(good + "\nnonsense = \n", encoding="utf-8")
        await _until(reading, lambda: " error" in reading.lines[-2])
        line = good.count("\n") + 2
        assert reading.lines[: len(before) - 1] == before[:-1]
        await reading.press("E")
        assert f"{file.name}:{line}:" in "".join(reading.text.split())
        assert "->" in reading.text
        await reading.press("E")
        assert name in reading.text
        await reading.press("H")
        assert " error" not in reading.text

        file.write_text(good + "\nnonsense = 1\n", encoding="utf-8")
        await _until(reading, lambda: " error" in reading.lines[-2])
        file.write_text(good, encoding="utf-8")
        await _until(reading, lambda: " error" not in reading.text)
        assert reading.lines[: len(before) - 1] == before[:-1]


async def test_a_removed_record_is_replaced_by_the_adjacent_one(
    store: Store, sample_copy: Path
) -> None:
    spare = sample_copy / "gaps" / "gap-for-a-while.toml"
    template = sorted((sample_copy / "gaps").glob("*.toml"))[0].read_text(encoding="utf-8")
    async with _watching(store, sample_copy, Location("gaps")) as reading:
        count = int(reading.position.rpartition("/")[2])
        identity = template.partition('id = "')[2].partition('"')[0]
        spare.write_text(template.replace(f'"{identity}"', '"gap-for-a-while"', 1), "utf-8")
        await _until(reading, lambda: reading.position.endswith(f"/{count + 1}"))
        await reading.press("end")
        while reading.app.controller.location.record != "gap-for-a-while":
            await reading.press("up")
        spare.unlink()
        await _until(reading, lambda: reading.position.endswith(f"/{count}"))
        assert "gap-for-a-while has been removed" in reading.text
        assert reading.chosen.startswith("▌")


async def test_keys_work_while_the_content_compiles(store: Store, sample_copy: Path) -> None:
    file, name = _player(sample_copy)
    async with _watching(store, sample_copy, Location("players", panel="list")) as reading:
        _edit(file, f'en = "{name}"', 'en = "Renamed Ltd"')
        moves = 0
        while "Renamed Ltd" not in reading.text:
            await reading.press("down" if moves % 2 == 0 else "up")
            moves += 1
            assert moves < 100_000
        assert moves > 2


async def test_findings_of_the_rules_are_shown_beside_the_new_briefing(
    store: Store, sample_copy: Path
) -> None:
    file, name = _player(sample_copy)
    location = Location("players", file.stem, panel="page")
    async with _watching(store, sample_copy, location, (100, _LINES)) as reading:
        _edit(file, f'en = "{name}"', 'en = "Renamed  Ltd"')
        await _until(reading, lambda: " finding" in reading.lines[-2])
        assert "Renamed  Ltd" in reading.text
        _edit(file, 'en = "Renamed  Ltd"', f'en = "{name}"')
        await _until(reading, lambda: " finding" not in reading.text)
