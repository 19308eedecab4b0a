"""The life of a forked session, from its first instruction to its last."""

from __future__ import annotations

import fcntl
import gc
import os
import signal
import sys
import termios
from io import TextIOWrapper
from typing import Any, NoReturn

from tui.cli import launch
from tui.serve.request.capture import CapturedOutput
from tui.serve.request.executor import run, settings_of
from tui.serve.request.forced_command import enclose, print_answer
from tui.serve.request.parser import read
from tui.store import Store
from tui.text.language import Language

_FAILED = 70
LINK = 3
"""The descriptor by which a parked process hears of its reader."""


def live(store: Store, message: dict[str, Any], descriptors: list[int]) -> NoReturn:
    """Answer what the message asks on its descriptors: a terminal, or output and error."""
    code = _FAILED
    try:
        part(descriptors, terminal=message["terminal"])
        code = _answer(store, message)
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException as error:  # whatever it was: nothing of it reaches the client
        code = error.code if isinstance(error, SystemExit) and type(error.code) is int else code
    finally:
        os._exit(code)


def wait(store: Store, language: Language, link: int) -> NoReturn:
    """Compose the panels, and wait at ``link`` for a reader (``ParkedDriver``)."""
    code = _FAILED
    try:
        os.dup2(link, LINK)
        nowhere = os.open(os.devnull, os.O_RDWR)
        part([nowhere, nowhere], terminal=False, keep=LINK + 1)
        theirs = {"LANG": "zh_CN.UTF-8" if language == "zh" else "C.UTF-8", "TERM": "xterm"}
        environment(theirs)
        asked = read(None, theirs)
        if not isinstance(asked, CapturedOutput):
            code = launch.open_panels(store, settings_of(asked, theirs, None))
        sys.stderr.flush()
    finally:
        os._exit(code)


def part(descriptors: list[int], *, terminal: bool, keep: int = 3) -> None:
    """Leave the zygote: own signals, own session, own standard streams; of other descriptors those
    below ``keep``."""
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGCHLD, signal.SIGINT, signal.SIGHUP, signal.SIGTERM, signal.SIGPIPE):
        signal.signal(number, signal.SIG_DFL)
    os.setsid()
    if terminal:
        fcntl.ioctl(descriptors[0], termios.TIOCSCTTY, 0)
        descriptors = [descriptors[0]] * 3
    else:
        descriptors = [os.open(os.devnull, os.O_RDONLY), *descriptors]
    for place, descriptor in enumerate(descriptors):
        os.dup2(descriptor, place)
    os.closerange(keep, os.sysconf("SC_OPEN_MAX") if os.sysconf("SC_OPEN_MAX") > 0 else 65536)
    standard_streams()
    gc.enable()


def standard_streams() -> None:
    """Python's own names for the descriptors 0 to 2, which are others now."""
    sys.stdin = sys.__stdin__ = _stream(0, "r")  # type: ignore[misc]
    sys.stdout = sys.__stdout__ = _stream(1, "w")  # type: ignore[misc]
    sys.stderr = sys.__stderr__ = _stream(2, "w")  # type: ignore[misc]


def _stream(descriptor: int, mode: str) -> TextIOWrapper:
    stream = open(  # noqa: SIM115
        descriptor, mode, encoding="utf-8", errors="replace", newline="\n", closefd=False
    )
    assert isinstance(stream, TextIOWrapper)
    return stream


def environment(theirs: dict[str, str]) -> None:
    """Of the server's environment a session sees next to nothing."""
    os.environ.clear()
    os.environ.update({"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", **theirs})
    enclose()


def _answer(store: Store, message: dict[str, Any]) -> int:
    theirs: dict[str, str] = message["environ"]
    environment(theirs)
    asked = read(message["line"], theirs)
    if isinstance(asked, CapturedOutput):
        print_answer(asked)
        return asked.code
    return run(store, asked, settings_of(asked, theirs, sys.stdout))
