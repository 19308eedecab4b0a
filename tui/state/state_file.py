"""The state file: read at the start, changed step by step.

A change is applied to what the file holds at that moment, not to what was read at the start: so
what another instance pinned meanwhile stays.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from tui.atomic_write import write_atomically
from tui.state import messages
from tui.state.codec import ForeignError, NewerError, decode, encode
from tui.state.locked_file import file_lock
from tui.state.user_state import UserState
from tui.text.language import Wording
from tui.xdg import read_small_file, user_folder

_LARGEST = 4 * 1024 * 1024
_SET_ASIDE = ".damaged"


def state_file(environ: Mapping[str, str]) -> StateFile | None:
    """The user's state file; None where MEDBRIEF_STATE=off says that nothing is to be kept."""
    if environ.get("MEDBRIEF_STATE", "").lower() in ("off", "0", "no"):
        return None
    return StateFile(
        os.path.join(user_folder(environ, "XDG_STATE_HOME", ".local", "state"), "state.json")
    )


class StateFile:
    """What is kept, and the file that keeps it."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.trouble: Wording | None = None
        """What the reader should know: said once, by whoever shows it."""
        self._writable = True
        self.kept = self._read(UserState())

    def change(self, change: Callable[[UserState], UserState]) -> UserState:
        """Apply a change to what is kept now, and keep it. Where it cannot be written it holds for
        this sitting, and ``trouble`` says why."""
        if self._writable:
            try:
                os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
                with file_lock(self.path):
                    changed = change(self._read(self.kept))
                    if self._writable:  # what was read just now may be newer than we are
                        text = encode(changed).encode("utf-8", "replace")
                        write_atomically(self.path, text, mode=0o600)
                self.kept = changed
            except OSError as error:
                self._give_up(messages.NOT_KEPT, error)
            else:
                return self.kept
        self.kept = change(self.kept)
        return self.kept

    def _read(self, otherwise: UserState) -> UserState:
        """What the file holds; ``otherwise`` where that cannot be told."""
        try:
            text = _text(self.path)
            return UserState() if text is None else decode(text)
        except ForeignError:
            self._set_aside()
        except NewerError:
            self._give_up(messages.NEWER)
        except OSError as error:
            self._give_up(messages.NOT_READ, error)
        return otherwise

    def _set_aside(self) -> None:
        """A file that makes no sense is kept for whoever wants to look, out of the way."""
        try:
            aside = _free_name(self.path + _SET_ASIDE)
            os.rename(self.path, aside)
        except OSError as error:
            self._give_up(messages.NOT_READ, error)
        else:
            self.trouble = messages.SET_ASIDE.format(file=os.path.basename(aside))

    def _give_up(self, said: Wording, error: OSError | None = None) -> None:
        self._writable = False
        self.trouble = said.format(why=(error.strerror or type(error).__name__) if error else "")


def _text(path: str) -> str | None:
    """The text of the file; None where there is none.

    Raises:
        ForeignError: it is no text of ours.
        OSError: it cannot be read.
    """
    data = read_small_file(path, _LARGEST)
    try:
        return None if data is None else data.decode()
    except UnicodeDecodeError:
        raise ForeignError("not UTF-8") from None


def _free_name(path: str) -> str:
    number, name = 1, path
    while os.path.lexists(name):
        number += 1
        name = f"{path}-{number}"
    return name
