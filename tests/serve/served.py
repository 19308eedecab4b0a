"""A running server, and readers who connect to it."""

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

PATIENCE = 60.0
"""Seconds after which nothing more is expected: an upper bound, not a measure."""


class Served:
    """``medbrief serve`` with some options, on a free port."""

    def __init__(
        self, environ: Mapping[str, str], *options: str, within: Sequence[str] = ()
    ) -> None:
        """``within``: the command line of a program that runs it."""
        self.events: list[dict[str, Any]] = []
        self.said: list[str] = []
        self.process = subprocess.Popen(
            [*within, str(COMMAND), "serve", "--port", "0", "--log-format", "json", *options],
            env=environ,
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.port = int(self.until("listen")["port"])

    def _read(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            text = line.decode()
            if text.startswith("{"):
                self.events.append(json.loads(text))
            else:
                self.said.append(text)

    def until(self, event: str, **fields: object) -> dict[str, Any]:
        """Wait for an event in the log."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for told in self.events:
                if told["event"] == event and fields.items() <= told.items():
                    return told
            assert self.process.poll() is None, "".join(self.said)
            time.sleep(0.02)
        raise AssertionError(f"no {event} {fields}:\n{self.events}\n{''.join(self.said)}")

    async def connect(self, **options: Any) -> asyncssh.SSHClientConnection:
        """A reader's connection."""
        return await asyncssh.connect(
            "127.0.0.1",
            self.port,
            **{"known_hosts": None, "config": [], "client_keys": [], "username": "r", **options},
        )

    async def ask(self, line: str | None, **options: Any) -> Answer:
        """One connection, one line, its answer."""
        env = options.pop("env", {"LANG": "C.UTF-8"})
        async with await self.connect(**options) as connection:
            done = await connection.run(line, env=env, encoding=None, timeout=PATIENCE)
        return Answer(done.exit_status, done.stdout, done.stderr)

    def children(self, process: int | None = None) -> list[int]:
        """The living processes of a process, of the server's own where none is named."""
        path = f"/proc/{process or self.process.pid}/task"
        found: list[int] = []
        for task in Path(path).iterdir():
            found += map(int, (task / "children").read_text().split())
        return found

    @property
    def zygote(self) -> int:
        """The process that sessions are forked from."""
        (found,) = self.children()
        return found

    def descriptors(self, process: int | None = None) -> int:
        """How many are open."""
        return len(list(Path(f"/proc/{process or self.process.pid}/fd").iterdir()))

    def close(self) -> int:
        """End it as an operator does; its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait()
        self._reader.join(10)
        assert self.process.stderr
        self.process.stderr.close()
        return code


class Screen:
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
    ) -> Screen:
        """Begin a session."""
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
        """What is on it, in one piece."""
        lines = []
        for row in range(self._screen.lines):
            cells = self._screen.buffer[row]
            lines.append("".join(cells[column].data for column in range(self._screen.columns)))
        return "\n".join(line.rstrip() for line in lines)

    async def until(self, *words: str) -> None:
        """Read until all words are on it."""
        end = time.monotonic() + PATIENCE
        while not all(word in self.text for word in words):
            assert time.monotonic() < end, f"{words} did not appear:\n{self.text}"
            assert await self._read(), f"it ended before {words} appeared:\n{self.text}"

    async def _read(self) -> bool:
        try:
            data = await asyncio.wait_for(self.process.stdout.read(65536), 0.2)
        except TimeoutError:
            return True
        self.written += data
        self._stream.feed(data)
        return bool(data)

    async def rested(self) -> None:
        """Read until nothing has come for a while."""
        length = -1
        while length != len(self.written):
            length = len(self.written)
            await self._read()

    async def ended(self) -> int | None:
        """Read to its end; the exit code."""
        end = time.monotonic() + PATIENCE
        while await self._read():
            assert time.monotonic() < end, f"it goes on:\n{self.text}"
        await self.process.wait_closed()
        return self.process.exit_status

    def type(self, keys: str) -> None:
        """Press keys."""
        self.process.stdin.write(keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Another size."""
        self._screen.resize(rows, columns)
        self.process.change_terminal_size(columns, rows)

    @property
    def modes(self) -> dict[int, bool]:
        """The private modes that were set, and whether they still are."""
        return {
            int(number): letter == b"h"
            for numbers, letter in re.findall(rb"\x1b\[\?([0-9;]+)([hl])", self.written)
            for number in numbers.split(b";")
        }
