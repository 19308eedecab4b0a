"""Limits on addresses, sessions and time; the PROXY protocol; metrics."""

from __future__ import annotations

import asyncio
import socket
import struct

import asyncssh
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.serve.conftest import StartServer
from tests.serve.server_process import TIMEOUT, SshScreen
from tui.serve.net.proxy_protocol import ProxyError, read_client_address
from tui.serve.security.rate_limit import RateLimit


@given(rate=st.integers(1, 50), times=st.lists(st.floats(0, 600), max_size=200))
def test_an_address_cannot_exceed_its_rate(rate: int, times: list[float]) -> None:
    limit = RateLimit(rate)
    allowed = [now for now in sorted(times) if limit.allows("10.0.0.1", now)]
    for start in allowed:
        within = [now for now in allowed if start <= now < start + 60]
        assert len(within) <= 2 * rate
    assert limit.allows("10.0.0.2", 600)


def test_an_ipv6_network_counts_as_one_client() -> None:
    limit = RateLimit(1)
    assert limit.allows("2001:db8::1", 0)
    assert not limit.allows("2001:db8::2", 0)
    assert limit.allows("2001:db8:0:1::1", 0)
    assert limit.allows("::ffff:10.0.0.1", 0)
    assert not limit.allows("10.0.0.1", 0)
    assert limit.allows("10.0.0.1", 60)


_V2 = b"\r\n\r\n\0\r\nQUIT\n"
_IPV4 = bytes([10, 1, 2, 3, 127, 0, 0, 1]) + struct.pack("!HH", 5, 22)
_IPV6 = bytes.fromhex("20010db8" + "0" * 23 + "1") + bytes(16) + struct.pack("!HH", 5, 22)


@pytest.mark.parametrize(
    ("header", "address"),
    [
        (b"PROXY TCP4 10.1.2.3 127.0.0.1 5 22\r\n", "10.1.2.3"),
        (b"PROXY TCP6 2001:db8::1 ::1 5 22\r\n", "2001:db8::1"),
        (b"PROXY UNKNOWN\r\n", None),
        (_V2 + b"\x21\x11" + struct.pack("!H", 12) + _IPV4, "10.1.2.3"),
        (_V2 + b"\x21\x11" + struct.pack("!H", 15) + _IPV4 + b"tlv", "10.1.2.3"),
        (_V2 + b"\x21\x21" + struct.pack("!H", 36) + _IPV6, "2001:db8::1"),
        (_V2 + b"\x20\x00\0\0", None),
    ],
)
async def test_a_proxy_header_names_the_client_and_no_byte_after_it_is_read(
    header: bytes, address: str | None
) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.setblocking(False)
        theirs.sendall(header + b"SSH-2.0-x")
        assert await read_client_address(ours) == address
        assert ours.recv(100) == b"SSH-2.0-x"


@pytest.mark.parametrize(
    "header",
    [
        b"SSH-2.0-OpenSSH\r\n",
        b"PROXY TCP4 nonsense 127.0.0.1 5 22\r\n",
        b"PROXY TCP4 10.1.2.3\r\n",
        b"PROXY TCP4 10.1.2.3 127.0.0.1 99999 22\r\n",
        b"PROXY TCP4 10.1.2.3 127.0.0.1 5 65536\r\n",
        b"PROXY TCP4 10.1.2.3 127.0.0.1 -5 22\r\n",
        b"PROXY TCP4 10.1.2.3 nonsense 5 22\r\n",
        b"PROXY TCP4 2001:db8::1 ::1 5 22\r\n",
        _V2 + b"\x22\x11" + struct.pack("!H", 12) + _IPV4,
        b"PROXY " + b"x" * 200,
        _V2 + b"\x11\x11" + struct.pack("!H", 12) + _IPV4,
        _V2 + b"\x21\x11" + struct.pack("!H", 4) + b"abcd",
        _V2 + b"\x21\x11" + struct.pack("!H", 65535),
        b"PRO",
    ],
)
async def test_an_invalid_proxy_header_is_refused(header: bytes) -> None:
    ours, theirs = socket.socketpair()
    with ours:
        ours.setblocking(False)
        with theirs:
            theirs.sendall(header)
        with pytest.raises(ProxyError):
            await read_client_address(ours)


