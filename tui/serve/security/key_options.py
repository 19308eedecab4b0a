"""The options in front of a key (sshd(8), AUTHORIZED_KEYS FILE FORMAT).

An option that the server cannot honor refuses the line: a restriction that is silently ignored
would allow more than its author meant. OpenSSH does the same with options that it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.serve.security.address_patterns import AddressPatterns
from tui.serve.security.expiry_time import parse_expiry_time
from tui.serve.security.key_problems import KeyLineError
from tui.serve.security.public_key import printable
from tui.text.language import Wording

DEFAULT_PRINCIPAL = "medbrief"
"""Principal that a certificate must list if its authority has no ``principals=``."""

_OPTION = re.compile(r'([^\s,="]+)(=(?:"((?>\\"|[^"])*+)")?)?')
"""A quoted value ends at the first quotation mark that no backslash precedes."""
_NO_EFFECT = {
    *("port-forwarding", "agent-forwarding", "x11-forwarding", "user-rc"),
    *("no-port-forwarding", "no-agent-forwarding", "no-x11-forwarding", "no-user-rc"),
    *("touch-required", "no-verify-required"),
}
"""They allow or restrict what the server never offers, or ask for what it always requires."""
_NO_EFFECT_WITH_VALUE = {"permitopen", "permitlisten", "tunnel", "environment"}
_UNSUPPORTED = {
    "command": Wording(
        "不支持command=：服务器只运行自己的命令",
        "command= is not supported: the server runs only commands of its own",
    ),
    "verify-required": Wording(
        "不支持verify-required：服务器无法要求输入PIN",
        "verify-required is not supported: the server cannot require a PIN",
    ),
    "no-touch-required": Wording(
        "不支持no-touch-required：服务器总是要求触摸",
        "no-touch-required is not supported: the server always requires a touch",
    ),
}
_UNKNOWN = Wording("未知的选项“{name}”", "unknown option {name!r}")
_SYNTAX = Wording(
    "选项写法有误，位于“{rest}”处：应以逗号分隔，值加英文双引号",
    'invalid options at {rest!r}: expected options separated by commas, with values in "quotes"',
)
_NEEDS_VALUE = Wording(
    '选项{name}缺少值：应为{name}="…"', 'option {name} expects a value: {name}="..."'
)
_NO_VALUE = Wording("选项{name}不带值", "option {name} takes no value")
_TWICE = Wording("选项{name}出现了两次", "option {name} is given twice")
_NO_AUTHORITY = Wording(
    "principals=只能与cert-authority一起使用", "principals= is only valid with cert-authority"
)
_NO_PRINCIPALS = Wording("principals=为空", "principals= is empty")


class KeyOptions(NamedTuple):
    """What a line allows. ``expires``: Unix time; ``principals``: of certificates, one of which
    they must list."""

    addresses: AddressPatterns | None = None
    expires: float | None = None
    allows_terminal: bool = True
    cert_authority: bool = False
    principals: tuple[str, ...] = (DEFAULT_PRINCIPAL,)


def parse_options(text: str) -> KeyOptions:
    """Parse the options of a line; names are case-insensitive.

    Raises:
        KeyLineError: an option is invalid, unknown or not supported.
    """
    options = KeyOptions()
    seen = set()
    for name, value in _split(text):
        if name in seen and name in ("from", "principals"):
            raise KeyLineError(_TWICE.format(name=name))
        seen.add(name)
        options = _apply(options, name, value)
    if "principals" in seen and not options.cert_authority:
        raise KeyLineError(_NO_AUTHORITY)
    return options


def _split(text: str) -> Iterator[tuple[str, str | None]]:
    """Yield names in lower case and unquoted values; None for an option without one."""
    start = 0
    while True:
        match = _OPTION.match(text, start)
        end = match.end() if match else start
        complete = match and (match[2] is None or match[3] is not None)
        if not match or not complete or text[end : end + 1] not in ("", ","):
            raise KeyLineError(_SYNTAX.format(rest=printable(text[start:])))
        value = match[3]
        yield match[1].lower(), None if value is None else value.replace('\\"', '"')
        if end == len(text):
            return
        start = end + 1


def _apply(options: KeyOptions, name: str, value: str | None) -> KeyOptions:
    if name in _UNSUPPORTED:
        raise KeyLineError(_UNSUPPORTED[name])
    if name in ("from", "expiry-time", "principals", *_NO_EFFECT_WITH_VALUE):
        if value is None:
            raise KeyLineError(_NEEDS_VALUE.format(name=name))
        return _apply_value(options, name, value)
    if name not in ("restrict", "pty", "no-pty", "cert-authority", *_NO_EFFECT):
        raise KeyLineError(_UNKNOWN.format(name=printable(name)))
    if value is not None:
        raise KeyLineError(_NO_VALUE.format(name=name))
    match name:
        case "restrict" | "no-pty":
            return options._replace(allows_terminal=False)
        case "pty":
            return options._replace(allows_terminal=True)
        case "cert-authority":
            return options._replace(cert_authority=True)
    return options


def _apply_value(options: KeyOptions, name: str, value: str) -> KeyOptions:
    match name:
        case "from":
            return options._replace(addresses=AddressPatterns(value))
        case "expiry-time":
            expires = parse_expiry_time(value)
            if options.expires is not None:
                expires = min(expires, options.expires)
            return options._replace(expires=expires)
        case "principals":
            principals = tuple(part for part in value.split(",") if part)
            if not principals:
                raise KeyLineError(_NO_PRINCIPALS)
            return options._replace(principals=principals)
    return options
