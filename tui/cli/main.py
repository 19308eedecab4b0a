"""The command ``medbrief``: reads the arguments, opens the store, runs the command.

Whatever goes wrong ends here: in one line on stderr and an exit code, never in a traceback.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from tui.cli import wording
from tui.cli.arguments import parse
from tui.cli.command import Options
from tui.cli.commands import load
from tui.cli.output import CANNOT_WRITE, OutputError, discard, say, say_line, shown
from tui.cli.settings import Settings, locale_language, settle
from tui.store import BriefingError, Store, open_store

_INTERNAL_ERROR = 70  # EX_SOFTWARE of sysexits.h


def main(arguments: list[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    options = parse(words, locale_language(os.environ))
    if options.pager or options.output is not None:
        from tui.cli.delivery import deliver

        return deliver(options, answer)
    return answer(options, settle(options, os.environ, sys.stdout))


def answer(options: Options, settings: Settings) -> int:
    """Run a command and return its exit code, whatever goes wrong."""
    try:
        code = _run(options, settings)
    except BrokenPipeError:  # ``medbrief list | head -1``: the reader has seen enough
        discard(1)
        return 0
    except OutputError as error:
        discard(1)
        say(wording.OUTPUT_LOST.format(why=error).of(settings.language))
        return CANNOT_WRITE
    except BriefingError as error:
        return _broken(error, settings)
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("MEDBRIEF_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}"
        say(wording.INTERNAL.format(what=what).of(settings.language))
        return _INTERNAL_ERROR
    return code


def _run(options: Options, settings: Settings) -> int:
    command = load(options.command) if options.command else None
    if command and not command.needs_store:  # editing may have no compiled briefing
        return command.run(options, settings)

    def compiling() -> Callable[[int, int], None]:
        from tui.cli.progress import Progress

        return Progress(sys.stderr, settings.language)

    with open_store(settings.content, os.environ, compiling) as store:
        return command.run(store, options, settings) if command else _overview(store, settings)


def _overview(store: Store, settings: Settings) -> int:
    from tui.cli.commands import overview

    if overview.can_open(settings):
        return overview.open_panels(store, settings)
    return overview.print_overview(store, settings)


def _broken(error: BriefingError, settings: Settings) -> int:
    say(wording.CONTENT_BROKEN.format(count=len(error.problems)).of(settings.language))
    for problem in error.problems:
        say_line(shown(problem.in_words(settings.language), longest=1000))
    return 3
