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


async def _connect_altered(server: ServerProcess, position: int, address: str) -> None:
    """Log in and run a command through a relay that changes one byte of what the client sends."""

    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server_reader, server_writer = await asyncio.open_connection(
            "127.0.0.1", server.port, local_addr=(address, 0)
        )

        async def forward_answers() -> None:
            with suppress(OSError):
                while data := await server_reader.read(65536):
                    writer.write(data)
            writer.close()

        answers = asyncio.create_task(forward_answers())
        sent = 0
        with suppress(OSError):
            while data := await reader.read(65536):
                altered = bytearray(data)
                if sent <= position < sent + len(data):
                    altered[position - sent] ^= 0xA5
                sent += len(data)
                server_writer.write(altered)
        server_writer.close()
        await answers

    listener = await asyncio.start_server(relay, "127.0.0.1", 0)
    port = listener.sockets[0].getsockname()[1]
    with suppress(asyncssh.Error, OSError, TimeoutError):
        async with asyncio.timeout(1):
            sock = socket.create_connection(("127.0.0.1", port))
            await server.run("help", client_keys=[READER], sock=sock)
    listener.close()


async def test_a_byte_that_was_changed_on_the_way_causes_one_event(
    key_server: ServerProcess,
) -> None:
    positions = range(0, 4000, 61)
    for number, position in enumerate(positions, 1):
        await _connect_altered(key_server, position, f"127.0.3.{number}")
    await wait_until(lambda: len(_refusals(key_server, "127.0.3.")) >= len(positions))
    assert len(_refusals(key_server, "127.0.3.")) == len(positions)


def _string(data: bytes) -> bytes:
    return struct.pack("!I", len(data)) + data


class _InvalidLogin(asyncssh.SSHClient):
    """Sends a random packet instead of a key."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def connection_made(self, conn: asyncssh.SSHClientConnection) -> None:
        self._connection = conn

    def public_key_auth_requested(self) -> None:
        chance = self._chance
        blob = chance.choice(
            [
                READER.public_data,
                READER.public_data[:20],
                _string(b"ssh-ed25519-cert-v01@openssh.com") + chance.randbytes(60),
                _string(b"ssh-rsa") + _string(b"\3") + _string(b""),
                _string(b"ecdsa-sha2-nistp256") + _string(b"nistp256") + _string(bytes(65)),
                _string(b"\xff\xfe"),
                b"",
            ]
        )
        algorithm = chance.choice([b"ssh-ed25519", b"rsa-sha2-256", b"\xff\xfe", b""])
        method = chance.choice(
            [b"publickey", b"publickey", b"none", b"password", b"\xff", b"hostbased"]
        )
        body = _string(chance.choice([b"r"] * 6 + [b"\xff\xfe", b"r" * 2000]))
        body += _string(chance.choice([b"ssh-connection"] * 9 + [b"\xff"])) + _string(method)
        body += chance.choice([b"\0", b"\1"]) + _string(algorithm) + _string(blob)
        body += chance.choice(
            [
                b"",
                _string(chance.randbytes(83)),
                _string(_string(b"ssh-ed25519") + _string(bytes(64))),
            ]
        )
        if chance.random() < 0.2:
            body = body[: chance.randrange(len(body))]
        self._connection.send_packet(chance.choice([50, 50, 50, 50, 50, 51, 52, 60, 61, 66]), body)


async def test_invalid_packets_of_a_login_cause_one_event(key_server: ServerProcess) -> None:
    chance = random.Random(7)
    for number in range(1, 101):
        with suppress(asyncssh.Error, OSError, TimeoutError):
            async with asyncio.timeout(10):
                await key_server.connect(
                    client_factory=lambda: _InvalidLogin(chance),
                    local_addr=(f"127.0.4.{number}", 0),
                )
    await wait_until(lambda: len(_refusals(key_server, "127.0.4.")) >= 100)
    refused = _refusals(key_server, "127.0.4.")
    assert len(refused) == 100
    assert {each["reason"] for each in refused} == {"handshake", "key"}
