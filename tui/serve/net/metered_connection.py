"""A connection that is read only as far as its address has processor time left.

With ``ssh_transport``, the only module that uses private names of asyncssh's connection.
"""

from __future__ import annotations

import asyncio
import select
import time
from collections.abc import Awaitable, Callable, Coroutine, Generator
from contextlib import suppress
from typing import Any

import asyncssh

from tui.serve.net.input_limit import AddressInput, TokenBucket

_RATE, _BURST = 65_536.0, 262_144.0
"""Bytes a second, and at once, of one connection: keys, the mouse, pasted text."""
_LEFT_INTERVAL = 0.5
"""Seconds between two looks whether a client that is not read has left."""
_HUNG_UP = select.POLLHUP | select.POLLERR | getattr(select, "POLLRDHUP", 0)  # Linux only


class ChargedCoroutine(Coroutine[Any, Any, None]):
    """A coroutine whose steps are charged to an address.

    It is no generator around the coroutine: one that is cancelled before its first step would never
    start the coroutine, and Python warns of those.
    """

    def __init__(self, coroutine: Awaitable[None], account: AddressInput) -> None:
        self._steps: Any = coroutine.__await__()
        self._account = account

    def send(self, value: Any) -> Any:
        """Run the next step; return what it waits for."""
        return self._charge(self._steps.send, value)

    def throw(self, *error: Any) -> Any:
        """Raise an exception in the next step; return what it waits for."""
        return self._charge(self._steps.throw, *error)

    def close(self) -> None:
        """End the coroutine where it waits."""
        self._steps.close()

    def __await__(self) -> Generator[Any, Any, None]:
        """Return the steps without charging them; tasks call ``send`` and ``throw``."""
        steps: Generator[Any, Any, None] = self._steps
        return steps

    def _charge(self, step: Callable[..., Any], *arguments: Any) -> Any:
        started = time.thread_time()
        try:
            return step(*arguments)
        finally:
            self._account.charge(time.thread_time() - started)


class MeteredConnection(asyncssh.SSHServerConnection):
    """Charges processor time to the client's address, and pauses reading.

    ``may_read`` must be asked before each read of the socket: reading is limited before it costs
    something, not after.
    """

    def __init__(
        self, options: asyncssh.SSHServerConnectionOptions, address_input: AddressInput
    ) -> None:
        loop = asyncio.get_running_loop()
        self._address_input = address_input
        self._bytes = TokenBucket(_RATE, _BURST, loop.time())
        self._read_pauses: set[str] = set()
        self._timers: dict[str, asyncio.TimerHandle] = {}
        super().__init__(loop, options, wait="auth")

    # -- processor time

    def may_read(self) -> bool:
        """Return whether to read now; if not, reading is paused until it is this one's turn."""
        return self._address_input.admits(self)

    def data_received(self, data: bytes, datatype: asyncssh.DataType = None) -> None:
        """Process packets, and read no more until the connection may send more bytes."""
        super().data_received(data, datatype)
        self._count_bytes(len(data))

    def _count_bytes(self, size: int) -> None:
        now = self._loop.time()
        self._bytes.take(size, now)
        if delay := self._bytes.delay(now):
            self._pause_reading("bytes")
            self._set_timer("bytes", delay, lambda: self._resume_reading("bytes"))

    def _recv_data(self) -> None:
        """Process packets at the expense of the address."""
        started = time.thread_time()
        super()._recv_data()
        self._address_input.charge(time.thread_time() - started)

    def create_task(
        self, coro: Awaitable[None], task_logger: asyncssh.logging.SSHLogger | None = None
    ) -> asyncio.Task[None]:
        """Run a task of the connection at the expense of the address."""
        return super().create_task(ChargedCoroutine(coro, self._address_input), task_logger)

    # -- reading

    def pause_input(self) -> None:
        """Wait for this connection's turn."""
        self._pause_reading("turn")

    def resume_input(self) -> None:
        """It is this connection's turn."""
        self._resume_reading("turn")

    def _pause_reading(self, reason: str) -> None:
        self._read_pauses.add(reason)
        if self._transport:
            self._transport.pause_reading()
            if "left" not in self._timers:
                self._set_timer("left", _LEFT_INTERVAL, self._check_left)

    def _resume_reading(self, reason: str) -> None:
        self._read_pauses.discard(reason)
        if self._transport and not self._read_pauses:
            self._transport.resume_reading()

    def _check_left(self) -> None:
        """Close if the client has left: a paused connection does not notice by itself."""
        del self._timers["left"]
        if not self._read_pauses or not self._transport:
            return
        if _has_left(self._transport.get_extra_info("socket").fileno()):
            self._force_close(asyncssh.ConnectionLost("the client has left"))
        else:
            self._set_timer("left", _LEFT_INTERVAL, self._check_left)

    # -- timers

    def _set_timer(self, name: str, delay: float, callback: Callable[[], None]) -> None:
        self._cancel_timer(name)
        self._timers[name] = self._loop.call_later(delay, callback)

    def _cancel_timer(self, name: str) -> None:
        if timer := self._timers.pop(name, None):
            timer.cancel()

    def _cleanup(self, exc: Exception | None) -> None:
        for timer in list(self._timers):
            self._cancel_timer(timer)
        self._address_input.forget(self)
        super()._cleanup(exc)


def _has_left(descriptor: int) -> bool:
    """Return whether the other end is closed, without reading what arrived before (poll(2))."""
    poll = select.poll()
    with suppress(OSError, ValueError):
        poll.register(descriptor, _HUNG_UP)
        return bool(poll.poll(0))
    return True
