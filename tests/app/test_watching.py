"""Content edited while it is read: shown at the same place, mistakes told and taken back."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.app.reading import Reading, opened
from tui.app.browse.location import Location
from tui.store import Store, open_store

_PATIENCE = 60.0
"""Seconds after which nothing more is expected: an upper bound, not a measure."""
_LINES = 30


@pytest.fixture
def store(environment: Mapping[str, str], sample_copy: Path) -> Store:
    return open_store(str(sample_copy), environment)


@asynccontextmanager
async def _watching(
    store: Store, content: Path, place: Location, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Reading]:
    async with opened(store, size, "en", place=place, watched=str(content)) as reading:
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
    """A record's file and its English name."""
    file = sorted((content / "players").glob("*.toml"))[0]
    line = next(line for line in file.read_text(encoding="utf-8").split("\n") if "names" in line)
    return file, line.partition('en = "')[2].partition('"')[0]


async def test_an_edit_is_seen_at_the_same_place(store: Store, sample_copy: Path) -> None:
    file, name = _player(sample_copy)
    place = Location("players", file.stem, panel="page")
    async with _watching(store, sample_copy, place) as reading:
        before = reading.place
        assert name in reading.text
        _edit(file, f'en = "{name}"', 'en = "Renamed Ltd"')
        await _until(reading, lambda: "Renamed Ltd  " in reading.text)
        assert reading.place == before


async def test_the_line_at_the_top_and_the_link_are_kept(store: Store, sample_copy: Path) -> None:
    file, name = _player(sample_copy)
    place = Location("players", file.stem, panel="page")
    async with _watching(store, sample_copy, place, (80, 12)) as reading:
        await reading.press("tab", "tab")
        chosen, lines = reading.chosen, reading.lines[4:9]
        assert chosen
        assert reading.lines[2] != lines[0]
        _edit(file, f'en = "{name}"', 'en = "Renamed Ltd"')
        await _until(reading, lambda: "Renamed Ltd" in reading.text)
        assert reading.chosen == chosen
        assert reading.lines[4:9] == lines


async def test_a_mistake_is_told_and_the_briefing_before_it_stays(
    store: Store, sample_copy: Path
) -> None:
    file, name = _player(sample_copy)
    good = file.read_text(encoding="utf-8")
    place = Location("players", file.stem, panel="page")
    async with _watching(store, sample_copy, place, (100, _LINES)) as reading:
        before = reading.lines[:-2]
        file.write_text(good + "\nnonsense = \n", encoding="utf-8")
        await _until(reading, lambda: "mistake(s)" in reading.lines[-2])
        line = good.count("\n") + 2
        assert reading.lines[: len(before) - 1] == before[:-1]
        await reading.press("E")
        assert f"{file.name}:{line}:" in "".join(reading.text.split())
        assert "->" in reading.text
        await reading.press("E")
        assert name in reading.text
        await reading.press("H")
        assert "mistake(s)" not in reading.text

        file.write_text(good + "\nnonsense = 1\n", encoding="utf-8")
        await _until(reading, lambda: "mistake(s)" in reading.lines[-2])
        file.write_text(good, encoding="utf-8")
        await _until(reading, lambda: "mistake(s)" not in reading.text)
        assert reading.lines[: len(before) - 1] == before[:-1]


async def test_a_record_that_is_removed_gives_way_to_its_neighbour(
    store: Store, sample_copy: Path
) -> None:
    spare = sample_copy / "gaps" / "gap-for-a-while.toml"
    template = sorted((sample_copy / "gaps").glob("*.toml"))[0].read_text(encoding="utf-8")
    async with _watching(store, sample_copy, Location("gaps")) as reading:
        count = int(reading.place.rpartition("/")[2])
        identity = template.partition('id = "')[2].partition('"')[0]
        spare.write_text(template.replace(f'"{identity}"', '"gap-for-a-while"', 1), "utf-8")
        await _until(reading, lambda: reading.place.endswith(f"/{count + 1}"))
        await reading.press("end")
        while reading.app.controller.location.record != "gap-for-a-while":
            await reading.press("up")
        spare.unlink()
        await _until(reading, lambda: reading.place.endswith(f"/{count}"))
        assert "gap-for-a-while has been removed" in reading.text
        assert reading.chosen.startswith("›")


async def test_keys_are_answered_while_it_compiles(store: Store, sample_copy: Path) -> None:
    file, name = _player(sample_copy)
    async with _watching(store, sample_copy, Location("players", panel="list")) as reading:
        _edit(file, f'en = "{name}"', 'en = "Renamed Ltd"')
        moves = 0
        while "Renamed Ltd" not in reading.text:
            await reading.press("down" if moves % 2 == 0 else "up")
            moves += 1
            assert moves < 100_000
        assert moves > 2
