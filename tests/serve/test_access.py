"""Authorized keys, anonymous access, and the host key."""

from __future__ import annotations

import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import asyncssh
import pytest

from tests.cli.command import COMMAND
from tests.serve.conftest import StartServer


def _start_error(environ: Mapping[str, str], *options: str) -> str:
    """Return the error of a server that does not start; the help command follows it."""
    done = subprocess.run(
        [str(COMMAND), "serve", "--port", "0", *options],
        env=environ,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    message, help_line = done.stderr.decode().splitlines()
    assert help_line.endswith("medbrief serve --help")
    return message


@pytest.mark.parametrize("options", [(), ("--anonymous", "--authorized-keys", "x")])
def test_exactly_one_access_setting_is_required(
    server_environ: dict[str, str], options: tuple[str, ...]
) -> None:
    assert "--authorized-keys" in _start_error(server_environ, *options)
    assert "谁可以登录" in _start_error(server_environ, *options, "--lang", "zh")


def test_the_error_names_an_unusable_file(server_environ: dict[str, str], tmp_path: Path) -> None:
    assert "/nowhere" in _start_error(server_environ, "--authorized-keys", "/nowhere")
    assert "/proc/no" in _start_error(server_environ, "--anonymous", "--host-key", "/proc/no/key")
    assert "regular file" in _start_error(server_environ, "--anonymous", "--host-key", "/dev/zero")
    missing = _start_error(server_environ, "--anonymous", "--host-key", str(tmp_path / "kye"))
    assert "does not exist" in missing
    assert not (tmp_path / "kye").exists()
    key = tmp_path / "key"
    key.write_text("not a key")
    key.chmod(0o600)
    assert str(key) in _start_error(server_environ, "--anonymous", "--host-key", str(key))
    key.chmod(0o644)
    assert "chmod 600" in _start_error(server_environ, "--anonymous", "--host-key", str(key))


def test_without_the_extra_packages_the_error_says_how_to_install_them(
    server_environ: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "asyncssh.py").write_text("raise ModuleNotFoundError(name='asyncssh')")
    code = "import sys; from tui.cli.main import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, "serve", "--anonymous"],
        env={**server_environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert f"{sys.executable} -m pip install 'asyncssh".encode() in done.stderr
    assert b"prometheus-client" in done.stderr


async def test_only_authorized_keys_are_accepted_and_sighup_reloads_them(
    start_server: StartServer, tmp_path: Path
) -> None:
    first, second = (asyncssh.generate_private_key("ssh-ed25519") for _ in range(2))
    file = tmp_path / "keys"
    file.write_bytes(first.export_public_key())
    server = start_server("--authorized-keys", str(file))
    assert (await server.run("help", client_keys=[first])).code == 0
    assert server.wait_for_event("connect")["key"] == first.get_fingerprint()
    for keys in ([], [second]):
        with pytest.raises(asyncssh.PermissionDenied):
            await server.run("help", client_keys=keys)
    file.write_bytes(second.export_public_key())
    server.process.send_signal(1)
    server.wait_for_event("content", what="unchanged")
    assert (await server.run("help", client_keys=[second])).code == 0
    with pytest.raises(asyncssh.PermissionDenied):
        await server.run("help", client_keys=[first])


async def test_the_host_key_is_generated_once(start_server: StartServer, tmp_path: Path) -> None:
    file = tmp_path / "deep" / "host_key"
    fingerprints = set()
    for _ in range(2):
        server = start_server("--anonymous", "--generate-host-key", "--host-key", str(file))
        async with await server.connect() as connection:
            key = connection.get_server_host_key()
            assert key
            fingerprints.add(key.get_fingerprint())
        assert server.wait_for_event("listen")["key"] in fingerprints
        assert server.messages == []
        assert server.close() == 0
    assert len(fingerprints) == 1
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["host_key"]
