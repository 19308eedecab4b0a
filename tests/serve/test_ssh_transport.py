"""A connection whose client has left: nothing is sent, nothing raised."""

from __future__ import annotations

import asyncio
import socket
import struct

import asyncssh
import pytest

from tui.serve.net.input_limit import InputLimits
from tui.serve.net.quickack_socket import QuickAckSocket
from tui.serve.net.ssh_transport import SshTransport, TransportOwner


def test_shutting_down_a_connection_that_the_client_has_reset_raises_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        client = socket.create_connection(listener.getsockname())
        accepted = QuickAckSocket(listener.accept()[0])
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()
    with accepted:
        accepted.setblocking(True)
        with pytest.raises(ConnectionResetError):
            accepted.recv(1)
        accepted.shutdown(socket.SHUT_WR)


class _TcpTransport(asyncio.Transport):
    """Keeps what is written; ``closing``: the client has left."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[bytes] = []
        self.closing = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.written.append(bytes(data))

    def is_closing(self) -> bool:
        return self.closing


async def test_nothing_is_written_to_a_client_that_has_left() -> None:
    key = asyncssh.generate_private_key("ssh-ed25519")
    options = asyncssh.SSHServerConnectionOptions(config=[], server_host_keys=[key])
    account = InputLimits().address_input("192.0.2.1")
    connection = SshTransport(options, TransportOwner(), 5, account)
    transport = _TcpTransport()
    connection.connection_made(transport)
    (version,) = transport.written
    assert version.startswith(b"SSH-2.0-")
    transport.closing = True
    connection.send_packet(2, b"")
    connection.data_received(b"SSH-2.0-client\r\n")
    assert transport.written == [version]
