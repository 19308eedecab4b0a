"""Health checks over HTTP, and notifications to systemd."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import AsyncIterator, Iterator
from http import HTTPStatus
from pathlib import Path

import pytest

from tests.serve.conftest import StartServer
from tests.serve.http_client import get, send
from tests.serve.server_process import SshScreen
from tests.serve.sessions import wait_until
from tui.serve.health import readiness as readiness_module
from tui.serve.health.heartbeat import Heartbeat
from tui.serve.health.http_endpoint import HttpEndpoint, Response
from tui.serve.health.metrics_page import MetricsPage
from tui.serve.health.readiness import ProbeError, Readiness
from tui.serve.health.service_manager import ServiceManager
from tui.serve.net.listening_sockets import listen
from tui.serve.observability.log import Log
from tui.serve.observability.metrics import Metrics


def _free_port() -> int:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port: int = unused.getsockname()[1]
        return port


# -- the HTTP endpoint


@pytest.fixture
async def endpoint_port() -> AsyncIterator[int]:
    async def answer() -> Response:
        return Response(HTTPStatus.OK, b"yes\n")

    port = _free_port()
    endpoint = HttpEndpoint({"/there": answer})
    await endpoint.listen(listen("127.0.0.1", port))
    yield port
    endpoint.close()


@pytest.mark.parametrize(
    ("request_bytes", "status", "body"),
    [
        (b"GET /there HTTP/1.1\r\nHost: x\r\n\r\n", 200, "yes\n"),
        (b"GET /there?x=1 HTTP/1.0\r\n\r\n", 200, "yes\n"),
        (b"HEAD /there HTTP/1.1\r\n\r\n", 200, ""),
        (b"GET /elsewhere HTTP/1.1\r\n\r\n", 404, "Not Found\n"),
        (b"POST /there HTTP/1.1\r\n\r\n", 405, "Method Not Allowed\n"),
        (b"\x00\xff\r\n\r\n", 400, "Bad Request\n"),
        (b"GET  /there HTTP/1.1\r\n\r\n", 400, "Bad Request\n"),
        (b"GET /there HTTP/1.1\r\nX: " + b"x" * 20_000 + b"\r\n\r\n", 400, "Bad Request\n"),
    ],
)
async def test_http_requests_are_answered(
    endpoint_port: int, request_bytes: bytes, status: int, body: str
) -> None:
    answer = await send(endpoint_port, request_bytes)
    assert (answer.status, answer.body) == (status, body)
    assert answer.headers["connection"] == "close"


async def test_silent_http_clients_keep_no_other_out(
    endpoint_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = [await asyncio.open_connection("127.0.0.1", endpoint_port) for _ in range(50)]
    for _ in range(3):
        assert (await get(endpoint_port, "/there")).status == 200
    assert await _is_closed(silent[0][0])  # the oldest make room
    monkeypatch.setattr("tui.serve.health.http_endpoint._TIMEOUT", 0.05)
    reader, writer = await asyncio.open_connection("127.0.0.1", endpoint_port)
    assert await _is_closed(reader)
    for each in (writer, *(writer for _, writer in silent)):
        each.close()


async def _is_closed(reader: asyncio.StreamReader) -> bool:
    try:
        return await asyncio.wait_for(reader.read(), 20) == b""
    except ConnectionResetError:
        return True


# -- readiness


class Probe:
    """Counts its runs. ``result``: the error it raises; ``gate``: what it waits for."""

    def __init__(self) -> None:
        self.runs = 0
        self.result: Exception | None = None
        self.gate = asyncio.Event()
        self.gate.set()

    async def __call__(self) -> None:
        self.runs += 1
        await self.gate.wait()
        if self.result:
            raise self.result


def _readiness(probe: Probe, unavailable: list[str]) -> Readiness:
    null = os.open(os.devnull, os.O_WRONLY)
    return Readiness(lambda: unavailable[0], probe, Log("text", null), Metrics())


async def test_many_checks_share_one_probe(monkeypatch: pytest.MonkeyPatch) -> None:
    probe = Probe()
    readiness = _readiness(probe, [""])
    probe.gate.clear()
    checks = [asyncio.create_task(readiness.respond()) for _ in range(50)]
    while not probe.runs:
        await asyncio.sleep(0)
    checks[0].cancel()  # a client that hangs up does not cancel the probe
    probe.gate.set()
    answers = await asyncio.gather(*checks[1:])
    assert {answer.status for answer in answers} == {HTTPStatus.OK}
    assert (await readiness.respond()).status == 200
    assert probe.runs == 1
    monkeypatch.setattr(readiness, "_expires", 0.0)
    await readiness.respond()
    assert probe.runs == 2


async def test_a_failed_probe_is_reported_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    probe = Probe()
    readiness = _readiness(probe, [""])
    probe.result = ProbeError("session not started")
    answer = await readiness.respond()
    assert (answer.status, answer.body) == (503, b"session not started\n")
    probe.result = None
    assert (await readiness.respond()).status == 503  # cached
    monkeypatch.setattr(readiness, "_expires", 0.0)
    assert (await readiness.respond()).status == 200


async def test_a_probe_that_hangs_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness_module, "_TIMEOUT", 0.01)
    probe = Probe()
    probe.gate.clear()
    answer = await _readiness(probe, [""]).respond()
    assert answer.status == 503
    assert b"no session within" in answer.body


async def test_a_server_that_refuses_sessions_is_not_probed() -> None:
    probe, unavailable = Probe(), ["full"]
    readiness = _readiness(probe, unavailable)
    answer = await readiness.respond()
    assert (answer.status, answer.body, probe.runs) == (503, b"full\n", 0)
    unavailable[0] = ""
    assert (await readiness.respond()).status == 200


# -- systemd


class Systemd:
    """A notification socket."""

    def __init__(self, folder: Path) -> None:
        self.address = str(folder / "notify")
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(self.address)
        self._socket.setblocking(False)
        self.received: list[str] = []

    def has_received(self, text: str) -> bool:
        try:
            while True:
                self.received.append(self._socket.recv(4096).decode())
        except BlockingIOError:
            return any(text in message for message in self.received)

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[Systemd]:
    systemd = Systemd(tmp_path)
    yield systemd
    systemd.close()


async def test_the_watchdog_is_reset_only_while_the_workers_answer(
    systemd: Systemd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environ = {"NOTIFY_SOCKET": systemd.address, "WATCHDOG_USEC": "20000"}
    manager = ServiceManager(environ)
    assert environ == {}
    answer = asyncio.Event()
    log = Log("text", os.open(tmp_path / "log", os.O_WRONLY | os.O_CREAT))
    silences: list[bool] = []
    heartbeat = Heartbeat(
        answer.wait, manager.alive, lambda: silences.append(True), manager.watchdog_interval, log
    )
    task = asyncio.create_task(heartbeat.run())
    manager.ready()
    await wait_until(lambda: "no answer" in (tmp_path / "log").read_text())
    assert systemd.has_received("READY=1")
    assert silences
    assert not systemd.has_received("WATCHDOG=1")
    assert (await heartbeat.respond()).status == 200
    monkeypatch.setattr("tui.serve.health.heartbeat._DEAD", 0.0)
    assert (await heartbeat.respond()).status == 503
    answer.set()
    await wait_until(lambda: systemd.has_received("WATCHDOG=1"))
    task.cancel()


@pytest.mark.parametrize(
    "environ", [{}, {"WATCHDOG_USEC": "x"}, {"WATCHDOG_USEC": "20000", "WATCHDOG_PID": "1"}]
)
def test_without_a_service_manager_nothing_is_sent(environ: dict[str, str]) -> None:
    manager = ServiceManager(environ)
    manager.ready()
    manager.alive()
    assert manager.watchdog_interval == 0


async def test_metrics_are_rendered_at_most_once_a_second() -> None:
    clock, rendered = [5.0], iter((b"a", b"b"))
    page = MetricsPage(lambda: next(rendered), lambda: clock[0])
    answers = []
    for clock[0] in (5.0, 5.1, 5.99, 6.0, 6.9):
        answers.append((await page.respond()).body)
    assert answers == [b"a", b"a", b"a", b"b", b"b"]


# -- a server


async def test_readiness_follows_the_server(start_server: StartServer, systemd: Systemd) -> None:
    port = _free_port()
    options = ("--anonymous", "--metrics", str(port), "--max-sessions", "1", "--drain-time", "1")
    server = start_server(
        *options, NOTIFY_SOCKET=systemd.address, WATCHDOG_USEC="60000000", WATCHDOG_PID=""
    )
    await wait_until(lambda: systemd.has_received("WATCHDOG=1"))
    assert systemd.has_received("READY=1")
    assert (await get(port, "/ready"))[::2] == (200, "ready\n")
    assert (await get(port, "/live"))[::2] == (200, "live\n")
    server.wait_for_event("ready")
    metrics = (await get(port, "/metrics")).body
    assert 'medbrief_sessions{kind="app"}' not in metrics  # the probe is not counted
    assert "medbrief_ready 1.0" in metrics
    async with await server.connect() as connection:
        await (await SshScreen.open(connection)).wait_for("概览")
        assert (await get(port, "/ready"))[::2] == (503, "full\n")
    server.process.send_signal(signal.SIGTERM)
    server.wait_for_event("stop")
    assert (await get(port, "/ready"))[::2] == (503, "draining\n")
    assert (await server.run("help")).code == 0  # still accepted
    assert server.close() == 0
    assert systemd.has_received("STOPPING=1")
