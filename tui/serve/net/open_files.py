"""The limit on open files (getrlimit(2), RLIMIT_NOFILE).

Shells and systemd start programs with a soft limit of 1024, for those that use select(2), and a
much higher hard limit, up to which a program may raise its own.
"""

from __future__ import annotations

import resource
from contextlib import suppress


def raise_open_files(needed: int) -> int:
    """Raise the soft limit to ``needed``, or as far as allowed; return the limit in effect."""
    soft, hard = _limits()
    wanted = min(needed, hard)
    if soft < wanted:
        with suppress(OSError, ValueError):  # macOS has a further limit, kern.maxfilesperproc
            resource.setrlimit(
                resource.RLIMIT_NOFILE, (wanted, resource.getrlimit(resource.RLIMIT_NOFILE)[1])
            )
    return _limits()[0]


def largest_open_files() -> int:
    """Return the hard limit."""
    return _limits()[1]


def _limits() -> tuple[int, int]:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    unlimited = resource.RLIM_INFINITY
    return tuple(2**31 if limit == unlimited else limit for limit in (soft, hard))  # type: ignore[return-value]
