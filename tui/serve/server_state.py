"""State shared by all connections: the briefing, the worker pool, the open sessions."""

from __future__ import annotations

import asyncio
import itertools
import os
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

from tui.config.server_settings import ServerSettings
from tui.serve import messages
from tui.serve.key_watch import KeyWatch
from tui.serve.observability.connection_log import ConnectionLog
from tui.serve.observability.death_counter import DeathCounter
from tui.serve.observability.log import Log
from tui.serve.observability.metrics import Metrics
from tui.serve.observability.refusal_log import RefusalLog
from tui.serve.security.access_control import AccessControl
from tui.serve.security.limits import Limits
from tui.serve.snapshot import Snapshot, load_snapshot
from tui.serve.workers.job import Job
from tui.serve.workers.restarting_pool import RestartingPool
from tui.store import BriefingError, Store, find_content
from tui.store.content_changes import compile_in_subprocess, watch_content
from tui.store.fingerprint import fingerprint
from tui.text.language import Language, Wording

ZYGOTE_TIMEOUT = 30.0
"""Seconds to wait until the zygote can fork sessions."""
_LAST_SECONDS = 3.0
"""Seconds of the grace time, but at most half of it, in which sessions that are still open are
stopped: a process gets 2 until it is killed, a client the last one to close its connection."""


class OpenSession(Protocol):
    """What the server asks of a session."""

    def notify(self, message: Wording) -> None:
        """Show a message without ending the session."""

    def stop(self, reason: str, message: Wording) -> None:
        """End the session and tell the client why."""


class OpenConnection(Protocol):
    """What the server asks of a connection."""

    def disconnect(self, reason: str, text: str) -> None:
        """End the connection. ``reason``: for the log; ``text``: for the client, in English."""


