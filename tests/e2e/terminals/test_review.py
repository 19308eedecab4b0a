"""``medbrief review`` in a terminal: the panels, the editor, the list in a pipe."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.conftest import Open
from tests.edit.grown_sample import grow

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")

_ALTERNATE = 1049


def _options(content: Path) -> tuple[str, ...]:
    originals = str(content.parent / "originals")
    return ("--content", str(content), "--originals", originals, "--lang", "en")


def test_a_figure_is_added_edited_and_undone(
    terminal: Open, sample_copy: Path, tmp_path: Path
) -> None:
    grow(sample_copy)
    record = sample_copy / "statistics" / "consultation-market.toml"
    before = record.read_bytes()
    editor = tmp_path / "vim"
    editor.write_text('#!/bin/sh\necho "# $1" >> "$2"\necho In the editor; read line\n', "utf-8")
    editor.chmod(0o755)
    options = _options(sample_copy)
    session = terminal("review", "herald-2023", *options, size=(120, 40), EDITOR=str(editor))
    session.until("Queue", "Resulting record", "? help")
    assert session.modes()[_ALTERNATE]
    session.send("a")
    session.until("wrote ", "7 open")
    added = record.read_bytes()
    assert b"value = 150" in added
    session.send("u")
    session.until("undone")
    assert record.read_bytes() == before
    session.send("a")
    session.until("wrote ")
    session.send("e")
    session.until("In the editor")
    assert not session.modes()[_ALTERNATE]
    session.send("\r")
    session.until("read again", "Queue")
    assert session.modes()[_ALTERNATE]
    assert record.read_bytes().startswith(added)
    assert record.read_bytes().splitlines()[-1].startswith(b"# +")
    session.send("j")
    session.until("? help", without="read again")
    session.send("e")
    session.until("In the editor")
    session.send("\x03")  # ends the editor alone
    session.until("read again", "Queue")
    session.send("j")
    session.until("? help", without="read again")
    session.send("q")
    assert session.until_it_ends() == 0
    assert not session.modes()[_ALTERNATE]


def test_in_a_pipe_and_with_an_option_the_candidates_are_listed(
    terminal: Open, sample_copy: Path
) -> None:
    grow(sample_copy)
    options = " ".join(_options(sample_copy))
    for line in (
        f'"$0" review herald-2023 {options} | tail -5',
        f'"$0" review herald-2023 --list {options}',
    ):
        session = terminal(shell=line, size=(100, 40))
        session.until("12个")
        session.until_it_ends()
        assert _ALTERNATE not in session.modes()


def test_an_editor_that_cannot_be_started_is_named(terminal: Open, sample_copy: Path) -> None:
    grow(sample_copy)
    session = terminal("review", "herald-2023", *_options(sample_copy), EDITOR="no-such-editor")
    session.until("Queue", "? help")
    session.send("e")
    session.until("cannot start the editor 'no-such-editor'")
    session.send("q")
    assert session.until_it_ends() == 0
