"""State shared by all connections: the briefing, the worker pool, the open sessions."""

from __future__ import annotations

import asyncio
import itertools
import os
from typing import Protocol

import asyncssh

from tui.config.server_settings import ServerSettings
from tui.serve import messages
from tui.serve.key_watch import KeyWatch
from tui.serve.observability.connection_log import ConnectionLog
from tui.serve.observability.death_counter import DeathCounter
from tui.serve.observability.log import Log
from tui.serve.observability.metrics import Metrics
from tui.serve.security.access_control import AccessControl
from tui.serve.security.rate_limit import RateLimit
from tui.serve.snapshot import Snapshot, load_snapshot
from tui.serve.workers.job import Job
from tui.serve.workers.restarting_pool import RestartingPool
from tui.store import BriefingError, Store, find_content
from tui.store.content_changes import compile_in_subprocess, watch_content
from tui.text.language import Language, Wording

_KILL_GRACE = 3.0
"""Seconds that stopped sessions get to close their channels at shutdown."""


class OpenSession(Protocol):
    """What the server asks of a session."""

    def notify(self, message: Wording) -> None:
        """Show a message without ending the session."""

    def stop(self, reason: str, message: Wording) -> None:
        """End the session and tell the client why."""


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
        self.session_deaths = DeathCounter("session", log, self.metrics)
        self.rate_limit = RateLimit(settings.rate)
        self.connections: set[asyncssh.SSHServerConnection] = set()
        self._connection_numbers = itertools.count(1)
        self._content = content
        self.draining = False
        """Whether the server is about to stop, but still accepts clients."""
        self._stopping = False
        self._sessions: set[OpenSession] = set()
        self._snapshot = snapshot
        self._pool = RestartingPool(snapshot.image, self.log, self.metrics)

    @property
    def store(self) -> Store:
        """The current briefing."""
        return self._snapshot.store

    def connection_log(self, peer: str) -> ConnectionLog:
        """Return the log of a new connection."""
        return ConnectionLog(self.log, self.metrics, next(self._connection_numbers), peer)

    async def wait_until_ready(self) -> None:
        """Wait until the zygote can fork sessions."""
        await self._pool.wait_until_ready()

    # -- sessions

    def refusal(self) -> Wording | None:
        """Return why no session can start now; None if one can."""
        if self._stopping:
            return messages.SHUTTING_DOWN
        if len(self._sessions) >= self.settings.max_sessions:
            return messages.SERVER_FULL.format(limit=self.settings.max_sessions)
        return None

    def unavailability(self) -> str:
        """Return why a load balancer should send no clients; empty if it should."""
        if self.draining or self._stopping:
            return "draining"
        return "full" if len(self._sessions) >= self.settings.max_sessions else ""

    async def wait_for_workers(self) -> None:
        """Wait until the zygote answers."""
        await self._pool.wait_for_answer()

    def session_opened(self, session: OpenSession, kind: str) -> None:
        """Register and count a session."""
        self._sessions.add(session)
        self.metrics.sessions.labels(kind).inc()
        self.metrics.sessions_started.labels(kind).inc()

    def session_closed(self, session: OpenSession, kind: str) -> None:
        """Remove a session."""
        self._sessions.discard(session)
        self.metrics.sessions.labels(kind).dec()

    def start_job(self, job: Job) -> None:
        """Start a session's process.

        Raises:
            OSError: there is no zygote and none will start soon.
            ValueError: the request is too long.
        """
        self._pool.start(job)

    # -- reload

    async def reload(self) -> None:
        """Reload keys and content; keep the current content if the new one is invalid."""
        if self._key_watch:
            await self._key_watch.reload()
        await self.reload_content()

    async def watch_keys(self) -> None:
        """Apply changes of the key files, and end connections whose key is no longer accepted."""
        if self._key_watch:
            await self._key_watch.watch_forever()

    async def reload_content(self) -> None:
        """Serve the current content to new sessions; open sessions keep theirs."""
        try:
            await self._reload_content()
        except Exception as error:  # keep serving the old content, whatever went wrong
            self.log.event("error", what=f"reload failed: {type(error).__name__}: {error}"[:200])

    async def _reload_content(self) -> None:
        folder = find_content(self._content, os.environ)
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

    async def watch(self) -> None:
        """Reload the content whenever it changes."""
        async for _ in watch_content(find_content(self._content, os.environ)):
            await self.reload_content()

    # -- shutdown

    async def shut_down(self) -> None:
        """Refuse new sessions, notify open ones, and end them after the grace time."""
        self._stopping = True
        for session in list(self._sessions):
            session.notify(messages.SHUTTING_DOWN)
        await self._sessions_closed(self.settings.end_grace)
        for session in list(self._sessions):
            session.stop("server ends", messages.SHUTTING_DOWN)
        await self._sessions_closed(_KILL_GRACE)
        for connection in list(self.connections):
            connection.disconnect(asyncssh.DISC_BY_APPLICATION, "the server is shutting down")
        await asyncio.sleep(0.05)  # let the disconnect messages out
        self._pool.close()

    def close_pool(self) -> None:
        """End the zygote and its sessions."""
        self._pool.close()

    async def _sessions_closed(self, timeout: float) -> None:
        """Wait until no session is open, at most ``timeout`` seconds."""
        loop = asyncio.get_running_loop()
        end = loop.time() + timeout
        while self._sessions and loop.time() < end:
            await asyncio.sleep(0.05)
