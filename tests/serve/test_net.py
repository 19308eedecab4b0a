"""Listening addresses, refusals before the handshake, balancers, algorithms."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import asyncssh
import pytest

from tui.cli.args.spec import UsageError
from tui.config.server_value_types import Networks
from tui.serve.net import algorithms
from tui.serve.net.listening_sockets import listen
from tui.serve.net.refusal import Refuser

_OPENSSH_7_4 = {
    "kex": "curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256",
    "ciphers": "chacha20-poly1305@openssh.com,aes128-ctr,aes192-ctr,aes256-ctr",
    "macs": "umac-64-etm@openssh.com,hmac-sha2-256-etm@openssh.com",
}
_PARAMIKO_2_12 = {
    "kex": "curve25519-sha256@libssh.org,ecdh-sha2-nistp256",
    "ciphers": "aes128-ctr,aes192-ctr,aes256-ctr",
    "macs": "hmac-sha2-256,hmac-sha2-512,hmac-sha2-256-etm@openssh.com",
}
_WEAK = ("sha1", "cbc", "arcfour", "3des", "rsa1024", "rsa2048", "group", "md5", "ssh-dss", "-96")


def test_no_weak_algorithm_is_offered() -> None:
    offered = [*algorithms.key_exchanges(), *algorithms.ciphers(), *algorithms.MACS]
    offered += algorithms.SIGNATURES
    assert not [name for name in offered if any(weak in name for weak in _WEAK)]
    assert "ssh-rsa" not in offered


@pytest.mark.parametrize("client", [_OPENSSH_7_4, _PARAMIKO_2_12])
def test_older_clients_find_an_algorithm_of_each_kind(client: dict[str, str]) -> None:
    for kind, offered in (
        ("kex", algorithms.key_exchanges()),
        ("ciphers", algorithms.ciphers()),
        ("macs", algorithms.MACS),
    ):
        assert set(client[kind].split(",")) & set(offered), kind


def test_an_rsa_host_key_does_not_sign_with_sha_1() -> None:
    key = asyncssh.generate_private_key("ssh-rsa", key_size=2048)
    options = asyncssh.SSHServerConnectionOptions(server_host_keys=[key])
    assert b"ssh-rsa" in options.server_host_keys
    algorithms.remove_weak_host_key_algorithms(options)
    assert set(options.server_host_keys) == {b"rsa-sha2-256", b"rsa-sha2-512"}


async def test_a_refused_client_is_told_the_reason_even_if_it_has_sent_data() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        port = listener.getsockname()[1]

        async def refuse() -> None:
            accepted, _ = await asyncio.get_running_loop().sock_accept(listener)
            await asyncio.get_running_loop().sock_recv(accepted, 1)  # the rest stays unread
            Refuser("medbrief").refuse(accepted, "192.0.2.1", "too many of them")

        refusing = asyncio.create_task(refuse())
        with pytest.raises(asyncssh.DisconnectError, match="too many of them") as refused:
            await asyncssh.connect(
                "127.0.0.1", port, known_hosts=None, config=[], client_keys=[], username="r"
            )
        await refusing
    assert refused.value.code == asyncssh.DISC_TOO_MANY_CONNECTIONS


@contextmanager
def _refused(refuser: Refuser, client: str) -> Iterator[socket.socket]:
    """The client's end of a connection that is refused."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        ours = socket.create_connection(listener.getsockname())
        with ours:
            refuser.refuse(listener.accept()[0], client, "too many of them")
            yield ours


async def test_a_refused_client_that_sends_without_end_is_not_read_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Data that always waits: the event loop goes on, and the connection is closed soon."""
    loop, reads, others = asyncio.get_running_loop(), 0, 0

    async def sock_recv(_sock: socket.socket, size: int) -> bytes:
        nonlocal reads
        reads += 1
        assert reads < 1000
        return b"x" * size

    monkeypatch.setattr(loop, "sock_recv", sock_recv)
    with _refused(Refuser("medbrief"), "192.0.2.1") as client:
        client.setblocking(False)
        while True:
            await asyncio.sleep(0)
            others += 1
            with suppress(BlockingIOError):
                if not client.recv(65536):
                    break
        assert (0 < reads < 50, others >= reads) == (True, True)


async def test_few_refused_connections_of_one_client_linger() -> None:
    refuser = Refuser("medbrief")
    with ExitStack() as stack:
        flood = [stack.enter_context(_refused(refuser, "192.0.2.1")) for _ in range(50)]
        other = stack.enter_context(_refused(refuser, "192.0.2.2"))
        told = [b"too many of them" in client.recv(4096) for client in flood]
        assert 0 < sum(told) < 20
        assert b"too many of them" in other.recv(4096)
    while refuser._tasks:
        await asyncio.sleep(0)
    assert not refuser._lingering


@contextmanager
def _listening(hosts: str) -> Iterator[list[socket.socket]]:
    with ExitStack() as stack:
        yield [stack.enter_context(each) for each in listen(hosts, 0)]


def _has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


def test_the_unspecified_ipv6_address_accepts_both_families() -> None:
    if not _has_ipv6():
        pytest.skip("no IPv6 on this machine")
    with _listening("::") as (listener,):
        port = listener.getsockname()[1]
        for address in ("127.0.0.1", "::1"):
            socket.create_connection((address, port), 5).close()


def test_a_burst_of_connections_waits_to_be_accepted() -> None:
    burst = 600
    if int(Path("/proc/sys/net/core/somaxconn").read_text()) < burst:
        pytest.skip("the kernel allows fewer connections")
    with _listening("127.0.0.1") as (listener,), ExitStack() as stack:
        for _ in range(burst):
            address = listener.getsockname()
            stack.enter_context(socket.create_connection(address, 5))


def test_several_addresses_share_a_port() -> None:
    with _listening("127.0.0.1, 127.0.0.2") as sockets:
        addresses = [each.getsockname() for each in sockets]
    assert [host for host, _ in addresses] == ["127.0.0.1", "127.0.0.2"]
    assert len({port for _, port in addresses}) == 1


def test_a_name_stands_for_all_its_addresses() -> None:
    with _listening("localhost") as sockets:
        addresses = {each.getsockname()[0] for each in sockets}
    assert addresses == {
        address[0] for *_, address in socket.getaddrinfo("localhost", 0, type=socket.SOCK_STREAM)
    }


@pytest.mark.parametrize("hosts", ["", "127.0.0.1,", "no such host.invalid", "192.0.2.1"])
def test_an_address_that_cannot_be_used_is_named(hosts: str) -> None:
    with pytest.raises(UsageError, match="cannot listen on") as error:
        listen(hosts, 0)
    assert "127.0.0.1 port" not in str(error.value)


def test_balancers_are_addresses_networks_or_private() -> None:
    networks = Networks.read("192.0.2.1, 2001:db8::/32,private")
    assert [str(network) for network in networks[:2]] == ["192.0.2.1/32", "2001:db8::/32"]
    assert {"127.0.0.0/8", "10.0.0.0/8", "::1/128"} <= {str(network) for network in networks}
    for text in ("", "nonsense", "10.0.0.1/8", "10.0.0.0/8 192.0.2.1"):
        with pytest.raises(ValueError):  # noqa: PT011
            Networks.read(text)
