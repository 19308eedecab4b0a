"""medbrief: a briefing on China's internet-healthcare industry, in the terminal.

Two halves with one file between them::

    seeds/ content/ --load--> model --check--> --compile--> briefing.db
    briefing.db --search, views, render--> cli | app | export | serve

shared   fast_namedtuple, xdg, full_write, atomic_write, file_write, text, document, database,
         diagnostics, system_errors
build    model -> load -> check -> compile
runtime  config, state, store -> search -> views -> render -> export -> app -> cli -> serve

The runtime half starts the build half only when the content has changed
(``store.compile_bridge.recompile``).
"""

# The module ``signal`` imports enum: 5 % of the time of a lookup.
import _signal  # type: ignore[import-not-found]
import os
import sys


def exit_interrupted(*_: object) -> None:
    """Exit with 130 (128 + SIGINT, as in shells) at once: nothing is open that must be closed."""
    os._exit(130)


def _is_command() -> bool:
    """Return whether this process is the command ``medbrief`` or ``python -m tui``."""
    program = sys.argv[0] if sys.argv else ""
    if program == "-m":
        return sys.orig_argv[sys.orig_argv.index("-m") + 1 :][:1] == ["tui"]
    return program.replace("\\", "/").rpartition("/")[2].startswith("medbrief")


# As early as this package can: Ctrl+C during the imports would print a traceback. It is not for
# programs that import the package, nor where SIGINT is ignored. See ``tui.cli.interrupts``.
if _is_command() and _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
    _signal.signal(_signal.SIGINT, exit_interrupted)

__version__ = "0.1.0"
