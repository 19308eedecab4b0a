"""``medbrief session``: one session under OpenSSH's ForceCommand.

Input: SSH_ORIGINAL_COMMAND and the client's locale, from the environment. Output: on the standard
streams, a command's output or the app.
"""

from __future__ import annotations

import os
import sys

from tui.cli.args.kind_commands import kinds_of_content
from tui.cli.args.spec import Options
from tui.cli.output.writer import print_message
from tui.cli.settings import Settings, resolve_settings
from tui.serve import messages
from tui.serve.request.capture import CapturedOutput
from tui.serve.request.environment import (
    EMPTY_CONFIG,
    allowed_variables,
    has_locale,
    restrict_process,
)
from tui.serve.request.executor import run_command
from tui.serve.request.request_parser import parse_request
from tui.store import BriefingError, open_store


def run_forced_command(options: Options, settings: Settings) -> int:
    """Handle the session's request and return its exit code.

    ``options`` and ``settings``: of the operator's own command line.
    """
    environ = allowed_variables(os.environ)
    if options.lang and not has_locale(environ):
        environ["LANG"] = options.lang
    request = parse_request(
        os.environ.get("SSH_ORIGINAL_COMMAND"), environ, lambda: kinds_of_content(settings.content)
    )
    if isinstance(request, CapturedOutput):
        request.print()
        return request.exit_code
    restrict_process()
    client = resolve_settings(request, environ, sys.stdout, EMPTY_CONFIG)
    client = client._replace(content=settings.content, originals=None, remote=True)
    try:
        store = open_store(settings.content, os.environ)
    except BriefingError:  # the details are for the operator: medbrief check prints them
        print_message(messages.NO_BRIEFING.of(client.language))
        return 3
    with store:
        return run_command(store, request, client)
