"""The limits of one server on connections and sessions."""

from __future__ import annotations

from tui.config.server_settings import ServerSettings
from tui.serve.net.input_limit import InputLimits
from tui.serve.security.rate_limit import RateLimit
from tui.serve.security.share_limit import ShareLimit


class Limits:
    """``logins``: connections that have not logged in, by address (OpenSSH MaxStartups);
    ``connections``: those that have, by reader; ``sessions``: open channels, by reader; ``rate``:
    new connections and sessions a minute, by address; ``input``: processor time that received
    packets cost, by address.
    """

    def __init__(self, settings: ServerSettings) -> None:
        self.logins = ShareLimit(settings.max_logins, settings.logins_per_address)
        self.connections = ShareLimit(settings.max_connections, settings.connections_per_reader)
        self.sessions = ShareLimit(settings.max_sessions, settings.sessions_per_reader)
        self.rate = RateLimit(settings.rate)
        self.input = InputLimits()
