"""Disks that are full or cannot be written: who reads does not notice, and nothing is lost."""

from __future__ import annotations

import errno
import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.cli.command import COMMAND
from tests.conftest import SAMPLE
from tests.e2e.ssh.conftest import Serve
from tests.e2e.ssh.keys import Client, free_port, make_key, wait_for_port
from tests.serve.readers import is_well
from tests.serve.served import Screen, Served

_SMALL = "mount -t tmpfs -o size=24m tmpfs {folder} && mkdir {folder}/tmp && exec "


@pytest.fixture
def small(environment: Mapping[str, str], tmp_path: Path) -> Iterator[tuple[Served, Path]]:
    """A server whose home, cache and temporary folder are on a small disk of their own, and that
    disk, as others see it."""
    folder = tmp_path / "small"
    folder.mkdir()
    shutil.copytree(SAMPLE, tmp_path / "briefing")
    unshare = ("unshare", "--map-root-user", "--mount")
    if not shutil.which("unshare") or subprocess.run([*unshare, "true"], check=False).returncode:
        pytest.skip("no mount namespace to be had here: a small disk cannot be made")
    script = _SMALL.format(folder=shlex.quote(str(folder))) + '"$@"'
    environ = {
        "PATH": environment["PATH"],
        "HOME": str(folder),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "TMPDIR": str(folder / "tmp"),
        "LANG": "C.UTF-8",
        "MEDBRIEF_CONTENT": str(tmp_path / "briefing" / "content"),
    }
    server = Served(
        environ, "--anonymous", "--rate", "1000", within=(*unshare, "sh", "-c", script, "sh")
    )
    yield server, Path(f"/proc/{server.process.pid}/root{folder}")
    server.close()


def _fill(disk: Path) -> None:
    try:
        with (disk / "all").open("wb", buffering=0) as file:
            while True:
                file.write(b"x" * 65536)
    except OSError as error:
        assert error.errno == errno.ENOSPC  # noqa: PT017


async def test_a_disk_that_fills_up_ends_no_session_and_hinders_none(
    small: tuple[Served, Path],
) -> None:
    server, disk = small
    async with await server.connect() as connection:
        screen = await Screen.open(connection)
        await screen.until("概览", "退出")
        _fill(disk)
        screen.type("l")
        await screen.until("Overview", "quit")
        await is_well(server)
        os.kill(server.zygote, signal.SIGKILL)  # the next one is handed the briefing all the same
        server.until("zygote", what="ready")
        await is_well(server)
        screen.type("q")
        assert await screen.ended() == 0


async def test_new_content_that_cannot_be_kept_is_told_and_the_old_stays(
    small: tuple[Served, Path], tmp_path: Path
) -> None:
    server, disk = small
    _fill(disk)
    file = tmp_path / "briefing" / "content" / "briefing.toml"
    file.write_text(file.read_text() + "\n# another\n")
    server.process.send_signal(signal.SIGHUP)
    assert "S001" in server.until("content")["wrong"]
    await is_well(server)


async def test_a_home_that_cannot_be_written_is_no_hindrance(serve: Serve, tmp_path: Path) -> None:
    key = tmp_path / "key"
    serve("--anonymous", "--host-key", str(key)).close()
    server = serve(
        "--anonymous", "--host-key", str(key), HOME="/proc/none", XDG_CACHE_HOME="/proc/none"
    )
    await is_well(server)


def test_a_log_that_cannot_be_written_stops_nobody(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    port = free_port()
    environ = {**environment, "LANG": "C.UTF-8"}
    line = [str(COMMAND), "serve", "--anonymous", "--port", str(port), "--log-format", "json"]
    with Path("/dev/full").open("wb") as full, subprocess.Popen(
        line, env=environ, stderr=full
    ) as server:  # fmt: skip
        try:
            wait_for_port(port)
            client = Client(tmp_path, port, make_key(tmp_path / "key"))
            for _ in range(3):
                assert client("find", "医保").code == 0
                assert client("check").code == 2
        finally:
            server.terminate()
        assert server.wait(30) == 0
