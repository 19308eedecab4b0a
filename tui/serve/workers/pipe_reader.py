"""Read a session process's output, with back-pressure from the client."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable

_CHUNK = 65536


class PipeReader:
    """Reads one descriptor and closes it at the end.

    ``on_data``: called with each chunk; ``on_end``: called once at end of file.
    """

    def __init__(
        self, source: int, on_data: Callable[[bytes], None], on_end: Callable[[], None]
    ) -> None:
        os.set_blocking(source, False)
        self._source = source
        self._on_data = on_data
        self._on_end = on_end
        self._loop = asyncio.get_running_loop()
        self._reading = False
        self.bytes_read = 0
        self.resume()

    def pause(self) -> None:
        """Stop reading; the process blocks once the pipe is full."""
        if self._reading:
            self._loop.remove_reader(self._source)
            self._reading = False

    def resume(self) -> None:
        """Read again."""
        if not self._reading and self._source >= 0:
            self._loop.add_reader(self._source, self._read)
            self._reading = True

    def _read(self) -> None:
        try:
            data = os.read(self._source, _CHUNK)
        except BlockingIOError:
            return
        except OSError:  # EIO: the last process on the terminal has exited
            data = b""
        if data:
            self.bytes_read += len(data)
            self._on_data(data)
        else:
            self.close()
            self._on_end()

    def close(self) -> None:
        """Stop reading and close the descriptor."""
        self.pause()
        if self._source >= 0:
            os.close(self._source)
            self._source = -1
