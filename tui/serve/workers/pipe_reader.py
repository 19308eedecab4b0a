"""What a session's process prints, taken to the client no faster than the client reads."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable

_PIECE = 65536


class PipeReader:
    """From one descriptor, which it closes in the end. ``done``: called once nothing more comes."""

    def __init__(
        self, source: int, give: Callable[[bytes], None], done: Callable[[], None]
    ) -> None:
        os.set_blocking(source, False)
        self._source = source
        self._give = give
        self._done = done
        self._loop = asyncio.get_running_loop()
        self._flows = False
        self.bytes = 0
        self.resume()

    def pause(self) -> None:
        """The client has enough for now: what prints has to wait."""
        if self._flows:
            self._loop.remove_reader(self._source)
            self._flows = False

    def resume(self) -> None:
        """The client takes more."""
        if not self._flows and self._source >= 0:
            self._loop.add_reader(self._source, self._read)
            self._flows = True

    def _read(self) -> None:
        try:
            data = os.read(self._source, _PIECE)
        except BlockingIOError:
            return
        except OSError:  # a terminal whose last process has gone
            data = b""
        if data:
            self.bytes += len(data)
            self._give(data)
        else:
            self.close()
            self._done()

    def close(self) -> None:
        """No more of it."""
        self.pause()
        if self._source >= 0:
            os.close(self._source)
            self._source = -1
