"""The option ``expiry-time=`` of a key."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from tui.serve.security.key_problems import KeyLineError
from tui.serve.security.public_key import printable
from tui.text.language import Wording

_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(Z|UTC)?", re.ASCII)
_INVALID = Wording(
    "expiry-time=“{value}”无效：应为YYYYMMDD、YYYYMMDDHHMM或YYYYMMDDHHMMSS，末尾加Z表示UTC",
    "invalid expiry-time {value!r}: expected YYYYMMDD, YYYYMMDDHHMM or YYYYMMDDHHMMSS, with "
    "a final Z for UTC",
)


def parse_expiry_time(text: str) -> float:
    """Return the last second (Unix time) at which the key is accepted.

    Without Z the time is that of the server's time zone; a date is its first second (sshd(8)).

    Raises:
        KeyLineError: it is not a valid time.
    """
    match = _TIME.fullmatch(text)
    if not match:
        raise KeyLineError(_INVALID.format(value=printable(text)))
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    try:
        time = datetime(year, month, day, hour, minute, second, tzinfo=UTC if match[7] else None)
        return time.timestamp()
    except (ValueError, OverflowError, OSError):
        raise KeyLineError(_INVALID.format(value=printable(text))) from None
