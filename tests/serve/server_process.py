"""A running ``medbrief serve``, and SSH clients that connect to it."""

from __future__ import annotations

import asyncio
import json
import re
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import asyncssh
import pyte

from tests.cli.command import COMMAND, Answer

TIMEOUT = 60.0
"""Seconds after which a wait fails: an upper bound, not a measurement."""


class ServerProcess:
    """``medbrief serve`` on a free port; ``events``: its log so far.

    ``wrapper``: the command line of a program that runs it.
    """

    def __init__(
        self, environ: Mapping[str, str], *options: str, wrapper: Sequence[str] = ()
    ) -> None:
        self.events: list[dict[str, Any]] = []
        self.messages: list[str] = []
        self.process = subprocess.Popen(
            [*wrapper, str(COMMAND), "serve", "--port", "0", "--log-format", "json", *options],
            env=environ,
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        self._log_reader = threading.Thread(target=self._read_log, daemon=True)
        self._log_reader.start()
        self.port = int(self.wait_for_event("listen")["port"])

    def _read_log(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            text = line.decode()
            if text.startswith("{"):
                self.events.append(json.loads(text))
            else:
                self.messages.append(text)

    def wait_for_event(self, name: str, **fields: object) -> dict[str, Any]:
        """Wait for a log event with these fields."""
        deadline = time.monotonic() + TIMEOUT
        while time.monotonic() < deadline:
            for event in self.events:
                if event["event"] == name and fields.items() <= event.items():
                    return event
            assert self.process.poll() is None, f"{self.events}\n{self.messages}"
            time.sleep(0.02)
        raise AssertionError(f"no {name} {fields}:\n{self.events}\n{''.join(self.messages)}")

    async def connect(self, **options: Any) -> asyncssh.SSHClientConnection:
        """Open a connection without a key."""
        return await asyncssh.connect(
            "127.0.0.1",
            self.port,
            **{"known_hosts": None, "config": [], "client_keys": [], "username": "r", **options},
        )

    async def run(self, line: str | None, **options: Any) -> Answer:
        """Run one command on a connection of its own."""
        env = options.pop("env", {"LANG": "C.UTF-8"})
        async with await self.connect(**options) as connection:
            done = await connection.run(line, env=env, encoding=None, timeout=TIMEOUT)
        return Answer(done.exit_status, done.stdout, done.stderr)

    def children(self, pid: int | None = None) -> list[int]:
        """The child processes of a process, of the server itself by default."""
        children: list[int] = []
        for task in Path(f"/proc/{pid or self.process.pid}/task").iterdir():
            children += map(int, (task / "children").read_text().split())
        return children

    @property
    def zygote(self) -> int:
        """The process that sessions are forked from."""
        (pid,) = self.children()
        return pid

    def descriptors(self, pid: int | None = None) -> int:
        """The number of open descriptors of a process, of the server itself by default."""
        return len(list(Path(f"/proc/{pid or self.process.pid}/fd").iterdir()))

    def close(self) -> int:
        """Stop the server with SIGTERM and return its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait()
        self._log_reader.join(10)
        assert self.process.stderr
        self.process.stderr.close()
        assert self.messages == []  # with --log-format json every line is an object
        return code


class SshScreen:
    """A session with a terminal, drawn by pyte."""

    def __init__(self, process: asyncssh.SSHClientProcess[bytes], columns: int, rows: int) -> None:
        self.process = process
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.written = b""

    @classmethod
    async def open(
        cls,
        connection: asyncssh.SSHClientConnection,
        line: str | None = None,
        size: tuple[int, int] = (80, 24),
        **env: str,
    ) -> SshScreen:
        """Start a session."""
        process = await connection.create_process(
            line,
            term_type=env.pop("TERM", "xterm-256color"),
            term_size=size,
            env={"LANG": "zh_CN.UTF-8", **env},
            encoding=None,
        )
        return cls(process, *size)

    @property
    def text(self) -> str:
        """The screen as text."""
        lines = []
        for row in range(self._screen.lines):
            cells = self._screen.buffer[row]
            lines.append("".join(cells[column].data for column in range(self._screen.columns)))
        return "\n".join(line.rstrip() for line in lines)

    async def wait_for(self, *words: str) -> None:
        """Read until all words are on the screen."""
        deadline = time.monotonic() + TIMEOUT
        while not all(word in self.text for word in words):
            assert time.monotonic() < deadline, f"{words} did not appear:\n{self.text}"
            assert await self.read(), f"it ended before {words} appeared:\n{self.text}"

    async def wait_until_gone(self, word: str) -> None:
        """Read until a word is no longer on the screen."""
        deadline = time.monotonic() + TIMEOUT
        while word in self.text:
            assert time.monotonic() < deadline, f"{word} did not disappear:\n{self.text}"
            assert await self.read(), f"it ended before {word} disappeared:\n{self.text}"

    async def read(self) -> bool:
        """Read what comes within 0.2 seconds; return False at the end of the session."""
        try:
            data = await asyncio.wait_for(self.process.stdout.read(65536), 0.2)
        except TimeoutError:
            return True
        self.written += data
        self._stream.feed(data)
        return bool(data)

    async def wait_until_quiet(self) -> None:
        """Read until no output comes for 0.2 seconds."""
        length = -1
        while length != len(self.written):
            length = len(self.written)
            await self.read()

    async def wait_for_exit(self) -> int | None:
        """Read to the end of the session and return its exit code."""
        deadline = time.monotonic() + TIMEOUT
        while await self.read():
            assert time.monotonic() < deadline, f"it did not end:\n{self.text}"
        await self.process.wait_closed()
        return self.process.exit_status

    def type(self, keys: str) -> None:
        """Press keys."""
        self.process.stdin.write(keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Resize the terminal."""
        self._screen.resize(rows, columns)
        self.process.change_terminal_size(columns, rows)

    @property
    def modes(self) -> dict[int, bool]:
        """The private modes that were set, and whether they are still set."""
        return {
            int(number): letter == b"h"
            for numbers, letter in re.findall(rb"\x1b\[\?([0-9;]+)([hl])", self.written)
            for number in numbers.split(b";")
        }

    @property
    def is_restored(self) -> bool:
        """Whether the terminal left the alternate screen and mouse reporting."""
        return not any(self.modes.get(mode, False) for mode in (1000, 1003, 1049))
