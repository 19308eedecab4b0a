"""The state file: pins and settings are restored, even after damage or concurrent writes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.state import Pin, StateFile, UserState, state_file
from tui.state.codec import decode, encode
from tui.state.user_state import MAX_CLOSED_SECTIONS, MAX_DRAFTS, MAX_NOTE_LENGTH, normalize_note
from tui.text.control_characters import without_controls

_words = st.text(max_size=30)
_pins = st.lists(
    st.builds(Pin, st.text(min_size=1, max_size=20), _words, _words),
    max_size=6,
    unique_by=lambda pin: pin.id,
).map(tuple)
_states = st.builds(
    UserState,
    _pins,
    st.sampled_from(["", "zh", "en"]),
    _words,
    st.dictionaries(_words, st.one_of(_words, st.integers()), max_size=4),
    st.dictionaries(_words.map(lambda name: f"x-{name}"), _words, max_size=2),
    st.dictionaries(_words, _words, max_size=3),
    st.lists(_words, max_size=4, unique=True).map(tuple),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "medbrief" / "state.json"


@given(_states)
def test_a_state_survives_encoding_and_decoding(state: UserState) -> None:
    assert decode(encode(state)) == state


@given(_states)
def test_a_state_survives_writing_and_reading_the_file(
    tmp_path_factory: pytest.TempPathFactory, state: UserState
) -> None:
    path = tmp_path_factory.mktemp("state") / "state.json"
    StateFile(str(path)).change(lambda _: state)
    again = StateFile(str(path)).state
    assert again == decode(encode(state).encode("utf-8", "replace").decode())


@given(st.text())
def test_a_note_is_one_line_without_control_characters(note: str) -> None:
    line = normalize_note(note)
    assert line == without_controls(line)
    assert len(line.splitlines()) <= 1
    assert len(line) <= MAX_NOTE_LENGTH
    assert normalize_note(line) == line


def test_old_drafts_are_dropped() -> None:
    state = UserState()
    for number in range(MAX_DRAFTS + 3):
        state = state.with_draft(f"r{number}", "text")
    assert len(state.drafts) == MAX_DRAFTS
    assert f"r{MAX_DRAFTS + 2}" in state.drafts
    assert "r0" not in state.drafts
    assert state.with_draft("r5", "").drafts.get("r5") is None


def test_folded_sections_are_stored_once_each_and_only_so_many() -> None:
    state = UserState().with_sections(["Notes", "附注"], closed=True)
    state = state.with_sections(["Notes", "附注"], closed=True)
    assert state.closed_sections == ("Notes", "附注")
    assert state.with_sections(["附注", "Notes"], closed=False) == UserState()
    many = state.with_sections(map(str, range(MAX_CLOSED_SECTIONS)), closed=True)
    assert len(many.closed_sections) == MAX_CLOSED_SECTIONS
    assert "Notes" not in many.closed_sections


def test_no_file_is_written_before_the_first_change(path: Path) -> None:
    assert StateFile(str(path)).state == UserState()
    assert not path.parent.exists()


def test_two_instances_do_not_overwrite_each_others_pins(path: Path) -> None:
    one, other = StateFile(str(path)), StateFile(str(path))
    one.change(lambda state: state.with_pin(Pin("a")))
    other.change(lambda state: state.with_pin(Pin("b", "mine")))
    one.change(lambda state: state.with_pin(Pin("c")).without_pin("a"))
    assert [pin.id for pin in one.state.pins] == ["b", "c"]
    assert StateFile(str(path)).state.pin("b") == Pin("b", "mine")


_PINS_MANY = """
import sys
from tui.state import Pin, StateFile
for number in range(20):
    StateFile(sys.argv[1]).change(lambda state: state.with_pin(Pin(f"{sys.argv[2]}-{number}")))
