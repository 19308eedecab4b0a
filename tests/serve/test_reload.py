"""Reloading keys and content on SIGHUP: one at a time, and only what has changed."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.serve.conftest import StartServer
from tests.serve.key_material import READER, public
from tests.serve.server_process import ServerProcess
from tests.serve.sessions import wait_until
from tui.serve import server_state
from tui.serve.coalesced_task import CoalescedTask
from tui.serve.server_state import ServerState
from tui.serve.snapshot import load_snapshot
from tui.serve.workers import pool as worker_pool
from tui.serve.workers.job import Job
from tui.serve.workers.pool import WorkerPool
from tui.store.content_changes import compile_in_subprocess


class _Log:
    def __init__(self) -> None:
        self.events: list[dict[str, object]] = []

    def event(self, name: str, **fields: object) -> None:
        self.events.append({"event": name, **fields})


class _Work:
    """Work whose runs end one by one."""

    def __init__(self) -> None:
        self.runs = self.running = 0
        self.may_end = asyncio.Semaphore(0)

    async def run(self) -> None:
        self.runs += 1
        self.running += 1
        assert self.running == 1
        try:
            await self.may_end.acquire()
        finally:
            self.running -= 1
        if self.runs == 1:
            raise OSError("no process")


async def test_requests_during_a_run_lead_to_one_further_run() -> None:
    work, log = _Work(), _Log()
    task = CoalescedTask("reload", work.run, log)  # type: ignore[arg-type]
    task.request()
    await wait_until(lambda: work.running == 1)
    for _ in range(60):
        task.request()
    work.may_end.release()
    await wait_until(lambda: work.runs == 2)
    assert log.events == [{"event": "error", "what": "reload failed: OSError: no process"}]
    work.may_end.release()
    await wait_until(lambda: not work.running)
    assert work.runs == 2
    task.request()
    await wait_until(lambda: work.runs == 3)
    task.request()
    await task.close()
    task.request()
    await asyncio.sleep(0)
    assert (work.runs, work.running) == (3, 0)


async def test_unchanged_content_is_not_compiled_and_no_process_is_started(
    sample_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    compiled: list[str] = []

    async def compile_content(folder: str) -> tuple[object, ...]:
        compiled.append(folder)
        return ()

    monkeypatch.setattr(server_state, "compile_in_subprocess", compile_content)
    images: list[bytes] = []
    state: Any = ServerState.__new__(ServerState)
    state.log, state._content = _Log(), str(sample_copy)
    state._snapshot = load_snapshot(str(sample_copy))
    ready = asyncio.Event()
    ready.set()
    state._pool = SimpleNamespace(replace=images.append, wait_until_ready=ready.wait)
    await state.reload_content()
    assert (compiled, images) == ([], [])
    file = sample_copy / "briefing.toml"
    file.write_text(file.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    for _ in range(2):
        await state.reload_content()
    assert len(compiled) == len(images) == 1
    assert [event["what"] for event in state.log.events] == ["unchanged", "reloaded", "unchanged"]
    state.store.close()


async def test_a_cancelled_compilation_leaves_no_process(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[asyncio.subprocess.Process] = []
    start = asyncio.create_subprocess_exec

    async def record(*words: str, **options: Any) -> asyncio.subprocess.Process:
        started.append(await start(*words, **options))
        os.kill(started[0].pid, signal.SIGSTOP)
        return started[0]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", record)
    task = asyncio.create_task(compile_in_subprocess(str(sample)))
    await wait_until(lambda: bool(started))
    task.cancel()
    await asyncio.wait([task])
    assert started[0].returncode == -signal.SIGKILL


async def test_a_retired_zygote_without_sessions_ends_even_if_it_hangs() -> None:
    pool = WorkerPool(b"", SimpleNamespace())  # type: ignore[arg-type]
    os.kill(pool.pid, signal.SIGSTOP)
    assert pool.retire() == []
    await wait_until(lambda: pool._process.returncode is not None)
    assert pool.closed


async def test_closing_ends_a_zygote_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_pool, "_END_TIME", 0.01)
    pool = WorkerPool(b"", SimpleNamespace())  # type: ignore[arg-type]
    os.kill(pool.pid, signal.SIGSTOP)
    pool.close()
    await wait_until(lambda: pool._process.returncode is not None)


async def test_a_retired_zygote_starts_what_it_was_sent(sample: Path, sample_store: object) -> None:
    snapshot = load_snapshot(str(sample))
    problems: list[str] = []
    owner = SimpleNamespace(zygote_ready=lambda: None, problem=problems.append)
    pool = WorkerPool(snapshot.image, owner)  # type: ignore[arg-type]
    statuses: list[int] = []
    out, err = (os.open(os.devnull, os.O_WRONLY) for _ in range(2))
    request: Any = {"line": "help find", "environ": {"LANG": "C"}, "terminal": False}
    pool.start(Job(request, [out, err], lambda status, _: statuses.append(status)))
    assert pool.retire() == []
    await wait_until(lambda: pool.closed)
    assert (statuses, problems) == ([0], [])
    snapshot.store.close()


def _events(server: ServerProcess, name: str) -> list[dict[str, Any]]:
    return [event for event in server.events if event["event"] == name]


async def test_many_signals_start_one_process_and_a_stop_cancels_the_last_reload(
    start_server: StartServer, sample_copy: Path, tmp_path: Path
) -> None:
    keys = tmp_path / "readers.pub"
    keys.write_text(public(READER) + "\n")
    server = start_server("--authorized-keys", str(keys), MEDBRIEF_CONTENT=str(sample_copy))

    async def change_content_and_send_signals(count: int) -> None:
        file = sample_copy / "briefing.toml"
        file.write_text(file.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
        for _ in range(count):
            seen = len(_events(server, "keys"))
            server.process.send_signal(signal.SIGHUP)
            await wait_until(lambda: len(_events(server, "keys")) > seen)  # noqa: B023

    await change_content_and_send_signals(8)
    await wait_until(lambda: len(_events(server, "content")) > 1)
    contents = [event["what"] for event in _events(server, "content")]
    assert contents[0] == "reloaded"
    assert set(contents[1:]) == {"unchanged"}
    await wait_until(lambda: len(server.children()) == 1)
    assert (await server.run("help", client_keys=[READER])).code == 0
    await change_content_and_send_signals(3)
    assert server.close() == 0
    assert not {"error", "warning", "stderr"} & {event["event"] for event in server.events}
