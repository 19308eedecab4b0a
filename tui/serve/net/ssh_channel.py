"""A session channel that hands on every command, also one that is not UTF-8."""

from __future__ import annotations

from typing import Any

import asyncssh
from asyncssh.packet import SSHPacket

from tui.serve.request.environment import AllowedEnvironment


class SshChannel(asyncssh.SSHServerChannel[bytes]):
    """Stores only allowed variables, and decodes every command.

    asyncssh fails a request whose command is not UTF-8 without a reason. Here its invalid bytes
    become surrogates (PEP 383), which the request parser reports.
    """

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._env = AllowedEnvironment()

    def _process_exec_request(self, packet: SSHPacket) -> bool:
        command = packet.get_string()
        packet.check_end()
        return self._start_session(command=command.decode("utf-8", "surrogateescape"))
