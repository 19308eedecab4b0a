"""A request cannot take down the service: what a zygote cannot handle is answered with an error,
and what a zygote did not survive is never given to the next one."""

from __future__ import annotations

import asyncio
import json
import os
import struct
from pathlib import Path
from typing import Any

import pytest

from tests.serve.sessions import wait_until
from tui.serve.observability.metrics import Metrics
from tui.serve.snapshot import load_snapshot
from tui.serve.workers import restarting_pool
from tui.serve.workers.job import Job
from tui.serve.workers.pool import WorkerPool
from tui.serve.workers.restarting_pool import RestartingPool
from tui.serve.zygote.protocol import MAX_MESSAGE, Request, pack_message


class _Owner:
    def __init__(self) -> None:
        self.problems: list[str] = []
        self.died = 0

    def zygote_ready(self) -> None:
        pass

    def zygote_died(self, _pending: list[Job]) -> None:
        self.died += 1

    def problem(self, text: str) -> None:
        self.problems.append(text)


class _Job(Job):
    """A job that records its end."""

    def __init__(self, line: str | None = "help find", environ: Any = None) -> None:
        self.out, out = os.pipe()
        self.status: int | None = None
        request = Request(line=line, environ=environ or {"LANG": "C"}, terminal=False)
        super().__init__(request, [out, os.dup(out)], self._record)

    def _record(self, status: int, _error: str) -> None:
        assert self.status is None
        self.status = status
        os.close(self.out)


def _packet(number: int, message: object) -> bytes:
    return struct.pack("!I", number) + json.dumps(message).encode()


_UNUSABLE = [
    b"x",
    b"\0\0\0\7",
    b"\0\0\0\7{",
    b"\0\0\0\7\xff\xfe",
    b"\0\0\0\7" + b"[" * (MAX_MESSAGE - 4),
    b"\0\0\0\7" + b"x" * 60_000,
    _packet(7, [1]),
    _packet(7, {}),
    _packet(7, {"request": None}),
    _packet(7, {"request": {"line": "help", "environ": {}, "terminal": False}}),
    _packet(7, {"request": {"line": 1, "environ": {"LANG": []}, "terminal": 2}}),
    _packet(7, {"signal": "x"}),
    _packet(7, {"signal": 4096}),
]


async def test_a_zygote_survives_every_message(sample: Path, sample_store: object) -> None:
    snapshot = load_snapshot(str(sample))
    owner = _Owner()
    pool = WorkerPool(snapshot.image, owner)
    pid = pool.pid
    for data in _UNUSABLE:
        pool._link.send(data)
    await wait_until(lambda: len(owner.problems) == len(_UNUSABLE))
    job = _Job()
    pool.start(job)
    await wait_until(lambda: job.status is not None)
    assert (job.status, owner.died, pool.pid) == (0, 0, pid)
    pool.close()
    snapshot.store.close()


@pytest.mark.parametrize("name", ["LC_" + "A" * 66_000, "\udc80"])
async def test_a_message_that_is_too_long_or_invalid_is_not_sent(name: str) -> None:
    with pytest.raises(ValueError, match=r"bytes|surrogates"):
        pack_message(1, {"request": {"environ": {name: "x"}}})


