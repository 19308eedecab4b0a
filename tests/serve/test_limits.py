"""Limits: on addresses, on sessions, on time; and whose address it is behind a balancer."""

from __future__ import annotations

import asyncio
import socket
import struct

import asyncssh
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.serve.conftest import Serve
from tests.serve.served import Screen
from tui.serve.net.proxy_protocol import ProxyError, client_of
from tui.serve.security.rate_limit import RateLimit


@given(rate=st.integers(1, 50), times=st.lists(st.floats(0, 600), max_size=200))
def test_no_address_gets_more_than_its_rate(rate: int, times: list[float]) -> None:
    rates = RateLimit(rate)
    allowed = [now for now in sorted(times) if rates.allows("10.0.0.1", now)]
    for start in allowed:
        within = [now for now in allowed if start <= now < start + 60]
        assert len(within) <= 2 * rate
    assert rates.allows("10.0.0.2", 600)


def test_one_network_is_one_client() -> None:
    rates = RateLimit(1)
    assert rates.allows("2001:db8::1", 0)
    assert not rates.allows("2001:db8::2", 0)
    assert rates.allows("2001:db8:0:1::1", 0)
    assert rates.allows("::ffff:10.0.0.1", 0)
    assert not rates.allows("10.0.0.1", 0)
    assert rates.allows("10.0.0.1", 60)


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
async def test_a_proxy_header_tells_the_client_and_nothing_after_it_is_read(
    header: bytes, address: str | None
) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.setblocking(False)
        theirs.sendall(header + b"SSH-2.0-x")
        assert await client_of(ours) == address
        assert ours.recv(100) == b"SSH-2.0-x"


@pytest.mark.parametrize(
    "header",
    [
        b"SSH-2.0-OpenSSH\r\n",
        b"PROXY TCP4 nonsense 127.0.0.1 5 22\r\n",
        b"PROXY TCP4 10.1.2.3\r\n",
        b"PROXY " + b"x" * 200,
        _V2 + b"\x11\x11" + struct.pack("!H", 12) + _IPV4,
        _V2 + b"\x21\x11" + struct.pack("!H", 4) + b"abcd",
        _V2 + b"\x21\x11" + struct.pack("!H", 65535),
        b"PRO",
    ],
)
async def test_what_is_no_proxy_header_is_turned_away(header: bytes) -> None:
    ours, theirs = socket.socketpair()
    with ours:
        ours.setblocking(False)
        with theirs:
            theirs.sendall(header)
        with pytest.raises(ProxyError):
            await client_of(ours)


async def test_logs_and_limits_go_by_the_client_behind_the_balancer(serve: Serve) -> None:
    server = serve("--anonymous", "--proxy-protocol", "--rate", "2/min")

    async def come(address: str) -> int:
        sock = socket.create_connection(("127.0.0.1", server.port))
        sock.sendall(f"PROXY TCP4 {address} 127.0.0.1 5 22\r\n".encode())
        sock.setblocking(False)
        return (await server.ask("help", sock=sock)).code

    assert [await come("10.9.9.9"), await come("10.9.9.9")] == [0, 0]
    with pytest.raises((asyncssh.Error, OSError)):
        await come("10.9.9.9")
    assert server.until("refuse", reason="rate")["peer"] == "10.9.9.9"
    assert await come("10.9.9.8") == 0
    with pytest.raises((asyncssh.Error, OSError)):
        await server.ask("help")
    server.until("refuse", reason="no PROXY header")


async def test_an_address_that_comes_too_often_is_told_so(serve: Serve) -> None:
    server = serve("--anonymous", "--rate", "1")
    assert (await server.ask("help")).code == 0
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    assert b"too many connections" in await reader.read()
    writer.close()


async def test_beyond_max_sessions_there_is_a_polite_line(serve: Serve) -> None:
    server = serve("--anonymous", "--max-sessions", "1")
    async with await server.connect() as connection:
        screen = await Screen.open(connection)
        await screen.until("概览")
        answer = await server.ask("help")
        assert (answer.code, answer.stdout) == (75, b"")
        assert "come back" in answer.message
        screen.type("q")
        assert await screen.ended() == 0
    assert (await server.ask("help")).code == 0


async def test_who_presses_no_key_is_sent_home_with_the_terminal_restored(serve: Serve) -> None:
    server = serve("--anonymous", "--idle-timeout", "2")
    async with await server.connect() as connection:
        screen = await Screen.open(connection, LANG="C")
        await screen.until("Overview")
        assert await screen.ended() == 0
        assert "no key was pressed" in screen.text
        assert not any(screen.modes.get(mode, False) for mode in (1000, 1003, 1049))
    assert server.until("end", kind="app")["reason"] == "idle"


async def test_no_session_lasts_for_ever(serve: Serve) -> None:
    server = serve("--anonymous", "--max-time", "2")
    async with await server.connect() as connection:
        screen = await Screen.open(connection)
        for _ in range(12):
            screen.type("j")
            await asyncio.sleep(0.1)
        assert await screen.ended() == 0
    assert server.until("end", kind="app")["reason"] == "max-time"


async def test_the_metrics_tell_what_happened(serve: Serve) -> None:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    server = serve("--anonymous", "--metrics", str(port))
    await server.ask("find 医保")
    await server.ask("check")
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /metrics HTTP/1.0\r\n\r\n")
    page = (await reader.read()).decode()
    writer.close()
    assert 'medbrief_sessions{kind="command"} 0.0' in page
    assert 'medbrief_sessions_begun_total{kind="command"} 2.0' in page
    assert 'medbrief_refusals_total{reason="command"} 1.0' in page
    assert 'medbrief_command_seconds_count{command="find"} 1.0' in page
