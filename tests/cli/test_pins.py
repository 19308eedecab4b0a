"""``medbrief pins``: records pinned in the panels."""

from __future__ import annotations

from pathlib import Path

from tests.cli.command import Medbrief
from tui.state import Pin, StateFile


def _state(folder: Path, *pins: Pin) -> str:
    file = StateFile(str(folder / "medbrief" / "state.json"))
    for pin in pins:
        file.change(lambda state, pin=pin: state.with_pin(pin))  # type: ignore[misc]
    return str(folder)


def test_without_pins_a_message_explains_how_to_pin(medbrief: Medbrief, tmp_path: Path) -> None:
    answer = medbrief("pins", XDG_STATE_HOME=str(tmp_path))
    assert (answer.code, answer.stdout) == (1, b"")
    assert "press m" in answer.message
    assert list(tmp_path.iterdir()) == []


def test_pins_are_listed_with_their_notes(medbrief: Medbrief, tmp_path: Path) -> None:
    state = _state(
        tmp_path, Pin("consultation-market", "回头再核"), Pin("qinghe-health"), Pin("gone", "why")
    )
    answer = medbrief("pins", "--lang", "zh", XDG_STATE_HOME=state)
    assert answer.code == 0
    assert answer.lines[0] == "线上问诊市场规模  consultation-market"
    assert answer.lines[1].strip() == "2022年：100亿元（已公布）"
    assert answer.lines[2].strip() == "读者自己的笔记，没有出处：回头再核"
    assert "gone（本期简报里已没有这一条）：why" in answer.text


def test_pins_are_exported_as_markdown(medbrief: Medbrief, tmp_path: Path) -> None:
    state = _state(
        tmp_path, Pin("consultation-market", "*really*?"), Pin("qinghe-health"), Pin("gone")
    )
    answer = medbrief("pins", "--format", "md", XDG_STATE_HOME=state)
    assert answer.code == 0
    text = answer.text
    assert text.startswith("# Pins: ")
    assert "**Reader's own note, without a source**: \\*really\\*?" in text
    assert "| 2022 | CNY 10 billion | reported, used here |" in text
    assert "[^1]: “" in text
    assert "- gone (no longer in this briefing)" in text
    assert text.index("market size\n") < text.index("Qinghe Health\n")


def test_no_pins_are_read_when_state_is_off(medbrief: Medbrief, tmp_path: Path) -> None:
    state = _state(tmp_path, Pin("consultation-market"))
    answer = medbrief("pins", XDG_STATE_HOME=state, MEDBRIEF_STATE="off")
    assert (answer.code, answer.stdout) == (1, b"")


def test_a_damaged_state_file_is_reported_and_renamed(medbrief: Medbrief, tmp_path: Path) -> None:
    (tmp_path / "medbrief").mkdir()
    (tmp_path / "medbrief" / "state.json").write_text("{")
    answer = medbrief("pins", XDG_STATE_HOME=str(tmp_path))
    assert answer.code == 1
    assert "state.json.damaged" in answer.message


def test_other_commands_do_not_touch_the_state(medbrief: Medbrief, tmp_path: Path) -> None:
    for words in (("find", "医保"), ("list",), ("show", "qinghe-health"), ()):
        medbrief(*words, XDG_STATE_HOME=str(tmp_path))
    assert list(tmp_path.iterdir()) == []
