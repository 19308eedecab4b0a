"""A client's key and the OpenSSH client with nothing of the person who runs the tests."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from tests.cli.command import Answer

_PATIENCE = 30.0


def make_key(path: Path) -> Path:
    """An ed25519 key pair without a passphrase."""
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path


def free_port() -> int:
    """A port on which nobody listens now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def wait_for_port(port: int) -> None:
    """Until somebody listens."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"nobody listens on {port}")


class Client:
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
        """The command line of a session."""
        return ["ssh", *(["-tt"] if terminal else []), *self.options, self.destination, *words]

    def __call__(
        self, *words: str, options: tuple[str, ...] = (), data: bytes = b"", **environ: str
    ) -> Answer:
        """Ask one thing, without a terminal."""
        done = subprocess.run(
            ["ssh", *options, *self.options, self.destination, *words],
            env=environment(environ),
            input=data,
            capture_output=True,
            timeout=60,
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)


def environment(changes: Mapping[str, str]) -> dict[str, str]:
    """A client's environment: nothing but where programs are, and what a test sets."""
    return {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **changes}
