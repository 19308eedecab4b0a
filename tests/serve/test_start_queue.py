"""Sessions that cannot be started at once wait for the zygote, in turns of their readers."""

from __future__ import annotations

import json
import os
import signal
import socket
from collections.abc import AsyncIterator
from unittest.mock import Mock

import pytest

from tests.serve.sessions import wait_until
from tui.serve.workers import pool as worker_pool
from tui.serve.workers import start_queue
from tui.serve.workers.job import Job
from tui.serve.workers.pool import WorkerPool
from tui.serve.workers.start_queue import StartQueue
from tui.serve.zygote.protocol import MAX_MESSAGE, Request, job_number, unpack_message

_AT_ONCE = worker_pool._MAX_UNREAD


class _Start(Job):
    """A session of a reader, that records its end."""

    def __init__(self, reader: str, line: str = "") -> None:
        self.status: int | None = None
        descriptors = [os.open(os.devnull, os.O_WRONLY) for _ in range(2)]
        super().__init__(Request(line=line, environ={}, terminal=False), descriptors, self._record)
        self.reader = reader

    def _record(self, status: int, _error: str) -> None:
        assert self.status is None
        self.status = status


class _Zygote:
    """A zygote whose reads the test controls."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(worker_pool, "_start_zygote", self._start_process)
        self.owner = Mock()
        self.pool = WorkerPool(b"", self.owner)

    def _start_process(self, link: int, _image: int) -> Mock:
        self.link = socket.socket(fileno=os.dup(link))
        self.link.settimeout(10)
        return Mock()

    def read(self) -> tuple[int, dict[str, object]]:
        data, descriptors, _, _ = socket.recv_fds(self.link, MAX_MESSAGE, 2)
        for descriptor in descriptors:
            os.close(descriptor)
        return job_number(data), unpack_message(data)

    def take(self) -> int:
        """Read a message and confirm it; return its job."""
        number, _ = self.read()
        self.link.send(json.dumps({"taken": number}).encode())
        return number


@pytest.fixture
async def zygote(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[_Zygote]:
    zygote = _Zygote(monkeypatch)
    yield zygote
    zygote.link.close()


def _fill(zygote: _Zygote) -> int:
    """Fill the socket to the zygote; return the number of messages."""
    sent = 0
    try:
        while True:
            zygote.pool._link.send(b"\0\0\0\0{}")
            sent += 1
    except BlockingIOError:
        return sent


async def test_a_start_waits_while_the_socket_is_full_and_then_succeeds(zygote: _Zygote) -> None:
    filled = _fill(zygote)
    job = _Start("a", "find")
    zygote.pool.start(job)
    assert (job.status, job.attempts) == (None, 0)
    for _ in range(filled):
        zygote.read()
    await wait_until(lambda: job.attempts == 1)
    number, message = zygote.read()
    assert (number, message["request"]) == (job.number, job.request)
    job.close_descriptors()
    zygote.pool.close()


async def test_the_signal_and_the_end_of_a_zygote_that_does_not_read_are_not_lost(
    zygote: _Zygote,
) -> None:
    job = _Start("a")
    zygote.pool.start(job)
    filled = _fill(zygote)
    job.signal(signal.SIGHUP)
    assert zygote.pool.retire() == []
    for _ in range(1 + filled):
        zygote.read()
    await wait_until(lambda: not zygote.pool._blocked)
    assert zygote.read() == (job.number, {"signal": signal.SIGHUP})
    assert zygote.read() == (0, {"retire": True})
    zygote.pool.close()
    assert job.status == os.EX_TEMPFAIL << 8


async def test_a_reader_with_one_start_goes_before_one_with_many(zygote: _Zygote) -> None:
    flood = [_Start("flood") for _ in range(_AT_ONCE + 3)]
    honest = _Start("honest")
    for job in (*flood, honest):
        zygote.pool.start(job)
    order = [zygote.take() for _ in range(_AT_ONCE)]
    for _ in range(4):
        await wait_until(lambda: sum(job.attempts for job in (*flood, honest)) > len(order))
        order.append(zygote.take())
    assert order[:_AT_ONCE] == [job.number for job in flood[:_AT_ONCE]]
    assert order[_AT_ONCE:] == [job.number for job in (honest, *flood[_AT_ONCE:])]
    zygote.pool.close()


async def test_a_client_that_leaves_gives_its_place_up_and_starts_nothing(
    zygote: _Zygote,
) -> None:
    jobs = [_Start("a") for _ in range(_AT_ONCE + 2)]
    for job in jobs:
        zygote.pool.start(job)
    leaver, stays = jobs[-2:]
    leaver.signal(signal.SIGHUP)
    assert (leaver.status, leaver.descriptors) == (os.EX_TEMPFAIL << 8, [])
    assert zygote.pool.retire() == [stays]  # for the next zygote
    stays.close_descriptors()
    zygote.pool.close()


async def test_a_start_that_waits_too_long_fails(
    zygote: _Zygote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start_queue, "_MAX_WAIT", 0.01)
    jobs = [_Start("a") for _ in range(_AT_ONCE + 1)]
    for job in jobs:
        zygote.pool.start(job)
    await wait_until(lambda: jobs[-1].status == os.EX_TEMPFAIL << 8)
    assert [job.status for job in jobs[:-1]] == [None] * _AT_ONCE
    zygote.pool.close()


async def test_jobs_that_wait_go_to_the_next_zygote(zygote: _Zygote) -> None:
    jobs = [_Start("a") for _ in range(_AT_ONCE + 2)]
    for job in jobs:
        zygote.pool.start(job)
    zygote.link.close()
    await wait_until(lambda: zygote.pool.closed)
    zygote.owner.zygote_died.assert_called_once_with(jobs)
    for job in jobs:
        job.close_descriptors()


async def test_readers_take_turns_and_the_one_with_fewest_starts_is_first() -> None:
    queue = StartQueue()
    for reader, line in (("a", "1"), ("a", "2"), ("b", "3"), ("b", "4"), ("c", "5"), ("a", "6")):
        queue.add(_Start(reader, line))
    order = []
    while job := queue.next_job():
        assert queue.remove(job)
        queue.count_turn(job.reader)
        job.close_descriptors()
        order.append(job.request["line"])
    assert order == ["5", "3", "1", "4", "2", "6"]
    assert len(queue) == 0
