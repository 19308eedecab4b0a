"""The answer to ``/metrics``, rendered at most once a second."""

from __future__ import annotations

import time
from collections.abc import Callable
from http import HTTPStatus

from tui.serve.health.http_endpoint import Response
from tui.serve.observability.metrics import CONTENT_TYPE

_VALID = 1.0
"""Seconds for which the text is reused: rendering runs on the event loop of all sessions, and
Prometheus asks less often."""


class MetricsPage:
    """Answers requests for the metrics. ``render``: returns their text; ``now``: the clock."""

    def __init__(
        self, render: Callable[[], bytes], now: Callable[[], float] = time.monotonic
    ) -> None:
        self._render = render
        self._now = now
        self._text = b""
        self._expires = float("-inf")

    async def respond(self) -> Response:
        """Return 200 with a text that is at most one second old."""
        now = self._now()
        if now >= self._expires:
            self._text, self._expires = self._render(), now + _VALID
        return Response(HTTPStatus.OK, self._text, CONTENT_TYPE)
