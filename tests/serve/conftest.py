"""SSH servers on the sample briefing: one shared by a module's tests, or one per test."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.serve.server_process import ServerProcess
from tui.store import Store

StartServer = Callable[..., ServerProcess]


@pytest.fixture(scope="session")
def server_environ(
    environment: Mapping[str, str],
    sample: Path,
    sample_store: Store,  # compiled before the first server starts
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, str]:
    """A server's environment, with a home of its own."""
    return {
        "PATH": environment["PATH"],
        "HOME": str(tmp_path_factory.mktemp("server")),
        "XDG_CACHE_HOME": environment["XDG_CACHE_HOME"],
        "LANG": "C.UTF-8",
        "MEDBRIEF_CONTENT": str(sample),
    }


@pytest.fixture(scope="module")
def shared_server(server_environ: dict[str, str]) -> Iterator[ServerProcess]:
    """A server with anonymous access, for all tests of a module."""
    server = ServerProcess(server_environ, "--anonymous", "--rate", "100000")
    yield server
    assert server.close() == 0


@pytest.fixture
def start_server(server_environ: dict[str, str]) -> Iterator[StartServer]:
    """Start a server with options and changes to its environment."""
    servers: list[ServerProcess] = []

    def start(*options: str, **changes: str) -> ServerProcess:
        servers.append(ServerProcess({**server_environ, **changes}, *options))
        return servers[-1]

    yield start
    for server in servers:
        server.close()
