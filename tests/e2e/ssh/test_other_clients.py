"""Dropbear's client, which guesses the key exchange, and every host key type; a second SIGTERM."""

from __future__ import annotations

import shutil
import signal
import subprocess
from pathlib import Path

import asyncssh
import pytest

from tests.e2e.ssh.openssh_client import OpenSshClient, client_environment, make_key
from tests.serve.conftest import StartServer
from tests.serve.server_process import ServerProcess, SshScreen


def _write_host_key(path: Path, algorithm: str) -> Path:
    key = asyncssh.generate_private_key(algorithm)
    path.write_bytes(key.export_private_key())
    path.chmod(0o600)
    return path


def _dbclient(server: ServerProcess, *words: str, home: Path) -> subprocess.CompletedProcess[bytes]:
    if not shutil.which("dbclient"):
        pytest.skip("no Dropbear client: install dropbear-bin")
    return subprocess.run(
        ["dbclient", "-y", "-y", "-p", str(server.port), "reader@127.0.0.1", *words],
        env={**client_environment({}), "HOME": str(home)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("algorithm", ["ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256"])
def test_dropbear_and_openssh_connect_with_each_host_key(
    start_server: StartServer, tmp_path: Path, algorithm: str
) -> None:
    # Dropbear prefers Ed25519: with another host key its guessed packet must be ignored.
    key = _write_host_key(tmp_path / "host_key", algorithm)
    server = start_server("--anonymous", "--host-key", str(key))
    done = _dbclient(server, "find", "医保", home=tmp_path)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False), done.stderr
    openssh = OpenSshClient(tmp_path, server.port, make_key(tmp_path / "key"))("find", "医保")
    assert (openssh.code, openssh.stdout) == (0, done.stdout)


def test_openssh_may_not_force_sha_1_or_a_group_of_1024_bits(
    start_server: StartServer, tmp_path: Path
) -> None:
    key = _write_host_key(tmp_path / "host_key", "ssh-rsa")
    server = start_server("--anonymous", "--host-key", str(key))
    client = OpenSshClient(tmp_path, server.port, make_key(tmp_path / "key"))
    for algorithm in (
        "HostKeyAlgorithms=ssh-rsa",
        "KexAlgorithms=diffie-hellman-group14-sha1",
        "Ciphers=aes128-cbc",
        "MACs=hmac-sha1",
    ):
        options = ("-o", "LogLevel=INFO", "-o", algorithm)
        if algorithm.startswith("MACs"):  # the other ciphers have none
            options += ("-o", "Ciphers=aes128-ctr")
        refused = client("help", options=options)
        assert (refused.code, "no matching" in refused.message) == (255, True), refused
    assert client("help").code == 0


async def test_a_second_sigterm_ends_the_sessions_at_once(start_server: StartServer) -> None:
    server = start_server("--anonymous", "--end-grace", "1h")
    async with await server.connect() as connection:
        screen = await SshScreen.open(connection)
        await screen.wait_for("概览", "退出")
        server.process.send_signal(signal.SIGTERM)
        await screen.wait_for("服务器即将停止")
        server.process.send_signal(signal.SIGTERM)
        assert await screen.wait_for_exit() == 0
        assert screen.is_restored
    assert server.process.wait(30) == 0


def test_a_command_that_is_not_utf8_gets_its_reason(
    client: OpenSshClient,
) -> None:
    done = subprocess.run(
        [*map(str.encode, client.line()), b"find \xff\xfe"],
        env=client_environment({}),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"not valid UTF-8" in done.stderr
