"""What the input of one address costs: it never keeps the event loop from the others."""

from __future__ import annotations

import asyncio
import gc
import socket
import warnings
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, ClassVar

import asyncssh
import pytest

from tui.serve.net.input_limit import AddressInput, InputLimits, TokenBucket
from tui.serve.net.metered_connection import MeteredConnection
from tui.serve.net.quickack_socket import QuickAckSocket
from tui.serve.net.ssh_transport import SshTransport, TransportOwner


class _Clock:
    """Stands in for the event loop: its time, and one callback that waits for it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1000.0
        self.timers: list[_Timer] = []
        monkeypatch.setattr(asyncio, "get_running_loop", lambda: self)

    def time(self) -> float:
        return self.now

    def call_at(self, when: float, callback: Any) -> _Timer:
        self.timers.append(_Timer(self, when, callback))
        return self.timers[-1]

    def run_next(self) -> None:
        """Run the callback that is due next, at its time."""
        timer = min(self.timers, key=lambda each: each.when())
        self.timers.remove(timer)
        self.now = max(self.now, timer.when())
        timer.callback()


class _Timer:
    def __init__(self, clock: _Clock, when: float, callback: Any) -> None:
        self._clock, self._when, self.callback = clock, when, callback

    def when(self) -> float:
        return self._when

    def cancel(self) -> None:
        self._clock.timers.remove(self)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> _Clock:
    """A clock that stands still until a test moves it."""
    return _Clock(monkeypatch)


class _Sender:
    """A connection whose client sends without end; ``reads``: how often it was read."""

    def __init__(self, account: AddressInput) -> None:
        self._account = account
        self.reads = 0
        self.paused = False

    def pause_input(self) -> None:
        self.paused = True

    def resume_input(self) -> None:
        self.paused = False

    def offer(self, cost: float) -> None:
        """What the event loop does when data has arrived."""
        if not self.paused and self._account.admits(self):
            self.reads += 1
            self._account.charge(cost)


def test_one_address_takes_a_quarter_of_the_time_whatever_it_sends(clock: _Clock) -> None:
    account = InputLimits().address_input("192.0.2.1")
    senders = [_Sender(account) for _ in range(245)]
    start, cost = clock.now, 0.012
    while clock.now < start + 60:
        for sender in senders:
            sender.offer(cost)
        clock.run_next()
    reads = [sender.reads for sender in senders]
    assert sum(reads) * cost < 60 * 0.25 + 2.0 + 0.1
    assert max(reads) - min(reads) <= 1 + 0.1 / cost  # each has its turn


def test_many_connections_at_once_delay_others_by_one_read(clock: _Clock) -> None:
    limits = InputLimits()
    senders = [_Sender(limits.address_input("192.0.2.1")) for _ in range(245)]
    for iteration in range(50):
        before = sum(sender.reads for sender in senders)
        for sender in senders:
            sender.offer(0.012)
        took = sum(sender.reads for sender in senders) - before
        assert took <= (1 if iteration else 10)
        honest = _Sender(limits.address_input("192.0.2.2"))
        honest.offer(0.001)
        assert honest.reads == 1
        clock.run_next()


def test_a_connection_of_an_address_in_debt_starts_paused(clock: _Clock) -> None:
    limits = InputLimits()
    limits.address_input("192.0.2.1").charge(10.0)
    late = _Sender(limits.address_input("192.0.2.1"))
    late.offer(0.01)
    assert (late.paused, late.reads) == (True, 0)
    start = clock.now
    clock.run_next()
    assert clock.now - start >= 30
    late.offer(0.01)
    assert late.reads == 1


def test_the_address_that_used_least_is_read_first(clock: _Clock) -> None:
    limits = InputLimits()
    accounts = [limits.address_input(f"192.0.2.{number}") for number in range(20)]
    for account in accounts[1:]:
        account.charge(1.5)
    accounts[0].charge(0.2)
    senders = [_Sender(account) for account in reversed(accounts)]
    for sender in senders:
        sender.offer(0.01)
    clock.run_next()
    assert [sender.paused for sender in senders].index(False) == 19


def test_a_closed_connection_does_not_keep_its_turn(clock: _Clock) -> None:
    account = InputLimits().address_input("192.0.2.1")
    account.charge(1.0)
    gone, other = _Sender(account), _Sender(account)
    for sender in (gone, other):
        sender.offer(0.01)
    account.forget(gone)
    clock.run_next()
    assert (gone.paused, other.paused) == (True, False)
    account.forget(other)
    assert clock.timers == []


def test_an_address_is_not_forgiven_by_connecting_again(
    clock: _Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.serve.net.input_limit._MAX_ADDRESSES", 3)
    limits = InputLimits()
    limits.address_input("192.0.2.1").charge(5.0)
    assert limits.address_input("192.0.2.1").time.delay(clock.now) > 0
    for number in range(2, 6):
        limits.address_input(f"192.0.2.{number}")
    assert limits.address_input("192.0.2.1").time.delay(clock.now) == 0  # evicted


def test_a_client_may_paste_but_not_send_without_end() -> None:
    bucket = TokenBucket(65_536, 262_144, 0.0)
    bucket.take(200_000, 0.0)  # pasted text
    assert bucket.delay(0.0) == 0
    bucket.take(100_000, 0.0)
    assert bucket.delay(0.0) > 0
    seconds = sent = 0.0
    bucket = TokenBucket(65_536, 262_144, 0.0)
    while seconds < 60:
        bucket.take(4096, seconds)
        seconds += bucket.delay(seconds)
        sent += 4096
    assert sent < 60 * 65_536 + 300_000
    assert bucket.delay(seconds + 10) == 0


# -- connections


class _Connection(SshTransport):
    """Spends a fixed time on each read instead of processing packets; ``reads``: per address."""

    reads: ClassVar[Counter[AddressInput]] = Counter()

    def _recv_data(self) -> None:
        self.reads[self._address_input] += 1
        self._inpbuf = b""
        self._address_input.charge(0.02)


@contextmanager
def _connected(limits: InputLimits, address: str) -> Iterator[tuple[Any, socket.socket]]:
    """A connection class on a socket, and the client's end."""
    key = asyncssh.generate_private_key("ssh-ed25519")
    options = asyncssh.SSHServerConnectionOptions(config=[], server_host_keys=[key])
    account = limits.address_input(address)
    ours, theirs = socket.socketpair()
    with ours, theirs:
        sock = QuickAckSocket(ours)
        connection = _Connection(options, TransportOwner(), 60, account)
        sock.may_read = connection.may_read
        theirs.setblocking(False)
        with sock:
            yield (connection, sock), theirs


