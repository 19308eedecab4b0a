"""Panels that wait for a reader: composed and laid out, with no terminal yet.

All that is known here of Textual's private ways stands in this file. Where a release changes them,
sessions are forked without being parked first (``Zygote`` does so anyway when none is ready).
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
import sys
import termios

from rich.console import Console
from textual import constants, events
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from tui.serve.zygote import child

_LONGEST = 65536


class DetachedDriver(LinuxDriver):
    """Draws nothing until a terminal is there; where there is one from the beginning, as its
    base."""

    _waits = False

    def start_application_mode(self) -> None:
        """Draw; or begin to wait."""
        if os.isatty(0):
            super().start_application_mode()  # type: ignore[no-untyped-call]
            return
        self._waits = True
        link = socket.socket(fileno=child.LINK)
        self._loop.add_reader(link, self._attach, link)
        size = Size(80, 24)
        self._loop.create_task(self._app._post_message(events.Resize(size, size)))

    def _attach(self, link: socket.socket) -> None:
        """A reader has come: this is their terminal."""
        self._loop.remove_reader(link)
        with link:
            data, descriptors, _, _ = socket.recv_fds(link, _LONGEST, 1)
        if not data or not descriptors:  # the zygote is gone, or wants no more of us
            os._exit(0)
        fcntl.ioctl(descriptors[0], termios.TIOCSCTTY, 0)
        for place in range(3):
            os.dup2(descriptors[0], place)
        os.close(descriptors[0])
        child.standard_streams()
        child.environment(json.loads(data)["environ"])
        self._see()
        self._waits = False
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._app.screen.refresh(layout=True)

    def _see(self) -> None:
        """Take the terminal as Textual takes one when it starts."""
        assert sys.__stderr__
        self._file = sys.__stderr__
        self.fileno = 0
        self.input_tty = True
        self._app.console = Console(
            color_system=constants.COLOR_SYSTEM,  # type: ignore[arg-type]
            file=self._app.console.file,
            markup=True,
            highlight=False,
            emoji=False,
            legacy_windows=False,
            _environ=os.environ,
            force_terminal=True,
            safe_box=False,
            soft_wrap=False,
        )

    def write(self, data: str) -> None:
        """To the terminal, once there is one."""
        if not self._waits:
            super().write(data)

    def flush(self) -> None:
        """As ``write``."""
        if not self._waits:
            super().flush()

    def disable_input(self) -> None:
        """Nothing to disable while it waits."""
        if not self._waits:
            super().disable_input()

    def stop_application_mode(self) -> None:
        """Nothing to stop while it waits."""
        if not self._waits:
            super().stop_application_mode()
