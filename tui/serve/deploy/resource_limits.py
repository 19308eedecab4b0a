"""Resource limits of a server, computed from its settings."""

from __future__ import annotations

from typing import NamedTuple

from tui.config.server_settings import ServerSettings

FIRST_FREE_PORT = 1024
"""Lower ports need a capability (capabilities(7), CAP_NET_BIND_SERVICE)."""
_TASKS_PER_SESSION = 3
"""Threads of a session process: the app's, Textual's input thread, a worker thread."""
_MEGABYTES_PER_SESSION = 15
"""Measured by ``make bench ARGS=ssh``."""
_BASE_TASKS = 128
"""Front end, zygote, and the compiler of changed content."""
_BASE_MEGABYTES = 512
"""The same; a reload runs two zygotes and the compiler for a moment."""
_FILES_PER_SESSION = 4
"""The terminal's master twice, or two pipes, and their other ends for a moment."""
_BASE_FILES = 512
_KILL_TIME = 15
"""Seconds in which the processes themselves end after ``end_grace`` on a busy machine."""


class ResourceLimits(NamedTuple):
    """``megabytes``: memory; ``stop_seconds``: longest regular shutdown."""

    tasks: int
    megabytes: int
    open_files: int
    stop_seconds: int


def resource_limits(settings: ServerSettings) -> ResourceLimits:
    """Return limits that a server with these settings never reaches while it works correctly."""
    sessions = settings.max_sessions
    return ResourceLimits(
        tasks=_BASE_TASKS + _TASKS_PER_SESSION * sessions,
        megabytes=_BASE_MEGABYTES + _MEGABYTES_PER_SESSION * sessions,
        open_files=_BASE_FILES
        + settings.max_connections
        + settings.max_logins
        + _FILES_PER_SESSION * sessions,
        stop_seconds=settings.drain_time + settings.end_grace + _KILL_TIME,
    )
