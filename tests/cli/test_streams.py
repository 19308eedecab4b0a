"""Standard streams that are closed, full or abandoned: no traceback, the right exit code."""

from __future__ import annotations

import array
import fcntl
import json
import os
import select
import subprocess
import termios
from contextlib import suppress
from pathlib import Path

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


_CLOSED = "medbrief: error: cannot write the output: it is closed\n"


@pytest.mark.parametrize(
    "words",
    [
        "list",
        "",
        "--version",
        "export --all",
        "find 市场规模 2022",
        "show qinghe-health",
        "timeline",
        "compare qinghe-health changle-health",
        "disagreements",
        "cite consultation-market --style bibtex",
        "help find",
    ],
)
def test_a_closed_standard_output_is_an_output_error(medbrief: Medbrief, words: str) -> None:
    answer = medbrief.in_shell(f"medbrief {words} >&-")
    assert (answer.code, answer.message) == (74, _CLOSED)


def test_a_closed_standard_output_is_named_in_chinese(medbrief: Medbrief) -> None:
    answer = medbrief.in_shell("medbrief find 市场规模 --lang zh >&-")
    assert (answer.code, answer.message) == (74, "medbrief: 错误：无法写入结果：输出已关闭\n")


@pytest.mark.parametrize("words", ["find 市场规模", "find zzzzzz", "list"])
def test_with_json_a_closed_standard_output_is_an_error_object(
    medbrief: Medbrief, words: str
) -> None:
    # Where nothing is found, the empty array cannot be written either.
    answer = medbrief.in_shell(f"medbrief {words} --json >&-")
    assert answer.code == 74
    assert answer.message.count("\n") == 1
    error = json.loads(answer.message)
    assert (error["error"], error["exit_code"]) == ("output", 74)
    assert error["message"] == "cannot write the output: it is closed"


def test_nothing_to_write_needs_no_standard_output(medbrief: Medbrief, tmp_path: Path) -> None:
    assert medbrief.in_shell("medbrief find zzzzzz >&-").code == 1
    answer = medbrief.in_shell(f"medbrief list -o {tmp_path}/list <&- >&- 2>&-")
    assert answer.code == 0
    assert (tmp_path / "list").read_bytes() == medbrief("list").stdout


def test_a_file_never_takes_the_place_of_a_closed_stream(
    medbrief: Medbrief, tmp_path: Path
) -> None:
    # The descriptors of closed streams would be those of the next opened files.
    script = f"medbrief list -o {tmp_path}/list >&-; medbrief sources -o /dev/stdout >&-"
    answer = medbrief.in_shell(script)
    message = "medbrief: error: cannot write /dev/stdout: it is closed\n"
    assert (answer.code, answer.message) == (74, message)
    assert (tmp_path / "list").read_bytes() == medbrief("list").stdout


@pytest.mark.parametrize(
    ("words", "unbuffered"),
    [
        ("list --json", "1"),
        ("list -o /dev/stdout", ""),
        ("export --all --format html", ""),
        ("help --man", ""),
    ],
)
def test_a_slow_reader_of_a_non_blocking_pipe_gets_everything(
    medbrief: Medbrief, words: str, unbuffered: str
) -> None:
    # Another process that has the same pipe or terminal open may have made it non-blocking.
    reading, writing = os.pipe()
    try:
        size = fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
    except (AttributeError, OSError):
        pytest.skip("the size of a pipe cannot be set")
    os.set_blocking(writing, False)
    process = subprocess.Popen(
        [str(COMMAND), *words.split()],
        env={**medbrief.environment, "PYTHONUNBUFFERED": unbuffered},
        stdout=writing,
        stderr=subprocess.PIPE,
    )
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        while _waiting(reading) < size and process.poll() is None:
            select.select((), (), (), 0.005)  # until the pipe is full
        written = pipe.read()
    assert (process.communicate(timeout=60)[1], process.returncode) == (b"", 0)
    assert written == medbrief(*words.removesuffix(" -o /dev/stdout").split()).stdout


def _waiting(descriptor: int) -> int:
    """Return the number of bytes in a pipe."""
    count = array.array("i", [0])
    fcntl.ioctl(descriptor, termios.FIONREAD, count)
    return count[0]


def test_a_full_non_blocking_standard_error_does_not_change_the_answer(
    medbrief: Medbrief,
) -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    with suppress(BlockingIOError):
        while True:
            os.write(writing, b"x" * 1000)
    process = subprocess.Popen(
        [str(COMMAND), "find", "zzzzzz", "--json"],
        env=dict(medbrief.environment),
        stdout=subprocess.PIPE,
        stderr=writing,
    )
    os.close(writing)
    assert process.communicate(timeout=60)[0] == b"[]\n"
    os.close(reading)
    assert process.returncode == 1


@pytest.mark.parametrize(("words", "unbuffered"), [("list --json", "1"), ("export --all", "")])
def test_a_nearly_full_disk_is_an_output_error(
    medbrief: Medbrief, tmp_path: Path, words: str, unbuffered: str
) -> None:
    # A size limit acts like a nearly full disk: write(2) accepts a part.
    script = f"ulimit -f 1; medbrief {words} 2>&1 >{tmp_path}/file | cat; exit $PIPESTATUS"
    answer = medbrief.in_shell(
        f"bash -c '{script}'", PYTHONUNBUFFERED=unbuffered, PYTHONDONTWRITEBYTECODE="1"
    )
    assert "cannot write the output: File too large" in answer.text
    assert answer.code == 74


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


@pytest.mark.parametrize(
    "words", ["list", "list --json", "show qinghe-health", "find 医保", "", "--version"]
)
def test_a_full_disk_is_an_output_error(medbrief: Medbrief, words: str) -> None:
    answer = medbrief.in_shell(f"medbrief {words} >/dev/full")
    assert answer.code == 74
    assert "cannot write the output: No space left on device" in answer.message
    assert len(answer.message.splitlines()) == 1


def test_a_full_standard_error_does_not_change_the_exit_code(medbrief: Medbrief) -> None:
    assert medbrief.in_shell("medbrief find zzzzzz 2>/dev/full").code == 1


def test_without_any_stream_the_exit_code_is_right(medbrief: Medbrief) -> None:
    assert medbrief.in_shell("medbrief list <&- >&- 2>&-").code == 74
    assert medbrief.in_shell("medbrief find zzzzzz <&- >&- 2>&-").code == 1


def test_no_writable_cache_is_needed(medbrief: Medbrief) -> None:
    answer = medbrief("sources", XDG_CACHE_HOME="/dev/null/nowhere")
    assert answer == medbrief("sources")
    assert answer.code == 0


def test_no_home_is_needed(medbrief: Medbrief) -> None:
    answer = medbrief("sources", without="HOME")
    assert (answer.code, answer.stderr) == (0, b"")
