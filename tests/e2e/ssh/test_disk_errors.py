"""Full and read-only disks: sessions go on, and nothing is lost."""

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
from tests.e2e.ssh.conftest import StartServer
from tests.e2e.ssh.openssh_client import OpenSshClient, free_port, make_key, wait_for_port
from tests.serve.server_process import ServerProcess, SshScreen
from tests.serve.sessions import assert_serves_others

_MOUNT = "mount -t tmpfs -o size=24m tmpfs {folder} && mkdir {folder}/tmp && exec "


@pytest.fixture
def server_on_small_disk(
    environment: Mapping[str, str], tmp_path: Path
) -> Iterator[tuple[ServerProcess, Path]]:
    """A server whose home, cache and temporary folder are on a 24 MB disk; the disk's path."""
    folder = tmp_path / "small"
    folder.mkdir()
    shutil.copytree(SAMPLE, tmp_path / "briefing")
    unshare = ("unshare", "--map-root-user", "--mount")
    if not shutil.which("unshare") or subprocess.run([*unshare, "true"], check=False).returncode:
        pytest.skip("no mount namespaces: cannot create a small disk")
    script = _MOUNT.format(folder=shlex.quote(str(folder))) + '"$@"'
    environ = {
        "PATH": environment["PATH"],
        "HOME": str(folder),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "TMPDIR": str(folder / "tmp"),
        "LANG": "C.UTF-8",
        "MEDBRIEF_CONTENT": str(tmp_path / "briefing" / "content"),
    }
    server = ServerProcess(
        environ, "--anonymous", "--rate", "1000", wrapper=(*unshare, "sh", "-c", script, "sh")
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


async def test_a_full_disk_affects_no_session(
    server_on_small_disk: tuple[ServerProcess, Path],
) -> None:
    server, disk = server_on_small_disk
    async with await server.connect() as connection:
        screen = await SshScreen.open(connection)
        await screen.wait_for("概览", "退出")
        _fill(disk)
        screen.type("L")
        await screen.wait_for("Overview", "quit")
        await assert_serves_others(server)
        os.kill(server.zygote, signal.SIGKILL)  # the next one needs no disk for the briefing
        server.wait_for_event("zygote", what="ready")
        await assert_serves_others(server)
        screen.type("q")
        assert await screen.wait_for_exit() == 0


async def test_new_content_is_served_even_if_it_cannot_be_stored(
    server_on_small_disk: tuple[ServerProcess, Path], tmp_path: Path
) -> None:
    server, disk = server_on_small_disk
    _fill(disk)
    file = tmp_path / "briefing" / "content" / "briefing.toml"
    file.write_text(file.read_text() + "\n# another\n")
    server.process.send_signal(signal.SIGHUP)
    assert server.wait_for_event("content")["what"] == "reloaded"
    await assert_serves_others(server)


async def test_a_read_only_home_does_not_matter(start_server: StartServer, tmp_path: Path) -> None:
    key = tmp_path / "key"
    start_server("--anonymous", "--host-key", str(key), "--generate-host-key").close()
    server = start_server(
        "--anonymous", "--host-key", str(key), HOME="/proc/none", XDG_CACHE_HOME="/proc/none"
    )
    await assert_serves_others(server)


def test_a_failed_log_write_does_not_stop_the_server(
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
            client = OpenSshClient(tmp_path, port, make_key(tmp_path / "key"))
            for _ in range(3):
                assert client("find", "医保").code == 0
                assert client("check").code == 2
        finally:
            server.terminate()
        assert server.wait(30) == 0
