"""What a reader keeps comes back, whatever happens to the file in between."""

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
from tui.state.user_state import LONGEST_NOTE, normalize_note

_words = st.text(max_size=30)
_pins = st.lists(
    st.builds(Pin, st.text(min_size=1, max_size=20), _words, _words),
    max_size=6,
    unique_by=lambda pin: pin.id,
).map(tuple)
_kept = st.builds(
    UserState,
    _pins,
    st.sampled_from(["", "zh", "en"]),
    _words,
    st.dictionaries(_words, st.one_of(_words, st.integers()), max_size=4),
    st.booleans(),
    st.dictionaries(_words.map(lambda name: f"x-{name}"), _words, max_size=2),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "medbrief" / "state.json"


@given(_kept)
def test_whatever_is_kept_comes_back(kept: UserState) -> None:
    assert decode(encode(kept)) == kept


@given(_kept)
def test_it_also_comes_back_from_the_file(
    tmp_path_factory: pytest.TempPathFactory, kept: UserState
) -> None:
    path = tmp_path_factory.mktemp("kept") / "state.json"
    StateFile(str(path)).change(lambda _: kept)
    again = StateFile(str(path)).kept
    assert again == decode(encode(kept).encode("utf-8", "replace").decode())


@given(st.text())
def test_a_note_is_one_visible_line(note: str) -> None:
    line = normalize_note(note)
    assert not line or line.isprintable()
    assert len(line) <= LONGEST_NOTE
    assert normalize_note(line) == line


def test_nothing_is_written_until_something_is_kept(path: Path) -> None:
    assert StateFile(str(path)).kept == UserState()
    assert not path.parent.exists()


def test_two_instances_lose_none_of_each_others_pins(path: Path) -> None:
    one, other = StateFile(str(path)), StateFile(str(path))
    one.change(lambda kept: kept.pinned(Pin("a")))
    other.change(lambda kept: kept.pinned(Pin("b", "mine")))
    one.change(lambda kept: kept.pinned(Pin("c")).unpinned("a"))
    assert [pin.id for pin in one.kept.pins] == ["b", "c"]
    assert StateFile(str(path)).kept.pin("b") == Pin("b", "mine")


_PINS_MANY = """
import sys
from tui.state import Pin, StateFile
for number in range(20):
    StateFile(sys.argv[1]).change(lambda kept: kept.pinned(Pin(f"{sys.argv[2]}-{number}")))
"""


def test_processes_that_pin_at_the_same_time_lose_nothing(path: Path) -> None:
    names = ("a", "b", "c", "d")
    running = [
        subprocess.Popen([sys.executable, "-c", _PINS_MANY, str(path), name]) for name in names
    ]
    assert [process.wait() for process in running] == [0] * len(names)
    kept = {pin.id for pin in StateFile(str(path)).kept.pins}
    assert kept == {f"{name}-{number}" for name in names for number in range(20)}
    assert sorted(file.name for file in path.parent.iterdir()) == ["state.json", "state.json.lock"]


def test_a_note_may_be_read_by_its_writer_alone(path: Path) -> None:
    StateFile(str(path)).change(lambda kept: kept.pinned(Pin("a", "private")))
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_a_link_to_the_file_stays_a_link(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir(parents=True)
    real = tmp_path / "dotfiles.json"
    path.symlink_to(real)
    StateFile(str(path)).change(lambda kept: kept.pinned(Pin("a")))
    assert path.is_symlink()
    assert "pins" in real.read_text()


_WHOLE = encode(UserState((Pin("a"), Pin("b"))))
_DAMAGED = {
    "empty": b"",
    "cut short": _WHOLE[:40].encode(),
    "binary": bytes(range(256)),
    "a list": b"[]",
    "no version": b'{"pins": []}',
    "a version that is no number": b'{"version": "1"}',
    "a pin without an id": b'{"version": 1, "pins": [{"note": "x"}]}',
    "a note that is no text": b'{"version": 1, "pins": [{"id": "a", "note": 1}]}',
    "pins that are none": b'{"version": 1, "pins": 5}',
    "too deep": b"[" * 100_000,
}


@pytest.mark.parametrize("damage", _DAMAGED.values(), ids=_DAMAGED)
def test_a_damaged_file_is_set_aside_and_named(path: Path, damage: bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(damage)
    file = StateFile(str(path))
    assert file.kept == UserState()
    assert file.trouble is not None
    assert "state.json.damaged" in file.trouble.zh
    assert "state.json.damaged" in file.trouble.en
    assert path.with_name("state.json.damaged").read_bytes() == damage
    file.change(lambda kept: kept.pinned(Pin("new")))
    assert StateFile(str(path)).kept.pins == (Pin("new"),)


def test_what_was_set_aside_before_is_not_overwritten(path: Path) -> None:
    path.parent.mkdir(parents=True)
    for damage in ("one", "two"):
        path.write_text(damage)
        StateFile(str(path))
    aside = [path.with_name(f"state.json.damaged{number}") for number in ("", "-2")]
    assert [file.read_text() for file in aside] == ["one", "two"]


def test_a_file_damaged_meanwhile_costs_no_pin_of_this_sitting(path: Path) -> None:
    file = StateFile(str(path))
    file.change(lambda kept: kept.pinned(Pin("a")))
    path.write_text("{")
    file.change(lambda kept: kept.pinned(Pin("b")))
    assert [pin.id for pin in StateFile(str(path)).kept.pins] == ["a", "b"]


def test_the_file_of_a_newer_version_is_left_alone(path: Path) -> None:
    path.parent.mkdir(parents=True)
    newer = json.dumps({"version": 2, "pins": {"a": "otherwise"}})
    path.write_text(newer)
    file = StateFile(str(path))
    file.change(lambda kept: kept.pinned(Pin("b")))
    assert file.kept.pin("b")
    assert file.trouble is not None
    assert path.read_text() == newer
    assert len(list(path.parent.iterdir())) == 1


def test_fields_of_others_are_kept_for_them(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text('{"version": 1, "columns": {"wide": [1, 2]}}')
    StateFile(str(path)).change(lambda kept: kept.pinned(Pin("a")))
    assert json.loads(path.read_text())["columns"] == {"wide": [1, 2]}


_AS_ROOT = os.geteuid() == 0


def test_where_nothing_can_be_written_pins_last_for_the_sitting(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("no folder")  # as good as a read-only home, for root as well
    file = StateFile(str(home / "medbrief" / "state.json"))
    file.change(lambda kept: kept.pinned(Pin("a")))
    file.change(lambda kept: kept.pinned(Pin("b")))
    assert [pin.id for pin in file.kept.pins] == ["a", "b"]
    assert file.trouble is not None


@pytest.mark.skipif(_AS_ROOT, reason="nothing is read-only to root")
def test_a_read_only_folder_is_no_failure(path: Path) -> None:
    StateFile(str(path)).change(lambda kept: kept.pinned(Pin("a")))
    path.parent.chmod(0o500)
    try:
        file = StateFile(str(path))
        file.change(lambda kept: kept.pinned(Pin("b")))
        assert [pin.id for pin in file.kept.pins] == ["a", "b"]
        assert file.trouble is not None
    finally:
        path.parent.chmod(0o700)


def test_a_full_disk_leaves_the_old_file_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = StateFile(str(path))
    file.change(lambda kept: kept.pinned(Pin("a")))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    file.change(lambda kept: kept.pinned(Pin("b")))
    assert [pin.id for pin in file.kept.pins] == ["a", "b"]
    assert file.trouble is not None
    assert "No space left" in file.trouble.en
    assert StateFile(str(path)).kept.pins == (Pin("a"),)
    assert sorted(found.name for found in path.parent.iterdir()) == [
        "state.json",
        "state.json.lock",
    ]


@pytest.mark.parametrize("kind", ["pipe", "folder"])
def test_what_is_no_file_is_neither_read_nor_touched(path: Path, kind: str) -> None:
    path.parent.mkdir(parents=True)
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    file = StateFile(str(path))
    file.change(lambda kept: kept.pinned(Pin("a")))
    assert file.kept.pin("a")
    assert file.trouble is not None
    assert not path.is_file()


def test_where_the_file_is(tmp_path: Path) -> None:
    file = state_file({"HOME": str(tmp_path)})
    assert file is not None
    assert file.path == str(tmp_path / ".local" / "state" / "medbrief" / "state.json")
    file = state_file({"HOME": str(tmp_path), "XDG_STATE_HOME": "/else/where"})
    assert file is not None
    assert file.path == "/else/where/medbrief/state.json"


@pytest.mark.parametrize("word", ["off", "OFF", "0", "no"])
def test_strangers_keep_nothing(word: str) -> None:
    assert state_file({"HOME": "/", "MEDBRIEF_STATE": word}) is None
