"""Apply changes of the key files while the server runs."""

from __future__ import annotations

import asyncio

from tui.serve.observability.log import Log
from tui.serve.security.access_control import AccessControl, Versions

INTERVAL = 1.0
"""Seconds between two looks at the files: new keys are accepted, and removed ones end, after at
most twice this time; sessions get another second to say why. The manual promises four."""


class KeyWatch:
    """Reads the key files again when they change, and checks the keys of open connections.

    A change is applied once the files have been unchanged for ``interval`` seconds: a file that is
    being written may be empty, and would disconnect everyone.
    """

    def __init__(self, access: AccessControl, log: Log, interval: float = INTERVAL) -> None:
        self._access = access
        self._log = log
        self._interval = interval
        self._reading = asyncio.Lock()

    async def watch_forever(self) -> None:
        """Watch until the task is cancelled."""
        seen = self._access.applied
        while True:
            await asyncio.sleep(self._interval)
            try:
                seen = await self.look(seen)
            except Exception as error:  # without this loop no key could be revoked
                self._log.event("error", what=f"key watch: {type(error).__name__}: {error}"[:200])

    async def look(self, seen: Versions) -> Versions:
        """Apply a change if the files are as they were ``seen`` last; return their versions."""
        versions = await asyncio.to_thread(self._access.versions)
        changed = versions != self._access.applied or not self._access.is_usable
        if changed and versions == seen:
            await self._read(only_changes=True)
        self._check_connections()
        return versions

    async def reload(self) -> None:
        """Read the files now, and log what they hold."""
        await self._read(only_changes=False)
        self._check_connections()

    async def _read(self, *, only_changes: bool) -> None:
        async with self._reading:
            before = self._access.files
            versions = await asyncio.to_thread(self._access.versions)
            files = await asyncio.to_thread(self._access.read)
            self._access.apply(files, versions)
            still_failing = before.failure and files.failure
            if not (only_changes and still_failing):
                self._access.log_contents(self._log)

    def _check_connections(self) -> None:
        for connection in list(self._access.authenticated):
            connection.check_again()
