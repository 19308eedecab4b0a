"""The option ``from=`` of a key: which client addresses may use it (PATTERNS in ssh_config(5))."""

from __future__ import annotations

import fnmatch
import re
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from typing import NamedTuple

from tui.serve.security.key_problems import KeyLineError
from tui.serve.security.public_key import printable
from tui.text.language import Wording

Address = IPv4Address | IPv6Address

_WILDCARD = re.compile(r"[0-9a-f:.*?]*[*?][0-9a-f:.*?]*")
_MAPPED = IPv6Network("::ffff:0:0/96")
_INVALID = Wording(
    "from=中的“{pattern}”无效：应为IP地址、网段（如10.0.0.0/8）或含*、?的地址；服务器不查询主机名",
    "invalid address {pattern!r} in from=: expected an address, a network (10.0.0.0/8) or an "
    "address with * and ?; host names are not looked up",
)
_ONLY_NEGATED = Wording(
    "from=只有排除的地址，任何客户端都不符合：请加上允许的地址，如“*”",
    'from= has only negated addresses, so no client matches: add those allowed, such as "*"',
)


class _Pattern(NamedTuple):
    negated: bool
    network: IPv4Network | IPv6Network | None
    wildcard: re.Pattern[str] | None

    def matches(self, address: Address) -> bool:
        if self.network is not None:
            return address in self.network
        return bool(self.wildcard and self.wildcard.fullmatch(str(address)))


class AddressPatterns:
    """A list of addresses, networks and wildcards; a negated one takes precedence."""

    def __init__(self, text: str) -> None:
        """Parse the value of the option.

        Raises:
            KeyLineError: a pattern is not an address or network, or no client can match.
        """
        self._patterns = [_parse(pattern) for pattern in text.split(",")]
        if all(pattern.negated for pattern in self._patterns):
            raise KeyLineError(_ONLY_NEGATED)

    def match(self, address: str) -> bool:
        """Return whether a client with this address may use the key."""
        parsed = parse_address(address)
        if parsed is None:
            return False
        matching = [pattern for pattern in self._patterns if pattern.matches(parsed)]
        return bool(matching) and not any(pattern.negated for pattern in matching)


def parse_address(text: str) -> Address | None:
    """Return the address without zone; an IPv4 address mapped to IPv6 as IPv4. None if invalid."""
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return address.ipv4_mapped
    return address


def _parse(text: str) -> _Pattern:
    negated = text.startswith("!")
    pattern = text.removeprefix("!").lower()
    if _WILDCARD.fullmatch(pattern):
        # Not a chain of ".*", whose matching time grows exponentially with the number of "*".
        return _Pattern(negated, None, re.compile(fnmatch.translate(pattern)))
    try:
        network = ip_network(pattern)
    except ValueError:
        raise KeyLineError(_INVALID.format(pattern=printable(text))) from None
    if isinstance(network, IPv6Network) and network.subnet_of(_MAPPED):
        start = int(network.network_address) & 0xFFFFFFFF
        network = IPv4Network((start, network.prefixlen - 96))
    return _Pattern(negated, network, None)
