"""Prometheus metrics of the server, published on loopback."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, start_http_server

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
        self.log_lines_dropped = Counter(
            "medbrief_log_lines_dropped",
            "Log lines lost because standard error was blocked or its disk was full",
            registry=self.registry,
        )

    def publish(self, port: int) -> None:
        """Serve the metrics over HTTP on 127.0.0.1.

        Raises:
            OSError: the port is in use.
        """
        start_http_server(port, "127.0.0.1", self.registry)
