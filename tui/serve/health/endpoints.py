"""The paths that the server answers over HTTP."""

from __future__ import annotations

from http import HTTPStatus

from tui.serve.health.heartbeat import Heartbeat
from tui.serve.health.http_endpoint import HttpEndpoint, Response
from tui.serve.health.probe_session import probe_session
from tui.serve.health.readiness import Readiness
from tui.serve.observability.metrics import CONTENT_TYPE
from tui.serve.server_state import ServerState


def health_endpoint(state: ServerState, heartbeat: Heartbeat) -> HttpEndpoint:
    """Return the HTTP server for ``/metrics``, ``/ready`` and ``/live``.

    ``/ready`` starts a session of the app, at most every two seconds; ``/live`` shows that the
    event loop runs and the zygote has answered lately.
    """

    async def probe() -> None:
        await probe_session(state.settings, state.language, state.start_job)

    async def metrics() -> Response:
        return Response(HTTPStatus.OK, state.metrics.render(), CONTENT_TYPE)

    readiness = Readiness(state.unavailability, probe, state.log, state.metrics)
    routes = {"/metrics": metrics, "/ready": readiness.respond, "/live": heartbeat.respond}
    return HttpEndpoint(routes)
