"""The commands, one a module with its specification (``COMMAND``) and its ``run``.

A command is imported when it runs, so that a lookup does not import the others.
"""

from __future__ import annotations

from tui.cli.args.spec import Command

COMPLETE = "__words"
"""The hidden command that shell scripts call for completions."""

_MODULES = {
    "find": "find",
    "show": "show",
    "overview": "overview",
    "open": "open_",
    "list": "list_",
    "compare": "compare",
    "timeline": "timeline",
    "sources": "sources",
    "brief": "brief",
    "disagreements": "disagreements",
    "export": "export",
    "cite": "cite",
    "database": "database",
    "check": "check",
    "schema": "schema",
    "init": "init",
    "new": "new",
    "todo": "todo",
    "impact": "impact",
    "rename": "rename",
    "add": "add",
    "review": "review",
    "pins": "pins",
    "config": "config",
    "serve": "serve",
    "session": "session",
    "mcp": "mcp",
    "help": "help",
    "completion": "completion",
    COMPLETE: "complete",
}
COMMAND_NAMES = tuple(_MODULES)
"""Every command, in the order of the help."""
SYNONYMS = {
    "概览": "overview",
    "大事记": "timeline",
    "时间线": "timeline",
    "对比": "compare",
    "比较": "compare",
    "简报": "brief",
    "专题": "brief",
}
"""Chinese names of commands that show a page. Those of the kinds of records are in the briefing."""


def load_command(name: str) -> Command:
    """Import and return the command of that name."""
    module = __import__(f"tui.cli.commands.{_MODULES[name]}", fromlist=["COMMAND"])
    command: Command = module.COMMAND
    return command
