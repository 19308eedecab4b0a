"""The server's state: its briefing, its zygote, its sessions; and how each is renewed."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

import asyncssh

from tui.serve import messages
from tui.serve.observability.log import Log
from tui.serve.observability.metrics import Metrics
from tui.serve.security.keys import authorized
from tui.serve.security.rate_limit import RateLimit
from tui.serve.settings import ServeSettings
from tui.serve.snapshot import Snapshot, load
from tui.serve.workers.job import Job
from tui.serve.workers.pool import WorkerPool
from tui.store import BriefingError, Store, find_content
from tui.store.content_changes import compile_in_subprocess, watch_content
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.cli.args.spec import UsageError
    from tui.serve.session import ClientSession

_SOON, _AT_MOST = 0.1, 30.0
"""Seconds before a zygote that died is started anew: none the first time, then more each time,
while it dies before it is ready."""


class ServerState:
    """What the connections of one server share."""

    def __init__(
        self, plan: ServeSettings, loaded: Snapshot, keys: asyncssh.SSHAuthorizedKeys | None
    ) -> None:
        self.plan = plan
        self.keys = keys
        self.log = Log(plan.log_format)
        self.metrics = Metrics()
        self.rates = RateLimit(plan.rate)
        self.connections: set[asyncssh.SSHServerConnection] = set()
        self.ending = False
        self._sessions: set[ClientSession] = set()
        self._loaded = loaded
        self._wait = 0.0
        self.link = WorkerPool(loaded.image, self._zygote_died)

    @property
    def store(self) -> Store:
        """The briefing of today."""
        return self._loaded.store

    # -- sessions

    def full(self) -> Wording | None:
        """Why no session can begin; None where one can."""
        if self.ending:
            return messages.ENDING
        if len(self._sessions) >= self.plan.max_sessions:
            return messages.FULL.format(most=self.plan.max_sessions)
        return None

    def begin(self, channel: ClientSession, kind: str) -> None:
        """Count a session."""
        self._sessions.add(channel)
        self.metrics.sessions.labels(kind).inc()
        self.metrics.begun.labels(kind).inc()

    def end(self, channel: ClientSession, kind: str) -> None:
        """It is over."""
        self._sessions.discard(channel)
        self.metrics.sessions.labels(kind).dec()

    def start(self, process: Job) -> None:
        """Begin a session's process; where the zygote has just died, as soon as the next is there.

        Raises:
            OSError: there is none, and will not be for a while.
        """
        try:
            self.link.start(process)
        except (BrokenPipeError, ConnectionResetError):  # it died, and nobody has heard of it yet
            self.link.hear_all()
            self.link.start(process)

    # -- the zygote

    def _zygote_died(self, waiting: list[Job]) -> None:
        self.metrics.restarts.inc()
        wait, self._wait = self._wait, min(max(self._wait * 2, _SOON), _AT_MOST)
        self.log.event("zygote", what="died", again_in=wait)
        if wait:
            asyncio.get_running_loop().call_later(wait, self._start_again)
        else:  # sessions that begin now wait in its socket until it is ready
            self._start_again()
        for process in waiting:
            try:
                self.link.start(process)
            except OSError:
                process.not_begun()

    def _start_again(self) -> None:
        if self.ending or not self.link.gone:
            return
        try:
            self._start_zygote()
        except OSError as error:  # no memory, no process to be had
            self.log.event("zygote", what=f"not started: {error}", again_in=_AT_MOST)
            asyncio.get_running_loop().call_later(_AT_MOST, self._start_again)

    def _start_zygote(self) -> None:
        self.link = WorkerPool(self._loaded.image, self._zygote_died)
        self._told = asyncio.get_running_loop().create_task(self._tell_when_ready(self.link))

    async def _tell_when_ready(self, link: WorkerPool) -> None:
        await link.ready.wait()
        self._wait = 0.0
        self.log.event("zygote", what="ready", process=link.process)

    # -- renewal

    async def reload(self) -> None:
        """Keys and content as they are now; where one is broken, the last good one stays."""
        if self.plan.authorized_keys:
            from tui.cli.args.spec import UsageError

            try:
                self.keys = authorized(self.plan.authorized_keys)
            except UsageError as error:
                self._broken(error)
        await self.renew()

    def _broken(self, error: UsageError) -> None:
        self.log.event("reload", what="keys", wrong=error.message.en)

    async def renew(self) -> None:
        """Serve today's content to new sessions; running ones end on what they have."""
        try:
            await self._renew()
        except Exception as error:  # whatever it is, what is served now goes on
            self.log.event("error", what=f"not renewed: {type(error).__name__}: {error}"[:200])

    async def _renew(self) -> None:
        folder = find_content(self.plan.content, os.environ)
        # In a process of its own first: what a thread compiles here, all sessions wait for.
        problems = await compile_in_subprocess(folder)
        if not problems:
            try:
                loaded = await asyncio.to_thread(load, folder)
            except BriefingError as error:
                problems = error.problems
        if problems:
            for problem in problems[:20]:
                self.log.event("content", wrong=problem.format("en")[:500])
            return
        old, before = self._loaded, self.link
        self._loaded = loaded
        self._start_zygote()
        before.retire()
        old.store.close()
        self.log.event("content", what="renewed", edition=self.store.meta("edition"))

    async def watch(self) -> None:
        """Renew whenever the content changes."""
        async for _ in watch_content(find_content(self.plan.content, os.environ)):
            await self.renew()

    # -- the end

    async def close(self) -> None:
        """No new sessions; running ones are told, and ended after the grace time."""
        self.ending = True
        for channel in list(self._sessions):
            channel.notify(messages.ENDING)
        end = asyncio.get_running_loop().time() + self.plan.end_grace
        while self._sessions and asyncio.get_running_loop().time() < end:
            await asyncio.sleep(0.05)
        for channel in list(self._sessions):
            channel.stop("server ends", messages.ENDING)
        end = asyncio.get_running_loop().time() + 3
        while self._sessions and asyncio.get_running_loop().time() < end:
            await asyncio.sleep(0.05)
        for connection in list(self.connections):
            connection.disconnect(asyncssh.DISC_BY_APPLICATION, "the server stops")
        await asyncio.sleep(0.05)
        self.link.close()
