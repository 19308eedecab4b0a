"""The log: it never blocks, loses nothing silently, and in JSON format every line is an object."""

from __future__ import annotations

import fcntl
import json
import logging
import os
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.command import COMMAND
from tui.serve.observability.log import Log
from tui.serve.observability.standard_error import standard_error_logged

_TIMEOUT = 20.0


class Pipe:
    """A pipe of one page, and what was read from it."""

    def __init__(self) -> None:
        self.source, self.target = os.pipe()
        fcntl.fcntl(self.target, fcntl.F_SETPIPE_SZ, 4096)
        self.text = ""

    def read_until(self, condition: Callable[[str], bool]) -> None:
        deadline = time.monotonic() + _TIMEOUT
        while not condition(self.text):
            assert time.monotonic() < deadline, self.text[-500:]
            self.text += os.read(self.source, 65536).decode()


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    pipe = Pipe()
    yield pipe
    os.close(pipe.source)
    os.close(pipe.target)


@pytest.fixture
def dropped() -> list[int]:
    return []


def _reported(text: str) -> int:
    """The number of lost lines that the log itself reports."""
    events = [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]
    return sum(event["count"] for event in events if event["event"] == "log")


def test_a_pipe_that_nobody_reads_blocks_no_caller_and_lost_lines_are_counted(
    pipe: Pipe, dropped: list[int]
) -> None:
    log = Log("json", pipe.target)
    log.writer.on_dropped = dropped.append
    for number in range(300):
        log.event("test", number=number, text="x" * 10_000)
    assert sum(dropped) > 0
    pipe.read_until(lambda text: _reported(text) >= sum(dropped))
    assert _reported(pipe.text) == sum(dropped)
    log.event("test", number=9000, text="")
    pipe.read_until(lambda text: "9000" in text)
    numbers = [json.loads(line).get("number") for line in pipe.text.splitlines()]
    assert numbers.count(9000) == 1
    assert len([number for number in numbers if number is not None]) == 301 - sum(dropped)
    log.close()


def test_a_full_disk_loses_lines_that_are_counted_once_writing_works(
    tmp_path: Path, dropped: list[int]
) -> None:
    descriptor = os.open("/dev/full", os.O_WRONLY)
    log = Log("text", descriptor)
    lost = threading.Semaphore(0)
    log.writer.on_dropped = lambda count: (dropped.append(count), lost.release(count))
    for number in range(3):
        log.event("test", number=number)
    for _ in range(3):
        assert lost.acquire(timeout=_TIMEOUT)
    file = os.open(tmp_path / "log", os.O_WRONLY | os.O_CREAT)
    os.dup2(file, descriptor)
    log.event("test", number=3)
    log.close()
    lines = (tmp_path / "log").read_text().splitlines()
    assert sum(dropped) == 3
    assert lines[0].endswith('log what="lines dropped" count=3')
    assert lines[1].endswith("test number=3")
    assert len(lines) == 2
    os.close(file)
    os.close(descriptor)


def test_closing_a_blocked_log_does_not_hang(pipe: Pipe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.serve.observability.log_writer._CLOSE_TIMEOUT", 0.1)
    os.write(pipe.target, b"x" * 4096)
    log = Log("text", pipe.target)
    log.event("test")
    log.close()
    pipe.read_until(lambda text: "test" in text)


def test_a_traceback_is_one_object_in_json_and_indented_lines_in_text(pipe: Pipe) -> None:
    traceback = "Traceback:\n  File x\nValueError: a\x1b[2J"
    for log_format in ("json", "text"):
        log = Log(log_format, pipe.target)  # type: ignore[arg-type]
        log.event("error", connection=7, what="failed", traceback=traceback)
        log.close()
    pipe.read_until(lambda text: text.count("\n") == 5)
    first, second, *rest = pipe.text.splitlines()
    event = json.loads(first)
    assert (event["connection"], event["traceback"]) == (7, traceback)
    assert second.endswith(" error connection=7 what=failed")
    assert rest == ["    Traceback:", "      File x", r"    ValueError: a\x1b[2J"]


def _print_in_every_way() -> None:
    if sys.stderr:
        sys.stderr.write("from Python\n")
    os.write(2, b"from C\n")
    subprocess.run(["/bin/sh", "-c", "echo from a child >&2"], check=True)
    logging.getLogger("asyncio").error("from asyncio", exc_info=ValueError("wrong"))
    logging.getLogger("asyncssh").debug("not of interest")
    warnings.warn("from warnings", UserWarning, stacklevel=1)
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()


@pytest.mark.parametrize("log_format", ["json", "text"])
def test_everything_on_standard_error_goes_through_the_log(tmp_path: Path, log_format: str) -> None:
    script = "from tests.serve import test_log as t; t.run_in_every_way()"
    done = subprocess.run(
        [sys.executable, "-W", "always", "-c", script],
        env={**os.environ, "LOG_FORMAT": log_format},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    lines = done.stderr.splitlines()
    if log_format == "text":
        assert {"from Python", "from C", "from a child"} <= set(lines)
        return
    events = [json.loads(line) for line in lines]
    texts = [event.get("text") for event in events if event["event"] == "stderr"]
    assert {"from Python", "from C", "from a child"} <= set(texts)
    (error,) = (event for event in events if event.get("source") == "asyncio")
    assert (error["event"], error["what"]) == ("error", "from asyncio")
    assert error["traceback"].endswith("ValueError: wrong")
    assert [event for event in events if "from warnings" in str(event.get("what"))]
    assert [event for event in events if "ZeroDivisionError" in event.get("traceback", "")]
    assert "not of interest" not in done.stderr


def test_without_a_standard_error_the_log_goes_nowhere() -> None:
    code = "from tests.serve import test_log as t; t.run_in_every_way()"
    done = subprocess.run(
        ["/bin/sh", "-c", f"exec '{sys.executable}' -c '{code}' 2>&-"],
        env={**os.environ, "LOG_FORMAT": "text"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, b"")


def run_in_every_way() -> None:
    """Run in a process of its own: it replaces descriptor 2."""
    with standard_error_logged(os.environ["LOG_FORMAT"]):  # type: ignore[arg-type]
        _print_in_every_way()


def test_errors_at_the_start_are_json_too(tmp_path: Path) -> None:
    (tmp_path / "medbrief").mkdir()
    (tmp_path / "medbrief" / "config.toml").write_text("langage = 'zh'\n")
    options = ["--lang", "en", "--log-format", "json", "--anonymous", "--host", "256.0.0.1"]
    done = subprocess.run(
        [str(COMMAND), "serve", *options],
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    events = [json.loads(line) for line in done.stderr.splitlines()]
    texts = "\n".join(event["text"] for event in events)
    assert "'langage'" in texts
    assert "cannot listen" in texts
