"""Events that clients cause often do not fill the log, and none is lost from the counts."""

from __future__ import annotations

import asyncio
import errno
import socket
from types import SimpleNamespace
from typing import Any

import pytest

from tests.serve.sessions import wait_until
from tui.serve.listener import Listener
from tui.serve.observability.loop_errors import log_loop_errors
from tui.serve.observability.metrics import Metrics
from tui.serve.observability.refusal_log import RefusalLog


class _Log:
    """A log that keeps its events."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []

    def event(self, name: str, **fields: object) -> None:
        self.events.append({"event": name, **fields})


async def test_refusals_beyond_thirty_a_minute_are_counted_by_address_and_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.serve.observability.event_throttle._WINDOW", 0.0)
    log, metrics = _Log(), Metrics()
    refusals = RefusalLog(log, metrics)  # type: ignore[arg-type]
    for number in range(100):
        refusals.refused("192.0.2.1", "rate")
        refusals.refused(f"2001:db8::{number}", "channels", connection=number)
    refusals.refused("192.0.2.1", "channels")
    assert len(log.events) == 30 + 30 + 1
    assert log.events[1] == {
        "event": "refuse",
        "peer": "2001:db8::0",
        "reason": "channels",
        "connection": 0,
    }
    await wait_until(lambda: len(log.events) > 61)
    assert log.events[61:] == [
        {"event": "refuse", "peer": "192.0.2.1", "reason": "rate", "more": 70},
        {"event": "refuse", "peer": "2001:db8::/64", "reason": "channels", "more": 70},
    ]
    refusals.refused("192.0.2.1", "rate")  # another minute
    assert log.events[-1] == {"event": "refuse", "peer": "192.0.2.1", "reason": "rate"}
    assert metrics.registry.get_sample_value("medbrief_refusals_total", {"reason": "rate"}) == 101
    refusals.close()


async def test_refusals_of_many_addresses_take_little_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.serve.observability.event_throttle._MAX_KINDS", 5)
    log = _Log()
    refusals = RefusalLog(log, Metrics())  # type: ignore[arg-type]
    for _ in range(31):
        refusals.refused("192.0.2.1", "rate")
    for number in range(2, 6):
        refusals.refused(f"192.0.2.{number}", "rate")
    assert log.events[-1] == {"event": "refuse", "peer": "192.0.2.1", "reason": "rate", "more": 1}


async def test_running_out_of_descriptors_is_logged_once_and_then_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.serve.listener._RETRY_DELAY", 0.0)
    log, failures = _Log(), 0

    async def sock_accept(_sock: socket.socket) -> None:
        nonlocal failures
        await asyncio.sleep(0)
        failures += 1
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(asyncio.get_running_loop(), "sock_accept", sock_accept)
    state: Any = SimpleNamespace(log=log, settings=SimpleNamespace(proxy_from="private"))
    options: Any = None
    accepting = Listener(state, options)
    with socket.socket() as listener:
        task = asyncio.create_task(accepting.accept_forever(listener))
        await wait_until(lambda: failures > 5)
        task.cancel()
    what = "cannot accept: Too many open files"
    assert log.events == [{"event": "error", "what": what}]
    accepting.close()
    assert log.events[1:] == [{"event": "error", "what": what, "more": failures - 1}]


async def test_an_exception_in_a_callback_is_one_line() -> None:
    loop, log = asyncio.get_running_loop(), _Log()

    def fail() -> None:
        raise ValueError("first line\nsecond line")

    log_loop_errors(loop, log)  # type: ignore[arg-type]
    for _ in range(20):
        loop.call_soon(fail)
    await wait_until(lambda: len(log.events) >= 10)
    assert len(log.events) == 10
    assert log.events[0]["exception"].startswith("ValueError: first line second line (")
    assert "test_event_throttle.py" in log.events[0]["exception"]
    assert not any("\n" in str(value) for value in log.events[0].values())