async def _start(connection: MeteredConnection, sock: QuickAckSocket) -> None:
    await asyncio.get_running_loop().connect_accepted_socket(lambda: connection, sock)


async def test_waiting_data_of_many_connections_is_read_in_turns() -> None:
    limits = InputLimits()
    reads = _Connection.reads
    reads.clear()
    hostile, other = (limits.address_input(f"192.0.2.{number}") for number in (1, 2))
    with ExitStack() as stack:
        flood = [stack.enter_context(_connected(limits, "192.0.2.1")) for _ in range(60)]
        honest, client = stack.enter_context(_connected(limits, "192.0.2.2"))
        for pair in (*(pair for pair, _ in flood), honest):
            await _start(*pair)
        for _, theirs in flood:
            theirs.send(b"x" * 8192)
        for _ in range(10):
            before = reads[hostile]
            await asyncio.sleep(0)
            assert reads[hostile] - before <= (1 if before else 6)
        assert 5 < reads[hostile] < 20
        client.send(b"x")
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert reads[other] == 1
        for (connection, _), _ in [*flood, (honest, client)]:
            connection.abort()
        await asyncio.sleep(0.01)


async def test_a_client_that_leaves_while_it_is_not_read_is_noticed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.serve.net.metered_connection._LEFT_INTERVAL", 0.01)
    limits = InputLimits()
    limits.address_input("192.0.2.1").charge(10_000.0)
    with _connected(limits, "192.0.2.1") as ((connection, sock), theirs):
        theirs.send(b"x" * 1000)
        await _start(connection, sock)
        await asyncio.sleep(0.05)
        assert not connection.is_closed()
        theirs.close()
        async with asyncio.timeout(20):
            await connection.wait_closed()
        assert not limits._waiting


async def test_tasks_of_a_connection_are_charged_and_their_errors_passed_on() -> None:
    limits = InputLimits()
    with _connected(limits, "192.0.2.1") as ((connection, _), _theirs):
        seen: list[str] = []

        async def work() -> None:
            sum(range(300_000))
            await asyncio.sleep(0)
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                seen.append("cancelled")
                raise

        task = connection.create_task(work())
        await asyncio.sleep(0.01)
        task.cancel()
        await asyncio.wait([task])
        assert (seen, task.cancelled()) == (["cancelled"], True)
        assert limits.address_input("192.0.2.1").time.used(0.0) > 0.001


async def test_a_task_cancelled_before_its_first_step_causes_no_warning() -> None:
    with _connected(InputLimits(), "192.0.2.1") as ((connection, _), _theirs):

        async def work() -> None:
            raise AssertionError

        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            task = connection.create_task(work())
            task.cancel()
            await asyncio.wait([task])
            assert task.cancelled()
            del task
            gc.collect()
        assert [str(each.message) for each in warned] == []
