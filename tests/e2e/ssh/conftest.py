"""Servers and clients for the tests over real SSH; where a program is missing they say so."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REAL_CONTENT
from tests.e2e.ssh.keys import Client, make_key
from tests.e2e.ssh.sshd import SSHD, Sshd
from tests.serve.conftest import Serve, serve, server_environ
from tests.serve.served import Served
from tui.store import Store

__all__ = ["Serve", "serve", "server_environ"]


@pytest.fixture(scope="session", autouse=True)
def _client() -> None:
    if not shutil.which("ssh"):
        pytest.skip("no OpenSSH client here: install openssh-client")


@pytest.fixture(scope="session")
def sshd(
    environment: dict[str, str], real_store: Store, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sshd]:
    """OpenSSH with ``medbrief session`` as its forced command."""
    if not SSHD:
        pytest.skip("no OpenSSH server here: install openssh-server")
    assert real_store.identities()
    folder: Path = tmp_path_factory.mktemp("sshd")
    home = tmp_path_factory.mktemp("sshd-home")
    names = {
        "MEDBRIEF_CONTENT": str(REAL_CONTENT),
        "XDG_CACHE_HOME": environment["XDG_CACHE_HOME"],
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CONFIG_HOME": str(home / "config"),
    }
    server = Sshd(folder, names)
    yield server
    server.close()


@pytest.fixture(scope="session")
def server(server_environ: dict[str, str]) -> Iterator[Served]:
    """``medbrief serve``, for anybody."""
    served = Served(server_environ, "--anonymous", "--rate", "100000", "--max-sessions", "300")
    yield served
    assert served.close() == 0


@pytest.fixture(scope="session")
def client(server: Served, tmp_path_factory: pytest.TempPathFactory) -> Client:
    """The OpenSSH client to it."""
    folder = tmp_path_factory.mktemp("client")
    return Client(folder, server.port, make_key(folder / "key"))
