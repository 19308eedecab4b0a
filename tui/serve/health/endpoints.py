"""The paths that the server answers over HTTP."""

from __future__ import annotations

from tui.serve.health.heartbeat import Heartbeat
from tui.serve.health.http_endpoint import HttpEndpoint
from tui.serve.health.metrics_page import MetricsPage
from tui.serve.health.probe_session import probe_session
from tui.serve.health.readiness import Readiness
from tui.serve.server_state import ServerState


def health_endpoint(state: ServerState, heartbeat: Heartbeat) -> HttpEndpoint:
    """Return the HTTP server for ``/metrics``, ``/ready`` and ``/live``.

    ``/ready`` starts a session of the app, at most every two seconds; ``/live`` shows that the
    event loop runs and the zygote has answered lately.
    """

    async def probe() -> None:
        await probe_session(state.settings, state.language, state.start_job)

    metrics = MetricsPage(state.metrics.render)
    readiness = Readiness(state.unavailability, probe, state.log, state.metrics)
    routes = {"/metrics": metrics.respond, "/ready": readiness.respond, "/live": heartbeat.respond}
    return HttpEndpoint(routes)
