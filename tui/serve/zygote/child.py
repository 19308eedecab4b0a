"""The forked side of a session, from the fork to its exit."""

from __future__ import annotations

import fcntl
import os
import signal
import sys
import termios
from collections.abc import Callable, Iterable
from io import TextIOWrapper
from typing import NoReturn

from tui.app.app_crashed_error import AppCrashedError
from tui.cli.errors import INTERNAL_ERROR
from tui.cli.output.terminal_encoding import use_encoding
from tui.cli.settings import locale_encoding
from tui.serve.request.capture import CapturedOutput
from tui.serve.request.environment import restrict_process
from tui.serve.request.executor import client_settings, run_command
from tui.serve.request.request_parser import parse_request
from tui.serve.zygote import process_limits
from tui.serve.zygote.crash_report import CrashReporter
from tui.serve.zygote.protocol import Request
from tui.store import Store


def run_job(
    store: Store, request: Request, descriptors: list[int], reporter: CrashReporter
) -> NoReturn:
    """Execute a request on its descriptors: a terminal, or standard output and error."""

    def run() -> int:
        leave_zygote(descriptors, reporter, terminal=request["terminal"])
        code = _execute(store, request, reporter)
        sys.stdout.flush()
        sys.stderr.flush()
        return code

    run_and_exit(run, reporter)


def run_and_exit(run: Callable[[], int], reporter: CrashReporter) -> NoReturn:
    """Exit with the code that ``run`` returns. No exception gets further than the server's log."""
    code = INTERNAL_ERROR
    try:
        code = run()
    except BaseException as error:
        if isinstance(error, SystemExit) and type(error.code) is int:
            code = error.code
        else:
            reporter.exception(error.error if isinstance(error, AppCrashedError) else error)
    finally:
        os._exit(code)


def leave_zygote(
    descriptors: list[int], reporter: CrashReporter, *, terminal: bool, kept: Iterable[int] = ()
) -> None:
    """Give this process its own signal handlers, session and standard streams.

    Closes all other descriptors but ``kept`` and the reporter's.
    """
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGCHLD, signal.SIGINT, signal.SIGHUP, signal.SIGTERM, signal.SIGPIPE):
        signal.signal(number, signal.SIG_DFL)
    os.setsid()
    process_limits.lower_priority()
    process_limits.limit_memory()
    if terminal:
        fcntl.ioctl(descriptors[0], termios.TIOCSCTTY, 0)
        descriptors = [descriptors[0]] * 3
    else:
        descriptors = [os.open(os.devnull, os.O_RDONLY), *descriptors]
    for target, descriptor in enumerate(descriptors):
        os.dup2(descriptor, target)
    _close_from(3, {reporter.descriptor, *kept})
    reset_standard_streams()
    reporter.replace_error_output()


def _close_from(lowest: int, kept: set[int]) -> None:
    for descriptor in sorted(kept):
        os.closerange(lowest, descriptor)
        lowest = descriptor + 1
    limit = os.sysconf("SC_OPEN_MAX")
    os.closerange(lowest, limit if limit > 0 else 65536)


def reset_standard_streams() -> None:
    """Open Python's standard streams again after the descriptors 0 to 2 were replaced."""
    sys.stdin = sys.__stdin__ = _open_stream(0, "r")  # type: ignore[misc]
    sys.stdout = sys.__stdout__ = _open_stream(1, "w")  # type: ignore[misc]
    sys.stderr = sys.__stderr__ = _open_stream(2, "w")  # type: ignore[misc]


def _open_stream(descriptor: int, mode: str) -> TextIOWrapper:
    stream = open(  # noqa: SIM115
        descriptor, mode, encoding="utf-8", errors="replace", newline="\n", closefd=False
    )
    assert isinstance(stream, TextIOWrapper)
    return stream


def replace_environment(client: dict[str, str]) -> None:
    """Replace the server's environment with the client's and a minimal PATH and HOME."""
    os.environ.clear()
    os.environ.update({"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", **client})
    restrict_process()


def _execute(store: Store, message: Request, reporter: CrashReporter) -> int:
    environ = message["environ"]
    replace_environment(environ)
    if message["terminal"] and (encoding := locale_encoding(environ)):
        use_encoding(encoding)
    request = parse_request(message["line"], environ, store.kinds)
    if isinstance(request, CapturedOutput):
        request.print()
        return request.exit_code
    settings = client_settings(request, environ, sys.stdout)
    return run_command(store, request, settings, reporter.exception)
