"""The forked side of a session, from the fork to its exit."""

from __future__ import annotations

import fcntl
import os
import signal
import sys
import termios
from io import TextIOWrapper
from typing import NoReturn

from tui.app.app_crashed_error import AppCrashedError
from tui.cli import launch
from tui.cli.errors import INTERNAL_ERROR
from tui.serve.request.capture import CapturedOutput
from tui.serve.request.environment import locale_for, restrict_process
from tui.serve.request.executor import client_settings, run_command
from tui.serve.request.request_parser import parse_request
from tui.serve.zygote.crash_report import REPORTS, replace_error_output, report_exception
from tui.serve.zygote.protocol import Request
from tui.store import Store
from tui.text.language import Language

LINK = REPORTS + 1
"""Descriptor of a pre-forked process's link to the zygote."""
_FREE = 16
"""Descriptors from here on are not used by this module."""


def run_job(store: Store, request: Request, descriptors: list[int], reports: int) -> NoReturn:
    """Execute a request on its descriptors: a terminal, or standard output and error.

    ``reports``: the socket for exceptions (see ``crash_report``).
    """
    code = INTERNAL_ERROR
    try:
        leave_zygote(descriptors, terminal=request["terminal"], kept=[reports])
        code = _execute(store, request)
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException as error:
        code = _code_of(error)
    finally:
        os._exit(code)


def run_preforked(store: Store, language: Language, link: int, reports: int) -> NoReturn:
    """Compose the app, then wait on ``link`` for a terminal (see ``DetachedDriver``)."""
    code = INTERNAL_ERROR
    try:
        null = os.open(os.devnull, os.O_RDWR)
        leave_zygote([null, null], terminal=False, kept=[reports, link])
        environ = {"LANG": locale_for(language), "TERM": "xterm"}
        replace_environment(environ)
        request = parse_request(None, environ)
        if not isinstance(request, CapturedOutput):
            code = launch.open_panels(store, client_settings(request, environ, None))
        sys.stderr.flush()
    except BaseException as error:
        code = _code_of(error)
    finally:
        os._exit(code)


def _code_of(error: BaseException) -> int:
    """Return the exit code for an exception that nothing handled; report it."""
    if isinstance(error, SystemExit) and type(error.code) is int:
        return error.code
    report_exception(error.error if isinstance(error, AppCrashedError) else error)
    return INTERNAL_ERROR


def leave_zygote(descriptors: list[int], *, terminal: bool, kept: list[int]) -> None:
    """Give this process its own signal handlers, session and standard streams.

    ``kept``: moved to descriptor 3 and the next ones. All others are closed.
    """
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGCHLD, signal.SIGINT, signal.SIGHUP, signal.SIGTERM, signal.SIGPIPE):
        signal.signal(number, signal.SIG_DFL)
    os.setsid()
    if terminal:
        fcntl.ioctl(descriptors[0], termios.TIOCSCTTY, 0)
        descriptors = [descriptors[0]] * 3
    else:
        descriptors = [os.open(os.devnull, os.O_RDONLY), *descriptors]
    moved = [fcntl.fcntl(each, fcntl.F_DUPFD, _FREE) for each in (*descriptors, *kept)]
    for target, descriptor in enumerate(moved):
        os.dup2(descriptor, target)
    os.closerange(len(moved), os.sysconf("SC_OPEN_MAX") if os.sysconf("SC_OPEN_MAX") > 0 else 65536)
    reset_standard_streams()
    replace_error_output()


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


def _execute(store: Store, message: Request) -> int:
    environ = message["environ"]
    replace_environment(environ)
    request = parse_request(message["line"], environ)
    if isinstance(request, CapturedOutput):
        request.print()
        return request.exit_code
    settings = client_settings(request, environ, sys.stdout)
    return run_command(store, request, settings, report_exception)