@pytest.mark.parametrize("start", [b"S", b"\0", b"PRX", b"PROXYX", b"\r\n\r\n\0\r\nQUIX"])
async def test_a_byte_that_cannot_belong_to_a_header_ends_the_wait(start: bytes) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.setblocking(False)
        theirs.sendall(start)
        with pytest.raises(ProxyError):
            await asyncio.wait_for(read_client_address(ours), 10)


async def test_logs_and_limits_use_the_client_address_behind_a_balancer(
    start_server: StartServer,
) -> None:
    server = start_server("--anonymous", "--proxy-protocol", "--rate", "2/min")

    async def connect_from(address: str) -> int:
        sock = socket.create_connection(("127.0.0.1", server.port))
        sock.sendall(f"PROXY TCP4 {address} 127.0.0.1 5 22\r\n".encode())
        sock.setblocking(False)
        return (await server.run("help", sock=sock)).code

    assert [await connect_from("10.9.9.9"), await connect_from("10.9.9.9")] == [0, 0]
    with pytest.raises((asyncssh.Error, OSError)):
        await connect_from("10.9.9.9")
    assert server.wait_for_event("refuse", reason="rate")["peer"] == "10.9.9.9"
    assert await connect_from("10.9.9.8") == 0
    with pytest.raises((asyncssh.Error, OSError)):
        await server.run("help")
    server.wait_for_event("refuse", reason="no PROXY header")


async def test_an_address_over_its_rate_gets_a_message(start_server: StartServer) -> None:
    server = start_server("--anonymous", "--rate", "1")
    assert (await server.run("help")).code == 0
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    assert b"too many connections" in await reader.read()
    writer.close()


async def test_a_connection_without_proxy_header_gets_a_message(
    start_server: StartServer,
) -> None:
    server = start_server("--anonymous", "--proxy-protocol")
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(b"SSH-2.0-OpenSSH\n")
    assert (await reader.read()).startswith(b"missing or invalid PROXY protocol header")
    writer.close()


async def test_a_connection_beyond_the_unauthenticated_limit_gets_a_message(
    start_server: StartServer,
) -> None:
    server = start_server("--anonymous", "--proxy-protocol", "--max-logins", "3")
    connections = [await asyncio.open_connection("127.0.0.1", server.port) for _ in range(4)]
    reader, _ = connections[-1]
    assert (await reader.read()).startswith(b"too many clients are logging in")
    for _, writer in connections:
        writer.close()


async def test_clients_beyond_max_sessions_are_refused_with_a_message(
    start_server: StartServer,
) -> None:
    server = start_server("--anonymous", "--max-sessions", "1")
    async with await server.connect() as connection:
        screen = await SshScreen.open(connection)
        await screen.wait_for("概览")
        answer = await server.run("help")
        assert (answer.code, answer.stdout) == (75, b"")
        assert "the server is full" in answer.message
        screen.type("q")
        assert await screen.wait_for_exit() == 0
    assert (await server.run("help")).code == 0


async def test_an_idle_session_ends_with_the_terminal_restored(start_server: StartServer) -> None:
    server = start_server("--anonymous", "--idle-timeout", "2")
    async with await server.connect() as connection:
        screen = await SshScreen.open(connection, LANG="C")
        await screen.wait_for("Overview")
        assert await screen.wait_for_exit() == 0
        assert "idle for too long" in screen.text
        assert screen.is_restored
    assert server.wait_for_event("end", kind="app")["reason"] == "idle"


async def test_a_session_in_use_ends_at_its_maximum_time(start_server: StartServer) -> None:
    server = start_server("--anonymous", "--max-time", "2")
    async with await server.connect() as connection:
        screen = await SshScreen.open(connection)
        async with asyncio.timeout(TIMEOUT):
            while await screen.read():
                if not screen.process.stdin.is_closing():
                    screen.type("j")
        assert await screen.wait_for_exit() == 0
    assert server.wait_for_event("end", kind="app")["reason"] == "max-time"


async def test_metrics_count_sessions_refusals_and_commands(start_server: StartServer) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    server = start_server("--anonymous", "--metrics", str(port))
    await server.run("find 医保")
    await server.run("check")
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /metrics HTTP/1.0\r\n\r\n")
    page = (await reader.read()).decode()
    writer.close()
    assert 'medbrief_sessions{kind="command"} 0.0' in page
    assert 'medbrief_sessions_begun_total{kind="command"} 2.0' in page
    assert 'medbrief_refusals_total{reason="command"} 1.0' in page
    assert 'medbrief_command_seconds_count{command="find"} 1.0' in page
