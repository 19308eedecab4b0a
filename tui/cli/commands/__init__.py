"""The commands, one a module: each says what it takes (``COMMAND``) and does it.

A command is imported when it is run: a look-up does not pay for the others.
"""

from __future__ import annotations

from tui.cli.args.spec import Command

COMPLETE = "__words"
"""The command that shells ask for completions."""

_MODULES = {
    "find": "find",
    "show": "show",
    "open": "open_",
    "list": "list_",
    "compare": "compare",
    "timeline": "timeline",
    "sources": "sources",
    "brief": "brief",
    "disagreements": "disagreements",
    "database": "database",
    "cite": "cite",
    "export": "export",
    "check": "check",
    "schema": "schema",
    "new": "new",
    "pins": "pins",
    "config": "config",
    "serve": "serve",
    "session": "session",
    "help": "help",
    "completion": "completion",
    COMPLETE: "complete",
}
COMMAND_NAMES = tuple(_MODULES)
"""Every command, in the order in which the help names them."""


def load_command(name: str) -> Command:
    """The command of that name."""
    module = __import__(f"tui.cli.commands.{_MODULES[name]}", fromlist=["COMMAND"])
    command: Command = module.COMMAND
    return command