"""


def test_processes_that_pin_at_the_same_time_lose_no_pin(path: Path) -> None:
    names = ("a", "b", "c", "d")
    running = [
        subprocess.Popen([sys.executable, "-c", _PINS_MANY, str(path), name]) for name in names
    ]
    assert [process.wait() for process in running] == [0] * len(names)
    pinned = {pin.id for pin in StateFile(str(path)).state.pins}
    assert pinned == {f"{name}-{number}" for name in names for number in range(20)}
    assert sorted(file.name for file in path.parent.iterdir()) == ["state.json", "state.json.lock"]


def test_only_the_owner_can_read_the_file(path: Path) -> None:
    StateFile(str(path)).change(lambda state: state.with_pin(Pin("a", "private")))
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_writing_through_a_symbolic_link_keeps_the_link(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir(parents=True)
    real = tmp_path / "dotfiles.json"
    path.symlink_to(real)
    StateFile(str(path)).change(lambda state: state.with_pin(Pin("a")))
    assert path.is_symlink()
    assert "pins" in real.read_text()


_VALID = encode(UserState((Pin("a"), Pin("b"))))
_DAMAGED = {
    "empty": b"",
    "cut short": _VALID[:40].encode(),
    "binary": bytes(range(256)),
    "a list": b"[]",
    "no version": b'{"pins": []}',
    "a version that is not a number": b'{"version": "1"}',
    "a pin without an id": b'{"version": 1, "pins": [{"note": "x"}]}',
    "a note that is not a text": b'{"version": 1, "pins": [{"id": "a", "note": 1}]}',
    "pins that are not a list": b'{"version": 1, "pins": 5}',
    "too deep": b"[" * 100_000,
}


@pytest.mark.parametrize("damage", _DAMAGED.values(), ids=_DAMAGED)
def test_a_damaged_file_is_renamed_and_the_new_name_reported(path: Path, damage: bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(damage)
    file = StateFile(str(path))
    assert file.state == UserState()
    assert file.problem is not None
    assert "state.json.damaged" in file.problem.zh
    assert "state.json.damaged" in file.problem.en
    assert path.with_name("state.json.damaged").read_bytes() == damage
    file.change(lambda state: state.with_pin(Pin("new")))
    assert StateFile(str(path)).state.pins == (Pin("new"),)


def test_an_earlier_damaged_file_is_not_overwritten(path: Path) -> None:
    path.parent.mkdir(parents=True)
    for damage in ("one", "two"):
        path.write_text(damage)
        StateFile(str(path))
    renamed = [path.with_name(f"state.json.damaged{number}") for number in ("", "-2")]
    assert [file.read_text() for file in renamed] == ["one", "two"]


def test_a_file_damaged_while_running_loses_no_pin_of_this_session(path: Path) -> None:
    file = StateFile(str(path))
    file.change(lambda state: state.with_pin(Pin("a")))
    path.write_text("{")
    file.change(lambda state: state.with_pin(Pin("b")))
    assert [pin.id for pin in StateFile(str(path)).state.pins] == ["a", "b"]


def test_the_file_of_a_newer_version_is_not_changed(path: Path) -> None:
    path.parent.mkdir(parents=True)
    newer = json.dumps({"version": 2, "pins": {"a": "otherwise"}})
    path.write_text(newer)
    file = StateFile(str(path))
    file.change(lambda state: state.with_pin(Pin("b")))
    assert file.state.pin("b")
    assert file.problem is not None
    assert path.read_text() == newer
    assert len(list(path.parent.iterdir())) == 1


def test_unknown_fields_are_stored_unchanged(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text('{"version": 1, "columns": {"wide": [1, 2]}}')
    StateFile(str(path)).change(lambda state: state.with_pin(Pin("a")))
    assert json.loads(path.read_text())["columns"] == {"wide": [1, 2]}


_AS_ROOT = os.geteuid() == 0


def test_pins_last_for_the_session_if_nothing_can_be_written(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("not a folder")  # like a read-only home folder, also for root
    file = StateFile(str(home / "medbrief" / "state.json"))
    file.change(lambda state: state.with_pin(Pin("a")))
    file.change(lambda state: state.with_pin(Pin("b")))
    assert [pin.id for pin in file.state.pins] == ["a", "b"]
    assert file.problem is not None


@pytest.mark.skipif(_AS_ROOT, reason="root can write read-only folders")
def test_pins_last_for_the_session_in_a_read_only_folder(path: Path) -> None:
    StateFile(str(path)).change(lambda state: state.with_pin(Pin("a")))
    path.parent.chmod(0o500)
    try:
        file = StateFile(str(path))
        file.change(lambda state: state.with_pin(Pin("b")))
        assert [pin.id for pin in file.state.pins] == ["a", "b"]
        assert file.problem is not None
    finally:
        path.parent.chmod(0o700)


def test_a_full_disk_leaves_the_old_file_unchanged(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = StateFile(str(path))
    file.change(lambda state: state.with_pin(Pin("a")))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    file.change(lambda state: state.with_pin(Pin("b")))
    assert [pin.id for pin in file.state.pins] == ["a", "b"]
    assert file.problem is not None
    assert "No space left" in file.problem.en
    assert StateFile(str(path)).state.pins == (Pin("a"),)
    assert sorted(found.name for found in path.parent.iterdir()) == [
        "state.json",
        "state.json.lock",
    ]


@pytest.mark.parametrize("kind", ["pipe", "folder"])
def test_a_path_that_is_not_a_file_is_not_changed(path: Path, kind: str) -> None:
    path.parent.mkdir(parents=True)
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    file = StateFile(str(path))
    file.change(lambda state: state.with_pin(Pin("a")))
    assert file.state.pin("a")
    assert file.problem is not None
    assert not path.is_file()


def test_the_file_is_in_the_xdg_state_folder(tmp_path: Path) -> None:
    file = state_file({"HOME": str(tmp_path)})
    assert file is not None
    assert file.path == str(tmp_path / ".local" / "state" / "medbrief" / "state.json")
    file = state_file({"HOME": str(tmp_path), "XDG_STATE_HOME": "/else/where"})
    assert file is not None
    assert file.path == "/else/where/medbrief/state.json"


@pytest.mark.parametrize("word", ["off", "OFF", "0", "no"])
def test_the_environment_can_disable_the_state_file(word: str) -> None:
    assert state_file({"HOME": "/", "MEDBRIEF_STATE": word}) is None
