"""How a server is to run: what its operator asked for."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tui.text.language import Language

LogForm = Literal["text", "json"]


class Plan(NamedTuple):
    """``keys``: the file of authorized keys, None for anyone; times in seconds; ``rate``:
    connections a minute from one address; ``metrics``: a port on loopback, 0 for none;
    ``proxied``: whether every connection begins with a PROXY header."""

    host: str
    port: int
    keys: str | None
    host_key: str
    content: str | None
    language: Language
    most: int
    idle: float
    longest: float
    rate: int
    watch: bool
    log_form: LogForm
    metrics: int
    proxied: bool
    login_grace: float = 20.0
    end_grace: float = 10.0
