"""Write all bytes to a stream that may accept only a part of them at a time."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Protocol

    class RawStream(Protocol):
        """An unbuffered binary stream (``io.RawIOBase``)."""

        def write(self, data: bytes, /) -> int | None:
            """Write some of the bytes; return their number, None where none fits at the moment."""

        def fileno(self) -> int:
            """Return the file descriptor."""


def write_all(stream: RawStream, data: bytes, patience: float | None = None) -> None:
    """Write all of ``data``, in as many calls as it takes.

    ``write(2)`` may accept a part: on a nearly full disk, after a signal, and, in non-blocking
    mode, as much as a pipe, socket or terminal has room for. Another process that has the same
    pipe or terminal open may have set that mode.

    Args:
        stream: the stream.
        data: the bytes.
        patience: seconds to wait for room each time. None: as long as it takes, as in blocking
            mode.

    Raises:
        BlockingIOError: the patience is at an end.
        OSError: the rest cannot be written.
    """
    rest = memoryview(data)
    while rest:
        written = stream.write(rest)  # type: ignore[arg-type]
        if written is None:
            _wait_until_writable(stream.fileno(), patience)
        else:
            rest = rest[written:]


def _wait_until_writable(descriptor: int, patience: float | None) -> None:
    from errno import EAGAIN
    from select import select

    if not select((), (descriptor,), (), patience)[1]:
        raise BlockingIOError(EAGAIN, "nobody reads")
