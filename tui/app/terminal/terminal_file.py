"""Output to a terminal in its encoding, whole also where writing would block."""

from __future__ import annotations

import os
import select


class TerminalFile:
    """The part of a text file that Textual's drivers use.

    Another program may have set the terminal to non-blocking: then writing waits. Output to a
    terminal that is gone is dropped; the end of the input reports it.
    """

    def __init__(self, descriptor: int, encoding: str) -> None:
        self._descriptor = descriptor
        self._encoding = encoding
        self._buffer: list[str] = []

    def fileno(self) -> int:
        """Return the file descriptor."""
        return self._descriptor

    def isatty(self) -> bool:
        """Return whether this is a terminal."""
        return os.isatty(self._descriptor)

    def write(self, text: str) -> int:
        """Add text to the buffer; return its length."""
        self._buffer.append(text)
        return len(text)

    def flush(self) -> None:
        """Write the buffer. Characters that the encoding lacks become question marks."""
        data = memoryview("".join(self._buffer).encode(self._encoding, "replace"))
        self._buffer.clear()
        try:
            while data:
                try:
                    data = data[os.write(self._descriptor, data) :]
                except BlockingIOError:
                    select.select([], [self._descriptor], [])
        except OSError:  # EIO: hung up
            pass