class ServerState:
    """Shared state of one server.

    ``content``: the content folder, None for the default one; ``language``: of clients that send
    no locale; ``access``: decides about keys, None for anonymous access.
    """

    def __init__(
        self,
        settings: ServerSettings,
        content: str | None,
        language: Language,
        snapshot: Snapshot,
        access: AccessControl | None,
        log: Log,
    ) -> None:
        self.settings = settings
        self.language = language
        self.access = access
        self.log = log
        self._key_watch = KeyWatch(access, log) if access else None
        self.metrics = Metrics()
        log.writer.on_dropped = self.metrics.log_lines_dropped.inc
        self.refusals = RefusalLog(log, self.metrics)
        self.session_deaths = DeathCounter("session", log, self.metrics)
        self.limits = Limits(settings)
        self.connections: set[OpenConnection] = set()
        self._connection_numbers = itertools.count(1)
        self._content = content
        self._draining = False
        self._stopping = False
        self._hurried = asyncio.Event()
        self._sessions: set[OpenSession] = set()
        self._snapshot = snapshot
        self._pool = RestartingPool(snapshot.image, self.log, self.metrics)

    @property
    def store(self) -> Store:
        """The current briefing."""
        return self._snapshot.store

    def connection_log(self, peer: str) -> ConnectionLog:
        """Return the log of a new connection."""
        return ConnectionLog(self.log, self.refusals, next(self._connection_numbers), peer)

    async def wait_until_ready(self) -> None:
        """Wait until the zygote can fork sessions."""
        await self._pool.wait_until_ready()

    # -- sessions

    def open_session(self, session: OpenSession, reader: str) -> tuple[str, Wording] | None:
        """Register a session and take a place for it, until ``close_session``.

        Returns the reason for the log and the message to the client if it must be refused.
        """
        limit = self.limits.sessions
        if self._stopping:
            return "stopping", messages.SHUTTING_DOWN
        if refusal := limit.take(reader):
            if refusal == "full":
                return "full", messages.SERVER_FULL.format(limit=limit.total)
            held, free = limit.held_by(reader), limit.free
            return "sessions of reader", messages.SESSION_SHARE.format(count=held, free=free)
        self._sessions.add(session)
        return None

    def unavailability(self) -> str:
        """Return why a load balancer should send no clients; empty if it should."""
        if self._draining or self._stopping:
            return "draining"
        return "" if self.limits.sessions.free else "full"

    async def wait_for_workers(self) -> None:
        """Wait until the zygote answers."""
        await self._pool.wait_for_answer()

    def kill_silent_zygote(self) -> None:
        """Replace a zygote that does not answer."""
        self._pool.kill_silent_zygote()

    def close_session(self, session: OpenSession, reader: str) -> None:
        """Give the place of a registered session back."""
        if session in self._sessions:
            self._sessions.discard(session)
            self.limits.sessions.release(reader)

    def start_job(self, job: Job) -> None:
        """Start a session's process.

        Raises:
            OSError: there is no zygote and none will start soon.
            ValueError: the request is too long.
        """
        self._pool.start(job)

    # -- reload

    async def reload_keys(self) -> None:
        """Read the key files now."""
        if self._key_watch:
            await self._key_watch.reload()

    async def watch_keys(self) -> None:
        """Apply changes of the key files, and end connections whose key is no longer accepted."""
        if self._key_watch:
            await self._key_watch.watch_forever()

    async def reload_content(self) -> None:
        """Serve changed content to new sessions, once it is valid; open sessions keep theirs.

        Returns when sessions start with it, so that a further change replaces no zygote that is
        still starting: sessions would wait as long as changes follow one another.

        Raises:
            OSError: no process could be started; the current content stays.
        """
        folder = find_content(self._content, os.environ)
        if await asyncio.to_thread(fingerprint, folder) == self._snapshot.fingerprint:
            self.log.event("content", what="unchanged", edition=self.store.meta("edition"))
            return
        # Compile in a separate process: in a thread it would block all sessions (GIL).
        problems = await compile_in_subprocess(folder)
        if not problems:
            try:
                snapshot = await asyncio.to_thread(load_snapshot, folder)
            except BriefingError as error:
                problems = error.problems
        if problems:
            for problem in problems[:20]:
                self.log.event("content", error=problem.format("en")[:500])
            return
        old_store = self.store
        self._pool.replace(snapshot.image)
        self._snapshot = snapshot
        old_store.close()
        self.log.event("content", what="reloaded", edition=self.store.meta("edition"))
        with suppress(TimeoutError):
            await asyncio.wait_for(self.wait_until_ready(), ZYGOTE_TIMEOUT)

    async def watch_content(self, changed: Callable[[], None]) -> None:
        """Call ``changed`` whenever the content changes."""
        async for _ in watch_content(find_content(self._content, os.environ)):
            changed()

    # -- shutdown

    def hurry(self) -> None:
        """End the sessions at once instead of after the grace time."""
        self._hurried.set()

    async def drain(self) -> None:
        """Tell load balancers to send no more clients, and give them time to notice."""
        self._draining = True
        with suppress(TimeoutError):
            await asyncio.wait_for(self._hurried.wait(), self.settings.drain_time)

    async def shut_down(self) -> None:
        """Refuse new sessions, notify open ones, and end everything within the grace time, also
        where clients do not close their connections."""
        self._stopping = True
        loop = asyncio.get_running_loop()
        last = min(_LAST_SECONDS, self.settings.end_grace / 2)
        for session in list(self._sessions):
            session.notify(messages.SHUTTING_DOWN)
        end = loop.time() + self.settings.end_grace
        await self._wait_until_empty(self._sessions, end - last, self._hurried)
        end = min(end, loop.time() + last)  # sooner if hurried, or if no session is left
        for session in list(self._sessions):
            session.stop("server ends", messages.SHUTTING_DOWN)
        await self._wait_until_empty(self._sessions, end - last / 3)
        for connection in list(self.connections):
            connection.disconnect("server ends", "the server is shutting down")
        await self._wait_until_empty(self.connections, end)
        self._pool.close()
        self.refusals.close()

    async def _wait_until_empty(
        self, things: set[Any], end: float, hurried: asyncio.Event | None = None
    ) -> None:
        """Wait until all are closed, at most until ``end`` on the loop's clock."""
        loop = asyncio.get_running_loop()
        while things and loop.time() < end and not (hurried and hurried.is_set()):
            await asyncio.sleep(0.05)