def test_the_largest_allowed_request_fits_into_a_message() -> None:
    environ = dict.fromkeys(("TERM", "COLORTERM", "LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES"), "")
    environ = dict.fromkeys(environ, '"' * 64)
    for character in '"\\\t\r\n医😀':
        line = character * (4096 // len(character.encode()))
        pack_message(2**32 - 1, {"request": Request(line=line, environ=environ, terminal=True)})


class _FakePool:
    """A zygote that is killed on request."""

    started: list[_FakePool]

    def __init__(self, image: bytes, owner: RestartingPool) -> None:  # noqa: ARG002
        self.owner = owner
        self.closed = False
        self.jobs: list[Job] = []
        self.pid = len(self.started)
        self.started.append(self)

    def start(self, job: Job) -> None:
        job.owner = self
        job.attempts += 1
        self.jobs.append(job)

    def signal_job(self, job: Job, number: int) -> None:
        pass

    def forget(self, job: Job) -> None:
        pass

    def die(self) -> None:
        self.closed = True
        self.owner.zygote_died(self.jobs)

    def kill(self) -> None:
        self.die()

    def ping(self) -> None:
        pass

    def retire(self) -> list[Job]:
        return []

    def close(self) -> None:
        self.closed = True


class _Log:
    def __init__(self) -> None:
        self.events: list[dict[str, object]] = []

    def event(self, name: str, **fields: object) -> None:
        self.events.append({"event": name, **fields})

    def all(self, what: str) -> list[dict[str, object]]:
        return [event for event in self.events if event.get("what") == what]


class _Service:
    """A restarting pool of fake zygotes with a clock of its own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.zygotes: list[_FakePool] = []
        self.log = _Log()
        self.metrics = Metrics()
        monkeypatch.setattr(_FakePool, "started", self.zygotes, raising=False)
        monkeypatch.setattr(restarting_pool, "WorkerPool", _FakePool)
        self.pool = RestartingPool(b"", self.log, self.metrics)  # type: ignore[arg-type]

    @property
    def delays(self) -> list[object]:
        return [event["retry_in"] for event in self.log.all("died")]

    async def next_zygote(self) -> _FakePool:
        """Wait until the present zygote is not dead."""
        await wait_until(lambda: not self.zygotes[-1].closed)
        return self.zygotes[-1]


async def test_a_request_that_a_zygote_did_not_survive_is_answered_with_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    service = _Service(monkeypatch)
    poison, waiting = _Job(), _Job()
    service.pool.start(poison)
    service.pool.start(waiting)
    poison.taken = True
    service.zygotes[0].die()
    assert poison.status == os.EX_TEMPFAIL << 8
    assert (waiting.status, service.zygotes[1].jobs) == (None, [waiting])
    service.zygotes[1].die()  # unread, but the second death in its presence
    assert waiting.status == os.EX_TEMPFAIL << 8
    assert (await service.next_zygote()).jobs == []
    service.pool.close()


async def test_a_request_between_two_zygotes_waits_for_the_next_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    service = _Service(monkeypatch)
    service.zygotes[-1].die()
    service.zygotes[-1].die()
    job, leaver = _Job(), _Job()
    service.pool.start(job)
    service.pool.start(leaver)
    leaver.signal(1)  # type: ignore[arg-type]
    assert leaver.status == os.EX_TEMPFAIL << 8
    assert (await service.next_zygote()).jobs == [job]
    service.pool.close()


async def test_zygotes_that_keep_dying_are_started_less_and_less_often_and_reported(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    service = _Service(monkeypatch)
    loop = asyncio.get_running_loop()
    later = loop.call_later
    monkeypatch.setattr(loop, "call_later", lambda delay, *call: later(min(delay, 0.001), *call))
    for _ in range(12):
        (await service.next_zygote()).die()
    assert service.delays[:4] == [0, 0.1, 0.2, 0.4]
    assert service.delays[-1] == 30
    assert len(service.log.all("keep dying")) == 1
    deaths = service.metrics.registry.get_sample_value
    assert deaths("medbrief_worker_deaths_total", {"kind": "zygote"}) == 12
    service.pool.close()


async def test_a_new_session_is_refused_while_the_next_zygote_is_far_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    service = _Service(monkeypatch)
    service.pool._retry = 30.0
    service.zygotes[-1].die()
    job = _Job()
    with pytest.raises(OSError, match="no process"):
        service.pool.start(job)
    job.start_failed()
    service.pool.close()


async def test_closing_ends_the_zygotes_of_earlier_briefings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    service = _Service(monkeypatch)
    for image in (b"second", b"third"):
        service.pool.replace(image)
    assert [zygote.closed for zygote in service.zygotes] == [False] * 3  # sessions are open
    service.pool.close()
    assert [zygote.closed for zygote in service.zygotes] == [True] * 3


async def test_a_zygote_that_does_not_answer_is_replaced_and_what_it_took_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    service = _Service(monkeypatch)
    clock = [0.0]
    monkeypatch.setattr(service.pool, "_now", lambda: clock[0])
    taken, waiting = _Job(), _Job()
    service.pool._zygote_started()
    service.pool.zygote_ready()
    service.pool.start(taken)
    service.pool.start(waiting)
    taken.taken = True
    clock[0] = 9.0
    service.pool.kill_silent_zygote()
    service.pool.zygote_answered()
    clock[0] = 18.0
    service.pool.kill_silent_zygote()
    assert len(service.zygotes) == 1
    clock[0] = 19.0
    service.pool.kill_silent_zygote()
    assert len(service.zygotes) == 2
    assert taken.status == os.EX_TEMPFAIL << 8
    assert service.zygotes[1].jobs == [waiting]
    clock[0] = 70.0  # the next one is still starting
    service.pool.kill_silent_zygote()
    assert len(service.zygotes) == 2
    clock[0] = 80.0
    service.pool.kill_silent_zygote()
    assert len(service.zygotes) == 3
    assert waiting.status == os.EX_TEMPFAIL << 8
    service.pool.close()
