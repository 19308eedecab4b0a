"""Who may come in, and how the server is known."""

from __future__ import annotations

import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import asyncssh
import pytest

from tests.cli.command import COMMAND
from tests.serve.conftest import Serve


def _fails(environ: Mapping[str, str], *options: str) -> str:
    done = subprocess.run(
        [str(COMMAND), "serve", "--port", "0", *options],
        env=environ,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    said = done.stderr.decode()
    assert said.count("\n") == 1
    return said


@pytest.mark.parametrize("options", [(), ("--anonymous", "--authorized-keys", "x")])
def test_it_must_be_said_who_may_come_in(
    server_environ: dict[str, str], options: tuple[str, ...]
) -> None:
    assert "--authorized-keys" in _fails(server_environ, *options)
    assert "--anonymous" in _fails(server_environ, *options, "--lang", "zh")


def test_what_cannot_be_used_is_named(server_environ: dict[str, str], tmp_path: Path) -> None:
    assert "/nowhere" in _fails(server_environ, "--authorized-keys", "/nowhere")
    assert "/proc/no" in _fails(server_environ, "--anonymous", "--host-key", "/proc/no/key")
    key = tmp_path / "key"
    key.write_text("no key")
    key.chmod(0o600)
    assert str(key) in _fails(server_environ, "--anonymous", "--host-key", str(key))
    key.chmod(0o644)
    assert "chmod 600" in _fails(server_environ, "--anonymous", "--host-key", str(key))


def test_without_the_extra_it_says_how_to_install_it(
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
    assert b"pip install 'medbrief[ssh]'" in done.stderr


async def test_only_keys_of_the_file_let_one_in_and_a_reload_reads_it_anew(
    serve: Serve, tmp_path: Path
) -> None:
    mine, other = (asyncssh.generate_private_key("ssh-ed25519") for _ in range(2))
    file = tmp_path / "keys"
    file.write_bytes(mine.export_public_key())
    server = serve("--authorized-keys", str(file))
    assert (await server.ask("help", client_keys=[mine])).code == 0
    assert server.until("connect")["key"] == mine.get_fingerprint()
    for keys in ([], [other]):
        with pytest.raises(asyncssh.PermissionDenied):
            await server.ask("help", client_keys=keys)
    file.write_bytes(other.export_public_key())
    server.process.send_signal(1)
    server.until("content", what="renewed")
    assert (await server.ask("help", client_keys=[other])).code == 0
    with pytest.raises(asyncssh.PermissionDenied):
        await server.ask("help", client_keys=[mine])


async def test_the_host_key_is_made_once_and_kept(serve: Serve, tmp_path: Path) -> None:
    file = tmp_path / "deep" / "host_key"
    prints = set()
    for _ in range(2):
        server = serve("--anonymous", "--host-key", str(file))
        async with await server.connect() as connection:
            key = connection.get_server_host_key()
            assert key
            prints.add(key.get_fingerprint())
        assert server.until("listen")["key"] in prints
        assert any(key.get_fingerprint() in said for said in server.said)
        assert server.close() == 0
    assert len(prints) == 1
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["host_key"]
