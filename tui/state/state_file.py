"""The state file.

A change is applied to what the file contains at that moment, not to what was read at the start, so
that changes of another instance are not lost.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from tui.state import messages
from tui.state.codec import InvalidStateError, NewerStateError, decode, encode
from tui.state.user_state import UserState
from tui.system_errors import reason
from tui.text.language import Wording
from tui.xdg import read_small_file, user_folder

_MAX_SIZE = 4 * 1024 * 1024
_DAMAGED_SUFFIX = ".damaged"

_LOCK_ATTEMPTS = 100
"""The lock is tried every 10 ms: a user has pressed a key and waits."""


def state_file(environ: Mapping[str, str]) -> StateFile | None:
    """Return the state file of the user; None where MEDBRIEF_STATE=off disables it."""
    if environ.get("MEDBRIEF_STATE", "").lower() in ("off", "0", "no"):
        return None
    return StateFile(
        os.path.join(user_folder(environ, "XDG_STATE_HOME", ".local", "state"), "state.json")
    )


class StateFile:
    """The state of a user and the file that stores it.

    ``state``: the current state; ``problem``: what the user should know about the file, else None.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.problem: Wording | None = None
        self._writable = True
        self.state = self._read(UserState())

    def change(self, change: Callable[[UserState], UserState]) -> UserState:
        """Apply a change to the stored state, save and return it. If it cannot be saved, the change
        lasts for this session, and ``problem`` says why."""
        from tui.file_write import write_file  # lazy: reading needs no writing

        if self._writable:
            try:
                os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
                with _file_lock(self.path):
                    changed = change(self._read(self.state))
                    if self._writable:  # the file may have become unreadable or newer meanwhile
                        text = encode(changed).encode("utf-8", "replace")
                        write_file(self.path, text, mode=0o600)
                self.state = changed
            except OSError as error:
                self._stop_writing(messages.NOT_SAVED, error)
            else:
                return self.state
        self.state = change(self.state)
        return self.state

    def _read(self, default: UserState) -> UserState:
        """Return the stored state; ``default`` if it cannot be read."""
        try:
            text = _read_text(self.path)
            return UserState() if text is None else decode(text)
        except InvalidStateError:
            self._rename_damaged_file()
        except NewerStateError:
            self._stop_writing(messages.NEWER)
        except OSError as error:
            self._stop_writing(messages.NOT_READ, error)
        return default

    def _rename_damaged_file(self) -> None:
        try:
            renamed = _unused_path(self.path + _DAMAGED_SUFFIX)
            os.rename(self.path, renamed)
        except OSError as error:
            self._stop_writing(messages.NOT_READ, error)
        else:
            self.problem = messages.RENAMED.format(file=os.path.basename(renamed))

    def _stop_writing(self, message: Wording, error: OSError | None = None) -> None:
        self._writable = False
        self.problem = message.format(why=reason(error)) if error else message


def _read_text(path: str) -> str | None:
    """Return the text of the file; None if it does not exist.

    Raises:
        InvalidStateError: it is not UTF-8.
        OSError: it cannot be read.
    """
    data = read_small_file(path, _MAX_SIZE)
    try:
        return None if data is None else data.decode()
    except UnicodeDecodeError:
        raise InvalidStateError("not UTF-8") from None


def _unused_path(path: str) -> str:
    number, candidate = 1, path
    while os.path.lexists(candidate):
        number += 1
        candidate = f"{path}-{number}"
    return candidate


@contextmanager
def _file_lock(path: str) -> Iterator[None]:
    """Lock out other processes that write the same file.

    Writing goes on without a lock where there can be none (Windows, some network folders, a folder
    of which only the state file is writable) or another process does not release it in time: two
    pins set in the same instant may then collide.
    """
    try:
        import fcntl

        descriptor = os.open(f"{path}.lock", os.O_WRONLY | os.O_CREAT, 0o600)
    except (ImportError, OSError):
        yield
        return
    try:
        for _ in range(_LOCK_ATTEMPTS):
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                time.sleep(0.01)
            except OSError:
                break
        yield
    finally:
        os.close(descriptor)
