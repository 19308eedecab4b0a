"""Standard streams that are closed, full or abandoned: no traceback, the right exit code."""

from __future__ import annotations

import os
import subprocess

import pytest

from tests.cli.command import COMMAND, Medbrief


@pytest.mark.parametrize("words", ["list", "list --json", "show qinghe-health", "find 医保", ""])
def test_a_closed_pipe_is_not_an_error(medbrief: Medbrief, words: str) -> None:
    answer = medbrief.in_shell(f"medbrief {words} | head -1")
    assert answer.stderr == b""
    assert answer.stdout.count(b"\n") == 1


def test_a_pipe_that_nobody_reads_is_not_an_error(medbrief: Medbrief) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            [str(COMMAND), "list", "--json"],
            env=dict(medbrief.environment),
            stdout=pipe,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("words", ["list", "find 医保", ""])
def test_standard_input_is_not_needed(medbrief: Medbrief, words: str) -> None:
    closed = medbrief.in_shell(f"medbrief {words} <&-")
    assert closed == medbrief.in_shell(f"medbrief {words}")
    assert closed.code == 0


@pytest.mark.parametrize(
    ("words", "code"), [("list", 0), ("find 医保", 0), ("", 0), ("find zzzzzz", 1)]
)
def test_the_exit_code_does_not_depend_on_standard_output(
    medbrief: Medbrief, words: str, code: int
) -> None:
    answer = medbrief.in_shell(f"medbrief {words} >&-")
    assert answer.code == code
    assert b"Traceback" not in answer.stderr
    assert b"error" not in answer.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [("list", 0), ("find zzzzzz", 1), ("list nonsense", 2), ("--content / list", 3)],
)
def test_the_exit_code_does_not_depend_on_standard_error(
    medbrief: Medbrief, words: str, code: int
) -> None:
    answer = medbrief.in_shell(f"medbrief {words} 2>&-")
    assert answer.code == code
    assert (answer.stdout == b"") is (code != 0)


@pytest.mark.parametrize("words", ["list", "list --json", "show qinghe-health", "find 医保", ""])
def test_a_full_disk_is_an_output_error(medbrief: Medbrief, words: str) -> None:
    answer = medbrief.in_shell(f"medbrief {words} >/dev/full")
    assert answer.code == 74
    assert answer.message == "medbrief: error: cannot write the output: No space left on device\n"


def test_a_full_standard_error_does_not_change_the_exit_code(medbrief: Medbrief) -> None:
    assert medbrief.in_shell("medbrief find zzzzzz 2>/dev/full").code == 1


def test_without_any_stream_the_exit_code_is_right(medbrief: Medbrief) -> None:
    assert medbrief.in_shell("medbrief list <&- >&- 2>&-").code == 0


def test_no_writable_cache_is_needed(medbrief: Medbrief) -> None:
    answer = medbrief("sources", XDG_CACHE_HOME="/dev/null/nowhere")
    assert answer == medbrief("sources")
    assert answer.code == 0


def test_no_home_is_needed(medbrief: Medbrief) -> None:
    answer = medbrief("sources", without="HOME")
    assert (answer.code, answer.stderr) == (0, b"")
