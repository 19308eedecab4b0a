"""The keys and certificate authorities that may connect (sshd(8), AUTHORIZED_KEYS FILE FORMAT)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import asyncssh

from tui.serve.security.key_file import key_lines, read_key_file
from tui.serve.security.key_options import KeyOptions, parse_options
from tui.serve.security.key_problems import KeyLineError, KeyLineProblem
from tui.serve.security.public_key import KEY_TYPES, parse_public_key
from tui.text.language import Wording

_OPTIONS_END = re.compile(r'(?>(?:"(?>\\"|[^"])*+"?|[^" \t])*+)')
"""Options end at the first blank outside of quotation marks."""
_CONTROL_CHARACTERS = Wording(
    "含有控制字符：每行应以换行符（LF或CRLF）结尾",
    "control character: expected lines that end with LF or CRLF",
)
_PRIVATE_KEY = Wording(
    "这是私钥或其他格式的密钥：应为.pub文件中的一行",
    "a private key or another format: expected the line of a .pub file",
)
_CERTIFICATE = Wording(
    "这是证书：应写签发它的CA公钥，前加cert-authority",
    "a certificate: expected the key of its authority, with the option cert-authority",
)
_NO_KEY = Wording(
    "没有公钥：应为“选项 类型 base64 注释”，类型是{known}之一",
    'no key: expected "options type base64 comment" with one of the types {known}',
)


class AuthorizedKey(NamedTuple):
    """A line of the file. ``line`` counts from 1; ``comment``: usually whose key it is."""

    line: int
    key: asyncssh.SSHKey
    options: KeyOptions
    comment: str


class AuthorizedKeys:
    """The valid lines of a file, and its refused ones (``problems``)."""

    def __init__(
        self, entries: Sequence[AuthorizedKey], problems: Sequence[KeyLineProblem] = ()
    ) -> None:
        self.entries = tuple(entries)
        self.problems = tuple(problems)
        self._lines: dict[tuple[bytes, bool], list[AuthorizedKey]] = {}
        for entry in self.entries:
            place = (entry.key.public_data, entry.options.cert_authority)
            self._lines.setdefault(place, []).append(entry)

    def lines_of(self, key: asyncssh.SSHKey) -> list[AuthorizedKey]:
        """Return the lines that list a key, in file order."""
        return self._lines.get((key.public_data, False), [])

    def authorities(self, key: asyncssh.SSHKey) -> list[AuthorizedKey]:
        """Return the lines that list a key as a certificate authority, in file order."""
        return self._lines.get((key.public_data, True), [])


def read_authorized_keys(file: str) -> AuthorizedKeys:
    """Read a file in OpenSSH's format.

    Raises:
        KeyFileError: the file as a whole cannot be used.
    """
    return parse_authorized_keys(read_key_file(file), file)


def parse_authorized_keys(text: str, file: str) -> AuthorizedKeys:
    """Parse the text of a file; ``file`` names it in its problems."""
    entries, problems = [], []
    for number, line in key_lines(text):
        try:
            entries.append(_parse_line(number, line))
        except KeyLineError as error:
            problems.append(KeyLineProblem(file, number, error.reason))
    return AuthorizedKeys(entries, problems)


def _parse_line(number: int, line: str) -> AuthorizedKey:
    options_text, key_type, text, comment = split_line(line)
    if "-cert-v01@" in key_type:
        raise KeyLineError(_CERTIFICATE)
    options = parse_options(options_text) if options_text else KeyOptions()
    return AuthorizedKey(number, parse_public_key(key_type, text), options, comment)


def split_line(line: str) -> tuple[str, str, str, str]:
    """Split a line into options, key type, base64 text and comment; the key is not checked.

    Raises:
        KeyLineError: there is nothing that can be a key.
    """
    if any((ord(char) < 32 and char != "\t") or ord(char) == 127 for char in line):
        raise KeyLineError(_CONTROL_CHARACTERS)
    if line.startswith("----"):
        raise KeyLineError(_PRIVATE_KEY)
    options, rest = "", line
    first, following = _word(line)
    if not _is_key_type(first, following):
        match = _OPTIONS_END.match(line)
        options = match[0] if match else ""
        rest = line[len(options) :].lstrip(" \t")
        if not rest:
            raise KeyLineError(_NO_KEY.format(known=", ".join(KEY_TYPES)))
    key_type, rest = _word(rest)
    text, comment = _word(rest)
    return options, key_type, text, comment


def _is_key_type(word: str, following: str) -> bool:
    """Return whether the word is a type, supported or not, and no option."""
    if set(word) & set(',="'):
        return False
    return word in KEY_TYPES or "-cert-v01@" in word or following.startswith("AAAA")


def _word(text: str) -> tuple[str, str]:
    """Return the text up to the first blank, and what follows the blanks."""
    parts = re.split(r"[ \t]+", text, maxsplit=1)
    return parts[0], parts[1] if len(parts) > 1 else ""
