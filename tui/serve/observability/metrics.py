"""What an operator watches, for Prometheus, on loopback."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, start_http_server

_SECONDS = (0.005, 0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.6, 1.2, 2.5, 5, 10)


class Metrics:
    """The measures of one server, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.sessions = Gauge(
            "medbrief_sessions", "Sessions that run now", ["kind"], registry=self.registry
        )
        self.begun = Counter(
            "medbrief_sessions_begun", "Sessions begun", ["kind"], registry=self.registry
        )
        self.refusals = Counter(
            "medbrief_refusals", "What was refused, by reason", ["reason"], registry=self.registry
        )
        self.first_frame = Histogram(
            "medbrief_first_frame_seconds",
            "From the session's request to what the panels draw first",
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.commands = Histogram(
            "medbrief_command_seconds",
            "From a command to the end of its answer",
            ["command"],
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.restarts = Counter(
            "medbrief_zygote_restarts",
            "How often the process that starts sessions died and was started anew",
            registry=self.registry,
        )

    def publish(self, port: int) -> None:
        """Answer Prometheus on this machine.

        Raises:
            OSError: the port is taken.
        """
        start_http_server(port, "127.0.0.1", self.registry)
