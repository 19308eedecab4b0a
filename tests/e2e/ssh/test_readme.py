"""The first commands of ``tui/serve/README.md`` lead to a served briefing."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.e2e.ssh.openssh_client import (
    OpenSshClient,
    client_environment,
    free_port,
    make_key,
    wait_for_port,
)
from tests.e2e.terminal import Terminal

_BLOCKS = re.findall(
    r"```sh\n(.*?)```", (ROOT / "tui/serve/README.md").read_text("utf-8"), re.DOTALL
)


def test_the_commands_of_the_readme_serve_and_read(
    server_environ: dict[str, str], tmp_path: Path
) -> None:
    install, *serve = _BLOCKS[0].splitlines()
    assert install == "python3 -m venv .venv && .venv/bin/pip install -e '.[ssh]'"
    (tmp_path / ".venv").symlink_to(Path(sys.executable).parent.parent)
    (tmp_path / ".ssh").mkdir()
    key = make_key(tmp_path / ".ssh/id_ed25519")
    port = free_port()
    (tmp_path / "medbrief").mkdir()
    (tmp_path / "medbrief/config.toml").write_text(f"[serve]\nport = {port}\n")
    environ = {**server_environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    server = subprocess.Popen(
        ["sh", "-ec", "\n".join(serve)], env=environ, cwd=tmp_path, start_new_session=True
    )
    try:
        wait_for_port(port)
        client = OpenSshClient(tmp_path, port, key)
        panels, _, find = (line.split("#")[0].split() for line in _BLOCKS[1].splitlines())
        assert panels[:4] == ["ssh", "-t", "-p", "2222"]
        answer = client(*find[find.index("HOST") + 1 :])
        assert (answer.code, answer.message) == (0, "")
        session = Terminal(client.line(terminal=True), client_environment({"LANG": "zh_CN.UTF-8"}))
        session.until("概览", "退出")
        session.close()
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(30)
