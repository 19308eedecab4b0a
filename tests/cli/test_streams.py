"""Standard streams that are closed, full or left: no traceback, no noise, the right exit code."""

from __future__ import annotations

import os
import subprocess

import pytest

from tests.cli.command import COMMAND, Medbrief


@pytest.mark.parametrize("words", ["list", "list --json", "show jd-health", "find 医保", ""])
def test_a_reader_that_leaves_early_is_no_mistake(medbrief: Medbrief, words: str) -> None:
    answer = medbrief.in_shell(f"medbrief {words} | head -1")
    assert answer.stderr == b""
    assert answer.stdout.count(b"\n") == 1


def test_a_reader_that_never_reads_is_no_mistake(medbrief: Medbrief) -> None:
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
def test_no_standard_input_is_needed(medbrief: Medbrief, words: str) -> None:
    closed = medbrief.in_shell(f"medbrief {words} <&-")
    assert closed == medbrief.in_shell(f"medbrief {words}")
    assert closed.code == 0


@pytest.mark.parametrize(
    ("words", "code"), [("list", 0), ("find 医保", 0), ("", 0), ("find zzzzzz", 1)]
)
def test_without_standard_output_the_exit_code_still_tells(
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
def test_without_standard_error_the_exit_code_still_tells(
    medbrief: Medbrief, words: str, code: int
) -> None:
    answer = medbrief.in_shell(f"medbrief {words} 2>&-")
    assert answer.code == code
    assert (answer.stdout == b"") is (code != 0)


@pytest.mark.parametrize("words", ["list", "list --json", "show jd-health", "find 医保", ""])
def test_a_full_disk_is_said_in_one_line(medbrief: Medbrief, words: str) -> None:
    answer = medbrief.in_shell(f"medbrief {words} >/dev/full")
    assert answer.code == 74  # EX_IOERR of sysexits.h
    assert answer.message == "medbrief: the answer cannot be written: No space left on device\n"


def test_a_full_standard_error_takes_nothing_from_the_exit_code(medbrief: Medbrief) -> None:
    assert medbrief.in_shell("medbrief find zzzzzz 2>/dev/full").code == 1


def test_without_any_stream_it_ends_quietly(medbrief: Medbrief) -> None:
    assert medbrief.in_shell("medbrief list <&- >&- 2>&-").code == 0


def test_a_cache_that_cannot_be_written_is_done_without(medbrief: Medbrief) -> None:
    answer = medbrief("sources", XDG_CACHE_HOME="/dev/null/nowhere")
    assert answer == medbrief("sources")
    assert answer.code == 0


def test_without_home_and_cache_it_works_too(medbrief: Medbrief) -> None:
    answer = medbrief("sources", without="HOME")
    assert (answer.code, answer.stderr) == (0, b"")
