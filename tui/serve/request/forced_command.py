"""One reader's session under somebody else's SSH server (OpenSSH's ForceCommand).

In: SSH_ORIGINAL_COMMAND, the client's locale, the standard streams. Out: the answer or the
panels, on those streams.
"""

from __future__ import annotations

import os
import sys

from tui.cli.args.spec import Options
from tui.cli.output.writer import print_message
from tui.cli.settings import Settings, resolve_settings
from tui.serve import messages
from tui.serve.request.capture import CapturedOutput
from tui.serve.request.environment import NOBODYS, locale_of
from tui.serve.request.executor import run
from tui.serve.request.parser import read
from tui.store import BriefingError, open_store


def serve_one(own: Options, settings: Settings) -> int:
    """Answer the one request of this session. ``own``: what the operator's line says."""
    environ = locale_of(os.environ)
    if own.lang and not any(name.startswith(("LANG", "LC_")) for name in environ):
        environ["LANG"] = own.lang
    asked = read(os.environ.get("SSH_ORIGINAL_COMMAND"), environ)
    if isinstance(asked, CapturedOutput):
        print_answer(asked)
        return asked.code
    enclose()
    theirs = resolve_settings(asked, environ, sys.stdout, NOBODYS)
    theirs = theirs._replace(content=settings.content, originals=None)
    try:
        store = open_store(settings.content, os.environ)
    except BriefingError:  # where it is broken is no business of readers: medbrief check tells
        print_message(messages.NO_BRIEFING.of(theirs.language))
        return 3
    with store:
        return run(store, asked, theirs)


def enclose() -> None:
    """From now on this process serves a stranger: nothing of theirs is kept here, and they see
    nothing of its owner's but the briefing."""
    os.environ["MEDBRIEF_STATE"] = "off"
    # The documents forbid reproduction: who runs the server may read them, their readers may not.
    os.environ["MEDBRIEF_ORIGINALS"] = "off"
    os.environ["XDG_CONFIG_HOME"] = "/nonexistent"
    os.environ.pop("MEDBRIEF_DEBUG", None)


def print_answer(answer: CapturedOutput) -> None:
    """Put an answer on the standard streams."""
    for stream, data in ((sys.stdout, answer.stdout), (sys.stderr, answer.stderr)):
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
