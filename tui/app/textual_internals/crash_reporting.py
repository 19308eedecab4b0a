"""Exit on an unhandled exception without Textual's traceback, and let the caller report it."""

from __future__ import annotations

from contextlib import suppress

from textual.app import App
from textual.worker import WorkerFailed


class CrashReportingApp(App[None], inherit_bindings=False):
    """An app whose ``failure`` is reported by its caller once the terminal is restored."""

    def _handle_exception(self, error: Exception) -> None:
        # As Textual's, without the traceback, which shows lines of Textual's own files.
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            with suppress(Exception):  # the first error is the one to report
                self.save_location()
            self._exception_event.set()
        self._close_messages_no_wait()

    def save_location(self) -> None:
        """Save what the next session continues with."""

    @property
    def failure(self) -> BaseException | None:
        """The exception that ended the app, if one did."""
        error = self._exception
        return error.error if isinstance(error, WorkerFailed) else error
