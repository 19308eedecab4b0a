"""Textual driver of a pre-forked app: waits for the zygote to hand over a terminal."""

from __future__ import annotations

import asyncio
import fcntl
import json
import os
import socket
import termios

from tui.app.textual_internals.detachable_driver import DetachableDriver
from tui.serve.zygote import child
from tui.serve.zygote.crash_report import report_exception
from tui.serve.zygote.protocol import MAX_MESSAGE


class DetachedDriver(DetachableDriver):
    """Receives the client's terminal and environment through the link to the zygote."""

    def wait_for_terminal(self, loop: asyncio.AbstractEventLoop) -> None:
        """Attach when the zygote sends a terminal."""
        link = socket.socket(fileno=child.LINK)
        loop.add_reader(link, self._receive_terminal, loop, link)

    def _receive_terminal(self, loop: asyncio.AbstractEventLoop, link: socket.socket) -> None:
        loop.remove_reader(link)
        try:
            self._attach_to(link)
        except BaseException as error:  # the event loop would print it and go on without a client
            report_exception(error)
            os._exit(os.EX_SOFTWARE)

    def _attach_to(self, link: socket.socket) -> None:
        with link:
            data, descriptors, _, _ = socket.recv_fds(link, MAX_MESSAGE, 1)
        if not data or not descriptors:  # the zygote has ended or retired
            os._exit(0)
        fcntl.ioctl(descriptors[0], termios.TIOCSCTTY, 0)
        for target in range(3):
            os.dup2(descriptors[0], target)
        os.close(descriptors[0])
        child.reset_standard_streams()
        child.replace_environment(json.loads(data))
        self.attach()
