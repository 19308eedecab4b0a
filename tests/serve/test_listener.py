"""Accepting: a flood of connections delays nothing else."""

from __future__ import annotations

import asyncio
import socket
from types import SimpleNamespace
from typing import Any

import pytest

from tui.serve.listener import Listener
from tui.serve.observability.metrics import Metrics
from tui.serve.observability.refusal_log import RefusalLog
from tui.serve.security.rate_limit import RateLimit
from tui.serve.security.share_limit import ShareLimit


class _Log:
    def event(self, name: str, **fields: object) -> None:
        """Keep nothing."""


def _listener(rate: int) -> tuple[Listener, Metrics]:
    metrics, log = Metrics(), _Log()
    state: Any = SimpleNamespace(
        log=log,
        refusals=RefusalLog(log, metrics),  # type: ignore[arg-type]
        settings=SimpleNamespace(proxy_from="private", proxy_protocol=False),
        limits=SimpleNamespace(logins=ShareLimit(100, 0), rate=RateLimit(rate)),
    )
    options: Any = None
    return Listener(state, options), metrics


async def test_clients_that_always_wait_to_be_accepted_leave_time_for_everything_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """``sock_accept`` returns at once while a client waits."""
    loop, accepted = asyncio.get_running_loop(), 0

    async def sock_accept(_sock: socket.socket) -> tuple[socket.socket, tuple[str, int]]:
        nonlocal accepted
        accepted += 1
        if accepted > 20_000:
            raise asyncio.CancelledError
        return socket.socket(), ("192.0.2.1", 5000)

    monkeypatch.setattr(loop, "sock_accept", sock_accept)
    listener, metrics = _listener(rate=0)
    with socket.socket() as sock:
        task = asyncio.create_task(listener.accept_forever(sock))
        for _ in range(5):
            await asyncio.sleep(0)
        assert 0 < accepted < 20_000
        assert not task.done()
        task.cancel()
        await asyncio.wait([task])
    counted = metrics.registry.get_sample_value("medbrief_refusals_total", {"reason": "rate"})
    assert counted == accepted
    assert len(asyncio.all_tasks()) == 1  # none was left for the refused ones
