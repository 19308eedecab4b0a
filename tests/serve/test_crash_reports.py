"""An exception in a session process is one line for the log and none for the client."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any, NoReturn
from unittest.mock import Mock

import pytest

from tui.app.app import BriefingApp
from tui.serve.observability.exception_line import MAX_LINE, exception_line
from tui.serve.zygote import child
from tui.serve.zygote.crash_report import ReportCollector
from tui.serve.zygote.protocol import Request
from tui.store import Store


class _Reporter:
    """Forks processes that report to a collector."""

    def __init__(self) -> None:
        self.collector = ReportCollector()

    def run(self, action: Callable[[], object]) -> tuple[int, str, bytes]:
        """Run in a child as its session would; return exit code, report and printed bytes."""
        return self._fork(lambda out: self._run(action, out))

    def run_job(self, line: str, store: Store | None = None) -> tuple[int, str, bytes]:
        """Run a command on a store; on a broken one without."""
        used: Any = store
        request = Request(line=line, environ={"LANG": "C"}, terminal=False)
        reporter = self.collector.reporter
        return self._fork(lambda out: child.run_job(used, request, [out, out], reporter))

    def _run(self, action: Callable[[], object], out: int) -> NoReturn:
        child.leave_zygote([out, out], self.collector.reporter, terminal=False)
        action()
        sys.stderr.flush()
        os._exit(0)

    def _fork(self, run: Callable[[int], object]) -> tuple[int, str, bytes]:
        read, write = os.pipe()
        pid = os.fork()
        if pid == 0:
            try:
                run(write)
            finally:
                os._exit(99)
        os.close(write)
        with os.fdopen(read, "rb") as file:
            printed = file.read()
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        self.collector.collect({pid})
        return code, self.collector.take(pid), printed


@pytest.fixture
def reporter() -> Iterator[_Reporter]:
    """Child processes with a collector of their reports."""
    reporter = _Reporter()
    yield reporter
    reporter.collector.close()


def test_a_crashed_command_prints_nothing_and_is_reported_with_its_place(
    reporter: _Reporter,
) -> None:
    code, report, printed = reporter.run_job("list")
    assert (code, printed) == (os.EX_SOFTWARE, b"")
    assert report.startswith("AttributeError: 'NoneType'")
    assert " in run < " in report
    assert "\n" not in report


def test_mistakes_of_the_client_are_no_crash(reporter: _Reporter, sample_store: Store) -> None:
    code, report, printed = reporter.run_job("show", sample_store)
    assert (code, report) == (2, "")
    assert printed


def _raise_in_a_thread() -> None:
    thread = threading.Thread(target=lambda: [][1])
    thread.start()
    thread.join()


def _raise_in_a_finalizer() -> None:
    class Broken:
        def __del__(self) -> None:
            [][1]

    Broken()


def _raise_in_a_forgotten_task() -> None:
    import logging

    try:
        [][1]
    except IndexError:
        logging.getLogger("asyncio").exception("Task exception was never retrieved")


@pytest.mark.parametrize(
    "action", [_raise_in_a_thread, _raise_in_a_finalizer, _raise_in_a_forgotten_task]
)
def test_an_exception_beside_the_main_program_is_reported_and_not_printed(
    reporter: _Reporter, action: Callable[[], object]
) -> None:
    code, report, printed = reporter.run(action)
    assert (code, printed) == (0, b"")
    assert report.startswith("IndexError: list index out of range")


def test_a_process_cannot_flood_the_log(reporter: _Reporter) -> None:
    def flood() -> None:
        for number in range(500):
            reporter.collector.reporter.line(f"first {number}\n\x1b[2J" + "x" * 5000)

    _, report, _ = reporter.run(flood)
    assert report.startswith("first 0 ?[2Jx")
    assert len(report) == MAX_LINE


def test_a_report_in_the_name_of_another_process_is_ignored(reporter: _Reporter) -> None:
    os.write(reporter.collector.reporter.descriptor, b"1 forged")
    os.write(reporter.collector.reporter.descriptor, b"\xff\xfe")
    reporter.collector.collect({7})
    assert reporter.collector.take(1) == ""


def test_a_client_that_hung_up_is_no_crash(reporter: _Reporter) -> None:
    _, report, _ = reporter.run(
        lambda: reporter.collector.reporter.exception(OSError(errno.EIO, "Input/output error"))
    )
    assert report == ""


class _BrokenError(Exception):
    def __str__(self) -> str:
        raise ValueError


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (ValueError("a\r\nb\x1b]0;x\x07"), "ValueError: a b?]0;x?"),
        (ValueError("x" * 10_000), "ValueError: " + "x" * (MAX_LINE // 3)),
        (_BrokenError(), "_BrokenError: (no message)"),
    ],
)
def test_an_exception_is_one_short_printable_line(error: Exception, line: str) -> None:
    assert exception_line(error) == line


def test_a_process_without_memory_ends_and_says_so(reporter: _Reporter) -> None:
    held: list[bytearray] = []

    def fill() -> None:
        while True:
            held.append(bytearray(1_000_000))

    def fill_in_a_thread() -> None:
        thread = threading.Thread(target=fill)
        thread.start()
        thread.join()

    code, report, printed = reporter.run(fill_in_a_thread)
    assert (code, printed) == (os.EX_SOFTWARE, b"")
    assert report.startswith("MemoryError")


def test_signals_to_a_busy_app_are_no_crash(reporter: _Reporter) -> None:
    async def be_busy() -> None:
        BriefingApp.handle_signals(Mock())
        signal.signal(signal.SIGWINCH, lambda *_: None)
        for _ in range(1000):
            signal.raise_signal(signal.SIGWINCH)

    _, report, _ = reporter.run(lambda: asyncio.run(be_busy()))
    assert report == ""


def test_what_follows_a_hang_up_is_no_crash(reporter: _Reporter) -> None:
    def hang_up_and_fail() -> None:
        read, write = os.pipe()
        os.dup2(write, 1)
        os.close(read)
        _raise_in_a_thread()

    _, report, _ = reporter.run(hang_up_and_fail)
    assert report == ""
