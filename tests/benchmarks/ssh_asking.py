"""``ssh HOST find 医保`` by the OpenSSH client, against the same look-up run where one sits."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.lookup import QUERY
from tests.benchmarks.measure import BenchmarkError, Command, Result, compare
from tests.benchmarks.ssh_server import environ
from tests.e2e.ssh.openssh_client import OpenSshClient, make_key
from tests.serve.server_process import ServerProcess

_LIMIT = 1.2


def asked(server: ServerProcess, home: Path, rounds: int) -> list[Result]:
    """By the clock: most of the one is spent in another process."""
    ssh = shutil.which("ssh")
    if not ssh:
        sys.stderr.write("no OpenSSH client here (openssh-client): look-ups by it left out\n")
        return []
    client = OpenSshClient(home, server.port, make_key(home / "key"))
    there = {**environ(home), "LANG": "C.UTF-8"}
    _, *words = client.line("find", QUERY)
    program = str(Path(sys.executable).with_name("medbrief"))
    distant = Command(f"ssh HOST find {QUERY}", (ssh, *words), there)
    local = Command(f"medbrief find {QUERY}", (program, "find", QUERY), there)
    answers = {_said(distant), _said(local)}
    if len(answers) != 1:
        raise BenchmarkError(f"the answers over SSH and here differ: {answers}")
    far, near = compare([distant, local], rounds)
    shares = tuple(one.wall / other.wall for one, other in zip(far, near, strict=True))
    return [
        Result(f"{local.name}: wall", "ms", tuple(1000 * one.wall for one in near)),
        Result(f"{distant.name}: wall", "ms", tuple(1000 * one.wall for one in far)),
        Result("  over SSH / here", "x", shares, _LIMIT),
    ]


def _said(command: Command) -> bytes:
    done = subprocess.run(
        command.words, env=command.environ, stdin=subprocess.DEVNULL, capture_output=True,
        check=False,
    )  # fmt: skip
    if done.returncode:
        raise BenchmarkError(f"{command.name}: {done.stderr.decode(errors='replace')}")
    return done.stdout
