"""Run what every session runs once, before forking: imports and caches."""

from __future__ import annotations

from tui.cli.commands import COMMAND_NAMES, load_command
from tui.serve.request.capture import CapturedOutput
from tui.serve.request.executor import execute
from tui.serve.request.request_parser import parse_request
from tui.store import Store

_LINES = ("find 2022", "find nothing-like-it", "list --json", "export --all", "help", "--nonsense")


def warm_up(store: Store) -> None:
    """Import all commands and execute some requests."""
    for name in COMMAND_NAMES:
        load_command(name)
    for line in _LINES:
        request = parse_request(line, {})
        if not isinstance(request, CapturedOutput):
            execute(store, request, {})
