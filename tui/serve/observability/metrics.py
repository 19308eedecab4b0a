"""Prometheus metrics of the server."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4 as CONTENT_TYPE

__all__ = ["CONTENT_TYPE", "Metrics"]

_BUCKETS = (0.005, 0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.6, 1.2, 2.5, 5, 10)


class Metrics:
    """The metrics of one server, in their own registry."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.sessions = Gauge(
            "medbrief_sessions", "Open sessions", ["kind"], registry=self.registry
        )
        self.sessions_started = Counter(
            "medbrief_sessions_begun", "Sessions started", ["kind"], registry=self.registry
        )
        self.refusals = Counter(
            "medbrief_refusals",
            "Refused connections and requests, by reason",
            ["reason"],
            registry=self.registry,
        )
        self.first_frame = Histogram(
            "medbrief_first_frame_seconds",
            "Time from the session request to the app's first frame",
            buckets=_BUCKETS,
            registry=self.registry,
        )
        self.commands = Histogram(
            "medbrief_command_seconds",
            "Time from a command to the end of its output",
            ["command"],
            buckets=_BUCKETS,
            registry=self.registry,
        )
        self.zygote_restarts = Counter(
            "medbrief_zygote_restarts",
            "Restarts of the process that forks sessions",
            registry=self.registry,
        )
        self.worker_deaths = Counter(
            "medbrief_worker_deaths",
            "Processes that ended unexpectedly: of a session, or the zygote",
            ["kind"],
            registry=self.registry,
        )
        self.ready = Gauge(
            "medbrief_ready",
            "Result of the last readiness check: 1 is ready",
            registry=self.registry,
        )
        self.log_lines_dropped = Counter(
            "medbrief_log_lines_dropped",
            "Log lines lost because standard error was blocked or its disk was full",
            registry=self.registry,
        )

    def render(self) -> bytes:
        """Return all metrics in Prometheus's text format 0.0.4, which is ``CONTENT_TYPE``."""
        return generate_latest(self.registry)
