"""Steps that several server tests share."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import asyncssh

from tests.serve.server_process import TIMEOUT, ServerProcess, SshScreen

T = TypeVar("T")


async def wait_until(condition: Callable[[], bool]) -> None:
    """Poll until the condition holds."""
    deadline = time.monotonic() + TIMEOUT
    while not condition():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.05)


async def wait_until_stable(read: Callable[[], T], seconds: float) -> T:
    """Poll until the value has not changed for some seconds, and return it."""
    value, since = read(), time.monotonic()

    def stable() -> bool:
        nonlocal value, since
        if (now := read()) != value:
            value, since = now, time.monotonic()
        return time.monotonic() - since >= seconds

    await wait_until(stable)
    return value


async def assert_serves_others(server: ServerProcess) -> None:
    """Another client gets an answer, and the app."""
    assert (await server.run("find 医保")).code == 0
    async with await server.connect() as connection:
        screen = await SshScreen.open(connection)
        await screen.wait_for("概览")
        screen.type("q")
        assert await screen.wait_for_exit() == 0


async def open_app(
    server: ServerProcess, connection: asyncssh.SSHClientConnection, **env: str
) -> tuple[SshScreen, int]:
    """Open the app; return its screen and its process."""
    before = set(session_processes(server))
    screen = await SshScreen.open(connection, **env)
    await screen.wait_for("概览", "退出")
    (pid,) = set(session_processes(server)) - before
    return screen, pid


def session_processes(server: ServerProcess) -> list[int]:
    """The processes of sessions with a terminal."""
    return [
        pid
        for pid in server.children(server.zygote)
        if str(Path(f"/proc/{pid}/fd/0").readlink()).startswith("/dev/pts/")
    ]


def resident_kilobytes(server: ServerProcess) -> int:
    """Resident memory of the front end."""
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])


def add_long_terms(content: Path) -> None:
    """Make the HTML export of a briefing larger than a megabyte."""
    template = (content / "glossary" / "term-sku.toml").read_text(encoding="utf-8")
    for number in range(30):
        text = template.replace("term-sku", f"term-long-{number}").replace(
            "One kind of item", "One kind of item " * 3_000
        )
        text = text.replace('"SKU"', f'"SKU {number}"')
        (content / "glossary" / f"term-long-{number}.toml").write_text(text, encoding="utf-8")
