"""Servers: one for all tests of a module, or one for a test with options of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pytest

from tests.conftest import REAL_CONTENT
from tests.serve.served import Served
from tui.store import Store

Serve = Callable[..., Served]


@pytest.fixture(scope="session")
def server_environ(
    environment: Mapping[str, str], real_store: Store, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """A server's environment: its own home, the briefing compiled."""
    assert real_store.identities()
    home = tmp_path_factory.mktemp("server")
    return {
        "PATH": environment["PATH"],
        "HOME": str(home),
        "XDG_CACHE_HOME": environment["XDG_CACHE_HOME"],
        "LANG": "C.UTF-8",
        "MEDBRIEF_CONTENT": str(REAL_CONTENT),
    }


@pytest.fixture(scope="module")
def served(server_environ: dict[str, str]) -> Iterator[Served]:
    """A server that lets anybody in."""
    server = Served(server_environ, "--anonymous", "--rate", "100000")
    yield server
    assert server.close() == 0


@pytest.fixture
def serve(server_environ: dict[str, str]) -> Iterator[Serve]:
    """``serve("--anonymous", …, NAME=value)``: a server of its own."""
    running: list[Served] = []

    def start(*options: str, **changes: str) -> Served:
        running.append(Served({**server_environ, **changes}, *options))
        return running[-1]

    yield start
    for each in running:
        each.close()
