"""Whether the server can start sessions: a probe whose result is cached."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from tui.serve.health.http_endpoint import Response
from tui.serve.observability.log import Log
from tui.serve.observability.metrics import Metrics

_VALID, _RETRY = 10.0, 2.0
"""Seconds for which a success and a failure are cached: however many checks arrive, a probe takes
about 0.12 of 10 seconds of a core."""
_TIMEOUT = 4.0
"""Seconds that a probe may take, less than what the printed configurations wait for an answer."""


class ProbeError(Exception):
    """A session could not be started; the text says why."""


class Readiness:
    """Answers readiness checks.

    ``unavailable``: why new sessions are refused at present, empty if they are not; ``probe``:
    starts a session and raises ``ProbeError`` if that fails.
    """

    def __init__(
        self,
        unavailable: Callable[[], str],
        probe: Callable[[], Awaitable[None]],
        log: Log,
        metrics: Metrics,
    ) -> None:
        self._unavailable = unavailable
        self._probe = probe
        self._log = log
        self._metrics = metrics
        self._task: asyncio.Task[None] | None = None
        self._failure = ""
        self._expires = 0.0
        self._last_logged: str | None = None

    async def respond(self) -> Response:
        """Return 200, or 503 with the reason."""
        reason = await self.reason()
        if reason != self._last_logged:
            self._last_logged = reason
            self._metrics.ready.set(not reason)
            self._log.event(
                "not ready" if reason else "ready", **({"reason": reason} if reason else {})
            )
        if reason:
            return Response(HTTPStatus.SERVICE_UNAVAILABLE, f"{reason}\n".encode())
        return Response(HTTPStatus.OK, b"ready\n")

    async def reason(self) -> str:
        """Return why the server is not ready, empty if it is."""
        if unavailable := self._unavailable():
            return unavailable
        now = asyncio.get_running_loop().time
        if now() >= self._expires:
            if self._task is None:  # concurrent checks wait for the same probe
                self._task = asyncio.create_task(self._run_probe())
            await asyncio.shield(self._task)
        return self._unavailable() or self._failure

    async def _run_probe(self) -> None:
        try:
            async with asyncio.timeout(_TIMEOUT):
                await self._probe()
            self._failure = ""
        except TimeoutError:
            self._failure = f"no session within {_TIMEOUT:.0f} s"
        except ProbeError as error:
            self._failure = str(error)
        except Exception as error:  # whatever went wrong, no session started
            self._failure = f"{type(error).__name__}: {error}"[:200]
        finally:
            self._task = None
            delay = _RETRY if self._failure else _VALID
            self._expires = asyncio.get_running_loop().time() + delay
