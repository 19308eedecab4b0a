"""An OpenSSH server for the current user, on an unused port."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.e2e.ssh.openssh_client import OpenSshClient, free_port, make_key, wait_for_port
from tests.e2e.terminal import console_script

SSHD = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")

_CONFIG = """
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host_key
PidFile none
AuthorizedKeysFile {folder}/client_key.pub
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
AcceptEnv LANG LC_*
Subsystem sftp internal-sftp
DisableForwarding yes
PermitUserRC no
SetEnv {environ}
ForceCommand {command} session
"""


class Sshd:
    """A running sshd and a client for it."""

    def __init__(self, folder: Path, environ: Mapping[str, str]) -> None:
        assert SSHD
        self.port = free_port()
        make_key(folder / "host_key")
        key = make_key(folder / "client_key")
        config = folder / "sshd_config"
        config.write_text(
            _CONFIG.format(
                port=self.port,
                folder=folder,
                environ=" ".join(f"{name}={value}" for name, value in environ.items()),
                command=console_script(sys.executable),
            )
        )
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)
        self._process = subprocess.Popen(
            [SSHD, "-D", "-f", str(config), "-E", str(folder / "sshd.log")],
            stdin=subprocess.DEVNULL,
        )
        wait_for_port(self.port)
        self.client = OpenSshClient(folder, self.port, key, getpass.getuser())

    def close(self) -> None:
        """Stop the server."""
        self._process.terminate()
        self._process.wait(20)
