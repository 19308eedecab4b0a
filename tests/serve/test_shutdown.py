"""A stop ends within the grace time, whatever clients do."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from tui.serve.server_state import ServerState


class _Stubborn:
    """A session or connection that does not end."""

    def __init__(self, calls: list[tuple[str, float]]) -> None:
        self._calls = calls

    def _record(self, what: str) -> None:
        self._calls.append((what, asyncio.get_running_loop().time()))

    def notify(self, message: object) -> None:
        del message
        self._record("notify")

    def stop(self, reason: str, message: object) -> None:
        del reason, message
        self._record("stop")

    def disconnect(self, reason: str, text: str) -> None:
        del reason, text
        self._record("disconnect")


@pytest.mark.parametrize(
    ("grace", "stop", "disconnect"), [(10, 7, 9), (1800, 1797, 1799), (1, 0.5, 0.8333), (0, 0, 0)]
)
async def test_a_stop_takes_no_longer_than_the_grace_time(
    grace: int, stop: float, disconnect: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0

    async def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds

    loop = asyncio.get_running_loop()
    with monkeypatch.context() as clock:
        clock.setattr(loop, "time", lambda: now)
        clock.setattr(asyncio, "sleep", sleep)
        calls: list[tuple[str, float]] = []
        state: Any = ServerState.__new__(ServerState)
        state.settings = SimpleNamespace(end_grace=grace)
        state._sessions, state.connections = {_Stubborn(calls)}, {_Stubborn(calls)}
        state._hurried = asyncio.Event()
        state._pool = state.refusals = SimpleNamespace(close=lambda: None)
        await state.shut_down()
        took = now
    assert [what for what, _ in calls] == ["notify", "stop", "disconnect"]
    assert [when for _, when in calls] == pytest.approx([0, stop, disconnect], abs=0.11)
    assert took <= grace + 0.06
