"""The grammar of fact references: how texts, records and commands name a figure.

    ID                  a record                              market-size
    ID@PERIOD           its figure of a period                market-size@2022
    ID@PERIOD:STATUS    one of several figures of a period    market-size@2022:forecast
    ID#RATE             a rate that a source states           market-size#growth-2022
    ID.PART             a metric, offering or event           jd-health.revenue
    ID.PART@PERIOD …    a figure or rate of a metric          jd-health.revenue@2022
    … VALUE             the figure with this value            market-size@2022 3099亿元

``ID@PERIOD`` without a status is the preferred value. A figure without a period has the period
``undated``. Records pin the value of every figure that they refer to: it is written as the figure's
own record writes it (``>1600家``), so that no edit there can change what a text says.
"""

from __future__ import annotations

from tui.fast_namedtuple import NamedTuple

FACT_REF_PATTERN = r"^[a-z0-9-]+(\.[a-z0-9-]+)?([@#][0-9A-Za-z/-]+(:[a-z]+)?( \S+(?: \S+)*)?)?$"
"""Regular expression that a fact reference in a record must match."""

UNDATED = "undated"
"""Stands for the period of a figure without one."""


class FactRef(NamedTuple):
    """The parts of a fact reference; ``str()`` joins them. At most one of ``period`` and ``rate``
    is set, and ``status`` and ``value`` only beside one of them."""

    record: str
    part: str = ""
    period: str = ""
    rate: str = ""
    status: str = ""
    value: str = ""

    def __str__(self) -> str:
        text = f"{self.record}.{self.part}" if self.part else self.record
        if self.period:
            text = f"{text}@{self.period}"
        elif self.rate:
            text = f"{text}#{self.rate}"
        text = f"{text}:{self.status}" if self.status else text
        return f"{text} {self.value}" if self.value else text


def parse_fact_ref(text: str) -> FactRef:
    """Return the parts of a reference.

    Raises:
        ValueError: ``text`` is not a complete reference.
    """
    reference, _, value = text.partition(" ")
    subject, at, figure = reference.partition("@")
    if not at:
        subject, at, figure = reference.partition("#")
    record, _, part = subject.partition(".")
    name, _, status = figure.partition(":")
    period, rate = (name, "") if "@" in reference else ("", name)
    parsed = FactRef(record, part, period, rate, status, value)
    if not record or (at and not name) or (value and not at) or str(parsed) != text:
        raise ValueError(f"invalid fact reference {text!r}: expected ID, ID@PERIOD or ID#RATE")
    return parsed


def record_id_of(reference: str) -> str:
    """Return the id of the record that a reference names. The reference may be incomplete
    (``market-size@``), as a user is typing it."""
    return reference.partition("@")[0].partition("#")[0].partition(".")[0]


def is_rate(reference: str) -> bool:
    """Return whether a reference names a rate."""
    return "#" in reference


def is_figure(reference: str) -> bool:
    """Return whether a reference names an observation or a rate, not a record or a part of one."""
    return "@" in reference or "#" in reference


def observation_ref(measure: str, period: str | None, status: str = "") -> str:
    """Return the reference to an observation of ``measure``, a record or a metric."""
    reference = f"{measure}@{period or UNDATED}"
    return f"{reference}:{status}" if status else reference


def rate_ref(measure: str, rate: str, status: str = "") -> str:
    """Return the reference to a rate of ``measure``, a record or a metric."""
    reference = f"{measure}#{rate}"
    return f"{reference}:{status}" if status else reference


def pinned_ref(reference: str, value: str) -> str:
    """Return a reference to a figure with the value that it pins."""
    return f"{reference} {value}"


def without_value(reference: str) -> str:
    """Return a reference without the value that it pins; an invalid one unchanged."""
    try:
        return str(parse_fact_ref(reference)._replace(value=""))
    except ValueError:
        return reference


def part_ref(record: str, part: str) -> str:
    """Return the reference to a metric, offering or event of a record."""
    return f"{record}.{part}"
