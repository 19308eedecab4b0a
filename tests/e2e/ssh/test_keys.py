"""Keys and certificates made by ssh-keygen, used by the OpenSSH client."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import asyncssh
import pexpect
import pytest

from tests.e2e.ssh.openssh_client import OpenSshClient, make_key
from tests.serve.server_process import TIMEOUT, ServerProcess

_DENIED = b"Permission denied"


class _Keys:
    """A folder with an authority, the keys of readers, and the file that lists them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.authority = make_key(folder / "authority")
        self.host_key = make_key(folder / "host_key")
        self.listing = folder / "readers.pub"

    def public(self, key: Path) -> str:
        """The line of the public key."""
        return Path(f"{key}.pub").read_text().strip()

    def sign(self, key: Path, *options: str) -> None:
        """Write the certificate that the client offers with the key."""
        command = ["ssh-keygen", "-q", "-s", str(self.authority), "-I", "reader 7", "-z", "7"]
        subprocess.run([*command, *options, f"{key}.pub"], check=True, capture_output=True)

    def sign_host_key(self, identity: str) -> None:
        """Write the certificate of the host key."""
        command = ["ssh-keygen", "-q", "-s", str(self.authority), "-h", "-I", identity]
        names = ["-n", "127.0.0.1,briefing.example.com", f"{self.host_key}.pub"]
        subprocess.run([*command, *names], check=True, capture_output=True)

    def certified(self, name: str, *options: str) -> Path:
        """A new key with a certificate."""
        key = make_key(self.folder / name)
        self.sign(key, *options)
        return key


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> _Keys:
    if not shutil.which("ssh-keygen"):
        pytest.skip("no ssh-keygen: install openssh-client")
    keys = _Keys(tmp_path_factory.mktemp("keys"))
    lines = [f"cert-authority {keys.public(keys.authority)} the authority"]
    for name, options in (
        ("plain", ""),
        ("lookups", "RESTRICT "),
        ("here", 'from="127.0.0.0/8,!127.0.0.9" '),
        ("elsewhere", 'FROM="192.0.2.0/24" '),
        ("old", 'expiry-time="20200101Z" '),
        ("forced", 'command="true" '),
        ("unknown", 'unknownoption="a" '),
    ):
        lines.append(f"{options}{keys.public(make_key(keys.folder / name))}")
    for kind in ("rsa", "ecdsa"):
        key = keys.folder / kind
        command = ["ssh-keygen", "-q", "-t", kind, "-N", "", "-f", str(key)]
        subprocess.run(command, check=True, capture_output=True)
        lines.append(keys.public(key))
    keys.listing.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())
    keys.sign_host_key("the server")
    return keys


@pytest.fixture(scope="module")
def key_server(keys: _Keys, server_environ: dict[str, str]) -> Iterator[ServerProcess]:
    server = ServerProcess(
        server_environ,
        *("--authorized-keys", str(keys.listing), "--host-key", str(keys.host_key)),
        *("--host-certificate", f"{keys.host_key}-cert.pub", "--rate", "1000"),
    )
    yield server
    assert server.close() == 0


def _client(server: ServerProcess, key: Path) -> OpenSshClient:
    return OpenSshClient(key.parent, server.port, key)


def _fingerprint(key: Path) -> str:
    return asyncssh.read_public_key(f"{key}.pub").get_fingerprint()


@pytest.mark.parametrize("name", ["plain", "lookups", "here", "rsa", "ecdsa"])
def test_a_listed_key_is_accepted(keys: _Keys, key_server: ServerProcess, name: str) -> None:
    key = keys.folder / name
    assert _client(key_server, key)("help").code == 0
    key_server.wait_for_event("connect", key=_fingerprint(key), user="reader")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("elsewhere", "address not in from= (line 5)"),
        ("old", "expired (line 6)"),
        ("forced", "not listed"),
        ("unknown", "not listed"),
        ("authority", "not listed"),
    ],
)
def test_a_restricted_key_is_refused_and_logged(
    keys: _Keys, key_server: ServerProcess, name: str, why: str
) -> None:
    key = keys.folder / name
    assert _DENIED in _client(key_server, key)("help").stderr
    key_server.wait_for_event("refuse", reason="key", key=_fingerprint(key), why=why)


def test_refused_lines_are_logged_with_their_numbers(key_server: ServerProcess) -> None:
    for line, word in ((7, "command="), (8, "unknownoption")):
        event = key_server.wait_for_event("keys", what="line refused", line=line)
        assert word in event["error"]


def _interactive_session(server: ServerProcess, key: Path) -> str:
    """What a reader sees who runs ssh in a terminal."""
    words = _client(server, key).line()
    with pexpect.spawn(words[0], words[1:], encoding="utf-8", timeout=TIMEOUT) as terminal:
        terminal.expect(pexpect.EOF)
        terminal.close()
        assert terminal.exitstatus == 0
        return str(terminal.before)


