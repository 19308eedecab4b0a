"""Keys from the config: they work on every screen and are shown wherever keys are shown."""

from __future__ import annotations

import pytest
from textual.keys import _character_to_key

from tests.app.reading import opened
from tui.app.browse.location import Location
from tui.app.browse.user_session import UserSession
from tui.app.commands import COMMANDS
from tui.app.keymap import Keymap, actions, textual_name
from tui.config import Config
from tui.config.effective_keys import configurable_keys, effective_keys
from tui.config.key_bindings import CHARACTER_KEYS, parse_key_table
from tui.store import Store


def _session(**keys: tuple[str, ...]) -> UserSession:
    chosen, faults = parse_key_table({name: list(keys) for name, keys in keys.items()}, actions())
    assert not faults
    return UserSession(None, Config("", keys=chosen))


async def test_a_configured_key_replaces_the_default_key(sample_store: Store) -> None:
    session = _session(open_search=("a", ","), open_help=("h",))
    async with opened(sample_store, (120, 40), "en", session=session) as reading:
        assert "a search" in reading.message
        assert "h help" in reading.message
        await reading.press("slash")
        assert "Results" not in reading.position
        await reading.press("a")
        assert "Results" in reading.position
        await reading.type("ah,")  # letters, where one types
        assert reading.app.screen.panels.search_box.value == "ah,"  # type: ignore[attr-defined]
        await reading.press("escape", "comma")
        assert "Results" in reading.position


async def test_help_and_palette_use_the_configured_keys(sample_store: Store) -> None:
    session = _session(open_help=("h",), leave=("Q",), down=("a",), go_back=("0",))
    async with opened(sample_store, (120, 60), "en", session=session) as reading:
        await reading.press("h")
        assert not reading.has_panels
        assert "\n  h " in reading.text.replace("                    ", "") or " h " in reading.text
        await reading.press("0")
        assert reading.has_panels
        await reading.press("p")
        await reading.type("a0")
        assert reading.app.screen.query_one("#palette-query").value == "a0"  # type: ignore[attr-defined]
        await reading.press("ctrl+c")
        assert reading.has_panels
        await reading.press("Q")
    assert reading.app.return_code == 0


async def test_a_digit_bound_to_a_command_goes_to_no_section(sample_store: Store) -> None:
    location = Location("statistics")
    async with opened(
        sample_store, (120, 60), "en", location=location, session=_session(go_to_overview=("3",))
    ) as reading:
        await reading.press("question_mark", "pagedown")
        assert "0 1 2 4 5 6 7 8 9" in reading.text
        await reading.press("escape", "3")
        assert reading.position == "Overview"


async def test_ctrl_c_always_exits(sample_store: Store) -> None:
    async with opened(sample_store, session=_session(leave=("Q",))) as reading:
        await reading.press("ctrl+c")
    assert reading.app.return_code == 0


@pytest.mark.parametrize("sign", CHARACTER_KEYS)
def test_sign_names_equal_those_of_textual(sign: str) -> None:
    assert textual_name(sign) == _character_to_key(sign)


def test_the_default_keys_are_a_valid_config_without_conflicts() -> None:
    usual = actions()
    chosen = {name: found for name, keys in usual.items() if (found := configurable_keys(keys))}
    assert {*usual} - {*chosen} == {"half_page_down", "half_page_up"}
    found, faults = parse_key_table({name: list(keys) for name, keys in chosen.items()}, usual)
    assert (found, faults) == (chosen, [])
    assert effective_keys(usual, chosen) == usual
    assert not Keymap(chosen).is_changed


def test_without_a_config_keys_are_those_of_the_registry() -> None:
    keymap = Keymap()
    for command in COMMANDS:
        assert keymap.textual(command.action) == command.keys
        assert keymap.shown(command, "zh") == command.shown.zh
