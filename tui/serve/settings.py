"""How a server is to run: what its operator asked for."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tui.text.language import Language

LogForm = Literal["text", "json"]


class ServeSettings(NamedTuple):
    """The server's settings, named as in ``tui.config.server_settings``; times in seconds.

    ``authorized_keys``: a file, empty for anyone; ``metrics``: a port on loopback, 0 for none;
    ``proxy_protocol``: whether every connection begins with a PROXY header.
    """

    content: str | None
    language: Language
    host: str
    port: int
    authorized_keys: str
    anonymous: bool
    host_key: str
    max_sessions: int
    idle_timeout: float
    max_time: float
    login_grace: float
    end_grace: float
    rate: int
    watch: bool
    log_format: LogForm
    metrics: int
    proxy_protocol: bool