def test_a_key_without_a_terminal_gets_the_overview(keys: _Keys, key_server: ServerProcess) -> None:
    seen = _interactive_session(key_server, keys.folder / "lookups")
    assert "only look things up" in seen or "只能查询" in seen
    assert "\x1b[?1049h" not in seen


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("-n", "medbrief"), ""),
        (("-n", "root,medbrief", "-V", "-1d:+1d"), ""),
        (("-n", "medbrief", "-O", "source-address=127.0.0.0/8,::1/128"), ""),
        (("-n", "medbrief", "-O", "clear"), ""),
        (("-n", "reader"), "principals not accepted: reader (line 1)"),
        ((), "principals not accepted: none (line 1)"),
        (("-n", "medbrief", "-V", "-2d:-1d"), "the certificate has expired"),
        (("-n", "medbrief", "-V", "+1d:+2d"), "the certificate is not valid yet"),
        (
            ("-n", "medbrief", "-O", "source-address=192.0.2.0/24"),
            "address not in source-address of the certificate",
        ),
        (
            ("-n", "medbrief", "-O", "force-command=true"),
            "critical option force-command is not supported",
        ),
        (
            ("-n", "medbrief", "-O", "critical:shutdown=now"),
            "invalid certificate: unknown critical option shutdown",
        ),
    ],
)
def test_certificates_signed_by_ssh_keygen(
    keys: _Keys, key_server: ServerProcess, options: tuple[str, ...], why: str
) -> None:
    name = f"certified-{abs(hash(options))}"
    key = keys.certified(name, *options)
    answer = _client(key_server, key)("help")
    if why:
        assert _DENIED in answer.stderr
        key_server.wait_for_event("refuse", reason="key", why=why)
    else:
        assert answer.code == 0
        event = key_server.wait_for_event("connect", key=_fingerprint(key))
        assert (event["certificate"], event["serial"], event["line"]) == ("reader 7", 7, 1)
        assert event["authority"] == _fingerprint(keys.authority)


def test_a_certificate_without_permit_pty_opens_no_panels(
    keys: _Keys, key_server: ServerProcess
) -> None:
    key = keys.certified("no-pty", "-n", "medbrief", "-O", "no-pty")
    assert "\x1b[?1049h" not in _interactive_session(key_server, key)


def test_the_client_trusts_the_host_by_its_certificate(
    keys: _Keys, key_server: ServerProcess
) -> None:
    client = _client(key_server, keys.folder / "plain")
    trusted = keys.folder / "trusted_hosts"
    trusted.write_text(f"@cert-authority * {keys.public(keys.authority)}\n")
    strict = ("-o", "StrictHostKeyChecking=yes", "-o", f"UserKnownHostsFile={trusted}")
    assert client("help", options=strict).code == 0
    trusted.write_text(f"@cert-authority * {keys.public(keys.folder / 'plain')}\n")
    assert client("help", options=strict).code == 255
    key_server.wait_for_event("host_certificate", certificate="the server", until="forever")


def test_sighup_reads_a_renewed_host_certificate(keys: _Keys, key_server: ServerProcess) -> None:
    certificate = Path(f"{keys.host_key}-cert.pub")
    certificate.write_text("broken")
    key_server.process.send_signal(signal.SIGHUP)
    key_server.wait_for_event("host_certificate", what="kept the current one")
    keys.sign_host_key("renewed")
    key_server.process.send_signal(signal.SIGHUP)
    key_server.wait_for_event("host_certificate", certificate="renewed")
    assert _client(key_server, keys.folder / "plain")("help").code == 0


def test_a_new_key_is_accepted_without_a_restart(
    keys: _Keys, server_environ: dict[str, str], tmp_path: Path
) -> None:
    listing = tmp_path / "readers.pub"
    listing.write_text(keys.public(keys.folder / "plain") + "\n")
    server = ServerProcess(server_environ, "--authorized-keys", str(listing), "--rate", "1000")
    new = make_key(tmp_path / "new")
    assert _DENIED in _client(server, new)("help").stderr
    with listing.open("a") as stream:
        stream.write(keys.public(new))
    server.wait_for_event("keys", what="loaded", keys=2)
    assert _client(server, new)("help").code == 0
    assert server.close() == 0


def test_an_expired_certificate_ends_its_connection(
    keys: _Keys, key_server: ServerProcess, tmp_path: Path
) -> None:
    key = keys.certified("short", "-n", "medbrief", "-V", "-1m:+6s")
    client = _client(key_server, key)
    control = ("-o", f"ControlPath={tmp_path}/c", "-o", "ControlMaster=yes")
    master = subprocess.Popen([*client.line()[:1], *control, "-N", *client.line()[1:]])
    deadline = time.monotonic() + TIMEOUT
    while not (tmp_path / "c").exists():
        assert time.monotonic() < deadline
        time.sleep(0.02)
    shared = ("-o", f"ControlPath={tmp_path}/c")
    assert client("help", options=shared).code == 0
    event = key_server.wait_for_event("revoke", key=_fingerprint(key))
    assert event["reason"] == "the certificate has expired"
    assert master.wait(TIMEOUT) == 255


async def test_the_source_address_is_that_of_the_client_behind_a_balancer(
    keys: _Keys, server_environ: dict[str, str]
) -> None:
    key = keys.certified("balanced", "-n", "medbrief", "-O", "source-address=192.0.2.0/24")
    server = ServerProcess(
        server_environ, "--authorized-keys", str(keys.listing), "--proxy-protocol"
    )
    for address, accepted in (("192.0.2.7", True), ("198.51.100.7", False)):
        sock = socket.create_connection(("127.0.0.1", server.port))
        sock.sendall(f"PROXY TCP4 {address} 127.0.0.1 5000 22\r\n".encode())
        client_keys = [(str(key), f"{key}-cert.pub")]
        options = {"known_hosts": None, "config": [], "client_keys": client_keys}
        if accepted:
            async with asyncssh.connect(sock=sock, username="r", **options) as connection:
                assert (await connection.run("help")).exit_status == 0
        else:
            with pytest.raises(asyncssh.PermissionDenied):
                await asyncssh.connect(sock=sock, username="r", **options)
    assert server.close() == 0
