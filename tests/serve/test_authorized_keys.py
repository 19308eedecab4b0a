"""The file of authorized keys: which lines are accepted, and what their options mean."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import asyncssh
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.serve.key_material import OTHER, READER, parse, public
from tui.serve.security.access import Granted, Refused, decide
from tui.serve.security.address_patterns import AddressPatterns
from tui.serve.security.authorized_keys import parse_authorized_keys, read_authorized_keys
from tui.serve.security.expiry_time import parse_expiry_time
from tui.serve.security.key_options import KeyOptions, parse_options
from tui.serve.security.key_problems import KeyFileError, KeyLineError
from tui.serve.security.revoked_keys import read_revoked_keys

KEY = public(READER)
_RSA_1024 = public(asyncssh.generate_private_key("ssh-rsa", key_size=1024))
_DSA = public(asyncssh.generate_private_key("ssh-dss"))
_CERTIFICATE = OTHER.generate_user_certificate(READER, "x").export_certificate().decode().strip()


def _decide(
    *lines: str,
    key: asyncssh.SSHKey = READER,
    address: str = "192.0.2.7",
    now: float = 1.8e9,
    revoked: frozenset[str] = frozenset(),
) -> Granted | Refused:
    return decide(parse(*lines), revoked, key.convert_to_public(), address, now)


@pytest.mark.parametrize(
    "line",
    [
        KEY,
        f'{KEY} Jane\'s laptop, with "quotes" and #',
        f"  \t{KEY}\r",
        f"{KEY.replace(' ', '   ')}",
        f"no-port-forwarding,NO-X11-Forwarding,no-agent-forwarding,no-user-rc {KEY}",
        f"restrict,pty {KEY}",
        f'permitopen="host:1",permitlisten="2",tunnel="3",environment="A=b AAAA c" {KEY}',
        f'from="*" {KEY}',
        f'FROM="192.0.2.0/24,!192.0.2.9" {KEY}',
        f'expiry-time="20300101" {KEY}',
        f"touch-required,no-verify-required\t{KEY}",
    ],
)
def test_a_valid_line_lets_its_key_in_with_a_terminal(line: str) -> None:
    assert _decide("# comment", "", line) == Granted(3, allows_terminal=True)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (f'command="/bin/true" {KEY}', "command= is not supported"),
        (f'no-pty,Command="a \\"b\\" c" {KEY}', "command= is not supported"),
        (f'unknownoption="a" {KEY}', "unknown option 'unknownoption'"),
        (f"no-restrict {KEY}", "unknown option 'no-restrict'"),
        (f"verify-required {KEY}", "verify-required is not supported"),
        (f"no-touch-required {KEY}", "no-touch-required is not supported"),
        (f"from {KEY}", "option from expects a value"),
        (f"from=192.0.2.7 {KEY}", "invalid options at 'from=192.0.2.7'"),
        (f'from="192.0.2.7 {KEY}', "no key"),
        (f'from="" {KEY}', "invalid address ''"),
        (f'from="!192.0.2.7" {KEY}', "only negated addresses"),
        (f'from="reader.example.com" {KEY}', "host names are not looked up"),
        (f'from="192.0.2.7, 192.0.2.8" {KEY}', "invalid address ' 192.0.2.8'"),
        (f'from="10.0.0.1/8" {KEY}', "invalid address '10.0.0.1/8'"),
        (f'from="*",from="10.0.0.0/8" {KEY}', "option from is given twice"),
        (f'expiry-time="2030" {KEY}', "invalid expiry-time '2030'"),
        (f'expiry-time="20300231" {KEY}', "invalid expiry-time"),
        (f'expiry-time="２０３００１０１" {KEY}', "invalid expiry-time"),
        (f'no-pty="yes" {KEY}', "option no-pty takes no value"),
        (f"no-pty, {KEY}", "invalid options"),
        (f",no-pty {KEY}", "invalid options"),
        (f"no-pty,,restrict {KEY}", "invalid options"),
        (f'from="*"no-pty {KEY}', "invalid options"),
        (f'principals="a" {KEY}', "only valid with cert-authority"),
        (f'cert-authority,principals="," {KEY}', "principals= is empty"),
        ("ssh-ed25519", "base64 text of the key is missing"),
        ("ssh-ed25519 AAAA", "invalid key"),
        (KEY[:-4], "invalid key"),
        (f"{KEY}!", "invalid key"),
        (KEY.replace("ssh-ed25519", "ssh-rsa"), "invalid key"),
        ("no-pty", "no key"),
        ("hello world", "unknown option 'hello'"),
        (_RSA_1024, "RSA key of 1024 bits"),
        (_DSA, "key type 'ssh-dss' is not supported"),
        (_CERTIFICATE, "a certificate: expected the key of its authority"),
        ("-----BEGIN OPENSSH PRIVATE KEY-----", "a private key"),
        ("---- BEGIN SSH2 PUBLIC KEY ----", "another format"),
        (f"{KEY} mac\r{public(OTHER)}", "control character"),
        (f"{KEY} \x00", "control character"),
    ],
)
def test_a_line_that_cannot_be_honored_is_refused_with_its_number_and_reason(
    line: str, reason: str
) -> None:
    keys = parse("# comment", line, f"{public(OTHER)} next")
    (problem,) = keys.problems
    assert (problem.file, problem.line) == ("readers.pub", 2)
    assert reason in problem.reason.en
    assert problem.reason.zh
    assert [entry.comment for entry in keys.entries] == ["next"]
    assert _decide(line) == Refused("not listed")


def test_a_byte_order_mark_and_other_encodings_lose_no_key(tmp_path: Path) -> None:
    file = tmp_path / "readers.pub"
    file.write_bytes(
        b"\xef\xbb\xbf" + f"{KEY} r\r\n".encode() + public(OTHER).encode() + b" \xe9\n"
    )
    keys = read_authorized_keys(str(file))
    assert ([entry.line for entry in keys.entries], keys.problems) == ([1, 2], ())
    for data in (f"{KEY}\n".encode("utf-16"), f"{KEY}\n".encode("utf-16-be")):
        file.write_bytes(data)
        with suppress(KeyFileError):
            assert not read_authorized_keys(str(file)).entries


def test_a_line_separator_in_a_comment_does_not_start_another_key() -> None:
    keys = parse(f"{KEY} a\u2028{public(OTHER)}", f"{KEY} b\x85{public(OTHER)}")
    assert {entry.key for entry in keys.entries} <= {READER.convert_to_public()}


@pytest.mark.parametrize("file", ["/dev/zero", "/", "/nowhere"])
def test_only_regular_files_are_read(file: str) -> None:
    with pytest.raises(KeyFileError):
        read_authorized_keys(file)


def test_a_fifo_does_not_block(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "fifo")
    with pytest.raises(KeyFileError, match="not a regular file"):
        read_authorized_keys(str(tmp_path / "fifo"))


@pytest.mark.parametrize(
    ("options", "terminal"),
    [
        ("no-pty", False),
        ("restrict", False),
        ("Restrict", False),
        ("restrict,pty", True),
        ("pty,restrict", False),
        ("no-pty,PTY", True),
    ],
)
def test_the_last_option_decides_about_the_terminal(options: str, *, terminal: bool) -> None:
    assert _decide(f"{options} {KEY}") == Granted(1, terminal)


@pytest.mark.parametrize(
    ("patterns", "address", "allowed"),
    [
        ("10.0.0.0/8", "10.9.8.7", True),
        ("10.0.0.0/8", "11.0.0.1", False),
        ("10.0.0.0/8,!10.1.0.0/16", "10.1.2.3", False),
        ("!10.1.0.0/16,10.0.0.0/8", "10.1.2.3", False),
        ("!10.1.0.0/16,10.0.0.0/8", "10.2.2.3", True),
        ("192.0.2.?", "192.0.2.7", True),
        ("192.0.2.?", "192.0.2.77", False),
        ("192.0.2.*", "192.0.2.77", True),
        ("192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "192.0.2.70", False),
        ("192.0.2.7", "::ffff:192.0.2.7", True),
        ("::ffff:192.0.2.0/120", "192.0.2.7", True),
        ("2001:DB8::/32", "2001:db8::1", True),
        ("2001:db8:0::1", "2001:db8::1", True),
        ("2001:DB8:*", "2001:db8::1", True),
        ("::/0", "192.0.2.7", False),
        ("fe80::/10", "fe80::1%eth0", True),
        ("*", "", False),
        ("*", "not an address", False),
        (f"{'*1' * 20}*", "2001:db8:222:333:444:555:666:777", False),
    ],
)
def test_addresses_match_patterns_networks_and_negations(
    patterns: str, address: str, *, allowed: bool
) -> None:
    assert AddressPatterns(patterns).match(address) is allowed


def test_an_address_outside_from_is_refused_with_the_line() -> None:
    line = f'from="10.0.0.0/8" {KEY}'
    assert _decide(line) == Refused("address not in from= (line 1)")
    assert _decide(line, f"no-pty {KEY}") == Granted(2, allows_terminal=False)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("20300102Z", datetime(2030, 1, 2, tzinfo=UTC)),
        ("20300102UTC", datetime(2030, 1, 2, tzinfo=UTC)),
        ("203001020304Z", datetime(2030, 1, 2, 3, 4, tzinfo=UTC)),
        ("20300102030405Z", datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)),
    ],
)
def test_a_time_with_z_is_utc(text: str, moment: datetime) -> None:
    assert parse_expiry_time(text) == moment.timestamp()


def test_a_time_without_z_is_that_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        expected = datetime(2030, 1, 1, 16, tzinfo=UTC).timestamp()
        assert parse_expiry_time("20300102") == expected
        assert parse_expiry_time("203001020000") == expected
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_key_is_refused_after_its_expiry_time() -> None:
    line = f'expiry-time="20300102Z",expiry-time="20310102Z" {KEY}'
    end = datetime(2030, 1, 2, tzinfo=UTC).timestamp()
    assert _decide(line, now=end) == Granted(1, allows_terminal=True)
    assert _decide(line, now=end + 1) == Refused("expired (line 1)")
    assert _decide(f'expiry-time="20200101" {KEY}') == Refused("expired (line 1)")


def test_a_key_of_an_authority_line_is_not_let_in_itself() -> None:
    assert _decide(f"cert-authority {KEY}") == Refused("not listed")


def test_a_revoked_key_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "revoked"
    for line in (f"{KEY} lost laptop", f"{READER.get_fingerprint()} lost laptop"):
        file.write_text(f"# lost\n{line}\n")
        revoked, problems = read_revoked_keys(str(file))
        assert problems == []
        assert _decide(KEY, revoked=revoked) == Refused("revoked")
        assert isinstance(_decide(public(OTHER), key=OTHER, revoked=revoked), Granted)


@pytest.mark.parametrize("line", ["SHA256:short", "garbage", f"no-pty {KEY}", "MD5:00:11"])
def test_a_broken_line_of_revoked_keys_is_a_problem(tmp_path: Path, line: str) -> None:
    file = tmp_path / "revoked"
    file.write_text(f"\n{line}\n")
    assert [problem.line for problem in read_revoked_keys(str(file))[1]] == [2]


def test_a_binary_revocation_list_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "revoked"
    file.write_bytes(b"SSHKRL\n\0\0\0\0\1")
    with pytest.raises(KeyFileError, match="one public key or fingerprint per line"):
        read_revoked_keys(str(file))


_VALUES = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters='",\\')
    | st.sampled_from('\\ "'),
    min_size=1,
).filter(lambda text: not text.endswith("\\"))


@given(_VALUES, _VALUES)
@example("-cert-v01@", "0")
def test_a_quoted_value_is_read_back_as_it_was(value: str, comment: str) -> None:
    quoted = value.replace('"', '\\"')
    (entry,) = parse(f'cert-authority,principals="{quoted}",no-pty {KEY} {comment}').entries
    assert entry.options.principals == (value,)
    assert not entry.options.allows_terminal
    assert entry.comment == comment.strip()


@given(st.text(st.sampled_from('from=no-pty,"\\ *1.!cert-authority\tAAAA'), max_size=40))
def test_any_options_are_parsed_or_refused(text: str) -> None:
    with suppress(KeyLineError):
        assert isinstance(parse_options(text), KeyOptions)


@given(st.text(max_size=200))
def test_any_file_is_parsed(text: str) -> None:
    keys = parse_authorized_keys(text, "f")
    assert all(1 <= problem.line <= text.count("\n") + 1 for problem in keys.problems)
