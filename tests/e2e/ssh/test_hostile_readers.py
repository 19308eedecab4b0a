"""Readers that take all they can get, from three addresses: others still get in."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import asyncssh

from tests.e2e.ssh.hostile_client import (
    UnreadSession,
    close_all,
    connect_from,
    refusal_of,
    request_unread,
    take_all_sessions,
)
from tests.e2e.ssh.openssh_client import OpenSshClient, make_key
from tests.serve.conftest import StartServer
from tests.serve.server_process import ServerProcess, SshScreen
from tests.serve.sessions import add_long_terms, resident_kilobytes, wait_until

_HOSTILE = ("127.0.0.2", "127.0.0.3")
_HONEST = "127.0.0.4"
_RATE = ("--rate", "100000")
_LOGINS_OF_ADDRESS = 50
"""Logins at a time that one address has while others may come: half of the default."""


async def _assert_gets_in(server: ServerProcess, **options: object) -> None:
    """The honest address gets an answer and the panels."""
    answer = await server.run("find 医保", local_addr=(_HONEST, 0), **options)
    assert (answer.code, answer.message) == (0, "")
    async with await connect_from(server, _HONEST, **options) as connection:
        screen = await SshScreen.open(connection)
        await screen.wait_for("概览")
        screen.type("q")
        assert await screen.wait_for_exit() == 0


async def test_unread_answers_of_two_addresses_leave_sessions_for_a_third(
    start_server: StartServer,
) -> None:
    server = start_server("--anonymous", "--max-sessions", "24", *_RATE)
    hostile = []
    for address in _HOSTILE:
        connections, opened = await take_all_sessions(server, address)
        hostile += connections
        assert opened >= 6
    answer = await server.run("find 医保", local_addr=(_HOSTILE[0], 0))
    assert (answer.code, answer.stdout) == (75, b"")
    assert "kept for other readers" in answer.message
    server.wait_for_event("refuse", reason="sessions of reader", peer=_HOSTILE[0])
    await _assert_gets_in(server)
    await close_all(hostile)
    assert (await server.run("find 医保", local_addr=(_HOSTILE[0], 0))).code == 0


async def test_silent_connections_of_two_addresses_leave_logins_for_a_third(
    start_server: StartServer,
) -> None:
    server = start_server("--anonymous", *_RATE)
    silent = []
    for address in _HOSTILE:
        for _ in range(_LOGINS_OF_ADDRESS + 3):  # a few refused ones; many are cut off unread
            sock = socket.create_connection(("127.0.0.1", server.port), 5, (address, 0))
            silent.append(sock)
    server.wait_for_event("refuse", reason="unauthenticated of address", peer=_HOSTILE[1])
    reason = await refusal_of(connect_from(server, _HOSTILE[0]))
    assert "too many clients from this address are logging in; try again later" in reason
    await _assert_gets_in(server)
    for sock in silent:
        sock.close()


async def test_connections_without_sessions_leave_connections_for_others_and_end(
    start_server: StartServer,
) -> None:
    server = start_server("--anonymous", "--max-connections", "12", "--unused-timeout", "4", *_RATE)
    held = []
    for address, count in zip(_HOSTILE, (6, 3), strict=True):
        held += [await connect_from(server, address) for _ in range(count)]
    refused = await connect_from(server, _HOSTILE[0])
    await refused.wait_closed()
    server.wait_for_event("refuse", reason="connections of reader", peer=_HOSTILE[0])
    await _assert_gets_in(server)
    await asyncio.gather(*(connection.wait_closed() for connection in held))
    assert server.wait_for_event("disconnect", peer=_HOSTILE[1])["reason"] == "unused"


async def test_the_limits_count_keys_not_addresses_where_keys_are_required(
    start_server: StartServer, tmp_path: Path
) -> None:
    greedy, other = (asyncssh.generate_private_key("ssh-ed25519") for _ in range(2))
    file = tmp_path / "keys"
    file.write_bytes(greedy.export_public_key() + other.export_public_key())
    server = start_server("--authorized-keys", str(file), "--max-sessions", "8", *_RATE)
    connections, opened = await take_all_sessions(server, _HOSTILE[0], client_keys=[greedy])
    assert opened >= 4
    elsewhere = await server.run("help", local_addr=(_HOSTILE[1], 0), client_keys=[greedy])
    assert (elsewhere.code, "kept for other readers" in elsewhere.message) == (75, True)
    office = await server.run("help", local_addr=(_HOSTILE[0], 0), client_keys=[other])
    assert office.code == 0
    await close_all(connections)


async def test_an_answer_that_is_not_read_takes_a_session_until_its_deadline(
    start_server: StartServer,
) -> None:
    server = start_server("--anonymous", "--idle-timeout", "3", *_RATE)
    before = resident_kilobytes(server)
    connection = await server.connect()
    sessions = [await request_unread(connection) for _ in range(10)]
    reason = await refusal_of(request_unread(connection))
    assert "at most 10 sessions on one connection" in reason
    server.wait_for_event("refuse", reason="channels")
    await wait_until(lambda: all(session.closed for session in sessions))
    assert server.wait_for_event("end", kind="command")["reason"] == "not read"
    assert resident_kilobytes(server) - before < 6_000
    assert (await server.run("help")).code == 0


async def test_a_client_that_stops_reading_the_connection_takes_no_memory(
    start_server: StartServer, sample_copy: Path
) -> None:
    add_long_terms(sample_copy)
    server = start_server("--anonymous", *_RATE, MEDBRIEF_CONTENT=str(sample_copy))
    export = "export --all --format html"
    assert 10 * len((await server.run(export)).stdout) > 12_000_000
    before = resident_kilobytes(server)
    connection = await server.connect()
    transport = connection._transport
    assert transport
    for _ in range(10):
        channel, _ = await connection.create_session(
            UnreadSession, export, window=2**31, encoding=None
        )
        assert channel
    transport.pause_reading()
    for _ in range(5_000):
        connection.send_packet(80, b"\0\0\0\x01x\x01")  # a global request that wants a reply
    for _ in range(5):
        assert (await server.run("help")).code == 0
    assert resident_kilobytes(server) - before < 6_000
    connection.abort()


async def test_re_keys_are_limited(start_server: StartServer) -> None:
    server = start_server("--anonymous", *_RATE)
    connection = await server.connect(rekey_bytes="1")  # a key exchange before every packet

    async def request_often() -> None:
        for _ in range(20):
            await connection.run("help")

    await refusal_of(request_often())
    assert server.wait_for_event("disconnect")["reason"] == "rekeys"
    assert (await server.run("help", rekey_bytes="100k")).code == 0


async def test_requests_during_a_key_exchange_are_not_collected(start_server: StartServer) -> None:
    server = start_server("--anonymous", *_RATE)
    connection = await server.connect()
    connection._send_kexinit()
    connection._recv_handler = lambda: False  # the client never continues the exchange
    connection._kex_complete = True
    for _ in range(2_000):
        connection.send_packet(80, b"\0\0\0\x01x\x01")
    await asyncio.to_thread(server.wait_for_event, "disconnect", reason="rekey")
    connection.abort()


def test_openssh_shows_the_reason_of_each_refusal(
    start_server: StartServer, tmp_path: Path
) -> None:
    server = start_server("--anonymous", "--rate", "1", "--proxy-from", "192.0.2.1")
    client = OpenSshClient(tmp_path, server.port, make_key(tmp_path / "key"))
    assert client("help").code == 0
    refused = client("help")
    assert refused.code == 255
    assert "too many connections from this address; try again in a minute" in refused.message
    behind = start_server("--anonymous", "--proxy-protocol", "--proxy-from", "192.0.2.1")
    client = OpenSshClient(tmp_path, behind.port, client.key)
    assert "127.0.0.1 is not a load balancer of this server" in client("help").message
    behind.wait_for_event("refuse", reason="not a balancer", peer="127.0.0.1")
