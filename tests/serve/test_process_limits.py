"""A session process takes a bounded share of the machine."""

from __future__ import annotations

import asyncio
import errno
import os
import resource
import termios
from collections.abc import Callable, Iterator
from unittest.mock import Mock

import pytest

from tests.serve.sessions import wait_until
from tui.config.server_settings import ServerSettings
from tui.serve.net.open_files import largest_open_files, raise_open_files
from tui.serve.security.share_limit import ShareLimit
from tui.serve.workers.pty import PseudoTerminal
from tui.serve.zygote import process_limits
from tui.serve.zygote.process_limits import NICE, SchedulingGroups


@pytest.fixture
def session() -> Iterator[tuple[int, int]]:
    """A process id, and a descriptor: the process calls setsid() when that is written to."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.read(read, 1)
        os.setsid()
        os.close(write)
        os.read(read, 1)
        os._exit(0)
    os.close(read)
    yield pid, write
    os.kill(pid, 9)
    os.waitpid(pid, 0)
    os.close(write)


async def test_a_session_is_lowered_once_it_has_a_scheduling_group_and_the_system_accepts_it(
    session: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    pid, start = session
    written: list[int] = []

    def write(pid: int) -> None:
        written.append(pid)
        if len(written) == 1:
            raise BlockingIOError(errno.EAGAIN, "too soon")

    monkeypatch.setattr(process_limits, "_set_group_niceness", write)
    groups = SchedulingGroups()
    assert groups.delay is None
    groups.add(pid)
    groups.lower()
    assert (written, bool(groups.delay)) == ([], True)
    os.write(start, b"x")
    await wait_until(lambda: os.getsid(pid) == pid)
    groups.lower()
    assert (written, bool(groups.delay)) == ([pid], True)
    groups.lower()
    assert (written, groups.delay) == ([pid, pid], None)


def test_a_session_that_has_ended_is_forgotten() -> None:
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
    groups = SchedulingGroups()
    groups.add(pid)
    groups.lower()
    assert groups.delay is None


class _Later:
    """The timers of an event loop with a clock of its own."""

    def __init__(self) -> None:
        self._now = 0.0
        self._timers: list[tuple[float, Callable[[], None]]] = []

    def call_later(self, delay: float, call: Callable[[], None]) -> Mock:
        self._timers.append((self._now + delay, call))
        return Mock()

    def advance(self, seconds: float) -> None:
        self._now += seconds
        due = [timer for timer in self._timers if timer[0] <= self._now]
        self._timers = [timer for timer in self._timers if timer[0] > self._now]
        for _, call in due:
            call()


async def test_many_resizes_are_few_and_the_last_one_is_applied(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = PseudoTerminal(80, 24, lambda _: None)
    applied: list[tuple[int, int]] = []
    apply = PseudoTerminal._apply_size

    def record(self: PseudoTerminal) -> None:
        apply(self)
        applied.append(termios.tcgetwinsize(self._slave))

    monkeypatch.setattr(PseudoTerminal, "_apply_size", record)
    later = _Later()
    monkeypatch.setattr(asyncio.get_running_loop(), "call_later", later.call_later)
    for columns in range(100, 200):
        terminal.resize(columns, 30)
        later.advance(0.002)
    assert applied == [(30, 100)]
    later.advance(0.05)
    assert applied == [(30, 100), (30, 199)]
    terminal.resize(300, 200)
    terminal.resize(80, 24)
    later.advance(0.24)
    assert len(applied) == 2
    later.advance(0.02)
    assert applied[2:] == [(24, 80)]
    later.advance(1)  # the screen rests: nothing is drawn again, and the next resize is immediate
    terminal.resize(90, 24)
    assert applied[3:] == [(24, 90)]
    terminal.close()


def test_the_busy_sessions_of_two_addresses_leave_the_front_end_half_of_a_core() -> None:
    weights = {0: 1024, 15: 36, 16: 29, 17: 23, 18: 18, 19: 15}  # of the kernel, by niceness
    limit = ShareLimit(ServerSettings().max_sessions, ServerSettings().sessions_per_reader)
    addresses = ["192.0.2.1", "192.0.2.2"] * limit.total
    opened = [limit.take(address) for address in addresses].count(None)
    assert opened >= 50
    assert opened * weights[NICE] < weights[0]


def test_the_limits_apply_to_a_process() -> None:
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            before = os.nice(0)
            process_limits.lower_priority()
            process_limits.limit_memory()
            try:
                held = [bytearray(1_000_000) for _ in range(400)]
            except MemoryError:
                held = []
                code = 0 if os.nice(0) == min(before + NICE, 19) else 2
            del held
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


def test_no_key_kills_or_stops_a_process_that_has_not_set_raw_mode() -> None:
    terminal = PseudoTerminal(80, 24, lambda _: None)
    slave = terminal.detach_slave()
    try:
        characters = termios.tcgetattr(slave)[6]
        disabled = bytes([os.fpathconf(slave, "PC_VDISABLE")])
        assert characters[termios.VQUIT] == characters[termios.VSUSP] == disabled
        assert characters[termios.VINTR] == b"\x03"  # Ctrl+C ends a command
    finally:
        os.close(slave)
        terminal.close()


def test_the_soft_limit_of_open_files_is_raised_as_far_as_allowed() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (200, hard))
        assert raise_open_files(150) == 200
        assert raise_open_files(300) == 300
        assert raise_open_files(2**40) == largest_open_files()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
