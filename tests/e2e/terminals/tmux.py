"""tmux: a terminal that is not ours, with its own idea of widths and of what was drawn."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

_PATIENCE = 60.0
"""Seconds after which nothing more is expected: an upper bound, not a measure."""


def find_tmux() -> str | None:
    """The command, where it is installed."""
    return shutil.which("tmux")


class Tmux:
    """A server of its own with one window in it."""

    def __init__(
        self,
        command: str,
        socket: Path,
        argv: Sequence[str],
        environment: Mapping[str, str],
        size: tuple[int, int],
    ) -> None:
        self._tmux = [command, "-u", "-f", "/dev/null", "-S", str(socket)]
        settings = [f"{name}={value}" for name, value in environment.items()]
        line = shlex.join(["env", "-i", *settings, *argv])
        width, height = map(str, size)
        self._run("new-session", "-d", "-x", width, "-y", height, f"{line}; echo left; exec cat")

    def _run(self, *words: str, text: str = "") -> str:
        done = subprocess.run(
            [*self._tmux, *words], input=text.encode(), capture_output=True, check=True
        )
        return done.stdout.decode()

    @property
    def lines(self) -> list[str]:
        """The screen, line by line, without the spaces at their ends."""
        return [line.rstrip() for line in self._run("capture-pane", "-p").split("\n")[:-1]]

    @property
    def text(self) -> str:
        """The screen in one piece."""
        return "\n".join(self.lines)

    @property
    def styled(self) -> str:
        """The screen with its SGR sequences."""
        return self._run("capture-pane", "-p", "-e")

    def modes(self) -> dict[str, str]:
        """What the application asked of the terminal and has not taken back."""
        names = ("alternate_on", "cursor_flag", "mouse_any_flag", "mouse_standard_flag")
        values = self._run("display-message", "-p", " ".join(f"#{{{name}}}" for name in names))
        return dict(zip(names, values.split(), strict=True))

    def press(self, *keys: str) -> None:
        """Keys, as tmux names them."""
        self._run("send-keys", *keys)

    def type(self, text: str) -> None:
        """A text, all at once."""
        self._run("send-keys", "-l", text)

    def paste(self, text: str, *, bracketed: bool) -> None:
        """A text from the clipboard."""
        self._run("load-buffer", "-", text=text)
        self._run("paste-buffer", *(["-p"] if bracketed else []))

    def resize(self, width: int, height: int) -> None:
        """Make the window another size."""
        self._run("resize-window", "-x", str(width), "-y", str(height))

    def until(self, *words: str, without: str = "") -> None:
        """Wait until all words are on the screen, and what shall vanish has vanished."""
        self.until_lines(
            lambda lines: (
                all(word in "\n".join(lines) for word in words)
                and not (without and without in "\n".join(lines))
            ),
            f"{words}",
        )

    def until_lines(self, fits: object, wanted: str) -> None:
        """Wait until the screen fits."""
        assert callable(fits)
        end = time.monotonic() + _PATIENCE
        while not fits(self.lines):
            assert time.monotonic() < end, f"{wanted} did not appear:\n{self.text}"
            time.sleep(0.05)

    def close(self) -> None:
        """End the server and all that is in it."""
        subprocess.run([*self._tmux, "kill-server"], capture_output=True, check=False)
