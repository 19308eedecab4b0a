"""Sections of a page that are folded away: on every page, in both languages, in later sessions."""

from __future__ import annotations

from pathlib import Path

from tests.app.controller.keyboard import Keyboard
from tui.app.browse.location import Location
from tui.app.browse.user_session import UserSession
from tui.state import StateFile
from tui.store import Store

_PAGE = Location("statistics", "consultation-market", panel="page")
_OTHER = Location("statistics", "e-prescriptions", panel="page")


def _session(tmp_path: Path) -> UserSession:
    return UserSession(StateFile(str(tmp_path / "state.json")))


def test_a_folded_section_stays_folded_on_other_pages_and_in_the_other_language(
    sample_store: Store,
) -> None:
    keyboard = Keyboard(sample_store, _PAGE)
    keyboard.follow("fold:数据")
    assert "▸ 数据" in keyboard.page
    keyboard.press("L")
    assert "▸ Figures" in keyboard.page
    keyboard.follow("record:e-prescriptions")
    assert "▸ Figures" in keyboard.page
    keyboard.follow("fold:Figures")
    keyboard.press("L")
    assert "▸ 数据" not in keyboard.page


def test_folded_sections_are_kept_for_the_next_session(sample_store: Store, tmp_path: Path) -> None:
    keyboard = Keyboard(sample_store, _PAGE, session=_session(tmp_path))
    keyboard.press("Z")
    folded = keyboard.page
    again = Keyboard(sample_store, _PAGE, session=_session(tmp_path))
    assert again.page == folded
    again.press("Z")
    assert "▸" not in again.page
    assert not _session(tmp_path).closed_sections
