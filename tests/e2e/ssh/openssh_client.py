"""The OpenSSH client with a key and an environment of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from tests.cli.command import Answer

_TIMEOUT = 30.0


def make_key(path: Path) -> Path:
    """Generate an ed25519 key pair without a passphrase."""
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path


def free_port() -> int:
    """Return an unused port."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port: int = unused.getsockname()[1]
        return port


def wait_for_port(port: int) -> None:
    """Wait until the port accepts connections."""
    deadline = time.monotonic() + _TIMEOUT
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"nothing listens on port {port}")


class OpenSshClient:
    """``ssh`` to one port, with one key."""

    def __init__(self, folder: Path, port: int, key: Path, user: str = "reader") -> None:
        self.port = port
        self.key = key
        self.known_hosts = folder / f"known_hosts-{port}"
        self.options = [
            *("-F", "none", "-p", str(port), "-i", str(key), "-o", "IdentitiesOnly=yes"),
            *("-o", f"UserKnownHostsFile={self.known_hosts}", "-o", "LogLevel=ERROR"),
            *("-o", "StrictHostKeyChecking=accept-new", "-o", "BatchMode=yes"),
            *("-o", "SendEnv=LANG LC_*", "-o", "ConnectTimeout=20"),
        ]
        self.destination = f"{user}@127.0.0.1"

    def line(self, *words: str, terminal: bool = False) -> list[str]:
        """Return the command line of a session."""
        return ["ssh", *(["-tt"] if terminal else []), *self.options, self.destination, *words]

    def __call__(
        self, *words: str, options: tuple[str, ...] = (), data: bytes = b"", **environ: str
    ) -> Answer:
        """Run a command without a terminal."""
        done = subprocess.run(
            ["ssh", *options, *self.options, self.destination, *words],
            env=client_environment(environ),
            input=data,
            capture_output=True,
            timeout=60,
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)


def client_environment(changes: Mapping[str, str]) -> dict[str, str]:
    """Return a client's environment: PATH, a UTF-8 locale, and the changes."""
    return {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **changes}
