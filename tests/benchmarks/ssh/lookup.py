"""``ssh HOST find 医保`` by the OpenSSH client, relative to the same lookup run locally."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.data.briefings import installed_program
from tests.benchmarks.lookup import QUERY
from tests.benchmarks.measure import BenchmarkError, Command, Result, compare
from tests.benchmarks.ssh.server import environ
from tests.e2e.ssh.openssh_client import OpenSshClient, make_key
from tests.serve.server_process import ServerProcess

_LIMIT = 1.2


def measure_lookups(server: ServerProcess, home: Path, rounds: int) -> list[Result]:
    """Measure wall-clock time, because the server spends most of the processor time."""
    ssh = shutil.which("ssh")
    if not ssh:
        sys.stderr.write("skipped: lookups over SSH (openssh-client is not installed)\n")
        return []
    client = OpenSshClient(home, server.port, make_key(home / "key"))
    client_environ = {**environ(home), "LANG": "C.UTF-8"}
    _, *words = client.line("find", QUERY)
    program = installed_program()
    remote = Command(f"ssh HOST find {QUERY}", (ssh, *words), client_environ)
    local = Command(f"medbrief find {QUERY}", (program, "find", QUERY), client_environ)
    answers = {_output(remote), _output(local)}
    if len(answers) != 1:
        raise BenchmarkError(f"the answers over SSH and local ones differ: {answers}")
    over_ssh, locally = compare([remote, local], rounds)
    shares = tuple(one.wall / other.wall for one, other in zip(over_ssh, locally, strict=True))
    return [
        Result(f"{local.name}: wall", "ms", tuple(1000 * one.wall for one in locally)),
        Result(f"{remote.name}: wall", "ms", tuple(1000 * one.wall for one in over_ssh)),
        Result("  over SSH / here", "x", shares, _LIMIT),
    ]


def _output(command: Command) -> bytes:
    done = subprocess.run(
        command.words, env=command.environ, stdin=subprocess.DEVNULL, capture_output=True,
        check=False,
    )  # fmt: skip
    if done.returncode:
        raise BenchmarkError(f"{command.name}: {done.stderr.decode(errors='replace')}")
    return done.stdout
