"""``medbrief serve --check``: every problem with its place, and the exit code."""

from __future__ import annotations

from pathlib import Path

import asyncssh
import pytest

from tests.cli.command import Answer
from tests.cli.inside import run
from tests.serve.key_material import AUTHORITY, OTHER, READER, public


@pytest.fixture
def folder(tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a valid host key and key file."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("MEDBRIEF_CONTENT", str(sample))
    _write(tmp_path / "host_key", OTHER.export_private_key().decode(), 0o600)
    _write(tmp_path / "keys", f"{public(READER)}\n")
    return tmp_path


def _write(file: Path, text: str, mode: int = 0o644) -> None:
    file.write_text(text)
    file.chmod(mode)


def _check(folder: Path, *options: str) -> Answer:
    access = [] if "--anonymous" in options else ["--authorized-keys", str(folder / "keys")]
    key = [] if "--host-key" in options else ["--host-key", str(folder / "host_key")]
    return run("serve", "--check", "--lang", "en", *access, *key, *options)


def test_valid_files_pass_and_nothing_is_written(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    result = _check(folder)
    assert (result.code, result.out) == (0, "")
    assert "checked: 0 errors, 0 warnings" in result.err
    assert run("serve", "--check", "--anonymous").code == 0  # the default host key
    assert sorted(folder.rglob("*")) == before


def test_refused_lines_are_warnings_with_file_and_line(folder: Path) -> None:
    lines = ["# x", f'command="a" {public(READER)}', f'expiry-time="20200101" {public(OTHER)}']
    _write(folder / "keys", "\n".join([*lines, public(READER)]))
    result = _check(folder)
    assert result.code == 0
    assert f"{folder}/keys:2  warning  command= is not supported" in result.out
    assert f"{folder}/keys:3  warning  this key has expired" in result.out
    assert "0 errors, 2 warnings" in result.err


def test_every_error_is_reported_at_once(folder: Path) -> None:
    _write(folder / "keys", "garbage here\n")
    _write(folder / "revoked", "\nnothing\n")
    _write(folder / "host_key", "not a key", 0o600)
    result = _check(folder, "--revoked-keys", str(folder / "revoked"))
    assert result.code == 2
    assert f"{folder}/keys:1  warning  unknown option 'garbage'" in result.out
    assert f"{folder}/revoked:2  error" in result.out
    assert f"{folder}/host_key  error" in result.out
    assert "2 errors, 1 warning" in result.err


def test_a_file_that_others_can_write_is_a_warning(folder: Path) -> None:
    (folder / "keys").chmod(0o666)
    result = _check(folder)
    assert result.code == 0
    assert f"{folder}/keys  warning  other users can write to this file" in result.out


def test_too_low_a_limit_of_open_files_is_a_warning(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.serve.settings_check.largest_open_files", lambda: 1024)
    result = _check(folder)
    assert result.code == 0
    assert "RLIMIT_NOFILE  warning  the hard limit of open files is 1024, below" in result.out
    assert _check(folder, "--max-sessions", "20", "--max-connections", "50").out == ""


def test_a_missing_host_key_is_an_error_unless_it_is_to_be_generated(folder: Path) -> None:
    missing = str(folder / "state" / "host_kye")
    result = _check(folder, "--host-key", missing)
    assert result.code == 2
    assert f"{missing}  error  the host key {missing} does not exist" in result.out
    assert "--generate-host-key" in result.out
    assert _check(folder, "--host-key", missing, "--generate-host-key").code == 0
    assert not (folder / "state").exists()
    result = _check(folder, "--host-key", str(folder / "keys" / "x"), "--generate-host-key")
    assert (result.code, "error" in result.out) == (2, True)


def test_an_unusable_host_key_is_an_error_that_says_why(folder: Path) -> None:
    file = folder / "other_key"
    dsa = asyncssh.generate_private_key("ssh-dss").export_private_key().decode()
    encrypted = READER.export_private_key("pkcs8-pem", passphrase="secret").decode()
    for text, mode, reason in [
        (encrypted, 0o600, "it has a passphrase"),
        (public(READER), 0o600, "it is not a valid private key"),
        (dsa, 0o600, "key type 'ssh-dss' is not supported"),
        (READER.export_private_key().decode(), 0o640, "run chmod 600"),
    ]:
        _write(file, text, mode)
        result = _check(folder, "--host-key", str(file))
        assert (result.code, reason in result.out) == (2, True), result


def test_a_host_certificate_must_fit_the_key_and_be_in_date(folder: Path) -> None:
    file = folder / "host_key-cert.pub"
    cases = [
        (AUTHORITY.generate_host_certificate(OTHER, "h"), ""),
        (AUTHORITY.generate_host_certificate(READER, "h"), "does not belong to the host key"),
        (AUTHORITY.generate_host_certificate(OTHER, "h", valid_before=2), "has expired"),
        (
            AUTHORITY.generate_host_certificate(OTHER, "h", valid_after=2**40, valid_before=2**41),
            "not valid yet",
        ),
        (AUTHORITY.generate_user_certificate(OTHER, "u"), "not a host certificate"),
    ]
    for certificate, reason in cases:
        file.write_bytes(certificate.export_certificate())
        result = _check(folder, "--host-certificate", str(file))
        assert result.code == (2 if reason else 0)
        assert reason in result.out
    file.write_text(public(OTHER))
    assert "type ssh-ed25519" in _check(folder, "--host-certificate", str(file)).out


def test_a_mistake_in_the_config_and_invalid_content_are_reported(
    folder: Path, monkeypatch: pytest.MonkeyPatch, sample_copy: Path
) -> None:
    (sample_copy / "briefing.toml").write_text("x = [")
    result = _check(folder, "--content", str(sample_copy))
    assert result.code == 3
    assert "L004" in result.out
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    (folder / "medbrief").mkdir()
    (folder / "medbrief" / "config.toml").write_text("[serve]\nprot = 1\n")
    result = _check(folder)
    assert result.code == 2
    assert "config.toml:2:1  U004" in result.err
