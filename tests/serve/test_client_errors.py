"""Clients that make asyncssh raise, or leave at a bad moment: one event, and never a traceback."""

from __future__ import annotations

import asyncio
import random
import socket
import struct
from collections.abc import Iterator
from contextlib import suppress

import asyncssh
import pytest

from tests.serve.key_material import AUTHORITY, OTHER, READER, public
from tests.serve.server_process import ServerProcess
from tests.serve.sessions import wait_until
from tui.serve.net.quickack_socket import QuickAckSocket
from tui.serve.net.ssh_transport import SshTransport, TransportOwner

_VERSION = b"SSH-2.0-client\r\n"
_NAMES = [b"curve25519-sha256", b"ssh-ed25519", *[b"aes128-ctr"] * 2, *[b"hmac-sha2-256"] * 2]


def _packet(payload: bytes, padding: int = 8) -> bytes:
    return struct.pack("!IB", 1 + len(payload) + padding, padding) + payload + bytes(padding)


def _kexinit(names: list[bytes]) -> bytes:
    lists = b"".join(struct.pack("!I", len(name)) + name for name in names)
    return b"\x14" + bytes(16) + lists + bytes(5)


_ALGORITHMS = [*_NAMES, b"none", b"none", b"", b""]
_BEGINNINGS = [
    b"SSH-2.0-\xff\xfe\r\n",
    b"SSH-1.0-old\r\n",
    b"x" * 9000,
    b"\r\n",
    _VERSION + b"\xff" * 100,
    _VERSION + bytes(100),
    _VERSION + _packet(b""),
    _VERSION + _packet(b"", 0),
    _VERSION + _packet(b"\x14short"),
    _VERSION + _packet(_kexinit([b"\xff\xfe"] * 10)),
    _VERSION + _packet(_kexinit(_ALGORITHMS)) + _packet(b"\x1e" + b"\xff" * 40),
    _VERSION + _packet(_kexinit(_ALGORITHMS)) + _packet(b"\x1e\0\0\0\x20" + bytes(32)),
    _VERSION + _packet(_kexinit(_ALGORITHMS)) + _packet(b"\x15") + bytes(64),
]


def _random_beginnings(count: int) -> Iterator[bytes]:
    chance = random.Random(7)
    for _ in range(count):
        data = b"" if chance.random() < 0.2 else _VERSION
        if chance.random() < 0.5:
            data += _packet(_kexinit(_ALGORITHMS))
        for _ in range(chance.randrange(4)):
            kind = bytes([chance.choice([1, 2, 3, 4, 5, 7, 20, 21, 30, 31, 50, 80, 90, 94, 255])])
            data += _packet(kind + chance.randbytes(chance.choice([0, 3, 4, 36, 200])))
        yield data + chance.randbytes(chance.choice([0, 1, 30, 300]))


@pytest.fixture(scope="module")
def key_server(
    server_environ: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ServerProcess]:
    """A server that accepts READER."""
    file = tmp_path_factory.mktemp("keys") / "readers.pub"
    file.write_text(f"{public(READER)}\n")
    server = ServerProcess(server_environ, "--authorized-keys", str(file), "--rate", "100000")
    yield server
    assert server.close() == 0
    names = ("error", "warning", "stderr")
    assert [each for each in server.events if each["event"] in names or "traceback" in each] == []


def _count(server: ServerProcess, name: str) -> int:
    return len([each for each in server.events if each["event"] == name])


def _refusals(server: ServerProcess, prefix: str) -> list[dict[str, object]]:
    return [
        each
        for each in server.events
        if each["event"] == "refuse" and each["peer"].startswith(prefix)
    ]


async def _send(server: ServerProcess, address: str, data: bytes, *, reset: bool) -> None:
    reader, writer = await asyncio.open_connection(
        "127.0.0.1", server.port, local_addr=(address, 0)
    )
    with suppress(OSError):
        writer.write(data)
        if reset:
            linger = struct.pack("ii", 1, 0)
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        else:
            writer.write_eof()
            await asyncio.wait_for(reader.read(), 10)
    writer.close()


@pytest.mark.parametrize("reset", [False, True])
async def test_bytes_before_the_login_cause_one_event_and_no_traceback(
    key_server: ServerProcess, reset: bool
) -> None:
    beginnings = [*_BEGINNINGS, *_random_beginnings(100)]
    prefix = f"127.0.{int(reset) + 1}."
    for number, data in enumerate(beginnings, 1):  # each address on its own: nothing is left out
        await _send(key_server, f"{prefix}{number}", data, reset=reset)
    await wait_until(lambda: len(_refusals(key_server, prefix)) >= len(beginnings))
    refused = _refusals(key_server, prefix)
    assert len({each["peer"] for each in refused}) == len(refused) == len(beginnings)
    assert {each["reason"] for each in refused} == {"handshake"}


_REQUESTS = [b"exec", b"shell", b"pty-req", b"env", b"window-change", b"signal", b"\xff\xfe"]


def _random_packet(chance: random.Random) -> tuple[int, bytes]:
    kind = chance.choice(
        [2, 3, 4, 5, 6, 7, 20, 21, 30, 50, 61, 80, 81, 90, *range(93, 101), 98, 98]
    )
    body = chance.randbytes(chance.choice([0, 1, 4, 30, 300]))
    if kind == 98:
        name = chance.choice(_REQUESTS)
        body = struct.pack("!II", 0, len(name)) + name + b"\1\0\0\0\4\xff\xfe\xfd\xfc" + body
    elif kind > 90:
        body = struct.pack("!I", chance.choice([0, 0, 77])) + body
    return kind, body


async def test_packets_after_the_login_cause_no_traceback(key_server: ServerProcess) -> None:
    chance = random.Random(7)
    for _ in range(40):
        connection = await key_server.connect(client_keys=[READER])
        with suppress(asyncssh.Error, OSError):
            await connection.create_session(asyncssh.SSHClientSession, encoding=None)
        for _ in range(chance.randrange(1, 4)):
            kind, body = _random_packet(chance)
            connection.send_packet(kind, body)
        if chance.random() < 0.5:
            connection.abort()
        else:
            connection.close()
        await asyncio.wait_for(connection.wait_closed(), 10)
    await wait_until(lambda: _count(key_server, "disconnect") >= 40)
    assert _count(key_server, "connect") == _count(key_server, "disconnect")
    assert (await key_server.run("help", client_keys=[READER])).code == 0


async def test_a_login_is_refused_in_one_event_and_a_successful_one_in_none(
    key_server: ServerProcess,
) -> None:
    with pytest.raises(asyncssh.PermissionDenied):
        await key_server.run("help", client_keys=[AUTHORITY, OTHER], local_addr=("127.0.9.1", 0))
    await key_server.run("help", client_keys=[OTHER, READER], local_addr=("127.0.9.2", 0))
    key_server.wait_for_event("disconnect", peer="127.0.9.2")
    (refused,) = _refusals(key_server, "127.0.9.")
    assert (refused["peer"], refused["reason"], refused["why"]) == (
        "127.0.9.1",
        "key",
        "not listed",
    )
    assert refused["key"] == OTHER.get_fingerprint()
    assert refused["others"] == f"{AUTHORITY.get_fingerprint()} not listed"


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
    connection, transport = SshTransport(options, TransportOwner(), 5), _TcpTransport()
    connection.connection_made(transport)
    (version,) = transport.written
    assert version.startswith(b"SSH-2.0-")
    transport.closing = True
    connection.send_packet(2, b"")
    connection.data_received(b"SSH-2.0-client\r\n")
    assert transport.written == [version]
