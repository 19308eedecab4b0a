"""Keys that may not connect, whatever else lists them (RevokedKeys in sshd_config(5))."""

from __future__ import annotations

import re

from tui.serve.security.authorized_keys import split_line
from tui.serve.security.key_file import key_lines, read_key_file
from tui.serve.security.key_problems import KeyLineError, KeyLineProblem
from tui.serve.security.public_key import parse_public_key
from tui.text.language import Wording

_FINGERPRINT = re.compile(r"SHA256:[A-Za-z0-9+/]{43}")
_OPTIONS = Wording("吊销列表中的公钥不带选项", "options have no meaning in a list of revoked keys")


def read_revoked_keys(file: str) -> tuple[frozenset[str], list[KeyLineProblem]]:
    """Return the fingerprints of the listed keys, and the lines that are refused.

    A line is a public key (as in a ``.pub`` file) or a fingerprint (``SHA256:…``), and a comment.

    Raises:
        KeyFileError: the file as a whole cannot be used.
    """
    fingerprints, problems = set(), []
    for number, line in key_lines(read_key_file(file)):
        try:
            fingerprints.add(_fingerprint(line))
        except KeyLineError as error:
            problems.append(KeyLineProblem(file, number, error.reason))
    return frozenset(fingerprints), problems


def _fingerprint(line: str) -> str:
    first = line.split(maxsplit=1)[0]
    if _FINGERPRINT.fullmatch(first):
        return first
    options, key_type, text, _ = split_line(line)
    if options:
        raise KeyLineError(_OPTIONS)
    return parse_public_key(key_type, text).get_fingerprint()
