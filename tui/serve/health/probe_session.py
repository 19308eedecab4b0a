"""Start a session of the app without a client, in the way a client's session is started."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import cast

import asyncssh

from tui.config.server_settings import ServerSettings
from tui.serve.client import Client
from tui.serve.health.readiness import ProbeError
from tui.serve.request.environment import session_environment
from tui.serve.workers.job import Job
from tui.serve.workers.supervisor import Supervisor
from tui.text.language import Language, Wording

_FIRST_FRAME_BYTES = 500
"""Output that counts as the first frame: the terminal set-up alone is shorter."""
_SIZE = (80, 24)


class _ProbeChannel:
    """Stands for the client's channel: counts the output and discards it."""

    def __init__(self) -> None:
        self.drawn = asyncio.Event()
        self._bytes = 0

    def write(self, data: bytes, _datatype: asyncssh.DataType = None) -> None:
        """Count the output."""
        self._bytes += len(data)
        if self._bytes > _FIRST_FRAME_BYTES:
            self.drawn.set()

    def is_closing(self) -> bool:
        """Return False: nobody hangs up."""
        return False

    def pause_reading(self) -> None:
        """Ignored: the probe sends a single key."""

    def resume_reading(self) -> None:
        """Ignored: the probe sends a single key."""

    def exit(self, _code: int) -> None:
        """Ignored: the probe reads the exit code itself."""


async def probe_session(
    settings: ServerSettings, language: Language, start_job: Callable[[Job], None]
) -> None:
    """Start the app, wait for its first frame, quit with the key q, and wait for its end.

    Raises:
        ProbeError: the app cannot be started or ends in another way.
    """
    channel = _ProbeChannel()
    client = Client(cast("asyncssh.SSHServerChannel[bytes]", channel), language)
    client.size = _SIZE
    ended: asyncio.Future[tuple[int, str]] = asyncio.get_running_loop().create_future()

    crashes: list[str] = []

    def on_exit(code: int, reason: str, _message: Wording | None) -> None:
        channel.drawn.set()
        if not ended.done():
            ended.set_result((code, reason))

    environ = session_environment({}, "xterm-256color", language)
    try:
        supervisor = Supervisor(
            client,
            None,
            environ,
            settings=settings,
            start_job=start_job,
            on_exit=on_exit,
            on_crash=crashes.append,
        )
    except (OSError, ValueError) as error:
        raise ProbeError(f"session not started: {error}") from None
    try:
        await channel.drawn.wait()
        supervisor.send_input(b"q")
        code, reason = await ended
    finally:
        if not ended.done():
            supervisor.abandon()
    if code:
        why = crashes[0] if crashes else reason
        raise ProbeError(f"session ended with code {code} ({why})")
