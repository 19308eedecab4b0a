"""Run a command for a tool call, with the limits of the commands over SSH.

The command line of a call goes through the parser of SSH requests: no shell, only commands that are
allowed there, no option that reaches a file or a program, the same maximum length.
"""

from __future__ import annotations

import json
import os
import re
import shlex
from collections.abc import Sequence
from typing import Any, NamedTuple

from tui.cli.args.kind_commands import kinds_of_content
from tui.serve.request.capture import CapturedOutput
from tui.serve.request.environment import locale_for
from tui.serve.request.executor import execute
from tui.serve.request.request_parser import parse_request
from tui.store import BriefingError, open_store
from tui.text.language import Language

_FOUND, _NOTHING_FOUND = 0, 1
_PROGRAM = re.compile(r"^medbrief[ a-z]*: ")


class ToolFailedError(Exception):
    """The call is not valid, or the command failed. The text is for the assistant."""


class ServedBriefing(NamedTuple):
    """The briefing that is served. ``content``: its folder, None for the default one;
    ``language``: of messages and references."""

    content: str | None
    language: Language


class CommandResult(NamedTuple):
    """What a command printed. ``message``: why nothing is found, or what a reader must know of the
    result; None for neither."""

    output: str
    message: str | None

    def objects(self) -> list[dict[str, Any]]:
        """Return the objects of a JSON array; none if nothing is found."""
        found: list[dict[str, Any]] = json.loads(self.output or "[]")
        return found


def run_command_line(briefing: ServedBriefing, words: Sequence[str]) -> CommandResult:
    """Run a command line on the briefing as it is now. Nothing else may write to the standard
    streams meanwhile.

    Raises:
        ToolFailedError: the command line is refused or has an error; the content is invalid.
    """
    environ = {"LANG": locale_for(briefing.language)}
    request = parse_request(shlex.join(words), environ, lambda: kinds_of_content(briefing.content))
    if not isinstance(request, CapturedOutput):
        try:
            # Opened for each call, so that an assistant sees what an editor has changed.
            with open_store(briefing.content, os.environ) as store:
                request = execute(store, request, environ)
        except BriefingError as error:
            raise ToolFailedError(_problems(error, briefing.language)) from error
    message = _message(request.stderr.decode("utf-8", "replace"))
    if request.exit_code not in (_FOUND, _NOTHING_FOUND):
        raise ToolFailedError(message)
    return CommandResult(request.stdout.decode("utf-8"), message or None)


def _problems(error: BriefingError, language: Language) -> str:
    from tui.cli.messages import invalid_content

    lines = [problem.format(language) for problem in error.problems[:5]]
    return "\n".join((invalid_content(len(error.problems)).of(language), *lines))


def _message(printed: str) -> str:
    """Return the messages that a command printed to standard error, without the program's name:
    lines, or an object with ``message`` and ``details``."""
    try:
        error = json.loads(printed)
        lines = [error["message"], *error["details"]]
    except (ValueError, TypeError, KeyError):
        lines = [_PROGRAM.sub("", line) for line in printed.splitlines()]
    # An assistant cannot open the help of the command line; it has the tool's schema.
    return "\n".join(line for line in lines if not line.endswith(" --help")).strip()
