"""The forked side of a session, from the fork to its exit."""

from __future__ import annotations

import fcntl
import os
import signal
import sys
import termios
from io import TextIOWrapper
from typing import Any, NoReturn

from tui.cli import launch
from tui.serve.request.capture import CapturedOutput
from tui.serve.request.environment import locale_for, restrict_process
from tui.serve.request.executor import client_settings, run_command
from tui.serve.request.request_parser import parse_request
from tui.store import Store
from tui.text.language import Language

_INTERNAL_ERROR = 70
LINK = 3
"""Descriptor of a pre-forked process's link to the zygote."""


def run_job(store: Store, message: dict[str, Any], descriptors: list[int]) -> NoReturn:
    """Execute the request of a message on its descriptors: a terminal, or stdout and stderr."""
    code = _INTERNAL_ERROR
    try:
        leave_zygote(descriptors, terminal=message["terminal"])
        code = _execute(store, message)
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException as error:  # no traceback reaches the client
        code = error.code if isinstance(error, SystemExit) and type(error.code) is int else code
    finally:
        os._exit(code)


def run_preforked(store: Store, language: Language, link: int) -> NoReturn:
    """Compose the app, then wait on ``link`` for a terminal (see ``DetachedDriver``)."""
    code = _INTERNAL_ERROR
    try:
        os.dup2(link, LINK)
        null = os.open(os.devnull, os.O_RDWR)
        leave_zygote([null, null], terminal=False, keep=LINK + 1)
        environ = {"LANG": locale_for(language), "TERM": "xterm"}
        replace_environment(environ)
        request = parse_request(None, environ)
        if not isinstance(request, CapturedOutput):
            code = launch.open_panels(store, client_settings(request, environ, None))
        sys.stderr.flush()
    finally:
        os._exit(code)


def leave_zygote(descriptors: list[int], *, terminal: bool, keep: int = 3) -> None:
    """Give this process its own signal handlers, session and standard streams.

    Closes all other descriptors from ``keep`` on.
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
    for target, descriptor in enumerate(descriptors):
        os.dup2(descriptor, target)
    os.closerange(keep, os.sysconf("SC_OPEN_MAX") if os.sysconf("SC_OPEN_MAX") > 0 else 65536)
    reset_standard_streams()


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


def _execute(store: Store, message: dict[str, Any]) -> int:
    environ: dict[str, str] = message["environ"]
    replace_environment(environ)
    request = parse_request(message["line"], environ)
    if isinstance(request, CapturedOutput):
        request.print()
        return request.exit_code
    return run_command(store, request, client_settings(request, environ, sys.stdout))
