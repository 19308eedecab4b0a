"""Types of the server's settings: what each accepts, from TOML and from the command line.

Each has ``expected``, a description of valid values, and pydantic's hook for custom types.
pydantic itself is not imported (see ``tui.config.server_settings``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from tui import diagnostics
from tui.text.language import Wording

if TYPE_CHECKING:
    from ipaddress import IPv4Network, IPv6Network

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

PRIVATE_NETWORKS = (
    *("127.0.0.0/8", "::1/128"),  # loopback
    *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"),  # RFC 1918, RFC 4193
    *("169.254.0.0/16", "fe80::/10"),  # link-local
    "100.64.0.0/10",  # RFC 6598: used by cloud providers between their own machines
)
"""Networks from which no packet arrives over the Internet."""
_ONE_OF = Wording("其中之一：{known}", "one of: {known}")


class Number:
    """An integer, or a string of digits and a unit.

    ``expected``: describes valid values; ``units``: factor of each suffix, the smallest first.
    """

    def __init__(
        self, expected: Wording, at_least: int, at_most: int, units: dict[str, int] | None = None
    ) -> None:
        self.expected = expected.format(at_least=at_least, at_most=at_most)
        self.at_least = at_least
        self.at_most = at_most
        self._units = units or {}

    def parse(self, value: object) -> object:
        """Return the number of a string; other values unchanged.

        Raises:
            ValueError: the string is not a number.
        """
        if not isinstance(value, str):
            return value
        factor = 1
        for suffix, unit in self._units.items():
            if value.endswith(suffix):
                value, factor = value.removesuffix(suffix), unit
                break
        if not (value.isascii() and value.isdigit()):
            raise ValueError("not a number")
        return int(value) * factor

    def display(self, number: int) -> str:
        """Return the number in the largest unit that divides it: 1800 as ``30m``."""
        for suffix, unit in reversed(self._units.items()):
            if number and number % unit == 0:
                return f"{number // unit}{suffix}"
        return str(number)

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core import core_schema

        limited = core_schema.int_schema(strict=True, ge=self.at_least, le=self.at_most)
        return core_schema.no_info_before_validator_function(self.parse, limited)


class Text:
    """A printable string. ``path``: a file; relative to the config if set there; ``optional``: may
    be empty, for a setting whose default is the empty string."""

    expected = diagnostics.QUOTED_TEXT

    def __init__(self, *, path: bool = False, optional: bool = False) -> None:
        self.path = path
        self._min_length = 0 if optional else 1

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core import core_schema

        string = core_schema.str_schema(strict=True, min_length=self._min_length)
        return core_schema.no_info_after_validator_function(self._check_printable, string)

    @staticmethod
    def _check_printable(value: str) -> str:
        if not value.isprintable():
            raise ValueError("control characters")
        return value


class Networks:
    """IP addresses and networks, separated by commas or in a list.

    The word ``private`` stands for the networks of ``PRIVATE_NETWORKS``.
    """

    expected = Wording(
        "IP地址或网段，如192.0.2.1或10.0.0.0/8，或private",
        'IP addresses or networks such as 192.0.2.1 or 10.0.0.0/8, or "private"',
    )

    @staticmethod
    def parse(value: object) -> object:
        """Return a list of strings as one string; other values unchanged."""
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return ",".join(value)
        return value

    @staticmethod
    def read(text: str) -> list[IPv4Network | IPv6Network]:
        """Return the networks.

        Raises:
            ValueError: one is invalid, or there is none.
        """
        from ipaddress import ip_network

        words = [word.strip() for word in text.split(",")]
        names: list[str] = []
        for word in words:
            names += PRIVATE_NETWORKS if word == "private" else [word]
        return [ip_network(name) for name in names]

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core import core_schema

        string = core_schema.no_info_after_validator_function(
            self._check, core_schema.str_schema(strict=True)
        )
        return core_schema.no_info_before_validator_function(self.parse, string)

    def _check(self, value: str) -> str:
        self.read(value)
        return value


class Switch:
    """A boolean; on the command line an option without a value."""

    expected = diagnostics.TRUE_OR_FALSE

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.bool_schema(strict=True)


class OneOf:
    """One of the strings of a ``Literal`` type."""

    def __init__(self, literal: object) -> None:
        self.values: tuple[str, ...] = get_args(literal)
        known = Wording("、".join(self.values), ", ".join(self.values))
        self.expected = _ONE_OF.format(known=known)
