"""Limit what the input of clients costs: bytes of a connection, processor time of an address.

Bytes alone do not bound the work: 16 KB of the smallest packets take 50 ms of a core. So the time
that was spent on an address is measured, whatever it sent, and decides when it is read again.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import Protocol

_TIME_SHARE = 0.25
"""Seconds of processor time a second that one address may use. Readers who type use less than a
thousandth each, a lookup with its connection 0.02 s."""
_TIME_BURST = 2.0
"""Seconds of processor time at once: 100 connections."""
_UNDELAYED = 0.1
"""Seconds of processor time after which an address waits for its turn."""
_ROUNDING = 1e-6
"""Seconds: a shorter delay is an error of floating-point arithmetic."""
_MAX_ADDRESSES = 10_000
"""Addresses remembered; the least recently seen is evicted first."""


class TokenBucket:
    """Earns ``rate`` a second, up to ``burst``. It may be overdrawn. ``now``: seconds of a
    monotonic clock."""

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self._rate, self._burst = rate, burst
        self._used, self._last = 0.0, now

    def take(self, amount: float, now: float) -> None:
        """Count what was used."""
        self._used = self.used(now) + amount
        self._last = now

    def used(self, now: float) -> float:
        """Return what was used and has not been earned back."""
        return max(0.0, self._used - (now - self._last) * self._rate)

    def delay(self, now: float) -> float:
        """Return the seconds until it is no longer overdrawn."""
        delay = (self.used(now) - self._burst) / self._rate
        return delay if delay > _ROUNDING else 0.0


class InputReader(Protocol):
    """A connection whose client is read."""

    def pause_input(self) -> None:
        """Stop reading until ``resume_input``."""

    def resume_input(self) -> None:
        """Read again: it is this connection's turn."""


class InputLimits:
    """Decides whose input is read.

    Addresses that used little are read at once. Of all others together, one connection is read per
    iteration of the event loop, so that whatever they send delays nobody by more than one read:
    first of the address that used least, then in the order in which they waited. An address that
    used more than its burst waits until its share has paid for it.
    """

    def __init__(self) -> None:
        self._addresses: OrderedDict[str, AddressInput] = OrderedDict()
        self._waiting: dict[AddressInput, dict[InputReader, None]] = {}
        self._turns: set[InputReader] = set()
        self._timer: asyncio.TimerHandle | None = None

    def address_input(self, address: str) -> AddressInput:
        """Return the account of an address. ``address``: the network of one client."""
        if account := self._addresses.get(address):
            self._addresses.move_to_end(address)
            return account
        account = self._addresses[address] = AddressInput(self)
        if len(self._addresses) > _MAX_ADDRESSES:
            self._addresses.popitem(last=False)
        return account

    def admits(self, account: AddressInput, reader: InputReader) -> bool:
        """Return whether to read this connection now; if not, pause it until its turn."""
        if reader in self._turns:
            self._turns.discard(reader)
            return True
        now = asyncio.get_running_loop().time()
        if account.time.used(now) < _UNDELAYED:
            return True
        self._waiting.setdefault(account, {})[reader] = None
        reader.pause_input()
        self._schedule(now + account.time.delay(now))
        return False

    def forget(self, account: AddressInput, reader: InputReader) -> None:
        """The connection is closed."""
        self._turns.discard(reader)
        if readers := self._waiting.get(account):
            readers.pop(reader, None)
            if not readers:
                del self._waiting[account]

    def _schedule(self, when: float) -> None:
        if self._timer and self._timer.when() > when:
            self._timer.cancel()
            self._timer = None
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_at(when, self._give_turn)

    def _give_turn(self) -> None:
        self._timer = None
        if not self._waiting:
            return
        now = asyncio.get_running_loop().time()
        account = min(self._waiting, key=lambda each: each.time.used(now))
        delay = account.time.delay(now)
        if not delay:
            reader = next(iter(self._waiting[account]))
            self.forget(account, reader)
            self._turns.add(reader)
            reader.resume_input()
        if self._waiting:
            self._schedule(now + delay)


class AddressInput:
    """The account of an address. ``time``: processor time that its connections used."""

    def __init__(self, limits: InputLimits) -> None:
        self._limits = limits
        self.time = TokenBucket(_TIME_SHARE, _TIME_BURST, asyncio.get_running_loop().time())

    def admits(self, reader: InputReader) -> bool:
        """Return whether to read this connection now; if not, pause it until its turn."""
        return self._limits.admits(self, reader)

    def charge(self, seconds: float) -> None:
        """Count processor time that a connection of the address used."""
        self.time.take(seconds, asyncio.get_running_loop().time())

    def forget(self, reader: InputReader) -> None:
        """The connection is closed."""
        self._limits.forget(self, reader)
