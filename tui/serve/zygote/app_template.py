"""An app that is composed once and continues in each process that is forked from it.

CPU time of a session to its first frame, without the connection: 15 ms instead of the 100 that a
fork takes which composes an app of its own (make bench ARGS=ssh).
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from typing import NoReturn

from textual.pilot import Pilot

from tui.app.app import BriefingApp
from tui.app.terminal.exit_signals import RAISED_AGAIN
from tui.app.textual_internals.detachable_driver import attach_terminal
from tui.cli import launch
from tui.cli.settings import locale_encoding
from tui.render.theme import depth
from tui.serve.request.capture import CapturedOutput
from tui.serve.request.environment import language_of, locale_for
from tui.serve.request.executor import client_settings
from tui.serve.request.request_parser import parse_request
from tui.serve.zygote import child
from tui.serve.zygote.crash_report import CrashReporter
from tui.serve.zygote.forkable_loop import ForkableEventLoop
from tui.serve.zygote.protocol import Request
from tui.store import Store
from tui.text.language import LANGUAGES, Language

_TERMINALS = ("xterm", "screen", "tmux", "rxvt", "vte", "linux", "alacritty", "foot", "konsole")
_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGTSTP, signal.SIGCONT, *RAISED_AGAIN)
_TIMEOUT = 10.0
"""Seconds for composing an app: a hundred times what it takes."""


class AppTemplate:
    """The app in one language, composed, without a terminal, its event loop stopped.

    Raises:
        Exception: whatever the app raised, or TimeoutError.
    """

    def __init__(self, store: Store, language: Language) -> None:
        environ = {"LANG": locale_for(language), "TERM": "xterm"}
        child.replace_environment(environ)
        request = parse_request(None, environ)
        assert not isinstance(request, CapturedOutput)
        apps: list[BriefingApp] = []
        try:
            launch.open_panels(store, client_settings(request, environ, None), run=apps.append)
            self._app = apps[0]
            self._loop = ForkableEventLoop()
            asyncio.set_event_loop(self._loop)
            self._loop.run_until_complete(self._compose())
        finally:
            asyncio.set_event_loop(None)
            signal.set_wakeup_fd(-1)
            for number in _SIGNALS:  # the app's, which a child installs for itself
                signal.signal(number, signal.SIG_DFL)

    async def _compose(self) -> None:
        composed = asyncio.Event()

        async def wait_until_idle(pilot: Pilot[object]) -> None:
            await pilot.pause()
            composed.set()

        self._task = asyncio.create_task(self._app.run_async(auto_pilot=wait_until_idle))
        waiting = asyncio.create_task(composed.wait())
        async with asyncio.timeout(_TIMEOUT):
            await asyncio.wait([self._task, waiting], return_when=asyncio.FIRST_COMPLETED)
        if self._app.failure:
            raise self._app.failure
        if self._task.done():
            raise RuntimeError("the app has ended")

    def run_job(self, request: Request, terminal: int, reporter: CrashReporter) -> NoReturn:
        """Show the app on a terminal. Called in the forked process."""

        def attach() -> None:
            try:
                self._app.handle_signals()
                self._app.use_depth(depth(os.environ))
                attach_terminal(self._app)
            except BaseException as error:  # the event loop would go on without a terminal
                reporter.exception(error)
                os._exit(os.EX_SOFTWARE)

        def run() -> int:
            kept = self._loop.separate_from_parent()
            child.leave_zygote([terminal], reporter, terminal=True, kept=kept)
            child.replace_environment(request["environ"])
            asyncio.set_event_loop(self._loop)
            self._loop.call_soon(attach)
            self._loop.run_until_complete(self._task)
            if self._app.failure:
                raise self._app.failure
            sys.stderr.flush()
            return self._app.return_code or 0

        child.run_and_exit(run, reporter)


class AppTemplates:
    """The templates of all languages. ``reporter``: where to report that one cannot be composed."""

    def __init__(self, store: Store) -> None:
        child.reset_standard_streams()  # UTF-8, as those of a session
        self._templates = {language: AppTemplate(store, language) for language in LANGUAGES}

    def template_for(self, request: Request) -> AppTemplate | None:
        """Return the template that a request can continue; None if it needs an app of its own."""
        environ = request["environ"]
        if not request["terminal"] or request["line"] is not None:
            return None
        if not environ.get("TERM", "").startswith(_TERMINALS):
            return None
        if locale_encoding(environ):  # that of the template is UTF-8
            return None
        return self._templates.get(language_of(environ))
