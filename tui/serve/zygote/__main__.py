"""The zygote process: loads everything once, then forks one process per session.

``python -P -m tui.serve.zygote LINK IMAGE``: the descriptors of the link to the front end (see
``tui.serve.zygote.protocol``) and of the compiled briefing. It has one thread and no event loop, so
that it can fork safely.
"""

from __future__ import annotations

import gc
import os
import selectors
import signal
import sys
import threading
from contextlib import suppress

from tui.serve.observability.exception_line import exception_line
from tui.serve.snapshot import open_image
from tui.serve.zygote import child, link, warmup
from tui.serve.zygote.app_template import AppTemplates
from tui.serve.zygote.crash_report import ReportCollector
from tui.serve.zygote.process_limits import SchedulingGroups
from tui.serve.zygote.protocol import Request, check_request, job_number, unpack_message
from tui.store import Store


class Zygote:
    """Forks session processes and reports their exit statuses."""

    def __init__(
        self, front_end: link.FrontEndLink, store: Store, templates: AppTemplates | None
    ) -> None:
        self._front_end = front_end
        self._store = store
        self._jobs: dict[int, int] = {}  # process id -> job number
        self._retired = False
        self._reports = ReportCollector()
        self._templates = templates
        self._groups = SchedulingGroups()
        self._wakeup, wakeup_writer = os.pipe()
        for end in (self._wakeup, wakeup_writer):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(wakeup_writer, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        for number in (signal.SIGINT, signal.SIGHUP):  # meant for the front end
            signal.signal(number, signal.SIG_IGN)

    def run(self) -> None:
        """Run until the front end closes the link, or the last job of a retired zygote ends."""
        self._front_end.send(ready=True)
        selector = selectors.DefaultSelector()
        selector.register(self._front_end.socket, selectors.EVENT_READ)
        selector.register(self._wakeup, selectors.EVENT_READ)
        while not (self._retired and not self._jobs):
            for key, _ in selector.select(self._groups.delay):
                if key.fileobj is self._front_end.socket:
                    if not self._receive():
                        self._kill_jobs()
                        return
                else:
                    with suppress(BlockingIOError):
                        os.read(self._wakeup, 4096)
            self._groups.lower()
            self._reap_children()

    def _receive(self) -> bool:
        """Handle one message; return False at the end of the link.

        A message that cannot be handled is answered with an error: it must not end the zygote.
        """
        packet = self._front_end.receive()
        if packet is None:
            return False
        number = job_number(packet.data)
        if number:
            self._front_end.send(taken=number)
        try:
            if packet.truncated:
                raise ValueError("truncated")
            self._handle(number, packet)
        except Exception as error:
            self._front_end.send(problem=f"job {number}: {exception_line(error)}")
            if number and number not in self._jobs.values():
                self._front_end.send(ended=number, status=os.EX_TEMPFAIL << 8)
        finally:
            for descriptor in packet.descriptors:
                os.close(descriptor)
        return True

    def _handle(self, number: int, packet: link.Packet) -> None:
        message = unpack_message(packet.data)
        if "request" in message:
            request = check_request(message["request"], len(packet.descriptors))
            self._start_job(number, request, packet.descriptors)
        elif "signal" in message:
            self._signal_job(number, signal.Signals(message["signal"]))
        elif "ping" in message:
            self._front_end.send(pong=True)
        elif "retire" in message:
            self._retired = True
        else:
            raise ValueError("unknown message")

    def _start_job(self, number: int, request: Request, descriptors: list[int]) -> None:
        assert threading.active_count() == 1
        template = self._templates.template_for(request) if self._templates else None
        pid = os.fork()
        if pid == 0:
            if template:
                template.run_job(request, descriptors[0], self._reports.reporter)
            child.run_job(self._store, request, descriptors, self._reports.reporter)
        self._jobs[pid] = number
        self._groups.add(pid)
        self._front_end.send(started=number, pid=pid)

    def _signal_job(self, number: int, signal_number: int) -> None:
        for pid, job in self._jobs.items():
            if job == number:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal_number)

    def _reap_children(self) -> None:
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if not pid:
                return
            self._reports.collect(self._jobs)
            error = self._reports.take(pid)
            number = self._jobs.pop(pid, None)
            if number is not None:
                self._front_end.send(ended=number, status=status, error=error)

    def _kill_jobs(self) -> None:
        for pid in self._jobs:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def main(arguments: list[str]) -> int:
    """Load everything, then serve the link."""
    front_end = link.FrontEndLink(int(arguments[0]))
    try:
        _run(front_end, int(arguments[1]))
    except Exception as error:
        front_end.send(problem=exception_line(error))
        return os.EX_SOFTWARE
    return 0


def _run(front_end: link.FrontEndLink, image_descriptor: int) -> None:
    with os.fdopen(image_descriptor, "rb") as image:
        image.seek(0)
        store = open_image(image.read())
    templates = None
    try:
        warmup.warm_up(store)
        templates = AppTemplates(store)
    except Exception as error:  # a session may fail as well; the service goes on
        front_end.send(problem=f"warm-up: {exception_line(error)}")
    gc.collect()
    gc.freeze()  # a collection in a child would copy the pages of all objects
    Zygote(front_end, store, templates).run()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
