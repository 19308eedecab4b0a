"""A server whose standard error nobody reads."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import subprocess
from pathlib import Path

from tests.cli.command import COMMAND
from tests.e2e.ssh.openssh_client import OpenSshClient, make_key


def test_a_server_whose_log_is_not_read_serves_and_stops(
    server_environ: dict[str, str], tmp_path: Path
) -> None:
    source, target = os.pipe()
    fcntl.fcntl(target, fcntl.F_SETPIPE_SZ, 4096)  # full after five connections
    options = ["--port", "0", "--anonymous", "--rate", "100000", "--log-format", "json"]
    process = subprocess.Popen(
        [str(COMMAND), "serve", *options],
        env={**server_environ, "HOME": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        stderr=target,
    )
    os.close(target)
    with os.fdopen(source, "rb") as log:
        events = iter(map(json.loads, iter(log.readline, b"")))
        event = next(event for event in events if event["event"] == "listen")
        client = OpenSshClient(tmp_path, event["port"], make_key(tmp_path / "key"))
        for _ in range(20):
            assert client("find", "医保").code == 0
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
