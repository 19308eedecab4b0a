"""Servers and clients for the tests over real SSH; tests skip where a program is missing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.ssh.openssh_client import OpenSshClient, make_key
from tests.e2e.ssh.sshd import SSHD, Sshd
from tests.serve.conftest import StartServer, server_environ, shared_server, start_server
from tests.serve.server_process import ServerProcess
from tui.store import Store

__all__ = ["StartServer", "server_environ", "shared_server", "start_server"]


@pytest.fixture(scope="session", autouse=True)
def _require_ssh() -> None:
    if not shutil.which("ssh"):
        pytest.skip("no OpenSSH client: install openssh-client")


@pytest.fixture(scope="session")
def sshd(
    environment: dict[str, str],
    sample: Path,
    sample_store: Store,  # compiled before the first session
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Sshd]:
    """OpenSSH with ``medbrief session`` as its forced command."""
    if not SSHD:
        pytest.skip("no OpenSSH server: install openssh-server")
    home = tmp_path_factory.mktemp("sshd-home")
    environ = {
        "MEDBRIEF_CONTENT": str(sample),
        "XDG_CACHE_HOME": environment["XDG_CACHE_HOME"],
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CONFIG_HOME": str(home / "config"),
    }
    server = Sshd(tmp_path_factory.mktemp("sshd"), environ)
    yield server
    server.close()


@pytest.fixture(scope="session")
def server(server_environ: dict[str, str]) -> Iterator[ServerProcess]:
    """``medbrief serve`` with anonymous access."""
    process = ServerProcess(
        server_environ, "--anonymous", "--rate", "100000", "--max-sessions", "300"
    )
    yield process
    assert process.close() == 0


@pytest.fixture(scope="session")
def client(server: ServerProcess, tmp_path_factory: pytest.TempPathFactory) -> OpenSshClient:
    """The OpenSSH client, connecting to that server."""
    folder = tmp_path_factory.mktemp("client")
    return OpenSshClient(folder, server.port, make_key(folder / "key"))
