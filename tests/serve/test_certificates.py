"""User certificates: who signed them, for whom, from where, until when."""

from __future__ import annotations

import time

import asyncssh
import pytest

from tests.serve.key_material import AUTHORITY, OTHER, READER, parse, public, user_certificate
from tui.serve.security.access import Granted, Refused, decide
from tui.serve.security.certificate import HOST, OpenSSHCertificate
from tui.serve.security.key_problems import KeyLineError
from tui.serve.security.offered_key import decode_offered_key, is_sha1_signature

_LINE = f"cert-authority {public(AUTHORITY)}"
_RSA = asyncssh.generate_private_key("ssh-rsa")


def _decide(
    certificate: OpenSSHCertificate,
    *lines: str,
    address: str = "192.0.2.7",
    now: float | None = None,
    revoked: frozenset[str] = frozenset(),
) -> Granted | Refused:
    moment = time.time() if now is None else now
    return decide(parse(*(lines or (_LINE,))), revoked, certificate, address, moment)


def _reason(decision: Granted | Refused) -> str:
    assert isinstance(decision, Refused)
    return decision.reason


def test_a_certificate_for_the_default_principal_is_accepted() -> None:
    assert _decide(user_certificate()) == Granted(1, allows_terminal=True, principal="medbrief")


@pytest.mark.parametrize("key_type", ["ssh-rsa", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp521"])
def test_the_certified_key_may_be_of_any_supported_type(key_type: str) -> None:
    certificate = user_certificate(key=asyncssh.generate_private_key(key_type))
    assert isinstance(_decide(certificate), Granted)
    assert certificate.fields.key_id == "reader 7"
    assert certificate.fields.serial == 7


@pytest.mark.parametrize(
    ("principals", "option", "accepted"),
    [
        (["medbrief"], "", True),
        (["root", "medbrief"], "", True),
        (["root"], "", False),
        ([], "", False),
        ([], 'principals="analysts"', False),
        (["analysts"], 'principals="ops,analysts"', True),
        (["medbrief"], 'principals="ops,analysts"', False),
        (["Analysts"], 'principals="analysts"', False),
        (["analysts2"], 'principals="analysts*"', False),
    ],
)
def test_a_certificate_must_list_an_accepted_principal(
    principals: list[str], option: str, *, accepted: bool
) -> None:
    options = f"cert-authority,{option}".strip(",")
    decision = _decide(user_certificate(principals=principals), f"{options} {public(AUTHORITY)}")
    assert isinstance(decision, Granted) is accepted


def test_a_certificate_is_valid_from_its_start_to_its_end() -> None:
    certificate = user_certificate(valid_after=1000, valid_before=2000)
    assert isinstance(_decide(certificate, now=1000), Granted)
    assert isinstance(_decide(certificate, now=1999), Granted)
    assert "not valid yet" in _reason(_decide(certificate, now=999))
    assert "has expired" in _reason(_decide(certificate, now=2000))


@pytest.mark.parametrize(
    ("address", "accepted"),
    [("192.0.2.7", True), ("::ffff:192.0.2.7", True), ("198.51.100.1", False), ("", False)],
)
def test_the_source_address_of_a_certificate_is_honored(address: str, *, accepted: bool) -> None:
    certificate = user_certificate(source_address=["192.0.2.0/24", "2001:db8::/32"])
    assert isinstance(_decide(certificate, address=address), Granted) is accepted


@pytest.mark.parametrize(
    ("certificate", "reason"),
    [
        (user_certificate(force_command="true"), "force-command is not supported"),
        (user_certificate(authority=OTHER), "authority not listed"),
        (user_certificate(authority=_RSA, sig_alg="ssh-rsa"), "signed with SHA-1"),
    ],
)
def test_other_certificates_are_refused(certificate: OpenSSHCertificate, reason: str) -> None:
    assert reason in _reason(_decide(certificate, _LINE, f"cert-authority {public(_RSA)}"))


def test_a_certificate_of_an_rsa_authority_is_accepted() -> None:
    certificate = user_certificate(authority=_RSA)
    assert isinstance(_decide(certificate, f"cert-authority {public(_RSA)}"), Granted)


def test_a_host_certificate_is_no_user_certificate() -> None:
    data = AUTHORITY.generate_host_certificate(READER, "h", principals=["medbrief"]).public_data
    offered = decode_offered_key(data)
    assert isinstance(offered, OpenSSHCertificate)
    assert "not a user certificate" in _reason(_decide(offered))
    with pytest.raises(KeyLineError, match="not a host certificate"):
        user_certificate().check(HOST, time.time())


@pytest.mark.parametrize("position", range(20, 400, 37))
def test_a_changed_certificate_is_refused(position: int) -> None:
    data = bytearray(user_certificate().parsed.public_data)
    data[position % len(data)] ^= 1
    with pytest.raises(KeyLineError):
        decode_offered_key(bytes(data))


def test_a_key_with_a_negative_number_is_refused() -> None:
    data = _RSA.public_data
    start = data.index(b"\0\0\x01\x01\0") + 4  # the sign byte of the modulus
    for blob in (data, user_certificate(key=_RSA).parsed.public_data):
        position = blob.index(data[start : start + 20])
        with pytest.raises(KeyLineError):
            decode_offered_key(blob[:position] + b"\xff" + blob[position + 1 :])


@pytest.mark.parametrize("length", [0, 3, 4, 20, 40, 100, 250])
def test_a_truncated_offer_is_refused(length: int) -> None:
    for data in (user_certificate().parsed.public_data, READER.public_data):
        with pytest.raises(KeyLineError):
            decode_offered_key(data[: min(length, len(data) - 1)])


def test_options_of_the_authority_line_apply() -> None:
    key = public(AUTHORITY)
    certificate = user_certificate()
    refused = _decide(certificate, f'cert-authority,from="10.0.0.0/8" {key}')
    assert _reason(refused) == "address not in from= (line 1)"
    expired = _decide(certificate, f'cert-authority,expiry-time="20200101" {key}')
    assert _reason(expired) == "expired (line 1)"
    assert _decide(certificate, f"cert-authority,no-pty {key}", _LINE) == Granted(
        1, allows_terminal=False, principal="medbrief"
    )


def test_a_terminal_needs_the_extension_permit_pty() -> None:
    decision = _decide(user_certificate(permit_pty=False))
    assert decision == Granted(1, allows_terminal=False, principal="medbrief")


@pytest.mark.parametrize("key", [READER, AUTHORITY])
def test_a_revoked_key_or_authority_revokes_its_certificates(key: asyncssh.SSHKey) -> None:
    revoked = frozenset([key.get_fingerprint()])
    assert "revoked" in _reason(_decide(user_certificate(), revoked=revoked))


def test_a_listed_plain_key_does_not_accept_a_certificate_for_it() -> None:
    assert _reason(_decide(user_certificate(), public(READER))) == "authority not listed"
    assert _reason(_decide(user_certificate(), public(AUTHORITY))) == "authority not listed"


@pytest.mark.parametrize(
    ("algorithm", "sha1"), [("ssh-rsa", True), ("rsa-sha2-256", False), ("rsa-sha2-512", False)]
)
def test_signatures_with_sha_1_are_recognized(algorithm: str, *, sha1: bool) -> None:
    assert is_sha1_signature(_RSA.sign(b"data", algorithm.encode())) is sha1
    assert is_sha1_signature(b"")
